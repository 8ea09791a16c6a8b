"""What a person says of a file, and how it is written to the file's row."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.originals import numbered
from kunjungan.services.parties import OPEN
from kunjungan.services.rows import found, put
from kunjungan.store.tables import Agreement, Attachment, Original, Signature


@dataclass(frozen=True, slots=True)
class FileForm:
    """What a file is: ``stage`` and ``document`` that it is evidence of, number and date on it.

    ``original_no`` is the signed original that it is a scan of; without ``name`` it keeps its own.
    """

    name: str = ""
    stage: str = ""
    document: str = ""
    number: str = ""
    on: date | None = None
    original_no: int | None = None
    version: int = 0


def describe(session: Session, row: Attachment, form: FileForm) -> None:
    """Write a form to a file's row; RuleBroken where no such original is signed."""
    put(row, replace(form, number=form.number.strip()))
    row.original_id = None
    if form.original_no is not None and row.agreement_id is not None:
        row.original_id = signed_original(session, row.agreement_id, form.original_no).id


def signed_original(session: Session, agreement_id: UUID, no: int) -> Original:
    """Return an original that somebody has signed; RuleBroken for any other."""
    original = numbered(session, agreement_id, no)
    query = select(Signature.id).where(Signature.original_id == original.id)
    still_open = found(session, Agreement, agreement_id).stage in OPEN
    if still_open and session.exec(query).first() is None:
        raise RuleBroken(
            later("Nobody has signed original {number} yet. Record its signatures first."),
            number=no,
        )
    return original
