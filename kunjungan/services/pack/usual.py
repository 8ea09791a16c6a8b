"""What is usual in the pack of a visit by its guests and by who visits whom, and what is odd."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.day_papers import PAPERS, DayPaper
from kunjungan.domain.stages import CALLED_OFF
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Warned
from kunjungan.services.letters.facts import is_foreign, partners_of
from kunjungan.services.rows import found
from kunjungan.services.travel.reading import has_travel
from kunjungan.store.tables import Visit

_CALLED_OFF = later("This visit was called off. Print its papers only if it takes place after all.")
_NO_DAY = later("The day of this visit is not fixed yet; its papers are printed without it.")
_OURS = frozenset({"badges", "rundown_guest", "signing_cards", "assignment"})
"""What those bring along who visit others; the host prints the rest (office practice)."""
_OWN_HOUSE = frozenset({"catering", "room_setup", "travel"})
"""The papers that no guest reads: they stay in the office's own language."""


def usual_papers(session: Session, visit_id: UUID) -> list[DayPaper]:
    """Return the papers of the day with what is usual for a visit before any was printed.

    Foreign guests get both languages; whoever visits others prints only what they bring along.
    The travel sheets are usual where any journey or lodging is known.
    """
    visit = found(session, Visit, visit_id)
    papers: Iterable[DayPaper] = PAPERS.values()
    if is_foreign(partners_of(session, visit, None)):
        papers = map(_for_foreigners, papers)
    if visit.direction == "outgoing":
        papers = map(_for_travellers, papers)
    if not has_travel(session, visit_id):
        papers = map(_without_travel, papers)
    return list(papers)


def remarks_on(visit: Visit) -> Iterator[Warned]:
    """Yield what is to be known before any paper of a visit is printed."""
    if visit.stage in CALLED_OFF:
        yield Warned("", _CALLED_OFF)
    if visit.on.day is None:
        yield Warned("", _NO_DAY)


def _for_foreigners(paper: DayPaper) -> DayPaper:
    if paper.slug in _OWN_HOUSE:
        return paper
    return paper.as_before(paper.papers[0], "both")


def _without_travel(paper: DayPaper) -> DayPaper:
    return replace(paper, usual=paper.usual and paper.slug != "travel")


def _for_travellers(paper: DayPaper) -> DayPaper:
    return replace(paper, usual=paper.usual and paper.slug in _OURS)
