"""What a visit wants at the same time as something else in the calendar."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bookings import Booking
from kunjungan.domain.conflicts import Clash, Gaps, clashes
from kunjungan.i18n import later
from kunjungan.services.calendar.bookings import bookings_in
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Assignment, Visit, VisitSession

_DAY = timedelta(days=1)


def visit_clashes(office: Office, visit_id: UUID) -> list[Clash]:
    """Return the conflicts of a visit, its sessions, its rundown and its crew, in stable order."""
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        return clashes_among(session, visit, near_bookings(session, visit))


def near_bookings(session: Session, visit: Visit) -> list[Booking]:
    """Return what is taken up on the days of a visit and those round it, as it is stored."""
    days = _days(session, visit)
    if not days:
        return []
    return bookings_in(session, min(days) - _DAY, max(days) + 2 * _DAY, settings_in(session))


def clashes_among(session: Session, visit: Visit, bookings: Iterable[Booking]) -> list[Clash]:
    """Return the conflicts of a visit among these bookings."""
    settings = settings_in(session)
    gaps = Gaps(settings.turnaround_minutes, settings.travel_minutes)
    return [
        clash
        for clash in clashes(bookings, gaps)
        if visit.id in {clash.first.visit_id, clash.second.visit_id}
    ]


def clash_text(clash: Clash) -> str:
    """Return what a clash is about, untranslated: both at once, or too little time between.

    Its places are ``name`` (of what is needed twice), ``other`` (what else needs it), ``minutes``.
    """
    if clash.missing:
        return later("{name}: {minutes} minutes too few between this and “{other}”.")
    return later("{name} is needed at the same time for “{other}”.")


def _days(session: Session, visit: Visit) -> set[date]:
    """Return every day on which something of a visit takes place."""
    known = {visit.on.full, visit.until.full if visit.until else None}
    parts = select(VisitSession).where(VisitSession.visit_id == visit.id)
    crew = select(Assignment).where(Assignment.visit_id == visit.id)
    known.update(row.on for row in session.exec(parts))
    known.update(row.on for row in session.exec(crew))
    return {day for day in known if day is not None}
