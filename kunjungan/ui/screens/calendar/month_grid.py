"""The month as a grid: its weeks from Monday, and how many entries a day has room for.

Pure arithmetic in days and logical pixels; the view only paints what comes out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

ONE, TWO, GAP = 18, 32, 2
"""Heights of an entry of one and of two lines, and the room between two entries, in pixels."""
_WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """Return the Monday that the week of a day begins with."""
    return day - timedelta(days=day.weekday())


def first_of(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)


def month_after(day: date, by: int) -> date:
    """Return the first day of the month ``by`` months later, within the years 1 to 9999."""
    place = min(max(day.year * 12 + day.month - 1 + by, 12), 9999 * 12 + 10)
    return date(place // 12, place % 12 + 1, 1)


def weeks_of(month: date) -> list[date]:
    """Return the Mondays of the weeks that show a whole month, four to six."""
    last = month_after(first_of(month), 1) - timedelta(days=1)
    monday, mondays = monday_of(first_of(month)), []
    while monday <= last:
        mondays.append(monday)
        monday += _WEEK
    return mondays


def week_number(monday: date) -> int:
    """Return the number of a week in its year (ISO 8601: the first holds the first Thursday)."""
    return monday.isocalendar().week


@dataclass(frozen=True, slots=True)
class Fit:
    """How a day's entries are written: lines of each one shown, and how many are left out."""

    lines: tuple[int, ...]
    hidden: int = 0


def fit(wanted: Sequence[int], room: float) -> Fit:
    """Return how entries that want one or two lines each fit into ``room`` pixels.

    All in the lines they want where that fits, else all in one line, else as many as leave a line
    for saying how many more there are.
    """
    if _height(wanted) <= room:
        return Fit(tuple(wanted))
    single = (1,) * len(wanted)
    if _height(single) <= room:
        return Fit(single)
    shown = max(int((room + GAP) // (ONE + GAP)) - 1, 0)
    return Fit(single[:shown], len(wanted) - shown)


def tops(lines: Sequence[int]) -> list[float]:
    """Return where each entry begins below the first one's top, and where the next would."""
    found = [0.0]
    for count in lines:
        found.append(found[-1] + (TWO if count > 1 else ONE) + GAP)
    return found


def _height(lines: Sequence[int]) -> float:
    return max(tops(lines)[-1] - GAP, 0.0)
