"""Signs of vehicles and doors, certificates, labels for folders."""

from dataclasses import replace
from datetime import time
from uuid import UUID

import pytest

from kunjungan.domain.visit_words import Duty
from kunjungan.services.day_papers import certificates, labels, signs
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    attendee_form,
    edit_attendee,
    mark_attendance,
)
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.sessions import SessionForm, add_session
from tests.documents.card_reading import all_words
from tests.services.day_papers.card_case import Case, card_case


@pytest.fixture
def case(office: Office) -> Case:
    return card_case(office)


def test_every_vehicle_has_a_sign_with_its_number(case: Case) -> None:
    made = signs.vehicle_signs(case.office, case.wish())
    words = all_words(made.pdf)
    assert made.pages == 1
    assert "Kendaraan 1" in words
    assert "Bus 1" in words
    assert "Kota Prabumulih" in words


def test_a_car_in_which_only_the_hosts_ride_is_no_car_of_guests(case: Case) -> None:
    assert "ROMBONGAN TAMU" in all_words(signs.vehicle_signs(case.office, case.wish()).pdf)
    form = attendee_form(case.office, case.host)
    edit_attendee(case.office, case.host, replace(form, vehicle="Mobil 1"))
    words = all_words(signs.vehicle_signs(case.office, case.wish()).pdf)
    assert words.count("ROMBONGAN TAMU") == 1
    assert words.count("TUAN RUMAH") == 1


def test_a_bus_of_the_host_has_one_sign_for_all_delegations(case: Case) -> None:
    second = add_delegation(case.office, case.visit, DelegationForm(prabumulih_twin(case.office)))
    form = AttendeeForm(PersonForm("Nama Lain"), "Bupati", vehicle="bus 1")
    add_attendee(case.office, second, form)
    assert signs.vehicle_signs(case.office, case.wish()).pages == 2
    assign(case.office, case.visit, AssignmentForm(Duty.DRIVER, vehicle="Bus 1"))
    assert signs.vehicle_signs(case.office, case.wish()).pages == 1


def prabumulih_twin(office: Office) -> UUID:
    """Another guest's institution."""
    from tests.builders import a_region  # noqa: PLC0415

    return a_region(office, "16.10", "Nama Bupati").id


def test_every_room_has_a_sign_on_its_door(case: Case) -> None:
    assert signs.door_signs(case.office, case.wish()).pages == 1
    for title, room in (("Audiensi", "Ruang A"), ("Diskusi", "Ruang B")):
        form = SessionForm(title, starts_at=time(9), room=room)
        add_session(case.office, case.visit, form)
    made = signs.door_signs(case.office, case.wish())
    words = all_words(made.pdf)
    assert made.pages == 2
    assert all(each in words for each in ("Audiensi", "Ruang A", "Diskusi", "Ruang B", "09.00"))


def test_the_signer_of_a_certificate_has_no_titles_and_the_guest_has(case: Case) -> None:
    made = certificates.make(case.office, case.wish(only=frozenset({str(case.mayor)})))
    words = all_words(made.pdf)
    assert "Ir. H. Ridho Yahya, M.M." in words
    assert "YANA MULYANA" in words
    assert "WALI KOTA BANDUNG" in words
    assert made.warnings == ()


def test_certificates_are_for_guests_who_came_once_any_has(case: Case) -> None:
    assert set(certificates.make(case.office, case.wish()).marks) == {
        str(case.mayor),
        str(case.secretary),
    }
    mark_attendance(case.office, [case.mayor], "present")
    assert set(certificates.make(case.office, case.wish()).marks) == {str(case.mayor)}


def test_a_certificate_without_a_name_has_a_line_and_is_told(case: Case) -> None:
    made = certificates.make(case.office, case.wish(only=frozenset({str(case.secretary)})))
    assert [warned.who for warned in made.warnings] == ["Sekretaris Daerah Kota Prabumulih"]
    assert all_words(made.pdf).count("……") >= 2


def test_delegations_get_labels_for_their_folders(case: Case) -> None:
    made = labels.folder_labels(case.office, case.wish())
    assert list(made.marks) == [str(case.guests)]
    assert "Pemerintah Kota Prabumulih" in all_words(made.pdf)
