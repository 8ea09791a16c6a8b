"""Workbooks and open documents made part by part, as no program would write them."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import read_sheets

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
