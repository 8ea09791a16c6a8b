"""Reads what is planned in a stretch of days in a few plain queries, for 10,000 events at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, tzinfo
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.bookings import Span, name_key, span_of, zone_of
from kunjungan.domain.days import PartialDate
from kunjungan.domain.event_times import Zone
from kunjungan.domain.stages import CALLED_OFF, VisitStage
from kunjungan.domain.visit_words import EntryKind, ItemKind, ResourceKind, VisitKind
from kunjungan.domain.words import Direction
from kunjungan.services.rows import chunks
from kunjungan.store.tables import (
    CalendarEntry,
    Person,
    Record,
    Resource,
    Tenure,
    Visit,
    VisitSession,
)

TENTATIVE = frozenset({VisitStage.LETTER, VisitStage.APPROVED})
"""Stages in which a visit may still be dropped."""


class VisitFacts(NamedTuple):
    """A visit as far as the calendar needs it."""

    id: UUID
    title: str
    kind: VisitKind
    direction: Direction
    stage: VisitStage
    on: PartialDate
    until: PartialDate | None
    starts_at: time | None
    ends_at: time | None
    zone: Zone
    abroad: str
    place: str
    room: str
    host_tenure_id: UUID | None
    rundown_sent_on: date | None

    @property
    def first(self) -> date:
        """The first day; the calendar shows only visits whose day is known."""
        return self.on.first

    @property
    def last(self) -> date:
        """The last day."""
        return max(self.first, self.until.first if self.until else self.first)

    @property
    def tentative(self) -> bool:
        """Whether it may still be dropped."""
        return self.stage in TENTATIVE

    @property
    def local_zone(self) -> tzinfo:
        """The zone of its place."""
        return zone_of(self.zone, self.abroad)


class SessionFacts(NamedTuple):
    """A session as far as the calendar needs it."""

    id: UUID
    visit_id: UUID
    title_id: str
    title_en: str
    on: date | None
    starts_at: time | None
    ends_at: time | None
    place: str
    room: str
    host_tenure_id: UUID | None
    turnaround: int | None


class ItemFacts(NamedTuple):
    """A line of a rundown as far as the calendar needs it."""

    id: UUID
    visit_id: UUID
    session_id: UUID | None
    agreement_id: UUID | None
    kind: ItemKind
    title_id: str
    starts_at: time
    minutes: int
    place: str


class AssignmentFacts(NamedTuple):
    """Somebody or a vehicle for a visit."""

    id: UUID
    visit_id: UUID
    session_id: UUID | None
    person_id: UUID | None
    name: str
    vehicle: str
    on: date | None
    starts_at: time | None
    ends_at: time | None


class EntryFacts(NamedTuple):
    """An entry of the calendar that is no visit."""

    id: UUID
    kind: EntryKind
    title: str
    on: date
    until: date | None
    starts_at: time | None
    ends_at: time | None
    zone: Zone
    tentative: bool
    place: str
    room: str
    tenure_id: UUID | None

    @property
    def span(self) -> Span:
        """The time that it takes."""
        last = max(self.on, self.until or self.on)
        return span_of(self.on, last, self.starts_at, self.ends_at, zone_of(self.zone))


class Someone(NamedTuple):
    """Who holds a post: one person, whatever the post."""

    person_id: UUID
    name: str


class ResourceFacts(NamedTuple):
    """A room or vehicle that the office described."""

    kind: ResourceKind
    name: str
    place: str
    seats: int | None
    turnaround: int | None
    active: bool


N = TypeVar("N", bound=NamedTuple)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned in some days: visits by id with their parts, entries, posts and rooms."""

    visits: Mapping[UUID, VisitFacts]
    sessions: Mapping[UUID, list[SessionFacts]]
    entries: list[EntryFacts]
    people: Mapping[UUID, Someone]
    resources: Mapping[tuple[ResourceKind, str], ResourceFacts]

    def timed(self, visit: VisitFacts) -> list[SessionFacts]:
        """Return the sessions of a visit that have hours, in the order of time."""
        return [one for one in self.sessions.get(visit.id, ()) if one.starts_at is not None]

    def someone(self, tenure_id: UUID | None) -> Someone | None:
        """Return who holds a post."""
        return self.people.get(tenure_id) if tenure_id else None

    def turnaround(self, kind: ResourceKind, name: str) -> int | None:
        """Return the minutes that a room or vehicle needs between two uses, if it says so."""
        known = self.resources.get((kind, name_key(name)))
        return known.turnaround if known else None


def plan_in(session: Session, since: date, until: date) -> Plan:
    """Return what is planned from ``since`` up to, but without, ``until``.

    Visits that are called off take nothing up; those known to the month only have no place in it.
    """
    visits = {visit.id: visit for visit in _visits(session, since, until)}
    sessions: dict[UUID, list[SessionFacts]] = defaultdict(list)
    for one in of_visits(session, SessionFacts, VisitSession, visits):
        sessions[one.visit_id].append(one)
    for each in sessions.values():
        each.sort(key=lambda one: (one.on or date.min, one.starts_at or time.min, one.id))
    entries = facts(
        session,
        EntryFacts,
        CalendarEntry,
        col(CalendarEntry.on) < until,
        sa.func.coalesce(CalendarEntry.until, CalendarEntry.on) >= since,
    )
    posts = {visit.host_tenure_id for visit in visits.values()}
    posts |= {one.host_tenure_id for each in sessions.values() for one in each}
    posts |= {entry.tenure_id for entry in entries}
    people = holders(session, (post for post in posts if post))
    resources = {
        (one.kind, name_key(one.name)): one for one in facts(session, ResourceFacts, Resource)
    }
    return Plan(visits, sessions, entries, people, resources)


def session_day(visit: VisitFacts, one: SessionFacts) -> date:
    """Return the day of a session: its own or the visit's first."""
    return one.on or visit.first


def session_span(visit: VisitFacts, one: SessionFacts) -> Span:
    """Return the time that a session takes, in the zone of its visit."""
    day = session_day(visit, one)
    return span_of(day, day, one.starts_at, one.ends_at, visit.local_zone)


def visit_span(visit: VisitFacts, timed: Collection[SessionFacts]) -> Span | None:
    """Return a visit's hours, else the time from its first session to its last, else nothing."""
    if visit.starts_at is not None:
        days = visit.first, visit.last
        return span_of(*days, visit.starts_at, visit.ends_at, visit.local_zone)
    spans = [session_span(visit, one) for one in timed]
    if not spans:
        return None
    return Span(min(span.starts for span in spans), max(span.ends for span in spans))


def holders(session: Session, tenures: Iterable[UUID]) -> dict[UUID, Someone]:
    """Return who holds each of some posts."""
    query = (
        select(Tenure.id, Person.id, Person.name)
        .join(Person, col(Tenure.person_id) == col(Person.id))
        .where(col(Tenure.id).in_(set(tenures)))
    )
    return {tenure: Someone(person, name) for tenure, person, name in session.exec(query)}


def of_visits(
    session: Session, kind: type[N], table: type[Record], visits: Collection[UUID]
) -> list[N]:
    """Return the rows of a table that belong to some visits."""
    owner: Any = getattr(table, "visit_id")  # noqa: B009 - not every table has one
    return [row for some in chunks(visits) for row in facts(session, kind, table, owner.in_(some))]


def facts(
    session: Session, kind: type[N], table: type[Record], *where: sa.ColumnElement[bool]
) -> list[N]:
    """Return rows as plain tuples of the columns that a kind of facts names."""
    columns = [getattr(table, name) for name in kind._fields]
    rows = session.connection().execute(sa.select(*columns).where(*where))
    return [kind(*row) for row in rows]


def _visits(session: Session, since: date, until: date) -> list[VisitFacts]:
    """Return the visits whose days, or the days of whose sessions, are in a time."""
    on, over = _text(col(Visit.on)), _text(sa.func.coalesce(Visit.until, Visit.on))
    own_days = (on < until.isoformat()) & (over >= since.isoformat())
    held = sa.select(col(VisitSession.visit_id)).where(
        col(VisitSession.on) >= since, col(VisitSession.on) < until
    )
    rows = facts(
        session,
        VisitFacts,
        Visit,
        own_days | col(Visit.id).in_(held),
        col(Visit.stage).not_in(CALLED_OFF),
    )
    return [row for row in rows if row.on.full is not None]


def _text(column: Any) -> sa.ColumnElement[Any]:  # noqa: ANN401 - any column at all
    return sa.type_coerce(column, sa.String())
