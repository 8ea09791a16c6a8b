"""What an absence or a substitution moves, and which cards must be printed again for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.place_keys import guest_of, place_key
from kunjungan.services.guests.participants import Participant
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import VisitOrder
from kunjungan.services.seating.sitting import Sitting, rows_of
from kunjungan.services.seating.view import name_of_plan, sittings_in
from kunjungan.store.tables import PrintRun

PERSONAL = ("badges", "tents", "place_labels")
"""Papers with a card for everybody who comes."""
_SEATED, _SHEET = "place_labels", "seating"
_NOWHERE = Bilingual("", "")
_IN_PLAN = Bilingual("{name} ({plan})", "{name} ({plan})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A guest who leaves a seat, takes one, or changes it; a place is empty where there is none.

    ``comes`` is false for one who no longer comes and leaves a seat behind.
    """

    plan_id: UUID
    plan: Bilingual
    attendee_id: UUID
    name: Bilingual
    before: str
    after: str
    before_name: Bilingual
    after_name: Bilingual
    comes: bool

    @property
    def upsets(self) -> bool:
        """Whether somebody stays away or is new, so that the seats are no longer right."""
        return not self.comes or not self.before


@dataclass(frozen=True, slots=True)
class CardDue:
    """A card, or the sheet of a plan, to be printed again: the paper, its key, whose it is."""

    slug: str
    key: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Moves:
    """What arranging the seats anew would move at a visit, and the cards that follow from it.

    ``stale`` are cards that were printed for people who no longer come.
    """

    moved: tuple[Move, ...]
    cards: tuple[CardDue, ...]
    stale: tuple[CardDue, ...] = ()

    @property
    def upset(self) -> bool:
        """Whether somebody came or stayed away since the seats were given."""
        return any(move.upsets for move in self.moved)

    def of_plan(self, plan_id: UUID | None) -> "Moves":
        """Return what moves in one plan, with the cards that are due and its own sheet."""
        cards = tuple(c for c in self.cards if c.slug != _SHEET or c.key == str(plan_id))
        moved = tuple(move for move in self.moved if move.plan_id == plan_id)
        return replace(self, moved=moved, cards=cards)


def after_change(office: Office, visit_id: UUID) -> Moves:
    """Return what the seats of a visit would change if they were arranged now; nothing is written.

    A card is listed where its paper has been printed already: that of somebody who had none, and
    the place label of somebody who moves, plan by plan. The sheet of a plan is, where anybody in
    it moves. Plans that nobody upset are as they were printed.
    """
    with office.store.read() as session:
        order = VisitOrder(session, visit_id)
        return moves_in(session, order, sittings_in(session, order))


def moves_in(session: Session, order: VisitOrder, sittings: Sequence[Sitting]) -> Moves:
    """Return what would move in the plans of a visit, their guests known already."""
    everybody = {one.id.hex: one for one in order.everybody}
    printed = _printed(session, order.visit_id)
    by_plan = [(sitting.plan, _moves(session, sitting, everybody)) for sitting in sittings]
    upset = {plan.id for plan, moves in by_plan if any(move.upsets for move in moves)}
    sheets = tuple(
        CardDue(_SHEET, str(plan.id), name_of_plan(plan))
        for plan, _ in by_plan
        if plan.id in upset and printed.get(_SHEET)
    )
    movers = [[m for m in moves if m.after] if plan.id in upset else [] for plan, moves in by_plan]
    labelled = {move.attendee_id.hex for first in movers[:1] for move in first}
    due, stale = _personal(everybody, printed, labelled)
    if printed.get(_SEATED):
        due += tuple(_further(move) for moves in movers[1:] for move in moves)
    return Moves(tuple(move for _, moves in by_plan for move in moves), (*due, *sheets), stale)


def _further(move: Move) -> CardDue:
    """Return the label of who moves in a plan after the first; it names the plan."""
    key = place_key(move.attendee_id, move.plan_id)
    return CardDue(_SEATED, key, in_plan(move.name, move.plan))


def in_plan(name: Bilingual, plan: Bilingual | None) -> Bilingual:
    """Return a guest's name with the plan that a label is of; alone for the first plan's."""
    return _IN_PLAN.filled(name=name, plan=plan) if plan is not None else name


def _moves(session: Session, sitting: Sitting, everybody: Mapping[str, Participant]) -> list[Move]:
    names = sitting.names
    before = {row.attendee_id.hex: row.place for row in reversed(rows_of(session, sitting.plan.id))}
    after = {key: place for place, key in sitting.by_rank.items()}
    order = [*sitting.guests, *(key for key in before if key not in sitting.guests)]
    return [
        Move(
            plan_id=sitting.plan.id,
            plan=name_of_plan(sitting.plan),
            attendee_id=UUID(hex=key),
            name=called(everybody[key]),
            before=before.get(key, ""),
            after=after.get(key, ""),
            before_name=names.get(before.get(key, ""), _NOWHERE),
            after_name=names.get(after.get(key, ""), _NOWHERE),
            comes=key in sitting.guests,
        )
        for key in order
        if key in everybody and before.get(key, "") != after.get(key, "")
    ]


def _personal(
    everybody: Mapping[str, Participant], printed: Mapping[str, set[str]], moved: set[str]
) -> tuple[tuple[CardDue, ...], tuple[CardDue, ...]]:
    """Return the cards to print, and those that lie about for people who do not come."""
    due: list[CardDue] = []
    stale: list[CardDue] = []
    for slug in PERSONAL:
        keys = printed.get(slug, set())
        for key, one in everybody.items() if keys else ():
            card = CardDue(slug, str(one.id), called(one))
            has = str(one.id) in keys
            if one.comes and (not has or (slug == _SEATED and key in moved)):
                due.append(card)
            elif has and not one.comes:
                stale.append(card)
        gone = {str(one.id): one for one in everybody.values() if not one.comes}
        others = sorted(key for key in keys if guest_of(key) != key and guest_of(key) in gone)
        stale += [CardDue(slug, key, called(gone[guest_of(key)])) for key in others]
    return tuple(due), tuple(stale)


def _printed(session: Session, visit_id: UUID) -> dict[str, set[str]]:
    """Return the keys of what was printed for a visit, by paper."""
    query = select(PrintRun.what, PrintRun.marks).where(PrintRun.visit_id == visit_id)
    printed: dict[str, set[str]] = {}
    for slug, marks in session.exec(query):
        printed.setdefault(slug, set()).update(_keys(marks))
    return printed


def _keys(marks: Sequence[str]) -> Iterable[str]:
    return (mark.rpartition("=")[0] for mark in marks)


def called(one: Participant) -> Bilingual:
    """Return a guest's name as cards spell it, or the post while the name is still to come."""
    name = one.card_name or one.name.full
    return Bilingual(name, name) if name else one.title
