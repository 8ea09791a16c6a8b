"""Chooses the ends of all lines of a paragraph together: total fit after Knuth and Plass (1981).

A line's ratio tells how far its spaces stretch (1: by half) or shrink (-1: by a third), together
with the letters, which are widened or narrowed by at most ``EXPANSION``. The choice keeps the sum
of all ratios small, avoids hyphens in a row, and leaves no word alone in the last line if it can.
"""

from math import inf
from typing import NamedTuple

from kunjungan.documents.setting.galley import DRAWN, END, SPACE, TIE, Break, Galley
from kunjungan.documents.setting.pieces import CUT, HARD, IDEOGRAPH, SOFT, SYLLABLE

EXPANSION = 0.03
STRETCH = 0.5
SHRINK = 0.33
_PENALTY = {
    SPACE: 0.0, DRAWN: 180.0, TIE: 900.0, END: 0.0,
    SOFT: 200.0, HARD: 20.0, IDEOGRAPH: 0.0, CUT: 500.0, SYLLABLE: 300.0,
}  # fmt: skip
_HYPHENATED = frozenset((SOFT, HARD))
_TINY = 1e-9
_HYPHENS_IN_A_ROW = 8_000.0
_HYPHEN_IN_RAGGED = 800.0
_HYPHEN_BEFORE_LAST = 15_000.0
_PART_OF_WORD_ALONE = 2_000_000.0
_UNEVEN_NEIGHBOURS = 5_000.0
_SHORT_LAST_LINE = 8_000.0
_WORD_ALONE = 60_000.0
_RAGGED = 2.6
"""The ratio beyond which a line is not stretched but left ragged, however short it is."""

_PASSES = ((1.6, 0.0, False), (4.0, 0.0, False), (10.0, 0.0, False), (10.0, 0.3, True))
"""The loosest ratio allowed, white lent to a line in parts of the column, ties cut or not."""


class Cut(NamedTuple):
    """One line: its atoms from start to stop, its ratio, how it ends, how wide it is by nature.

    Widths are in thousandths of the type size.
    """

    start: int
    stop: int
    ratio: float
    kind: int
    letters: float
    """The width of its words, with a hyphen put in, without what hangs."""
    white: float


class _Node(NamedTuple):
    """A feasible end of a line, with the best way there."""

    start: float
    start_glue: float
    demerits: float
    fitness: int
    hyphens: int
    ratio: float
    brk: Break | None
    before: "_Node | None"


def best_cuts(galley: Galley, measure: float) -> list[Cut]:
    """Return the lines of a paragraph; ``measure`` is the column in thousandths of the size."""
    found: _Node | None = None
    for tolerance, lent, ties in _PASSES:
        breaks = [brk for brk in galley.breaks if ties or brk.kind != TIE]
        found = _Pass(measure, tolerance, lent * measure).best_end(breaks) or found
        if found is not None and (tolerance > _PASSES[0][0] or not _leaves_one_word(found)):
            break
    return _way_to(found) if found else _first_fit(galley.breaks, measure)


def _leaves_one_word(last: _Node) -> bool:
    """True when a looser setting should be tried, to give the last line a second word."""
    start = last.before
    return start is not None and start.brk is not None and last.start_glue == start.start_glue


def _way_to(node: _Node) -> list[Cut]:
    cuts = []
    while node.brk is not None and node.before is not None:
        cuts.append(_cut(node.before.brk, node.brk, node.ratio))
        node = node.before
    return cuts[::-1]


def _cut(before: Break | None, brk: Break, ratio: float) -> Cut:
    start, start_glue = (before.start, before.start_glue) if before else (0.0, 0.0)
    white = brk.end_glue - start_glue
    letters = brk.end - start - white + brk.extra
    return Cut(before.next if before else 0, brk.stop, ratio, brk.kind, letters, white)


class _Pass(NamedTuple):
    """One search through a paragraph: how loose a line may be, and what white is lent to it."""

    measure: float
    tolerance: float
    lent: float

    def best_end(self, breaks: list[Break]) -> _Node | None:
        """Return the end of the paragraph with the best way there, if there is any."""
        active = [_Node(0.0, 0.0, 0.0, 1, 0, 0.0, None, None)]
        for brk in breaks:
            if brk.kind != END and self._too_short(active[0], brk):
                continue
            active, best = self._try_break(active, brk)
            if brk.kind == END:
                return min(best.values(), key=lambda node: node.demerits) if best else None
            active.extend(best.values())
            if not active:
                break
        return None

    def _too_short(self, first: _Node, brk: Break) -> bool:
        """True when even the longest line that could end here would be too loose."""
        natural = brk.end - first.start + brk.extra
        white = (brk.end_glue - first.start_glue) * STRETCH + self.lent
        return natural * (1 + EXPANSION) + white * self.tolerance < self.measure

    def _try_break(self, active: list[_Node], brk: Break) -> tuple[list[_Node], dict[int, _Node]]:
        """Return the starts still in reach, and by fitness the best lines that end here."""
        end, end_glue, start, start_glue, extra, kind, _, _ = brk
        alive: list[_Node] = []
        best: dict[int, _Node] = {}
        for node in active:
            natural, glue = end - node.start + extra, end_glue - node.start_glue
            ratio = self._ratio(natural, glue, kind)
            if ratio < -1:
                continue
            alive.append(node)
            if ratio > self.tolerance:
                continue
            fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
            demerits = node.demerits + _demerits(node, kind, ratio, fitness)
            if kind == END:
                demerits += _last_line(node, glue, natural, self.measure)
            if fitness not in best or demerits < best[fitness].demerits:
                hyphens = node.hyphens + 1 if kind in _HYPHENATED else 0
                best[fitness] = _Node(
                    start, start_glue, demerits, fitness, hyphens, ratio, brk, node
                )
        return alive, best

    def _ratio(self, natural: float, glue: float, kind: int) -> float:
        slack, letters = self.measure - natural, EXPANSION * natural + _TINY
        if slack < 0:
            return slack / (glue * SHRINK + letters)
        if kind == END:
            return 0.0
        white = glue * STRETCH + self.lent
        ratio = slack / (white + letters)
        if ratio <= 1:
            return ratio
        return (slack - letters) / white if white else inf


def _demerits(node: _Node, kind: int, ratio: float, fitness: int) -> float:
    ragged = ratio > _RAGGED
    badness = 100 * abs(_RAGGED if ragged else ratio) ** 3
    if ragged:
        badness += 300 * (ratio - _RAGGED) + (_HYPHEN_IN_RAGGED if kind == SOFT else 0)
    demerits = (10 + badness + _PENALTY[kind]) ** 2
    if node.hyphens and kind in _HYPHENATED:
        demerits += _HYPHENS_IN_A_ROW * node.hyphens
    if abs(fitness - node.fitness) > 1:
        demerits += _UNEVEN_NEIGHBOURS
    return demerits


def _last_line(node: _Node, glue: float, natural: float, measure: float) -> float:
    if node.brk is None:
        return 0.0
    demerits = _HYPHEN_BEFORE_LAST if node.hyphens else 0.0
    if glue == 0 and natural < measure / 3:
        return _PART_OF_WORD_ALONE if node.hyphens else _WORD_ALONE
    return demerits + (_SHORT_LAST_LINE if natural < measure / 8 else 0.0)


def _first_fit(breaks: list[Break], measure: float) -> list[Cut]:
    """Return lines filled one after the other, for text that no tolerance can set."""
    cuts: list[Cut] = []
    before, last = None, breaks[0]
    for brk in breaks:
        if last is not before and brk.end + brk.extra - (before.start if before else 0) > measure:
            cuts.append(_cut(before, last, 0.0))
            before = last
        last = brk
    cuts.append(_cut(before, last, 0.0))
    return cuts
