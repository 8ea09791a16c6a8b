"""What parts of visits take up: lines of a rundown, signings, the own crew and its vehicles."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bookings import (
    Booking,
    Claim,
    ClaimKind,
    Source,
    Span,
    instant,
    name_key,
    span_of,
)
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.services.calendar.plan import (
    AssignmentFacts,
    ItemFacts,
    Plan,
    SessionFacts,
    Someone,
    VisitFacts,
    of_visits,
    session_day,
    session_span,
    visit_span,
)
from kunjungan.services.calendar.signatories import Signatory, signatories_of
from kunjungan.services.calendar.wanted import named_claim, person_claim, place_of, room_of
from kunjungan.store.tables import AgendaItem, Assignment, Person


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a visit, in one of its sessions or in none."""

    plan: Plan
    visit: VisitFacts
    session: SessionFacts | None

    @property
    def day(self) -> date:
        """The local day on which it begins."""
        return session_day(self.visit, self.session) if self.session else self.visit.first

    def booking(
        self, source: Source, key: UUID, span: Span, claims: tuple[Claim, ...], title: str
    ) -> Booking:
        """Return the part's booking."""
        vehicles = [claim.name for claim in claims if claim.kind is ClaimKind.VEHICLE]
        kind = ResourceKind.VEHICLE if vehicles else ResourceKind.ROOM
        rooms = [claim.name for claim in claims if claim.kind is ClaimKind.ROOM]
        needs = (self.plan.turnaround(kind, name) for name in (*vehicles, *rooms))
        return Booking(
            source,
            key,
            self.visit.id,
            title,
            span,
            not self.visit.tentative,
            place_of(self.visit, self.session),
            claims,
            next(needs, None),
            self.session.id if self.session else None,
            self.visit.local_zone,
        )


def parts_of(session: Session, plan: Plan, own: UUID | None) -> list[Booking]:
    """Return what the parts of a plan's visits take up; ``own`` is the office's institution."""
    signing = signatories_of(session, plan.visits, own)
    items: dict[UUID, list[ItemFacts]] = defaultdict(list)
    for item in of_visits(session, ItemFacts, AgendaItem, plan.visits):
        items[item.visit_id].append(item)
    found: list[Booking] = []
    for key in {*items, *signing} & set(plan.visits):
        found += _signings(plan, plan.visits[key], items[key], signing.get(key, []))
    assignments = of_visits(session, AssignmentFacts, Assignment, plan.visits)
    names = _names(session, {row.person_id for row in assignments if row.person_id})
    for row in assignments:
        found += _assignment(_part(plan, row.visit_id, row.session_id), row, names)
    return found


def _signings(
    plan: Plan, visit: VisitFacts, items: list[ItemFacts], signing: list[Signatory]
) -> Iterator[Booking]:
    """Yield the lines in another room or with a signing; a signing without a line fills the visit.

    A signing on a day that is not the visit's is none of its business.
    """
    left = {each for each in signing if each.on in {None, visit.first}}
    for item in items:
        part = _part(plan, visit.id, item.session_id)
        signers = [each for each in signing if each.signs_in(item, part.day)]
        left -= set(signers)
        claims = (*_other_room(part, item), *_signers(signers))
        if claims:
            title = f"{item.title_id} ({visit.title})"
            yield part.booking("item", item.id, _item_span(part, item), claims, title)
    span = visit_span(visit, plan.timed(visit))
    if left and span is not None:
        whole = _Part(plan, visit, None)
        yield whole.booking("visit", visit.id, span, _signers(sorted(left)), visit.title)


def _assignment(part: _Part, row: AssignmentFacts, names: dict[UUID, str]) -> Iterator[Booking]:
    span = _assignment_span(part, row)
    claims = named_claim(ClaimKind.VEHICLE, row.vehicle)
    if row.person_id is not None:
        known = Someone(row.person_id, names[row.person_id])
        claims = (person_claim(ClaimKind.CREW, known), *claims)
    else:
        claims = (*named_claim(ClaimKind.CREW, row.name), *claims)
    if span is not None and claims:
        yield part.booking("assignment", row.id, span, claims, part.visit.title)


def _assignment_span(part: _Part, row: AssignmentFacts) -> Span | None:
    """Return the hours of an assignment: its own, else those of what it is for."""
    if row.starts_at is not None:
        day = row.on or part.day
        return span_of(day, day, row.starts_at, row.ends_at, part.visit.local_zone)
    if part.session is not None and part.session.starts_at is not None:
        return session_span(part.visit, part.session)
    return visit_span(part.visit, part.plan.timed(part.visit))


def _item_span(part: _Part, item: ItemFacts) -> Span:
    starts = instant(part.day, item.starts_at, part.visit.local_zone)
    return Span(starts, starts + timedelta(minutes=max(0, item.minutes)))


def _other_room(part: _Part, item: ItemFacts) -> tuple[Claim, ...]:
    """Return the claim of a line that is somewhere else than its session."""
    here = {room_of(part.visit, part.session), place_of(part.visit, part.session)}
    if name_key(item.place) in {name_key(name) for name in here}:
        return ()
    return named_claim(ClaimKind.ROOM, item.place)


def _signers(signing: list[Signatory]) -> tuple[Claim, ...]:
    people = dict.fromkeys(each.person for each in signing)
    return tuple(person_claim(ClaimKind.SIGNATORY, person) for person in people)


def _part(plan: Plan, visit_id: UUID, session_id: UUID | None) -> _Part:
    sessions = plan.sessions.get(visit_id, ())
    own = next((one for one in sessions if one.id == session_id), None)
    return _Part(plan, plan.visits[visit_id], own)


def _names(session: Session, people: set[UUID]) -> dict[UUID, str]:
    query = select(Person.id, Person.name).where(col(Person.id).in_(people))
    return dict(session.exec(query).all())
