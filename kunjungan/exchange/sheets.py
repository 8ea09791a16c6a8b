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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.html_tables import is_page, page_tables
from kunjungan.exchange.old_books import MOST_VALUES
from kunjungan.exchange.raw_cells import RawCells, raw_cells
from kunjungan.exchange.sheet_claims import MOST_CELLS, claimed_cells
from kunjungan.i18n import later

MOST_BYTES = 50_000_000
LONGEST = 32_767
"""So many characters go into a cell of Excel; what is longer came from elsewhere, and is cut."""
BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
PAGES = frozenset({".htm", ".html"})
TEXTS = frozenset({".csv", ".tsv", ".txt"})
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DELIMITERS = ";\t,|"
_SAID = re.compile(r"sep=(.)\r?\n")
"""The first line by which Excel says what parts the cells."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The part of a compound file that holds a workbook locked with a password."""
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
_LOCKED = later(
    "“{name}” is locked with a password. Nothing was read. Open it in Excel, take the password off "
    "(File, Info, Protect workbook), save it, and try again."
)
_OTHER = later("“{name}” is no table. Take an Excel, OpenDocument or CSV file.")
_HELD = later(
    "“{name}” may not be read now; another program holds it. Nothing was read. "
    "Close it in Excel and try again."
)
_GONE = later("“{name}” cannot be opened. Nothing was read; check that it is still there.")
_EMPTY = later("“{name}” holds no rows.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows as they stand, text as text, days as days, nothing for an empty cell.

    ``unsaved`` are the formulas whose result is not in the file, by row and column from 0;
    ``tall`` are cells merged over several rows of a column: the column, the first and last row;
    ``hidden`` and ``hidden_columns`` are the rows and columns that Excel does not show.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    unsaved: Mapping[tuple[int, int], str] = field(default_factory=dict)
    tall: tuple[tuple[int, int, int], ...] = ()
    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def read_sheets(path: Path) -> list[Sheet]:
    """Return the sheets of a file that hold anything, in order, hidden ones last.

    Raises:
        Unavailable: it is not there or cannot be read from the disk.
        RuleBroken: it is no table, damaged, too large, or empty; nothing was kept of it.
    """
    found = _sheets(path.name, path.suffix.casefold(), _data(path))
    if not found:
        raise RuleBroken(_EMPTY, name=path.name)
    return found


def read_text(path: Path) -> str:
    """Return the text of a file in any encoding; raises like ``read_sheets``."""
    data = _data(path)
    text = _decoded(data)
    if "\0" in text or data.startswith((_ZIP, _OLE)):
        raise RuleBroken(_OTHER, name=path.name)
    if not text.strip():
        raise RuleBroken(_EMPTY, name=path.name)
    return text


def _data(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise RuleBroken(_TOO_LARGE, name=path.name, megabytes=size // 1_000_000)
        return path.read_bytes()
    except PermissionError as error:
        raise Unavailable(_HELD, name=path.name) from error
    except OSError as error:
        raise Unavailable(_GONE, name=path.name) from error


def _sheets(name: str, suffix: str, data: bytes) -> list[Sheet]:
    if not data:
        return []
    if data.startswith((_ZIP, _OLE)):
        return _book(name, data)
    if suffix not in BOOKS | TEXTS | PAGES:
        raise RuleBroken(_OTHER, name=name)
    text = _text(name, suffix, data)
    if is_page(text):
        tables = page_tables(text, MOST_VALUES)
        if tables is None:
            raise RuleBroken(_TOO_MANY, name=name)
        return [Sheet(title, tuple(_kept(rows))) for title, rows in tables]
    rows = tuple(_text_rows(name, text))
    return [Sheet(Path(name).stem, rows)] if any(rows) else []


def _book(name: str, data: bytes) -> list[Sheet]:
    try:
        claimed = claimed_cells(data)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        raise RuleBroken(_BROKEN, name=name) from error
    if claimed > MOST_CELLS:
        raise RuleBroken(_TOO_MANY, name=name)
    raw = raw_cells(data)
    found = (
        replace(_sheet(title, rows, raw.get(title)), tall=tall)
        for title, rows, tall in _opened(name, data)
    )
    return [sheet for sheet in found if any(sheet.rows)]


def _sheet(title: str, rows: list[list[object]], raw: RawCells | None) -> Sheet:
    """Return a sheet with its long numbers to the last figure, as far as the file has them."""
    if raw is None:
        return Sheet(title, tuple(_kept(rows)))
    for (row, column), number in raw.numbers.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = number
    unsaved = {at: text for at, text in raw.unsaved.items() if at[0] < len(rows)}
    kept = tuple(_kept(rows))
    return Sheet(title, kept, unsaved, hidden=raw.hidden, hidden_columns=raw.hidden_columns)


def _opened(
    name: str, data: bytes
) -> list[tuple[str, list[list[object]], tuple[tuple[int, int, int], ...]]]:
    """Return the sheets of a workbook from their first row and column on, hidden ones last."""
    from python_calamine import (  # noqa: PLC0415 - lists only
        CalamineError,
        CalamineWorkbook,
        PasswordError,
    )

    try:
        with _hushed(), CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            shown = sorted(book.sheets_metadata, key=lambda each: _is_hidden(each.visible))
            sheets = [(each.name, book.get_sheet_by_name(each.name)) for each in shown]
            return [(title, _whole(sheet), _tall(sheet)) for title, sheet in sheets]
    except PasswordError as error:
        raise RuleBroken(_LOCKED, name=name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise RuleBroken(_LOCKED if _ENCRYPTED in data else _BROKEN, name=name) from error
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


def _is_hidden(visible: object) -> bool:
    return not str(visible).endswith(".Visible")


def _tall(sheet: Any) -> tuple[tuple[int, int, int], ...]:  # noqa: ANN401 - a library without types
    ranges = sheet.merged_cell_ranges or ()
    return tuple(
        (left, top, bottom)
        for (top, left), (bottom, right) in ranges
        if left == right and bottom > top
    )


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


def _text(name: str, suffix: str, data: bytes) -> str:
    """Return the text of a file; a workbook by name may be one in truth, as some programs save."""
    text = _decoded(data)
    broken = _BROKEN if suffix in BOOKS else _OTHER
    if "\0" in text or (suffix in BOOKS and not _is_table(text)):
        raise RuleBroken(broken, name=name)
    return text


def _is_table(text: str) -> bool:
    """Say whether text is a table: a web page with one, or lines with as many cells each."""
    lines = [line for line in text[:20_000].splitlines()[:50] if line.strip()]
    mark = _delimiter(text)
    alike = len({line.count(mark) for line in lines[:-1]}) == 1 and mark in text
    return is_page(text) or (len(lines) > 1 and alike)


def _text_rows(name: str, text: str) -> Iterator[tuple[Cell, ...]]:
    said = _SAID.match(text)
    delimiter = said[1] if said else _delimiter(text)
    if text.count(delimiter) + text.count("\n") > MOST_VALUES:
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
