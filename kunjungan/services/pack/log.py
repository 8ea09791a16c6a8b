"""The log of what was printed of the papers of the day."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.day_papers import PAPERS
from kunjungan.domain.paper import Paper
from kunjungan.services.office import Office
from kunjungan.store.tables import PrintRun, Visit


@dataclass(frozen=True, slots=True)
class DayPrint:
    """One printing of a paper of the day; ``keys`` are its cards, or its pages by number."""

    at: datetime
    by: str
    visit_id: UUID
    visit: str
    slug: str
    name: Bilingual
    paper: Paper
    pages: int
    copies: int
    keys: tuple[str, ...]


def list_day_prints(office: Office, visit_id: UUID | None = None) -> list[DayPrint]:
    """Return what was printed for a visit, or for all visits, the latest first."""
    query = select(PrintRun, Visit).join(Visit, col(PrintRun.visit_id) == col(Visit.id))
    if visit_id is not None:
        query = query.where(PrintRun.visit_id == visit_id)
    with office.store.read() as session:
        pairs = session.exec(query.order_by(col(PrintRun.at).desc())).all()
    return [
        DayPrint(
            run.at,
            run.by,
            visit.id,
            visit.title,
            run.what,
            PAPERS[run.what].name if run.what in PAPERS else Bilingual(run.what, run.what),
            run.paper,
            run.pages,
            run.copies,
            tuple(mark.rpartition("=")[0] for mark in run.marks),
        )
        for run, visit in pairs
    ]
