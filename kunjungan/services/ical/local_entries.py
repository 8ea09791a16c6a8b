"""Turns events of a file into entries of the office's calendar, on local days and hours."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bookings import name_key
from kunjungan.domain.event_times import Zone
from kunjungan.domain.search_words import letters, words_in
from kunjungan.domain.visit_words import EntryKind, ResourceKind
from kunjungan.exchange.ical_rows import IcalRow
from kunjungan.services.calendar.entries import EntryForm
from kunjungan.services.calendar.home import home_zone
from kunjungan.services.ical.own_events import location_of
from kunjungan.store.tables import CalendarEntry, Resource

_KEPT: Mapping[str, Zone] = MappingProxyType(
    {
        "Asia/Jakarta": Zone.WIB,
        "Asia/Pontianak": Zone.WIB,
        "Asia/Bangkok": Zone.WIB,
        "SE Asia Standard Time": Zone.WIB,
        "Asia/Makassar": Zone.WITA,
        "Asia/Ujung_Pandang": Zone.WITA,
        "Asia/Jayapura": Zone.WIT,
    }
)
"""Zones that stay as they are; Windows says of Jakarta what it says of Bangkok."""
Moment = tuple[date, date, time | None, time | None, Zone]


@dataclass(frozen=True, slots=True)
class Choices:
    """Whose agenda new entries belong to, and whether the office's own events move as well."""

    kind: EntryKind = EntryKind.LEADER
    tenure_id: UUID | None = None
    move_own: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What entries are read by: the office's zone, and the rooms that it knows by name."""

    home: Zone
    rooms: Mapping[str, str]


def surroundings(session: Session) -> Surroundings:
    """Return the zone of the office's own province and its rooms."""
    rooms = session.exec(select(Resource.name).where(Resource.kind == ResourceKind.ROOM))
    return Surroundings(home_zone(session), {name_key(name): name for name in rooms})


def entry_of(row: IcalRow, around: Surroundings, choices: Choices) -> EntryForm:
    """Return an event as the entry that it becomes."""
    on, until, starts_at, ends_at, zone = local_hours(row, _KEPT.get(row.tzid, around.home))
    room, place = _room(row.location, around.rooms)
    return EntryForm(
        title=row.title,
        on=on,
        until=until if until > on else None,
        starts_at=starts_at,
        ends_at=ends_at,
        zone=zone,
        kind=choices.kind,
        tenure_id=choices.tenure_id,
        tentative=row.status == "tentative",
        place=place,
        room=room,
        note=row.note,
    )


def local_hours(row: IcalRow, zone: Zone) -> Moment:
    """Return first day, last day and hours of an event in a zone."""
    if not isinstance(row.starts, datetime) or not isinstance(row.ends, datetime):
        return row.starts, row.ends - timedelta(days=1), None, None, zone
    starts, ends = row.starts.astimezone(zone.offset), row.ends.astimezone(zone.offset)
    if ends == starts:
        return starts.date(), starts.date(), starts.time(), None, zone
    return starts.date(), ends.date(), starts.time(), ends.time(), zone


def differing(row: CalendarEntry, form: EntryForm) -> tuple[str, ...]:
    """Return in which fields an entry differs from what the file says.

    Kind, leader and the division of a location into room and place are the office's own.
    """
    names = ("title", "on", "starts_at", "ends_at", "zone", "tentative", "note")
    found = [name for name in names if getattr(row, name) != getattr(form, name)]
    if _length(row) != _length(form):
        found.append("until")
    if location_of(row.room, row.place) != location_of(form.room, form.place):
        found.append("place")
    return tuple(found)


def updated(row: CalendarEntry, form: EntryForm) -> EntryForm:
    """Return what an entry becomes: the file's words and hours, the office's own choices kept."""
    kept = replace(form, kind=row.kind, tenure_id=row.tenure_id, version=0)
    if location_of(row.room, row.place) == location_of(form.room, form.place):
        return replace(kept, room=row.room, place=row.place)
    return kept


def same_event(title: str, when: Moment) -> tuple[str, datetime | date, datetime | date]:
    """Return by what an entry without a UID is known again: its folded title and its instants."""
    words = " ".join(letters(word.text) for word in words_in(title)) or name_key(title)
    first, last, starts_at, ends_at, zone = when
    if starts_at is None:
        return words, first, last
    starts = datetime.combine(first, starts_at, tzinfo=zone.offset).astimezone(UTC)
    ends = datetime.combine(last, ends_at or starts_at, tzinfo=zone.offset).astimezone(UTC)
    return words, starts, ends


def moment_of(entry: CalendarEntry | EntryForm) -> Moment:
    """Return when an entry takes place."""
    until = entry.until or entry.on
    return entry.on, max(until, entry.on), entry.starts_at, entry.ends_at, entry.zone


def _length(entry: CalendarEntry | EntryForm) -> timedelta:
    return max(entry.until or entry.on, entry.on) - entry.on


def _room(location: str, rooms: Mapping[str, str]) -> tuple[str, str]:
    """Return the room of a location where the office knows it, and the rest as its place."""
    if known := rooms.get(name_key(location)):
        return known, ""
    head, comma, rest = location.partition(",")
    known = rooms.get(name_key(head)) if comma else None
    return (known, rest.strip()) if known else ("", location)
