"""Lines of a paragraph: their words, the white between them, and how wide the letters run."""

from dataclasses import dataclass
from functools import lru_cache

from kunjungan.documents.setting.breaking import EXPANSION, SHRINK, STRETCH, Cut
from kunjungan.documents.setting.faces import SOFT_HYPHEN, Fragment
from kunjungan.documents.setting.galley import END, SPACE, Atom, Galley, text_of
from kunjungan.documents.setting.pieces import SOFT
from kunjungan.documents.setting.scripts.line_ends import last_white, whites

LOOSEST = 1.8
"""Word space, in natural ones, beyond which a line is left ragged (UX section 6)."""
_RAGGED = 1.3
_LOOSE = 1.5
_TRACKING = 0.02
"""White lent to the letters of a loose line, at most, in parts of the type size."""
_VOCABULARY = 8_000

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
    stretch: float = 0.0
    """How much wider than by nature the white in the letters of other scripts is: 0.5 by half."""
    indent: float = 0.0
    """How far right of the column's edge it begins; not 0 only where lines read to the left."""
    levels: bytes | None = None
    """Which way its characters read, known from its paragraph; None: as it looks by itself."""
    drawn: str | None = None
    """The line in the language of PDF, kept once every character has a lasting code."""


def set_line(galley: Galley, cut: Cut, measure: float, size: float) -> Line:
    """Return one line of a paragraph, its white chosen so that it fills the column."""
    words = _words(galley, cut)
    gaps, spaced = len(words) - 1, cut.kind >= SPACE
    if galley.shaped or galley.leftward:
        return _set_shaped(galley, cut, words, measure, size)
    letters, white = cut.letters * size / 1000, cut.white * size / 1000
    space = white / gaps if gaps else 0.0
    if not gaps or (cut.kind == END and cut.ratio >= 0):
        return Line(words, size, space, 1.0, 1.0, 0.0, spaced)
    scale = _scale(measure, letters, white)
    gap = (measure / scale - letters) / gaps
    tracking = 0.0
    if gap * scale > _LOOSE * space:
        count = sum(len(text) for word in words for _, text in word) + gaps - 1
        tracking = min(_TRACKING * size, (gap - _LOOSE * space / scale) * gaps / count)
        gap -= tracking * count / gaps
    needed = (gap + tracking) * scale / space
    if needed > LOOSEST:
        return Line(words, size, space * _RAGGED, scale, needed, 0.0, spaced)
    return Line(words, size, gap, scale, needed, tracking, spaced)


def _set_shaped(
    galley: Galley, cut: Cut, words: tuple[Word, ...], measure: float, size: float
) -> Line:
    """Return a line with other scripts: their letters part like words do, none are spaced out."""
    gaps, scale, needed, grown = len(words) - 1, 1.0, 1.0, 1.0
    letters, white = cut.letters * size / 1000, cut.white * size / 1000
    if white and (cut.kind != END or cut.ratio < 0):
        scale = _scale(measure, letters, white)
        grown = (measure / scale - letters) / white
        needed = grown * scale
        grown = _RAGGED if needed > LOOSEST else grown
    spaces = white - _letter_white(words) * size / 1000 if gaps else 0.0
    line = Line(words, size, grown * spaces / max(1, gaps), scale, needed, 0.0, cut.kind >= SPACE)
    line.stretch = grown - 1
    if galley.leftward:
        line.indent = measure - (letters + grown * white) * scale
    if galley.levels is not None:
        start = len(text_of(galley.atoms[: cut.start]))
        stop = start + len(text_of(galley.atoms[cut.start : cut.stop]))
        hyphen = galley.levels[stop - 1 : stop] if cut.kind == SOFT else b""
        line.levels = galley.levels[start:stop] + hyphen
    return line


def _letter_white(words: tuple[Word, ...]) -> int:
    """Return how much of the letters of a line grows as its spaces do, in thousandths."""
    found = sum(whites(text) for word in words for key, text in word if ":" in key)
    key, text = words[-1][-1]
    return found - (last_white(text) if ":" in key else 0)


def _scale(full: float, natural: float, white: float) -> float:
    """Return how wide the letters run: they take their part of the slack, at most ``EXPANSION``."""
    letters = EXPANSION * (natural + white)
    slack = full - natural - white
    give = letters + white * (STRETCH if slack >= 0 else SHRINK)
    return 1 + EXPANSION * max(-1.0, min(1.0, slack / give))


def _words(galley: Galley, cut: Cut) -> tuple[Word, ...]:
    """Join the atoms of a line into words; where a hyphen is put in, it ends the last."""
    atoms = galley.atoms[cut.start : cut.stop]
    if cut.kind == SOFT and (last := atoms[-1]):
        atoms.append((last[0], SOFT_HYPHEN))
    atoms.append(None)
    words, start = list[Word](), 0
    for _ in range(atoms.count(None)):
        stop = atoms.index(None, start)
        words.append(_word(tuple(atoms[start:stop])))
        start = stop + 1
    return tuple(words)


@lru_cache(maxsize=_VOCABULARY)
def _word(atoms: tuple[Atom, ...]) -> Word:
    """Return a word, the same one for all lines; neighbours in one face become one fragment."""
    word: list[Fragment] = []
    for atom in filter(None, atoms):
        if word and word[-1][0] == atom[0]:
            word[-1] = (atom[0], word[-1][1] + atom[1])
        else:
            word.append(atom)
    return tuple(word)


def text_of_line(line: Line) -> str:
    """Return the characters of a line in the order of reading."""
    words = [
        word[0][1] if len(word) == 1 else "".join([text for _, text in word]) for word in line.words
    ]
    return " ".join(words)
