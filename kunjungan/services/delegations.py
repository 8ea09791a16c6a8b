"""Delegations of a visit and the people in them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.precedence import Group
from kunjungan.domain.ranks import rank_between
from kunjungan.domain.words import Attendance, Role
from kunjungan.i18n import later
from kunjungan.services.guests.removing import remove_guests
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, change_person, form_of, name_of, new_person
from kunjungan.services.rank_of_day import rank_holder, ranks_of
from kunjungan.services.rows import TITLES, as_form, chunks, found, found_all, put, refuse_long
from kunjungan.services.same_visit import refuse_stranger
from kunjungan.services.visiting.sessions import remove_own_sessions
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    Attendee,
    Delegation,
    Gift,
    Institution,
    Journey,
    Letter,
    Lodging,
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
    """A person in a delegation, or in the host's own party, with the post as it is on that day.

    ``person_id`` takes somebody who is already known; otherwise ``person`` is added, without a
    name while it is still to come. The other fields are those of ``store.tables.Attendee``.
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
    capacity: Capacity = Capacity.DEFINITIVE
    since: PartialDate | None = None
    former: bool = False
    local_rank_id: UUID | None = None
    represents_id: UUID | None = None
    companion_of_id: UUID | None = None
    vehicle: str = ""
    travel_order: str = ""


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
        guests = session.exec(select(Attendee).where(Attendee.delegation_id == delegation_id))
        remove_guests(session, guests.all())
        for part in (SessionDelegation, Journey, Lodging):
            for child in session.exec(select(part).where(part.delegation_id == delegation_id)):
                session.delete(child)
        for table in (AgendaItem, Assignment, Letter, Gift, Task):
            for kept in session.exec(select(table).where(table.delegation_id == delegation_id)):
                kept.delegation_id = None
        session.delete(row)


def attendee_form(office: Office, attendee_id: UUID) -> AttendeeForm:
    """Return a guest as recorded, ready to be edited."""
    with office.store.read() as session:
        row = found(session, Attendee, attendee_id)
        own = {name: getattr(row, name) for name in _SAME}
        person = found(session, Person, row.person_id)
        rank, grade = ranks_of(rank_holder(row, person))
        known = replace(form_of(person), rank=rank, grade=grade)
        return AttendeeForm(known, group=row.precedence_group, **own)


def add_attendee(office: Office, delegation_id: UUID, form: AttendeeForm) -> UUID:
    """Add a guest to a delegation and return the guest's id."""
    with office.store.change(later("Add guest")) as session:
        found(session, Delegation, delegation_id)
        return new_attendee(session, form, delegation_id=delegation_id).id


def add_to_own_party(office: Office, visit_id: UUID, form: AttendeeForm) -> UUID:
    """Add somebody of the host's own party to a visit and return the attendee's id."""
    with office.store.change(later("Add to the own party")) as session:
        found(session, Visit, visit_id)
        return new_attendee(session, form, visit_id=visit_id).id


def new_attendee(
    session: Session,
    form: AttendeeForm,
    *,
    delegation_id: UUID | None = None,
    visit_id: UUID | None = None,
) -> Attendee:
    """Add a guest inside a change that does more: to a delegation, or to a visit's own party."""
    if form.person_id is None:
        person = new_person(session, form.person, nameless=True)
    else:
        person = found(session, Person, form.person_id)
    row = Attendee(delegation_id=delegation_id, visit_id=visit_id, person_id=person.id)
    _take_person(session, row, person)
    _fill(session, row, form)
    session.add(row)
    session.flush()
    return row


def edit_attendee(office: Office, attendee_id: UUID, form: AttendeeForm) -> None:
    """Change a guest and the guest's name in one step; another ``person_id`` is another person.

    A guest who is no longer represented sets free whoever was to come in the place. Where a list
    of the past has a rank of its own, it is that one that changes.
    """
    with office.store.change(later("Edit guest")) as session:
        row = found(session, Attendee, attendee_id, seen=form.version)
        before = found(session, Person, row.person_id)
        if form.person_id in {None, before.id}:
            person = found(session, Person, before.id, seen=form.person.version)
            of_day = _ranks_of_day(row, person, form.person)
            change_person(session, person, of_day, office, but=row.id)
        else:
            _take_person(session, row, found(session, Person, form.person_id))
            session.flush()
            if not before.name:
                session.delete(before)
        _fill(session, row, form)
        free_substitutes(session, [row])


def mark_attendance(office: Office, ids: Sequence[UUID], attendance: Attendance) -> None:
    """Give several guests the same state in one change.

    Who is no longer represented sets free whoever was to come in the place.
    """
    with office.store.change(later("Change attendance")) as session:
        rows = found_all(session, Attendee, ids)
        for row in rows:
            row.attendance = attendance
        free_substitutes(session, rows)


def free_substitutes(session: Session, rows: Sequence[Attendee]) -> None:
    """Let nobody come in the place of guests who are not represented; they stay guests.

    Whose substitute stays away is absent, and represented by nobody.
    """
    for row in rows:
        if row.attendance in _STAYS_AWAY and row.represents_id is not None:
            found(session, Attendee, row.represents_id).attendance = "absent"
            row.represents_id = None
    for ids in chunks([row.id for row in rows if row.attendance != "represented"]):
        others = select(Attendee).where(col(Attendee.represents_id).in_(ids))
        for other in session.exec(others).all():
            other.represents_id = None


def give_vehicle(office: Office, ids: Sequence[UUID], vehicle: str) -> None:
    """Let several guests go in one vehicle, or in none, in one change."""
    with office.store.change(later("Change vehicle")) as session:
        for row in found_all(session, Attendee, ids):
            row.vehicle = vehicle.strip()


def remove_attendees(office: Office, ids: Sequence[UUID]) -> None:
    """Remove guests from their delegation; the people stay known."""
    with office.store.change(later("Remove guests")) as session:
        remove_guests(session, found_all(session, Attendee, ids))


_STAYS_AWAY = frozenset({"absent", "represented"})


def _check(form: DelegationForm) -> None:
    if form.letter_on and form.received_on and form.received_on < form.letter_on:
        raise RuleBroken(later("A letter is not received before the day it is dated."))


def _fill(session: Session, row: Attendee, form: AttendeeForm) -> None:
    if form.person_id is None and not any(map(str.strip, _known_by(form))):
        raise RuleBroken(later("A guest needs a name or a post. Nothing was saved."))
    for other in (form.represents_id, form.companion_of_id):
        refuse_stranger(session, row, other)
    refuse_long(row, form, TITLES)
    put(row, replace(form, person_id=row.person_id))
    row.precedence_group = form.group
    for name in ("title_id", "title_en", "vehicle", "travel_order", "note"):
        setattr(row, name, getattr(form, name).strip())


def _known_by(form: AttendeeForm) -> tuple[str, ...]:
    return form.person.name, form.title_id, form.title_en


def _ranks_of_day(row: Attendee, person: Person, form: PersonForm) -> PersonForm:
    """Write a guest's own rank of the day, if there is one; return the form of the person."""
    if rank_holder(row, person) is person:
        return form
    row.rank, row.grade = form.rank.strip(), form.grade.strip()
    rank, grade = ranks_of(person)
    return replace(form, rank=rank, grade=grade)


def _take_person(session: Session, row: Attendee, person: Person) -> None:
    """Let a guest be this person, who must not be in the same party already."""
    query = select(Attendee).where(
        Attendee.delegation_id == row.delegation_id,
        Attendee.visit_id == row.visit_id,
        Attendee.person_id == person.id,
    )
    if session.exec(query).first() is not None:
        raise RuleBroken(later("{name} is already in this delegation."), name=name_of(person).full)
    row.person_id, row.rank, row.grade = person.id, None, None


_SAME = [field.name for field in fields(AttendeeForm) if field.name not in {"person", "group"}]
"""The fields that an attendee's row has by the same name."""
