"""Making, arranging, changing and removing the seating plans of a visit."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.seating_kinds import RINGS, Part, PartKind, json_of, part_from
from kunjungan.domain.seating_parts import places
from kunjungan.i18n import later
from kunjungan.services.guests.own_party import list_heads
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import Ranking, ranking_in
from kunjungan.services.rows import found, required
from kunjungan.services.seating.rooms import room_in
from kunjungan.services.seating.sitting import (
    Sitting,
    refuse_changed,
    rows_of,
    sitting_in,
    sitting_of,
)
from kunjungan.services.seating.view import PlanView, plans_of, view_of
from kunjungan.store.tables import Seat, SeatingPlan, Visit, VisitSession

_NAME = later("A seating plan needs a name.")
_PARTS = later("A seating plan needs at least one table or one block of seats.")


@dataclass(frozen=True, slots=True)
class PlanForm:
    """What a person fills in for a plan: its name, its session, the parts of its room."""

    name_id: str
    name_en: str = ""
    session_id: UUID | None = None
    parts: tuple[Part, ...] = ()
    note: str = ""
    version: int = 0


def new_plan(office: Office, visit_id: UUID, template: str, session_id: UUID | None = None) -> UUID:
    """Make a plan from a room and seat everybody by rank, in one change; return its id.

    The host's head and the heads of the delegations come on their lists where they lack.

    Raises:
        NotFound: there is no such room, visit or session.
    """
    with office.store.change(later("Make seating plan")) as session:
        return make_plan(session, visit_id, template, session_id).id


class _NotKept(Exception):
    """Ends a change of which nothing is to stay."""


def imagined_plan(
    office: Office, visit_id: UUID, template: str, session_id: UUID | None = None
) -> tuple[Ranking, PlanView]:
    """Return the order and the plan that ``new_plan`` would make; nothing is kept.

    Raises:
        NotFound: there is no such room, visit or session.
    """
    made: list[tuple[Ranking, PlanView]] = []
    with suppress(_NotKept), office.store.change(later("Make seating plan")) as session:
        plan = make_plan(session, visit_id, template, session_id)
        sitting = sitting_in(session, plan)
        made.append((sitting.ranking, view_of(session, sitting)))
        raise _NotKept
    return made[0]


def make_plan(
    session: Session, visit_id: UUID, template: str, session_id: UUID | None = None
) -> SeatingPlan:
    """Make a plan inside a change that does more."""
    found(session, Visit, visit_id)
    room = room_in(session, template)
    own = found(session, VisitSession, session_id) if session_id else None
    taken = {plan.name_id for plan in plans_of(session, visit_id)}
    name_id, name_en = (own.title_id, own.title_en) if own else (room.name.id, room.name.en)
    count = next(n for n in range(1, len(taken) + 2) if _numbered(name_id, n) not in taken)
    list_heads(session, visit_id)
    plan = SeatingPlan(
        visit_id=visit_id,
        session_id=session_id,
        name_id=_numbered(name_id, count),
        name_en=_numbered(name_en, count) if name_en else "",
        parts=tuple(json_of(part) for part in room.parts),
    )
    session.add(plan)
    session.flush()
    arrange_in(session, plan)
    return plan


def _numbered(name: str, count: int) -> str:
    return name if count == 1 else f"{name} {count}"


def arrange(office: Office, plan_id: UUID, *, seen: Mapping[str, str] | None = None) -> None:
    """Seat everybody by rank; who is locked or sits otherwise for a reason stays.

    ``seen`` is who sat where as the person saw it.

    Raises:
        Conflict: another desk has changed the seats since.
    """
    with office.store.change(later("Arrange seats")) as session:
        sitting = sitting_in(session, found(session, SeatingPlan, plan_id))
        refuse_changed(sitting.seats, seen)
        _seat_all(session, sitting)


def arrange_in(session: Session, plan: SeatingPlan) -> None:
    """Seat everybody by rank inside a change that does more."""
    _seat_all(session, sitting_in(session, plan))


def _seat_all(session: Session, sitting: Sitting) -> None:
    keep_seats(session, sitting.plan.id, sitting.by_rank, sitting.seats)


def keep_seats(
    session: Session, plan_id: UUID, seated: Mapping[str, str], held: Mapping[str, Seat]
) -> None:
    """Write who sits where; only what differs is written, and nobody is left twice."""
    rows = {seat.attendee_id.hex: seat for seat in held.values()}
    wanted = {key: place for place, key in seated.items()}
    for row in rows_of(session, plan_id):
        if rows.get(row.attendee_id.hex) is not row or row.attendee_id.hex not in wanted:
            session.delete(row)
    for key, place in wanted.items():
        known = rows.get(key)
        if known is None:
            session.add(Seat(plan_id=plan_id, attendee_id=UUID(hex=key), place=place))
        elif known.place != place:
            known.place = place
    session.flush()


def plan_form(office: Office, plan_id: UUID) -> PlanForm:
    """Return a plan as it stands, ready to be edited."""
    with office.store.read() as session:
        plan = found(session, SeatingPlan, plan_id)
        parts = tuple(part_from(data) for data in plan.parts)
        return PlanForm(plan.name_id, plan.name_en, plan.session_id, parts, plan.note, plan.version)


def edit_plan(office: Office, plan_id: UUID, form: PlanForm) -> None:
    """Change a plan; who sat where no seat is any more is left without one.

    Raises:
        RuleBroken: it has no name or no part.
        Conflict: somebody else changed it since.
    """
    name = required(form.name_id, _NAME)
    if not form.parts:
        raise RuleBroken(_PARTS)
    with office.store.change(later("Edit seating plan")) as session:
        plan = found(session, SeatingPlan, plan_id, seen=form.version)
        if form.session_id is not None:
            found(session, VisitSession, form.session_id)
        plan.name_id, plan.name_en = name, form.name_en.strip()
        plan.session_id, plan.note = form.session_id, form.note.strip()
        _keep_parts(session, plan, _with_own_keys(form.parts))


def add_row(office: Office, plan_id: UUID, count: int = 1) -> None:
    """Add rows, or round tables, at the end of a room; a room without them gets its first.

    Raises:
        RuleBroken: the room has no place for so many.
    """
    with office.store.change(later("Add row of seats")) as session:
        _grow(session, found(session, SeatingPlan, plan_id), count)


def make_room(office: Office, plan_id: UUID) -> int:
    """Add as many rows or tables as guests lack seats, seat everybody, return how many were added.

    Raises:
        RuleBroken: the room has no place for so many.
    """
    added = 0
    with office.store.change(later("Make room for all guests")) as session:
        plan = found(session, SeatingPlan, plan_id)
        ranking = ranking_in(session, plan.visit_id, plan.session_id)
        _seat_all(session, sitting_of(session, plan, ranking))
        while missing := sitting_of(session, plan, ranking).missing:
            more = max(1, missing // _seats_at_once(plan))
            _grow(session, plan, more)
            added += more
        _seat_all(session, sitting_of(session, plan, ranking))
    return added


def _seats_at_once(plan: SeatingPlan) -> int:
    """Return the most seats that a row or a table more can give."""
    return max((part_from(data).seats for data in plan.parts), default=8)


def _grow(session: Session, plan: SeatingPlan, count: int) -> None:
    parts = [part_from(data) for data in plan.parts]
    at = next((n for n, part in reversed([*enumerate(parts)]) if _grows(part)), None)
    if at is None:
        parts.append(Part(kind=PartKind.ROWS, key="", seats=8, rows=count))
    else:
        parts[at] = replace(parts[at], rows=parts[at].rows + count)
    _keep_parts(session, plan, _with_own_keys(parts))


def remove_plan(office: Office, plan_id: UUID) -> None:
    """Remove a plan with its seats; the guests stay. Undo brings it back."""
    with office.store.change(later("Remove seating plan")) as session:
        plan = found(session, SeatingPlan, plan_id)
        for row in (*rows_of(session, plan_id), plan):
            session.delete(row)


def _grows(part: Part) -> bool:
    return part.kind is PartKind.ROWS or part.kind in RINGS


def _with_own_keys(parts: list[Part] | tuple[Part, ...]) -> list[Part]:
    """Give every part a key of its own; the first that has one keeps it."""
    taken: set[str] = set()
    kept = []
    for part in parts:
        key, count = part.key or part.kind.value[0], 1
        while not key or key in taken:
            count += 1
            key = f"{part.kind.value[0]}{count}"
        taken.add(key)
        kept.append(replace(part, key=key))
    return kept


def _keep_parts(session: Session, plan: SeatingPlan, parts: list[Part]) -> None:
    rows = tuple(json_of(part) for part in parts)
    if rows == tuple(plan.parts):
        return
    plan.parts = rows
    there = {place.key for place in places(parts)}
    for row in rows_of(session, plan.id):
        if row.place not in there:
            session.delete(row)
