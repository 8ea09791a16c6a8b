"""Limits counted in working days, by the holidays that the office knows and its own week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, select

from kunjungan.domain.term_days import shifted
from kunjungan.domain.workdays import CLOSED, add_working_days, is_working_day
from kunjungan.services.office_settings import OfficeSettings, settings_in
from kunjungan.store.tables import Holiday

_FAR = timedelta(days=3660)
"""Beyond ten years the days left are not counted one by one."""


@dataclass(frozen=True, slots=True)
class Due:
    """A limit: its last day and how many working days are left, fewer than none once it is over.

    ``sure`` is False where the holidays of its year are not on record yet.
    """

    on: date
    left: int
    sure: bool = True

    @property
    def overdue(self) -> bool:
        """Whether the last day is over."""
        return self.left < 0


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days on which this office works; ``known_until`` is the last year with holidays."""

    off: frozenset[date]
    week: frozenset[int]
    known_until: int
    today: date
    chosen: OfficeSettings

    def works(self, day: date) -> bool:
        """Say whether the office works on a day."""
        return is_working_day(day, self.off, week=self.week)

    def add(self, start: date, days: int) -> date:
        """Return the last day of a limit; the day after ``start`` is its first."""
        return add_working_days(start, days, self.off, week=self.week)

    def first_from(self, day: date) -> date:
        """Return the first working day from a day on, perhaps that day."""
        return day if self.works(day) else self.add(day, 1)

    def due(self, on: date) -> Due:
        """Return a last day with what is left of it from today."""
        return Due(on, self._left(on), on.year <= self.known_until)

    def after(self, start: date, span: Mapping[str, int | str]) -> date:
        """Return the day a span ends: working days, days or months, or the setting of a name."""
        day = start
        for unit, amount in span.items():
            count = amount if isinstance(amount, int) else int(getattr(self.chosen, amount))
            if unit == "months":
                day = shifted(day, count)
            else:
                day = self.add(day, count) if unit == "working_days" else day + timedelta(count)
        return day

    def _left(self, on: date) -> int:
        """Count the working days after today up to ``on``, or those gone by since."""
        if abs(on - self.today) > _FAR:
            return (on - self.today).days
        first, last = sorted((self.today, on))
        days = (last - first).days
        between = (first + timedelta(days=step) for step in range(1, days + 1))
        count = sum(map(self.works, between))
        return count if on >= self.today else -max(count, 1)


def calendar_in(session: Session, today: date) -> WorkCalendar:
    """Return the office's working days as an open session knows them (setting: six-day week)."""
    chosen = settings_in(session)
    off = frozenset(row.on for row in session.exec(select(Holiday)) if row.kind in CLOSED)
    known_until = max((day.year for day in off), default=0)
    return WorkCalendar(off, chosen.week, known_until, today, chosen)
