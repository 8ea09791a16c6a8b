"""The sheet of a plain office paper: its margins, its type, and where its columns stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from kunjungan.documents.office.content import Column, OfficePaper
from kunjungan.documents.sheet import MM

SIZE, LEAD = 9.5, 12.4
SMALL, SMALL_LEAD = 8.6, 11.2
"""The type of a text and that of a table, and from one baseline to the next, in points."""
TITLE, TITLE_LEAD = 13.0, 17.0
PAD = 3.0
"""White inside a cell, at every side, in points."""
ASCENT = 0.76
"""From the top of a line to its baseline, in type sizes."""
_BINDING, _EDGE, _TOP, _BOTTOM = 25 * MM, 15 * MM, 18 * MM, 20 * MM
FOOT = 11 * MM
"""The baseline of the foot over the lower edge."""


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """One page, in points from its lower left corner; the binding is at the left."""

    width: float
    height: float
    left: float = _BINDING
    bottom: float = _BOTTOM

    @property
    def right(self) -> float:
        """The right edge of the text."""
        return self.width - _EDGE

    @property
    def top(self) -> float:
        """The upper edge of the text."""
        return self.height - _TOP

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The middle of the text."""
        return (self.left + self.right) / 2

    def edges(self, columns: Sequence[Column]) -> list[float]:
        """Return the left edge of every column, and after them the right edge of the last."""
        whole = sum(column.share for column in columns)
        edges = [self.left]
        for column in columns:
            edges.append(edges[-1] + self.measure * column.share / whole)
        return edges


def sheet_of(paper: OfficePaper) -> OfficeSheet:
    """Return the sheet of a paper, upright or on its side."""
    width, height = (side * MM for side in paper.paper.size_mm)
    return OfficeSheet(height, width) if paper.landscape else OfficeSheet(width, height)
