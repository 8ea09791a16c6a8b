"""Writes tables that Excel and its kin open as they are: days as days, numbers as text.

No cell is ever taken for a formula, whatever it begins with.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.files import write_whole

FIRST = datetime(2000, 1, 1)  # noqa: DTZ001 - a file's own date, the same in every file
_WIDEST, _NARROWEST = 48, 8
_LONGEST, _LARGEST = 32_767, 10**15
"""Characters in a cell, and the number from which on a sheet rounds."""
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class SheetOut:
    """A sheet to write: its name, its head and its rows; a cell is text, a number or a day."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def write_sheet(path: Path, sheet: SheetOut, refused: str) -> Path:
    """Write one table as a workbook or CSV, by the file's suffix.

    Raises:
        RuleBroken: the file has another suffix; ``refused`` says so of ``{name}``.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    match path.suffix.casefold():
        case ".xlsx":
            return write_whole(path, xlsx_of([sheet]))
        case ".csv":
            return write_whole(path, csv_of(sheet).encode("utf-8-sig"))
    raise RuleBroken(refused, name=path.name)


def xlsx_of(sheets: Iterable[SheetOut]) -> bytes:
    """Return a workbook with a fixed head and filters; the same sheets give the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - lists only

    out = BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd-mm-yyyy",
        "in_memory": True,
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": FIRST})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    day = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name[:31])
        page.write_row(0, 0, sheet.head, head)
        for place, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(place, column, _moment(cell), day)
                elif _countable(cell):
                    page.write_number(place, column, cell)
                elif cell is not None and str(cell):
                    page.write_string(place, column, str(cell)[:_LONGEST], text)
        _finish(page, sheet)
    book.close()
    return out.getvalue()


def csv_of(sheet: SheetOut) -> str:
    """Return one sheet as CSV with ``;``; a cell that a table program would run is quoted by ``'``.

    Days stand as ``2022-09-01``.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.head)
    writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return out.getvalue()


def _finish(page: Any, sheet: SheetOut) -> None:  # noqa: ANN401 - xlsxwriter has no types
    columns = len(sheet.head)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), columns - 1)
    for column, width in enumerate(_widths(sheet)):
        page.set_column(column, column, width)


def _widths(sheet: SheetOut) -> Sequence[int]:
    """Return each column's width in characters, by its longest cell."""
    widths = [len(each) for each in sheet.head]
    for row in sheet.rows:
        for column, cell in enumerate(row[: len(widths)]):
            shown = 10 if isinstance(cell, date) else len(str(cell or ""))
            widths[column] = max(widths[column], shown)
    return [min(max(width + 2, _NARROWEST), _WIDEST) for width in widths]


def _countable(cell: Cell) -> bool:
    """Say whether a cell is a number that a sheet keeps to the last figure."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return False
    return -_LARGEST < cell < _LARGEST


def _moment(day: date) -> datetime:
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)  # noqa: DTZ001


def _plain(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    text = "" if cell is None else str(cell)
    dangerous = isinstance(cell, str) and text.startswith(_DANGEROUS)
    return f"'{text}" if dangerous else text
