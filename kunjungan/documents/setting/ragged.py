"""Lines that are left ragged: as full as they can be, their spaces natural, no hyphen put in."""

from collections.abc import Sequence
from typing import NamedTuple

from kunjungan.documents.setting.breaking import Cut
from kunjungan.documents.setting.galley import END, TIE, Break, Galley
from kunjungan.documents.setting.lines import Line, set_line
from kunjungan.documents.setting.pieces import CUT, SOFT, SYLLABLE

_LAST_RESORT = frozenset((SOFT, SYLLABLE, CUT, TIE))
"""Ends of lines only for a word that is wider than its column."""


def ragged_lines(galley: Galley, measure: float, size: float) -> list[Line]:
    """Return a paragraph's lines; what cannot be divided is narrowed until it fits ``measure``."""
    lines, before, room = list[Line](), -1, measure * 1000 / size
    while galley.atoms and before + 1 < len(galley.breaks):
        at = _furthest(galley.breaks, before, room)
        lines.append(_line(galley, before, at, measure, size))
        before = at
    return lines


def one_line(galley: Galley, measure: float, size: float) -> Line:
    """Return a whole paragraph on one line, narrowed if it must be."""
    return _line(galley, -1, len(galley.breaks) - 1, measure, size)


class Widths(NamedTuple):
    """How wide a paragraph is, in points."""

    part: float
    """Its widest part that not even a hyphen divides."""
    word: float
    """Its widest word."""
    whole: float
    """All of it on one line."""


def widths(galley: Galley, size: float) -> Widths:
    """Return how wide a paragraph and its parts are in a type size."""
    breaks = galley.breaks
    good = [at for at, brk in enumerate(breaks) if brk.kind not in _LAST_RESORT]
    part, word = _widest(breaks, range(len(breaks))), _widest(breaks, good)
    whole = _width(breaks, -1, len(breaks) - 1)
    return Widths(part * size / 1000, word * size / 1000, whole * size / 1000)


def _widest(breaks: list[Break], ends: Sequence[int]) -> float:
    """Return the width of the widest stretch between neighbouring ends."""
    starts = [-1, *ends][:-1]
    return max(_width(breaks, *stretch) for stretch in zip(starts, ends, strict=True))


def _furthest(breaks: list[Break], before: int, room: float) -> int:
    """Return the last good end of a line that fits; else the last one; else the next one."""
    good = poor = -1
    for at in range(before + 1, len(breaks)):
        if _width(breaks, before, at) > room + 1e-6:
            break
        if breaks[at].kind in _LAST_RESORT:
            poor = at
        else:
            good = at
    return good if good >= 0 else poor if poor >= 0 else before + 1


def _width(breaks: list[Break], before: int, at: int) -> float:
    """Return the width of a line between two breaks, from the beginning if ``before`` is -1.

    It is in thousandths of the type size. No mark hangs outside the column, where another column
    may stand.
    """
    start = breaks[before].start if before >= 0 else 0.0
    return breaks[at].end - start + max(0.0, breaks[at].extra)


def _line(galley: Galley, before: int, at: int, measure: float, size: float) -> Line:
    breaks = galley.breaks
    start = breaks[before] if before >= 0 else Break(0.0, 0.0, 0.0, 0.0, 0.0, END, 0, 0)
    end, width = breaks[at], _width(breaks, before, at)
    white = end.end_glue - start.start_glue
    kind = END if at + 1 == len(breaks) else end.kind
    cut = Cut(start.next, end.stop, 0.0, kind, width - white, white)
    natural = width * size / 1000
    line = set_line(galley, cut, natural, size)
    line.scale = min(1.0, measure / natural) if natural > 0 else 1.0
    return line
