"""Whole lists of guests: out of an earlier visit, and out to the kitchen."""

import csv
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    add_to_own_party,
    mark_attendance,
)
from kunjungan.services.guests.catering import catering_sheet, catering_text, write_catering
from kunjungan.services.guests.copying import copy_earlier, earlier_guests
from kunjungan.services.guests.participants import participants
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.reception.copying import CopyForm, copy_visit
from tests.builders import Body, a_visit, prabumulih

NAMED = AttendeeForm(PersonForm("Ridho Yahya", phone="081200000141"), "Wali Kota Prabumulih")
NAMELESS = AttendeeForm(PersonForm(""), "Sekretaris Daerah")


@pytest.fixture
def body(office: Office) -> Body:
    return prabumulih(office)


def a_list(office: Office, body: Body, on: str, *forms: AttendeeForm) -> UUID:
    visit = a_visit(office, on=on)
    delegation = add_delegation(office, visit, DelegationForm(body.id))
    for form in forms:
        add_attendee(office, delegation, form)
    return visit


def test_the_named_guests_of_the_last_visit_are_listed_again(office: Office, body: Body) -> None:
    a_list(office, body, "2020-01-01", replace(NAMED, person=PersonForm("Orang Lama")))
    spouse = replace(NAMED, person=PersonForm("Orang Lain"), role="spouse")
    old = a_list(office, body, "2021-12-01", NAMED, NAMELESS)
    (mayor,) = [one for one in participants(office, old) if one.known]
    assert mayor.delegation_id is not None
    add_attendee(office, mayor.delegation_id, replace(spouse, companion_of_id=mayor.id))
    new = a_list(office, body, "2022-09-01")
    earlier = earlier_guests(office, new)
    assert earlier is not None
    assert (earlier.visit_id, earlier.guests) == (old, 2)
    assert copy_earlier(office, new, old) == 2
    listed = {one.name.plain: one for one in participants(office, new)}
    assert listed.keys() == {"Ridho Yahya", "Orang Lain"}
    assert {one.attendance for one in listed.values()} == {"invited"}
    assert listed["Orang Lain"].companion_of_id == listed["Ridho Yahya"].id
    again = earlier_guests(office, new)
    assert again is None or again.visit_id != old, "they are all listed"
    undo(office)
    assert participants(office, new) == []


def test_a_later_visit_offers_nobody(office: Office, body: Body) -> None:
    new = a_list(office, body, "2022-09-01")
    a_list(office, body, "2022-10-01", NAMED)
    assert earlier_guests(office, new) is None


def test_a_copied_visit_has_its_own_nameless_guests(office: Office, body: Body) -> None:
    old = a_list(office, body, "2021-12-01", NAMELESS)
    add_to_own_party(office, old, replace(NAMELESS, title_id="Asisten"))
    new = copy_visit(office, old, CopyForm("Lagi", PartialDate(2022, 9, 1)))
    before, after = participants(office, old), participants(office, new)
    assert [one.title.id for one in after] == ["Asisten", "Sekretaris Daerah"]
    assert not {one.person_id for one in before} & {one.person_id for one in after}


@pytest.fixture
def fed(office: Office, body: Body) -> UUID:
    """Five to be fed with the own party, two of them specially; one who does not come."""
    special = replace(NAMELESS, person=PersonForm("", diet="Vegetarian", access="Kursi roda"))
    visit = a_list(office, body, "2022-09-01", NAMED, NAMELESS, NAMELESS, special)
    add_to_own_party(office, visit, replace(NAMED, person=PersonForm("Tuan", diet="Tanpa udang")))
    gone = next(one for one in participants(office, visit) if not (one.known or one.diet))
    mark_attendance(office, [gone.id], "absent")
    return visit


def test_the_catering_list_adds_up_to_those_who_come(office: Office, fed: UUID) -> None:
    sheet = catering_sheet(office, fed)
    assert sum(int(str(row[1])) for row in sheet.rows) == 4
    assert [row[0] for row in sheet.rows] == ["Menu biasa", "Tanpa udang", "Vegetarian"]


def test_the_catering_list_holds_no_telephone(office: Office, fed: UUID, tmp_path: Path) -> None:
    made = write_catering(office, fed, tmp_path / "menu.csv")
    assert "0812" not in made.read_text("utf-8-sig") + catering_text(office, fed)
    rows = list(csv.reader(made.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["Menu", "Jumlah", "Nama", "Jabatan", "Instansi", "Kebutuhan lain"]
    assert rows[-1][2:4] == ["", "Sekretaris Daerah"], "a name to follow is never text"


def test_a_catering_list_is_no_picture(office: Office, fed: UUID, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken):
        write_catering(office, fed, tmp_path / "menu.png")
