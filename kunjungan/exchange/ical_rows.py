"""What an iCalendar file says, as plain rows that no library stands behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

Status = Literal["confirmed", "tentative", "cancelled"]
NONE: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class IcalRow:
    """One event, or one occurrence of an event that recurs.

    ``line`` is where it begins in the file. ``starts`` and ``ends`` are instants with a zone, or
    days of which the last is not part of it (RFC 5545, 3.6.1); ``ends`` equals ``starts`` where
    the file gives no end of an hour. ``tzid`` is the zone's name in the time zone database,
    ``floating`` that the file gave none; ``recurrence`` names the occurrence in UTC, and
    ``unread`` that a line of it could not be read and was passed over.
    """

    line: int
    uid: str
    recurrence: str
    title: str
    starts: datetime | date
    ends: datetime | date
    tzid: str = ""
    floating: bool = False
    location: str = ""
    note: str = ""
    status: Status = "confirmed"
    sequence: int = 0
    unread: bool = False

    @property
    def all_day(self) -> bool:
        """Whether it takes whole days."""
        return not isinstance(self.starts, datetime)


@dataclass(frozen=True, slots=True)
class IcalFault:
    """An entry that cannot be taken: where it begins, what it is called, and why not.

    ``reason`` is an untranslated sentence with ``values``; ``uid`` is empty where there is none.
    """

    line: int
    title: str
    uid: str
    reason: str
    values: Mapping[str, object] = field(default_factory=lambda: NONE)


@dataclass(frozen=True, slots=True)
class IcalFile:
    """A file as it was read: its name of the calendar, its rows, its faults.

    ``outside`` counts entries that lie wholly outside the window; ``recurring`` are the UIDs whose
    occurrences within the window stand here completely.
    """

    calendar: str
    rows: tuple[IcalRow, ...]
    faults: tuple[IcalFault, ...]
    outside: int
    recurring: frozenset[str]
