"""A paragraph made ready for its lines: what is printed, how wide it is, where it may be cut."""

from typing import NamedTuple

from kunjungan.documents.faces import Fragment
from kunjungan.documents.pieces import Piece

SPACE, DRAWN, TIE, END = 10, 11, 12, 13
"""Ends of lines that are no part of a word: a space, one that draws its words together, one that
ties them, the end of the paragraph."""

Atom = Fragment | None
"""A stretch of text in one face, or None for a space between words."""


class Break(NamedTuple):
    """A place where a line may end; widths in points from the start of the paragraph."""

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

    def __init__(self, size: float) -> None:
        self.atoms: list[Atom] = []
        self.breaks: list[Break] = []
        self._scale = size / 1000
        self._width = 0.0
        self._glue = 0.0
        self._last: Piece | None = None

    def add_word(self, pieces: tuple[Piece, ...], kind: int) -> None:
        """Add a word; ``kind`` tells how a line may end at the space before it."""
        if self._last is not None:
            self._add_space(self._last, kind)
        scale, width, glue = self._scale, self._width, self._glue
        atoms, breaks = self.atoms, self.breaks
        for piece in pieces:
            atoms.append(piece.fragment)
            width += piece.width * scale
            joined = width + piece.kern * scale
            if piece.after is not None:
                at, extra = len(atoms), piece.extra * scale
                breaks.append(Break(width, glue, joined, glue, extra, piece.after, at, at))
            width = joined
        self._width = width
        self._last = pieces[-1]

    def close(self) -> None:
        """End the paragraph."""
        at, width, glue = len(self.atoms), self._width, self._glue
        hang = self._last.hang * self._scale if self._last else 0.0
        self.breaks.append(Break(width, glue, width, glue, hang, END, at, at))

    def _add_space(self, last: Piece, kind: int) -> None:
        space, at = last.space * self._scale, len(self.atoms)
        width, glue = self._width + space, self._glue + space
        hang = last.hang * self._scale
        self.breaks.append(Break(self._width, self._glue, width, glue, hang, kind, at, at + 1))
        self.atoms.append(None)
        self._width, self._glue = width, glue
