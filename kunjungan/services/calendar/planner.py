"""A look ahead while something is dragged: what its new time would clash with."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from kunjungan.domain.bookings import Booking, Claim, ClaimKind, name_key, span_of
from kunjungan.domain.check_lines import CheckLine
from kunjungan.domain.conflicts import Clash, Use, clash_of, near, reach_of, uses_of
from kunjungan.domain.event_times import Zone
from kunjungan.domain.free_rooms import Room, RoomOffer, ranked_rooms
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.i18n import later
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.calendar.snapshot import Snapshot, snapshot
from kunjungan.services.office import Office

_AROUND = timedelta(days=31)
_DAY = timedelta(days=1)
_FREE = {
    ClaimKind.ROOM: later("{name} is free"),
    ClaimKind.LEADER: later("{name} has nothing else"),
}
_TAKEN = later("{name} is taken: {title}, {hours}")
_MAYBE = later("{name} may be taken: {title}, {hours}")
_SHORT = later("{name}: {minutes} minutes short between this and {title}")


@dataclass(frozen=True, slots=True)
class MoveCheck:
    """What a move means; ``agreements`` are to be signed on the old day and may follow."""

    lines: tuple[CheckLine, ...]
    clashes: tuple[Clash, ...]
    agreements: tuple[UUID, ...] = ()


class Planner:
    """The calendar from ``since`` up to, but without, ``until``, as it was when it was made.

    A check reads nothing from the office, unless the slot is far outside that time.
    """

    def __init__(self, office: Office, since: date, until: date) -> None:
        self._office = office
        self._since, self._until = since, until
        self._seen: Snapshot
        self._uses: dict[tuple[str, str], list[Use]]
        self._reach: timedelta
        self._read()

    def check(self, ref: Ref, slot: Slot) -> MoveCheck:
        """Return what moving something would mean, the room and the leader first."""
        self._cover(slot)
        old = self._seen.parts.get(ref.id, [])
        moved = self._moved(ref, slot, old)
        clashes = [clash for booking in moved for clash in self._clashes(booking, old)]
        minded = (CheckLine("warn", *each) for each in self._seen.notices(ref, slot, moved))
        refused = (CheckLine("bad", *each) for each in self._seen.left_out(ref, slot))
        lines = (*refused, *_claim_lines(moved, clashes), *minded)
        return MoveCheck(lines, tuple(clashes), self._seen.signed_on_old_day(ref, slot))

    def free_rooms(self, ref: Ref | None, slot: Slot, need: int) -> list[RoomOffer]:
        """Return the rooms in use that nothing and nobody else has then, the best first."""
        self._cover(slot)
        old = self._seen.parts.get(ref.id, []) if ref else []
        own = self._own(ref, slot, old)
        rooms = [
            Room(one.name, one.place, one.seats)
            for one in self._seen.plan.resources.values()
            if one.kind is ResourceKind.ROOM and one.active and self._is_free(one.name, own, old)
        ]
        return ranked_rooms(rooms, need, own.place)

    def _is_free(self, room: str, own: Booking, old: Collection[Booking]) -> bool:
        claims = (Claim(ClaimKind.ROOM, name_key(room), room),)
        turnaround = self._seen.plan.turnaround(ResourceKind.ROOM, room)
        wanted = replace(own, claims=claims, turnaround=turnaround)
        return next(self._clashes(wanted, old), None) is None

    def _own(self, ref: Ref | None, slot: Slot, old: Collection[Booking]) -> Booking:
        """Return the booking that is moved itself, an empty one where it claims nothing yet."""
        for booking in self._moved(ref, slot, old) if ref else ():
            if ref and booking.id == ref.id:
                return booking
        zone = Zone.WIB.offset
        span = span_of(slot.on, slot.until, slot.starts_at, slot.ends_at, zone)
        key = ref.id if ref else UUID(int=0)
        now = self._seen.standing.get(key)
        place = now.place if now else ""
        return Booking("visit", key, None, "", span, True, place, (), zone=zone)

    def _moved(self, ref: Ref, slot: Slot, old: Collection[Booking]) -> list[Booking]:
        """Return what is moved in its new time; its parts keep their distance from its start."""
        by, staying = self._seen.distance(ref, slot), self._seen.staying(ref, slot)
        hours = slot.starts_at is not None or ref.source == "entry"
        days = (slot.on, slot.until, slot.starts_at, slot.ends_at)
        return [
            replace(booking, span=span_of(*days, booking.zone))
            if hours and booking.id == ref.id
            else booking.moved(timedelta() if staying & {booking.id, booking.part_of} else by)
            for booking in old
        ]

    def _clashes(self, booking: Booking, old: Collection[Booking]) -> Iterator[Clash]:
        """Yield what a booking would clash with, apart from what is moved with it."""
        span, moving = booking.span, {(one.source, one.id) for one in old}
        for claim in booking.claims:
            own = Use(span.starts, span.ends, booking.source, booking.id, -1, booking, claim)
            uses = self._uses.get(claim.one, ())
            for other in near(uses, span, self._reach):
                if (other.source, other.id) not in moving:
                    first, second = sorted((own, other))
                    clash = clash_of(first, second, self._seen.gaps)
                    if clash is not None:
                        yield clash

    def _cover(self, slot: Slot) -> None:
        if slot.on < self._since or slot.until >= self._until:
            self._since = min(self._since, slot.on)
            self._until = max(self._until, slot.until + _DAY)
            self._read()

    def _read(self) -> None:
        since, until = self._since - _AROUND, self._until + _AROUND
        self._seen = snapshot(self._office, since, until)
        self._uses = uses_of(self._seen.bookings)
        own = max((one.turnaround or 0 for one in self._seen.plan.resources.values()), default=0)
        self._reach = max(reach_of(self._uses, self._seen.gaps), timedelta(minutes=own))


def _claim_lines(moved: Collection[Booking], clashes: Collection[Clash]) -> Iterator[CheckLine]:
    """Yield a line for each thing that is wanted: what it clashes with, or that it is free."""
    order = list(ClaimKind)
    claims = [claim for booking in moved for claim in booking.claims]
    claims.sort(key=lambda one: order.index(one.kind), reverse=True)
    wanted = {claim.one: claim for claim in claims}
    ids = {(booking.source, booking.id) for booking in moved}
    for claim in sorted(wanted.values(), key=lambda one: (order.index(one.kind), one.name)):
        own = [clash for clash in clashes if clash.key == claim.key]
        if own:
            yield _clash_line(claim.name, min(own, key=_severity), ids)
        elif claim.kind in _FREE:
            yield CheckLine("ok", _FREE[claim.kind], {"name": claim.name})


def _clash_line(name: str, clash: Clash, ids: Collection[tuple[str, UUID]]) -> CheckLine:
    mine = (clash.first.source, clash.first.id) in ids
    other = clash.second if mine else clash.first
    if clash.missing:
        values: dict[str, object] = {"minutes": clash.missing}
        return CheckLine("warn", _SHORT, {"name": name, "title": other.title, **values})
    values = {"name": name, "title": other.title, "hours": other.local.hours}
    return CheckLine("bad", _TAKEN, values) if clash.firm else CheckLine("warn", _MAYBE, values)


def _severity(clash: Clash) -> tuple[bool, bool]:
    return clash.missing > 0, not clash.firm
