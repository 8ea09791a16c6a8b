"""Where an entry is while it is dragged: its slot shifted or stretched, by days and minutes.

Pure arithmetic on slots; pointer and keyboard both end here, so that they can do the same.
"""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import Enum

from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.screens.calendar.week_columns import DAY_MINUTES

STEP = 15
"""Minutes that a drag jumps by (office practice)."""
USUAL = 60
"""Minutes shown for what has no end, and given to what is drawn without length."""
_LAST = DAY_MINUTES - 1


class Grip(Enum):
    """What the pointer or the keyboard has hold of."""

    WHOLE = "whole"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Drag:
    """An entry on its way: what it is, what is held, where it came from and would now go.

    ``occasion`` is None while a new entry is drawn on empty space.
    """

    occasion: Occasion | None
    grip: Grip
    origin: Slot
    slot: Slot

    @property
    def moved(self) -> bool:
        """Whether letting go now would change anything."""
        return self.occasion is None or self.slot != self.origin

    def by(self, days: int, minutes: int = 0) -> "Drag":
        """Return the drag that many days and minutes away from its origin."""
        return replace(self, slot=pulled(self.origin, self.grip, days, minutes))

    def further(self, days: int, minutes: int = 0) -> "Drag":
        """Return the drag that many days and minutes away from where it is now."""
        return replace(self, slot=pulled(self.slot, self.grip, days, minutes))


def slot_of(occasion: Occasion) -> Slot:
    """Return the days and hours an occasion has now."""
    return Slot(occasion.on, occasion.until, occasion.starts_at, occasion.ends_at)


def start_drag(occasion: Occasion, grip: Grip = Grip.WHOLE) -> Drag:
    """Return the drag of an occasion that has not left its place yet."""
    slot = slot_of(occasion)
    return Drag(occasion, grip, slot, slot)


def draw_hours(day: date, first: int, last: int) -> Drag:
    """Return a new entry drawn from one minute of a day to another, either way round."""
    start, end = sorted((snapped(first), snapped(last)))
    start = min(start, DAY_MINUTES - USUAL)
    slot = Slot(day, day, at_minute(start), at_minute(end if end > start else start + USUAL))
    return Drag(None, Grip.END, slot, slot)


def draw_days(first: date, last: date) -> Drag:
    """Return a new entry of whole days drawn from one day to another, either way round."""
    slot = Slot(min(first, last), max(first, last), None, None)
    return Drag(None, Grip.END, slot, slot)


def pulled(slot: Slot, grip: Grip, days: int, minutes: int) -> Slot:
    """Return a slot with the held part moved; it keeps some length, and a whole one all of it.

    Hours stop at the ends of their day: only ``days`` carry an end over midnight.
    """
    if grip is Grip.WHOLE:
        shifted = replace(slot, on=shifted_day(slot.on, days), until=shifted_day(slot.until, days))
        return _shift_hours(shifted, minutes)
    if slot.starts_at is not None:
        return _stretch_hours(slot, slot.starts_at, grip, days, minutes)
    if grip is Grip.START:
        return replace(slot, on=min(shifted_day(slot.on, days), slot.until))
    return replace(slot, until=max(shifted_day(slot.until, days), slot.on))


def span_of(starts_at: time, ends_at: time | None) -> tuple[int, int]:
    """Return hours as minutes of the day; without an end the usual length."""
    start = minute_of(starts_at)
    end = minute_of(ends_at) if ends_at is not None else start + USUAL
    return start, min(max(end, start + STEP), DAY_MINUTES)


def minute_of(at: time) -> int:
    """Return how many minutes of the day have passed."""
    return at.hour * 60 + at.minute


def at_minute(minute: int) -> time:
    """Return the clock time after so many minutes of the day, 23.59 at its end."""
    hour, rest = divmod(min(max(minute, 0), _LAST), 60)
    return time(hour, rest)


def snapped(minute: int) -> int:
    """Return the nearest step of the clock, within the day."""
    return min(max(round(minute / STEP) * STEP, 0), DAY_MINUTES)


def shifted_day(day: date, by: int) -> date:
    """Return a day that many days later, or the calendar's first or last where it ends."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.max if by > 0 else date.min


def _shift_hours(slot: Slot, minutes: int) -> Slot:
    if slot.starts_at is None or not minutes:
        return slot
    start, end = minute_of(slot.starts_at), _end_of(slot, slot.starts_at)
    by = min(max(minutes, -min(start, end)), _LAST - max(start, end))
    ends = at_minute(end + by) if slot.ends_at is not None else None
    return replace(slot, starts_at=at_minute(start + by), ends_at=ends)


def _stretch_hours(slot: Slot, at: time, grip: Grip, days: int, minutes: int) -> Slot:
    start, end = minute_of(at), _end_of(slot, at)
    if grip is Grip.START:
        on = min(shifted_day(slot.on, days), slot.until)
        most = end - STEP if on == slot.until else _LAST
        return replace(slot, on=on, starts_at=at_minute(min(start + minutes, most)))
    until = max(shifted_day(slot.until, days), slot.on)
    ends = max(end + minutes, start + STEP if until == slot.on else 0)
    return replace(slot, until=until, ends_at=slot.ends_at if ends == end else at_minute(ends))


def _end_of(slot: Slot, at: time) -> int:
    """Return the minute of its last day at which a slot with hours ends, if only as shown."""
    if slot.ends_at is not None:
        return minute_of(slot.ends_at)
    return min(minute_of(at) + USUAL, _LAST) if slot.until == slot.on else _LAST
