"""Where things stand in the hour grid: columns of days, whole days above, hours below.

Pure arithmetic: days and minutes in, rectangles in logical pixels out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from PySide6.QtCore import QRectF

from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.screens.calendar.drag import span_of
from kunjungan.ui.screens.calendar.shown import whole_day
from kunjungan.ui.screens.calendar.week_columns import DAY_MINUTES, Lane, lanes, widths

GUTTER, HEAD, HOUR = 52, 47, 56
"""Width of the hours' names, height of the days' names, height of an hour."""
STRIP, STRIP_ROOM = 22, 28
_MOST_STRIPS = 4
_LEAST = 20
_PAD = 2


@dataclass(frozen=True, slots=True)
class Strip:
    """A bar in the row of whole days: what, from which to which column, in which line."""

    occasion: Occasion
    first: int
    last: int
    line: int


@dataclass(frozen=True, slots=True)
class HoursPlan:
    """A week or a day laid out for a width of pixels."""

    days: tuple[date, ...]
    edges: tuple[float, ...]
    strips: tuple[Strip, ...]
    timed: Mapping[date, Sequence[tuple[Occasion, Lane]]]

    @property
    def lines(self) -> int:
        """How many lines the row of whole days shows."""
        needed = max((strip.line + 1 for strip in self.strips), default=1)
        return min(needed, _MOST_STRIPS)

    @property
    def top(self) -> float:
        """Where the hours begin, before scrolling."""
        return HEAD + max(STRIP_ROOM, self.lines * STRIP + 6)

    def hidden(self, column: int) -> int:
        """Return how many bars of a day have no line in the row of whole days."""
        shown = self.shown_lines
        return sum(s.first <= column <= s.last and s.line >= shown for s in self.strips)

    @property
    def shown_lines(self) -> int:
        """How many lines of bars are drawn; the last one says how many more there are."""
        needed = max((strip.line + 1 for strip in self.strips), default=1)
        return needed if needed <= _MOST_STRIPS else _MOST_STRIPS - 1

    def column(self, day: date) -> int:
        """Return the place of a day."""
        return (day - self.days[0]).days

    def column_at(self, x: float) -> int | None:
        """Return the column under a place, None beside them."""
        places = range(len(self.days))
        return next((at for at in places if self.edges[at] <= x < self.edges[at + 1]), None)

    def strip_rect(self, strip: Strip) -> QRectF:
        """Return where a bar is drawn."""
        left, right = self.edges[strip.first], self.edges[strip.last + 1]
        return QRectF(left + 3, HEAD + 4 + strip.line * STRIP, right - left - 5, STRIP - 3)

    def timed_rect(self, one: Occasion, day: date, lane: Lane) -> QRectF:
        """Return where an entry is drawn among the hours, from midnight at 0."""
        at = self.column(day)
        left, wide = self.edges[at] + _PAD, self.edges[at + 1] - self.edges[at] - 2 * _PAD - 1
        start, end = minutes_of(one)
        share = wide / lane.of
        height = max((end - start) * HOUR / 60, _LEAST)
        return QRectF(left + lane.at * share, start * HOUR / 60, max(share - 1, 2), height)


def plan_hours(
    days: Sequence[date], by_day: Mapping[date, Sequence[Occasion]], width: float
) -> HoursPlan:
    """Lay out days of entries in so many pixels."""
    timed: dict[date, list[tuple[Occasion, Lane]]] = {}
    for day in days:
        among = [one for one in by_day[day] if not whole_day(one)]
        timed[day] = list(zip(among, lanes([minutes_of(one) for one in among]), strict=True))
    most = [max((lane.of for _, lane in timed[day]), default=1) for day in days]
    wide = widths([day.weekday() for day in days], most, max(width - GUTTER, 1))
    edges = tuple(accumulate(wide, initial=float(GUTTER)))
    return HoursPlan(tuple(days), edges, tuple(_strips(days, by_day)), timed)


def minutes_of(one: Occasion) -> tuple[int, int]:
    """Return the minutes of the day that an entry with hours takes up."""
    if one.starts_at is None:
        return 0, DAY_MINUTES
    start, end = span_of(one.starts_at, one.ends_at)
    return start, end if one.until == one.on else DAY_MINUTES


def _strips(days: Sequence[date], by_day: Mapping[date, Sequence[Occasion]]) -> list[Strip]:
    whole = {one.ref: one for day in days for one in by_day[day] if whole_day(one)}
    ordered = sorted(
        whole.values(), key=lambda one: (one.on, -(one.last - one.on).days, one.title.id)
    )
    spans = [_columns(one, days) for one in ordered]
    return [
        Strip(one, first, last - 1, lane.at)
        for one, (first, last), lane in zip(ordered, spans, lanes(spans), strict=True)
    ]


def _columns(one: Occasion, days: Sequence[date]) -> tuple[int, int]:
    """Return the columns that an entry takes up, the last not part of it."""
    first = max(one.on, days[0]) - days[0]
    last = min(one.last, days[-1]) - days[0] + timedelta(days=1)
    return first.days, last.days
