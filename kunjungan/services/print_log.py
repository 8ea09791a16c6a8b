"""The log of what was printed of an agreement, by whom and when, and what is old by now."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.paper import Paper
from kunjungan.services.agreement_content import text_fingerprint
from kunjungan.services.office import Office
from kunjungan.services.parties import OPEN
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, PrintRun


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One printing in the log; ``stale`` when the text has moved on since.

    ``language`` is that of a volume or a translation, ``sheets`` the pages where not all came out.
    """

    at: str
    by: str
    what: str
    original_no: int | None
    draft_no: int
    paper: Paper
    pages: int
    copies: int
    stale: bool
    language: str = ""
    sheets: tuple[int, ...] = ()


def list_prints(office: Office, agreement_id: UUID) -> list[PrintLine]:
    """Return what was printed of an agreement, the latest first."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        query = select(PrintRun).where(PrintRun.agreement_id == agreement_id)
        runs = session.exec(query.order_by(col(PrintRun.at).desc())).all()
        now = text_that_counts(session, row)
    return [
        PrintLine(
            run.at.isoformat(timespec="minutes"),
            run.by,
            run.what,
            run.original_no,
            run.draft_no,
            run.paper,
            run.pages,
            run.copies,
            stale=run.fingerprint != now or run.draft_no != row.draft_no,
            language=run.language,
            sheets=run.sheets,
        )
        for run in runs
    ]


def text_that_counts(session: Session, row: Agreement) -> str:
    """Return the fingerprint of an agreement's text: as it was signed, else as it stands now.

    A name or an office that is corrected later leaves what was signed in force.
    """
    signed = select(PrintRun.fingerprint).where(
        PrintRun.agreement_id == row.id,
        PrintRun.what == "original",
        PrintRun.draft_no == row.draft_no,
    )
    kept = None if row.stage in OPEN else session.exec(signed).first()
    return kept or text_fingerprint(session, row.id)
