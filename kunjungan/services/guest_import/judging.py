"""Looks a guest list through, row by row: what would come in, what is known, what is wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from kunjungan.domain.guest_aside import only_numbers, row_words, rows_aside
from kunjungan.domain.guest_cells import holds_body, holds_post, is_nothing
from kunjungan.domain.guest_entry import GuestEntry
from kunjungan.domain.guest_heads import (
    Column,
    Columns,
    GuestField,
    head_columns,
    is_all_heads,
    is_head_line,
)
from kunjungan.domain.guest_made import Reading
from kunjungan.domain.guest_rows import CellFault, read_row
from kunjungan.domain.register_cells import Cell, text_of
from kunjungan.i18n import later
from kunjungan.services.guest_import.judged import (
    Choices,
    Judged,
    JudgedRow,
    State,
    Target,
)
from kunjungan.services.guest_import.known import Known
from kunjungan.services.guest_import.links import linked
from kunjungan.services.guest_import.lists import GuestSheet
from kunjungan.services.guest_import.matching import Matching
from kunjungan.services.guest_import.steps import Progress, in_steps
from kunjungan.services.guest_import.whole_rows import WholeRows
from kunjungan.services.office import Office

F = GuestField
_NUMBERING = re.compile(r"(?i)(\d{1,5}|[ivxlc]+|[a-z])[.)]?")
_MAYBE_HEAD = ("nama", "name", "peserta", "jabatan", "posi", "post", "job", "title")
"""Without any of these no cell of a row is the head of a column of people; it is quick to tell."""
_NO_HOME = later("No delegation of this visit is of “{body}”. Add it, or say where the row goes.")
_NO_BODY = later("The row does not say of which delegation it is.")
_ELSEWHERE = later("The row is of “{body}” and not of this delegation.")


@dataclass(frozen=True, slots=True)
class Table:
    """The part of a sheet that is judged: below its head (-1: none), by its columns."""

    sheet: GuestSheet
    head: int
    columns: Columns


def judge(
    office: Office,
    target: Target,
    table: Table,
    choices: Choices | None = None,
    *,
    known: Known | None = None,
    progress: Progress | None = None,
) -> Judged:
    """Return how it stands with every row below the head; nothing is written.

    ``known`` saves the reading of what the office knows where a list is judged again and again.

    Raises:
        NotFound: the visit is gone.
        Halted: ``progress`` said so.
    """
    chosen = choices or Choices()
    there = known or look_up(office, target.visit_id)
    work = _Work(target, table, chosen, there, Matching(there, chosen))
    rows = tuple(
        row for place in in_steps(_below(table), progress) if (row := work.row(place)) is not None
    )
    titles = table.sheet.titles(table.head)
    seen = frozenset(there.listed)
    return Judged(target, titles, table.columns, work.paired(rows), chosen, seen, work.aside)


def look_up(office: Office, visit_id: UUID) -> Known:
    """Return what the office knows, to judge several times by; NotFound where the visit is gone."""
    return Known.of(office, visit_id)


def _below(table: Table) -> range:
    return range(table.head + 1, len(table.sheet.rows))


@dataclass(slots=True)
class _Work:
    """The judging of one list; ``body`` is the institution in the heading above the row."""

    target: Target
    table: Table
    choices: Choices
    known: Known
    matching: Matching
    body: str = ""
    titles: tuple[Cell, ...] = field(init=False)
    reading: Reading = field(init=False)
    aside: dict[int, str] = field(init=False)
    columns: Columns = field(init=False)
    whole: WholeRows = field(init=False)

    def __post_init__(self) -> None:
        """Keep the heads, for one that is printed again is no guest, and how rows are read.

        A list with precedence classes is one of our own: it says all there is as it is.
        """
        sheet, self.columns = self.table.sheet, self.table.columns
        self.titles = sheet.titles(self.table.head)
        self.whole = WholeRows(sheet)
        for row in sheet.rows[: self.table.head] if self.target.delegation_id is None else ():
            self._heading([cell for cell in row if cell is not None])
        self.body = next(filter(self.known.home, (self.body, sheet.name)), "")
        below = rows_aside(sheet.rows, self.table.head + 1, self.columns)
        self.aside = {place + 1: words for place, words in below.items()}
        fields = {column.field for column in self.table.columns.values()}
        self.reading = Reading(
            self.choices.split and F.GROUP not in fields,
            self.choices.announced,
            titled=not fields.isdisjoint({F.TITLES_FRONT, F.TITLES_BACK}),
            is_home=self.known.is_home,
            local_rank=self.known.local_rank,
        )

    def row(self, place: int) -> JudgedRow | None:
        """Return how it stands with a row; None for one that is no guest's at all."""
        number = place + 1
        if number in self.aside or place in self.whole.taken:
            return None
        cells = self._edited(number, self.whole.row(place, self.columns))
        second = place == self.table.head + 1 and is_all_heads(cells)
        if second or self._is_furniture(number, cells):
            return None
        read = read_row(cells, self.columns, self.reading)
        if read.entry is None:
            return self._faulty(number, cells, read.fault or CellFault(F.NAME, _NO_BODY))
        home, fault = self._home(read.entry)
        if fault is not None:
            return self._faulty(number, cells, fault)
        row = JudgedRow(
            number=number,
            cells=cells,
            state=State.READY,
            writes=True,
            entry=read.entry,
            delegation_id=home,
        )
        if read.remark is not None:
            row = self._said(row, read.remark)
        return self.matching.matched(row)

    def paired(self, rows: Sequence[JudgedRow]) -> tuple[JudgedRow, ...]:
        """Return the rows with those marked whose double stands further down."""
        return linked(tuple(self.matching.settled(rows)), self.known, self.choices)

    def _edited(self, number: int, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        edits = {at: text for (row, at), text in self.choices.edits.items() if row == number}
        if not edits:
            return tuple(cells)
        width = max(len(cells), *(at + 1 for at in edits))
        whole: list[Cell] = [*cells, *[None] * (width - len(cells))]
        for at, text in edits.items():
            whole[at] = text or None
        return tuple(whole)

    def _is_furniture(self, number: int, cells: Sequence[Cell]) -> bool:
        """Say whether a row is empty, a head printed again, a line of column numbers, a heading.

        A heading names the institution of the rows below it.
        """
        filled = [cell for cell in cells if cell is not None]
        if len(filled) <= _SHORT and self._heading(filled):
            return True
        said = (text_of(cells[at]) for at in self.columns if at < len(cells))
        if all(map(is_nothing, said)):
            if not only_numbers(cells):
                self.aside[number] = row_words(cells)
            return True
        return _same(cells, self.titles) or _counts(filled) or self._is_head(cells)

    def _is_head(self, cells: Sequence[Cell]) -> bool:
        """Say whether a row is the head of another table; what follows goes by its columns."""
        line = "\n".join(cell for cell in cells if isinstance(cell, str)).casefold()
        if not any(word in line for word in _MAYBE_HEAD) or not is_head_line(cells):
            return False
        found = head_columns(cells)
        if any(
            self.columns.get(at, _NONE).field is not column.field for at, column in found.items()
        ):
            self.columns = found
        return True

    def _heading(self, filled: Sequence[Cell]) -> bool:
        texts = [text_of(cell) for cell in filled]
        words = [text for text in texts if not _NUMBERING.fullmatch(text)]
        if len(words) != 1 or not holds_body(words[0]) or holds_post(words[0]):
            return False
        if self.known.home(words[0]) is None and not holds_body(" ".join(words[0].split()[:2])):
            return False
        self.body = words[0]
        return True

    def _home(self, entry: GuestEntry) -> tuple[UUID | None, CellFault | None]:
        """Return the delegation of a row, or why it has none here."""
        if self.target.own:
            return None, None
        body = entry.text(F.BODY) or self.body
        said = self.known.home(body) if body else None
        host, wanted = said is None and self.known.is_host(body), self.target.delegation_id
        if wanted is not None and (host or said not in (None, wanted)):
            return None, CellFault(F.BODY, _ELSEWHERE, {"body": body})
        if wanted is None and said is None and not host:
            return None, CellFault(F.BODY, _NO_HOME if body else _NO_BODY, {"body": body})
        return wanted or said, None

    def _faulty(self, number: int, cells: tuple[Cell, ...], fault: CellFault) -> JudgedRow:
        return self._said(JudgedRow(number=number, cells=cells, state=State.BAD), fault)

    def _said(self, row: JudgedRow, fault: CellFault) -> JudgedRow:
        return replace(
            row, reason=fault.message, values=fault.values, column=self._column(fault.where)
        )

    def _column(self, what: GuestField) -> int | None:
        found = (at for at, column in self.columns.items() if column.field is what)
        return next(found, None)


_NONE = Column(F.NOTE, sure=False)


_SHORT = 3
"""A heading of an institution has its name, and perhaps a number before it."""


def _same(cells: Sequence[Cell], titles: Sequence[Cell]) -> bool:
    """Say whether a row is the head of the table, printed again."""
    return bool(titles) and tuple(cells[: len(titles)]) == tuple(titles)


def _counts(filled: Sequence[Cell]) -> bool:
    """Say whether a row only numbers the columns: 1, 2, 3, 4."""
    if len(filled) <= 2 or text_of(filled[0]) != "1":
        return False
    return [text_of(cell) for cell in filled] == [str(at) for at in range(1, len(filled) + 1)]
