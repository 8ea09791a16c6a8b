"""The board: every session in its place, what is shared, the turn-around of rooms."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from kunjungan.domain.days import PartialDate
from kunjungan.domain.visit_words import Duty, ResourceKind
from kunjungan.services.calendar.resources import ResourceForm, add_resource
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.visit_day.board import Board, BoardSession, board
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.sessions import SessionForm, add_session, edit_session
from kunjungan.services.visits import VisitForm, schedule_visit
from tests.services.visit_day.case import ROOM, Day, a_day, a_session


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def sessions(found: Board) -> Iterator[BoardSession]:
    """Yield every session on a board."""
    for each in found.days:
        yield from each.sessions
    yield from found.apart


def test_two_delegations_stand_side_by_side_with_their_turn_around(day: Day) -> None:
    found = board(day.office, day.visit)
    assert [column.head for column in found.columns] == ["Ridho Yahya", "Panca Wijaya Akbar"]
    morning, afternoon = found.days[0].sessions
    assert (morning.spans, afternoon.spans) == (((0, 0),), ((1, 1),))
    (gap,) = found.days[0].turnarounds
    assert (gap.minutes, gap.need, gap.enough) == (30, 30, True)


def test_room_host_and_crew_that_several_sessions_share_are_marked(day: Day) -> None:
    for session in (day.morning, day.afternoon):
        assign(day.office, day.visit, AssignmentForm(Duty.USHER, name="Ani", session_id=session))
    marks = [each.shared for each in board(day.office, day.visit).days[0].sessions]
    assert marks == [{"room", "host", "crew"}] * 2


def test_a_session_for_nobody_by_name_is_joint(day: Day) -> None:
    add_session(day.office, day.visit, a_session(day.host, 15, 16, room="B"))
    joint = board(day.office, day.visit).days[0].sessions[-1]
    assert joint.joint
    assert joint.spans == ((0, 1),)
    assert joint.guests == 34


def test_the_session_knows_best_then_the_room_then_the_setting(day: Day) -> None:
    office = day.office

    def need() -> int:
        return board(office, day.visit).days[0].turnarounds[0].need

    change_settings(office, replace(office_settings(office), turnaround_minutes=45))
    assert need() == 45
    add_resource(office, ResourceForm(ResourceKind.ROOM, ROOM.upper(), seats=17, turnaround=40))
    assert need() == 40
    edit_session(
        office, day.afternoon, a_session(day.host, 12, 14, turnaround=35), [day.delegations[1]]
    )
    assert need() == 35
    crowded = [each.crowded for each in board(office, day.visit).days[0].sessions]
    assert crowded == [True, False]


def test_what_has_no_hour_or_no_day_stands_apart(office: Office) -> None:
    visit = schedule_visit(office, VisitForm("A", PartialDate(2022, 12)))
    add_session(office, visit, SessionForm("Tanpa hari", starts_at=time(9)))
    add_session(office, visit, SessionForm("Tanpa jam", on=date(2022, 12, 5)))
    add_session(office, visit, SessionForm("Lengkap", on=date(2022, 12, 5), starts_at=time(9)))
    found = board(office, visit)
    assert {each.line.title.id for each in found.apart} == {"Tanpa hari", "Tanpa jam"}
    assert [len(each.sessions) for each in found.days] == [1]
    assert [column.delegation_id for column in found.columns] == [None]


HOURS = st.one_of(st.none(), st.integers(0, 23))
ROWS = st.lists(
    st.tuples(HOURS, HOURS, st.sampled_from([None, 1, 2]), st.sets(st.sampled_from([0, 1]))),
    max_size=7,
)


@given(ROWS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_board_never_loses_a_session(
    day: Day, rows: list[tuple[int | None, int | None, int | None, set[int]]]
) -> None:
    made = {day.morning, day.afternoon}
    visit = day.visit
    for each in list(sessions(board(day.office, visit))):
        made.add(each.line.id)
    for start, end, on, whom in rows:
        later_end = end if start is not None and end is not None and end > start else None
        form = SessionForm(
            "X",
            on=date(2022, 9, on) if on else None,
            starts_at=None if start is None else time(start),
            ends_at=None if later_end is None else time(later_end),
            room=ROOM,
        )
        made.add(add_session(day.office, visit, form, [day.delegations[at] for at in whom]))
    told = [each.line.id for each in sessions(board(day.office, visit))]
    assert sorted(told) == sorted(made)
