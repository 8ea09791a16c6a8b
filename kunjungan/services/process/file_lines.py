"""The files that an agreement has, and whether their contents are there."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sqlmodel import col, select

from kunjungan.exchange.incoming import kept_name
from kunjungan.services.naming import ids_beginning
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Attachment, Original

State = Literal["there", "missing", "damaged"]


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that is kept; ``size`` in bytes. ``state`` is that of a quick look, not a proof."""

    id: UUID
    agreement_id: UUID
    name: str
    sha256: str
    size: int
    media_type: str
    stage: str
    document: str
    number: str
    on: date | None
    added_on: date | None
    original_no: int | None
    state: State


def list_files(office: Office, agreement_id: UUID) -> list[FileLine]:
    """Return an agreement's files, the latest first."""
    query = (
        select(Attachment, Original.no)
        .join(Original, col(Attachment.original_id) == col(Original.id), isouter=True)
        .where(Attachment.agreement_id == agreement_id)
    )
    with office.store.read() as session:
        found(session, Agreement, agreement_id)
        lines = [_line(office, row, no) for row, no in session.exec(query)]
    return sorted(lines, key=lambda line: (-_day(line.added_on), line.name.casefold()))


def files_named(office: Office, text: str) -> list[UUID]:
    """Return the files with an id, or with one that begins so, of 4 characters or more."""
    with office.store.read() as session:
        return ids_beginning(session.exec(select(Attachment.id)), text.strip().casefold())


def file_line(office: Office, file_id: UUID) -> FileLine:
    """Return a file by its id; NotFound when it is gone."""
    with office.store.read() as session:
        row = found(session, Attachment, file_id)
        original = session.get(Original, row.original_id) if row.original_id else None
        return _line(office, row, original.no if original else None)


def state_of(office: Office, row: Attachment) -> State:
    """Return whether a file's content is there, by a quick look at its size."""
    path = office.archive.path(row.sha256)
    if not path.is_file():
        return "missing"
    return "there" if path.stat().st_size == row.size else "damaged"


def _line(office: Office, row: Attachment, original_no: int | None) -> FileLine:
    names = ("sha256", "size", "media_type", "stage", "document", "number", "on")
    values = {name: getattr(row, name) for name in names}
    agreement = row.agreement_id or row.id
    return FileLine(
        row.id,
        agreement,
        kept_name(row.name),
        **values,
        added_on=row.added_on,
        original_no=original_no,
        state=state_of(office, row),
    )


def _day(day: date | None) -> int:
    return day.toordinal() if day else 0
