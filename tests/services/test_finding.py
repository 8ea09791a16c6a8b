"""Finding visits and people by a few letters."""

from dataclasses import replace
from uuid import UUID

import pytest

from kunjungan.domain.stages import VisitStage
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.finding import people_naming, visits_naming
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, add_person
from kunjungan.services.visit_lists import active_visits
from kunjungan.services.visits import edit_visit, move_visit, visit_form
from tests.builders import a_visit, prabumulih


@pytest.fixture
def visit(office: Office) -> UUID:
    """A visit with a theme, a letter and a guest, beside one that has nothing."""
    a_visit(office, "Lain")
    made = a_visit(office)
    edit_visit(office, made, replace(visit_form(office, made), theme_id="Penerapan SPBE 100%"))
    body = prabumulih(office)
    delegation = add_delegation(office, made, DelegationForm(body.id, letter_number="005/1_A"))
    add_attendee(office, delegation, AttendeeForm(PersonForm("Panca Wijaya")))
    return made


@pytest.mark.parametrize("text", ["penerapan", "100%", "005/1_", "wijaya", "  PANCA "])
def test_a_visit_is_found_by_theme_letter_and_guest(office: Office, visit: UUID, text: str) -> None:
    assert visits_naming(office, text) == {visit}


@pytest.mark.parametrize("text", ["100_", "%A", "Yahya"])
def test_marks_of_the_query_language_stand_for_themselves(
    office: Office, visit: UUID, text: str
) -> None:
    assert visit not in visits_naming(office, text)


def test_people_come_by_name_with_the_post_held_now_and_no_more_than_wanted(
    office: Office,
) -> None:
    prabumulih(office)
    for name in ("Yahya Kedua", "Yahya Pertama"):
        add_person(office, PersonForm(name))
    found = people_naming(office, "yahya")
    assert [line.name.plain for line in found] == ["Ridho Yahya", "Yahya Kedua", "Yahya Pertama"]
    assert [line.post for line in found] == ["Wali Kota Prabumulih", "", ""]
    assert len(people_naming(office, "yahya", most=2)) == 2


def test_active_visits_are_those_not_over_and_not_called_off(office: Office) -> None:
    a_visit(office)
    move_visit(office, a_visit(office), VisitStage.REPORTED)
    move_visit(office, a_visit(office), VisitStage.CANCELLED, reason="Batal")
    move_visit(office, a_visit(office), VisitStage.POSTPONED, reason="Tunda")
    assert active_visits(office) == 2
