"""Days and times as the screen writes them, and as people type them."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock, clock_hours, day_month_year, month_name, weekday
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.ui.labels import said_words, screen_side

_MONTHS = {
    word.lower(): month
    for month in range(1, 13)
    for word in (month_name(month).id, month_name(month).en)
}
_SHORTEST_MONTH = 3
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
"""Years outside are slips of the hand: 0222 for 2022 (office practice)."""
_NO_DATE = later("“{text}” is not a date. Write it like 01-09-2022.")
_DIGITS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d]+)\.?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})[.:]?(\d{2})?")


def short_day(day: date, *, year: bool = False) -> str:
    """Return a day for a list: "Thu, 1 Sep", with ``year`` "Thu, 1 Sep 2022"."""
    return f"{_short(weekday(day))}, {brief_day(day, year=year)}"


def brief_day(day: date, *, year: bool = False) -> str:
    """Return a day without its weekday: "1 Sep", with ``year`` "1 Sep 2022"."""
    words = f"{day.day} {short_month(day.month)}"
    return f"{words} {day.year}" if year else words


def long_day(day: date) -> str:
    """Return a day for a heading: "Thursday, 1 September 2022"."""
    return screen_side(PartialDate.of(day).words)


def short_month(month: int) -> str:
    """Return a month of 1 to 12 in short: "Sep"."""
    return _short(month_name(month))


def weekday_words(day: date) -> str:
    """Return a day's weekday: "Thursday"."""
    return screen_side(weekday(day))


def month_words(day: date) -> str:
    """Return the month a day is in: "September 2022"."""
    return f"{screen_side(month_name(day.month))} {day.year}"


def partial_words(on: PartialDate) -> str:
    """Return a date as far as it is known: "Thu, 1 Sep 2022", "Dec 2021" or "2021"."""
    if on.full is not None:
        return short_day(on.full, year=True)
    return f"{_short(month_name(on.month))} {on.year}" if on.month else str(on.year)


def typed_day(on: PartialDate) -> str:
    """Return a date as a field shows it for editing: "01-09-2022", "Dec 2021" or "2021"."""
    if on.full is not None:
        return day_month_year(on.full)
    return partial_words(on)


def moment_words(moment: datetime) -> str:
    """Return a local moment: "Fri, 26 Aug 17.05"."""
    return f"{short_day(moment.date())} {clock(moment.time())}"


def hours_words(starts_at: time | None, ends_at: time | None) -> str:
    """Return hours with an en dash between them; empty where no start is known."""
    return clock_hours(starts_at, ends_at) if starts_at else ""


def told_words(message: str, values: Mapping[str, object]) -> str:
    """Return a sentence with its values, days and clock times as the screen writes them."""
    return said_words(message, {name: _told(value) for name, value in values.items()})


def read_day(text: str) -> PartialDate:
    """Return the date someone typed, in digits or words of either language.

    Raises:
        RuleBroken: it is no date.
    """
    typed = " ".join(text.split()).rsplit(",", 1)[-1].strip()
    for pattern, order in ((_DIGITS, "dmy"), (_ISO, "ymd"), (_MONTH_YEAR, "my"), (_WORDS, "dmy")):
        if found := pattern.fullmatch(typed):
            parts = dict(zip(order, found.groups(), strict=True))
            return _made(parts, text)
    raise RuleBroken(_NO_DATE, text=text)


def read_time(text: str) -> time:
    """Return the clock time someone typed: 9, 9.00, 09:00 or 0900.

    Raises:
        RuleBroken: it is no time of day.
    """
    found = _CLOCK.fullmatch(text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise RuleBroken(later("“{text}” is not a time. Write it like 09.00."), text=text)
    return time(hour, minute)


def _made(parts: dict[str, str | None], text: str) -> PartialDate:
    month = parts.get("m")
    number = int(month) if month and month.isdigit() else _month(month, text)
    day = parts.get("d")
    if number == 0 or (day is not None and int(day) == 0):
        raise RuleBroken(_NO_DATE, text=text)
    year = int(parts["y"] or 0)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise RuleBroken(later("“{text}” has a year that cannot be meant."), text=text)
    try:
        return PartialDate(year, number, int(day) if day else None)
    except RuleBroken as refusal:
        raise RuleBroken(refusal.message, text=text) from refusal


def _month(word: str | None, text: str) -> int | None:
    if word is None:
        return None
    found = {
        number
        for name, number in _MONTHS.items()
        if len(word) >= _SHORTEST_MONTH and name.startswith(word.lower())
    }
    if len(found) != 1:
        raise RuleBroken(_NO_DATE, text=text)
    return found.pop()


def _told(value: object) -> object:
    if isinstance(value, time):
        return clock(value)
    return short_day(value) if isinstance(value, date) else value


def _short(pair: Bilingual) -> str:
    return screen_side(pair)[:3]
