"""Who does what on the day, and who is asked twice."""

from dataclasses import replace
from datetime import time

import pytest

from kunjungan.domain.bookings import ClaimKind
from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.visit_words import Duty
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.officials import list_officials
from kunjungan.services.visit_day.clashing import visit_clashes
from kunjungan.services.visiting.crew import (
    AssignmentForm,
    assign,
    assignment_form,
    edit_assignment,
    list_crew,
    release,
)
from tests.builders import a_visit
from tests.services.visit_day.case import DAY, Day, a_day


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def test_hours_are_those_of_session_or_visit_unless_given(day: Day) -> None:
    for form in (
        AssignmentForm(Duty.LIAISON, name="A", session_id=day.afternoon),
        AssignmentForm(Duty.PROTOCOL, name="B"),
    ):
        assign(day.office, day.visit, form)
    liaison, protocol, mc = list_crew(day.office, day.visit)
    assert (liaison.starts_at, liaison.ends_at, liaison.own_hours) == (time(12), time(14), False)
    assert (protocol.on, protocol.starts_at, protocol.ends_at) == (DAY, time(9), time(14))
    assert (mc.starts_at, mc.own_hours) == (time(12), True)


def test_somebody_known_is_called_by_the_name_known(day: Day) -> None:
    (official,) = list_officials(day.office, day.host.id)
    form = AssignmentForm(Duty.DRIVER, person_id=official.person_id, vehicle="Minibus")
    assign(day.office, day.visit, form)
    driver = next(line for line in list_crew(day.office, day.visit) if line.duty is Duty.DRIVER)
    assert (driver.who, driver.vehicle) == ("Yana Mulyana", "Minibus")


def test_a_vehicle_needed_by_two_visits_at_once_is_told_for_both(day: Day) -> None:
    other = a_visit(day.office, "Kunjungan lain")
    form = AssignmentForm(Duty.DRIVER, on=DAY, starts_at=time(12), ends_at=time(13))
    made = [
        assign(day.office, visit, replace(form, vehicle=name))
        for visit, name in ((day.visit, "Minibus"), (other, " minibus"))
    ]
    found = [c for c in visit_clashes(day.office, day.visit) if c.kind is ClaimKind.VEHICLE]
    assert [{clash.first.id, clash.second.id} for clash in found] == [set(made)]


@pytest.mark.parametrize(
    "form",
    [
        AssignmentForm(Duty.MC),
        AssignmentForm(Duty.MC, name="A", on=DAY),
        AssignmentForm(Duty.MC, name="A", starts_at=time(9), ends_at=time(9)),
        AssignmentForm(Duty.MC, name="A", ends_at=time(9)),
    ],
)
def test_nobody_and_hours_that_cannot_be_are_refused(day: Day, form: AssignmentForm) -> None:
    with pytest.raises(RuleBroken):
        assign(day.office, day.visit, form)
    assert len(list_crew(day.office, day.visit)) == 1


def test_another_visits_session_is_refused(day: Day) -> None:
    other = a_visit(day.office, "Kunjungan lain")
    with pytest.raises(RuleBroken):
        assign(day.office, other, AssignmentForm(Duty.MC, name="A", session_id=day.morning))


def test_two_desks_do_not_overwrite_each_other(day: Day) -> None:
    stale = assignment_form(day.office, day.crew)
    edit_assignment(day.office, day.crew, stale)
    changed = AssignmentForm(Duty.MC, name="Budi", version=stale.version)
    edit_assignment(day.office, day.crew, changed)
    with pytest.raises(Conflict):
        edit_assignment(day.office, day.crew, stale)
    assert list_crew(day.office, day.visit)[0].name == "Budi"


def test_who_was_released_comes_back_by_undo(day: Day) -> None:
    before = list_crew(day.office, day.visit)
    release(day.office, day.crew)
    assert list_crew(day.office, day.visit) == []
    undo(day.office)
    assert list_crew(day.office, day.visit) == before
