"""Divides the rows of an agreement over its pages, and puts the signatures at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kunjungan.documents.rows import Row
from kunjungan.documents.sheet import Sheet

_HAIR = 1e-6


class Part(NamedTuple):
    """The lines of one row that stand together on a page, and the top of the first."""

    row: Row
    start: int
    stop: int
    top: float


@dataclass(slots=True)
class Page:
    """One page: its rows, and the signature bands (number and top) that stand on it."""

    parts: list[Part] = field(default_factory=list)
    bands: list[tuple[int, float]] = field(default_factory=list)


class Pager:
    """Fills pages from the top; a row that cannot be divided moves to the next page."""

    def __init__(self, sheet: Sheet, first_top: float, bands: Sequence[float], gap: float) -> None:
        """Take the heights of the signature bands and the white above the first of them."""
        self._sheet = sheet
        self._bands = bands
        self._gap = gap
        self._y = first_top
        self._full = sheet.top - sheet.bottom
        self._rows: Sequence[Row] = ()
        self._tail = 0.0
        self.pages = [Page()]

    def fill(self, rows: Sequence[Row]) -> list[Page]:
        """Return the pages of all rows and bands."""
        self._rows = rows
        self._tail = self._tail_height(rows)
        for at in range(len(rows)):
            self._place(at)
        self._sign()
        return self.pages

    def _tail_height(self, rows: Sequence[Row]) -> float:
        """Return the height of the signatures: all bands, or the first if a page is too short."""
        closing = sum(row.before + row.count * self._sheet.lead for row in rows if row.closing)
        tail = self._gap + sum(self._bands)
        if closing + tail <= self._full or not self._bands:
            return tail
        return self._gap + self._bands[0]

    def _place(self, at: int) -> None:
        row, start = self._rows[at], 0
        while True:
            taken = self._fitting(at, start)
            if taken == 0:
                self._turn()
                continue
            gap = 0.0 if start or self._fresh else row.before
            self._y -= gap
            self.pages[-1].parts.append(Part(row, start, start + taken, self._y))
            self._y -= taken * self._sheet.lead
            start += taken
            if start >= row.count:
                return
            self._turn()

    def _fitting(self, at: int, start: int) -> int:
        """Return how many lines of a row go on this page; 0 sends it to the next."""
        row = self._rows[at]
        gap = 0.0 if start or self._fresh else row.before
        room = self._y - self._sheet.bottom - gap + _HAIR
        rest = row.count - start
        if rest * self._sheet.lead + self._needed_after(at) <= room:
            return rest
        most = row.most(start, int(room / self._sheet.lead))
        if most or not self._fresh:
            return most
        return max(1, min(rest, int(room / self._sheet.lead)))

    @property
    def _fresh(self) -> bool:
        """True at the top of a page that holds nothing yet."""
        return not self.pages[-1].parts and len(self.pages) > 1

    def _needed_after(self, at: int) -> float:
        """Return the room that must be left under a row that is placed whole."""
        row = self._rows[at]
        if at + 1 == len(self._rows):
            return self._tail
        if not (row.keep_next or row.closing):
            return 0.0
        return self._least(at + 1)

    def _least(self, at: int) -> float:
        """Return the least height that row ``at`` needs to begin on a page."""
        row = self._rows[at]
        lines = row.least()
        height = row.before + lines * self._sheet.lead
        if lines < row.count:
            return height
        return height + self._needed_after(at)

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = self._sheet.top

    def _sign(self) -> None:
        """Stack the bands under the last row, turning the page where one does not fit."""
        self._y -= self._gap
        for number, height in enumerate(self._bands):
            page = self.pages[-1]
            if self._y - height < self._sheet.bottom - _HAIR and (page.parts or page.bands):
                self._turn()
            self.pages[-1].bands.append((number, self._y))
            self._y -= height
