"""Reads one event of an iCalendar file (RFC 5545, 3.6.1) into a plain row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Self

from kunjungan.exchange.ical_rows import NONE, IcalFault, IcalRow, Status
from kunjungan.i18n import later

if TYPE_CHECKING:
    from icalendar import Calendar, Event

LINE = "X-KUNJUNGAN-LINE"
"""Where the reader notes in which line an event begins."""
SERIES = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
ONCE = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
LIBRARY_ERRORS = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, OSError)
"""What the libraries raise for what makes no sense to them; OSError for a zone named Asia."""
TIMES = ("DTSTART", "DTEND", "DURATION", *SERIES)
YEARS = range(1900, 2200)
_TWICE = later("It says its {field} twice.")
_ODD = later("What it says does not go together, so that it cannot be read.")
_NO_START = later("It does not say when it starts.")
_UNREAD = later("Its {field} cannot be read: “{text}”.")
_AGAINST = later("Its start and its end do not go together.")
_NO_ZONE = later("Its time zone “{zone}” is not known, and the file does not describe it.")
_BACKWARDS = later("It ends before it starts.")
_NO_TITLE = later("It says neither what it is nor where.")
_FAR = later("The year {year} is not one of a calendar.")


class Broken(Exception):
    """An event cannot be taken, with an untranslated sentence and its values."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


@dataclass(frozen=True, slots=True)
class Setting:
    """What a calendar says for all its events.

    ``zone`` is where floating times are: X-WR-TIMEZONE, or the office's own.
    """

    zone: tzinfo
    cancelled: bool

    @classmethod
    def of(cls, calendar: "Calendar", home: tzinfo) -> Self:
        """Return what a calendar says; ``home`` is the office's zone."""
        zone = _zone(str(calendar.get("X-WR-TIMEZONE") or "").strip())
        return cls(zone or home, str(calendar.get("METHOD") or "").upper() == "CANCEL")


def is_series(event: "Event") -> bool:
    """Return whether an event recurs, or stands for one occurrence of one that does."""
    return any(name in event for name in SERIES)


def rows_of(events: "Iterable[Event]", setting: Setting) -> tuple[list[IcalRow], list[IcalFault]]:
    """Return the events that can be taken as rows, and why the others cannot."""
    rows: list[IcalRow] = []
    faults: list[IcalFault] = []
    for event in events:
        try:
            rows.append(row_of(event, setting))
        except Broken as broken:
            faults.append(fault(event, broken))
        except LIBRARY_ERRORS:
            faults.append(fault(event, Broken(_ODD)))
    return rows, faults


def row_of(event: "Event", setting: Setting) -> IcalRow:
    """Return an event as a row.

    Raises:
        Broken: it cannot be taken.
    """
    check_times(event)
    floating = _floating(event)
    starts, ends = _span(event, setting.zone)
    return IcalRow(
        line=_number(event.get(LINE)),
        uid=uid_of(event),
        recurrence=recurrence_of(event, setting.zone),
        title=_title(event),
        starts=starts,
        ends=ends,
        tzid="" if floating else zone_name(starts),
        floating=floating,
        location=_words(event, "LOCATION"),
        note=_text(event, "DESCRIPTION"),
        status=_status(event, setting),
        sequence=_number(event.get("SEQUENCE")),
        unread=any(name is None for name, _ in event.errors),
    )


def check_times(event: "Event") -> None:
    """Refuse an event whose times or recurrence cannot be read; raises Broken."""
    for name, _ in event.errors:
        if name in TIMES:
            raise Broken(_UNREAD, field=name, text=_words(event, name)[:80])
    for name in ONCE:
        if isinstance(event.get(name), list):
            raise Broken(_TWICE, field=name)
    if "DTSTART" not in event:
        raise Broken(_NO_START)
    for name in ("DTSTART", "DTEND"):
        _check_time(event, name)


def fault(event: "Event", broken: Broken) -> IcalFault:
    """Return why an event is not taken, with its place."""
    title = _words(event, "SUMMARY") or _words(event, "LOCATION")
    return IcalFault(
        int(event.get(LINE, 0)), title, uid_of(event), broken.reason, broken.values or NONE
    )


def uid_of(event: "Event") -> str:
    """Return an event's UID, empty where it has none."""
    return "".join(_text(event, "UID").split())


def recurrence_of(event: "Event", zone: tzinfo) -> str:
    """Return which occurrence an event is, in UTC, or empty where it does not recur."""
    named = event.get("RECURRENCE-ID")
    moment = getattr(named, "dt", None)
    if isinstance(moment, datetime):
        return f"{_fixed(moment, zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"{moment:%Y%m%d}" if isinstance(moment, date) else ""


def window_holds(row: IcalRow, since: date, until: date, home: tzinfo) -> bool:
    """Return whether some of a row lies in days, the last not part of them."""
    first = _at(row.starts, home)
    last = max(_at(row.ends, home), first + timedelta(microseconds=1))
    return first < _at(until, home) and last > _at(since, home)


def zone_name(moment: datetime | date) -> str:
    """Return the name of a moment's zone in the time zone database, as far as it has one."""
    from icalendar.timezone import tzid_from_dt  # noqa: PLC0415 - heavy

    return (tzid_from_dt(moment) or "") if isinstance(moment, datetime) else ""


def _span(event: "Event", zone: tzinfo) -> tuple[datetime | date, datetime | date]:
    """Return start and end: a whole day where the end of days is left out (RFC 5545, 3.6.1)."""
    try:
        starts, ends = event.start, event.end
    except LIBRARY_ERRORS as error:
        raise Broken(_AGAINST) from error
    if not isinstance(starts, datetime):
        last = ends.date() if isinstance(ends, datetime) else ends
        return starts, max(last, starts + timedelta(days=1))
    first, last_moment = _fixed(starts, zone), _fixed(_moment(ends), zone)
    if last_moment < first:
        raise Broken(_BACKWARDS)
    return first, last_moment


def _zone(name: str) -> tzinfo | None:
    """Return a zone by any name that is known, Windows' too."""
    from icalendar.timezone import tzp  # noqa: PLC0415 - heavy

    try:
        return tzp.timezone(name) if name else None
    except LIBRARY_ERRORS:
        return None


def _check_time(event: "Event", name: str) -> None:
    """Refuse a zone that nobody knows, and a year out of all calendars."""
    value = event.get(name)
    moment = getattr(value, "dt", None)
    if moment is None:
        return
    if not isinstance(moment, date):
        raise Broken(_UNREAD, field=name, text=_words(event, name)[:80])
    if moment.year not in YEARS:
        raise Broken(_FAR, year=moment.year)
    zone = value.params.get("TZID", "")
    if zone and isinstance(moment, datetime) and moment.tzinfo is None:
        raise Broken(_NO_ZONE, zone=" ".join(str(zone).split())[:60])


def _floating(event: "Event") -> bool:
    moment = getattr(event["DTSTART"], "dt", None)
    return isinstance(moment, datetime) and moment.tzinfo is None


def _moment(value: datetime | date) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def _fixed(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment with a zone: its own, or that of floating times."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


def _at(value: datetime | date, home: tzinfo) -> datetime:
    return _fixed(_moment(value), home)


def _title(event: "Event") -> str:
    note = _text(event, "DESCRIPTION").partition("\n")[0]
    title = _words(event, "SUMMARY") or _words(event, "LOCATION") or note
    if not title:
        raise Broken(_NO_TITLE)
    return title


def _status(event: "Event", setting: Setting) -> Status:
    words = str(event.get("STATUS") or "").strip().upper()
    if setting.cancelled or words == "CANCELLED":
        return "cancelled"
    busy = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS") or "").strip().upper()
    return "tentative" if "TENTATIVE" in {words, busy} else "confirmed"


def _words(event: "Event", name: str) -> str:
    """Return a property on one line."""
    return " ".join(_text(event, name).split())


def _text(event: "Event", name: str) -> str:
    """Return a property's text without signs that no paper shows; the first where there are two."""
    value = event.get(name)
    first = value[0] if isinstance(value, list) and value else value
    kept = (sign for sign in str(first or "") if sign.isprintable() or sign in "\n\t")
    return "".join(kept).strip()


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0
