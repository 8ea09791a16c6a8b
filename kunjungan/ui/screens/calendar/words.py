"""What the calendar says of days, hours and entries, in the screen's language."""

from collections.abc import Sequence
from datetime import date, timedelta

from kunjungan.domain.date_words import clock
from kunjungan.domain.visit_words import EntryKind
from kunjungan.i18n import tr
from kunjungan.services.calendar.marks import DayMark
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.dates import (
    brief_day,
    hours_words,
    long_day,
    month_words,
    weekday_words,
)
from kunjungan.ui.labels import DIRECTIONS, label, screen_side
from kunjungan.ui.screens.calendar.month_grid import week_number
from kunjungan.ui.screens.calendar.sieve import View

_DAY = timedelta(days=1)
_TO = " \N{EN DASH} "


def day_named(day: date, *, brief: bool = False) -> str:
    """Return a day with its weekday: "Wednesday 7 Sep", in brief "Wed 7 Sep"."""
    weekday = weekday_words(day)
    return f"{weekday[:3] if brief else weekday} {brief_day(day)}"


def range_words(since: date, until: date) -> str:
    """Return days from and to (exclusive) as a heading: "29 Aug - 4 Sep 2022"."""
    last = until - _DAY
    if (since.year, since.month) == (last.year, last.month):
        return f"{since.day}{_TO.strip()}{brief_day(last)} {last.year}"
    first = brief_day(since) if since.year == last.year else f"{brief_day(since)} {since.year}"
    return f"{first}{_TO}{brief_day(last)} {last.year}"


def title_words(view: View, day: date, since: date, until: date) -> str:
    """Return the heading of a view."""
    if view is View.DAY:
        return long_day(day)
    return month_words(day) if view is View.MONTH else range_words(since, until)


def slot_words(slot: Slot, *, brief: bool = False) -> str:
    """Return where something would go: "Wednesday 7 Sep, 10.00"."""
    days = day_named(slot.on, brief=brief)
    if slot.until != slot.on:
        days = f"{days}{_TO}{day_named(slot.until, brief=brief)}"
    return f"{days}, {clock(slot.starts_at)}" if slot.starts_at is not None else days


def slot_hours(slot: Slot) -> str:
    """Return where something would go with both its hours: "Wednesday 7 Sep, 10.00-11.00"."""
    hours = hours_words(slot.starts_at, slot.ends_at)
    if slot.starts_at is not None and slot.until != slot.on:
        ends = f", {clock(slot.ends_at)}" if slot.ends_at is not None else ""
        return f"{day_named(slot.on)}, {clock(slot.starts_at)}{_TO}{day_named(slot.until)}{ends}"
    return f"{day_named(slot.on)}, {hours}" if hours else slot_words(slot)


def entry_title(occasion: Occasion, day: date) -> str:
    """Return the title of an occasion on one of its days: "Hamamatsu: day 2"."""
    title, nth = screen_side(occasion.title), (day - occasion.on).days + 1
    return title if nth <= 1 else tr("{title}: day {nth}", title=title, nth=nth)


def entry_facts(occasion: Occasion) -> str:
    """Return hours and guests of an occasion: "09.00-11.30 · 18 guests"."""
    guests = tr("{count} guests", count=occasion.guests) if occasion.guests else ""
    return " · ".join(filter(None, (hours_words(occasion.starts_at, occasion.ends_at), guests)))


def entry_kind(occasion: Occasion) -> str:
    """Return what an occasion is, for those who do not see its colour."""
    kind = label(occasion.kind)
    if isinstance(occasion.kind, EntryKind) or occasion.direction is None:
        return kind
    return f"{tr(DIRECTIONS[occasion.direction])}, {kind}"


def entry_description(occasion: Occasion, day: date) -> str:
    """Return everything an occasion tells, for screen readers and tooltips."""
    stage = label(occasion.stage) if occasion.stage is not None else ""
    parts = (
        entry_title(occasion, day),
        day_named(day),
        entry_facts(occasion),
        occasion.detail,
        occasion.room or occasion.place,
        occasion.leader,
        entry_kind(occasion),
        stage,
        tr("tentative") if occasion.tentative else "",
        tr("Clash") if occasion.clash else "",
    )
    return ", ".join(part for part in parts if part)


def count_words(count: int) -> str:
    """Return how many entries there are."""
    return tr("1 entry") if count == 1 else tr("{count} entries", count=count)


def holiday_words(mark: DayMark | None) -> str:
    """Return the names of a day's holidays and anniversaries, or nothing."""
    return ", ".join(screen_side(name) for name in mark.names) if mark is not None else ""


def day_description(day: date, entries: Sequence[Occasion], mark: DayMark | None) -> str:
    """Return what a day holds, for screen readers."""
    count = len(entries)
    what = count_words(count) if count else tr("nothing planned")
    week = tr("week {number}", number=week_number(day)) if day.weekday() == 0 else ""
    clash = tr("Clash") if any(one.clash for one in entries) else ""
    return ", ".join(filter(None, (long_day(day), holiday_words(mark), week, what, clash)))
