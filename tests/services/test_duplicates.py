"""People who stand twice: found, merged field by field, undone, kept apart."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    attendee_form,
    edit_attendee,
    mark_attendance,
)
from kunjungan.services.duplicates.finding import find_duplicates, keep_apart, like
from kunjungan.services.duplicates.merging import merge
from kunjungan.services.guests.participants import participants
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint, list_officials
from kunjungan.services.people import PersonForm, add_person, person_form
from kunjungan.services.representing import represent
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import Attendee, Person, Seat, SeatingPlan, Snooze, Tenure, Visum
from tests.services.transfer_offices import all_rows


@pytest.fixture
def body(office: Office) -> UUID:
    """An institution."""
    return add_institution(office, InstitutionForm(InstitutionKind.REGION, "Pemerintah Kota A"))


def two(office: Office) -> tuple[UUID, UUID]:
    """One man in two records."""
    return (
        add_person(office, PersonForm("Mohamad Yusuf", phone="0812 3456 789")),
        add_person(office, PersonForm("Moh. Jusuf", phone="+62 812-3456-789", diet="Vegetarian")),
    )


def merged(office: Office, keep: UUID, gone: UUID) -> None:
    """Merge two records, with the diet of the one that goes."""
    form = replace(person_form(office, keep), diet=person_form(office, gone).diet)
    merge(office, keep, gone, form, seen=person_form(office, gone).version)


def test_one_man_in_two_spellings_is_found_with_what_speaks_for_it(office: Office) -> None:
    one, other = two(office)
    add_person(office, PersonForm("Siti Aminah"))
    [pair] = find_duplicates(office)
    assert {pair.first, pair.second} == {one, other}
    assert [sign.value for sign in pair.likeness.signs] == ["spelled", "phone"]


def test_who_is_about_to_be_added_is_found_among_the_known(office: Office) -> None:
    one, other = two(office)
    found = like(office, PersonForm("M. Yusuf", phone="08123456789"))
    assert {candidate.person_id for candidate in found} == {one, other}


def test_people_told_apart_are_offered_no_more(office: Office) -> None:
    one, other = two(office)
    keep_apart(office, other, one, "Ayah dan anak")
    assert find_duplicates(office) == []
    office.store.undo()
    assert len(find_duplicates(office)) == 1


def test_whom_one_was_told_apart_from_stays_apart_after_a_merge(office: Office) -> None:
    one, other = two(office)
    son = add_person(office, PersonForm("M. Yusuf", phone="08123456789"))
    keep_apart(office, other, son, "Ayah dan anak")
    assert len(find_duplicates(office)) == 2
    before = all_rows(office)
    merged(office, one, other)
    assert find_duplicates(office) == []
    office.store.undo()
    assert all_rows(office) == before


def test_of_two_words_on_the_same_two_people_one_stays(office: Office) -> None:
    one, other = two(office)
    son = add_person(office, PersonForm("M. Yusuf", phone="08123456789"))
    for here, there in ((one, son), (other, son), (one, other)):
        keep_apart(office, here, there)
    merged(office, one, other)
    with office.store.read() as session:
        assert len(session.exec(select(Snooze)).all()) == 1
    assert find_duplicates(office) == []


def test_merging_keeps_what_was_chosen_and_all_that_named_either(
    office: Office, body: UUID
) -> None:
    one, other = two(office)
    visit = schedule_visit(office, VisitForm("Kunjungan", PartialDate(2022, 9, 1)))
    delegation = add_delegation(office, visit, DelegationForm(body))
    add_attendee(office, delegation, AttendeeForm(PersonForm(""), "Analis", person_id=other))
    appoint(office, OfficialForm(body, PersonForm(""), "Kepala Dinas", person_id=other))
    merged(office, one, other)
    form = person_form(office, one)
    assert (form.name, form.diet) == ("Mohamad Yusuf", "Vegetarian")
    assert [line.name.plain for line in participants(office, visit)] == ["Mohamad Yusuf"]
    assert [line.person_id for line in list_officials(office, body)] == [one]
    with office.store.read() as session:
        assert session.get(Person, other) is None


def test_two_guests_in_one_list_become_one(office: Office, body: UUID) -> None:
    one, other = two(office)
    visit = schedule_visit(office, VisitForm("Kunjungan", PartialDate(2022, 9, 1)))
    delegation = add_delegation(office, visit, DelegationForm(body))
    add_attendee(office, delegation, AttendeeForm(PersonForm(""), person_id=one))
    second = add_attendee(
        office, delegation, AttendeeForm(PersonForm(""), "Analis", person_id=other)
    )
    with office.store.change("Seat") as session:
        plan = SeatingPlan(visit_id=visit, name_id="Rapat")
        session.add(plan)
        session.add(Seat(plan_id=plan.id, attendee_id=second, place="1"))
    merged(office, one, other)
    with office.store.read() as session:
        [guest] = session.exec(select(Attendee)).all()
        assert (guest.person_id, guest.title_id) == (one, "Analis")
        assert [seat.attendee_id for seat in session.exec(select(Seat))] == [guest.id]


def test_a_guest_listed_twice_stays_signed_in_with_one_visum(office: Office, body: UUID) -> None:
    one, other = two(office)
    visit = schedule_visit(office, VisitForm("Kunjungan", PartialDate(2022, 9, 1)))
    delegation = add_delegation(office, visit, DelegationForm(body))
    away = add_attendee(office, delegation, AttendeeForm(PersonForm("Kepala"), "Kepala"))
    first = AttendeeForm(PersonForm(""), person_id=one)
    guest = add_attendee(office, delegation, first)
    second = AttendeeForm(PersonForm(""), "Analis", person_id=other, note="Kursi roda")
    second = replace(second, attendance="present", role="liaison", represents_id=away)
    twin = add_attendee(office, delegation, second)
    with office.store.change("Visums") as session:
        for key in (guest, twin):
            session.add(Visum(visit_id=visit, attendee_id=key, arrived_on=date(2022, 9, 1)))
    before = all_rows(office)
    merged(office, one, other)
    with office.store.read() as session:
        row = session.get_one(Attendee, guest)
        assert (row.attendance, row.role, row.note) == ("present", "liaison", "Kursi roda")
        assert row.represents_id == away
        assert [visum.attendee_id for visum in session.exec(select(Visum))] == [guest]
    office.store.undo()
    assert all_rows(office) == before


def twice(office: Office, body: UUID) -> tuple[UUID, UUID, UUID, UUID, UUID]:
    """One man in two records, both in one list: the visit, the people, the guests."""
    one, other = two(office)
    visit = schedule_visit(office, VisitForm("Kunjungan", PartialDate(2022, 9, 1)))
    delegation = add_delegation(office, visit, DelegationForm(body))
    guests = [
        add_attendee(office, delegation, AttendeeForm(PersonForm(""), person_id=person))
        for person in (one, other)
    ]
    return visit, one, other, guests[0], guests[1]


@pytest.mark.parametrize("turned", [False, True])
def test_who_came_in_the_own_place_comes_after_the_merge(
    office: Office, body: UUID, *, turned: bool
) -> None:
    visit, one, other, first, second = twice(office, body)
    absent, substitute = (second, first) if turned else (first, second)
    represent(office, absent, substitute)
    before = all_rows(office)
    merged(office, one, other)
    [guest] = participants(office, visit)
    assert (guest.attendance, guest.represents_id, guest.comes) == ("confirmed", None, True)
    office.store.undo()
    assert all_rows(office) == before


def test_a_post_is_taken_over_with_its_capacity(office: Office, body: UUID) -> None:
    visit, one, other, _, second = twice(office, body)
    form = replace(attendee_form(office, second), title_id="Camat A", capacity=Capacity.PLT)
    edit_attendee(office, second, form)
    merged(office, one, other)
    [guest] = participants(office, visit)
    assert guest.title.id.endswith("Camat A")
    assert guest.capacity is Capacity.PLT


def test_nobody_represents_whom_the_merge_shows_to_have_come(office: Office, body: UUID) -> None:
    visit, one, other, first, second = twice(office, body)
    [line, _] = participants(office, visit)
    assert line.delegation_id is not None
    stranger = add_attendee(office, line.delegation_id, AttendeeForm(PersonForm("Wakil"), "Wakil"))
    represent(office, first, stranger)
    mark_attendance(office, [second], "present")
    merged(office, one, other)
    found = {guest.id: guest for guest in participants(office, visit)}
    assert found[first].attendance == "present"
    assert found[stranger].represents_id is None


@pytest.mark.parametrize("printed", [0, 1])
def test_of_two_visums_of_one_guest_the_printed_one_stays(
    office: Office, body: UUID, printed: int
) -> None:
    visit, one, other, *guests = twice(office, body)
    with office.store.change("Visums") as session:
        for place, key in enumerate(guests):
            row = Visum(visit_id=visit, attendee_id=key, arrived_on=date(2022, 9, 1))
            row.id = UUID(int=place + 1)
            row.printed_at = office.now() if place == printed else None
            session.add(row)
    merged(office, one, other)
    with office.store.read() as session:
        [visum] = session.exec(select(Visum)).all()
        assert (visum.id.int - 1, visum.attendee_id) == (printed, guests[0])


def test_two_records_of_one_term_of_office_become_one(office: Office, body: UUID) -> None:
    one, other = two(office)
    since = PartialDate(2020, 1, 1)
    for person, decree in ((one, ""), (other, "SK 1/2020")):
        form = OfficialForm(body, PersonForm(""), "Kepala Dinas", begins_on=since, decree=decree)
        appoint(office, replace(form, person_id=person, decree_on=date(2019, 12, 30)))
    merged(office, one, other)
    with office.store.read() as session:
        [tenure] = session.exec(select(Tenure)).all()
        assert (tenure.person_id, tenure.decree) == (one, "SK 1/2020")


def test_a_record_changed_meanwhile_is_not_merged(office: Office) -> None:
    one, other = two(office)
    form = person_form(office, one)
    with pytest.raises(Conflict):
        merge(office, one, other, form, seen=person_form(office, other).version + 1)
    with pytest.raises(RuleBroken, match="with itself"):
        merge(office, one, one, form, seen=form.version)
    assert len(find_duplicates(office)) == 1


WORDS = st.sampled_from(["Ahmad", "Achmad", "Fauzi", "Nur", "M."])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    names=st.tuples(
        st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=3)
    ),
    listed=st.lists(st.tuples(st.booleans(), st.booleans()), max_size=3),
)
def test_merging_and_undoing_is_as_if_nothing_had_been(
    office: Office, names: tuple[list[str], list[str]], listed: list[tuple[bool, bool]]
) -> None:
    keep, gone = (add_person(office, PersonForm(" ".join(words))) for words in names)
    visit = schedule_visit(office, VisitForm("Kunjungan", PartialDate(2022, 9, 1)))
    place = add_institution(office, InstitutionForm(InstitutionKind.REGION, "Pemerintah Kota A"))
    for both in listed:
        delegation = add_delegation(office, visit, DelegationForm(place))
        for person, there in zip((keep, gone), both, strict=True):
            if there:
                add_attendee(office, delegation, AttendeeForm(PersonForm(""), person_id=person))
    before = all_rows(office)
    merged(office, keep, gone)
    assert all_rows(office) != before
    office.store.undo()
    assert all_rows(office) == before
