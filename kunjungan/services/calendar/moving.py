"""Moves what stands in the calendar to another time or room, each as one change to be undone."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bookings import name_key
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import check_hours
from kunjungan.i18n import later
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.office import Office
from kunjungan.services.redating import redate_in
from kunjungan.services.rows import found
from kunjungan.services.visiting.shifting import recount, sessions_held, shift_days
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    CalendarEntry,
    Visit,
    VisitSession,
)

MOVE = later("Move in the calendar")
CHANGE_ROOM = later("Change the room")
_ANY_DAY = date(2000, 1, 2)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where something goes: local days, ``until`` the last one, and hours where it has any."""

    on: date
    until: date
    starts_at: time | None = None
    ends_at: time | None = None


def move_to(office: Office, ref: Ref, slot: Slot, *, redate: Collection[UUID] = ()) -> None:
    """Move a visit, session or entry; what hangs on it moves with it, and one undo brings it back.

    A visit takes its sessions, its rundown, its crew and the steps counted back from its day
    along; a session its own rundown and crew. ``redate`` are agreements whose day of signing
    follows. Raises RuleBroken where it would end before it starts, pass midnight or leave one of
    its sessions outside its days.
    """
    with office.store.change(MOVE) as session:
        move_in(session, ref, slot)
        for agreement in redate:
            redate_in(office, session, agreement, slot.on)


def move_in(session: Session, ref: Ref, slot: Slot) -> None:
    """Move something inside a change that is open, as ``move_to`` does."""
    if slot.until < slot.on:
        raise RuleBroken(later("It cannot end before it starts."))
    if slot.until == slot.on or slot.starts_at is None:
        check_hours(slot.starts_at, slot.ends_at)
    if ref.source == "entry":
        _move_entry(found(session, CalendarEntry, ref.id), slot)
    elif ref.source == "session":
        _move_session(session, found(session, VisitSession, ref.id), slot)
    else:
        _move_visit(session, found(session, Visit, ref.id), slot)


def rundown_told(office: Office, ref: Ref) -> date | None:
    """Return when the guests of a visit, or of a session's visit, were last sent its rundown."""
    with office.store.read() as session:
        if ref.source == "entry":
            return None
        visit_id = ref.id
        if ref.source == "session":
            visit_id = found(session, VisitSession, ref.id).visit_id
        return found(session, Visit, visit_id).rundown_sent_on


def room_to(office: Office, ref: Ref, room: str) -> None:
    """Give a visit, session or entry another room.

    Sessions of a visit that were in its old room follow it.
    """
    table: type[Any] = {"entry": CalendarEntry, "session": VisitSession}.get(ref.source, Visit)
    with office.store.change(CHANGE_ROOM) as session:
        row = found(session, table, ref.id)
        old, row.room = row.room, room.strip()
        for one in _rows(session, VisitSession, ref.id) if isinstance(row, Visit) else ():
            if one.room and name_key(one.room) == name_key(old):
                one.room = row.room


def _move_entry(row: CalendarEntry, slot: Slot) -> None:
    row.on, row.until = slot.on, None if slot.until == slot.on else slot.until
    row.starts_at, row.ends_at = slot.starts_at, slot.ends_at


def _move_session(session: Session, row: VisitSession, slot: Slot) -> None:
    """Move a session; the only one with hours takes its visit along to another day."""
    visit = found(session, Visit, row.visit_id)
    others = [one for one in _rows(session, VisitSession, visit.id) if one.id != row.id]
    own = [one for one in _rows(session, Assignment, visit.id) if one.session_id == row.id]
    day = row.on or visit.on.first
    alone = not any(one.starts_at for one in others) and visit.until in {None, visit.on}
    if slot.on != day and alone:
        shift_days(session, visit, PartialDate.of(slot.on), None)
        row.on = None
    elif slot.on != day:
        _stretch(visit, slot.on, others)
        row.on = None if slot.on == visit.on.full else slot.on
        for each in own:
            each.on = each.on + (slot.on - day) if each.on else None
        recount(session, visit)
    items = [item for item in _rows(session, AgendaItem, visit.id) if item.session_id == row.id]
    by = _minutes(row.starts_at, slot.starts_at)
    if slot.starts_at is not None:
        row.starts_at, row.ends_at = slot.starts_at, slot.ends_at
    _shift([*items, *own], by)


def _move_visit(session: Session, visit: Visit, slot: Slot) -> None:
    by = _minutes(visit.starts_at, slot.starts_at)
    if slot.starts_at is not None:
        visit.starts_at, visit.ends_at = slot.starts_at, slot.ends_at
    until = None if slot.until == slot.on else PartialDate.of(slot.until)
    first, last = visit.on.first, (visit.until or visit.on).first
    if slot.until == last and slot.on != first:
        with sessions_held(session, visit):
            _begin_on(session, visit, slot.on)
    else:
        shift_days(session, visit, PartialDate.of(slot.on), until)
    parts = (VisitSession, AgendaItem, Assignment)
    _shift([row for table in parts for row in _rows(session, table, visit.id)], by)


def _begin_on(session: Session, visit: Visit, day: date) -> None:
    """Let a visit begin on another day and end as it did; its sessions stay on their days."""
    first, last = visit.on.first, (visit.until or visit.on).first
    for one in _rows(session, VisitSession, visit.id):
        if day < first:
            one.on = one.on or first
    visit.on, visit.until = PartialDate.of(day), PartialDate.of(last) if last > day else None
    recount(session, visit)


def _stretch(visit: Visit, day: date, others: Collection[VisitSession]) -> None:
    """Let a visit's days hold the day of a session; its other sessions stay on theirs."""
    first, last = visit.on.first, (visit.until or visit.on).first
    if day < first:
        for one in others:
            one.on = one.on or first
        visit.on = PartialDate.of(day)
    if not first <= day <= last:
        visit.until = PartialDate.of(max(last, day))


def _minutes(before: time | None, after: time | None) -> timedelta:
    """Return how much later an hour is, nothing where either is not known."""
    if before is None or after is None:
        return timedelta()
    return datetime.combine(_ANY_DAY, after) - datetime.combine(_ANY_DAY, before)


def _shift(rows: Iterable[VisitSession | AgendaItem | Assignment], by: timedelta) -> None:
    """Let the hours of parts be later by so much; those of what really happened stay."""
    for row in rows if by else ():
        if row.starts_at is not None:
            row.starts_at = _later(row.starts_at, by)
        if isinstance(row, AgendaItem):
            _later(row.starts_at, timedelta(minutes=row.minutes))
        elif row.ends_at is not None:
            row.ends_at = _later(row.ends_at, by)


def _later(at: time, by: timedelta) -> time:
    moved = datetime.combine(_ANY_DAY, at) + by
    if moved.date() != _ANY_DAY:
        raise RuleBroken(
            later("A part of it would pass midnight. Nothing was moved; move that part first.")
        )
    return moved.time()


def _rows(session: Session, table: type[Any], visit_id: UUID) -> list[Any]:
    """Return the rows of a table that belong to a visit."""
    query = select(table).where(table.visit_id == visit_id).order_by(col(table.id))
    return list(session.exec(query))
