"""Attaches files to an agreement, byte for byte, and tells what a person should know of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import OfficeError
from kunjungan.exchange.pdf_look import Remark
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.process.file_form import FileForm, describe, signed_original
from kunjungan.services.process.intake import Content, take_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Attachment, Original


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is kept now; ``again`` that it was before, so that nothing was added.

    ``remarks`` tell what the person should know of it: protected, damaged, signed.
    """

    id: UUID
    name: str
    again: bool = False
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Attaching:
    """What became of several files: those kept, and why each of the others is not."""

    kept: tuple[Attached, ...] = ()
    refused: tuple[OfficeError, ...] = ()


def attach(
    office: Office, agreement_id: UUID, source: Path | bytes, form: FileForm | None = None
) -> Attached:
    """Keep a file of an agreement, byte for byte, in one change that can be undone.

    Raises:
        NotFound: the file or the agreement is gone.
        RuleBroken: it is a folder, empty, or larger than the office's limit; or no such original
            is signed.
        Unavailable: it cannot be read, or the disk cannot keep it.
    """
    form = form or FileForm()
    _refuse_vain(office, agreement_id, form)
    kept = take_in(office, source, form.name)
    with office.store.change(later("Attach file")) as session:
        return _attached(office, session, agreement_id, kept, form)


def attach_all(
    office: Office, agreement_id: UUID, paths: Sequence[Path], form: FileForm | None = None
) -> Attaching:
    """Keep several files in one change; those that cannot be kept are told and hold up no other."""
    kept: list[Content] = []
    refused: list[OfficeError] = []
    form = form or FileForm()
    _refuse_vain(office, agreement_id, form)
    for path in paths:
        try:
            kept.append(take_in(office, path, form.name))
        except OfficeError as refusal:
            refused.append(refusal)
    if not kept:
        return Attaching(refused=tuple(refused))
    with office.store.change(later("Attach files")) as session:
        done = [_attached(office, session, agreement_id, each, form) for each in kept]
    return Attaching(tuple(done), tuple(refused))


def _refuse_vain(office: Office, agreement_id: UUID, form: FileForm) -> None:
    """Refuse before a large file is copied what would be refused after it."""
    with office.store.read() as session:
        found(session, Agreement, agreement_id)
        if form.original_no is not None:
            signed_original(session, agreement_id, form.original_no)


def _attached(
    office: Office, session: Session, agreement_id: UUID, kept: Content, form: FileForm
) -> Attached:
    found(session, Agreement, agreement_id)
    if same := _same(session, agreement_id, kept.sha256, form):
        return Attached(same.id, same.name, again=True, remarks=kept.remarks)
    row = Attachment(
        agreement_id=agreement_id,
        name=kept.name,
        sha256=kept.sha256,
        size=kept.size,
        media_type=kept.media_type,
        added_on=office.today(),
    )
    describe(session, row, replace(form, name=kept.name))
    session.add(row)
    return Attached(row.id, row.name, remarks=kept.remarks)


def _same(session: Session, agreement_id: UUID, sha: str, form: FileForm) -> Attachment | None:
    """Return the row of the same content, unless it is now evidence of something else as well."""
    query = select(Attachment).where(
        Attachment.agreement_id == agreement_id, Attachment.sha256 == sha
    )
    for row in session.exec(query):
        original = session.get(Original, row.original_id) if row.original_id else None
        told = (row.stage, row.document, original.no if original else None)
        said = (form.stage, form.document, form.original_no)
        if said in {told, ("", "", None)}:
            return row
    return None
