"""Which items of a rundown stand in a room that something else has, and which rooms are free."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlmodel import Session, select

from kunjungan.domain.bookings import Booking, ClaimKind, Span, instant, name_key, zone_of
from kunjungan.domain.free_rooms import Room, ranked_rooms
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.services.calendar.bookings import bookings_in
from kunjungan.services.delegation_lines import delegations_in
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rundown.lines import ItemLine, Rundown
from kunjungan.store.tables import Resource, Visit


@dataclass(frozen=True, slots=True)
class RoomClash:
    """Items in one room while another event has it; ``free`` is the best room for them instead."""

    room: str
    other: Booking
    items: tuple[ItemLine, ...]
    free: str


def room_clashes(session: Session, visit: Visit, plan: Rundown) -> list[RoomClash]:
    """Return the clashes of a visit's items with everything else of those days."""
    days = [line.on for line in plan.items if line.on is not None]
    if not days:
        return []
    others = _others(session, visit, min(days), max(days))
    found = []
    for room, other in dict.fromkeys(_meetings(visit, plan.items, others)):
        items = tuple(line for line in plan.items if _meets(visit, line, room, other))
        free = _free(session, visit, _busy(visit, plan, items, others))
        found.append(RoomClash(items[0].where, other, items, free))
    return found


def span_of_item(visit: Visit, line: ItemLine) -> Span | None:
    """Return an item's time as moments; None where its day is not known."""
    if line.on is None:
        return None
    zone = zone_of(visit.zone, visit.abroad)
    starts = instant(line.on, line.starts_at, zone)
    return Span(starts, starts + timedelta(minutes=line.minutes))


def local_hours(visit: Visit, booking: Booking) -> tuple[time, time]:
    """Return from when to when another event lasts, on the clock of the visit's place."""
    zone = zone_of(visit.zone, visit.abroad)
    ends = booking.span.starts.astimezone(zone), booking.span.ends.astimezone(zone)
    return ends[0].time(), ends[1].time()


def _others(session: Session, visit: Visit, first: date, last: date) -> list[Booking]:
    day = timedelta(days=1)
    taken = bookings_in(session, first, last + day, settings_in(session))
    return [booking for booking in taken if booking.visit_id != visit.id]


def _rooms(booking: Booking) -> set[str]:
    return {claim.key for claim in booking.claims if claim.kind is ClaimKind.ROOM}


def _meetings(
    visit: Visit, items: Iterable[ItemLine], others: Iterable[Booking]
) -> Iterator[tuple[str, Booking]]:
    taken = [(room, other) for other in others for room in _rooms(other)]
    for line in items:
        yield from (pair for pair in taken if _meets(visit, line, *pair))


def _meets(visit: Visit, line: ItemLine, room: str, other: Booking) -> bool:
    span = span_of_item(visit, line)
    return span is not None and name_key(line.where) == room and span.meets(other.span)


def _busy(
    visit: Visit, plan: Rundown, items: Sequence[ItemLine], others: Iterable[Booking]
) -> set[str]:
    """Return the rooms that others, or other items of the visit, have while some items last."""
    spans = [span for line in items if (span := span_of_item(visit, line))]
    taken = [(room, other.span) for other in others for room in _rooms(other)]
    own = [line for line in plan.items if line not in items]
    taken += [(name_key(line.where), span) for line in own if (span := span_of_item(visit, line))]
    return {room for room, span in taken if any(map(span.meets, spans))}


def _free(session: Session, visit: Visit, busy: set[str]) -> str:
    """Return the best room for the visit's guests that is not busy, or nothing."""
    query = select(Resource).where(Resource.kind == ResourceKind.ROOM, Resource.active)
    rooms = [Room(row.name, row.place, row.seats) for row in session.exec(query)]
    need = sum(max(d.announced or 0, d.listed) for d in delegations_in(session, visit.id))
    free = [room for room in rooms if name_key(room.name) not in busy]
    offers = ranked_rooms(free, need, visit.place)
    return offers[0].name if offers else ""
