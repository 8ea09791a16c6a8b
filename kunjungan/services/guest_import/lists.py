"""Opens a guest list: a file of any make, or text as it was pasted. Nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.guest_cells import Unsaved
from kunjungan.domain.guest_heads import (
    GuestField,
    find_head,
    head_columns,
    is_all_heads,
    is_head_line,
)
from kunjungan.domain.guest_text import pasted_rows
from kunjungan.domain.register_cells import Cell
from kunjungan.domain.register_heads import column_letters
from kunjungan.exchange.sheets import Sheet, read_sheets, read_text
from kunjungan.i18n import later, tr

MOST_ROWS = 5_000
"""The window takes no list that is longer (office practice); the command line may."""
_WIDEST = 60
"""A second table beside the first begins within so many columns."""
_LINES = 4
"""So many lines of text may tell of one guest; longer text is refused before it is read."""
_TOO_LONG = later(
    "“{sheet}” has {count} rows; a guest list has at most {most}. Nothing was read. "
    "Split the list, or keep only the guests in it."
)
_NO_SHEET = later("There is no sheet “{sheet}” in “{name}”.")
_NOBODY = later("The pasted text names nobody. Nothing was read; copy the list itself.")


@dataclass(frozen=True, slots=True)
class GuestSheet:
    """A sheet of a list: its rows as they stand, and where its head is (from 0; -1: none found).

    ``tall`` are cells merged over several rows: the column, the first and the last row; ``hidden``
    are the numbers (from 1) of rows below the head that are read although Excel hides them, and
    ``hidden_columns`` the letters of such columns.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    head: int
    tall: tuple[tuple[int, int, int], ...] = ()
    hidden: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()

    @property
    def below(self) -> int:
        """How many rows stand below the head."""
        return len(self.rows) - self.head - 1

    def titles(self, head: int) -> tuple[Cell, ...]:
        """Return the heads of the columns in a row, none for -1."""
        return self.rows[head] if 0 <= head < len(self.rows) else ()


@dataclass(frozen=True, slots=True)
class GuestList:
    """A list as it came: its file's name, its sheets, and the pasted lines that name nobody.

    ``paired`` guests of a pasted list were two lines each, a post and a name.
    """

    name: str
    sheets: tuple[GuestSheet, ...]
    left: tuple[str, ...] = ()
    paired: int = 0

    @property
    def best(self) -> GuestSheet:
        """The first sheet with the head of a guest list, else the first."""
        return next((each for each in self.sheets if each.head >= 0), self.sheets[0])

    def beside(self, read: GuestSheet) -> list[GuestSheet]:
        """Return the other sheets that hold guests, which are not read with this one."""
        return [each for each in self.sheets if each != read and each.head >= 0 and each.below]

    def sheet(self, name: str = "") -> GuestSheet:
        """Return the sheet of a name, the best one without; NotFound where there is none."""
        if not name:
            return self.best
        found = next((each for each in self.sheets if each.name == name), None)
        if found is None:
            raise NotFound(_NO_SHEET, sheet=name, name=self.name)
        return found


def open_list(source: Path | str, *, most: int | None = MOST_ROWS) -> GuestList:
    """Read a file, or pasted text, of at most ``most`` guests (None: any number).

    Longer sheets beside the list, such as one of codes, are left out.

    Raises:
        RuleBroken: it is no table, locked, damaged, empty, too large, or names nobody.
        Unavailable: the file cannot be opened, as when Excel holds it.
    """
    opened = _pasted(source, most) if isinstance(source, str) else _file(source, most)
    if most is None:
        return opened
    best = opened.best
    if best.below > most:
        raise RuleBroken(_TOO_LONG, sheet=best.name, count=best.below, most=most)
    fitting = tuple(sheet for sheet in opened.sheets if sheet.below <= most)
    return replace(opened, sheets=fitting)


def _file(path: Path, most: int | None) -> GuestList:
    """Return what a file holds; one of plain text may be a list from a messenger."""
    if path.suffix.casefold() == ".txt":
        return replace(_pasted(read_text(path), most), name=path.name)
    return GuestList(
        path.name, tuple(table for sheet in read_sheets(path) for table in _tables(sheet))
    )


def _tables(sheet: Sheet) -> list[GuestSheet]:
    """Return the table of a sheet, and one that stands beside it as a sheet of its own."""
    whole = _sheet(sheet)
    cut = _second(whole.titles(whole.head))
    if not cut:
        return [whole]
    left = tuple(row[:cut] for row in whole.rows)
    right = tuple((*[None] * min(cut, len(row)), *row[cut:]) for row in whole.rows)
    return [
        replace(whole, rows=left, tall=()),
        replace(whole, rows=right, tall=(), name=f"{whole.name} (2)"),
    ]


def _second(head: Sequence[Cell]) -> int:
    """Return from which column on a head is that of a second table, after a gap; 0 for none."""
    gaps = (at + 1 for at, cell in enumerate(head[:_WIDEST]) if at and cell is None)
    return next((at for at in gaps if _names(head[:at]) and _names(head[at:])), 0)


def _names(head: Sequence[Cell]) -> bool:
    """Say whether a head is that of a whole table, which has a column of names."""
    named = any(column.field is GuestField.NAME for column in head_columns(head).values())
    return named and is_head_line(head)


def _sheet(sheet: Sheet) -> GuestSheet:
    rows = [list(row) for row in sheet.rows]
    for place, column in sheet.unsaved:
        row = rows[place]
        row.extend([None] * (column + 1 - len(row)))
        row[column] = Unsaved(sheet.unsaved[place, column])
    whole = tuple(map(tuple, rows))
    head = find_head(whole)
    hidden = tuple(place + 1 for place in sorted(sheet.hidden) if head < place < len(whole))
    filled = {at for row in whole[head + 1 :] for at, cell in enumerate(row) if cell is not None}
    columns = tuple(column_letters(at) for at in sorted(sheet.hidden_columns & filled))
    return GuestSheet(sheet.name, whole, head, sheet.tall, hidden, columns)


def _pasted(text: str, most: int | None) -> GuestList:
    lines = text.count("\n") + 1
    if most is not None and lines > most * _LINES:
        raise RuleBroken(_TOO_LONG, sheet=tr("Pasted text"), count=lines, most=most)
    read = pasted_rows(text)
    if not read.rows:
        raise RuleBroken(_NOBODY)
    name = tr("Pasted text")
    head = 0 if is_all_heads(read.rows[0]) else find_head(read.rows)
    return GuestList(name, (GuestSheet(name, read.rows, head),), read.left, read.paired)
