"""Reads an iCalendar file into plain rows (RFC 5545), within bounds of time, size and count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.ical_events import (
    LIBRARY_ERRORS,
    LINE,
    Setting,
    is_series,
    rows_of,
    uid_of,
    window_holds,
)
from kunjungan.exchange.ical_rows import IcalFault, IcalFile, IcalRow
from kunjungan.exchange.ical_series import occurrences
from kunjungan.exchange.ical_text import calendar_text, event_lines
from kunjungan.exchange.incoming import kept_name, parts_of
from kunjungan.exchange.time_limit import TimeUp, within
from kunjungan.i18n import later

if TYPE_CHECKING:
    from icalendar import Calendar, Event

MEGABYTES = 8
"""How large a file may be; a busy year of one leader has about one."""
SECONDS = 4.0
"""How long the reading of one file may take."""
MOST = 5_000
"""How many entries and occurrences one import may bring."""
_SLOW = later(
    "{name} takes too long to read: it holds too much, or recurrences without end. "
    "Nothing was imported; export a shorter period from the other program."
)
_BROKEN = later(
    "{name} is damaged: a line outside its entries cannot be read. Nothing was imported; "
    "export it from the other program once more."
)
_TOO_MANY = later(
    "{name} holds more than {most} entries in this period. Nothing was imported; "
    "choose a shorter period."
)


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are wanted, the last not part of them; ``home`` is the office's zone."""

    since: date
    until: date
    home: tzinfo


def read_ical(path: Path, window: Window) -> IcalFile:
    """Read a file: what of it lies in the window, each entry by itself.

    Raises:
        NotFound: it is gone.
        RuleBroken: it is too large, no calendar, broken off, or takes too long.
        Unavailable: it cannot be read to its end.
    """
    data = b"".join(parts_of(path, megabytes=MEGABYTES))
    return parse_ical(data, kept_name(path.name), window)


def parse_ical(data: bytes, name: str, window: Window) -> IcalFile:
    """Read the bytes of a file; see ``read_ical``."""
    text = calendar_text(data, name)
    lines = event_lines(text, name)
    try:
        return within(SECONDS, lambda: _parsed(text, name, lines, window))
    except TimeUp as error:
        raise RuleBroken(_SLOW, name=name) from error


def _parsed(text: str, name: str, lines: list[int], window: Window) -> IcalFile:
    calendars = _calendars(text, name)
    events = [(own, event) for own in calendars for event in own.events]
    for line, (_, event) in zip(lines, events, strict=False):
        event[LINE] = line
    reader = _Reader(name, window)
    for calendar in calendars:
        reader.take(calendar)
    title = str(calendars[0].get("X-WR-CALNAME") or calendars[0].get("NAME") or "")
    rows = sorted(reader.rows, key=lambda row: (row.line, row.recurrence))
    faults = sorted(reader.faults, key=lambda each: each.line)
    return IcalFile(
        " ".join(title.split()),
        tuple(rows),
        tuple(faults),
        reader.outside,
        frozenset(reader.recurring),
    )


def _calendars(text: str, name: str) -> "list[Calendar]":
    from icalendar import Calendar  # noqa: PLC0415 - heavy

    try:
        found = Calendar.from_ical(text, multiple=True)
    except (*LIBRARY_ERRORS, RecursionError) as error:
        raise RuleBroken(_BROKEN, name=name) from error
    own = [each for each in found if isinstance(each, Calendar)]
    if not own or len(own) < len(found):
        raise RuleBroken(_BROKEN, name=name)
    return own


class _Reader:
    """Takes calendar after calendar, each entry by itself."""

    def __init__(self, name: str, window: Window) -> None:
        self._name = name
        self._window = window
        self.rows: list[IcalRow] = []
        self.faults: list[IcalFault] = []
        self.outside = 0
        self.recurring: set[str] = set()

    def take(self, calendar: "Calendar") -> None:
        """Take all events of a calendar; raises RuleBroken for more than one import may bring."""
        setting = Setting.of(calendar, self._window.home)
        series: dict[str, list[Event]] = {}
        for event in calendar.events:
            uid = uid_of(event)
            if is_series(event) and uid:
                series.setdefault(uid, []).append(event)
            else:
                self._take_single(event, setting)
        for uid, members in series.items():
            self._take_series(uid, members, setting)

    def _take_single(self, event: "Event", setting: Setting) -> None:
        rows, faults = rows_of([event], setting)
        kept = self._keep(rows)
        self.faults += faults
        self.outside += len(rows) - kept

    def _take_series(self, uid: str, members: "list[Event]", setting: Setting) -> None:
        window = self._window
        rows, faults = occurrences(members, setting, window.since, window.until)
        kept = self._keep(rows)
        self.faults += faults
        if not faults:
            self.recurring.add(uid)
            self.outside += not kept

    def _keep(self, rows: Sequence[IcalRow]) -> int:
        """Keep the rows that lie in the window and return how many they are."""
        window = self._window
        kept = [r for r in rows if window_holds(r, window.since, window.until, window.home)]
        self.rows += kept
        if len(self.rows) > MOST:
            raise RuleBroken(_TOO_MANY, name=self._name, most=MOST)
        return len(kept)
