"""The calendar's entries: visits by their sessions, and what else is planned."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import Source
from kunjungan.domain.conflicts import clashes
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import CALLED_OFF, VisitStage
from kunjungan.domain.visit_words import EntryKind, VisitKind
from kunjungan.domain.words import Direction
from kunjungan.services.calendar.bookings import bookings_of, gaps_of
from kunjungan.services.calendar.heads import Heads, heads_in
from kunjungan.services.calendar.plan import (
    EntryFacts,
    Plan,
    SessionFacts,
    VisitFacts,
    plan_in,
    session_day,
)
from kunjungan.services.calendar.wanted import leader_of, place_of, room_of
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.store.tables import Visit

_DAY = timedelta(days=1)


class Ref(NamedTuple):
    """What a calendar entry stands for: a visit, a session or an entry, by its id."""

    source: Source
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An entry of the calendar on local days and hours; without hours it takes whole days.

    ``until`` is its last day. ``detail`` are a visit's bodies, or the visit of a session;
    ``leader_key`` is the same for one person in every post. ``clash`` says that it overlaps
    another one in something that both need. A visit that is reported on is not ``movable``.
    """

    ref: Ref
    visit_id: UUID | None
    kind: VisitKind | EntryKind
    direction: Direction | None
    title: Bilingual
    detail: str
    on: date
    until: date
    starts_at: time | None
    ends_at: time | None
    tentative: bool
    stage: VisitStage | None
    room: str
    place: str
    leader_key: str
    leader: str
    guests: int
    clash: bool
    movable: bool

    @property
    def last(self) -> date:
        """The last day of which it takes something up; what ends at midnight, none of the next."""
        over = self.ends_at == time.min and self.until > self.on
        return self.until - _DAY if over else self.until


@dataclass(frozen=True, slots=True)
class MonthOnly:
    """A visit of which only the month or the year is known."""

    visit_id: UUID
    title: str
    on: PartialDate
    stage: VisitStage


def occasions(office: Office, since: date, until: date) -> list[Occasion]:
    """Return what the days from ``since`` up to, but without, ``until`` hold, in order of time.

    A visit with sessions that have hours gives those, and itself only where it takes several days.
    """
    with office.store.read() as session:
        settings = settings_in(session)
        plan = plan_in(session, since - _DAY, until + _DAY)
        booked = bookings_of(session, plan, settings)
        heads = heads_in(session, list(plan.visits))
    clashing = {
        key
        for clash in clashes(booked, gaps_of(settings))
        if not clash.missing
        for booking in (clash.first, clash.second)
        for key in (booking.id, booking.part_of, booking.visit_id)
        if key is not None
    }
    found = [*_visits(plan, heads), *(_entry(plan, entry) for entry in plan.entries)]
    shown = (
        replace(one, clash=one.ref.id in clashing)
        for one in found
        if one.on < until and one.last >= since
    )
    return sorted(shown, key=_when)


def month_only(office: Office, since: date, until: date) -> list[MonthOnly]:
    """Return the visits known only to a month or year that touches the time, the first first."""
    whole = sa.func.length(sa.type_coerce(Visit.on, sa.String())) == len("2022-09-01")
    query = sa.select(col(Visit.id), col(Visit.title), col(Visit.on), col(Visit.stage)).where(
        col(Visit.stage).not_in(CALLED_OFF), ~whole
    )
    with office.store.read() as session:
        rows = [MonthOnly(*row) for row in session.connection().execute(query)]
    inside = [row for row in rows if row.on.first < until and row.on.last >= since]
    return sorted(inside, key=lambda row: (row.on, row.title))


def _visits(plan: Plan, heads: Heads) -> Iterator[Occasion]:
    for visit in plan.visits.values():
        timed = plan.timed(visit)
        for one in timed:
            yield _session(plan, heads, visit, one)
        if not timed or visit.last > visit.first:
            whole = _visit(plan, heads, visit)
            yield replace(whole, starts_at=None, ends_at=None) if timed else whole


def _visit(plan: Plan, heads: Heads, visit: VisitFacts) -> Occasion:
    coming = heads.coming(visit.id)
    leader = leader_of(plan, visit, None)
    return Occasion(
        ref=Ref("visit", visit.id),
        visit_id=visit.id,
        kind=visit.kind,
        direction=visit.direction,
        title=Bilingual(visit.title, visit.title),
        detail=", ".join(heads.names[key] for key in coming),
        on=visit.first,
        until=visit.last,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        tentative=visit.tentative,
        stage=visit.stage,
        room=visit.room,
        place=visit.place,
        leader_key=leader.person_id.hex if leader else "",
        leader=leader.name if leader else "",
        guests=heads.count(coming),
        clash=False,
        movable=visit.stage is not VisitStage.REPORTED,
    )


def _session(plan: Plan, heads: Heads, visit: VisitFacts, one: SessionFacts) -> Occasion:
    day = session_day(visit, one)
    leader = leader_of(plan, visit, one)
    return replace(
        _visit(plan, heads, visit),
        ref=Ref("session", one.id),
        title=Bilingual(one.title_id, one.title_en or one.title_id),
        detail=visit.title,
        on=day,
        until=day,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        room=room_of(visit, one),
        place=place_of(visit, one),
        leader_key=leader.person_id.hex if leader else "",
        leader=leader.name if leader else "",
        guests=heads.count(heads.coming(visit.id, one.id)),
    )


def _entry(plan: Plan, entry: EntryFacts) -> Occasion:
    leader = plan.someone(entry.tenure_id)
    return Occasion(
        ref=Ref("entry", entry.id),
        visit_id=None,
        kind=entry.kind,
        direction=None,
        title=Bilingual(entry.title, entry.title),
        detail=leader.name if leader else "",
        on=entry.on,
        until=max(entry.on, entry.until or entry.on),
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        tentative=entry.tentative,
        stage=None,
        room=entry.room,
        place=entry.place,
        leader_key=leader.person_id.hex if leader else "",
        leader=leader.name if leader else "",
        guests=0,
        clash=False,
        movable=True,
    )


def _when(one: Occasion) -> tuple[date, bool, time, str, UUID]:
    return one.on, one.starts_at is not None, one.starts_at or time.min, one.title.id, one.ref.id
