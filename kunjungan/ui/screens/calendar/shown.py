"""What a view has to show: the days of its range, their entries in order and their marks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from kunjungan.services.calendar.marks import DayMark
from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.screens.calendar.drag import shifted_day
from kunjungan.ui.screens.calendar.month_grid import first_of, monday_of, month_after, weeks_of
from kunjungan.ui.screens.calendar.sieve import View

AGENDA_DAYS = 60
"""How many days the agenda shows from the chosen one on (office practice)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A range of days up to, but without, ``until``, with everything that happens in it."""

    view: View
    day: date
    since: date
    until: date
    today: date
    occasions: tuple[Occasion, ...] = ()
    marks: Mapping[date, DayMark] = field(default_factory=dict)

    def days(self) -> list[date]:
        """Return every day of the range."""
        return [shifted_day(self.since, by) for by in range((self.until - self.since).days)]

    def by_day(self) -> dict[date, list[Occasion]]:
        """Return the entries of each day in the order in which they are read."""
        found: dict[date, list[Occasion]] = {day: [] for day in self.days()}
        for occasion in sorted(self.occasions, key=_order):
            for day in days_of(occasion, self.since, self.until):
                found[day].append(occasion)
        return found


def range_of(view: View, day: date) -> tuple[date, date]:
    """Return the days that a view shows round a day, from the first up to without the second."""
    if view is View.MONTH:
        mondays = weeks_of(first_of(day))
        return mondays[0], shifted_day(mondays[-1], 7)
    if view is View.WEEK:
        return monday_of(day), shifted_day(monday_of(day), 7)
    return day, shifted_day(day, 1 if view is View.DAY else AGENDA_DAYS)


def stepped(view: View, day: date, by: int) -> date:
    """Return the day to go to when the view is turned on by so many pages."""
    if view in {View.WEEK, View.DAY}:
        return shifted_day(day, by * (7 if view is View.WEEK else 1))
    first = month_after(day, by)
    last = (month_after(first, 1) - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def days_of(occasion: Occasion, since: date, until: date) -> Iterator[date]:
    """Yield the days of an occasion that lie in a range."""
    day = max(occasion.on, since)
    last = min(occasion.last, shifted_day(until, -1))
    while day <= last:
        yield day
        day = shifted_day(day, 1)


def whole_day(occasion: Occasion) -> bool:
    """Tell whether an occasion stands in the row of whole days, not among the hours."""
    return occasion.starts_at is None or occasion.on != occasion.last


def in_order(occasions: Iterable[Occasion]) -> list[Occasion]:
    """Return occasions as they are read: by day, whole days first, then by the clock."""
    return sorted(occasions, key=_order)


def _order(occasion: Occasion) -> tuple[bool, date, time, str, str]:
    timed = occasion.starts_at is not None
    starts = occasion.starts_at or time.min
    return timed, occasion.on, starts, occasion.title.id, occasion.ref.id.hex
