"""Guests of a visit: their part, names still to follow, the own party, who represents whom."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.precedence import Group
from kunjungan.domain.words import Attendance
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    add_to_own_party,
    attendee_form,
    edit_attendee,
    mark_attendance,
    remove_attendees,
)
from kunjungan.services.guests.naming import guest_named
from kunjungan.services.guests.own_party import add_heads
from kunjungan.services.guests.participants import Participant, participants
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, add_person, list_people
from kunjungan.services.precedence.order import ranking
from kunjungan.services.representing import represent, represent_by_new
from kunjungan.store.tables import Person
from tests.builders import a_visit, prabumulih

MAYOR = AttendeeForm(
    PersonForm("Ridho Yahya"), "Wali Kota Prabumulih", "Mayor of Prabumulih",
    Group.REGION_HEAD, "head", "confirmed",
)  # fmt: skip
SECRETARY = AttendeeForm(
    PersonForm(""), "Sekretaris Daerah", "Regional Secretary", Group.SECRETARY, "member", "invited"
)


@pytest.fixture
def visit(office: Office) -> UUID:
    return a_visit(office)


@pytest.fixture
def delegation(office: Office, visit: UUID) -> UUID:
    return add_delegation(office, visit, DelegationForm(prabumulih(office).id))


def guest(office: Office, visit: UUID, attendee: UUID) -> Participant:
    return next(one for one in participants(office, visit) if one.id == attendee)


def test_what_a_guest_is_and_does_at_a_visit_is_kept(office: Office, delegation: UUID) -> None:
    form = replace(
        MAYOR,
        capacity=Capacity.PLT,
        since=PartialDate(2018, 9),
        former=True,
        vehicle="Mobil 1",
        travel_order="094/12/SPPD",
    )
    kept = attendee_form(office, add_attendee(office, delegation, form))
    own = replace(form, person=kept.person, person_id=kept.person_id, version=kept.version)
    assert kept == own
    assert kept.person.name == "Ridho Yahya"


def test_a_guest_without_a_name_is_in_no_list_of_people(office: Office, delegation: UUID) -> None:
    add_attendee(office, delegation, SECRETARY)
    assert [line.name.plain for line in list_people(office)] == ["Ridho Yahya"]


def test_a_name_that_follows_makes_a_known_person(office: Office, delegation: UUID) -> None:
    attendee = add_attendee(office, delegation, SECRETARY)
    form = attendee_form(office, attendee)
    named = replace(form, person=replace(form.person, name="Nama Orang", titles_front=("Dr.",)))
    edit_attendee(office, attendee, named)
    names = {line.name.full for line in list_people(office)}
    assert names == {"Dr. Nama Orang", "Ridho Yahya"}


def test_a_known_guest_cannot_lose_the_name(office: Office, delegation: UUID) -> None:
    attendee = add_attendee(office, delegation, MAYOR)
    form = attendee_form(office, attendee)
    with pytest.raises(RuleBroken):
        edit_attendee(office, attendee, replace(form, person=replace(form.person, name=" ")))


def test_somebody_known_takes_the_place_of_a_name_to_follow(
    office: Office, visit: UUID, delegation: UUID
) -> None:
    attendee = add_attendee(office, delegation, SECRETARY)
    known = add_person(office, PersonForm("Nama Orang"))
    form = attendee_form(office, attendee)
    nobody = form.person_id
    edit_attendee(office, attendee, replace(form, person_id=known))
    assert guest(office, visit, attendee).name.plain == "Nama Orang"
    with office.store.read() as session:
        assert session.get(Person, nobody) is None


def test_nobody_is_twice_in_one_party(office: Office, visit: UUID, delegation: UUID) -> None:
    known = add_person(office, PersonForm("Nama Orang"))
    add_attendee(office, delegation, replace(SECRETARY, person_id=known))
    with pytest.raises(RuleBroken):
        add_attendee(office, delegation, replace(SECRETARY, person_id=known))
    add_to_own_party(office, visit, replace(SECRETARY, person_id=known))


def test_the_own_party_of_the_host_belongs_to_the_visit(office: Office, visit: UUID) -> None:
    attendee = add_to_own_party(office, visit, SECRETARY)
    one = guest(office, visit, attendee)
    assert one.host
    assert one.delegation_id is None
    with pytest.raises(NotFound):
        add_to_own_party(office, uuid4(), SECRETARY)


def test_the_heads_are_listed_once(office: Office, visit: UUID) -> None:
    body = prabumulih(office)
    add_delegation(office, visit, DelegationForm(body.id, body.head))
    assert add_heads(office, visit) == 1
    assert add_heads(office, visit) == 0
    (head,) = participants(office, visit)
    assert (head.name.plain, head.role, head.group) == ("Ridho Yahya", "head", Group.REGION_HEAD)


def test_a_substitute_ranks_by_the_own_post(office: Office, visit: UUID, delegation: UUID) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    secretary = add_attendee(office, delegation, SECRETARY)
    represent(office, mayor, secretary)
    assert guest(office, visit, mayor).attendance == "represented"
    other = guest(office, visit, secretary)
    assert (other.represents_id, other.attendance) == (mayor, "confirmed")
    (line,) = ranking(office, visit).lines
    assert line.guest.id == secretary
    assert line.article.endswith("huruf f")


def test_somebody_new_comes_in_the_place_of_a_guest_by_one_change(
    office: Office, visit: UUID, delegation: UUID
) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    made = represent_by_new(office, mayor, SECRETARY)
    assert guest(office, visit, made).represents_id == mayor
    undo(office)
    assert [one.attendance for one in participants(office, visit)] == ["confirmed"]


def test_another_substitute_sets_the_former_one_free(
    office: Office, visit: UUID, delegation: UUID
) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    first, second = (add_attendee(office, delegation, SECRETARY) for _ in range(2))
    represent(office, mayor, first)
    represent(office, mayor, second)
    assert guest(office, visit, first).represents_id is None
    assert guest(office, visit, second).represents_id == mayor


@pytest.mark.parametrize("how", ["marked", "edited", "removed", "replaced"])
def test_whose_substitute_stays_away_is_absent(
    office: Office, visit: UUID, delegation: UUID, how: str
) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    secretary = represent_by_new(office, mayor, SECRETARY)
    if how in {"marked", "replaced"}:
        away: Attendance = "absent" if how == "marked" else "represented"
        mark_attendance(office, [secretary], away)
    elif how == "edited":
        edit_attendee(
            office, secretary, replace(attendee_form(office, secretary), attendance="absent")
        )
    else:
        remove_attendees(office, [secretary])
    assert guest(office, visit, mayor).attendance == "absent"


def test_a_substitute_is_not_represented_in_turn(
    office: Office, visit: UUID, delegation: UUID
) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    secretary = represent_by_new(office, mayor, SECRETARY)
    aide = add_attendee(office, delegation, replace(SECRETARY, title_id="Asisten"))
    with pytest.raises(RuleBroken, match="by whoever comes now"):
        represent_by_new(office, secretary, replace(SECRETARY, title_id="Staf"))
    with pytest.raises(RuleBroken, match="by whoever comes now") as refused:
        represent(office, secretary, aide)
    assert refused.value.values == {"name": "Sekretaris Daerah", "invited": "Ridho Yahya"}
    represent(office, mayor, aide)
    represents = {one.title.id: one.represents_id for one in participants(office, visit)}
    assert represents["Asisten"] == mayor
    assert represents["Sekretaris Daerah"] is None


@pytest.mark.parametrize("post", ["Wali Kota Prabumulih", "Mantan Wali Kota Prabumulih"])
def test_the_post_of_a_former_official_says_so(
    office: Office, visit: UUID, delegation: UUID, post: str
) -> None:
    form = replace(MAYOR, title_id=post, former=True)
    title = guest(office, visit, add_attendee(office, delegation, form)).title
    assert title.id == "Mantan Wali Kota Prabumulih"


@pytest.mark.parametrize(
    ("title", "capacity", "post"),
    [
        ("Wali Kota Cimahi", Capacity.PJ, ("Pj. Wali Kota Cimahi", "Acting Mayor")),
        ("Pj. Wali Kota Cimahi", Capacity.PJ, ("Pj. Wali Kota Cimahi", "Mayor")),
        ("Sekretaris Daerah", Capacity.FOR_HEAD, ("Sekretaris Daerah", "Mayor")),
    ],
)
def test_the_post_of_who_acts_for_another_says_so_and_finds_the_guest(
    office: Office, visit: UUID, delegation: UUID, title: str, capacity: Capacity,
    post: tuple[str, str],
) -> None:  # fmt: skip
    form = replace(MAYOR, title_id=title, title_en="Mayor", capacity=capacity)
    added = add_attendee(office, delegation, form)
    found = guest(office, visit, added).title
    assert (found.id, found.en) == post
    assert guest_named(office, visit, title.removeprefix("Pj. ")) == added


@pytest.mark.parametrize("how", ["marked", "edited", "removed"])
def test_a_guest_who_comes_after_all_sets_the_substitute_free(
    office: Office, visit: UUID, delegation: UUID, how: str
) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    secretary = represent_by_new(office, mayor, SECRETARY)
    if how == "marked":
        mark_attendance(office, [mayor], "present")
    elif how == "edited":
        edit_attendee(office, mayor, replace(attendee_form(office, mayor), attendance="confirmed"))
    else:
        remove_attendees(office, [mayor])
    assert guest(office, visit, secretary).represents_id is None


def test_nobody_represents_two_guests_or_somebody_absent(
    office: Office, visit: UUID, delegation: UUID
) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    deputy = add_attendee(office, delegation, replace(SECRETARY, title_id="Wakil Wali Kota"))
    secretary = add_attendee(office, delegation, SECRETARY)
    represent(office, mayor, secretary)
    for absent, by in ((deputy, secretary), (deputy, deputy), (deputy, mayor)):
        with pytest.raises(RuleBroken):
            represent(office, absent, by)
    assert guest(office, visit, deputy).attendance == "invited"


def test_only_guests_of_the_same_visit_represent_each_other(
    office: Office, visit: UUID, delegation: UUID
) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    elsewhere = add_to_own_party(office, a_visit(office, "Lain"), SECRETARY)
    with pytest.raises(RuleBroken):
        represent(office, mayor, elsewhere)
    represent(office, mayor, add_to_own_party(office, visit, SECRETARY))


def test_nobody_goes_with_himself(office: Office, delegation: UUID) -> None:
    mayor = add_attendee(office, delegation, MAYOR)
    form = attendee_form(office, mayor)
    with pytest.raises(RuleBroken):
        edit_attendee(office, mayor, replace(form, companion_of_id=mayor))


def test_a_guest_of_another_visit_is_no_ones_substitute_and_goes_with_nobody(
    office: Office, visit: UUID, delegation: UUID
) -> None:
    elsewhere = add_to_own_party(office, a_visit(office, "Kunjungan lain"), MAYOR)
    here = add_to_own_party(office, visit, SECRETARY)
    mine = add_attendee(office, delegation, MAYOR)
    form = attendee_form(office, mine)
    for strange in (
        replace(form, represents_id=elsewhere),
        replace(form, companion_of_id=elsewhere),
    ):
        with pytest.raises(RuleBroken, match="same visit"):
            edit_attendee(office, mine, strange)
    edit_attendee(office, mine, replace(form, companion_of_id=here))
    assert attendee_form(office, mine).companion_of_id == here
