"""What the office itself has in its calendar, as events of a file with UIDs that never change."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import Session, col, select

from kunjungan.domain.event_times import Zone
from kunjungan.domain.stages import CALLED_OFF
from kunjungan.exchange.ical_rows import Status
from kunjungan.exchange.ical_writing import IcalEvent
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.calendar.plan import TENTATIVE
from kunjungan.services.ical.stamps import changed_at
from kunjungan.store.tables import AgendaItem, CalendarEntry, Visit, VisitSession

OURS = "@kunjungan"
"""What the UIDs end in that this program gives."""
_DAY = timedelta(days=1)
_CATEGORIES = {"leader": "Agenda pimpinan", "office": "Kegiatan kantor"}
_VISIT = "Kunjungan"


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """An event of the office with the record that it stands for and the days that it takes."""

    ref: Ref
    event: IcalEvent
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class OwnEvents:
    """All that can be written, and the titles of visits known only to the month or the year."""

    events: tuple[OwnEvent, ...]
    month_only: tuple[str, ...]


def own_uid(text: str) -> UUID | None:
    """Return the record that a UID of this program stands for, None for a UID of others."""
    head, ours, rest = text.partition(OURS)
    if not ours or rest:
        return None
    try:
        return UUID(head)
    except ValueError:
        return None


def own_events(session: Session, *, rundown: bool = False) -> OwnEvents:
    """Return what the office has: sessions with hours, visits without such, other entries.

    With ``rundown`` the lines of the rundowns come too, as events that take no time up.
    """
    stamps = changed_at(session)
    visits = sorted(session.exec(select(Visit)).all(), key=lambda row: (str(row.on), row.id))
    whole = [visit for visit in visits if visit.on.full is not None]
    sessions = _by_visit(session)
    found = [one for row in whole for one in _of_visit(row, sessions[row.id], stamps)]
    if rundown:
        found += _items(session, {row.id: row for row in whole}, sessions, stamps)
    entries = session.exec(select(CalendarEntry).order_by(col(CalendarEntry.on))).all()
    found += [_entry(row, stamps) for row in entries]
    vague = tuple(visit.title for visit in visits if visit.on.full is None)
    return OwnEvents(tuple(sorted(found, key=_order)), vague)


Stamps = Mapping[UUID, datetime]


def _by_visit(session: Session) -> dict[UUID, list[VisitSession]]:
    found: dict[UUID, list[VisitSession]] = defaultdict(list)
    for row in session.exec(select(VisitSession)):
        found[row.visit_id].append(row)
    return found


def _of_visit(
    visit: Visit, sessions: Collection[VisitSession], stamps: Stamps
) -> Iterator[OwnEvent]:
    """Yield a visit's sessions that have hours; the visit itself where there are none."""
    timed = [row for row in sessions if row.starts_at is not None]
    for row in timed:
        day = row.on or visit.on.first
        starts, ends = _hours((day, day), row.starts_at, row.ends_at, visit_zone(visit))
        event = IcalEvent(
            uid=f"{row.id}{OURS}",
            title=f"{row.title_id} ({visit.title})",
            starts=starts,
            ends=ends,
            changed=_stamp(stamps, row.id),
            sequence=row.version - 1,
            status=_status(visit),
            location=location_of(row.room or visit.room, row.place or visit.place),
            note=row.note,
            category=_VISIT,
            part_of=f"{visit.id}{OURS}",
        )
        yield OwnEvent(Ref("session", row.id), event, day, day)
    if not timed:
        yield _whole(visit, stamps)


def _whole(visit: Visit, stamps: Stamps) -> OwnEvent:
    first = visit.on.first
    last = max(first, visit.until.last if visit.until else first)
    starts, ends = _hours((first, last), visit.starts_at, visit.ends_at, visit_zone(visit))
    event = IcalEvent(
        uid=f"{visit.id}{OURS}",
        title=visit.title,
        starts=starts,
        ends=ends,
        changed=_stamp(stamps, visit.id),
        sequence=visit.version - 1,
        status=_status(visit),
        location=location_of(visit.room, visit.place),
        note=visit.note,
        category=_VISIT,
    )
    return OwnEvent(Ref("visit", visit.id), event, first, last)


def _entry(row: CalendarEntry, stamps: Stamps) -> OwnEvent:
    """Return an entry: under its own UID where it came with one and stands alone under it."""
    last = max(row.on, row.until or row.on)
    starts, ends = _hours((row.on, last), row.starts_at, row.ends_at, zone_named(row.zone))
    event = IcalEvent(
        uid=row.uid if row.uid and not row.recurrence else f"{row.id}{OURS}",
        title=row.title,
        starts=starts,
        ends=ends,
        changed=_stamp(stamps, row.id),
        sequence=row.version - 1,
        status="tentative" if row.tentative else "confirmed",
        location=location_of(row.room, row.place),
        note=row.note,
        category=_CATEGORIES[row.kind.value],
    )
    return OwnEvent(Ref("entry", row.id), event, row.on, last)


def _items(
    session: Session,
    visits: Mapping[UUID, Visit],
    sessions: Mapping[UUID, Collection[VisitSession]],
    stamps: Stamps,
) -> Iterator[OwnEvent]:
    days = {one.id: one.on for each in sessions.values() for one in each}
    for row in session.exec(select(AgendaItem).order_by(col(AgendaItem.rank))):
        visit = visits.get(row.visit_id)
        if visit is None:
            continue
        own_day = days.get(row.session_id) if row.session_id else None
        day = own_day or visit.on.first
        starts = datetime.combine(day, row.starts_at, tzinfo=visit_zone(visit))
        event = IcalEvent(
            uid=f"{row.id}{OURS}",
            title=row.title_id,
            starts=starts,
            ends=starts + timedelta(minutes=row.minutes),
            changed=_stamp(stamps, row.id),
            sequence=row.version - 1,
            status=_status(visit),
            location=row.place,
            note="\n".join(part for part in (row.in_charge, row.cue) if part),
            category="Rundown",
            part_of=f"{row.session_id or row.visit_id}{OURS}",
            free=True,
        )
        yield OwnEvent(Ref("item", row.id), event, day, day)


def visit_zone(visit: Visit) -> ZoneInfo:
    """Return the zone of a visit, abroad by its name in the time zone database."""
    try:
        return ZoneInfo(visit.abroad) if visit.abroad else zone_named(visit.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return zone_named(visit.zone)


def zone_named(zone: Zone) -> ZoneInfo:
    """Return an Indonesian zone with its name in the time zone database."""
    return ZoneInfo(zone.iana)


def location_of(room: str, place: str) -> str:
    """Return room and place as calendars of others have them, on one line."""
    return ", ".join(part for part in (room, place) if part)


def _hours(
    days: tuple[date, date], starts_at: time | None, ends_at: time | None, zone: ZoneInfo
) -> tuple[datetime | date, datetime | date | None]:
    """Return start and end: whole days with the day after the last, or instants."""
    first, last = days
    if starts_at is None:
        return first, last + _DAY
    starts = datetime.combine(first, starts_at, tzinfo=zone)
    if ends_at is None and last > first:  # as the calendar takes it: to the end of the last day
        return starts, datetime.combine(last + _DAY, time.min, tzinfo=zone)
    if ends_at is None:
        return starts, None
    return starts, max(starts, datetime.combine(last, ends_at, tzinfo=zone))


def _status(visit: Visit) -> Status:
    if visit.stage in CALLED_OFF:
        return "cancelled"
    return "tentative" if visit.stage in TENTATIVE else "confirmed"


def _stamp(stamps: Stamps, row_id: UUID) -> datetime:
    return stamps.get(row_id, datetime(1970, 1, 1, tzinfo=UTC))


def _order(own: OwnEvent) -> tuple[date, str, str]:
    return own.first, own.event.starts.isoformat(), own.event.uid
