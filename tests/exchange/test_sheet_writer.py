"""Tables that leave the program: days as days, numbers of papers as text, never a formula."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.sheet_writer import SheetOut, csv_of, xlsx_of
from kunjungan.exchange.sheets import read_sheets

SHEET = "xl/worksheets/sheet1.xml"
HEAD = ("Mitra", "Tentang")


def book(*rows: tuple[Cell, ...]) -> bytes:
    return xlsx_of([SheetOut("Register", HEAD, rows)])


def read(tmp_path: Path, data: bytes) -> list[tuple[Cell, ...]]:
    """The rows of a workbook, read back."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    [sheet] = read_sheets(path)
    return list(sheet.rows)


def test_days_are_days_and_numbers_of_papers_text(tmp_path: Path) -> None:
    rows = read(tmp_path, book(("415.4/0061", date(2022, 9, 1)), ("0061", 3)))
    assert rows == [HEAD, ("415.4/0061", date(2022, 9, 1)), ("0061", 3.0)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "http://a.b", "00123", "1E5"]
)
def test_no_text_is_taken_for_a_formula_a_link_or_a_number(tmp_path: Path, text: str) -> None:
    data = book((text, "x"))
    assert read(tmp_path, data)[1] == (text, "x")
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert b"<f>" not in package.read(SHEET)
        assert b"hyperlink" not in package.read(SHEET)


@pytest.mark.parametrize("text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_of_a_csv_begins_as_a_formula(text: str) -> None:
    written = csv_of(SheetOut("A", HEAD, ((text, date(2022, 9, 1)),))).splitlines()[1]
    assert written.lstrip('"').startswith("'")


def test_a_number_below_nothing_stays_a_number_in_a_csv() -> None:
    assert csv_of(SheetOut("A", HEAD, ((-622, None),))).splitlines()[1] == "-622;"


def test_equal_tables_give_equal_files() -> None:
    rows = (("Kota Cimahi", date(2022, 9, 1)), (None, 1.5))
    assert book(*rows) == book(*rows)


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), 198501012010011001, 10**400, True])
def test_what_a_sheet_cannot_count_is_written_as_text(tmp_path: Path, odd: Cell) -> None:
    assert read(tmp_path, book((odd, "x")))[1] == (str(odd), "x")


def test_a_number_of_a_csv_stays_a_number() -> None:
    assert csv_of(SheetOut("A", HEAD, ((-622, 1.5),))).splitlines()[1] == "-622;1.5"
