"""What the events of some days take up: rooms, the leader, signatories, crew and vehicles.

A visit without hours claims nothing but stands in its day. Where sessions have hours they claim
in its stead, and take its place, room and host where they name none.
"""

from collections.abc import Iterator
from datetime import date

from sqlmodel import Session

from kunjungan.domain.bookings import Booking
from kunjungan.domain.conflicts import Gaps
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.services.calendar.parts import parts_of
from kunjungan.services.calendar.plan import (
    EntryFacts,
    Plan,
    VisitFacts,
    plan_in,
    session_span,
    visit_span,
)
from kunjungan.services.calendar.wanted import claims_of, leader_of, place_of, room_of
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, office_settings


def bookings(office: Office, since: date, until: date) -> list[Booking]:
    """Return what is taken up on the days from ``since`` up to, but without, ``until``."""
    settings = office_settings(office)
    with office.store.read() as session:
        return bookings_in(session, since, until, settings)


def gaps_of(settings: OfficeSettings) -> Gaps:
    """Return the minutes that the office wants between two seatings and two places."""
    return Gaps(settings.turnaround_minutes, settings.travel_minutes)


def bookings_in(
    session: Session, since: date, until: date, settings: OfficeSettings
) -> list[Booking]:
    """Return what is taken up as an open session sees it."""
    return bookings_of(session, plan_in(session, since, until), settings)


def bookings_of(session: Session, plan: Plan, settings: OfficeSettings) -> list[Booking]:
    """Return what the events of a plan take up; the signatories are those of the own office."""
    found = [booking for visit in plan.visits.values() for booking in _whole(plan, visit)]
    found += [_entry(plan, entry) for entry in plan.entries]
    return found + parts_of(session, plan, settings.own_institution)


def _whole(plan: Plan, visit: VisitFacts) -> Iterator[Booking]:
    """Yield the sessions of a visit, or the visit itself where none has hours."""
    timed = plan.timed(visit)
    for one in timed:
        room = room_of(visit, one)
        turnaround = one.turnaround
        if turnaround is None:
            turnaround = plan.turnaround(ResourceKind.ROOM, room)
        yield Booking(
            "session",
            one.id,
            visit.id,
            f"{one.title_id} ({visit.title})",
            session_span(visit, one),
            not visit.tentative,
            place_of(visit, one),
            claims_of(room, leader_of(plan, visit, one)),
            turnaround,
            zone=visit.local_zone,
        )
    span = visit_span(visit, ())
    if not timed and span is not None:
        yield Booking(
            "visit",
            visit.id,
            visit.id,
            visit.title,
            span,
            not visit.tentative,
            visit.place,
            claims_of(visit.room, leader_of(plan, visit, None)),
            plan.turnaround(ResourceKind.ROOM, visit.room),
            zone=visit.local_zone,
        )


def _entry(plan: Plan, entry: EntryFacts) -> Booking:
    return Booking(
        "entry",
        entry.id,
        None,
        entry.title,
        entry.span,
        not entry.tentative,
        entry.place,
        claims_of(entry.room, plan.someone(entry.tenure_id)),
        plan.turnaround(ResourceKind.ROOM, entry.room),
        zone=entry.zone.offset,
    )
