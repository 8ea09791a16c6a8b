"""The drafts of an agreement in a list: when each was kept, by whom, and whether it was printed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.services.office import Office
from kunjungan.services.print_log import text_that_counts
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Draft, PrintRun


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in a list; the present one may still be open and then has no ``at``.

    ``printed`` says that an original of it came out, ``fingerprint`` stands in its papers' foot.
    """

    no: int
    at: datetime | None
    by: str
    note: str
    fingerprint: str
    printed: bool
    present: bool

    @property
    def kept(self) -> bool:
        """Whether its words are in the archive."""
        return self.at is not None


def list_drafts(office: Office, agreement_id: UUID) -> list[DraftLine]:
    """Return the drafts of an agreement, the present one first; those never kept are missing."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        kept = {draft.no: draft for draft in _drafts(session, agreement_id)}
        runs = select(PrintRun.draft_no).where(
            PrintRun.agreement_id == agreement_id, PrintRun.what == "original"
        )
        printed = set(session.exec(runs))
        now = text_that_counts(session, row)
        return [
            _line(no, kept.get(no), now, printed=no in printed, present=no == row.draft_no)
            for no in sorted({*kept, row.draft_no}, reverse=True)
        ]


def _drafts(session: Session, agreement_id: UUID) -> list[Draft]:
    query = select(Draft).where(Draft.agreement_id == agreement_id).order_by(col(Draft.no))
    return list(session.exec(query))


def _line(no: int, draft: Draft | None, now: str, *, printed: bool, present: bool) -> DraftLine:
    if draft is None:
        return DraftLine(no, None, "", "", now, printed, present)
    return DraftLine(no, draft.at, draft.by, draft.note, draft.fingerprint, printed, present)
