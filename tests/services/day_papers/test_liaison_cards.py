"""Liaison cards: whom the head of a delegation calls, the vehicle, the hotel."""

from dataclasses import replace
from datetime import date, time

import pytest

from kunjungan.domain.visit_words import Duty
from kunjungan.services.day_papers.papers import make_day_paper
from kunjungan.services.delegations import attendee_form, edit_attendee, remove_attendees
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, add_person
from kunjungan.services.representing import represent
from kunjungan.services.travel.changing import JourneyForm, LodgingForm, add_journey, add_lodging
from kunjungan.services.visiting.crew import AssignmentForm, assign
from tests.documents.card_reading import all_words
from tests.services.day_papers.card_case import Case, card_case, card_words


@pytest.fixture
def case(office: Office) -> Case:
    return card_case(office)


def officer(case: Case) -> None:
    """A liaison officer of the delegation, whose telephone is the person's own."""
    person = add_person(case.office, PersonForm("Siti Contoh", phone="0812-0000-0001"))
    form = AssignmentForm(Duty.LIAISON, person_id=person, delegation_id=case.guests)
    assign(case.office, case.visit, form)


def test_the_head_has_a_card_with_officer_telephone_vehicle_driver_and_hotel(case: Case) -> None:
    officer(case)
    add_journey(
        case.office,
        case.guests,
        JourneyForm(on=date(2022, 9, 1), at=time(8), vehicle="Bus 1", driver="Pak Sopir"),
    )
    add_lodging(
        case.office, case.guests, LodgingForm("Hotel Contoh", phone="022-1", on=date(2022, 8, 31))
    )
    made = make_day_paper(case.office, "lo_cards", case.wish())
    words = card_words(made, case.mayor, "a4-8")
    for said in (
        "Penghubung Ir. H. Ridho Yahya, M.M.", "Siti Contoh", "Telepon 0812-0000-0001",
        "Kendaraan: Bus 1", "Pengemudi: Pak Sopir", "Hotel: Hotel Contoh (022-1)",
    ):  # fmt: skip
        assert said in words
    assert made.warnings == ()


def test_without_an_officer_or_telephone_the_card_leaves_a_line_and_says_so(case: Case) -> None:
    made = make_day_paper(case.office, "lo_cards", case.wish())
    assert "....." in all_words(made.pdf)
    [warned] = made.warnings
    assert "No liaison officer" in warned.message
    assign(case.office, case.visit, AssignmentForm(Duty.LIAISON, name="Budi Contoh"))
    [warned] = make_day_paper(case.office, "lo_cards", case.wish()).warnings
    assert warned.values["name"] == "Budi Contoh"


def test_who_comes_in_the_head_s_place_has_the_card(case: Case) -> None:
    officer(case)
    before = make_day_paper(case.office, "lo_cards", case.wish())
    represent(case.office, case.mayor, case.secretary)
    form = attendee_form(case.office, case.secretary)
    named = replace(form.person, name="Budi Contoh")
    edit_attendee(case.office, case.secretary, replace(form, person=named))
    made = make_day_paper(case.office, "lo_cards", case.wish())
    assert "Penghubung Budi Contoh" in all_words(made.pdf)
    assert (set(before.marks), set(made.marks)) == ({str(case.mayor)}, {str(case.secretary)})


def test_a_delegation_without_a_head_has_a_card_by_its_name(case: Case) -> None:
    officer(case)
    remove_attendees(case.office, [case.mayor, case.secretary])
    made = make_day_paper(case.office, "lo_cards", case.wish())
    assert "Penghubung Kota Prabumulih" in all_words(made.pdf)
    assert set(made.marks) == {str(case.guests)}
