"""Lists of any make are read as they stand."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from kunjungan.exchange.sheets import LONGEST, read_sheets
from tests.exchange.old_books import xls, xlsb
from tests.exchange.sheet_case import HEAD, SHEET, book, cells, changed, line, ods, read


def test_days_of_the_calendar_of_1904_are_read_right(tmp_path: Path) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"date_1904": True}) as made:
        form = made.add_format({"num_format": "dd-mm-yyyy"})
        made.add_worksheet("A").write_datetime(0, 0, datetime(2022, 9, 1), form)  # noqa: DTZ001
    assert read(tmp_path, "a.xlsx", out.getvalue()) == [(date(2022, 9, 1),)]


def test_rows_and_columns_keep_the_places_they_have_in_the_sheet(tmp_path: Path) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as made:
        made.add_worksheet("A").write(2, 1, "x")
    assert read(tmp_path, "a.xlsx", out.getvalue()) == [(), (), (None, "x")]


@pytest.mark.parametrize(
    "data",
    [
        "Mitra;Tentang\r\nKota “Bandung”;a, b, c, d\r\n".encode("cp1252"),
        "Mitra\tTentang\r\nKota “Bandung”\ta, b, c, d\r\n".encode("utf-16"),
        "Mitra\tTentang\r\nKota “Bandung”\ta, b, c, d\r\n".encode("utf-16-le"),
        'Mitra,Tentang\r\nKota “Bandung”,"a, b, c, d"\r\n'.encode("utf-8-sig"),
        "sep=|\r\nMitra|Tentang\r\nKota “Bandung”|a, b, c, d\r\n".encode(),
    ],
    ids=["cp1252", "utf-16", "utf-16 without a mark", "utf-8 with a mark", "sep"],
)
def test_a_text_table_is_read_in_any_encoding_and_with_any_delimiter(
    tmp_path: Path, data: bytes
) -> None:
    assert read(tmp_path, "a.csv", data) == [HEAD, ("Kota “Bandung”", "a, b, c, d")]


@pytest.mark.parametrize("made", [xls, xlsb])
def test_old_and_binary_workbooks_are_read(
    tmp_path: Path, made: Callable[[list[tuple[int, int, float]]], bytes]
) -> None:
    assert read(tmp_path, "a.bin", made([(0, 0, 1.0), (2, 1, 2.5)])) == [(1.0,), (), (None, 2.5)]


def test_an_open_document_with_its_usual_empty_rest_is_read(tmp_path: Path) -> None:
    rest = line(cells("", 16_384), 1_048_570)
    data = ods(line(cells("a") + cells("", 16_380)) + line(cells("b", 2)) + rest)
    assert read(tmp_path, "a.ods", data) == [("a",), ("b", "b")]


def test_a_number_of_18_figures_is_read_to_the_last_one(tmp_path: Path) -> None:
    data = changed(
        book((77.0, 2.0)),
        SHEET,
        lambda xml: xml.replace(b"<v>77</v>", b"<v>196804111993031009</v>"),
    )
    assert read(tmp_path, "a.xlsx", data)[1] == (196804111993031009, 2.0)


@pytest.mark.parametrize("formula", [b"<f>A1&amp;B1</f><v></v>", b'<f t="shared" si="0"/>'])
def test_a_formula_without_its_result_is_told(tmp_path: Path, formula: bytes) -> None:
    data = changed(book((77.0, 2.0)), SHEET, lambda xml: xml.replace(b"<v>77</v>", formula))
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    [sheet] = read_sheets(path)
    assert list(sheet.unsaved) == [(1, 0)]
    assert sheet.rows[1] == (None, 2.0)


def test_a_formula_with_its_result_is_that_result(tmp_path: Path) -> None:
    data = changed(
        book((77.0, 2.0)), SHEET, lambda xml: xml.replace(b"<v>77</v>", b"<f>1+6</f><v>7</v>")
    )
    assert read(tmp_path, "a.xlsx", data)[1] == (7.0, 2.0)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xls", b"<html><body><table><tr><th>Mitra<th>Tentang<tr><td>Kota<td>a&amp;b</table>"),
        ("a.xls", b"Mitra;Tentang\r\nKota;a&b\r\n"),
        ("a.xlsx", "Mitra\tTentang\r\nKota\ta&b\r\n".encode("utf-16")),
    ],
    ids=["a web page", "CSV", "tabs"],
)
def test_a_table_that_only_calls_itself_a_workbook_is_read(
    tmp_path: Path, name: str, data: bytes
) -> None:
    assert read(tmp_path, name, data) == [HEAD, ("Kota", "a&b")]


def test_a_page_keeps_its_columns_where_a_cell_spans_two(tmp_path: Path) -> None:
    page = b"<table><tr><td colspan=2>a<td>b</tr><tr><td>1<td>2<td>3</tr></table>"
    assert read(tmp_path, "a.html", page) == [("a", None, "b"), ("1", "2", "3")]


def test_two_thousand_columns_are_read(tmp_path: Path) -> None:
    head = ";".join(f"kolom {n}" for n in range(2000))
    assert len(read(tmp_path, "a.csv", f"{head}\r\n".encode())[0]) == 2000


def test_a_cell_is_no_longer_than_excel_lets_one_be(tmp_path: Path) -> None:
    [row] = read(tmp_path, "a.csv", b"x" * 40_000)
    assert row == ("x" * LONGEST,)
