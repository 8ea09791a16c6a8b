"""Which printed cards and sheets of the seating are no longer as they were printed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.day_papers import PAPERS
from kunjungan.domain.errors import OfficeError
from kunjungan.domain.place_keys import guest_of, plan_of
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.day_papers.papers import make_day_paper
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.office import Office
from kunjungan.services.pack.changes import since_printed
from kunjungan.services.seating import CardDue, Moves
from kunjungan.services.seating.moves import PERSONAL, after_change, called, in_plan
from kunjungan.services.seating.view import name_of_plan, plans_of
from kunjungan.store.tables import PrintRun

SEATED = (*PERSONAL, "seating")
"""The papers that follow who comes and where they sit."""
WORDED = ("badges", "tents")
"""Cards that say who somebody is, wherever one sits; a tent also whose place is taken."""


def due_cards(office: Office, visit_id: UUID) -> Moves:
    """Return what ``after_change`` tells, with the cards whose words are not as printed."""
    moves = after_change(office, visit_id)
    told = {(card.slug, card.key) for card in moves.cards}
    worded = outdated_cards(office, visit_id, WORDED).cards
    more = (card for card in worded if (card.slug, card.key) not in told)
    return replace(moves, cards=(*more, *moves.cards))


def outdated_cards(office: Office, visit_id: UUID, papers: Collection[str] = SEATED) -> Moves:
    """Return what must be printed again or taken away, from what was printed; no moves.

    It holds whatever was arranged since, and until the cards are printed again. Only papers that
    were printed are looked at, as they were printed last; one that cannot be made now is left out.
    """
    with office.store.read() as session:
        runs = _last_runs(session, visit_id, papers)
        guests = {str(one.id): one for one in participants_in(session, visit_id)} if runs else {}
        plans = {str(plan.id): name_of_plan(plan) for plan in plans_of(session, visit_id)}
        whose = _Whose(guests, plans)
    due: list[CardDue] = []
    stale: list[CardDue] = []
    for slug, run in runs.items():
        try:
            marks = _marks(office, visit_id, run)
        except OfficeError:
            continue
        with office.store.read() as session:
            since = since_printed(session, visit_id, slug, marks)
        due += _cards(slug, since.changed, whose, visit_id)
        stale += _cards(slug, since.gone, whose, visit_id) if slug in PERSONAL else []
    return Moves((), tuple(due), tuple(stale))


def _last_runs(session: Session, visit_id: UUID, papers: Collection[str]) -> dict[str, PrintRun]:
    """Return the last printing of each of some papers."""
    query = select(PrintRun).where(PrintRun.visit_id == visit_id, col(PrintRun.what).in_(papers))
    return {run.what: run for run in session.exec(query.order_by(col(PrintRun.at)))}


def _marks(office: Office, visit_id: UUID, run: PrintRun) -> Mapping[str, str]:
    """Return the marks of a paper as it would be printed now, the way it was printed last."""
    paper = PAPERS[run.what].as_before(run.paper, run.language)
    wish = Wish(visit_id=visit_id, paper=paper.papers[0], language=paper.tongues[0], drawn=False)
    return make_day_paper(office, run.what, wish).marks


@dataclass(frozen=True, slots=True)
class _Whose:
    """The guests of a visit and the names of its plans, by the ids that keys of cards hold."""

    guests: Mapping[str, Participant]
    plans: Mapping[str, Bilingual]

    def named(self, keys: Collection[str]) -> Iterator[tuple[str, Bilingual]]:
        """Yield keys in the order of the list with whose cards they are."""
        own: dict[str, list[str]] = {}
        for key in sorted(keys):
            own.setdefault(guest_of(key), []).append(key)
        for guest, one in self.guests.items():
            for key in own.get(guest, ()):
                yield key, in_plan(called(one), self.plans.get(plan_of(key)))


def _cards(slug: str, keys: Collection[str], whose: "_Whose", visit_id: UUID) -> list[CardDue]:
    """Return the cards with these keys in the order of the list, or a sheet with its pages."""
    if slug in PERSONAL:
        return [CardDue(slug, key, name) for key, name in whose.named(keys)]
    if not keys:
        return []
    pages = ", ".join(sorted(keys, key=int))
    return [CardDue(slug, str(visit_id), Bilingual(f"halaman {pages}", f"page {pages}"))]
