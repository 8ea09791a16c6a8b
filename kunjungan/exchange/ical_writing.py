"""Writes events as an iCalendar file (RFC 5545) that comes out the same every time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kunjungan.exchange.ical_rows import Status

if TYPE_CHECKING:
    from icalendar import Event

PRODID = "-//Kunjungan//Kalender//ID"
_NAMED = frozenset({"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
"""Zones that go out by name, for they never change; hours of all others go out in UTC."""
_STATUS: dict[Status, str] = {
    "confirmed": "CONFIRMED",
    "tentative": "TENTATIVE",
    "cancelled": "CANCELLED",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IcalEvent:
    """An event to write: instants with their zone, or days with the last not part of it.

    ``ends`` is None where the end of an hour is not known. ``changed`` is when its record last
    changed, ``part_of`` the UID of what it belongs to; one that does not take its time up is
    ``free``.
    """

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | date | None
    changed: datetime
    sequence: int = 0
    status: Status = "confirmed"
    location: str = ""
    note: str = ""
    category: str = ""
    part_of: str = ""
    free: bool = False


def ical_bytes(name: str, events: Iterable[IcalEvent]) -> bytes:
    """Return a calendar of events: lines folded and ended by CRLF, zones described."""
    from icalendar import Calendar  # noqa: PLC0415 - heavy

    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_event(event))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _event(event: IcalEvent) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - heavy

    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", event.changed)
    made.add("dtstart", _moment(event.starts))
    if event.ends is not None:
        made.add("dtend", _moment(event.ends))
    made.add("sequence", event.sequence)
    made.add("status", _STATUS[event.status])
    made.add("transp", "TRANSPARENT" if event.free else "OPAQUE")
    words = {
        "summary": event.title,
        "location": event.location,
        "description": event.note,
        "related-to": event.part_of,
    }
    for field, text in words.items():
        if text:
            made.add(field, _clean(text))
    if event.category:
        made.add("categories", [event.category])
    return made


def _moment(value: datetime | date) -> datetime | date:
    """Return an instant in a zone that every program knows the same; days as they are."""
    if not isinstance(value, datetime) or str(value.tzinfo) in _NAMED:
        return value
    return value.astimezone(UTC)


def _clean(text: str) -> str:
    """Return a text with line ends of one kind and no sign that RFC 5545 (3.3.11) forbids."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign in "\n\t" or sign.isprintable())
