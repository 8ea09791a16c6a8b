"""The blocks that fill a page from the top: clauses side by side, headings, rows of tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kunjungan.documents.setting.centred import line_width
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.setting.scripts.bidi import leftward

if TYPE_CHECKING:
    from kunjungan.documents.pdf.ink import Ink
    from kunjungan.documents.sheet import Sheet

_PALE = 0.5


class Part(NamedTuple):
    """The lines of one block that stand together on a page, and the top of the part."""

    block: "Block"
    start: int
    stop: int
    top: float
    again: bool = False
    """True for a table's head that is repeated at the top of a page."""


class Pen(NamedTuple):
    """What a block draws with, and where."""

    ink: "Ink"
    sheet: "Sheet"
    languages: tuple[str, ...]
    """The language of each column."""


class Block(Protocol):
    """Something the pager sets under what stands before it, whole or cut after a line.

    Where it stands is the pager's to choose, how high it is and how it is drawn its own.
    """

    @property
    def piece(self) -> int: ...  # its number among the pieces of the content, from 0
    @property
    def count(self) -> int: ...  # how many lines it has, at least 1
    @property
    def before(self) -> float: ...  # white above it in points, dropped at the top of a page
    @property
    def keep_next(self) -> bool: ...  # at least the next block's beginning stands on its page
    @property
    def closing(self) -> bool: ...  # it stands on one page with the signatures
    @property
    def fresh(self) -> bool: ...  # it begins a page of its own: an annex
    @property
    def ruled(self) -> bool: ...  # the hairline between the columns runs beside it
    @property
    def head(self) -> Sequence["Block"]: ...  # what stands again above it where it begins a page
    @property
    def cut(self) -> Sequence[str]: ...  # texts that had to be cut, or narrowed beyond reading

    def height(self, start: int, stop: int) -> float:
        """Return the height in points of a part of its lines."""

    def least(self, start: int = 0) -> int:
        """Return the fewest lines from ``start`` that may stand before a break; all if no break."""

    def most(self, start: int, room: float) -> int:
        """Return the most lines, short of all, that may stand in ``room`` points; 0 if none."""

    def draw(self, pen: Pen, part: Part) -> None:
        """Draw the lines of one part, every line tagged or an artifact (``Ink``)."""


@dataclass(slots=True)
class Row:
    """One clause in every column; all begin on the same baseline and break after the same line."""

    piece: int
    columns: tuple[tuple[Line, ...], ...]
    indent: float
    """Where the text begins, in points from the edge of its column at which lines begin."""
    marker_at: float
    markers: tuple[Line | None, ...]
    before: float
    lead: float
    role: str = "P"
    """What it is to who reads the structure: H1, H2 or P."""
    keep_next: bool = False
    closing: bool = False
    fresh: bool = False
    pale: tuple[bool, ...] = (False, False)
    """For each column whether its words only stand in for a text that is not written yet."""
    cut: Sequence[str] = ()

    head: Sequence[Block] = ()

    ruled = True

    @property
    def count(self) -> int:
        """How many lines of the grid the row takes; an empty row takes one."""
        return max(1, *map(len, self.columns))

    @property
    def centred(self) -> bool:
        """True for headings."""
        return self.role != "P"

    @property
    def solid(self) -> bool:
        """True when the row may not be divided."""
        return self.centred or self.closing

    def legal(self, start: int, taken: int) -> bool:
        """True when the row may break after ``taken`` more lines, in all its columns."""
        if self.solid:
            return False
        return all(_legal(len(column) - start, taken) for column in self.columns)

    def height(self, start: int, stop: int) -> float:
        """Return the height in points of a part of its lines."""
        return (stop - start) * self.lead

    def least(self, start: int = 0) -> int:
        """Return the fewest lines that may stand here before a break; all if there is none."""
        rest = self.count - start
        return next((taken for taken in range(2, rest) if self.legal(start, taken)), rest)

    def most(self, start: int, room: float) -> int:
        """Return the most lines, short of all, that may stand in ``room`` points; 0 if none."""
        most = min(int(room / self.lead), self.count - start - 1)
        return next((taken for taken in range(most, 1, -1) if self.legal(start, taken)), 0)

    def draw(self, pen: Pen, part: Part) -> None:
        """Draw its lines, column after column."""
        for column, lines in enumerate(self.columns):
            shown = lines[part.start : part.stop]
            if shown or (self.markers[column] and not part.start):
                with pen.ink.tagged(self.role, pen.languages[column], key=self.piece):
                    self._draw(pen, column, shown, part)

    def _draw(self, pen: Pen, column: int, lines: tuple[Line, ...], part: Part) -> None:
        ink, sheet, edge = pen.ink, pen.sheet, pen.sheet.edge(column)
        baseline, mirrored = part.top - sheet.ascent, leftward(pen.languages[column])
        marker = None if part.start else self.markers[column]
        if marker is not None and mirrored:
            right = edge + sheet.measure - self.marker_at
            ink.line(right - line_width(ink.faces, marker), baseline, marker)
        elif marker is not None:
            ink.line(edge + self.marker_at, baseline, marker)
        pale = self.pale[column]
        for number, line in enumerate(lines):
            ink.canvas.setFillGray(_PALE if pale and (number or not self.centred) else 0)
            y = baseline - number * self.lead
            if self.centred:
                ink.centred(edge + sheet.measure / 2, y, line)
            else:
                ink.line(edge if mirrored else edge + self.indent, y, line)
        ink.canvas.setFillGray(0)


def _legal(rest: int, taken: int) -> bool:
    """Two lines at least on either side, or none of the column left over."""
    return rest <= taken or (taken >= 2 and rest - taken >= 2)
