"""The checklist of a visit: laid out, counted again, ticked by the data, in one's own order."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklists import BLOCKS
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.services.checklists.checklist import apply_checklist
from kunjungan.services.checklists.templates import (
    add_checklist,
    checklist_form,
    edit_checklist,
    form_from_visit,
    list_checklists,
)
from kunjungan.services.checklists.ticks import SEEN, done_by_itself
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    mark_attendance,
)
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.tasks import TaskForm, add_task, list_tasks, move_task, tick_task
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import edit_visit, move_visit, visit_form
from kunjungan.store.tables import Visit
from tests.builders import a_visit, prabumulih


def titles(office: Office) -> list[str]:
    return [line.title.id for line in list_tasks(office, list_visits(office)[0].id)]


def test_a_checklist_is_laid_out_once(office: Office) -> None:
    visit = a_visit(office)
    assert apply_checklist(office, visit, VisitKind.STUDY) == 13
    assert apply_checklist(office, visit, VisitKind.STUDY) == 0
    due = {line.code: line.due_on for line in list_tasks(office, visit)}
    assert due["answer"] == date(2022, 8, 18)
    assert due["report"] == date(2022, 9, 8)


def test_steps_of_a_visit_without_a_day_are_due_once_it_has_one(office: Office) -> None:
    visit = a_visit(office, on="2022-09")
    apply_checklist(office, visit, VisitKind.STUDY)
    assert {line.due_on for line in list_tasks(office, visit)} == {None}
    edit_visit(office, visit, replace(visit_form(office, visit), on=PartialDate(2022, 9, 15)))
    due = {line.code: line.due_on for line in list_tasks(office, visit)}
    assert due["answer"] == date(2022, 9, 1)


def seen(office: Office, visit: UUID) -> set[str]:
    """Return the codes of the steps that the data shows as done, in the visit's list or not."""
    with office.store.read() as session:
        found = done_by_itself(session, [visit], SEEN)
    return {code for code, visits in found.items() if visit in visits}


def test_guests_tick_their_step_and_open_it_again(office: Office) -> None:
    visit = a_visit(office)
    apply_checklist(office, visit, VisitKind.STUDY)
    body = add_delegation(office, visit, DelegationForm(prabumulih(office).id, announced=1))
    guest = add_attendee(office, body, AttendeeForm(PersonForm("Sari")))
    assert "guests" not in seen(office, visit)
    mark_attendance(office, [guest], "confirmed")
    assert "guests" in seen(office, visit)
    line = next(line for line in list_tasks(office, visit) if line.code == "guests")
    assert (line.auto, line.done, line.done_on) == (True, True, None)
    mark_attendance(office, [guest], "invited")
    assert not next(x for x in list_tasks(office, visit) if x.code == "guests").done


def test_the_list_counts_what_the_data_ticks_as_the_checklist_does(office: Office) -> None:
    visit = a_visit(office)
    apply_checklist(office, visit, VisitKind.STUDY)
    move_visit(office, visit, VisitStage.APPROVED)
    line = list_visits(office)[0]
    assert line.steps_done == sum(step.done for step in list_tasks(office, visit)) == 1


def test_a_room_counts_only_while_nobody_else_has_it(office: Office) -> None:
    for title in ("A", "B"):
        visit = a_visit(office, title)
        form = SessionForm(title, starts_at=time(9), ends_at=time(11), room="Auditorium")
        add_session(office, visit, form)
    ids = [line.id for line in list_visits(office)]
    assert all("rooms" not in seen(office, visit) for visit in ids)
    edit_visit(office, ids[1], replace(visit_form(office, ids[1]), on=PartialDate(2022, 9, 2)))
    assert all("rooms" in seen(office, visit) for visit in ids)


def test_a_report_ticks_its_step(office: Office) -> None:
    visit = a_visit(office)
    with office.store.change("Report") as session:
        row = session.get(Visit, visit)
        assert row is not None
        row.report = "Selesai"
    assert "report" in seen(office, visit)


def test_a_step_that_blocks_keeps_the_visit_from_being_ready(office: Office) -> None:
    visit = a_visit(office)
    step = add_task(office, visit, TaskForm("Izin", code=BLOCKS))
    with pytest.raises(RuleBroken, match="must be done first"):
        move_visit(office, visit, VisitStage.READY, reason="Tetap")
    tick_task(office, step, done=True)
    move_visit(office, visit, VisitStage.READY)


def test_open_steps_owe_a_reason_but_not_those_of_after_the_visit(office: Office) -> None:
    visit = a_visit(office)
    step = add_task(office, visit, TaskForm("Pesan ruang"))
    add_task(office, visit, TaskForm("Laporan", days_before=-7))
    with pytest.raises(RuleBroken, match="Say why"):
        move_visit(office, visit, VisitStage.READY)
    tick_task(office, step, done=True)
    move_visit(office, visit, VisitStage.READY)
    with pytest.raises(RuleBroken, match="Say why"):
        move_visit(office, visit, VisitStage.REPORTED)


def test_a_visit_without_steps_goes_on_at_once(office: Office) -> None:
    visit = a_visit(office)
    move_visit(office, visit, VisitStage.REPORTED)
    assert list_visits(office)[0].stage is VisitStage.REPORTED


def test_steps_move_within_their_area_and_undo_brings_the_order_back(office: Office) -> None:
    visit = a_visit(office)
    for name, area in (("A", "x"), ("B", "y"), ("C", "x")):
        add_task(office, visit, TaskForm(name, area))
    first, _, third = (line.id for line in list_tasks(office, visit))
    assert move_task(office, third, -1)
    assert titles(office) == ["C", "A", "B"]
    assert not move_task(office, third, -1), "it is the first"
    undo(office)
    assert titles(office) == ["A", "B", "C"]
    assert move_task(office, first, 1)
    assert titles(office) == ["B", "C", "A"]


def test_an_own_checklist_is_kept_from_a_visit_and_offered_first(office: Office) -> None:
    visit = a_visit(office)
    add_task(office, visit, TaskForm("Siapkan angklung", days_before=2))
    form = form_from_visit(office, visit, VisitKind.SCHOOL)
    with pytest.raises(RuleBroken, match="name"):
        add_checklist(office, form)
    made = add_checklist(office, replace(form, name=Bilingual("Sekolah", "School")))
    offered = list_checklists(office, VisitKind.SCHOOL)
    assert [one.id for one in offered[:2]] == [made, None]
    other = a_visit(office, "Lain", "2022-10-05")
    assert apply_checklist(office, other, VisitKind.SCHOOL, offered[0].steps) == 1
    assert list_tasks(office, other)[0].due_on == date(2022, 10, 3)
    edit_checklist(office, made, replace(checklist_form(office, made), kind=None))
    assert len(list_tasks(office, other)) == 1, "visits that started from it stay"
