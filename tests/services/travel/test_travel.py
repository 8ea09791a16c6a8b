"""Journeys and lodgings of a delegation: kept, refused, in the order of time, with their visit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.visit_words import Duty, ResourceKind, TravelWay
from kunjungan.services.calendar.resources import (
    ResourceForm,
    add_resource,
    edit_resource,
    remove_resource,
    resource_form,
)
from kunjungan.services.delegations import remove_delegation
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.reception.copying import CopyForm, copy_visit
from kunjungan.services.travel.changing import (
    JourneyForm,
    LodgingForm,
    add_journey,
    add_lodging,
    edit_journey,
    edit_lodging,
    journey_form,
    lodging_form,
    remove_journey,
    remove_lodging,
)
from kunjungan.services.travel.lines import DelegationTravel, drives_of
from kunjungan.services.travel.reading import travel
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.shifting import foreseen_shift
from kunjungan.services.visits import edit_visit, visit_form
from tests.day_case import Day, a_day

ON = date(2022, 9, 1)
EVE = date(2022, 8, 31)
COMES = JourneyForm(on=ON, at=time(7, 40), number="GA 302", place="Bandara", people=3)
GOES = JourneyForm(TravelWay.DEPARTURE, on=ON, at=time(16), people=3)
SLEEPS = LodgingForm("Hotel Contoh", on=EVE, until=ON, rooms=2)


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def only(day: Day) -> DelegationTravel:
    (own,) = travel(day.office, day.visit)
    return own


def days_of(day: Day) -> list[date | None]:
    own = only(day)
    beds = (night for line in own.lodgings for night in (line.on, line.until))
    return [*(line.on for line in own.journeys), *beds]


def move(day: Day, on: PartialDate) -> None:
    edit_visit(day.office, day.visit, replace(visit_form(day.office, day.visit), on=on))


def test_journeys_stand_in_the_order_of_time_and_those_without_an_hour_last(day: Day) -> None:
    for form in (GOES, replace(COMES, at=None), COMES, replace(COMES, on=EVE, at=time(20))):
        add_journey(day.office, day.delegation, form)
    found = [(line.on, line.at) for line in only(day).journeys]
    assert found == [(EVE, time(20)), (ON, time(7, 40)), (ON, time(16)), (ON, None)]
    assert [line.at for line in only(day).going(TravelWay.DEPARTURE)] == [time(16)]


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (JourneyForm(), "which day"),
        (replace(COMES, people=0), "how many people"),
        (replace(COMES, people=10_000), "how many people"),
        (replace(SLEEPS, hotel="  "), "name of the hotel"),
        (replace(SLEEPS, on=None), "which night"),
        (replace(SLEEPS, until=EVE - timedelta(days=1)), "cannot end before"),
        (replace(SLEEPS, rooms=0), "how many rooms"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_kept(
    day: Day, form: JourneyForm | LodgingForm, says: str
) -> None:
    add: Callable[..., UUID] = add_journey if isinstance(form, JourneyForm) else add_lodging
    with pytest.raises(RuleBroken, match=says):
        add(day.office, day.delegation, form)
    assert not only(day).known


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(day: Day) -> None:
    office = day.office
    journey = add_journey(office, day.delegation, COMES)
    lodging = add_lodging(office, day.delegation, SLEEPS)
    seen, bed = journey_form(office, journey), lodging_form(office, lodging)
    edit_journey(office, journey, replace(seen, number="GA 304"))
    edit_lodging(office, lodging, replace(bed, rooms=5))
    with pytest.raises(Conflict):
        edit_journey(office, journey, replace(seen, number="QZ 1"))
    with pytest.raises(Conflict):
        edit_lodging(office, lodging, replace(bed, rooms=9))
    own = only(day)
    assert (own.journeys[0].number, own.lodgings[0].rooms) == ("GA 304", 5)


def test_what_is_removed_is_gone_and_comes_back_by_undo(day: Day) -> None:
    office = day.office
    journey = add_journey(office, day.delegation, COMES)
    lodging = add_lodging(office, day.delegation, SLEEPS)
    remove_journey(office, journey)
    remove_lodging(office, lodging)
    assert not only(day).known
    undo(office)
    undo(office)
    assert only(day).known
    remove_delegation(office, day.delegation)
    assert travel(office, day.visit) == []
    undo(office)
    assert (len(only(day).journeys), len(only(day).lodgings)) == (1, 1)


def test_nothing_is_added_to_a_delegation_that_is_gone(day: Day) -> None:
    remove_delegation(day.office, day.delegation)
    with pytest.raises(NotFound):
        add_journey(day.office, day.delegation, COMES)
    with pytest.raises(NotFound):
        add_lodging(day.office, day.delegation, SLEEPS)


def test_journeys_and_nights_follow_their_visit_in_one_change(day: Day) -> None:
    add_journey(day.office, day.delegation, COMES)
    add_lodging(day.office, day.delegation, SLEEPS)
    before = days_of(day)
    assert foreseen_shift(day.office, day.visit, PartialDate(2022, 9, 11), None).travel == 2
    assert days_of(day) == before, "to look ahead changes nothing"
    move(day, PartialDate(2022, 9, 11))
    assert days_of(day) == [date(2022, 9, 11), date(2022, 9, 10), date(2022, 9, 11)]
    undo(day.office)
    assert days_of(day) == before


def test_journeys_stay_where_the_day_is_no_longer_known(day: Day) -> None:
    add_journey(day.office, day.delegation, COMES)
    move(day, PartialDate(2022, 9))
    assert days_of(day) == [ON]


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(by=st.integers(-400, 400))
def test_every_distance_from_the_visit_stays(day: Day, by: int) -> None:
    if not only(day).known:
        add_journey(day.office, day.delegation, COMES)
        add_lodging(day.office, day.delegation, SLEEPS)
    before, first = days_of(day), visit_form(day.office, day.visit).on.first
    move(day, PartialDate.of(first + timedelta(days=by)))
    shifted = [each + timedelta(days=by) for each in before if each]
    assert days_of(day) == shifted


def test_a_copy_of_a_visit_has_no_journeys(day: Day) -> None:
    add_journey(day.office, day.delegation, COMES)
    add_lodging(day.office, day.delegation, SLEEPS)
    copy = copy_visit(day.office, day.visit, CopyForm("Lagi", PartialDate(2022, 10, 1)))
    (copied,) = travel(day.office, copy)
    assert not copied.known
    assert only(day).known


def test_a_vehicle_brings_its_plate_and_the_crew_its_telephone(day: Day) -> None:
    office = day.office
    car = add_resource(office, ResourceForm(ResourceKind.VEHICLE, "Bus 1", plate="D 1234 AB"))
    assign(office, day.visit, AssignmentForm(Duty.DRIVER, name="Asep", phone="0800-1"))
    form = replace(COMES, vehicle="bus  1", driver="ASEP", met_by="Nobody")
    add_journey(office, day.delegation, form)
    (line,) = only(day).journeys
    assert (line.car, line.phones) == ("bus  1, D 1234 AB", ("0800-1", ""))
    edit_resource(office, car, replace(resource_form(office, car), name="Bus Besar"))
    assert only(day).journeys[0].vehicle == "Bus Besar", "it follows the vehicle's name"
    with pytest.raises(RuleBroken, match="stays"):
        remove_resource(office, car)


def test_drives_stand_by_when_the_vehicle_leaves(day: Day) -> None:
    add_journey(day.office, day.delegation, replace(COMES, vehicle="B"))
    early = replace(GOES, pick_up_at=time(6), vehicle="A")
    add_journey(day.office, day.delegation, early)
    add_journey(day.office, day.delegation, GOES)
    drives = drives_of(travel(day.office, day.visit))
    assert [line.vehicle for line in drives] == ["A", "B"], "who is not driven is not listed"
