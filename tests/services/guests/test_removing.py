"""What goes, what stays and what undo brings back when something that guests hang on is removed."""

from uuid import UUID

import pytest
from sqlalchemy import event
from sqlmodel import select

from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    mark_attendance,
    remove_attendees,
    remove_delegation,
)
from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.seating.plans import new_plan
from kunjungan.services.visiting.sessions import SessionForm, add_session, remove_session
from kunjungan.services.visits import remove_visit
from kunjungan.store.tables import Person, SeatingPlan
from tests.builders import a_visit, prabumulih
from tests.day_case import Day, a_day
from tests.services.transfer_offices import all_rows


@pytest.fixture
def day(office: Office) -> Day:
    """A day with a session of its own for the delegation."""
    return a_day(office)


def a_plan(day: Day) -> UUID:
    """A session for the one delegation, with a seating plan."""
    own = add_session(day.office, day.visit, SessionForm("Pagi"), [day.delegation])
    new_plan(day.office, day.visit, "meeting", own)
    return own


def plans(office: Office) -> list[SeatingPlan]:
    """Every seating plan of the office."""
    with office.store.read() as session:
        return list(session.exec(select(SeatingPlan)))


def test_a_removed_session_leaves_its_seating_plan_to_the_visit(day: Day) -> None:
    own = a_plan(day)
    before = all_rows(day.office)
    remove_session(day.office, own)
    [plan] = plans(day.office)
    assert plan.session_id is None
    day.office.store.undo()
    assert all_rows(day.office) == before


def test_many_guests_go_in_a_handful_of_queries(day: Day) -> None:
    for number in range(40):
        add_attendee(day.office, day.delegation, AttendeeForm(PersonForm(f"Tamu {number}")))
    ids = [guest.id for guest in participants(day.office, day.visit) if guest.delegation_id]
    engine = day.office.store.engine
    asked: list[str] = []

    def ask(*said: object) -> None:
        asked.append(str(said[2]))

    event.listen(engine, "before_cursor_execute", ask)
    mark_attendance(day.office, ids, "present")
    remove_attendees(day.office, ids)
    event.remove(engine, "before_cursor_execute", ask)
    assert len([words for words in asked if words.startswith("SELECT")]) < len(ids)


def test_a_removed_delegation_takes_the_seating_plan_of_its_own_session(day: Day) -> None:
    a_plan(day)
    before = all_rows(day.office)
    remove_delegation(day.office, day.delegation)
    assert not plans(day.office)
    day.office.store.undo()
    assert all_rows(day.office) == before


def test_a_removed_visit_takes_its_nameless_guests_along(office: Office) -> None:
    visit = a_visit(office)
    delegation = add_delegation(office, visit, DelegationForm(prabumulih(office).id))
    add_attendee(office, delegation, AttendeeForm(PersonForm(""), "Inspektur"))
    before = all_rows(office)
    remove_visit(office, visit)
    with office.store.read() as session:
        assert not session.exec(select(Person).where(Person.name == "")).all()
    office.store.undo()
    assert all_rows(office) == before
