"""The time a room has between two seatings, against the time it needs (office practice: setting).

A room is known by its name, however it is written.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar

from kunjungan.domain.bookings import name_key
from kunjungan.domain.rundown import minute_of

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Seating(Generic[K]):
    """A use of a room on a day; ``need`` is how many minutes the room needs before it."""

    key: K
    room: str
    on: date
    starts_at: time
    ends_at: time
    need: int


@dataclass(frozen=True, slots=True)
class Turnaround(Generic[K]):
    """Two uses of a room one after the other, and the minutes between them.

    ``minutes`` is below zero where the later one begins before the earlier one is over.
    """

    before: K
    after: K
    room: str
    on: date
    ends_at: time
    starts_at: time
    minutes: int
    need: int

    @property
    def enough(self) -> bool:
        """Whether the room can be made ready in time."""
        return self.minutes >= self.need


def turnarounds(seatings: Iterable[Seating[K]]) -> list[Turnaround[K]]:
    """Return the times between following uses of each room, day by day, in order of time.

    A use is measured against the one that is over last before it, so none is hidden by a short
    one within a long one. The order of input does not matter.
    """
    rooms: dict[tuple[date, str], list[Seating[K]]] = defaultdict(list)
    for seating in seatings:
        if name_key(seating.room):
            rooms[seating.on, name_key(seating.room)].append(seating)
    found = [gap for uses in rooms.values() for gap in _between(sorted(uses, key=_order))]
    return sorted(
        found, key=lambda gap: (gap.on, gap.starts_at, name_key(gap.room), str(gap.after))
    )


def _between(uses: list[Seating[K]]) -> Iterable[Turnaround[K]]:
    last = uses[0]
    for use in uses[1:]:
        free = minute_of(use.starts_at) - minute_of(last.ends_at)
        yield Turnaround(
            last.key, use.key, use.room, use.on, last.ends_at, use.starts_at, free, use.need
        )
        last = max(last, use, key=lambda each: each.ends_at)


def _order(seating: Seating[K]) -> tuple[time, time, str]:
    return seating.starts_at, seating.ends_at, str(seating.key)
