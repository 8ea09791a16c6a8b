"""Photos and other files of a visit, kept byte for byte in the archive.

A kept file is described, opened, exported and removed by ``services.process.files``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import OfficeError
from kunjungan.exchange.incoming import kept_name
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.process.attaching import Attached, Attaching
from kunjungan.services.process.file_lines import State, state_of
from kunjungan.services.process.intake import Content, take_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Attachment, Visit


@dataclass(frozen=True, slots=True)
class VisitFile:
    """A file of a visit; ``size`` in bytes, ``state`` by a quick look. A photo is a picture."""

    id: UUID
    name: str
    size: int
    photo: bool
    added_on: date | None
    state: State


def visit_files(office: Office, visit_id: UUID) -> list[VisitFile]:
    """Return a visit's files, the latest first."""
    query = (
        select(Attachment)
        .where(Attachment.visit_id == visit_id)
        .order_by(col(Attachment.added_on).desc(), col(Attachment.name))
    )
    with office.store.read() as session:
        found(session, Visit, visit_id)
        return [_line(office, row) for row in session.exec(query)]


def attach_to_visit(office: Office, visit_id: UUID, paths: Sequence[Path]) -> Attaching:
    """Keep files of a visit in one change; those that cannot be kept are told, one by one."""
    kept: list[Content] = []
    refused: list[OfficeError] = []
    for path in paths:
        try:
            kept.append(take_in(office, path))
        except OfficeError as refusal:
            refused.append(refusal)
    if not kept:
        return Attaching(refused=tuple(refused))
    with office.store.change(later("Attach files")) as session:
        found(session, Visit, visit_id)
        done = [_attached(session, visit_id, each, office.today()) for each in kept]
    return Attaching(tuple(done), tuple(refused))


def _attached(session: Session, visit_id: UUID, kept: Content, today: date) -> Attached:
    query = select(Attachment).where(
        Attachment.visit_id == visit_id, Attachment.sha256 == kept.sha256
    )
    if (same := session.exec(query).first()) is not None:
        return Attached(same.id, same.name, again=True, remarks=kept.remarks)
    row = Attachment(
        visit_id=visit_id,
        name=kept.name,
        sha256=kept.sha256,
        size=kept.size,
        media_type=kept.media_type,
        added_on=today,
    )
    session.add(row)
    session.flush()
    return Attached(row.id, row.name, remarks=kept.remarks)


def _line(office: Office, row: Attachment) -> VisitFile:
    photo = row.media_type.startswith("image/")
    name, state = kept_name(row.name), state_of(office, row)
    return VisitFile(row.id, name, row.size, photo, row.added_on, state)
