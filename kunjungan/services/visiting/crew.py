"""The own crew and the vehicles of a visit: who does what, for which session or delegation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import check_hours
from kunjungan.domain.visit_words import Duty
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.people import name_of
from kunjungan.services.rows import as_form, found, put
from kunjungan.services.visiting.belonging import refuse_foreign
from kunjungan.store.tables import (
    Assignment,
    Delegation,
    Institution,
    Person,
    Visit,
    VisitSession,
)

NOBODY = later("Say who it is, or which vehicle.")
OTHER_VISIT = later("Crew is assigned to sessions and delegations of its own visit.")


@dataclass(frozen=True, slots=True)
class AssignmentForm:
    """What a person fills in: somebody known or a name as typed, or a vehicle, or both.

    Without day and hours it holds for the session, else for the whole visit.
    """

    duty: Duty = Duty.OTHER
    person_id: UUID | None = None
    name: str = ""
    phone: str = ""
    vehicle: str = ""
    session_id: UUID | None = None
    delegation_id: UUID | None = None
    on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class CrewLine:
    """Somebody of the crew or a vehicle, with the hours that hold for it.

    ``own_hours`` says whether they were given or are those of its session or visit.
    """

    id: UUID
    duty: Duty
    person_id: UUID | None
    name: str
    phone: str
    vehicle: str
    session_id: UUID | None
    session: Bilingual
    delegation_id: UUID | None
    delegation: Bilingual
    on: date | None
    starts_at: time | None
    ends_at: time | None
    own_hours: bool
    note: str

    @property
    def who(self) -> str:
        """The person's name, else the vehicle's."""
        return self.name or self.vehicle


def list_crew(office: Office, visit_id: UUID) -> list[CrewLine]:
    """Return a visit's crew and vehicles, by duty, then by time and name."""
    with office.store.read() as session:
        return crew_in(session, found(session, Visit, visit_id))


def crew_in(session: Session, visit: Visit) -> list[CrewLine]:
    """Return a visit's crew as an open session sees it."""
    rows = session.exec(select(Assignment).where(Assignment.visit_id == visit.id)).all()
    sessions = {
        row.id: row
        for row in session.exec(select(VisitSession).where(VisitSession.visit_id == visit.id))
    }
    bodies = _bodies(session, visit.id)
    people = _people(session, visit.id)
    lines = [
        _line(row, visit, sessions, bodies.get(row.delegation_id), people.get(row.person_id, ""))
        for row in rows
    ]
    return sorted(lines, key=_order)


def assignment_form(office: Office, assignment_id: UUID) -> AssignmentForm:
    """Return an assignment as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(AssignmentForm, found(session, Assignment, assignment_id))


def assign(office: Office, visit_id: UUID, form: AssignmentForm) -> UUID:
    """Assign somebody or a vehicle to a visit and return the assignment's id."""
    _check(form)
    with office.store.change(later("Assign crew")) as session:
        found(session, Visit, visit_id)
        row = Assignment(visit_id=visit_id)
        _fill(session, row, form)
        session.add(row)
    return row.id


def edit_assignment(office: Office, assignment_id: UUID, form: AssignmentForm) -> None:
    """Change who does what, when and for whom."""
    _check(form)
    with office.store.change(later("Edit crew")) as session:
        _fill(session, found(session, Assignment, assignment_id, seen=form.version), form)


def release(office: Office, assignment_id: UUID) -> None:
    """Take somebody or a vehicle off a visit."""
    with office.store.change(later("Release crew")) as session:
        session.delete(found(session, Assignment, assignment_id))


def _check(form: AssignmentForm) -> None:
    if form.person_id is None and not form.name.strip() and not form.vehicle.strip():
        raise RuleBroken(NOBODY)
    if form.on is not None and form.starts_at is None:
        raise RuleBroken(later("Say when it starts, too."))
    check_hours(form.starts_at, form.ends_at)


def _fill(session: Session, row: Assignment, form: AssignmentForm) -> None:
    refuse_foreign(session, VisitSession, form.session_id, row.visit_id, OTHER_VISIT)
    refuse_foreign(session, Delegation, form.delegation_id, row.visit_id, OTHER_VISIT)
    if form.person_id is not None:
        found(session, Person, form.person_id)
    put(row, form)


def _line(
    row: Assignment,
    visit: Visit,
    sessions: Mapping[UUID, VisitSession],
    body: Bilingual | None,
    person: str,
) -> CrewLine:
    part = sessions.get(row.session_id) if row.session_id else None
    own = row.starts_at is not None
    hours = row if own else part or visit
    day = row.on or (part.on if part else None) or visit.on.full
    return CrewLine(
        id=row.id,
        duty=row.duty,
        person_id=row.person_id,
        name=person or row.name,
        phone=row.phone,
        vehicle=row.vehicle,
        session_id=row.session_id,
        session=Bilingual(part.title_id, part.title_en) if part else Bilingual("", ""),
        delegation_id=row.delegation_id,
        delegation=body or Bilingual("", ""),
        on=day,
        starts_at=hours.starts_at,
        ends_at=hours.ends_at,
        own_hours=own,
        note=row.note,
    )


def _bodies(session: Session, visit_id: UUID) -> dict[UUID | None, Bilingual]:
    query = (
        select(Delegation.id, Institution)
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.visit_id == visit_id)
    )
    return {key: Bilingual(body.name_id, body.name_en) for key, body in session.exec(query)}


def _people(session: Session, visit_id: UUID) -> dict[UUID | None, str]:
    query = (
        select(Person)
        .join(Assignment, col(Assignment.person_id) == col(Person.id))
        .where(Assignment.visit_id == visit_id)
    )
    return {person.id: name_of(person).full for person in session.exec(query)}


def _order(line: CrewLine) -> tuple[int, date, time, str, str]:
    day, hour = line.on or date.min, line.starts_at or time.min
    return list(Duty).index(line.duty), day, hour, line.who.casefold(), line.id.hex
