"""A register comes in and goes out from the command line."""

from datetime import date
from pathlib import Path

import pytest

from kunjungan.app import desk
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import read_sheets
from tests.cli.conftest import Run

HEADS = ("Mitra", "Jenis", "Nomor PIHAK I", "Tentang", "Mulai", "Selesai")
ROWS = (
    ("Pemkot Cimahi", "KB", "1/LAMA", "Sampah", date(2019, 9, 30), date(2024, 9, 30)),
    ("Kota Depok", "KB", "2/LAMA", "Data", date(2020, 7, 2), date(2025, 2, 7)),
    ("Kota Bogor", "KB", "3/LAMA", "Jalan", date(2020, 7, 2), date(2020, 7, 2)),
)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register of one good row, one with its end swapped, and one that ends as it starts."""
    path = tmp_path / "register.xlsx"
    path.write_bytes(xlsx_of([SheetOut("Register", HEADS, ROWS)]))
    return path


@pytest.fixture
def at(sample: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    """The sample office of 2022."""
    monkeypatch.setattr(desk, "_today", lambda: date(2022, 8, 29))
    return ("--office", sample)


def numbers(run: Run, at: tuple[object, ...]) -> set[str]:
    return {row["own_number"] for row in run("list", "register", "--json", *at).json}


def test_good_rows_come_in_and_the_rest_is_saved(
    run: Run, at: tuple[object, ...], register: Path, tmp_path: Path
) -> None:
    rest = tmp_path / "sisa.xlsx"
    said = run("import", "register", register, "--rest", rest, "--json", *at).json
    assert (said["taken"], said["new_partners"], len(said["agreements"])) == (1, 1, 1)
    assert [(row["row"], row["mendable"]) for row in said["refused"]] == [(3, True), (4, False)]
    assert "1/LAMA" in numbers(run, at)
    [sheet] = read_sheets(rest)
    assert [row[0] for row in sheet.rows] == ["Row", 3.0, 4.0]


def test_a_dry_run_tells_all_and_writes_nothing(
    run: Run, at: tuple[object, ...], register: Path
) -> None:
    ended = run("import", "register", register, "--mend", "--dry-run", *at)
    assert (ended.code, "Not taken: 1" in ended.out) == (0, True)
    assert "The end is the same day as the start" in ended.out
    assert "LAMA" not in str(numbers(run, at))


def test_swapped_rows_come_in_when_mended_and_nothing_twice(
    run: Run, at: tuple[object, ...], register: Path
) -> None:
    assert run("import", "register", register, "--mend", "--json", *at).json["taken"] == 2
    again = run("import", "register", register, "--mend", *at)
    assert (again.code, "No row could be taken" in again.err) == (2, True)
    assert {"1/LAMA", "2/LAMA"} <= numbers(run, at)


def test_columns_are_named_by_hand_where_their_heads_say_nothing(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "bebas.csv"
    path.write_text("Judul daftar\na;b;c\nKota Cimahi;Sampah;1-9-2020\n", encoding="utf-8")
    refused = run("import", "register", path, *at)
    assert (refused.code, "Choose the sheet and the columns by hand" in refused.err) == (2, True)
    columns = "A=partner, b=subject,C=signed_on"
    said = run("import", "register", path, "--head", 2, "--columns", columns, "--json", *at).json
    assert (said["taken"], said["refused"]) == (1, [])


@pytest.mark.parametrize(
    ("option", "value"), [("--columns", "1=partner"), ("--columns", "A=mitra"), ("--head", "99")]
)
def test_what_says_nothing_of_a_column_is_refused(
    run: Run, at: tuple[object, ...], register: Path, option: str, value: str
) -> None:
    ended = run("import", "register", register, option, value, *at)
    assert (ended.code, value.split("=", maxsplit=1)[0] in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "holds no rows"),
        (b"PK\x03\x04damaged", "cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "cannot be read"),
    ],
)
def test_a_damaged_file_ends_in_a_sentence(
    run: Run, at: tuple[object, ...], tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(data)
    ended = run("import", "register", path, *at)
    assert (ended.code, ended.out) == (2, "")
    assert f"“rusak.xlsx” {told}" in ended.err
    assert "Traceback" not in ended.err


def test_the_register_goes_out_narrowed_and_the_book_of_a_year_is_printed(
    run: Run, at: tuple[object, ...], register: Path, tmp_path: Path
) -> None:
    run("import", "register", register, *at)
    out = tmp_path / "keluar.xlsx"
    assert run("export", "register", out, "--words", "cimahi", *at).code == 0
    [sheet] = read_sheets(out)
    assert [row[3] for row in sheet.rows] == ["Number", "1/LAMA"]
    assert run("print", "register", "2019", "--out", tmp_path, *at).code == 0
    assert (tmp_path / "Register kerja sama 2019.pdf").read_bytes().startswith(b"%PDF")
    assert run("print", "register", "1999", "--out", tmp_path, *at).code == 2
    assert run("print", "register", "dua ribu", "--out", tmp_path, *at).code == 2
