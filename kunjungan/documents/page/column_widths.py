"""How the columns of a table share its width."""

from collections.abc import Sequence
from itertools import permutations
from typing import NamedTuple

_STEPS = (32.0, 16.0, 8.0, 4.0)
"""How much width columns give each other while the table becomes lower, in points."""
_LOST = 12.0
"""About how much of a line stays white at its end, because the next word does not fit."""
_ROWS = 100
"""So many rows, taken evenly from all, tell how high a table will be."""


class Demand(NamedTuple):
    """What one column asks for; all in points."""

    least: float
    """The width of its widest word."""
    wanted: float
    """The width of its widest cell on one line."""
    cells: Sequence[Sequence[float]]
    """For each row the widths of what stands in its cell, each paragraph on one line."""
    figures: bool = False
    """True for a column of numbers, which are never broken and gain nothing by more room."""


def column_widths(demands: Sequence[Demand], room: float) -> list[float]:
    """Return the widths of all columns, together ``room`` points.

    No column is narrower than its widest word unless the words of one row do not fit together.
    Where not all get what they want they share so that the table is about as low as it can be.
    """
    spare = room - sum(demand.wanted for demand in demands)
    if spare >= 0:
        return _stretched(demands, spare)
    if sum(demand.least for demand in demands) >= room:
        return _squeezed(demands, room)
    return _Sharing(demands, _between(demands, room)).lowest()


def _stretched(demands: Sequence[Demand], spare: float) -> list[float]:
    """Give what is to spare to the columns of text by what they want, or evenly if none is."""
    weights = [0.0 if demand.figures else demand.wanted for demand in demands]
    if not sum(weights):
        weights = [1.0] * len(demands)
    whole = sum(weights)
    return [
        demand.wanted + spare * weight / whole
        for demand, weight in zip(demands, weights, strict=True)
    ]


def _squeezed(demands: Sequence[Demand], room: float) -> list[float]:
    """Keep the figures whole if at all possible; the words of the others must be divided."""
    figures = sum(demand.least for demand in demands if demand.figures)
    words = sum(demand.least for demand in demands) - figures
    if figures > room / 2 or not words:
        return [demand.least * room / (figures + words) for demand in demands]
    scale = (room - figures) / words
    return [demand.least * (1.0 if demand.figures else scale) for demand in demands]


def _between(demands: Sequence[Demand], room: float) -> list[float]:
    """Give each column its widest word, and an equal part of what it wants beyond that."""
    least = sum(demand.least for demand in demands)
    part = (room - least) / (sum(demand.wanted for demand in demands) - least)
    return [demand.least + part * (demand.wanted - demand.least) for demand in demands]


class _Sharing:
    """Widths that change hands as long as that makes the table lower."""

    def __init__(self, demands: Sequence[Demand], widths: list[float]) -> None:
        self._demands = demands
        self._widths = widths
        self._lines: dict[tuple[int, float], list[float]] = {}
        count = len(demands[0].cells)
        self._rows = range(0, count, max(1, count // _ROWS))

    def lowest(self) -> list[float]:
        """Return the widths with which no exchange of a step makes the table lower."""
        height = self._height(self._widths)
        for step in _STEPS:
            while True:
                tried = min(self._exchanges(step), key=self._height, default=self._widths)
                lower = self._height(tried)
                if lower >= height - 0.01:
                    break
                self._widths, height = tried, lower
        return self._widths

    def _exchanges(self, step: float) -> list[list[float]]:
        """Return the widths after each exchange that leaves every column its widest word."""
        found = list[list[float]]()
        for giver, taker in permutations(range(len(self._widths)), 2):
            enough = self._widths[taker] >= self._demands[taker].wanted
            if self._widths[giver] - step >= self._demands[giver].least and not enough:
                widths = [*self._widths]
                widths[giver] -= step
                widths[taker] += step
                found.append(widths)
        return found

    def _height(self, widths: Sequence[float]) -> float:
        """Return about how many lines the rows have together."""
        columns = [self._column(at, width) for at, width in enumerate(widths)]
        return float(sum(map(max, zip(*columns, strict=True))))

    def _column(self, at: int, width: float) -> list[float]:
        known = self._lines.get((at, width))
        if known is None:
            cells = self._demands[at].cells
            known = [sum(_lines(each, width) for each in cells[row]) for row in self._rows]
            self._lines[at, width] = known
        return known


def _lines(natural: float, width: float) -> float:
    """Return about how many lines a paragraph has in a column."""
    if natural <= width:
        return 1.0
    return max(2.0, natural / max(1.0, width - _LOST) + 0.5)
