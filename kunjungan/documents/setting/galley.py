"""A paragraph made ready for its lines: what is printed, how wide it is, where it may be cut."""

from collections.abc import Sequence
from typing import NamedTuple

from kunjungan.documents.setting.faces import Fragment
from kunjungan.documents.setting.pieces import Piece, Shaped
from kunjungan.documents.setting.scripts.bidi import levels

SPACE, DRAWN, TIE, END = 10, 11, 12, 13
"""Ends of lines that are no part of a word: a space, one that draws its words together, one that
ties them, the end of the paragraph."""

Atom = Fragment | None
"""A stretch of text in one face, or None for a space between words."""


class Break(NamedTuple):
    """A place where a line may end.

    Widths are in thousandths of the type size, from the start of the paragraph.
    """

    end: float
    end_glue: float
    start: float
    start_glue: float
    extra: float
    """What a hyphen adds to the line and a hanging mark takes away."""
    kind: int
    stop: int
    next: int


class Galley:
    """One paragraph: its atoms, and its breaks in order with END last."""

    def __init__(self, *, leftward: bool = False) -> None:
        """Take whether the paragraph reads from right to left."""
        self.atoms: list[Atom] = []
        self.breaks: list[Break] = []
        self.leftward = leftward
        self.shaped = False
        """True when anything in it is in another script than the paper's own."""
        self.levels: bytes | None = None
        """Which way each of its characters reads, if any reads to the left."""
        self._mixed = leftward
        self._last_white = 0.0
        self._width = 0.0
        self._glue = 0.0
        self._last: Piece | None = None

    def add_word(self, pieces: tuple[Piece, ...], kind: int) -> None:
        """Add a word; ``kind`` tells how a line may end at the space before it."""
        atoms, breaks, last = self.atoms, self.breaks, self._last
        width, glue = self._width, self._glue
        if last is not None:
            end, end_glue, at = width, glue - self._last_white, len(atoms)
            width, glue = width + last.space, glue + last.space
            breaks.append(Break(end, end_glue, width, glue, last.hang, kind, at, at + 1))
            atoms.append(None)
        for fragment, wide, _, _, after, extra, kern, shaped in pieces:
            atoms.append(fragment)
            end, end_glue = width + wide, glue
            width = end + kern
            if shaped:
                glue += shaped.white
                end_glue = glue - self._note(shaped)
            if after is not None:
                at = len(atoms)
                breaks.append(Break(end, end_glue, width, glue, extra, after, at, at))
        self._width, self._glue, self._last = width, glue, pieces[-1]
        self._last_white = self._last.shaped.last_white if self._last.shaped else 0.0

    def close(self) -> None:
        """End the paragraph."""
        at, width, glue = len(self.atoms), self._width, self._glue - self._last_white
        hang = self._last.hang if self._last else 0.0
        self.breaks.append(Break(width, glue, width, glue, hang, END, at, at))
        if self._mixed:
            self.levels = levels(text_of(self.atoms), leftward=self.leftward)

    def _note(self, shaped: Shaped) -> float:
        """Take note of a piece in another script; return its last white."""
        self.shaped = True
        self._mixed = self._mixed or shaped.leftward
        return shaped.last_white


def text_of(atoms: Sequence[Atom]) -> str:
    """Return the characters of a stretch of a paragraph."""
    return "".join(" " if atom is None else atom[1] for atom in atoms)
