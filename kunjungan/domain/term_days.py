"""Days and months counted on the calendar, which ends at its first and last day."""

import calendar
from datetime import MAXYEAR, date, timedelta


def months_between(first: date, last: date) -> int:
    """Return how many whole months lie between two days, 0 where ``last`` is not later."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(months - (shifted(first, months) > last), 0)


def shifted(day: date, months: int) -> date:
    """Return the same day so many months later; a month without it gives its last day.

    The calendar's first and last day stop it.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < 1 or year > MAXYEAR:
        return date.min if year < 1 else date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def shifted_days(day: date, days: int) -> date:
    """Return the day so many days later; the calendar's last day stops it."""
    return day + timedelta(days=min(days, (date.max - day).days))
