"""Lists of any make are read as they stand; what is damaged or a trap is refused in a sentence."""

import random
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from kunjungan.domain.errors import OfficeError, RuleBroken, Unavailable
from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.sheet_claims import MOST_CELLS, claimed_cells
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import LONGEST, read_sheets
from tests.exchange.old_books import xls, xlsb

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
HEAD = ("Mitra", "Tentang")
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="A">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def book(*rows: tuple[Cell, ...]) -> bytes:
    return xlsx_of([SheetOut("Register", HEAD, rows)])


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one part put differently."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def ods(rows: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", ODS.format(rows=rows))
    return out.getvalue()


def cells(text: str = "x", repeated: int = 1) -> str:
    held = (
        f'office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "/>"
    )
    return f'<table:table-cell table:number-columns-repeated="{repeated}" {held}'


def line(cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def read(tmp_path: Path, name: str, data: bytes) -> list[tuple[Cell, ...]]:
    """The rows of the only sheet of a file."""
    path = tmp_path / name
    path.write_bytes(data)
    [sheet] = read_sheets(path)
    return list(sheet.rows)


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


TRAPS = {
    "a far cell": changed(book(), SHEET, lambda xml: xml.replace(b'r="B1"', b'r="XFD1048576"')),
    "its quotes": changed(book(), SHEET, lambda xml: xml.replace(b'r="B1"', b"r = 'xfd1048576'")),
    "no places": changed(
        book(),
        SHEET,
        lambda xml: xml.replace(
            b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 16_000 + b"</row>" + b"<row/>" * 9_000
        ),
    ),
    "far rows": changed(
        book(),
        SHEET,
        lambda xml: xml.replace(
            b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 16_000 + b'</row><row r="99999"/>'
        ),
    ),
    "xls": xls([(0, 0, 1.0), (65_535, 65_535, 1.0)]),
    "xlsb": xlsb([(0, 0, 1.0), (1_048_575, 16_383, 1.0)]),
    "repeated columns": ods(line(cells("x", 999_999_999))),
    "repeated rows": ods(line(cells("x"), 999_999_999)),
    "a wide square": ods(line(cells("x", 16_384), 1_000)),
    "emptiness": ods(line(cells("", 999_999_999) + cells("x"))),
}


@pytest.mark.parametrize("data", TRAPS.values(), ids=TRAPS)
def test_a_file_that_claims_too_many_cells_is_refused_unopened(tmp_path: Path, data: bytes) -> None:
    assert claimed_cells(data) > MOST_CELLS
    with pytest.raises(RuleBroken, match="claims more cells"):
        read(tmp_path, "a.xlsx", data)


def test_a_package_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    out = BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
        package.open(STRINGS, "w", force_zip64=True) as part,
    ):
        for _ in range(401):
            part.write(b" " * 1_000_000)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(RuleBroken, match="claims more cells"):
        read(tmp_path, "a.xlsx", out.getvalue())


def test_a_part_that_is_longer_than_it_says_is_refused(tmp_path: Path) -> None:
    data = bytearray(book(("x", "y")))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    with pytest.raises(RuleBroken, match="damaged"):
        read(tmp_path, "a.xlsx", bytes(data))


def test_nothing_of_this_computer_gets_in_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("rahasia")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    trapped = {
        "a.xlsx": changed(
            book(),
            STRINGS,
            lambda xml: xml.replace(b"<sst", entity + b"<sst").replace(b"Mitra", b"&e;"),
        ),
        "a.ods": changed(
            ods(line(cells("Mitra"))),
            "content.xml",
            lambda xml: entity + xml.replace(b"Mitra", b"&e;"),
        ),
    }
    for name, data in trapped.items():
        try:
            rows = read(tmp_path, name, data)
        except RuleBroken:
            continue
        assert "rahasia" not in str(rows)


BROKEN = {
    "cut.xlsx": book()[:2000],
    "empty.xlsx": b"",
    "words.xlsx": b"not a workbook",
    "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
    "circle.xls": xls([(0, 0, 1.0)], circle=True),
    "picture.png": b"\x89PNG",
    "bytes.csv": bytes(range(256)) * 8,
    "empty.csv": b"",
    "blank.csv": b"\r\n;;\r\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_table_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BROKEN[name])
    with pytest.raises(RuleBroken) as refused:
        read_sheets(path)
    assert refused.value.values["name"] == name


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        read_sheets(tmp_path / "hilang.xlsx")


def test_a_file_of_more_than_50_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(RuleBroken, match="too large"):
        read_sheets(path)


def test_a_csv_of_too_many_cells_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="claims more cells"):
        read(tmp_path, "a.csv", b";" * (MOST_CELLS + 1))


def test_two_thousand_columns_are_read(tmp_path: Path) -> None:
    head = ";".join(f"kolom {n}" for n in range(2000))
    assert len(read(tmp_path, "a.csv", f"{head}\r\n".encode())[0]) == 2000


def test_a_cell_is_no_longer_than_excel_lets_one_be(tmp_path: Path) -> None:
    [row] = read(tmp_path, "a.csv", b"x" * 40_000)
    assert row == ("x" * LONGEST,)


def test_no_damage_ends_in_anything_but_a_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(8)  # noqa: S311 - damage, not secrets
    whole = [
        book(("x", date(2022, 9, 1))),
        ods(line(cells())),
        xls([(0, 0, 1.0)]),
        xlsb([(0, 0, 1.0)]),
    ]
    path = tmp_path / "a.xlsx"
    refused = 0
    for _ in range(400):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            read_sheets(path)
        except OfficeError:
            refused += 1
    assert refused > 100
    assert capfd.readouterr().err == ""
