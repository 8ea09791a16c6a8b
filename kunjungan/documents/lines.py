"""Lines of a paragraph: their words, the white between them, and how wide the letters run."""

from dataclasses import dataclass

from kunjungan.documents.breaking import EXPANSION, SHRINK, STRETCH, Cut
from kunjungan.documents.faces import SOFT_HYPHEN, Fragment
from kunjungan.documents.galley import END, SPACE, Galley
from kunjungan.documents.pieces import SOFT

LOOSEST = 1.8
"""Word space, in natural ones, beyond which a line is left ragged (UX section 6)."""
_RAGGED = 1.3
_LOOSE = 1.5
_TRACKING = 0.02
"""White lent to the letters of a loose line, at most, in parts of the type size."""

Word = tuple[Fragment, ...]


@dataclass(slots=True)
class Line:
    """A set line; widths in points before the letters are scaled."""

    words: tuple[Word, ...]
    size: float
    space: float
    scale: float
    needed: float
    """The word space that would fill the line, in natural ones; 1.0 for a last line."""
    tracking: float
    """White after each letter in points; only loose lines have any."""
    spaced: bool
    """True when a space stands between this line and the next: the line did not end in a word."""
    drawn: str | None = None
    """The line in the language of PDF, kept once every character has a lasting code."""


def set_line(galley: Galley, cut: Cut, measure: float, size: float) -> Line:
    """Return one line of a paragraph, its white chosen so that it fills the column."""
    words = _words(galley, cut)
    gaps, spaced = len(words) - 1, cut.kind >= SPACE
    space = cut.white / gaps if gaps else 0.0
    if not gaps or (cut.kind == END and cut.ratio >= 0):
        return Line(words, size, space, 1.0, 1.0, 0.0, spaced)
    scale = _scale(measure, cut.letters, cut.white)
    gap = (measure / scale - cut.letters) / gaps
    tracking = 0.0
    if gap * scale > _LOOSE * space:
        letters = sum(len(text) for word in words for _, text in word) + gaps - 1
        tracking = min(_TRACKING * size, (gap - _LOOSE * space / scale) * gaps / letters)
        gap -= tracking * letters / gaps
    needed = (gap + tracking) * scale / space
    if needed > LOOSEST:
        return Line(words, size, space * _RAGGED, scale, needed, 0.0, spaced)
    return Line(words, size, gap, scale, needed, tracking, spaced)


def _scale(full: float, natural: float, white: float) -> float:
    """Return how wide the letters run: they take their part of the slack, at most ``EXPANSION``."""
    letters = EXPANSION * (natural + white)
    slack = full - natural - white
    give = letters + white * (STRETCH if slack >= 0 else SHRINK)
    return 1 + EXPANSION * max(-1.0, min(1.0, slack / give))


def _words(galley: Galley, cut: Cut) -> tuple[Word, ...]:
    """Join the atoms of a line into words, neighbours in one face becoming one fragment."""
    words: list[list[Fragment]] = [[]]
    for atom in galley.atoms[cut.start : cut.stop]:
        if atom is None:
            words.append([])
        elif words[-1] and words[-1][-1][0] == atom[0]:
            words[-1][-1] = (atom[0], words[-1][-1][1] + atom[1])
        else:
            words[-1].append(atom)
    if cut.kind == SOFT:
        key, text = words[-1][-1]
        words[-1][-1] = (key, text + SOFT_HYPHEN)
    return tuple(tuple(word) for word in words)
