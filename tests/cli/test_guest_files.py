"""Guests come in and go out from the command line."""

import io
import re
import sys
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from kunjungan.app import desk
from kunjungan.domain.guest_heads import GuestField
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import read_sheets
from tests.cli.conftest import Run

HEADS = ("NO", "NAMA LENGKAP", "JABATAN/INSTANSI", "NO. HP")
ROWS = (
    (1, "Nama Satu, S.T.", "Kepala Bidang Contoh", "0812 3456 7890"),
    (2, None, "Analis Kebijakan", None),
    (3, "(menyusul)", "Ka. Dinas Contoh", "0813 0000 0088"),
    (4, "(menyusul)", "Kepala Dinas Contoh", "0813 0000 0088"),
)


@pytest.fixture
def tamu(tmp_path: Path) -> Path:
    """A list of one good guest, one without a name, and one who may stand in it twice."""
    path = tmp_path / "tamu.xlsx"
    path.write_bytes(xlsx_of([SheetOut("Peserta", HEADS, ROWS)]))
    return path


@pytest.fixture
def at(run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    """The visit of the sample office."""
    monkeypatch.setattr(desk, "_today", lambda: date(2022, 8, 29))
    visits = run("list", "visits", "--json", "--office", sample).json
    visit = next(row["id"] for row in visits if str(row["on"]) == "2022-09-01")
    return ("--visit", visit, "--office", sample)


INTO = ("--delegation", "Ogan Ilir")


def test_good_rows_come_in_doubtful_ones_stay_out_and_all_is_told(
    run: Run, at: tuple[object, ...], tamu: Path, tmp_path: Path
) -> None:
    rest = tmp_path / "sisa.xlsx"
    said = run("import", "people", tamu, *INTO, "--rest", rest, "--json", *at).json
    assert (len(said["added"]), said["left"], said["written"]) == (2, 2, True)
    assert [row["state"] for row in said["rows"]] == ["ready", "bad", "twin", "twin"]
    assert [row["writes"] for row in said["rows"]] == [True, False, True, False]
    [sheet] = read_sheets(rest)
    assert [row[0] for row in sheet.rows] == ["Row", 3.0, 5.0]


def test_a_dry_run_tells_all_and_writes_nothing(
    run: Run, at: tuple[object, ...], tamu: Path
) -> None:
    ended = run("import", "people", tamu, *INTO, "--dry-run", *at)
    assert (ended.code, "The name is empty" in ended.out) == (0, True)
    assert ended.out.startswith("Guests to bring in: 2. Not taken: ")
    again = run("import", "people", tamu, *INTO, "--dry-run", "--json", *at).json
    assert (again["writes"], again["added"], again["written"]) == (2, [], False)


def test_a_list_that_is_there_already_is_no_failure(
    run: Run, at: tuple[object, ...], tamu: Path
) -> None:
    run("import", "people", tamu, *INTO, *at)
    ended = run("import", "people", tamu, *INTO, *at)
    assert (ended.code, ended.err) == (0, "")
    assert "already; nothing changes" in ended.out
    tamu.write_bytes(xlsx_of([SheetOut("Peserta", HEADS, ROWS[1:2])]))
    ended = run("import", "people", tamu, *INTO, *at)
    assert (ended.code, ended.err) == (2, "No row could be taken.\n")


def test_doubles_are_joined_where_it_is_said(run: Run, at: tuple[object, ...], tamu: Path) -> None:
    words = (*INTO, "--twins", "join", "--announced", "--json")
    said = run("import", "people", tamu, *words, *at).json
    assert (len(said["added"]), said["left"]) == (3, 0)


def test_a_piped_list_goes_to_the_delegations_it_names(
    run: Run, at: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "*Kota Prabumulih*\n1. Nama Satu - Camat Contoh\n*Kab. Ogan Ilir*\n1. Nama Dua - Camat Lain"
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    said = run("import", "people", "-", "--json", *at).json
    assert (len(said["added"]), said["left"]) == (2, 0)


def test_what_goes_out_with_personal_data_comes_back_as_known(
    run: Run, at: tuple[object, ...], tamu: Path, tmp_path: Path
) -> None:
    run("import", "people", tamu, *INTO, *at)
    for name in ("keluar.xlsx", "keluar.csv"):
        out = tmp_path / name
        assert run("export", "guests", out, "--with-personal-data", *at).code == 0
        said = run("import", "people", out, "--json", *at).json
        assert {row["state"] for row in said["rows"]} == {"same"}


def test_the_import_is_taken_back_whole_the_next_day(
    run: Run, at: tuple[object, ...], tamu: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = ("list", "people", "--json", "--office", sample)
    before = run(*there).out
    run("import", "people", tamu, *INTO, *at)
    assert run(*there).out != before
    monkeypatch.setattr(desk, "_today", lambda: date(2022, 8, 30))
    assert run("undo", "--office", sample).code == 0
    assert run(*there).out == before


def test_personal_data_stays_here_unless_it_is_asked_for(
    run: Run, at: tuple[object, ...], tamu: Path, tmp_path: Path
) -> None:
    run("import", "people", tamu, *INTO, *at)
    out = tmp_path / "keluar.xlsx"
    run("export", "guests", out, *at)
    [sheet] = read_sheets(out)
    assert not {"Phone", "NIP", "Email", "Special menu"} & set(sheet.rows[0])
    assert "0812" not in str(sheet.rows)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--sheet", "Lain"), "There is no sheet"),
        (("--head", "99"), "is no row of the sheet"),
        (("--columns", "B=nama"), "says of no column"),
        (("--delegation", "Palembang"), "names no single delegation"),
    ],
)
def test_what_is_typed_wrongly_is_refused_in_a_sentence(
    run: Run, at: tuple[object, ...], tamu: Path, words: tuple[str, str], told: str
) -> None:
    ended = run("import", "people", tamu, *INTO, *words, *at)
    assert (ended.code, told in ended.err) == (2, True)


def test_a_visit_has_to_be_named(run: Run, sample: Path, tamu: Path) -> None:
    ended = run("import", "people", tamu, "--office", sample)
    assert (ended.code, "--visit" in ended.err) == (2, True)


def test_a_list_without_heads_needs_its_columns_typed(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "polos.csv"
    path.write_text("Nama Satu;Camat Contoh\nNama Dua;Camat Lain\n", encoding="utf-8")
    refused = run("import", "people", path, *INTO, *at)
    assert (refused.code, "--columns" in refused.err) == (2, True)
    words = ("--head", "0", "--columns", "A=name,B=title", "--json")
    assert len(run("import", "people", path, *INTO, *words, *at).json["added"]) == 2


def test_a_listed_guest_is_told_in_words_and_in_json_by_short_names(
    run: Run, at: tuple[object, ...]
) -> None:
    _, visit, *office = at
    table = run("list", "guests", visit, *office, lang="id").out
    assert "Dikonfirmasi" in table
    assert not {"head", "confirmed", "invited"} & set(table.split())
    rows = run("list", "guests", visit, "--json", *office).json
    assert {"head", "liaison"} <= {row["role"] for row in rows}


def test_the_list_itself_is_never_written_over_by_its_rest(
    run: Run, at: tuple[object, ...], tamu: Path
) -> None:
    before = tamu.read_bytes()
    for rest in (tamu, tamu.with_suffix("")):
        ended = run("import", "people", tamu, *INTO, "--rest", rest, *at)
        assert (ended.code, ended.err[:26]) == (2, "--rest is the list itself.")
    assert tamu.read_bytes() == before


def test_the_help_names_every_column_a_guest_list_may_have(run: Run) -> None:
    told = run("import", "people", "--help").out
    assert [what for what in GuestField if not re.search(rf"\b{what}\b", told)] == []


def test_the_sum_and_the_signature_below_a_list_are_told_and_are_no_faults(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    rows = (
        *ROWS[:1],
        ("JUMLAH", None, 1, None),
        (None, None, None, "Indralaya, 25 Agustus 2022"),
        (None, "Mengetahui,", None, None),
        (None, "Kepala Bagian Umum", None, None),
        (None, None, None, None),
        (None, "Nama Lima, S.Sos.", None, None),
        (None, "NIP. 19680411 199303 1 009", None, None),
    )
    path = tmp_path / "tamu.xlsx"
    path.write_bytes(xlsx_of([SheetOut("Peserta", HEADS, rows)]))
    said = run("import", "people", path, *INTO, "--dry-run", "--json", *at).json
    assert [row["state"] for row in said["rows"]] == ["ready"]
    assert said["left"] == 0
    assert said["lines_left"][0] == "JUMLAH 1"
    assert len(said["lines_left"]) == 6
    assert "Not a guest: Nama Lima, S.Sos." in run("import", "people", path, *INTO, *at).out


def test_sheets_that_are_not_read_are_told(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "dua.xlsx"
    path.write_bytes(xlsx_of([SheetOut(name, HEADS, ROWS[:1]) for name in ("Satu", "Dua")]))
    said = run("import", "people", path, *INTO, "--dry-run", "--json", *at).json
    assert (said["sheet"], said["sheets_left"]) == ("Satu", ["Dua"])
    told = run("import", "people", path, *INTO, "--sheet", "Dua", "--dry-run", *at).out
    assert "Not read: “Satu”, 1 rows. Name it with --sheet." in told


def test_what_excel_hides_is_read_and_told(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "tersembunyi.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Peserta")
        for place, row in enumerate((HEADS, *ROWS[:1], (2, "Nama Dua", "Camat Contoh", None))):
            page.write_row(place, 0, row)
        page.set_row(2, None, None, {"hidden": True})
        page.set_column(3, 3, None, None, {"hidden": True})
    told = run("import", "people", path, *INTO, "--dry-run", *at).out
    assert "Hidden in Excel, but read: rows 3." in told
    assert "Hidden in Excel, but read: columns D." in told
    said = run("import", "people", path, *INTO, "--dry-run", "--json", *at).json
    assert (said["hidden_rows"], said["hidden_columns"]) == ([3], ["D"])


def test_posts_and_names_on_two_lines_are_joined_and_told(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "wa.txt"
    path.write_text("Kepala Dinas Contoh\nNama Satu\nCamat Contoh\nNama Dua\n", encoding="utf-8")
    told = run("import", "people", path, *INTO, "--dry-run", *at).out
    assert "Each post was joined with the name on the line beside it: 2 guests." in told
