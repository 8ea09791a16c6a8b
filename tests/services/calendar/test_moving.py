"""Moves in the calendar: what goes along, what stays, and that undo brings all of it back."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.services.calendar.moving import Slot, move_to, room_to, rundown_told
from kunjungan.services.calendar.occasions import Ref, occasions
from kunjungan.services.history import redo, undo
from kunjungan.services.office import Office
from kunjungan.services.visits import visit_form
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    CalendarEntry,
    Task,
    Visit,
    VisitSession,
)
from tests.services.calendar import planned
from tests.services.calendar.planned import DAY, Hours

LATER = date(2022, 9, 8)
TABLES = (Visit, VisitSession, AgendaItem, Assignment, Task, CalendarEntry)


def everything(office: Office) -> list[dict[str, object]]:
    """All rows that a move may touch, without their versions."""
    with office.store.read() as session:
        rows = [row for table in TABLES for row in session.exec(select(table))]
        return [row.model_dump(exclude={"version"}) for row in rows]


def the_hours(office: Office, ref: Ref) -> tuple[date, time | None, time | None]:
    """Where the calendar shows something."""
    found = occasions(office, date(2022, 8, 1), date(2022, 11, 1))
    (one,) = [each for each in found if each.ref == ref]
    return one.on, one.starts_at, one.ends_at


def test_a_moved_visit_keeps_its_hours(office: Office) -> None:
    ref = planned.visit(office)
    move_to(office, ref, Slot(LATER, LATER))
    assert the_hours(office, ref) == (LATER, time(9), time(12))


def test_a_moved_visit_takes_sessions_rundown_crew_and_steps_along(office: Office) -> None:
    ref = planned.visit(office, Hours(9, 15))
    own_day = planned.session(office, ref, Hours(9, 11, date(2022, 9, 2)))
    morning = planned.session(office, ref, Hours(9, 11))
    planned.item(office, ref, time(9, 30), part=morning)
    with office.store.change("More") as session:
        session.add(Assignment(visit_id=ref.id, name="Asep", on=DAY, starts_at=time(8)))
        session.add(Task(visit_id=ref.id, title="Balas", days_before=7, due_on=date(2022, 8, 25)))
        session.add(Task(visit_id=ref.id, title="Lain", due_on=date(2022, 8, 25)))
    move_to(office, ref, Slot(LATER, date(2022, 9, 9), time(10), time(16)))
    assert the_hours(office, own_day) == (date(2022, 9, 9), time(10), time(12))
    assert the_hours(office, morning) == (LATER, time(10), time(12))
    with office.store.read() as session:
        assert session.exec(select(AgendaItem)).one().starts_at == time(10, 30)
        crew = session.exec(select(Assignment)).one()
        assert (crew.on, crew.starts_at) == (LATER, time(9))
        due = {task.title: task.due_on for task in session.exec(select(Task))}
    assert due == {"Balas": date(2022, 9, 1), "Lain": date(2022, 8, 25)}


def test_a_session_takes_only_its_own_lines_along(office: Office) -> None:
    ref = planned.visit(office, Hours(9, 15))
    morning = planned.session(office, ref, Hours(9, 11))
    noon = planned.session(office, ref, Hours(13, 15))
    planned.item(office, ref, time(9), part=morning)
    planned.item(office, ref, time(13), part=noon)
    move_to(office, noon, Slot(DAY, DAY, time(14), time(17)))
    with office.store.read() as session:
        times = sorted(item.starts_at for item in session.exec(select(AgendaItem)))
    assert times == [time(9), time(14)]
    assert the_hours(office, noon) == (DAY, time(14), time(17))


def test_the_only_session_takes_its_visit_to_another_day(office: Office) -> None:
    ref = planned.visit(office)
    only = planned.session(office, ref, Hours(9, 11))
    move_to(office, only, Slot(LATER, LATER, time(9), time(11)))
    form = visit_form(office, ref.id)
    assert (form.on.full, form.until) == (LATER, None)
    assert the_hours(office, only) == (LATER, time(9), time(11))


def test_one_of_two_sessions_on_an_earlier_day_leaves_the_other_on_its_own(office: Office) -> None:
    ref = planned.visit(office, Hours(9, 15))
    morning = planned.session(office, ref, Hours(9, 11))
    noon = planned.session(office, ref, Hours(13, 15))
    before = date(2022, 8, 31)
    move_to(office, noon, Slot(before, before, time(13), time(15)))
    assert the_hours(office, morning)[0] == DAY
    assert the_hours(office, noon)[0] == before
    form = visit_form(office, ref.id)
    assert (form.on.full, form.until and form.until.full) == (before, DAY)


@pytest.mark.parametrize("begins", [date(2022, 8, 31), date(2022, 9, 2)])
def test_sessions_stay_on_their_days_when_only_the_beginning_of_a_visit_moves(
    office: Office, begins: date
) -> None:
    ref = planned.visit(office, None)
    move_to(office, ref, Slot(DAY, date(2022, 9, 5)))
    third = planned.session(office, ref, Hours(9, 11, date(2022, 9, 3)))
    first = planned.session(office, ref, Hours(9, 11))
    move_to(office, ref, Slot(begins, date(2022, 9, 5)))
    form = visit_form(office, ref.id)
    assert (form.on.full, form.until and form.until.full) == (begins, date(2022, 9, 5))
    assert the_hours(office, third)[0] == date(2022, 9, 3)
    assert the_hours(office, first)[0] == max(begins, DAY)


@pytest.mark.parametrize(
    "slot", [Slot(DAY, date(2022, 9, 2)), Slot(date(2022, 9, 4), date(2022, 9, 5))]
)
def test_no_session_is_left_outside_the_days_of_its_visit(office: Office, slot: Slot) -> None:
    ref = planned.visit(office, None)
    move_to(office, ref, Slot(DAY, date(2022, 9, 5)))
    planned.session(office, ref, Hours(9, 11, date(2022, 9, 3)))
    before = everything(office)
    with pytest.raises(RuleBroken, match="Move that session first"):
        move_to(office, ref, slot)
    assert everything(office) == before


def test_an_entry_takes_whole_days_where_it_is_dropped_among_them(office: Office) -> None:
    ref = planned.entry(office, Hours(13, 14))
    move_to(office, ref, Slot(LATER, date(2022, 9, 9)))
    assert the_hours(office, ref) == (LATER, None, None)


@pytest.mark.parametrize("late", [time(22), time(19, 55)])
def test_a_part_that_would_pass_midnight_moves_nothing(office: Office, late: time) -> None:
    ref = planned.visit(office, Hours(9, 12))
    planned.item(office, ref, late)
    before = everything(office)
    with pytest.raises(RuleBroken):
        move_to(office, ref, Slot(LATER, LATER, time(13), time(16)))
    assert everything(office) == before


@pytest.mark.parametrize(
    "slot",
    [Slot(LATER, DAY), Slot(LATER, LATER, time(10), time(9)), Slot(LATER, LATER, None, time(9))],
)
def test_a_slot_that_ends_before_it_starts_is_refused(office: Office, slot: Slot) -> None:
    with pytest.raises(RuleBroken):
        move_to(office, planned.entry(office, Hours(9, 10)), slot)


def test_what_is_gone_cannot_be_moved(office: Office) -> None:
    ref = planned.visit(office)
    undo(office)
    undo(office)
    with pytest.raises(NotFound):
        move_to(office, ref, Slot(LATER, LATER))


def test_a_new_room_is_followed_by_the_sessions_that_were_in_the_old_one(office: Office) -> None:
    ref = planned.visit(office, Hours(9, 15))
    planned.session(office, ref, Hours(9, 11), room="auditorium")
    planned.session(office, ref, Hours(13, 15), room="Pendopo")
    room_to(office, ref, "Ruang Tengah")
    rooms = [one.room for one in occasions(office, DAY, LATER)]
    assert rooms == ["Ruang Tengah", "Pendopo"]


def test_guests_were_told_of_a_visit_through_its_sessions_too(office: Office) -> None:
    ref = planned.visit(office)
    part = planned.session(office, ref, Hours(9, 11))
    assert rundown_told(office, part) is None
    with office.store.change("Sent") as session:
        row = session.get(Visit, ref.id)
        assert row is not None
        row.rundown_sent_on = DAY
    assert rundown_told(office, part) == rundown_told(office, ref) == DAY


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(-30, 30), st.integers(7, 18), st.integers(1, 3)),
        min_size=1,
        max_size=5,
    )
)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_moving_and_undoing_restores_everything(
    office: Office, moves: list[tuple[int, int, int, int]]
) -> None:
    ref = planned.visit(office, Hours(9, 15))
    refs = [
        ref,
        planned.session(office, ref, Hours(9, 11)),
        planned.session(office, ref, Hours(13, 15)),
        planned.entry(office, Hours(13, 14)),
    ]
    planned.item(office, ref, time(12))
    states = [everything(office)]
    for which, days, start, hours in moves:
        day = date.fromordinal(DAY.toordinal() + days)
        with suppress(RuleBroken):
            move_to(office, refs[which], Slot(day, day, time(start), time(start + hours)))
        if everything(office) != states[-1]:
            states.append(everything(office))
    for state in reversed(states[:-1]):
        undo(office)
        assert everything(office) == state
    for state in states[1:]:
        redo(office)
        assert everything(office) == state
