"""Rank and grade on lists of guests: those of the day on lists of the past, else the person's."""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    attendee_form,
    edit_attendee,
)
from kunjungan.services.duplicates.merging import merge
from kunjungan.services.guest_import.columns import guess
from kunjungan.services.guest_import.exporting import guest_sheet
from kunjungan.services.guest_import.judged import Target
from kunjungan.services.guest_import.judging import Table, judge
from kunjungan.services.guest_import.lists import GuestSheet
from kunjungan.services.guest_import.writing import bring_in
from kunjungan.services.guests.copying import copy_earlier
from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint, edit_official, official_form
from kunjungan.services.people import PersonForm, add_person, edit_person, list_people, person_form
from kunjungan.services.transfer import export_office, import_office
from kunjungan.services.visit_lists import list_visits
from tests.builders import a_visit, prabumulih
from tests.services.transfer_offices import all_rows, empty_office

Rank = tuple[str, str]
PENATA, PEMBINA = ("Penata", "III/c"), ("Pembina", "IV/a")


@dataclass(frozen=True, slots=True)
class Lists:
    """A visit that is over and one to come, each with the delegation of one institution."""

    office: Office
    past: UUID
    coming: UUID
    body: UUID
    old_party: UUID
    new_party: UUID

    def person(self, name: str, rank: Rank = PENATA) -> UUID:
        """Return somebody new."""
        return add_person(self.office, PersonForm(name, rank=rank[0], grade=rank[1]))

    def listed(self, person_id: UUID, party: UUID) -> UUID:
        """Put somebody on a list."""
        form = AttendeeForm(PersonForm(""), title_id="Camat", person_id=person_id)
        return add_attendee(self.office, party, form)

    def promote(self, person_id: UUID, rank: Rank) -> None:
        """Give somebody another rank."""
        form = person_form(self.office, person_id)
        edit_person(self.office, person_id, replace(form, rank=rank[0], grade=rank[1]))

    def ranks(self, visit_id: UUID) -> list[tuple[str, str, str]]:
        """Return the ranks on a list."""
        listed = participants(self.office, visit_id)
        return [(each.name.plain, each.rank, each.grade) for each in listed]

    def bring_in(self, visit: UUID, party: UUID, rows: tuple[tuple[str, ...], ...]) -> int:
        """Import a list; return how many guests it changed."""
        sheet = GuestSheet("A", rows, 0)
        judged = judge(self.office, Target(visit, party), Table(sheet, 0, guess(sheet, 0)))
        return len(bring_in(self.office, judged).updated)


@pytest.fixture
def lists(office: Office) -> Lists:
    """Two visits of one institution, in the month before today and in the month after."""
    body = prabumulih(office).id
    visits = [a_visit(office, "Studi SPBE", "2022-07"), a_visit(office)]
    parties = [add_delegation(office, visit, DelegationForm(body)) for visit in visits]
    return Lists(office, visits[0], visits[1], body, parties[0], parties[1])


def test_a_list_of_the_past_keeps_the_rank_of_the_day_and_one_to_come_follows(
    lists: Lists,
) -> None:
    person = lists.person("Siti Contoh")
    lists.listed(person, lists.old_party)
    lists.listed(person, lists.new_party)
    lists.promote(person, PEMBINA)
    lists.promote(person, ("Pembina Tingkat I", "IV/b"))
    assert lists.ranks(lists.past) == [("Siti Contoh", *PENATA)]
    assert lists.ranks(lists.coming) == [("Siti Contoh", "Pembina Tingkat I", "IV/b")]


def test_who_had_no_rank_on_the_day_has_none_on_that_list_later(lists: Lists) -> None:
    person = lists.person("Siti Contoh", ("", ""))
    lists.listed(person, lists.old_party)
    lists.promote(person, PENATA)
    assert lists.ranks(lists.past) == [("Siti Contoh", "", "")]


def test_a_new_rank_given_with_an_office_leaves_the_lists_of_the_past(lists: Lists) -> None:
    person = lists.person("Siti Contoh")
    lists.listed(person, lists.old_party)
    form = OfficialForm(lists.body, PersonForm(""), "Camat", person_id=person)
    term = official_form(lists.office, tenure := appoint(lists.office, form))
    promoted = replace(term.person, rank=PEMBINA[0], grade=PEMBINA[1])
    edit_official(lists.office, tenure, replace(term, person=promoted))
    assert lists.ranks(lists.past) == [("Siti Contoh", *PENATA)]


def test_the_rank_put_right_on_a_list_of_the_past_changes_there(lists: Lists) -> None:
    person = lists.person("Siti Contoh")
    guest = lists.listed(person, lists.old_party)
    for rank, of_person in ((PEMBINA, PEMBINA), (PENATA, ("Pembina Utama", "IV/e"))):
        form = attendee_form(lists.office, guest)
        right = replace(form.person, rank=rank[0], grade=rank[1])
        edit_attendee(lists.office, guest, replace(form, person=right))
        assert lists.ranks(lists.past) == [("Siti Contoh", *rank)]
        assert attendee_form(lists.office, guest).person.rank == rank[0]
        now = person_form(lists.office, person)
        assert (now.rank, now.grade) == of_person
        lists.promote(person, ("Pembina Utama", "IV/e"))


def test_a_guest_who_turns_out_to_be_another_has_the_rank_of_the_other(lists: Lists) -> None:
    person, other = lists.person("Siti Contoh"), lists.person("Budi Contoh", PEMBINA)
    guest = lists.listed(person, lists.old_party)
    lists.promote(person, ("Penata Tingkat I", "III/d"))
    form = attendee_form(lists.office, guest)
    edit_attendee(lists.office, guest, replace(form, person_id=other))
    assert lists.ranks(lists.past) == [("Budi Contoh", *PEMBINA)]


def test_merged_people_keep_on_lists_of_the_past_what_each_showed(lists: Lists) -> None:
    keep, gone = lists.person("Siti Contoh"), lists.person("St. Contoh", PEMBINA)
    third = lists.person("Budi Contoh", ("", ""))
    lists.listed(gone, lists.old_party)
    lists.listed(third, lists.old_party)
    merge(
        lists.office, keep, gone, person_form(lists.office, keep),
        seen=person_form(lists.office, gone).version,
    )  # fmt: skip
    assert lists.ranks(lists.past) == [("Budi Contoh", "", ""), ("Siti Contoh", *PEMBINA)]


def test_guests_listed_again_have_the_rank_of_today(lists: Lists) -> None:
    person = lists.person("Siti Contoh")
    lists.listed(person, lists.old_party)
    lists.promote(person, PEMBINA)
    copy_earlier(lists.office, lists.coming, lists.past)
    assert lists.ranks(lists.coming) == [("Siti Contoh", *PEMBINA)]


def test_the_exported_list_of_the_past_says_the_rank_of_the_day(lists: Lists) -> None:
    person = lists.person("Siti Contoh")
    lists.listed(person, lists.old_party)
    lists.promote(person, PEMBINA)
    sheet = guest_sheet(lists.office, lists.past)
    cells = dict(zip(sheet.head, sheet.rows[0], strict=True))
    assert (cells["Pangkat"], cells["Golongan"]) == PENATA


def test_a_list_that_promotes_somebody_leaves_the_lists_of_the_past(lists: Lists) -> None:
    person = lists.person("Siti Contoh")
    lists.listed(person, lists.old_party)
    lists.listed(person, lists.new_party)
    rows = (("Nama", "Pangkat", "Golongan"), ("Siti Contoh", *PEMBINA))
    assert lists.bring_in(lists.coming, lists.new_party, rows) == 1
    assert lists.ranks(lists.past) == [("Siti Contoh", *PENATA)]
    assert lists.ranks(lists.coming) == [("Siti Contoh", *PEMBINA)]
    assert lists.bring_in(lists.past, lists.old_party, rows) == 1
    assert lists.ranks(lists.past) == [("Siti Contoh", *PEMBINA)]
    assert lists.bring_in(lists.past, lists.old_party, rows) == 0


def test_a_list_of_the_past_that_comes_late_promotes_and_demotes_nobody(lists: Lists) -> None:
    person = lists.person("Siti Contoh", PEMBINA)
    lists.listed(lists.person("Budi Contoh", ("", "")), lists.new_party)
    guest = lists.listed(lists.person("Ani Contoh", PEMBINA), lists.old_party)
    lists.listed(person, lists.new_party)
    rows = (
        ("Nama", "Pangkat", "Golongan"),
        *((name, *PENATA) for name in ("Siti Contoh", "Budi Contoh", "Ani Contoh")),
    )
    lists.bring_in(lists.past, lists.old_party, rows)
    shown = [(name, *PENATA) for name in ("Ani Contoh", "Budi Contoh", "Siti Contoh")]
    assert lists.ranks(lists.past) == shown
    coming = [("Budi Contoh", *PENATA), ("Siti Contoh", *PEMBINA)]
    assert lists.ranks(lists.coming) == coming
    assert attendee_form(lists.office, guest).person.rank == PENATA[0]
    [ani] = [line.id for line in list_people(lists.office) if line.name.plain == "Ani Contoh"]
    assert person_form(lists.office, ani).rank == PEMBINA[0]


def test_the_office_brought_elsewhere_still_knows_the_ranks_of_the_past(
    lists: Lists, tmp_path: Path
) -> None:
    for name, rank in (("Siti Contoh", PENATA), ("Budi Contoh", ("", ""))):
        person = lists.person(name, rank)
        lists.listed(person, lists.old_party)
        lists.promote(person, PEMBINA)
    other = empty_office(tmp_path)
    assert import_office(other, export_office(lists.office)).written
    past = next(line.id for line in list_visits(other) if line.title == "Studi SPBE")
    shown = replace(lists, office=other).ranks(past)
    assert shown == lists.ranks(lists.past) == [("Budi Contoh", "", ""), ("Siti Contoh", *PENATA)]


RANK = st.sampled_from([PENATA, PEMBINA, ("", ""), ("Pembina", ""), ("", "IV/a")])
STEP = st.tuples(st.sampled_from(["person", "office", "coming", "merge"]), RANK)


@dataclass(frozen=True, slots=True)
class Career:
    """Somebody on both lists, holding an office."""

    lists: Lists
    person: UUID
    old: UUID
    guest: UUID
    tenure: UUID

    def shown(self) -> Rank:
        """Return the rank on the list of the past."""
        listed = participants(self.lists.office, self.lists.past)
        return next((each.rank, each.grade) for each in listed if each.id == self.old)

    def change(self, what: str, rank: Rank) -> None:
        """Give another rank, in one of the places where one can."""
        office, (name, grade) = self.lists.office, rank
        if what == "person":
            self.lists.promote(self.person, rank)
        elif what == "office":
            form = official_form(office, self.tenure)
            person = replace(form.person, rank=name, grade=grade)
            edit_official(office, self.tenure, replace(form, person=person))
        elif what == "coming":
            own = attendee_form(office, self.guest)
            person = replace(own.person, rank=name, grade=grade)
            edit_attendee(office, self.guest, replace(own, person=person))
        else:
            twin = next(one.id for one in list_people(office) if one.name.plain == "Kembar")
            chosen = replace(person_form(office, self.person), rank=name, grade=grade)
            merge(office, self.person, twin, chosen, seen=person_form(office, twin).version)


@given(RANK, st.lists(STEP, max_size=5))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_ranks_change_afterwards_the_list_of_the_past_stays_and_undo_gives_all_back(
    lists: Lists, first: Rank, steps: list[tuple[str, Rank]]
) -> None:
    office, person = lists.office, lists.person("Siti Contoh", first)
    old, guest = lists.listed(person, lists.old_party), lists.listed(person, lists.new_party)
    form = OfficialForm(lists.body, PersonForm(""), "Camat", person_id=person)
    career = Career(lists, person, old, guest, appoint(office, form))
    for what, rank in steps:
        lists.person("Kembar", rank)
        before = all_rows(office)
        career.change(what, rank)
        assert career.shown() == first
        after = all_rows(office)
        if after != before:
            office.store.undo()
            assert all_rows(office) == before
            office.store.redo()
            assert all_rows(office) == after
