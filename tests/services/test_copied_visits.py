"""A visit that starts from a past one: what comes along and what stays behind."""

from datetime import date, time
from uuid import UUID

from sqlmodel import select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import Duty, LetterKind
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.guests.participants import participants
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.overview import visit_overview
from kunjungan.services.people import PersonForm
from kunjungan.services.reception.copying import CopyForm, copy_visit
from kunjungan.services.tasks import TaskForm, add_task, list_tasks, tick_task
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visiting.crew import AssignmentForm, assign, list_crew
from kunjungan.services.visiting.sessions import SessionForm, add_session, list_sessions
from kunjungan.services.visits import move_visit
from kunjungan.store.tables import AgendaItem, Letter
from tests.builders import a_visit, prabumulih

NEW = CopyForm("Kunjungan lagi", PartialDate(2023, 3, 1), letters=True)


def a_past_visit(office: Office) -> UUID:
    visit = a_visit(office)
    form = DelegationForm(prabumulih(office).id, announced=5, letter_number="005/1", came=4)
    body = add_delegation(office, visit, form)
    add_attendee(office, body, AttendeeForm(PersonForm("Sari"), attendance="present"))
    part = add_session(
        office, visit, SessionForm("Pagi", on=date(2022, 9, 2), starts_at=time(9)), [body]
    )
    assign(office, visit, AssignmentForm(Duty.LIAISON, name="Asep", session_id=part))
    tick_task(office, add_task(office, visit, TaskForm("Gladi", days_before=1)), done=True)
    with office.store.change("Rundown and letter") as session:
        session.add(
            AgendaItem(
                visit_id=visit, session_id=part, delegation_id=body, rank="V", starts_at=time(9),
                minutes=10, title_id="Sambutan", began_at=time(9, 5), remark="terlambat",
            )
        )  # fmt: skip
        session.add(
            Letter(visit_id=visit, delegation_id=body, kind=LetterKind.ANSWER, number="1",
                   sent_on=date(2022, 8, 12))
        )  # fmt: skip
    move_visit(office, visit, VisitStage.REPORTED)
    return visit


def test_all_parts_come_along_on_the_new_day(office: Office) -> None:
    old = a_past_visit(office)
    new = copy_visit(office, old, NEW)
    seen = visit_overview(office, new)
    assert (seen.title, seen.stage) == ("Kunjungan lagi", VisitStage.LETTER)
    (body,) = seen.delegations
    assert [session.on for session in list_sessions(office, new)] == [date(2023, 3, 2)]
    assert list_sessions(office, new)[0].delegations == (body.id,)
    assert [crew.name for crew in list_crew(office, new)] == ["Asep"]
    assert list_crew(office, new)[0].session_id == list_sessions(office, new)[0].id
    assert [(step.due_on, step.done) for step in list_tasks(office, new)] == [
        (date(2023, 2, 28), False)
    ]


def test_what_was_done_sent_or_confirmed_stays_behind(office: Office) -> None:
    new = copy_visit(office, a_past_visit(office), NEW)
    (body,) = list_delegations(office, new)
    assert (body.letter_number, body.came, body.announced) == ("", None, 5)
    assert [guest.attendance for guest in participants(office, new)] == ["invited"]
    with office.store.read() as session:
        item = session.exec(select(AgendaItem).where(AgendaItem.visit_id == new)).one()
        letter = session.exec(select(Letter).where(Letter.visit_id == new)).one()
    assert (item.began_at, item.remark, item.delegation_id) == (None, "", body.id)
    assert (letter.number, letter.sent_on, letter.delegation_id) == ("", None, body.id)


def test_parts_that_are_not_wanted_stay_behind(office: Office) -> None:
    old = a_past_visit(office)
    bare = CopyForm("Polos", PartialDate(2023, 3), False, False, False, False)
    new = copy_visit(office, old, bare)
    assert participants(office, new) == []
    assert list_sessions(office, new) == []
    assert list_crew(office, new) == []
    assert list_tasks(office, new) == []
    assert [line.announced for line in list_delegations(office, new)] == [5]


def test_crew_of_a_session_that_stays_behind_is_for_the_whole_visit(office: Office) -> None:
    form = CopyForm("Tim", PartialDate(2023, 3, 1), sessions=False)
    new = copy_visit(office, a_past_visit(office), form)
    assert [crew.session_id for crew in list_crew(office, new)] == [None]


def test_one_undo_takes_the_copy_back_and_leaves_the_old_visit(office: Office) -> None:
    old = a_past_visit(office)
    copy_visit(office, old, NEW)
    undo(office)
    assert [line.id for line in list_visits(office)] == [old]
    assert len(participants(office, old)) == 1
