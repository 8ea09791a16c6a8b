"""Finds what two events want at the same time: a sweep over the bookings of each claim.

Turn-around between two seatings of a room and travel between two places are office practice:
settings. Back to back is no overlap; what lacks then is only turn-around or travel.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from kunjungan.domain.bookings import Booking, Claim, ClaimKind, Span, name_key

_ORDER = {kind: place for place, kind in enumerate(ClaimKind)}
_NONE, _MINUTE = timedelta(), timedelta(minutes=1)
One = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Minutes needed between two seatings of a room, and between two places (settings)."""

    turnaround: int = 0
    travel: int = 0


class Clash(NamedTuple):
    """Two events that cannot both have a room, person or vehicle.

    Where they do not overlap, ``missing`` minutes of turn-around or travel are lacking and
    ``overlap`` is the time between them. It is ``firm`` when both events are.
    """

    kind: ClaimKind
    key: str
    name: str
    first: Booking
    second: Booking
    overlap: Span
    firm: bool
    missing: int


class Use(NamedTuple):
    """A booking in the list of one claim, with what it is sorted by in front.

    ``number`` tells apart only what is the same in all before it.
    """

    starts: datetime
    ends: datetime
    source: str
    id: UUID
    number: int
    booking: Booking
    claim: Claim


def clashes(bookings: Iterable[Booking], gaps: Gaps) -> list[Clash]:
    """Return every clash, in an order that does not depend on that of the bookings."""
    uses = uses_of(bookings)
    reach = reach_of(uses, gaps)
    return sorted(
        (clash for each in uses.values() for clash in _sweep(each, gaps, reach)), key=_place
    )


def uses_of(bookings: Iterable[Booking]) -> dict[One, list[Use]]:
    """Return the bookings of each room, person and vehicle, each list in the order of time."""
    uses: dict[One, list[Use]] = defaultdict(list)
    for number, booking in enumerate(bookings):
        starts, ends = booking.span
        for claim in booking.claims:
            use = Use(starts, ends, booking.source, booking.id, number, booking, claim)
            uses[claim.one].append(use)
    for each in uses.values():
        each.sort()
    return uses


def clash_of(first: Use, second: Use, gaps: Gaps) -> Clash | None:
    """Return what is wrong between two uses of one thing; the first starts no later."""
    missing = 0
    if second.starts < first.ends:
        overlap = Span(second.starts, min(first.ends, second.ends))
    else:
        lacking = timedelta(minutes=_gap(first, second, gaps)) - (second.starts - first.ends)
        if lacking <= _NONE:
            return None
        missing, overlap = -(-lacking // _MINUTE), Span(first.ends, second.starts)
    one, other, claim = first.booking, second.booking, first.claim
    if _one_whole(one, other):
        return None
    kind = claim.kind
    if kind is not second.claim.kind:
        kind = min(kind, second.claim.kind, key=_ORDER.__getitem__)
    firm = one.firm and other.firm
    return Clash(kind, claim.key, claim.name, one, other, overlap, firm, missing)


def near(uses: Iterable[Use], span: Span, reach: timedelta) -> list[Use]:
    """Return the uses that are closer to a span than ``reach``; nothing else can clash with it."""
    since, until = span.starts - reach, span.ends + reach
    return [use for use in uses if use.starts < until and use.ends > since]


def reach_of(uses: Mapping[One, Iterable[Use]], gaps: Gaps) -> timedelta:
    """Return the most time that any use needs from another of the same thing."""
    own = {use.booking.turnaround for each in uses.values() for use in each} - {None}
    return timedelta(minutes=max(gaps.turnaround, gaps.travel, *(one or 0 for one in own)))


def _sweep(uses: list[Use], gaps: Gaps, reach: timedelta) -> Iterator[Clash]:
    """Yield the clashes of one claim, whose uses are in the order of time."""
    running: list[Use] = []
    for use in uses:
        if running:
            since = use.starts - reach
            running = [earlier for earlier in running if earlier.ends > since]
        for earlier in running:
            clash = clash_of(earlier, use, gaps)
            if clash is not None:
                yield clash
        running.append(use)


def _gap(first: Use, second: Use, gaps: Gaps) -> int:
    """Return the minutes that are needed between the end of one and the start of the other."""
    own = second.booking.turnaround
    if second.claim.kind is ClaimKind.ROOM:
        return gaps.turnaround if own is None else own
    travel = gaps.travel if _apart(first.booking.place, second.booking.place) else 0
    return max(travel, own or 0) if second.claim.kind is ClaimKind.VEHICLE else travel


def _apart(here: str, there: str) -> bool:
    """Say whether two places are known and not the same."""
    if here == there:
        return False
    keys = {name_key(here), name_key(there)}
    return len(keys) > 1 and "" not in keys


def _one_whole(one: Booking, other: Booking) -> bool:
    """Say whether one is a part of the other, or both are parts of one session."""
    if one.visit_id is None or one.visit_id != other.visit_id:
        return False
    parts = _part(one), _part(other)
    return None in parts or parts[0] == parts[1]


def _part(booking: Booking) -> UUID | None:
    return booking.id if booking.source == "session" else booking.part_of


def _place(clash: Clash) -> tuple[datetime, datetime, str, str]:
    """Sort by time and claim; those of one claim come in the order of time from the sweep."""
    starts, ends = clash.overlap
    return starts, ends, clash.kind, clash.key
