"""Reads tables as they come: Excel of any age, OpenDocument, CSV in any encoding.

A file that claims more than it holds is refused before it is opened.
"""

import codecs
import csv
import os
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.sheet_claims import MOST_CELLS, claimed_cells
from kunjungan.i18n import later

MOST_BYTES = 50_000_000
LONGEST = 32_767
"""So many characters go into a cell of Excel; what is longer came from elsewhere, and is cut."""
BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
TEXTS = frozenset({".csv", ".tsv", ".txt"})
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DELIMITERS = ";\t,|"
_SAID = re.compile(r"sep=(.)\r?\n")
"""The first line by which Excel says what parts the cells."""
_PANIC = "PanicException"
"""What the library raises at a file that is damaged in a way it did not foresee; it has no home."""
_LOOKED = 400
"""So many bytes tell whether every second one is empty."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TOO_LARGE = later(
    "“{name}” is too large for a list ({megabytes} MB; the most is 50). Nothing was read. "
    "Save the sheet you need as a file of its own."
)
_TOO_MANY = later(
    "“{name}” claims more cells than a list has. Nothing was read. "
    "Copy the rows you need into a new file and save that."
)
_BROKEN = later(
    "“{name}” cannot be read: it is damaged, locked with a password, or no such file at all. "
    "Nothing was read. Open it in Excel, save it anew without a password, and try again."
)
_OTHER = later("“{name}” is no table. Take an Excel, OpenDocument or CSV file.")
_EMPTY = later("“{name}” holds no rows.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows as they stand, text as text, days as days, nothing for an empty cell."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_sheets(path: Path) -> list[Sheet]:
    """Return the sheets of a file that hold anything, in order.

    Raises:
        Unavailable: it is not there or cannot be read from the disk.
        RuleBroken: it is no table, damaged, too large, or empty; nothing was kept of it.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise RuleBroken(_TOO_LARGE, name=path.name, megabytes=size // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        message = later(
            "“{name}” cannot be opened. Nothing was read; check that it is still there."
        )
        raise Unavailable(message, name=path.name) from error
    found = _sheets(path.name, path.suffix.casefold(), data)
    if not found:
        raise RuleBroken(_EMPTY, name=path.name)
    return found


def _sheets(name: str, suffix: str, data: bytes) -> list[Sheet]:
    if data.startswith((_ZIP, _OLE)):
        return _book(name, data)
    if suffix in BOOKS:
        raise RuleBroken(_BROKEN, name=name)
    if suffix not in TEXTS:
        raise RuleBroken(_OTHER, name=name)
    rows = tuple(_text_rows(name, data))
    return [Sheet(Path(name).stem, rows)] if any(rows) else []


def _book(name: str, data: bytes) -> list[Sheet]:
    try:
        claimed = claimed_cells(data)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        raise RuleBroken(_BROKEN, name=name) from error
    if claimed > MOST_CELLS:
        raise RuleBroken(_TOO_MANY, name=name)
    found = (Sheet(title, tuple(_kept(rows))) for title, rows in _opened(name, data))
    return [sheet for sheet in found if any(sheet.rows)]


def _opened(name: str, data: bytes) -> list[tuple[str, list[list[object]]]]:
    """Return the sheets of a workbook from their first row and column on."""
    from python_calamine import (  # noqa: PLC0415 - lists only
        CalamineError,
        CalamineWorkbook,
        PasswordError,
    )

    try:
        with _hushed(), CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            return [(each, _whole(book.get_sheet_by_name(each))) for each in book.sheet_names]
    except (CalamineError, PasswordError, OSError, ValueError) as error:
        raise RuleBroken(_BROKEN, name=name) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise RuleBroken(_BROKEN, name=name) from None


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep what the library writes of its own failures off the error channel."""
    try:
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # a window has no such channel
        yield
        return
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _whole(sheet: Any) -> list[list[object]]:  # noqa: ANN401 - a library without types
    rows: list[list[object]] = sheet.to_python(skip_empty_area=False)
    return rows


def _kept(rows: Sequence[Sequence[object]]) -> Iterator[tuple[Cell, ...]]:
    """Yield rows that hold anything, each without the empty cells at its end."""
    for row in rows:
        cells = [_cell(value) for value in row]
        while cells and cells[-1] is None:
            cells.pop()
        yield tuple(cells)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value[:LONGEST] if value.strip() else None
    return value if isinstance(value, Cell) else str(value)


def _text_rows(name: str, data: bytes) -> Iterator[tuple[Cell, ...]]:
    text = _decoded(data)
    if "\0" in text:
        raise RuleBroken(_OTHER, name=name)
    said = _SAID.match(text)
    delimiter = said[1] if said else _delimiter(text)
    if text.count(delimiter) + text.count("\n") > MOST_CELLS:
        raise RuleBroken(_TOO_MANY, name=name)
    lines = StringIO(text[said.end() :] if said else text, newline="")
    try:
        yield from _kept(list(csv.reader(lines, delimiter=delimiter)))
    except csv.Error as error:
        raise RuleBroken(_BROKEN, name=name) from error


def _decoded(data: bytes) -> str:
    """Return text by its mark, else as UTF-8, else as Excel writes it in Indonesia (cp1252)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[first:_LOOKED:2].count(0) > len(data[:_LOOKED]) // 4:
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """Return what parts the cells: what stands equally often in most lines, outside quotes."""
    lines = re.sub(r'"[^"]*"', "", text[:20_000]).splitlines()[:50]

    def lines_alike(mark: str) -> tuple[int, int]:
        counts = Counter(line.count(mark) for line in lines if mark in line)
        return max(((lines, count) for count, lines in counts.items()), default=(0, 0))

    return max(_DELIMITERS, key=lines_alike)
