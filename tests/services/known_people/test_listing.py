"""Everybody the office knows, as a list and on a card."""

from dataclasses import replace

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, NotFound
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.known_people.card import person_card
from kunjungan.services.known_people.listing import known_people
from kunjungan.services.office import Office
from kunjungan.services.officials import (
    OfficialForm,
    appoint,
    edit_official,
    list_officials,
    official_form,
)
from kunjungan.services.people import (
    PersonForm,
    add_person,
    edit_person,
    list_people,
    person_form,
    remove_person,
)
from tests.builders import a_visit, bandung, prabumulih


def test_two_offices_held_at_once_are_both_told(office: Office) -> None:
    body = prabumulih(office)
    (mayor,) = list_people(office, "ridho")
    second = OfficialForm(
        body.id, PersonForm(""), "Ketua Dekranasda", "Chair of the Crafts Council",
        capacity=Capacity.PLT, person_id=mayor.id, begins_on=PartialDate(2020),
    )  # fmt: skip
    appoint(office, second)
    ended = replace(second, title_id="Wakil Wali Kota", ends_on=PartialDate(2018))
    appoint(office, replace(ended, begins_on=PartialDate(2013), capacity=Capacity.DEFINITIVE))
    (person,) = known_people(office, "ridho").people
    assert [post.title.id for post in person.posts] == [
        "Wali Kota Prabumulih",
        "Plt. Ketua Dekranasda",
    ]
    assert list_people(office, "ridho")[0].post == "Wali Kota Prabumulih · Plt. Ketua Dekranasda"
    held = [held.term.post.id for held in person_card(office, person.id).offices]
    assert held == ["Plt. Ketua Dekranasda", "Wali Kota Prabumulih", "Wakil Wali Kota"]


def test_a_term_whose_end_is_known_is_held_until_then(office: Office) -> None:
    body = prabumulih(office)
    form = OfficialForm(body.id, PersonForm("Nama Penjabat"), "Camat A", capacity=Capacity.PJ)
    appoint(office, replace(form, begins_on=PartialDate(2022), ends_on=PartialDate(2023, 5)))
    over = replace(form, person=PersonForm("Nama Lama"), ends_on=PartialDate(2022, 7))
    appoint(office, over)
    assert {line.name.plain: line.post for line in list_people(office, "nama")} == {
        "Nama Penjabat": "Pj. Camat A",
        "Nama Lama": "",
    }


def test_every_word_is_looked_for_in_name_post_institution_and_number(office: Office) -> None:
    prabumulih(office)
    bandung(office)
    number = "197501012000032002"
    add_person(office, PersonForm("Siti Contoh", nip=number, phone="0812-0001"))
    for text in ("siti", number, "0812-0001", "contoh siti"):
        assert [person.name.plain for person in known_people(office, text).people] == [
            "Siti Contoh"
        ]
    assert known_people(office, "wali prabumulih").count == 1
    assert known_people(office, "wali kota").count == 2
    assert known_people(office, "wali siti").people == ()


def test_so_many_are_listed_and_all_are_counted(office: Office) -> None:
    for name in ("Ani", "Budi", "Cici"):
        add_person(office, PersonForm(name))
    found = known_people(office, most=2)
    assert ([person.name.plain for person in found.people], found.count) == (["Ani", "Budi"], 3)


def test_a_card_tells_how_one_is_called_and_when_one_came_as_it_was_then(office: Office) -> None:
    body, visit = prabumulih(office), a_visit(office)
    delegation = add_delegation(office, visit, DelegationForm(body.id, body.head))
    person = add_person(office, PersonForm("Siti Contoh"))
    add_attendee(
        office, delegation, AttendeeForm(PersonForm(""), "Kepala Bagian", person_id=person)
    )
    form = replace(
        person_form(office, person),
        card_name="Siti C.",
        pronunciation="SI-ti CHON-toh",
        diet="Tanpa udang",
        access="Kursi roda",
    )
    edit_person(office, person, form)
    card = person_card(office, person)
    assert replace(card.form, version=0) == replace(form, version=0)
    assert [(line.visit, line.title) for line in card.visits] == [
        ("Kunjungan SPBE", Bilingual("Kepala Bagian", ""))
    ]
    (listed,) = known_people(office, "siti").people
    assert (listed.guest_as, listed.last_visit) == (
        "Kepala Bagian",
        PartialDate.parse("2022-09-01"),
    )
    assert listed.guest_of == "Pemerintah Kota Prabumulih"


def test_who_stands_in_a_list_is_not_removed(office: Office) -> None:
    prabumulih(office)
    (mayor,) = list_people(office)
    with pytest.raises(Conflict):
        remove_person(office, mayor.id)
    alone = add_person(office, PersonForm("Sendiri"))
    remove_person(office, alone)
    with pytest.raises(NotFound):
        person_card(office, alone)
    assert len(list_officials(office)) == 1


def test_another_title_or_name_today_leaves_the_title_of_a_past_list(office: Office) -> None:
    body, visit = prabumulih(office), a_visit(office)
    delegation = add_delegation(office, visit, DelegationForm(body.id, body.head))
    form = official_form(office, body.head)
    listed = AttendeeForm(PersonForm(""), form.title_id, form.title_en, person_id=form.person_id)
    add_attendee(office, delegation, listed)
    edit_official(office, body.head, replace(form, title_id="Penjabat Wali Kota Prabumulih"))
    (mayor,) = known_people(office, "ridho").people
    card = person_card(office, mayor.id)
    assert card.visits[0].title.id == "Wali Kota Prabumulih"
    assert card.offices[0].term.post.id == "Penjabat Wali Kota Prabumulih"
