"""A list that is damaged, locked or a trap is refused in a sentence, and reads nothing else."""

import random
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from kunjungan.domain.errors import OfficeError, RuleBroken, Unavailable
from kunjungan.exchange.old_books import MOST_VALUES
from kunjungan.exchange.sheet_claims import MOST_CELLS, claimed_cells
from kunjungan.exchange.sheets import read_sheets
from kunjungan.exchange.time_limit import within
from tests.exchange.old_books import xls, xlsb
from tests.exchange.sheet_case import (
    SHEET,
    STRINGS,
    book,
    cells,
    changed,
    line,
    ods,
    read,
)

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
    "repeated values": ods(line(cells("x", 1_000), 4_900)),
    "repeated text": ods(line(cells("x" * 30_000, 100), 500)),
    "one long text in many cells": changed(
        changed(book(), STRINGS, lambda xml: xml.replace(b"Mitra", b"x" * 30_000)),
        SHEET,
        lambda xml: xml.replace(
            b"<sheetData>", b"<sheetData>" + (b"<row>" + b'<c t="s"><v>0</v></c>' * 100) * 500
        ),
    ),
    "shared texts": changed(
        book(),
        STRINGS,
        lambda xml: xml.replace(b"</sst>", b"<si><t>x</t></si>" * (MOST_VALUES + 1) + b"</sst>"),
    ),
    "filled cells": changed(
        book(),
        SHEET,
        lambda xml: xml.replace(
            b"<sheetData>", b"<sheetData>" + (b"<row>" + b"<c><v>1</v></c>" * 1_000) * 601
        ),
    ),
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


def test_a_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xls([(0, 0, 1.0)]).replace("Workbook".encode("utf-16-le"), b"W\0" * 8)
                     + "EncryptedPackage".encode("utf-16-le"))  # fmt: skip
    with pytest.raises(RuleBroken, match="locked with a password"):
        read_sheets(path)


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"")
    with pytest.raises(RuleBroken, match="holds no rows"):
        read_sheets(path)


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
        read(tmp_path, "a.csv", b";" * (MOST_VALUES + 1))


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


@pytest.mark.parametrize(
    ("part", "after", "junk"),
    [
        (SHEET, b"<sheetData>", b"<v>1234567890123456</v>" + b"<c r " * 100_000),
        (SHEET, b"<sheetData>", b"<row hidden " * 100_000),
        (SHEET, b"<sheetData>", b"<f/><c><v>" + b" " * 100_000),
        (SHEET, b"<sheetData>", b'hidden <col hidden="1" min="1" max="999999999"/>' * 10_000),
        (STRINGS, b"<sst ", b"<si>" * 100_000),
    ],
    ids=["cells", "rows", "blanks", "columns", "texts"],
)
def test_tags_that_never_end_are_looked_through_once(
    tmp_path: Path, part: str, after: bytes, junk: bytes
) -> None:
    data = changed(book(("x", "y")), part, lambda xml: xml.replace(after, after + junk, 1))

    def outcome() -> str:
        try:
            return str(read(tmp_path, "a.xlsx", data))
        except RuleBroken as refusal:
            return str(refusal)

    assert within(60, outcome)
