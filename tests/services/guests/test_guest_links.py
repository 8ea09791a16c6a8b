"""Who comes in whose place, and with whom, goes out with a list and comes back with it."""

from dataclasses import replace
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest

from kunjungan.domain.bilingual import Language
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.protocol_groups import Group
from kunjungan.domain.register_cells import Cell
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    add_to_own_party,
)
from kunjungan.services.guest_import.columns import guess
from kunjungan.services.guest_import.exporting import guest_sheet
from kunjungan.services.guest_import.judged import Choices, Judged, State, Target
from kunjungan.services.guest_import.judging import Table, judge
from kunjungan.services.guest_import.lists import GuestSheet
from kunjungan.services.guest_import.rejects import reason
from kunjungan.services.guest_import.writing import bring_in
from kunjungan.services.guests.participants import participants
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.precedence.local import LocalRankForm, add_local_rank
from kunjungan.services.representing import represent
from tests.builders import a_visit, prabumulih
from tests.services.guest_lists import Guests, guests_of

HEADS = ("Nama", "Jabatan", "Mewakili", "Mendampingi")
MAYOR = AttendeeForm(
    PersonForm("Ridho Yahya", ("H.",)), "Wali Kota Prabumulih", group=Group.REGION_HEAD,
    role="head", attendance="confirmed",
)  # fmt: skip


@pytest.fixture
def guests(office: Office, tmp_path: Path) -> Guests:
    return guests_of(office, tmp_path)


def guest(name: str, post: str) -> AttendeeForm:
    return AttendeeForm(PersonForm(name), post, attendance="confirmed")


@pytest.fixture
def told(guests: Guests) -> Guests:
    """A mayor represented by a secretary to come, with an aide and a spouse; the host's party."""
    office, delegation = guests.office, guests.prabumulih
    mayor = add_attendee(office, delegation, MAYOR)
    secretary = add_attendee(office, delegation, guest("", "Sekretaris Daerah"))
    represent(office, mayor, secretary)
    add_attendee(
        office, delegation, replace(guest("Nama Dua", "Ajudan"), companion_of_id=secretary)
    )
    host = add_to_own_party(office, guests.visit, guest("Nama Tiga", "Wali Kota Bandung"))
    add_to_own_party(
        office, guests.visit, replace(guest("Nama Empat", "Istri"), companion_of_id=host)
    )
    former = replace(guest("Nama Lima", "Wali Kota Prabumulih"), former=True)
    add_attendee(office, delegation, former)
    return guests


def as_told(office: Office, visit: UUID) -> set[tuple[object, ...]]:
    """Return everybody with whom each represents and accompanies."""
    everybody = participants(office, visit)
    names = {one.id: one.name.full or one.title.id for one in everybody}

    def named(key: UUID | None) -> str:
        return names[key] if key else ""

    return {
        (
            *(names[one.id], one.title, one.host, one.role, one.attendance, one.former),
            *(named(one.represents_id), named(one.companion_of_id)),
        )
        for one in everybody
    }


def read(
    office: Office, visit: UUID, rows: tuple[tuple[Cell, ...], ...], to: UUID | None = None,
    *, overwrite: bool = True,
) -> Judged:  # fmt: skip
    sheet = GuestSheet("A", rows, 0)
    table = Table(sheet, 0, guess(sheet, 0))
    return judge(office, Target(visit, to), table, Choices(overwrite=overwrite))


def exported(guests: Guests) -> tuple[tuple[Cell, ...], ...]:
    out = guest_sheet(guests.office, guests.visit, personal=True)
    return (out.head, *out.rows)


def test_a_list_that_went_out_changes_nothing_when_it_comes_back(told: Guests) -> None:
    judged = read(told.office, told.visit, exported(told))
    assert {(row.state, row.changes) for row in judged.rows} == {(State.SAME, ())}
    assert len(judged.rows) == 6


def test_a_list_that_went_out_makes_another_visit_the_same(told: Guests) -> None:
    office = told.office
    other = a_visit(office, "Lagi")
    add_delegation(office, other, DelegationForm(prabumulih(office).id))
    judged = read(office, other, exported(told))
    assert judged.writes == 6
    bring_in(office, judged)
    assert as_told(office, other) == as_told(office, told.visit)
    undo(office)
    assert participants(office, other) == []


def test_an_addition_of_the_office_to_precedence_goes_out_and_comes_back_by_its_name(
    guests: Guests,
) -> None:
    office = guests.office
    local = add_local_rank(
        office, LocalRankForm(Group.SECRETARY, "Rektor setempat", "Local rector", "Perwal")
    )
    rector = replace(guest("Nama Satu", "Rektor"), group=Group.SECRETARY, local_rank_id=local)
    add_attendee(office, guests.prabumulih, rector)
    for language in get_args(Language):
        out = guest_sheet(office, guests.visit, language)
        other = a_visit(office, f"Lagi {language}")
        add_delegation(office, other, DelegationForm(prabumulih(office).id))
        bring_in(office, read(office, other, (out.head, *out.rows)))
        [line] = participants(office, other)
        assert (line.group, line.local_rank_id) == (Group.SECRETARY, local)
    rows = (("Nama", "Jabatan", "Local rank"), ("Nama Dua", "Rektor", "Ketua adat"))
    entry = read(office, guests.visit, rows, guests.prabumulih).rows[0].entry
    assert entry is not None
    assert (entry.local_rank, entry.text(GuestField.NOTE)) == (None, "Ketua adat")


def test_a_host_s_row_is_not_taken_into_a_delegation_in_silence(told: Guests) -> None:
    other = a_visit(told.office, "Lagi")
    home = add_delegation(told.office, other, DelegationForm(prabumulih(told.office).id))
    judged = read(told.office, other, exported(told), home)
    assert [row.state is State.BAD for row in judged.rows] == [True, True] + [False] * 4


def test_another_is_named_by_the_post_too(guests: Guests) -> None:
    rows = (
        HEADS,
        ("Nama Satu", "Asisten", "Wali Kota Prabumulih", None),
        ("Ridho Yahya", "Wali Kota Prabumulih", None, None),
        ("Nama Dua", "Ajudan", None, "H. Ridho Yahya, S.T."),
    )
    bring_in(guests.office, read(guests.office, guests.visit, rows, guests.prabumulih))
    found = {one.name.plain: one for one in participants(guests.office, guests.visit)}
    mayor = found["Ridho Yahya"]
    assert (found["Nama Satu"].represents_id, mayor.attendance) == (mayor.id, "represented")
    assert found["Nama Dua"].companion_of_id == mayor.id


def test_whom_nobody_is_called_is_told_and_the_guest_comes_in(guests: Guests) -> None:
    rows = (HEADS, ("Nama Satu", "Asisten", "Dinas Kominfo", None))
    judged = read(guests.office, guests.visit, rows, guests.prabumulih)
    [row] = judged.rows
    assert (row.writes, row.links, "Dinas Kominfo" in reason(row)) == (True, (), True)
    bring_in(guests.office, judged)
    assert len(participants(guests.office, guests.visit)) == 1


def test_nobody_represents_through_a_third(guests: Guests) -> None:
    rows = (
        HEADS,
        ("Ridho Yahya", "Wali Kota Prabumulih", None, None),
        ("Nama Satu", "Sekretaris Daerah", "Ridho Yahya", None),
        ("Nama Dua", "Asisten", "Nama Satu", None),
    )
    judged = read(guests.office, guests.visit, rows, guests.prabumulih)
    assert [len(row.links) for row in judged.rows] == [0, 0, 0]
    assert all(reason(row) for row in judged.rows[1:])
    assert judged.writes == 3


def test_who_is_represented_otherwise_stays_so_unless_a_list_may_change_it(told: Guests) -> None:
    rows = (HEADS, ("Nama Lima", None, "Nama Tiga", None))
    [row] = read(told.office, told.visit, rows, told.prabumulih, overwrite=False).rows
    assert (row.state, row.writes) == (State.UPDATE, True), "a gap is filled"
    other = (HEADS, ("Nama Dua", None, None, "Nama Lima"))
    [row] = read(told.office, told.visit, other, told.prabumulih, overwrite=False).rows
    assert (row.state, row.writes) == (State.UPDATE, False)
    judged = read(told.office, told.visit, other, told.prabumulih)
    bring_in(told.office, judged)
    found = {one.name.plain: one for one in participants(told.office, told.visit)}
    assert found["Nama Dua"].companion_of_id == found["Nama Lima"].id


def test_who_comes_after_all_by_a_list_sets_the_substitute_free(told: Guests) -> None:
    rows = (("Nama", "Jabatan", "Kehadiran"), ("Ridho Yahya", "Wali Kota Prabumulih", "Hadir"))
    bring_in(told.office, read(told.office, told.visit, rows, told.prabumulih))
    assert not any(one.represents_id for one in participants(told.office, told.visit))
