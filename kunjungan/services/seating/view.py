"""A seating plan as screens and papers show it: seats, who has none, and who sits out of order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.flags import Flag
from kunjungan.domain.seating_kinds import Part, PartKind, RoomObject, SeatPlace, Size, part_from
from kunjungan.domain.seating_order import Deviation, deviations
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import RankedGuest, VisitOrder
from kunjungan.services.rows import found
from kunjungan.services.seating.furniture import flags_of, room_of
from kunjungan.services.seating.sitting import Sitting, sitting_in, sitting_of
from kunjungan.services.visiting.sessions import sessions_in
from kunjungan.store.tables import SeatingPlan, Visit


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan of a visit, or of one of its sessions, and how many have a seat in it."""

    id: UUID
    name: Bilingual
    session_id: UUID | None
    seated: int
    unseated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """A seat, who sits there and why; ``where`` is what papers call it."""

    place: SeatPlace
    where: Bilingual
    guest: RankedGuest | None = None
    locked: bool = False
    reason: str = ""
    deviates: bool = False


@dataclass(frozen=True, slots=True)
class SeatDeviation:
    """Somebody who sits otherwise than by rank: an untranslated sentence, and the reason given."""

    guest: RankedGuest
    place: SeatPlace
    kind: Deviation
    message: str
    reason: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A plan of a room.

    Seats come in order of honour, ``unseated`` by rank; ``missing_seats`` is how many guests
    would find no seat, ``twice`` are those who would have a second one, ``unpaired`` spouses of
    nobody knows whom. Flags stand among ``objects``; ``flags`` names them as the audience sees
    them.
    """

    id: UUID
    name: Bilingual
    visit_id: UUID
    session_id: UUID | None
    parts: tuple[Part, ...]
    seats: tuple[SeatView, ...]
    unseated: tuple[RankedGuest, ...]
    deviations: tuple[SeatDeviation, ...]
    missing_seats: int
    twice: tuple[RankedGuest, ...]
    unpaired: tuple[RankedGuest, ...]
    objects: tuple[RoomObject, ...]
    flags: tuple[Flag, ...]
    size: Size
    law: Bilingual
    note: str
    version: int

    @property
    def taken(self) -> dict[str, str]:
        """Who sits where, by keys: what a change is checked against."""
        return {s.place.key: s.guest.guest.id.hex for s in self.seats if s.guest is not None}


def list_plans(office: Office, visit_id: UUID) -> list[PlanLine]:
    """Return the seating plans of a visit: those for the whole of it first, then by name."""
    with office.store.read() as session:
        order = VisitOrder(session, visit_id)
        return list(map(line_of, sittings_in(session, order)))


def line_of(sitting: Sitting) -> PlanLine:
    """Return a plan as a list shows it."""
    plan, seated = sitting.plan, len(sitting.seats)
    unseated = len(sitting.guests) - seated
    return PlanLine(plan.id, name_of_plan(plan), plan.session_id, seated, unseated)


def sittings_in(session: Session, order: VisitOrder) -> list[Sitting]:
    """Return the plans of a visit, as listed, with their guests in the order that was made."""
    plans = plans_of(session, order.visit_id)
    return [sitting_of(session, plan, order.of(plan.session_id)) for plan in plans]


def plans_of(session: Session, visit_id: UUID) -> list[SeatingPlan]:
    """Return a visit's plans as listed: those for all of it first, then by the sessions' hours.

    Of several for one thing a signing comes first and a banquet last.
    """
    hours = [line.id for line in sessions_in(session, found(session, Visit, visit_id))]
    rows = session.exec(select(SeatingPlan).where(SeatingPlan.visit_id == visit_id)).all()

    def place(row: SeatingPlan) -> tuple[int, int, str, str]:
        hour = hours.index(row.session_id) if row.session_id in hours else -1
        kinds = [list(PartKind).index(part_from(data).kind) for data in row.parts[:1]]
        return hour, kinds[0] if kinds else 0, row.name_id, row.id.hex

    return sorted(rows, key=place)


def name_of_plan(plan: SeatingPlan) -> Bilingual:
    """Return what a plan is called."""
    return Bilingual(plan.name_id, plan.name_en or plan.name_id)


def plan_view(office: Office, plan_id: UUID) -> PlanView:
    """Return a plan with everything in its room.

    Raises:
        NotFound: the plan is gone.
        RuleBroken: a part of it cannot be read.
    """
    with office.store.read() as session:
        return plan_in(session, plan_id)


def plan_in(session: Session, plan_id: UUID) -> PlanView:
    """Return a plan as an open session sees it."""
    return view_of(session, sitting_in(session, found(session, SeatingPlan, plan_id)))


def view_of(session: Session, sitting: Sitting) -> PlanView:
    """Return a plan with everything in its room, its guests known already."""
    plan = sitting.plan
    seated = sitting.seated
    kinds = deviations(sitting.parts, sitting.sitters, seated)
    flags = flags_of(session, sitting)
    room = room_of(session, sitting, flags)
    seats = _seat_views(sitting, room.places, kinds)
    held = set(seated.values())
    return PlanView(
        id=plan.id,
        name=name_of_plan(plan),
        visit_id=plan.visit_id,
        session_id=plan.session_id,
        parts=sitting.parts,
        seats=seats,
        unseated=tuple(g for g in sitting.ranking.lines if g.guest.id.hex not in held),
        deviations=_deviations(seats, kinds),
        missing_seats=sitting.missing,
        twice=sitting.ranking.twice,
        unpaired=sitting.ranking.unpaired,
        objects=room.objects,
        flags=tuple(flags),
        size=room.size,
        law=sitting.ranking.ruled_by,
        note=plan.note,
        version=plan.version,
    )


def _seat_views(
    sitting: Sitting, there: Sequence[SeatPlace], kinds: Mapping[str, Deviation]
) -> tuple[SeatView, ...]:
    views = []
    for place in there:
        row = sitting.seats.get(place.key)
        views.append(
            SeatView(
                place=place,
                where=sitting.names[place.key],
                guest=sitting.guests[row.attendee_id.hex] if row else None,
                locked=row.locked if row else False,
                reason=row.reason if row else "",
                deviates=place.key in kinds,
            )
        )
    return tuple(views)


def _deviations(
    seats: Sequence[SeatView], kinds: Mapping[str, Deviation]
) -> tuple[SeatDeviation, ...]:
    return tuple(
        SeatDeviation(
            seat.guest,
            seat.place,
            kind,
            _SENTENCES[kind],
            seat.reason,
            {"name": called(seat.guest)},
        )
        for seat in seats
        if seat.guest is not None and (kind := kinds.get(seat.place.key)) is not None
    )


def called(line: RankedGuest) -> str:
    """Return a guest's name, or the post while the name is still to come."""
    return line.guest.card_name or line.guest.name.full or line.guest.title.id


_SENTENCES: Mapping[Deviation, str] = MappingProxyType(
    {
        Deviation.RANK: later("{name} does not sit by rank."),
        Deviation.SIDE: later("{name} sits on the other party's side."),
        Deviation.TABLE: later("{name} sits at the signing table but signs nothing."),
        Deviation.AWAY: later("{name} signs but does not sit at the signing table."),
        Deviation.COUPLE: later("{name} sits beside the own spouse."),
    }
)
