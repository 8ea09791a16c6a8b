"""Paragraph pairs: the same clause in both columns, line by line on one grid."""

from dataclasses import dataclass

from kunjungan.documents.lines import Line


@dataclass(slots=True)
class Row:
    """One pair; both columns begin on the same baseline and break after the same line."""

    piece: int
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    indent: float
    """Where the text begins, in points from the edge of its column."""
    marker_at: float
    markers: tuple[tuple[Line, ...], tuple[Line, ...]]
    before: float
    """White above the pair, dropped at the top of a page."""
    centred: bool = False
    keep_next: bool = False
    """True when at least the beginning of the next pair must stand on the same page."""
    closing: bool = False
    """True when the pair must stand on one page with the signatures."""
    pale: tuple[bool, bool] = (False, False)

    @property
    def count(self) -> int:
        """How many lines of the grid the pair takes; an empty pair takes one."""
        return max(1, len(self.left), len(self.right))

    @property
    def solid(self) -> bool:
        """True when the pair may not be divided."""
        return self.centred or self.closing

    def legal(self, start: int, taken: int) -> bool:
        """True when the pair may break after ``taken`` more lines, in both its columns."""
        if self.solid:
            return False
        return all(_legal(len(column) - start, taken) for column in (self.left, self.right))

    def least(self, start: int = 0) -> int:
        """Return the fewest lines that may stand here before a break; all if there is none."""
        rest = self.count - start
        return next((taken for taken in range(2, rest) if self.legal(start, taken)), rest)

    def most(self, start: int, room: int) -> int:
        """Return the most lines, short of all and no more than ``room``, that may stand here."""
        most = min(room, self.count - start - 1)
        return next((taken for taken in range(most, 1, -1) if self.legal(start, taken)), 0)


def _legal(rest: int, taken: int) -> bool:
    """Two lines at least on either side, or none of the column left over."""
    return rest <= taken or (taken >= 2 and rest - taken >= 2)
