"""Delegations of a visit and the people in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import PersonName
from kunjungan.domain.precedence import Group
from kunjungan.domain.ranks import rank_between
from kunjungan.domain.words import Attendance, Role
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, fill_person, form_of, name_of, new_person
from kunjungan.services.rows import as_form, found, put
from kunjungan.services.visiting.sessions import remove_own_sessions
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    Attendee,
    Delegation,
    Gift,
    Institution,
    Letter,
    Person,
    SessionDelegation,
    Task,
    Visit,
)


@dataclass(frozen=True, slots=True)
class DelegationForm:
    """What a person fills in for a delegation and its letter of request.

    ``announced`` is the head count of the letter, ``came`` that of the day; ``proposed`` are the
    dates that the letter names, as text of ``PartialDate``.
    """

    institution_id: UUID
    head_tenure_id: UUID | None = None
    announced: int | None = None
    letter_number: str = ""
    letter_on: date | None = None
    received_on: date | None = None
    agenda_number: str = ""
    proposed: tuple[str, ...] = ()
    contact: str = ""
    contact_phone: str = ""
    came: int | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class AttendeeForm:
    """A person in a delegation with the post as it is on that day.

    ``person_id`` takes somebody who is already known; otherwise ``person`` is added.
    """

    person: PersonForm
    title_id: str = ""
    title_en: str = ""
    group: Group | None = None
    role: Role = "member"
    attendance: Attendance = "invited"
    note: str = ""
    person_id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """A guest in the delegation table."""

    id: UUID
    delegation_id: UUID
    body: str
    name: PersonName
    title: Bilingual
    nip: str
    group: Group | None
    role: Role
    attendance: Attendance
    note: str


def delegation_form(office: Office, delegation_id: UUID) -> DelegationForm:
    """Return a delegation as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(DelegationForm, found(session, Delegation, delegation_id))


def add_delegation(office: Office, visit_id: UUID, form: DelegationForm) -> UUID:
    """Add a delegation as the last of a visit and return its id."""
    with office.store.change(later("Add delegation")) as session:
        return new_delegation(session, visit_id, form).id


def new_delegation(session: Session, visit_id: UUID, form: DelegationForm) -> Delegation:
    """Add a delegation as the last of a visit inside a change that does more."""
    _check(form)
    found(session, Visit, visit_id)
    found(session, Institution, form.institution_id)
    last = session.exec(
        select(func.max(Delegation.rank)).where(Delegation.visit_id == visit_id)
    ).one()
    row = Delegation(
        visit_id=visit_id, institution_id=form.institution_id, rank=rank_between(last, None)
    )
    put(row, form)
    session.add(row)
    return row


def edit_delegation(office: Office, delegation_id: UUID, form: DelegationForm) -> None:
    """Change a delegation's facts."""
    _check(form)
    with office.store.change(later("Edit delegation")) as session:
        put(found(session, Delegation, delegation_id, seen=form.version), form)


def remove_delegation(office: Office, delegation_id: UUID) -> None:
    """Remove a delegation with its guests and the sessions held for it alone.

    What else was planned for it stays with the visit. Undo brings all of it back.
    """
    with office.store.change(later("Remove delegation")) as session:
        row = found(session, Delegation, delegation_id)
        remove_own_sessions(session, delegation_id)
        for own in (Attendee, SessionDelegation):
            for child in session.exec(select(own).where(own.delegation_id == delegation_id)):
                session.delete(child)
        for table in (AgendaItem, Assignment, Letter, Gift, Task):
            for kept in session.exec(select(table).where(table.delegation_id == delegation_id)):
                kept.delegation_id = None
        session.delete(row)


def list_attendees(office: Office, visit_id: UUID) -> list[AttendeeLine]:
    """Return a visit's guests, delegation by delegation, in order of entry group and name."""
    query = (
        select(Attendee, Person, Delegation, Institution)
        .join(Person, col(Attendee.person_id) == col(Person.id))
        .join(Delegation, col(Attendee.delegation_id) == col(Delegation.id))
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.visit_id == visit_id)
        .order_by(col(Delegation.rank), col(Person.name))
    )
    with office.store.read() as session:
        lines = [
            AttendeeLine(
                guest.id,
                delegation.id,
                institution.short_name or institution.name_id,
                name_of(person),
                Bilingual(guest.title_id, guest.title_en),
                person.nip or "",
                guest.precedence_group,
                guest.role,
                guest.attendance,
                guest.note,
            )
            for guest, person, delegation, institution in session.exec(query)
        ]
    order = {line.delegation_id: index for index, line in reversed(list(enumerate(lines)))}
    lines.sort(key=lambda line: (order[line.delegation_id], line.role != "head", _place(line)))
    return lines


def attendee_form(office: Office, attendee_id: UUID) -> AttendeeForm:
    """Return a guest as recorded, ready to be edited."""
    with office.store.read() as session:
        row = found(session, Attendee, attendee_id)
        person = found(session, Person, row.person_id)
        return AttendeeForm(
            form_of(person),
            row.title_id,
            row.title_en,
            row.precedence_group,
            row.role,
            row.attendance,
            row.note,
            person.id,
            row.version,
        )


def add_attendee(office: Office, delegation_id: UUID, form: AttendeeForm) -> UUID:
    """Add a guest to a delegation and return the guest's id."""
    with office.store.change(later("Add guest")) as session:
        found(session, Delegation, delegation_id)
        if form.person_id is None:
            person = new_person(session, form.person)
        else:
            person = found(session, Person, form.person_id)
            _refuse_twice(session, delegation_id, person)
        row = Attendee(delegation_id=delegation_id, person_id=person.id)
        _fill(row, form)
        session.add(row)
    return row.id


def edit_attendee(office: Office, attendee_id: UUID, form: AttendeeForm) -> None:
    """Change a guest and the guest's name in one step."""
    with office.store.change(later("Edit guest")) as session:
        row = found(session, Attendee, attendee_id, seen=form.version)
        fill_person(found(session, Person, row.person_id, seen=form.person.version), form.person)
        _fill(row, form)


def mark_attendance(office: Office, ids: Sequence[UUID], attendance: Attendance) -> None:
    """Give several guests the same state in one change."""
    with office.store.change(later("Change attendance")) as session:
        for attendee_id in ids:
            found(session, Attendee, attendee_id).attendance = attendance


def remove_attendees(office: Office, ids: Sequence[UUID]) -> None:
    """Remove guests from their delegation; the people stay known."""
    with office.store.change(later("Remove guests")) as session:
        for attendee_id in ids:
            session.delete(found(session, Attendee, attendee_id))


def _check(form: DelegationForm) -> None:
    if form.letter_on and form.received_on and form.received_on < form.letter_on:
        raise RuleBroken(later("A letter is not received before the day it is dated."))


def _fill(row: Attendee, form: AttendeeForm) -> None:
    row.title_id = form.title_id.strip()
    row.title_en = form.title_en.strip()
    row.precedence_group = form.group
    row.role = form.role
    row.attendance = form.attendance
    row.note = form.note.strip()


def _refuse_twice(session: Session, delegation_id: UUID, person: Person) -> None:
    query = select(Attendee).where(
        Attendee.delegation_id == delegation_id, Attendee.person_id == person.id
    )
    if session.exec(query).first() is not None:
        raise RuleBroken(later("{name} is already in this delegation."), name=name_of(person).full)


def _place(line: AttendeeLine) -> tuple[int, str]:
    order = list(Group)
    place = order.index(line.group) if line.group is not None else len(order)
    return (place, line.name.plain)
