"""The contacts of guests go in time, those of signatories never."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    delegation_form,
)
from kunjungan.services.history import undo
from kunjungan.services.known_people.purging import CONTACT, PERSONAL, old_contacts, purge_contacts
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, change_settings
from kunjungan.services.people import PersonForm, add_person, edit_person, list_people, person_form
from tests.builders import a_region, a_visit, an_agreement

CONTACTS: dict[str, Any] = {
    "nip": "197501012000032002",
    "phone": "0812-0001",
    "email": "siti@contoh.invalid",
    "photo_sha": "a" * 64,
    "diet": "Vegetarian",
    "access": "Kursi roda",
}
LATER = date(2024, 9, 2)
"""The day after two years have passed since the visit."""


@pytest.fixture
def guest(office: Office) -> UUID:
    body = a_region(office, "16.10", "Nama Bupati")
    delegation = add_delegation(office, a_visit(office), DelegationForm(body.id, body.head))
    person = add_person(office, PersonForm("Siti Contoh", rank="Penata", **CONTACTS))
    add_attendee(office, delegation, AttendeeForm(PersonForm(""), "Staf", person_id=person))
    return person


def on(office: Office, day: date) -> Office:
    return replace(office, today=lambda: day)


def test_contacts_are_due_so_many_months_after_the_last_visit(office: Office, guest: UUID) -> None:
    assert old_contacts(on(office, date(2024, 9, 1))) == []
    (line,) = old_contacts(on(office, LATER))
    assert (line.id, line.name.plain, line.kept) == (guest, "Siti Contoh", PERSONAL)
    change_settings(office, OfficeSettings(contact_months=36))
    assert old_contacts(on(office, LATER)) == []


def test_personal_data_goes_and_the_rest_stays_until_it_is_undone(
    office: Office, guest: UUID
) -> None:
    before = person_form(office, guest)
    assert purge_contacts(on(office, LATER), [guest]) == 1
    gone: dict[str, Any] = dict.fromkeys(CONTACTS, "")
    after = person_form(office, guest)
    assert replace(after, version=0) == replace(before, version=0, **gone)
    assert old_contacts(on(office, LATER)) == []
    undo(office)
    assert replace(person_form(office, guest), version=0) == replace(before, version=0)


def test_who_never_had_a_name_is_due_as_well(office: Office) -> None:
    body = a_region(office, "16.10", "Nama Bupati")
    delegation = add_delegation(office, a_visit(office), DelegationForm(body.id))
    add_attendee(office, delegation, AttendeeForm(PersonForm("", phone="0812-0002"), "Staf"))
    (line,) = old_contacts(on(office, LATER))
    assert (line.name.plain, line.kept) == ("", ("phone",))
    assert purge_contacts(on(office, LATER), [line.id]) == 1
    assert old_contacts(on(office, LATER)) == []


def test_the_telephone_of_a_delegation_goes_and_comes_back_with_undo(office: Office) -> None:
    body = a_region(office, "16.10", "Nama Bupati")
    form = DelegationForm(body.id, contact="Ibu Contoh", contact_phone="0812-0003")
    delegation = add_delegation(office, a_visit(office), form)
    assert old_contacts(on(office, date(2024, 9, 1))) == []
    (line,) = old_contacts(on(office, LATER))
    assert (line.id, line.name.plain, line.kept) == (delegation, "Ibu Contoh", (CONTACT,))
    assert purge_contacts(on(office, LATER), [delegation]) == 1
    left = delegation_form(office, delegation)
    assert (left.contact, left.contact_phone) == ("Ibu Contoh", "")
    undo(office)
    assert delegation_form(office, delegation).contact_phone == "0812-0003"


def test_who_came_again_meanwhile_keeps_them(office: Office, guest: UUID) -> None:
    body = a_region(office, "32.73", "Nama Wali Kota")
    again = add_delegation(office, a_visit(office, "Lagi", "2024-08-01"), DelegationForm(body.id))
    add_attendee(office, again, AttendeeForm(PersonForm(""), "Staf", person_id=guest))
    assert purge_contacts(on(office, LATER), [guest]) == 0
    assert person_form(office, guest).phone == CONTACTS["phone"]


def test_who_signs_an_agreement_is_exempt(office: Office) -> None:
    an_agreement(office)
    (mayor,) = list_people(office, "ridho")
    edit_person(office, mayor.id, replace(person_form(office, mayor.id), **CONTACTS))
    body = a_region(office, "16.10", "Nama Bupati")
    delegation = add_delegation(office, a_visit(office), DelegationForm(body.id))
    add_attendee(office, delegation, AttendeeForm(PersonForm(""), "Staf", person_id=mayor.id))
    assert old_contacts(on(office, LATER)) == []
    assert purge_contacts(on(office, LATER), [mayor.id]) == 0
