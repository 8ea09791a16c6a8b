"""What looks wrong in how a delegation travels is told, never refused."""

from dataclasses import replace
from datetime import date, time

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import ResourceKind, TravelWay
from kunjungan.services.calendar.resources import ResourceForm, add_resource
from kunjungan.services.delegations import (
    DelegationForm,
    add_delegation,
    delegation_form,
    edit_delegation,
)
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.travel.changing import (
    JourneyForm,
    LodgingForm,
    add_journey,
    add_lodging,
)
from kunjungan.services.travel.reading import travel
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import edit_visit, move_visit, visit_form
from kunjungan.ui.dates import told_words
from tests.builders import a_region, a_visit
from tests.day_case import Day, a_day

ON = date(2022, 9, 1)
EVE = date(2022, 8, 31)
COMES = JourneyForm(on=ON, at=time(7, 40), place="Bandara")
GOES = JourneyForm(TravelWay.DEPARTURE, on=ON, at=time(16))


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def hints(day: Day, place: int = 0) -> list[str]:
    own = travel(day.office, day.visit)[place]
    return [told_words(line.text, line.values) for line in own.hints]


def come(day: Day, form: JourneyForm = COMES) -> None:
    add_journey(day.office, day.delegation, form)


def second(day: Day, code: str = "16.10") -> Day:
    """Let another delegation come to the same visit."""
    body = a_region(day.office, code, "Kepala")
    return replace(day, delegation=add_delegation(day.office, day.visit, DelegationForm(body.id)))


def last(day: Day, until: date) -> None:
    form = visit_form(day.office, day.visit)
    edit_visit(day.office, day.visit, replace(form, until=PartialDate.of(until)))


def test_who_comes_from_another_province_is_asked_how(day: Day) -> None:
    assert hints(day) == ["It comes from far, and no journey is known yet."]
    come(day)
    assert hints(day) == []


def test_who_comes_from_the_same_province_is_not_asked(day: Day) -> None:
    second(day, "32.77")
    assert hints(day, 1) == []


def test_who_comes_from_abroad_is_asked_how(day: Day) -> None:
    form = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Suwon", "City of Suwon")
    body = add_institution(day.office, form)
    add_delegation(day.office, day.visit, DelegationForm(body))
    assert hints(day, 1) == ["It comes from far, and no journey is known yet."]


def test_an_agency_is_in_the_province_of_the_body_above_it(day: Day) -> None:
    above = delegation_form(day.office, day.delegation).institution_id
    form = InstitutionForm(InstitutionKind.AGENCY, "Dinas Kominfo", parent_id=above)
    body = add_institution(day.office, form)
    add_delegation(day.office, day.visit, DelegationForm(body))
    assert hints(day, 1) == ["It comes from far, and no journey is known yet."]


def test_a_body_whose_province_nobody_knows_is_not_far(day: Day) -> None:
    body = add_institution(day.office, InstitutionForm(InstitutionKind.COMPANY, "PT Contoh"))
    add_delegation(day.office, day.visit, DelegationForm(body))
    assert hints(day, 1) == []


def test_a_departure_before_the_arrival_is_kept_and_told(day: Day) -> None:
    come(day)
    come(day, replace(GOES, at=time(7)))
    assert hints(day) == ["It departs on Thu, 1 Sep before it has arrived."]
    assert len(travel(day.office, day.visit)[0].journeys) == 2


def test_a_pick_up_after_the_arrival_or_the_departure_is_told(day: Day) -> None:
    come(day, replace(COMES, pick_up_at=time(8)))
    come(day, replace(GOES, pick_up_at=time(16, 30)))
    assert hints(day) == [
        "The pick-up at 08.00 on Thu, 1 Sep is later than the arrival at 07.40.",
        "The pick-up at 16.30 on Thu, 1 Sep is later than the departure at 16.00.",
    ]


def test_another_number_than_was_announced_or_listed_is_told(day: Day) -> None:
    form = delegation_form(day.office, day.delegation)
    edit_delegation(day.office, day.delegation, replace(form, announced=5))
    come(day, replace(COMES, people=2))
    come(day, replace(GOES, people=3))
    assert hints(day) == ["5 are announced, but 2 arrive."], "3 are on the list, so 3 may go"
    come(day, replace(COMES, people=3))
    assert hints(day) == []
    come(day, COMES)
    assert hints(day) == [], "nothing is told while a number is missing"


def test_who_arrives_after_the_own_session_has_begun_is_told(day: Day) -> None:
    session = SessionForm("Pagi", starts_at=time(9), ends_at=time(11))
    add_session(day.office, day.visit, session, [day.delegation])
    come(day, replace(COMES, at=time(9, 30)))
    said = "It arrives at 09.30 on Thu, 1 Sep, after its session has begun at 09.00."
    assert hints(day) == [said]
    come(day)
    assert hints(day) == [], "the first are there in time"


def test_nights_without_a_bed_are_told(day: Day) -> None:
    last(day, date(2022, 9, 4))
    come(day)
    assert hints(day) == ["No lodging is known for 3 nights from Thu, 1 Sep on."]
    add_lodging(day.office, day.delegation, LodgingForm("Hotel", on=ON, until=date(2022, 9, 3)))
    assert hints(day) == ["No lodging is known for the night of Sat, 3 Sep."]
    add_lodging(day.office, day.delegation, LodgingForm("Wisma", on=date(2022, 9, 3)))
    assert hints(day) == []


def test_the_night_before_a_visit_of_one_day_counts_when_guests_come_the_day_before(
    day: Day,
) -> None:
    come(day, replace(COMES, on=EVE))
    assert hints(day) == ["No lodging is known for the night of Wed, 31 Aug."]


def test_days_far_away_are_counted_no_further_than_a_year(day: Day) -> None:
    come(day)
    come(day, replace(GOES, on=date(9999, 12, 31)))
    assert hints(day) == ["No lodging is known for 366 nights from Thu, 1 Sep on."]


def test_a_vehicle_or_driver_in_two_places_at_a_time_is_told_to_both(day: Day) -> None:
    other = second(day)
    come(day, replace(COMES, pick_up_at=time(7), vehicle="Bus 1", driver="Asep"))
    come(other, replace(COMES, at=time(8, 9), place="Stasiun", vehicle="bus  1"))
    whom = "Government of the Regency of Ogan Ilir"
    said = f"Bus 1 is needed twice on Thu, 1 Sep: here at 07.00, for {whom} at 08.09."
    assert hints(day) == [said]
    assert len(hints(day, 1)) == 1


def test_half_an_hour_between_two_drives_is_enough_unless_the_office_wants_more(day: Day) -> None:
    other = second(day)
    come(day, replace(COMES, pick_up_at=time(7), driver="Asep"))
    come(other, replace(COMES, at=time(8, 10), place="Stasiun", driver="Asep"))
    assert hints(day) == []
    change_settings(day.office, replace(office_settings(day.office), travel_minutes=31))
    assert len(hints(day)) == 1


def test_guests_who_are_picked_up_together_share_the_vehicle(day: Day) -> None:
    other = second(day)
    for one in (day, other):
        come(one, replace(COMES, pick_up_at=time(7), vehicle="Bus 1", driver="Asep"))
    assert (hints(day), hints(day, 1)) == ([], [])


def test_a_vehicle_that_another_visit_needs_is_told_unless_that_was_called_off(day: Day) -> None:
    body = a_region(day.office, "33.74", "Kepala")
    visit = a_visit(day.office, "Kunjungan lain")
    delegation = add_delegation(day.office, visit, DelegationForm(body.id))
    add_journey(day.office, delegation, replace(COMES, place="Stasiun", vehicle="Bus 1"))
    come(day, replace(COMES, vehicle="Bus 1"))
    said = "Bus 1 is needed twice on Thu, 1 Sep: here at 07.40, for Kunjungan lain at 07.40."
    assert hints(day) == [said]
    move_visit(day.office, visit, VisitStage.CANCELLED, reason="batal")
    assert hints(day) == []


def test_a_vehicle_with_too_few_seats_is_told(day: Day) -> None:
    add_resource(day.office, ResourceForm(ResourceKind.VEHICLE, "Minibus", seats=12))
    come(day, replace(COMES, vehicle="Minibus", people=12))
    assert hints(day) == []
    come(day, replace(COMES, vehicle="Minibus", people=13))
    assert hints(day) == ["Minibus has 12 seats for 13 people on Thu, 1 Sep."]
