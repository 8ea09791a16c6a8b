"""Where the languages of a clause stand in its row."""

from collections.abc import Mapping

from PySide6.QtCore import QRect

from kunjungan.services.clauses import Column

NUMBER_WIDTH = 44
STATE_WIDTH = 34
PAD = 11
TOP = 10
GAP = 6

Sides = tuple[Column, ...]
SideValues = Mapping[Column, Mapping[str, str]]

BOTH: Sides = ("id", "en")


def cells_of(width: int, sides: Sides) -> dict[Column, QRect]:
    """Return where each shown language stands in a row so wide; heights are left open."""
    room = width - NUMBER_WIDTH - STATE_WIDTH
    edges = [NUMBER_WIDTH + room * place // len(sides) for place in range(len(sides) + 1)]
    return {
        side: QRect(edges[place] + 1, 0, edges[place + 1] - edges[place] - 1, 1 << 14)
        for place, side in enumerate(sides)
    }
