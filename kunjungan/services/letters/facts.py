"""What a letter about a visit may say: who comes, when and where, whom to ask."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate, span_words
from kunjungan.domain.event_times import EventTime
from kunjungan.domain.institutions import FOREIGN
from kunjungan.domain.listing import listed_names
from kunjungan.domain.visit_words import Duty, LetterKind
from kunjungan.services.agreement_fields import body_in_text
from kunjungan.services.office_settings import settings_in
from kunjungan.services.visiting.sessions import SessionLine, sessions_in
from kunjungan.store.tables import Assignment, Delegation, Institution, Person, Visit

_LOCAL_TIME = Bilingual("waktu setempat", "local time")
_NOBODY = Bilingual("", "")
OWN = frozenset({LetterKind.INVITATION, LetterKind.ASSIGNMENT})
"""The letters that stay in the own house, whoever the guests are."""
AWAY = frozenset({LetterKind.ASSIGNMENT, LetterKind.THANKS})
"""The letters that are written where the own people are the guests: the host writes the others."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where the guests are received: with one delegation, or with all of them.

    ``until`` is the last day where it is another one; the hours are those of the first.
    """

    on: PartialDate
    starts_at: time | None
    hours: Bilingual
    place: str
    until: PartialDate | None = None

    @property
    def days(self) -> Bilingual:
        """The day or days in words."""
        return span_words(self.on, self.until)


def own_body(session: Session, visit: Visit) -> Institution | None:
    """Return the office's own institution, or who else receives the visit."""
    own = settings_in(session).own_institution or visit.host_id
    return session.get(Institution, own) if own else None


def guests_of(session: Session, visit: Visit, delegation_id: UUID | None) -> list[Institution]:
    """Return the institution of a delegation, or of all of a visit in their order."""
    query = (
        select(Institution)
        .join(Delegation, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.visit_id == visit.id)
        .order_by(col(Delegation.rank), col(Delegation.id))
    )
    if delegation_id is not None:
        query = query.where(Delegation.id == delegation_id)
    return list(session.exec(query))


def is_away(visit: Visit) -> bool:
    """Say whether the own people are the guests of a visit."""
    return visit.direction == "outgoing"


def partners_of(session: Session, visit: Visit, delegation_id: UUID | None) -> list[Institution]:
    """Return with whom a visit is: its guests, or who receives the own people."""
    if not is_away(visit):
        return guests_of(session, visit, delegation_id)
    host = session.get(Institution, visit.host_id) if visit.host_id else None
    return [host] if host else []


def guests_words(bodies: list[Institution]) -> Bilingual:
    """Return institutions as a sentence names them."""
    return listed_names([body_in_text(body) for body in bodies]) if bodies else _NOBODY


def is_foreign(bodies: list[Institution]) -> bool:
    """Say whether any of the guests is a foreign body."""
    return any(body.kind in FOREIGN for body in bodies)


def meeting_of(session: Session, visit: Visit, delegation_id: UUID | None) -> Meeting:
    """Return when and where a delegation is received: by its own sessions where it has some.

    Those for everybody, such as a joint lunch, count where it has none.
    """
    lines = [
        line
        for line in sessions_in(session, visit)
        if line.on and line.starts_at and _concerns(line, delegation_id)
    ]
    lines = [line for line in lines if delegation_id in line.delegations] or lines
    first_day = [line for line in lines if line.on == lines[0].on]
    if not first_day:
        place = _place(visit.room, visit.place)
        until = visit.until if visit.until != visit.on else None
        times = EventTime(visit.on, visit.starts_at, None if until else visit.ends_at, visit.zone)
        return Meeting(visit.on, visit.starts_at, _hours(visit, times), place, until)
    until = PartialDate.of(day) if (day := _last_day(lines)) != lines[0].on else None
    ends = [line.ends_at for line in first_day]
    last = None if until or None in ends else max(end for end in ends if end)
    first = first_day[0]
    on = PartialDate.of(first.on) if first.on else visit.on
    times = EventTime(on, first.starts_at, last, visit.zone)
    place = _place(first.room or visit.room, first.place or visit.place)
    return Meeting(on, first.starts_at, _hours(visit, times), place, until)


def contact_of(session: Session, visit: Visit, delegation_id: UUID | None) -> Bilingual:
    """Return the liaison officer with telephone; a delegation's own one before the visit's."""
    query = select(Assignment).where(
        Assignment.visit_id == visit.id, Assignment.duty == Duty.LIAISON
    )
    rows = sorted(session.exec(query), key=lambda row: (row.delegation_id is None, row.id.hex))
    fit = [row for row in rows if not delegation_id or row.delegation_id in {None, delegation_id}]
    if not fit:
        return _NOBODY
    row = fit[0]
    person = session.get(Person, row.person_id) if row.person_id else None
    name, phone = row.name, row.phone
    if person is not None:
        name, phone = name or person.name, phone or person.phone or ""
    words = f"{name} ({phone})" if phone else name
    return Bilingual(words, words)


def _last_day(lines: list[SessionLine]) -> date:
    return max(line.on for line in lines if line.on)


def _concerns(line: SessionLine, delegation_id: UUID | None) -> bool:
    """Without a delegation all sessions count; one for everybody is of each delegation."""
    return delegation_id is None or not line.delegations or delegation_id in line.delegations


def _place(room: str, place: str) -> str:
    return ", ".join(part for part in (room, place) if part)


def _hours(visit: Visit, times: EventTime) -> Bilingual:
    """Return hours with their zone; abroad they are told in local time."""
    if not visit.abroad:
        return times.hours
    zone = times.zone.label
    return Bilingual(
        times.hours.id.replace(zone, _LOCAL_TIME.id), times.hours.en.replace(zone, _LOCAL_TIME.en)
    )
