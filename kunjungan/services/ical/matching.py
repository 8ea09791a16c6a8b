"""Finds for each entry of a calendar file what the office already has of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.exchange.ical_reading import Window
from kunjungan.exchange.ical_rows import IcalFile, IcalRow
from kunjungan.services.ical.local_entries import moment_of, same_event
from kunjungan.services.ical.own_events import OwnEvent, own_events, own_uid
from kunjungan.store.tables import CalendarEntry

Key = tuple[str, str]


@dataclass(slots=True)
class Known:
    """The entries of the office by UID and by title and time, and its own events by record.

    An entry that was met once is met by no other.
    """

    by_uid: dict[Key, CalendarEntry]
    by_event: dict[tuple[str, datetime | date, datetime | date], list[CalendarEntry]]
    own: dict[UUID, OwnEvent]
    met: set[UUID] = field(default_factory=set)

    def meet(
        self, row: IcalRow, event: tuple[str, datetime | date, datetime | date]
    ) -> CalendarEntry | None:
        """Return the entry that a row of the file is: by its UID, else by title and instants."""
        found = self.by_uid.get((row.uid, row.recurrence)) if row.uid else None
        if found is None:
            alike = (one for one in self.by_event.get(event, ()) if not (row.uid and one.uid))
            found = next((one for one in alike if one.id not in self.met), None)
        if found is not None:
            self.met.add(found.id)
        return found

    def left_over(self, file: IcalFile, window: Window) -> Iterator[CalendarEntry]:
        """Yield what came with a UID of the file but is no longer in it, inside the window."""
        complete = file.recurring | {row.uid for row in file.rows if row.uid and not row.recurrence}
        broken = {fault.uid for fault in file.faults}
        for (uid, _), entry in self.by_uid.items():
            inside = entry.on < window.until and (entry.until or entry.on) >= window.since
            if uid in complete - broken and entry.id not in self.met and inside:
                yield entry


def known_in(session: Session, file: IcalFile) -> Known:
    """Return what the office has."""
    rows = session.exec(select(CalendarEntry).order_by(col(CalendarEntry.id))).all()
    by_uid = {(row.uid, row.recurrence): row for row in rows if row.uid}
    by_event: dict[tuple[str, datetime | date, datetime | date], list[CalendarEntry]]
    by_event = defaultdict(list)
    for row in rows:
        by_event[same_event(row.title, moment_of(row))].append(row)
    ours = any(own_uid(row.uid) for row in file.rows)
    own = own_events(session, rundown=True).events if ours else ()
    return Known(by_uid, by_event, {one.ref.id: one for one in own})


def once(rows: Iterable[IcalRow]) -> tuple[list[IcalRow], list[IcalRow]]:
    """Return the rows, of those with one UID only the newest, and the ones that it replaces."""
    kept: dict[tuple[object, ...], IcalRow] = {}
    twice: list[IcalRow] = []
    for row in rows:
        key: tuple[object, ...] = (row.uid, row.recurrence)
        if not row.uid:
            key = (row.title, row.starts, row.ends)
        before = kept.get(key)
        if before is not None:
            twice.append(row if row.sequence < before.sequence else before)
        if before is None or row.sequence >= before.sequence:
            kept[key] = row
    return list(kept.values()), twice
