"""Words cut into the parts that no line cuts, each in a face that can draw it."""

from collections.abc import Iterator
from typing import NamedTuple

from kunjungan.documents.faces import IDEOGRAPHS, SOFT_HYPHEN, Face, FaceCase, Fragment
from kunjungan.documents.hyphenation.words import Divider
from kunjungan.domain.bilingual import Language

SOFT, HARD, IDEOGRAPH, CUT = range(4)
"""How a line may end inside a word: with a hyphen put in, after one that is there, between
ideographs, and anywhere at all in a word that is wider than its column."""

HANGING = {
    "-": 0.55,
    SOFT_HYPHEN: 0.55,
    ".": 0.6,
    ",": 0.6,
    ";": 0.35,
    ":": 0.35,
    "\u2019": 0.4,
    "\u201d": 0.4,
    "\u2013": 0.3,
    ")": 0.1,
}
"""The part of a mark's width that stands outside the column (paper-setting practice)."""

_VOCABULARY = 20_000
_SURELY_FITS = 14
"""So many letters, however wide, are narrower than the narrowest column."""


class Piece(NamedTuple):
    """A part of a word that no line cuts, and how a line may end after it.

    Widths are in thousandths of the type size.
    """

    fragment: Fragment
    width: float
    space: float
    """The space of its face."""
    hang: float
    """What its last mark takes from a line that it ends: nothing or less."""
    after: int | None
    extra: float
    """What a line that ends after it gains by a hyphen or loses by a hanging mark."""
    kern: float = 0.0
    """How far the next piece moves when the line does not end here."""


class Cutter:
    """Cuts words into pieces, and remembers every word that it has seen."""

    def __init__(self, faces: FaceCase) -> None:
        self._faces = faces
        self._divider = Divider()
        self._words: dict[Language, dict[Fragment, tuple[Piece, ...]]] = {"id": {}, "en": {}}

    def pieces(self, word: list[Fragment], language: Language, measure: float) -> tuple[Piece, ...]:
        """Return the pieces of a word; ``measure`` is the column in thousandths of the size."""
        if len(word) == 1:
            fragment = word[0]
            pieces = self._words[language].get(fragment) or self._learn(fragment, language)
            if len(fragment[1]) <= _SURELY_FITS:
                return pieces
        else:
            pieces = self._joined(word, language)
        return tuple(part for piece in pieces for part in self._letters(piece, measure))

    def _learn(self, fragment: Fragment, language: Language) -> tuple[Piece, ...]:
        words = self._words[language]
        if len(words) > _VOCABULARY:
            words.clear()
        words[fragment] = tuple(self._divided(fragment, language, whole=True))
        return words[fragment]

    def _joined(self, word: list[Fragment], language: Language) -> tuple[Piece, ...]:
        """Return the pieces of a word in several faces: "**PARA PIHAK**," and the like."""
        return tuple(
            piece
            for number, fragment in enumerate(word)
            for piece in self._divided(fragment, language, whole=_stands_alone(word, number))
        )

    def _divided(self, fragment: Fragment, language: Language, *, whole: bool) -> Iterator[Piece]:
        key, text = fragment
        soft = self._divider.soft(text, language) if whole else ()
        kinds = dict.fromkeys(soft, SOFT) | dict.fromkeys(self._divider.hard(text), HARD)
        start = 0
        for stop in [*sorted(kinds), len(text)]:
            *before, last = self._faces.runs(key, text[start:stop])
            for run in before:
                yield self._piece(run, IDEOGRAPH if IDEOGRAPHS.match(run[1]) else None)
            piece = self._piece(last, kinds.get(stop))
            yield piece._replace(kern=self._kern(fragment, stop))
            start = stop

    def _kern(self, fragment: Fragment, at: int) -> float:
        """Return how the letters on both sides of a division move together."""
        moves = self._faces[fragment[0]].measure(fragment[1])[1]
        return next((move for place, move in moves if place == at), 0)

    def _piece(self, fragment: Fragment, after: int | None) -> Piece:
        key, text = fragment
        face = self._faces[key]
        hang = -face.widths.get(ord(text[-1]), 0.0) * HANGING.get(text[-1], 0.0)
        extra = hang if after != SOFT else _hyphen(face, text[-1])
        return Piece(fragment, face.measure(text)[0], face.space, hang, after, extra)

    def _letters(self, piece: Piece, measure: float) -> list[Piece]:
        """Let a stretch that is wider than the column be cut between any two of its letters."""
        if piece.width <= measure:
            return [piece]
        key, text = piece.fragment
        parts = [self._piece((key, char), CUT) for char in text]
        parts[-1] = self._piece((key, text[-1]), piece.after)
        return parts


def _hyphen(face: Face, letter: str) -> float:
    """Return what a hyphen adds to a line after a letter, its hanging part left out."""
    joined = face.measure(letter + SOFT_HYPHEN)[0] - face.measure(letter)[0]
    return joined - face.widths[45] * HANGING[SOFT_HYPHEN]


def _stands_alone(word: list[Fragment], number: int) -> bool:
    """True when a fragment does not share its word with the letters of a neighbour."""
    text = word[number][1]
    before = word[number - 1][1] if number else ""
    after = word[number + 1][1] if number + 1 < len(word) else ""
    joined_before = before[-1:].isalpha() and text[0].isalpha()
    return not (joined_before or (after[:1].isalpha() and text[-1].isalpha()))
