"""How tall the rows of a long text are and where each begins, known or guessed."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class RowHeights:
    """Tops and heights of rows; a guess is mended when its row has been seen."""

    def __init__(self, heights: Sequence[int] = ()) -> None:
        self._heights = list(heights)
        self._tops = [0, *accumulate(self._heights)]

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of everything."""
        return self._tops[-1]

    def top(self, row: int) -> int:
        """Return where a row begins."""
        return self._tops[row]

    def height(self, row: int) -> int:
        """Return how tall a row is."""
        return self._heights[row]

    def at(self, y: int) -> int:
        """Return the row at a height, the nearest one outside; -1 where there are none."""
        if not self._heights:
            return -1
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._heights) - 1)

    def between(self, top: int, bottom: int) -> range:
        """Return the rows that show between two heights."""
        return range(self.at(top), self.at(bottom) + 1) if self._heights else range(0)

    def mend(self, row: int, height: int) -> int:
        """Take a row's true height and return by how much it moves what is below."""
        grown = height - self._heights[row]
        if grown:
            self._heights[row] = height
            for place in range(row + 1, len(self._tops)):
                self._tops[place] += grown
        return grown
