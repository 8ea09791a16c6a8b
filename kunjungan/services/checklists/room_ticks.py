"""Which visits have their rooms: one for everything that has hours, and nobody else in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bookings import ClaimKind
from kunjungan.domain.conflicts import clashes
from kunjungan.domain.stages import VISIT_PATH
from kunjungan.services.calendar.bookings import bookings_in, gaps_of
from kunjungan.services.office_settings import settings_in
from kunjungan.store.tables import Visit, VisitSession

_DAY = timedelta(days=1)
_MOST_READS = 6


def booked(session: Session, ids: Collection[UUID]) -> set[UUID]:
    """Return the visits that have a room for each session, none of them taken by another."""
    visits = session.exec(select(Visit).where(col(Visit.id).in_(ids))).all()
    sessions = session.exec(select(VisitSession).where(col(VisitSession.visit_id).in_(ids))).all()
    rooms: dict[UUID, list[str]] = defaultdict(list)
    for one in sessions:
        rooms[one.visit_id].append(one.room.strip())
    housed = [v for v in visits if v.room.strip() or (rooms[v.id] and all(rooms[v.id]))]
    return {visit.id for visit in housed} - _crowded(session, housed)


def _crowded(session: Session, visits: Iterable[Visit]) -> set[UUID]:
    """Return those visits still to come one of whose rooms is taken at its time."""
    coming = [v for v in visits if v.stage in VISIT_PATH[:5] and v.on.full is not None]
    settings = settings_in(session)
    gaps = gaps_of(settings)
    found: set[UUID] = set()
    for own in _stretches(coming):
        first = min(visit.on.first for visit in own)
        last = max((visit.until or visit.on).last for visit in own)
        for clash in clashes(bookings_in(session, first - _DAY, last + 2 * _DAY, settings), gaps):
            if clash.kind is ClaimKind.ROOM and not clash.missing:
                both = (clash.first.visit_id, clash.second.visit_id)
                found.update(visit for visit in both if visit is not None)
    return found


def _stretches(visits: list[Visit]) -> list[list[Visit]]:
    """Return visits month by month, or all at once where there are many months to read."""
    months: dict[date, list[Visit]] = defaultdict(list)
    for visit in visits:
        months[visit.on.first.replace(day=1)].append(visit)
    return list(months.values()) if len(months) <= _MOST_READS else [visits]
