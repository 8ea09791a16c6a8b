"""Reads what the calendar shows from the office: only the days in view, and anew after changes."""

from dataclasses import dataclass, field
from datetime import date

from kunjungan.services.calendar.conflicts import ConflictLine, list_conflicts
from kunjungan.services.calendar.marks import DayMark, day_marks, missing_years
from kunjungan.services.calendar.occasions import MonthOnly, Occasion, month_only, occasions
from kunjungan.services.office import Office
from kunjungan.ui.screens.calendar.month_grid import first_of, month_after
from kunjungan.ui.screens.calendar.shown import Shown, range_of
from kunjungan.ui.screens.calendar.sieve import Group, Sieve, View
from kunjungan.ui.screens.calendar.strips import with_strips


@dataclass(frozen=True, slots=True)
class Found:
    """What a range of days holds, before anything is filtered out."""

    since: date
    until: date
    occasions: tuple[Occasion, ...] = ()
    marks: dict[date, DayMark] = field(default_factory=dict)
    undated: tuple[MonthOnly, ...] = ()
    missing: tuple[int, ...] = ()


def read_range(office: Office, view: View, day: date) -> Found:
    """Return what the range of a view round a day holds."""
    since, until = range_of(view, day)
    month = first_of(day)
    years = sorted({since.year, day.year} if view is View.AGENDA else {day.year})
    return Found(
        since,
        until,
        tuple(occasions(office, since, until)),
        day_marks(office, since, until),
        tuple(month_only(office, month, month_after(month, 1))),
        tuple(missing_years(office, years)),
    )


def read_clashes(office: Office, since: date, until: date) -> list[ConflictLine]:
    """Return the clashes of some days, ``until`` not part of them, those that are left last."""
    return sorted(list_conflicts(office, since, until), key=lambda line: line.left)


def shown_of(found: Found, sieve: Sieve, day: date, today: date) -> Shown:
    """Return what a view shows of what was found, after kinds and filters."""
    among = sieve.shown(found.occasions)
    if sieve.view in {View.WEEK, View.DAY}:
        among = with_strips(among)
    marks = {} if Group.HOLIDAYS in sieve.hidden else found.marks
    return Shown(sieve.view, day, found.since, found.until, today, tuple(among), marks)
