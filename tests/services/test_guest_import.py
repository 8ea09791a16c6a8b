"""Guest lists come in as they are: nothing in silence, all by one change, and back as they were."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.guest_heads import Column, GuestField
from kunjungan.exchange.sheets import read_sheets
from kunjungan.services.delegations import remove_attendees
from kunjungan.services.guest_import.columns import guess, remembered
from kunjungan.services.guest_import.exporting import guest_sheet
from kunjungan.services.guest_import.judged import Choices, Decision, State, Target
from kunjungan.services.guest_import.judging import Table, judge
from kunjungan.services.guest_import.lists import GuestSheet, open_list
from kunjungan.services.guest_import.rejects import reason, rejects_file
from kunjungan.services.guest_import.steps import Halted
from kunjungan.services.guest_import.writing import bring_in
from kunjungan.services.guests.participants import Participant, participants
from kunjungan.services.history import redo, undo
from kunjungan.services.office import Office
from kunjungan.services.people import list_people
from tests.services.guest_lists import NAME, PHONE, Guests, guests_of

F = GuestField
NIP = "196804111993031009"


@pytest.fixture
def guests(office: Office, tmp_path: Path) -> Guests:
    return guests_of(office, tmp_path)


def listed(guests: Guests) -> list[Participant]:
    return [one for one in participants(guests.office, guests.visit) if not one.host]


def test_a_row_becomes_a_guest_with_all_it_says(guests: Guests) -> None:
    row = ("Dr. Nama Orang, S.T.", "Ka. Dinas Kominfo", NIP, "0812 3456 7890", "Vegetarian")
    done = bring_in(guests.office, guests.judged(row))
    [guest] = listed(guests)
    assert (guest.name.full, guest.nip, guest.phone) == ("Dr. Nama Orang, S.T.", NIP, row[3])
    post = "Kepala Dinas Komunikasi dan Informatika"
    assert (guest.title.id, guest.diet) == (post, "Vegetarian")
    assert done.added == (guest.id,)


def test_nothing_is_written_before_bring_in_and_one_undo_takes_all_back(guests: Guests) -> None:
    judged = guests.judged(("Nama Satu", "Staf"), ("(menyusul)", "Sekretaris Daerah"))
    assert (listed(guests), judged.writes) == ([], 2)
    before = list_people(guests.office)
    bring_in(guests.office, judged)
    assert len(listed(guests)) == 2
    undo(guests.office)
    assert (listed(guests), list_people(guests.office)) == ([], before)
    redo(guests.office)
    assert len(listed(guests)) == 2
    assert guests.office.store.verify() == []


def test_a_bad_row_stays_out_with_its_cell_and_the_others_come_in(guests: Guests) -> None:
    judged = guests.judged(
        (None, "Analis Kebijakan"), ("Nama Dua", "Staf", None, "0812-"), ("Nama Tiga", "Staf")
    )
    assert [(row.state, row.column) for row in judged.rows] == [
        (State.BAD, NAME),
        (State.BAD, PHONE),
        (State.READY, None),
    ]
    assert bring_in(guests.office, judged).skipped == 2


def test_a_cell_put_right_makes_the_row_good(guests: Guests) -> None:
    choices = Choices().edited(2, NAME, "(menyusul)")
    judged = guests.judged((None, "Analis Kebijakan"), choices=choices)
    assert judged.rows[0].state is State.READY


def test_rejected_rows_come_back_as_a_list_with_reasons(guests: Guests) -> None:
    judged = guests.judged((None, "Analis Kebijakan", NIP), ("Nama Dua", "Staf"))
    [sheet] = read_sheets(rejects_file(guests.folder / "sisa", judged))
    head, row = sheet.rows
    assert (row[0], row[1], row[4], row[5]) == (
        2,
        reason(judged.rows[0]),
        "Analis Kebijakan",
        NIP,
    )
    again = open_list(guests.folder / "sisa.xlsx").best
    assert {column.field for column in guess(again, again.head).values()} >= {F.NAME, F.TITLE}
    assert len(head) == 8


def test_the_same_list_again_changes_nothing(guests: Guests) -> None:
    rows = (("Nama Satu", "Camat Contoh", NIP), ("(menyusul)", "Staf"), ("(menyusul)", "Staf"))
    guests.come(*rows)
    again = guests.judged(*rows)
    assert {row.state for row in again.rows} == {State.SAME}
    assert again.writes == 0


def test_a_name_that_was_to_come_is_put_to_the_post_that_waited_for_it(guests: Guests) -> None:
    guests.come(("(menyusul)", "Sekretaris Daerah"))
    judged = guests.judged(("Drs. Nama Sekda, M.Si.", "Sekda"))
    assert judged.rows[0].changes == ((F.NAME, "(menyusul)", "Drs. Nama Sekda, M.Si."),)
    bring_in(guests.office, judged)
    [guest] = listed(guests)
    assert guest.name.full == "Drs. Nama Sekda, M.Si."


def test_what_a_list_changes_is_shown_and_what_it_leaves_empty_stays(guests: Guests) -> None:
    guests.come(("Nama Satu", "Camat Contoh", NIP, "0812 3456 7890"))
    judged = guests.judged(("Nama Satu", "Camat Contoh", None, "0813 9999 7890"))
    [row] = judged.rows
    assert row.changes == ((F.PHONE, "0812 3456 7890", "0813 9999 7890"),)
    assert (row.state, row.writes) == (State.UPDATE, True)
    bring_in(guests.office, judged)
    assert (listed(guests)[0].phone, listed(guests)[0].nip) == ("0813 9999 7890", NIP)


def test_without_leave_nothing_known_is_overwritten(guests: Guests) -> None:
    guests.come(("Nama Satu", "Camat Contoh", None, "0812 3456 7890"))
    cells = ("Nama Satu", "Camat Contoh", None, "0813 9999 7890")
    kept = guests.judged(cells, choices=Choices(overwrite=False))
    assert (kept.writes, len(kept.left)) == (0, 1)
    taken = guests.judged(cells, choices=Choices(overwrite=False).decided(2, Decision.JOIN))
    assert taken.writes == 1


def test_two_rows_with_one_phone_may_be_one_person_and_both_say_so(guests: Guests) -> None:
    rows = (("(menyusul)", "Ka. Dinas Kominfo", None, "0813 0000 0088"), ("Nama Dua", "Staf"),
            ("(menyusul)", "Kepala Dinas Kominfo", None, "0813 0000 0088"))  # fmt: skip
    judged = guests.judged(*rows)
    assert [(row.state, row.twin_of) for row in judged.rows] == [
        (State.TWIN, 4),
        (State.READY, None),
        (State.TWIN, 2),
    ]
    assert (judged.counts[State.TWIN], judged.counts[State.READY]) == (1, 2)
    joined = guests.judged(*rows, choices=Choices().decided(4, Decision.JOIN))
    assert [row.writes for row in joined.rows] == [True, True, False]
    apart = guests.judged(*rows, choices=Choices().decided(4, Decision.APART))
    assert {row.state for row in apart.rows} == {State.READY}


def test_joined_rows_fill_each_other_up(guests: Guests) -> None:
    rows = (("Nama Satu", None, NIP), ("Nama Satu", "Camat Contoh", NIP, "0812 3456 7890"))
    bring_in(guests.office, guests.judged(*rows, choices=Choices(doubtful=Decision.JOIN)))
    [guest] = listed(guests)
    assert (guest.title.id, guest.phone) == ("Camat Contoh", "0812 3456 7890")


def test_people_of_one_name_with_two_nip_are_two_people(guests: Guests) -> None:
    judged = guests.judged(("Nama Satu", "Staf", NIP), ("Nama Satu", "Staf", NIP[:-1] + "1"))
    assert {row.state for row in judged.rows} == {State.READY}


def test_somebody_known_from_elsewhere_is_offered_and_used_once(guests: Guests) -> None:
    other = Target(guests.visit, guests.ogan_ilir)
    bring_in(guests.office, guests.judged(("Nama Satu", "Staf", NIP), to=other))
    rows = (("Nama Satu", "Camat Contoh", NIP),)
    [row] = guests.judged(*rows).rows
    assert (row.state, row.known, row.twin_of) == (State.TWIN, "Nama Satu", None)
    bring_in(guests.office, guests.judged(*rows, choices=Choices().decided(2, Decision.JOIN)))
    first, second = listed(guests)
    assert (first.person_id, first.body_id != second.body_id) == (second.person_id, True)


def test_without_a_delegation_each_row_goes_to_that_of_its_institution(guests: Guests) -> None:
    rows = (
        ("Nama", "Jabatan", "Instansi"),
        ("Nama Satu", "Staf", "Pemkot Prabumulih"),
        ("Nama Dua", "Staf", "Kab. Ogan Ilir"),
        ("Nama Tiga", "Staf", "Kota Ogan Ilir"),
    )
    sheet = GuestSheet("A", rows, 0)
    judged = judge(guests.office, Target(guests.visit), Table(sheet, 0, guess(sheet, 0)))
    homes = [row.delegation_id for row in judged.rows]
    assert homes == [guests.prabumulih, guests.ogan_ilir, None]
    assert judged.rows[2].state is State.BAD


def test_a_row_of_another_delegation_is_not_taken_in_silence(guests: Guests) -> None:
    rows = (("Nama", "Jabatan"), ("KABUPATEN OGAN ILIR", None), ("Nama Dua", "Staf"))
    sheet = GuestSheet("A", rows, 0)
    [row] = judge(guests.office, guests.target, Table(sheet, 0, guess(sheet, 0))).rows
    assert (row.state, row.number) == (State.BAD, 3)


def test_heads_of_two_lines_numbers_of_columns_and_printed_again_are_no_guests(
    guests: Guests,
) -> None:
    rows = (
        ("No", "Nama", "Jabatan", "Kontak", None),
        (None, None, None, "HP", "Surel"),
        (1.0, 2.0, 3.0, 4.0, 5.0),
        (1.0, "Nama Satu", "Staf", "0812 3456 7890", "satu@contoh.go.id"),
        ("No", "Nama", "Jabatan", "Kontak", None),
        (2.0, None, None, None, None),
    )
    sheet = GuestSheet("A", rows, 0)
    [row] = judge(guests.office, guests.target, Table(sheet, 0, guess(sheet, 0))).rows
    assert (row.number, row.state) == (4, State.READY)
    assert row.entry is not None
    assert row.entry.text(F.EMAIL) == "satu@contoh.go.id"


def test_what_a_person_said_of_columns_is_remembered_for_the_institution(guests: Guests) -> None:
    sheet = GuestSheet("A", (("Nama", "Asal"), ("Nama Satu", "Staf")), 0)
    columns = {0: Column(F.NAME), 1: Column(F.TITLE)}
    bring_in(guests.office, judge(guests.office, guests.target, Table(sheet, 0, columns)))
    known = remembered(guests.office, guests.prabumulih)
    assert guess(replace(sheet, rows=sheet.rows[:1]), 0, known) == columns
    assert remembered(guests.office, guests.ogan_ilir) == {}


def test_a_list_looked_through_before_the_guests_changed_is_refused(guests: Guests) -> None:
    judged = guests.judged(("Nama Satu", "Staf"))
    guests.come(("Nama Dua", "Staf"))
    with pytest.raises(Conflict):
        bring_in(guests.office, judged)
    assert len(listed(guests)) == 1
    [guest] = listed(guests)
    remove_attendees(guests.office, [guest.id])
    assert bring_in(guests.office, judged).added


def test_twice_as_many_rows_are_written_by_no_more_statements(guests: Guests) -> None:
    def sent_for(delegation: UUID, count: int) -> int:
        some = [(f"Nama {a}{b}", "Staf") for a in "ABCDEFGH" for b in "klmnopqr"][:count]
        judged = guests.judged(*some, to=Target(guests.visit, delegation))
        sent: list[str] = []
        engine = guests.office.store.engine
        event.listen(engine, "before_cursor_execute", note := lambda *args: sent.append(args[2]))
        bring_in(guests.office, judged)
        event.remove(engine, "before_cursor_execute", note)
        return len(sent)

    assert sent_for(guests.prabumulih, 24) >= sent_for(guests.ogan_ilir, 60)


def test_work_that_is_stopped_leaves_nothing_behind(guests: Guests) -> None:
    judged = guests.judged(*((f"Nama {letter} Contoh", "Staf") for letter in "ABCDE"))
    with pytest.raises(Halted):
        bring_in(guests.office, judged, lambda done, _: done == 0)
    assert listed(guests) == []
    guests.come(("Nama Satu", "Staf"))


def test_the_host_s_own_party_comes_from_a_list_too(guests: Guests) -> None:
    bring_in(guests.office, guests.judged(("Nama Satu", "Staf"), to=Target(guests.visit, own=True)))
    assert [one.name.plain for one in participants(guests.office, guests.visit) if one.host] == [
        "Nama Satu"
    ]


TEXTS = st.text(
    st.characters(blacklist_categories=("C", "Z"), blacklist_characters="="),
    min_size=1,
    max_size=12,
).filter(lambda text: any(letter.isalnum() for letter in text))


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_import_then_export_keeps_every_text(
    guests: Guests, rows: list[tuple[str, str, str]]
) -> None:
    told = [(f"Nama {name}", f"Ahli {post}", note) for name, post, note in rows]
    table = (("Nama", "Jabatan", "Catatan"), *told)
    sheet = GuestSheet("A", table, 0)
    columns = {0: Column(F.NAME), 1: Column(F.TITLE), 2: Column(F.NOTE)}
    choices = Choices(split=False, doubtful=Decision.APART)
    judged = judge(guests.office, guests.target, Table(sheet, 0, columns), choices)
    bring_in(guests.office, judged)
    out = guest_sheet(guests.office, guests.visit, personal=True)
    back = GuestSheet("B", (out.head, *out.rows), 0)
    again = judge(guests.office, Target(guests.visit), Table(back, 0, guess(back, 0)), choices)
    undo(guests.office)
    places = [out.head.index(head) for head in ("Nama", "Jabatan", "Catatan")]
    assert sorted(tuple(row[at] for at in places) for row in out.rows) == sorted(told)
    assert {row.state for row in again.rows} == {State.SAME}


def test_text_of_far_too_many_lines_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kunjungan.services.guest_import.lists.pasted_rows", pytest.fail)
    with pytest.raises(RuleBroken, match="at most 5000"):
        open_list("1. Nama Orang\n" * 300_000)
