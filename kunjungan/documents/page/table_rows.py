"""The rows of a table as blocks of a page: where they may break, and how they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kunjungan.documents.page.rows import Block, Part, Pen
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import line_width
from kunjungan.documents.setting.lines import Line

PADDING = 5.0
"""White in a row besides that of its lines, in points; above and below together."""
LEADING = 1.3
"""From one baseline to the next, in type sizes."""
_WHOLE = 10
"""Rows of up to so many lines are never divided."""
_CAPITALS, _INK = 0.68, 0.88
"""How high capitals are, and how far a line reaches from there down, in type sizes."""

HEAVY, MIDDLE, THIN = 0.8, 0.5, 0.3
"""The rules round a table, under its head and between its rows, in points."""

Paragraph = tuple[str, tuple[Line, ...]]
"""The lines of one paragraph of a cell, after the language they are in."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its paragraphs one under the other, at its place in the width of the page."""

    left: float
    width: float
    paragraphs: tuple[Paragraph, ...]
    flush_right: bool = False
    """True for figures, and for what is read from right to left."""

    @property
    def lines(self) -> list[tuple[str, Line]]:
        """All lines from top to bottom, each with its language."""
        return [(language, line) for language, lines in self.paragraphs for line in lines]

    @property
    def count(self) -> int:
        """How many lines it has."""
        return sum(len(lines) for _, lines in self.paragraphs)

    def legal(self, start: int, stop: int) -> bool:
        """True when it may break before line ``stop``: no line of it stands alone on either side.

        That holds for the cell and for each of its paragraphs.
        """
        if not _two(start, stop, self.count):
            return False
        first = 0
        for _, lines in self.paragraphs:
            last = first + len(lines)
            if first < stop < last and not _two(max(first, start), stop, last):
                return False
            first = last
        return True


def _two(start: int, stop: int, last: int) -> bool:
    """Two lines at least on either side, or none left over."""
    return stop >= last or (stop - start >= 2 and last - stop >= 2)


@dataclass(slots=True)
class TableRow:
    """One row of a table; a head is not divided, and stands again where a page begins with a row.

    ``over`` and ``under`` are the rules above and below it, 0 for none; ``below`` is white under
    the table's last row. ``cut`` names texts with a word wider than its column.
    """

    piece: int
    cells: tuple[Cell, ...]
    cut: tuple[str, ...]
    size: float
    role: str = "TD"
    before: float = 0.0
    over: float = 0.0
    under: float = THIN
    below: float = 0.0
    head: Sequence[Block] = ()

    closing = fresh = ruled = False

    @property
    def count(self) -> int:
        """How many lines it has; an empty row has one."""
        return max(1, *(cell.count for cell in self.cells))

    @property
    def lead(self) -> float:
        """From one of its baselines to the next, in points."""
        return self.size * LEADING

    @property
    def keep_next(self) -> bool:
        """True for a head: a row stands under it on the same page."""
        return self.role == "TH"

    def height(self, start: int, stop: int) -> float:
        """Return the height in points of a part of its lines."""
        return (stop - start) * self.lead + PADDING + self.below

    def least(self, start: int = 0) -> int:
        """Return the fewest lines from ``start`` that may stand before a break; all if no break."""
        rest = self.count - start
        return next((taken for taken in range(2, rest) if self._legal(start, taken)), rest)

    def most(self, start: int, room: float) -> int:
        """Return the most lines, short of all, that may stand in ``room`` points; 0 if none."""
        most = min(int((room - PADDING - self.below) / self.lead), self.count - start - 1)
        return next((taken for taken in range(most, 1, -1) if self._legal(start, taken)), 0)

    def _legal(self, start: int, taken: int) -> bool:
        if self.role == "TH" or self.count <= _WHOLE:
            return False
        return all(cell.legal(start, start + taken) for cell in self.cells)

    def draw(self, pen: Pen, part: Part) -> None:
        """Draw the lines of one part, cell after cell, and the rules of the row."""
        for column, cell in enumerate(self.cells):
            shown = list(self._shown(cell, part))
            if part.again:
                with pen.ink.artifact("Pagination"):
                    self._write(pen.ink, cell, shown)
                continue
            for language in pen.languages:
                own = [each for each in shown if each[0] == language]
                if own or not part.start:
                    with pen.ink.tagged(self.role, language, key=(self.piece, column)):
                        self._write(pen.ink, cell, own)
        with pen.ink.artifact():
            self._draw_rules(pen, part)

    def _shown(self, cell: Cell, part: Part) -> Iterator[tuple[str, Line, float]]:
        """Yield the lines of a cell in a part with their baselines; in a head they stand low."""
        white = (self.lead + PADDING - _INK * self.size) / 2
        first = part.top - white - _CAPITALS * self.size
        lower = self.count - cell.count if self.role == "TH" else 0
        for number, (language, line) in enumerate(cell.lines[part.start : part.stop]):
            yield language, line, first - (number + lower) * self.lead

    @staticmethod
    def _write(ink: Ink, cell: Cell, lines: list[tuple[str, Line, float]]) -> None:
        for _, line, y in lines:
            spare = cell.width - line_width(ink.faces, line) if cell.flush_right else 0.0
            ink.line(cell.left + spare, y, line)

    def _draw_rules(self, pen: Pen, part: Part) -> None:
        """Draw the rule above the row and, where it ends, that below it."""
        over = self.over if part.start == 0 else 0.0
        under = self.under if part.stop == self.count else 0.0
        bottom = part.top - self.height(part.start, part.stop) + self.below
        left = min(cell.left for cell in self.cells)
        right = max(cell.left + cell.width for cell in self.cells)
        for thick, y in ((over, part.top), (under, bottom)):
            if thick:
                pen.ink.canvas.setLineWidth(thick)
                pen.ink.canvas.line(left, y, right, y)
