"""Lists as offices send them: merged and hidden cells, several tables, a NIP below each name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.services.guest_import.columns import guess
from kunjungan.services.guest_import.judged import Judged, JudgedRow, State, Target
from kunjungan.services.guest_import.judging import Table, judge
from kunjungan.services.guest_import.lists import GuestList, GuestSheet, open_list
from kunjungan.services.office import Office
from tests.services.guest_lists import Guests, guests_of

F = GuestField
Row = tuple[Cell, ...]


@pytest.fixture
def guests(office: Office, tmp_path: Path) -> Guests:
    return guests_of(office, tmp_path)


def opened(guests: Guests, *rows: Row, more: Callable[[Any, Any], None] | None = None) -> GuestList:
    """Return the list of a workbook, with what ``more`` does to it and its first sheet."""
    path = guests.folder / "daftar.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Peserta")
    for place, row in enumerate(rows):
        page.write_row(place, 0, row)
    if more:
        more(book, page)
    book.close()
    return open_list(path)


def read(guests: Guests, sheet: GuestSheet, to: Target | None = None) -> Judged:
    table = Table(sheet, sheet.head, guess(sheet, sheet.head))
    return judge(guests.office, to or guests.target, table)


def facts(row: JudgedRow) -> tuple[str, str]:
    assert row.entry is not None, row.reason
    return row.entry.name.plain, row.entry.title.id


HEAD = ("No", "Nama", "Jabatan")


def test_what_is_merged_over_several_guests_holds_for_each(guests: Guests) -> None:
    def merge(book: Any, page: Any) -> None:  # noqa: ANN401 - a library without types
        page.merge_range("D2:D3", "Kabupaten Ogan Ilir", book.add_format())
        page.merge_range("C3:C4", "Camat Contoh", book.add_format())

    rows = ((*HEAD, "Instansi"), (1, "Nama Satu", "Staf"), (2, "Nama Dua"), (3, "Nama Tiga"))
    sheet = opened(guests, *rows, more=merge).best
    first, second, third = read(guests, sheet, Target(guests.visit)).rows
    assert first.delegation_id == second.delegation_id == guests.ogan_ilir
    assert facts(second) == ("Nama Dua", "Camat Contoh")
    assert third.state is State.BAD, "its institution is not said"


@pytest.mark.parametrize("mark", ["sda", "s.d.a.", '"', '-"-', "idem"])
def test_a_ditto_mark_is_what_stands_above(guests: Guests, mark: str) -> None:
    rows = (HEAD, (1, "Nama Satu", "Staf Dinas Contoh"), (2, "Nama Dua", mark), (3, "Nama Tiga"))
    second, third = read(guests, GuestSheet("A", rows, 0)).rows[1:]
    assert (facts(second)[1], facts(third)[1]) == ("Staf Dinas Contoh", "")


def test_several_tables_below_each_other_are_read_each_by_its_head(guests: Guests) -> None:
    sheet = opened(
        guests,
        ("KABUPATEN OGAN ILIR",),
        HEAD,
        (1, "Nama Satu", "Staf"),
        (),
        ("KOTA PRABUMULIH",),
        ("No", "Jabatan", "Nama", "No. HP"),
        (1, "Camat", "Nama Dua", "081234567890"),
    ).best
    first, second = read(guests, sheet, Target(guests.visit)).rows
    assert (facts(first), first.delegation_id) == (("Nama Satu", "Staf"), guests.ogan_ilir)
    assert (facts(second), second.delegation_id) == (("Nama Dua", "Camat"), guests.prabumulih)
    assert second.entry is not None
    assert second.entry.text(F.PHONE) == "081234567890"


def test_the_name_of_a_sheet_says_whose_guests_stand_on_it(guests: Guests) -> None:
    sheet = GuestSheet("Kabupaten Ogan Ilir", (HEAD, (1, "Nama Satu", "Staf")), 0)
    [row] = read(guests, sheet, Target(guests.visit)).rows
    assert row.delegation_id == guests.ogan_ilir


def test_a_table_beside_another_is_a_sheet_of_its_own(guests: Guests) -> None:
    row = (1, "Nama Satu", "Staf", None, 1, "Nama Dua", "Camat", "081234567890")
    found = opened(guests, (*HEAD, None, *HEAD, "HP"), row)
    assert [sheet.name for sheet in found.sheets] == ["Peserta", "Peserta (2)"]
    [left], [right] = (read(guests, sheet).rows for sheet in found.sheets)
    assert (facts(left), facts(right)) == (("Nama Satu", "Staf"), ("Nama Dua", "Camat"))
    assert left.entry is not None
    assert left.entry.text(F.PHONE) == ""
    assert found.beside(found.best) == [found.sheets[1]]


def test_an_empty_column_inside_a_table_parts_nothing(guests: Guests) -> None:
    found = opened(guests, ("No", "Nama", None, "Jabatan", "HP"), (1, "Nama Satu", None, "Staf"))
    [sheet] = found.sheets
    assert facts(read(guests, sheet).rows[0]) == ("Nama Satu", "Staf")


def test_a_hidden_sheet_is_not_taken_for_the_list_and_hidden_rows_are_told(
    guests: Guests,
) -> None:
    def hide(book: Any, page: Any) -> None:  # noqa: ANN401 - a library without types
        page.set_row(1, None, None, {"hidden": True})
        other = book.add_worksheet("Kini")
        other.write_row(0, 0, HEAD)
        other.write_row(1, 0, (1, "Nama Kini", "Staf"))
        other.activate()
        page.hide()

    found = opened(guests, HEAD, (1, "Nama Lama", "Staf"), more=hide)
    assert [sheet.name for sheet in found.sheets] == ["Kini", "Peserta"]
    assert [sheet.hidden for sheet in found.sheets] == [(), (2,)]


def test_a_nip_that_stands_alone_below_a_name_is_that_guest_s(guests: Guests) -> None:
    sheet = opened(
        guests,
        HEAD,
        (1, "Nama Satu, S.T.", "Staf"),
        (None, "NIP. 19680411 199303 1 009"),
        (2, "Nama Dua", "Staf"),
    ).best
    first, second = read(guests, sheet).rows
    assert first.entry is not None
    assert first.entry.text(F.NIP) == "196804111993031009"
    assert (facts(first)[0], facts(second)[0]) == ("Nama Satu", "Nama Dua")


def test_a_nip_alone_is_nobody(guests: Guests) -> None:
    sheet = opened(guests, HEAD, (), (None, "NIP. 19680411 199303 1 009")).best
    assert not any(row.writes for row in read(guests, sheet).rows)


@pytest.mark.parametrize("name", ["#N/A", "#REF!", '=HYPERLINK("x")', 12345, "0812 3456 7890"])
def test_what_is_no_name_is_no_guest(guests: Guests, name: Cell) -> None:
    sheet = GuestSheet("A", (("Nama", "Jabatan"), (name, "Staf")), 0)
    [row] = read(guests, sheet).rows
    assert (row.state, row.column) == (State.BAD, 0)


def test_marks_that_nobody_sees_are_no_part_of_a_name(guests: Guests) -> None:
    sheet = GuestSheet("A", (("Nama", "Jabatan"), ("Nama\u200b Satu\u202e", "Staf")), 0)
    [row] = read(guests, sheet).rows
    assert facts(row) == ("Nama Satu", "Staf")


def test_a_column_of_ticks_is_no_column_of_grades() -> None:
    rows = (("Nama", "Jabatan", "Seragam"), *((f"Nama {c}", "Staf", "V") for c in ("Satu", "Dua")))
    assert set(guess(GuestSheet("A", rows, 0), 0)) == {0, 1}


def test_a_row_of_dashes_is_nobody(guests: Guests) -> None:
    rows = (HEAD, (1, "Nama Satu", "Staf"), (2, "-", "-"))
    assert [row.number for row in read(guests, GuestSheet("A", rows, 0)).rows] == [2]


def test_a_pasted_list_of_names_alone_has_a_head() -> None:
    assert open_list("1. Nama Satu\n2. Nama Dua").best.head == 0


def test_a_list_of_names_alone_is_read(guests: Guests) -> None:
    sheet = opened(guests, ("Daftar tamu",), ("No", "Nama"), (1, "Nama Satu"), (2, "Nama Dua")).best
    assert [row.writes for row in read(guests, sheet).rows] == [True, True]


def test_a_list_of_more_rows_than_the_window_takes_is_refused(guests: Guests) -> None:
    path = guests.folder / "panjang.csv"
    path.write_text("Nama;Jabatan\n" + "Nama Satu;Staf\n" * 20, encoding="utf-8")
    with pytest.raises(RuleBroken, match="20 rows"):
        open_list(path, most=19)
    assert open_list(path, most=20).best.below == 20
    assert len(open_list(path, most=None).best.rows) == 21


def test_a_long_sheet_of_codes_beside_the_list_is_left_out(guests: Guests) -> None:
    path = guests.folder / "dua.xlsx"
    codes = SheetOut("Kode", ("Kode",), tuple((f"{n}",) for n in range(30)))
    tamu = SheetOut("Peserta", ("Nama", "Jabatan"), (("Nama Satu", "Staf"),))
    path.write_bytes(xlsx_of([codes, tamu]))
    assert [sheet.name for sheet in open_list(path, most=20).sheets] == ["Peserta"]
