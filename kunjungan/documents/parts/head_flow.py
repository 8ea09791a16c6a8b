"""A head as strips under each other, which go on over the page where one is not enough."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.sheet import Sheet

Draw = Callable[[Ink, float], None]
"""Draws a strip whose upper edge stands at a height in points."""


class _Placed(NamedTuple):
    top: float
    draw: Draw


class HeadFlow:
    """The strips of one head, each whole on a page; none is ever lost."""

    def __init__(self, sheet: Sheet) -> None:
        self.pages: list[list[_Placed]] = [[]]
        self.clear = sheet.top
        """Where the emblems on the first page end: no pale word stands above."""
        self._sheet = sheet
        self._y = sheet.top

    @property
    def bottom(self) -> float:
        """Where the head ends on its last page."""
        return self._y

    @property
    def cut(self) -> Sequence[str]:
        """What had to be cut to fit; nothing."""
        return ()

    def draw(self, ink: Ink, page: int) -> None:
        """Draw what stands on a page, counted from 0."""
        for top, draw in self.pages[page]:
            draw(ink, top)

    def skip(self, white: float) -> None:
        """Leave white."""
        self._y -= white

    def down_to(self, y: float) -> None:
        """Go on no higher than ``y`` if that is on this page."""
        if len(self.pages) == 1:
            self._y = min(self._y, y)

    def add(self, height: float, draw: Draw) -> float:
        """Add a strip under the last one, or on another page; return where its upper edge is."""
        if self._y - height < self._sheet.bottom and self.pages[-1]:
            self.pages.append([])
            self._y = self._sheet.top
        top = self._y
        self.pages[-1].append(_Placed(top, draw))
        self._y -= height
        return top
