"""The parts of a plain office paper: set lines that stay together, each as high as it needs."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kunjungan.documents.office.both_words import both_lines
from kunjungan.documents.office.content import Column, Said, Table
from kunjungan.documents.office.sheet import (
    ASCENT,
    LEAD,
    PAD,
    SIZE,
    SMALL,
    SMALL_LEAD,
    TITLE,
    TITLE_LEAD,
    OfficeSheet,
)
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import (
    balanced_lines,
    filled_lines,
    line_width,
    too_wide,
)
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual

_LABEL = 0.26
"""The width of the labels before facts, in parts of the text."""
_STROKES = re.compile(r"[^/]+/?|/")
"""The parts of a number such as 415.4/0061-KSD/2022."""
_HEAVY, _THIN, _SHADE = 0.8, 0.35, 0.93

Set = tuple[str, Line]
"""A set line after the language it is in."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines between two edges."""

    left: float
    width: float
    lines: tuple[Set, ...]
    side: Literal["left", "right", "middle"] = "left"

    def parts(self, most: int) -> Iterator["Cell"]:
        """Yield the cell in parts of at most so many lines."""
        for start in range(0, max(len(self.lines), 1), most):
            yield Cell(self.left, self.width, self.lines[start : start + most], self.side)


@dataclass(frozen=True, slots=True)
class Block:
    """What no page divides: cells side by side, heights in points.

    ``head`` stands again where a page begins with it, ``row`` names a row of a table and is -1
    outside of one; ``keep`` holds it on the page of what follows.
    """

    cells: tuple[Cell, ...]
    lead: float
    least: float = 0.0
    over: float = 0.0
    pad: float = 0.0
    row: int = -1
    role: str = "P"
    head: tuple["Block", ...] = ()
    keep: bool = False

    @property
    def height(self) -> float:
        """Its height with the white over it."""
        lines = max((len(cell.lines) for cell in self.cells), default=0)
        return self.over + max(self.least, lines * self.lead + 2 * self.pad)

    def within(self, room: float) -> list["Block"]:
        """Return it as parts none of which is higher than ``room``."""
        if self.height <= room:
            return [self]
        most = max(1, int((room - self.over - 2 * self.pad) / self.lead))
        split = [list(cell.parts(most)) for cell in self.cells]
        return [
            Block(
                tuple(
                    parts[at] if at < len(parts) else Cell(parts[0].left, parts[0].width, ())
                    for parts in split
                ),
                self.lead,
                pad=self.pad,
                row=self.row,
                role=self.role,
                head=self.head,
            )
            for at in range(max(map(len, split)))
        ]

    def draw(self, ink: Ink, top: float, *, again: bool = False) -> None:
        """Draw it under ``top``; a head that stands ``again`` is no part of the text."""
        top -= self.over
        if self.role == "TH":
            self._shade(ink, top)
        for column, cell in enumerate(self.cells):
            for number, (language, line) in enumerate(cell.lines):
                y = top - self._white(cell) - number * self.lead - ASCENT * line.size
                key = (self.row, column) if self.row >= 0 else None
                tag = ink.tagged(self.role, language, key=key)
                with ink.artifact("Pagination") if again else tag:
                    ink.line(_start(ink.faces, cell, line), y, line)
        if self.row >= 0:
            self._rule(ink, top)

    def _white(self, cell: Cell) -> float:
        """Return the white over a cell's lines: in heads and in rows of one height as under."""
        if self.role == "TH" or self.least:
            return (self.height - self.over - len(cell.lines) * self.lead) / 2
        return self.pad

    def _shade(self, ink: Ink, top: float) -> None:
        left, right = self._sides
        high = self.height - self.over
        with ink.artifact():
            ink.canvas.setFillGray(_SHADE)
            ink.canvas.rect(left, top - high, right - left, high, stroke=0, fill=1)
            ink.canvas.setFillGray(0)

    @property
    def _sides(self) -> tuple[float, float]:
        """The left edge of a row and the right one."""
        last = self.cells[-1]
        return self.cells[0].left - PAD, last.left + last.width + PAD

    def _rule(self, ink: Ink, top: float) -> None:
        """Draw the rules round the cells of a table's row."""
        bottom = top - self.height + self.over
        edges = [cell.left - PAD for cell in self.cells]
        right = self._sides[1]
        with ink.artifact():
            ink.canvas.setLineWidth(_HEAVY if self.role == "TH" else _THIN)
            ink.canvas.line(edges[0], bottom, right, bottom)
            if self.role == "TH":
                ink.canvas.line(edges[0], top, right, top)
            ink.canvas.setLineWidth(_THIN)
            for x in (*edges, right):
                ink.canvas.line(x, top, x, bottom)


def _start(faces: FaceCase, cell: Cell, line: Line) -> float:
    spare = cell.width - line_width(faces, line)
    return cell.left + {"left": 0.0, "right": spare, "middle": spare / 2}[cell.side]


class Setter:
    """Sets the words of one paper into blocks."""

    def __init__(self, faces: FaceCase, sheet: OfficeSheet) -> None:
        self._faces = faces
        self.sheet = sheet
        self._rows = 0

    def title(self, words: Bilingual) -> Block:
        """Return the title: capitals, the English slanted behind or under them."""
        lines = self._both(words, "bold", TITLE)
        cell = Cell(self.sheet.left, self.sheet.measure, lines, "middle")
        return Block((cell,), TITLE_LEAD, role="H1", keep=True)

    def about(self, words: Bilingual) -> Block:
        """Return a line under the title."""
        lines = self._set(words, ("regular", "italic"), SIZE, self.sheet.measure, balanced_lines)
        cell = Cell(self.sheet.left, self.sheet.measure, lines, "middle")
        return Block((cell,), LEAD, over=2.0, keep=True)

    def fact(self, label: Bilingual, value: Said) -> Block:
        """Return a label and what it says."""
        left, measure = self.sheet.left, self.sheet.measure
        wide = measure * _LABEL
        named = both_lines(self._faces, label, "regular", SIZE, wide - 12)
        colon = self._set(":", ("regular", "italic"), SIZE, 8, filled_lines)
        said = self._set(value, ("regular", "italic"), SIZE, measure - wide, balanced_lines)
        cells = (
            Cell(left, wide - 12, tuple(("id", line) for line in named)),
            Cell(left + wide - 8, 8, colon),
            Cell(left + wide, measure - wide, said),
        )
        return Block(cells, LEAD, over=1.5)

    def note(self, words: Bilingual) -> Block:
        """Return a paragraph under the tables."""
        lines = self._set(words, ("regular", "italic"), SMALL, self.sheet.measure, filled_lines)
        return Block((Cell(self.sheet.left, self.sheet.measure, lines),), SMALL_LEAD, over=7.0)

    def said(self, words: Said, width: float, *, bold: bool = False) -> tuple[Set, ...]:
        """Return words set as text in so much width."""
        keys: tuple[FaceKey, FaceKey] = ("bold" if bold else "regular", "italic")
        return self._set(words, keys, SIZE, width, filled_lines)

    def table(self, table: Table) -> list[Block]:
        """Return the rows of a table; each knows the head that stands again over it."""
        over = 12.0
        blocks = []
        if table.title is not None:
            blocks.append(self.heading(table.title, over))
            over = 4.0
        heads = [column.head for column in table.columns]
        head = self._row(table.columns, heads, role="TH", over=over, keep=True)
        blocks.append(head)
        least, last = table.least_mm * MM, len(table.rows) - 2
        again = (self._row(table.columns, heads, role="TH"),)
        rows = (
            self._row(table.columns, said, least=least, head=again, keep=at == last)
            for at, said in enumerate(table.rows)
        )
        return [*blocks, *rows]

    def heading(self, words: Bilingual, over: float) -> Block:
        """Return a title within the paper; it keeps with what follows."""
        cell = Cell(self.sheet.left, self.sheet.measure, self._both(words, "bold", SIZE))
        return Block((cell,), LEAD, over=over, role="H2", keep=True)

    def _both(self, words: Bilingual, key: FaceKey, size: float) -> tuple[Set, ...]:
        """Return both languages on one line, or under each other where it is too short."""
        lines = both_lines(self._faces, words, key, size, self.sheet.measure)
        return tuple(("id", line) for line in lines)

    def _row(self, columns: Sequence[Column], said: Sequence[Said], **more: object) -> Block:
        role = str(more.get("role", "TD"))
        keys: tuple[FaceKey, FaceKey] = ("bold" if role == "TH" else "regular", "italic")
        edges, cells = self.sheet.edges(columns), list[Cell]()
        for at, (column, words) in enumerate(zip(columns, said, strict=True)):
            left, width = edges[at] + PAD, edges[at + 1] - edges[at] - 2 * PAD
            lines = self._set(words, keys, SMALL, width, filled_lines)
            cells.append(Cell(left, width, lines, column.side))
        self._rows += 1
        settings: dict[str, object] = {"role": role, "row": self._rows, "pad": PAD, **more}
        return Block(tuple(cells), SMALL_LEAD, **settings)  # type: ignore[arg-type]

    def _set(
        self,
        said: Said,
        keys: tuple[FaceKey, FaceKey],
        size: float,
        width: float,
        lines: Callable[[FaceCase, str, FaceKey, float, float], list[Line]],
    ) -> tuple[Set, ...]:
        """Return the lines of words; the English follows where it says something else."""
        both = said if isinstance(said, Bilingual) else Bilingual(said, said)
        texts = [("id", both.id, keys[0])]
        if both.en.strip() and both.en != both.id:
            texts.append(("en", both.en, keys[1]))
        return tuple(
            (language, line)
            for language, text, key in texts
            for part in text.split("\n")
            for piece in number_pieces(self._faces, part, key, size, width)
            for line in lines(self._faces, piece, key, size, width)
        )


def number_pieces(
    faces: FaceCase, text: str, key: FaceKey, size: float, width: float
) -> Iterator[str]:
    """Yield a text whole, a number that is too wide in pieces that end behind a stroke."""
    if " " in text or not too_wide(faces, text, key, size, width):
        yield text
        return
    piece = ""
    for part in _STROKES.findall(text):
        if piece and too_wide(faces, piece + part, key, size, width):
            yield piece
            piece = ""
        piece += part
    yield piece
