"""What parts of visits take up: lines of a rundown, signings, the own crew and its vehicles."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
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

_KINDS = MappingProxyType(
    {ClaimKind.ROOM: ResourceKind.ROOM, ClaimKind.VEHICLE: ResourceKind.VEHICLE}
)


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
        return Booking(
            source,
            key,
            self.visit.id,
            title,
            span,
            not self.visit.tentative,
            place_of(self.visit, self.session),
            claims,
            self._turnaround(claims),
            self.session.id if self.session else None,
            self.visit.local_zone,
        )

    def _turnaround(self, claims: tuple[Claim, ...]) -> int | None:
        """Return the minutes before a use of the room or vehicle, None for the office's.

        A place that the office does not describe, such as a lobby, needs none.
        """
        for claim in claims:
            kind = _KINDS.get(claim.kind)
            known = self.plan.resources.get((kind, claim.key)) if kind else None
            if known is not None:
                return known.turnaround
        return 0


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
    left = {each for each in signing if each.on is None or visit.first <= each.on <= visit.last}
    for item in items:
        part = _part(plan, visit.id, item.session_id)
        signers = [each for each in signing if each.signs_in(item, part.day)]
        left -= set(signers)
        claims = (*_other_room(part, item), *_signers(signers))
        if claims:
            title = f"{item.title_id} ({visit.title})"
            yield part.booking("item", item.id, _item_span(part, item), claims, title)
    for day in sorted({each.on or visit.first for each in left}):
        span = _day_span(plan, visit, day)
        signers = [each for each in signing if each in left and (each.on or visit.first) == day]
        if span is not None:
            whole = _Part(plan, visit, None)
            yield whole.booking("visit", visit.id, span, _signers(signers), visit.title)


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


def _day_span(plan: Plan, visit: VisitFacts, day: date) -> Span | None:
    """Return the time of a visit's sessions on a day, else of the visit."""
    timed = [one for one in plan.timed(visit) if session_day(visit, one) == day]
    spans = [session_span(visit, one) for one in timed]
    if not spans:
        return visit_span(visit, ())
    return Span(min(span.starts for span in spans), max(span.ends for span in spans))


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
