"""The clock of a rundown: start, minutes and end; what slips, moves, overlaps and stays free.

Times are local clock times of one day, lengths whole minutes; nothing crosses midnight.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import combinations, pairwise

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

LAST = 24 * 60 - 1
"""The last minute of a day, counted from midnight."""
LONGEST = 12 * 60
"""The longest an item may be, in minutes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when an item is held and for how many minutes."""

    starts_at: time
    minutes: int

    @property
    def ends_at(self) -> time:
        """When it ends; past midnight, as files of others have it, on the next day's clock."""
        over = (minute_of(self.starts_at) + self.minutes) % (LAST + 1)
        return time(over // 60, over % 60)


@dataclass(frozen=True, slots=True)
class Point:
    """An item on the clock: its key, its start in minutes from midnight, its length.

    A ``fixed`` one keeps its time whatever slips.
    """

    key: Hashable
    starts: int
    minutes: int
    fixed: bool = False

    @property
    def ends(self) -> int:
        """The minute after its last."""
        return self.starts + self.minutes

    def shifted(self, minutes: int) -> "Point":
        """Return it so much later, or itself where it is fixed."""
        return self if self.fixed else replace(self, starts=self.starts + minutes)


@dataclass(frozen=True, slots=True)
class Slipped:
    """What a slip made of the points in order: all of them, and who moved."""

    points: tuple[Point, ...]
    moved: tuple[Hashable, ...]


def minute_of(at: time) -> int:
    """Return the minutes from midnight."""
    return at.hour * 60 + at.minute


def clock_at(minute: int) -> time:
    """Return the time so many minutes after midnight; RuleBroken outside the day."""
    if not 0 <= minute <= LAST:
        raise RuleBroken(later("That is past midnight. Give the next day a session of its own."))
    return time(minute // 60, minute % 60)


def stretch_of(starts_at: time | None, minutes: int | None, ends_at: time | None) -> Stretch:
    """Return an item's time from any two of start, minutes and end.

    Raises:
        RuleBroken: fewer than two are given, three contradict each other, or the time is none.
    """
    if [starts_at, minutes, ends_at].count(None) > 1:
        raise RuleBroken(later("Give two of start, duration and end."))
    if starts_at is None:
        assert minutes is not None  # two of three are there
        starts_at = clock_at(_minute(ends_at) - minutes)
    if minutes is None:
        minutes = _minute(ends_at) - minute_of(starts_at)
    if not 1 <= minutes <= LONGEST:
        message = later("An item takes from 1 minute to {most} hours and ends after its start.")
        raise RuleBroken(message, most=LONGEST // 60)
    over = clock_at(minute_of(starts_at) + minutes)
    if ends_at not in {None, over}:
        raise RuleBroken(later("Start, duration and end contradict each other."))
    return Stretch(starts_at, minutes)


def in_order(points: Iterable[Point]) -> list[Point]:
    """Return points by their start; those of one minute stay as they were given."""
    return sorted(points, key=lambda point: point.starts)


def slipped(points: Sequence[Point], first: Hashable, minutes: int) -> Slipped:
    """Let one point and all later ones slip by some minutes, earlier where negative."""
    order = in_order(points)
    place = _place(order, first)
    return _outcome(order, [*order[:place], *(p.shifted(minutes) for p in order[place:])])


def rippled(points: Sequence[Point], changed: Point) -> Slipped:
    """Give one point its new time and let all later ones follow its end."""
    order = in_order(points)
    place = _place(order, changed.key)
    later_by = changed.ends - order[place].ends
    follow = (point.shifted(later_by) for point in order[place + 1 :])
    return _outcome(order, [*order[:place], changed, *follow])


def stepped(points: Sequence[Point], key: Hashable, step: int) -> list[Point]:
    """Return the points with one brought past so many neighbours, up where negative.

    Two neighbours change places: the second starts where the first did, and the time between them
    stays. Past a fixed one the other is laid beside it. RuleBroken where the point itself is fixed.
    """
    order = in_order(points)
    for _ in range(abs(step)):
        place = _place(order, key)
        other = place + (1 if step > 0 else -1)
        if not 0 <= other < len(order):
            break
        low = min(place, other)
        order[low : low + 2] = _swapped(order[low], order[low + 1], key)
    return order


def overlaps(points: Iterable[Point]) -> list[tuple[Point, Point]]:
    """Return every two points that share a minute, in the order of the clock."""
    return [(a, b) for a, b in combinations(in_order(points), 2) if b.starts < a.ends]


def gaps(points: Iterable[Point]) -> Iterator[tuple[Point, Point, int]]:
    """Yield each two neighbours with the minutes that stay free between them."""
    for before, after in pairwise(in_order(points)):
        if after.starts > before.ends:
            yield before, after, after.starts - before.ends


def total(points: Iterable[Point]) -> int:
    """Return the sum of all minutes, overlapping ones counted twice."""
    return sum(point.minutes for point in points)


def _minute(at: time | None) -> int:
    assert at is not None  # two of three are there
    return minute_of(at)


def _place(order: Sequence[Point], key: Hashable) -> int:
    return next(place for place, point in enumerate(order) if point.key == key)


def _swapped(first: Point, second: Point, moving: Hashable) -> list[Point]:
    if (first if first.key == moving else second).fixed:
        raise RuleBroken(later("This item keeps its time. Untick “Keeps its time” to move it."))
    if second.fixed:
        return [second, replace(first, starts=second.ends)]
    if first.fixed:
        return [replace(second, starts=first.starts - second.minutes), first]
    between = second.starts - first.ends
    up = replace(second, starts=first.starts)
    return [up, replace(first, starts=up.ends + between)]


def _outcome(before: Sequence[Point], after: Sequence[Point]) -> Slipped:
    for point in after:
        clock_at(point.starts), clock_at(point.ends)
    moved = [b.key for a, b in zip(before, after, strict=True) if a != b]
    return Slipped(tuple(after), tuple(moved))
