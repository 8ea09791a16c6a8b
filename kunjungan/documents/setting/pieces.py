"""Words cut into the parts that no line cuts, each in a face that can draw it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kunjungan.documents.setting.faces import SOFT_HYPHEN, FaceCase, FaceKey, Fragment
from kunjungan.documents.setting.hyphenation.words import Divider
from kunjungan.documents.setting.scripts.bidi import has_leftward, leftward
from kunjungan.documents.setting.scripts.line_ends import (
    last_white,
    line_ends,
    smallest_parts,
    whites,
)

SOFT, HARD, IDEOGRAPH, CUT, SYLLABLE = range(5)
"""How a line may end inside a word: with a hyphen put in, after one that is there, between
ideographs or Thai words, anywhere at all in a word that is wider than its column, and between the
syllables of a Korean word."""

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
} | dict.fromkeys("\u3001\u3002\uff0c\uff0e", 0.5)
"""The part of a mark's width that stands outside the column (paper-setting practice)."""

_VOCABULARY = 20_000
_SURELY_FITS = 14
"""So many letters, however wide, are narrower than the narrowest column."""


class Shaped(NamedTuple):
    """What a piece of another script asks of its line; whites in thousandths of the size."""

    white: float
    """The part of its letters that grows and shrinks like a space."""
    last_white: float
    """That of its last letter, which does not count at the end of a line."""
    leftward: bool


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
    shaped: Shaped | None = None


class Cutter:
    """Cuts words into pieces, and remembers every word that it has seen."""

    def __init__(self, faces: FaceCase) -> None:
        self._faces = faces
        self._divider = Divider()
        self._words = defaultdict[str, dict[Fragment, tuple[Piece, ...]]](dict)

    def pieces(self, word: list[Fragment], language: str, measure: float) -> tuple[Piece, ...]:
        """Return the pieces of a word; ``measure`` is the column in thousandths of the size."""
        if len(word) == 1:
            fragment = word[0]
            pieces = self._words[language].get(fragment) or self._learn(fragment, language)
            if len(fragment[1]) <= _SURELY_FITS:
                return pieces
        else:
            pieces = tuple(self._joined(word, language))
        if sum(piece.width for piece in pieces) <= measure:
            return pieces
        return tuple(part for group in _unbroken(pieces) for part in self._fitting(group, measure))

    def _learn(self, fragment: Fragment, language: str) -> tuple[Piece, ...]:
        words = self._words[language]
        if len(words) > _VOCABULARY:
            words.clear()
        kinds = self._kinds(fragment[1], language) | _script_kinds(fragment[1])
        hangs = _hangs(fragment[1], language)
        words[fragment] = tuple(self._divided(fragment, kinds, hangs=hangs))
        return words[fragment]

    def _joined(self, word: list[Fragment], language: str) -> Iterator[Piece]:
        """Yield the pieces of a word in several faces: "**PARA PIHAK**," and the like."""
        whole_word, start = "".join(text for _, text in word), 0
        between, hangs = _script_kinds(whole_word), _hangs(whole_word, language)
        for number, fragment in enumerate(word):
            text = fragment[1]
            kinds = self._kinds(text, language, whole=_stands_alone(word, number))
            kinds |= {at - start: kind for at, kind in between.items() if at > start}
            yield from self._divided(fragment, kinds, hangs=hangs)
            start += len(text)

    def _kinds(self, text: str, language: str, *, whole: bool = True) -> dict[int, int]:
        """Return where a line may end inside a Latin word, and how."""
        soft = self._divider.soft(text, language) if whole else ()
        return dict.fromkeys(soft, SOFT) | dict.fromkeys(self._divider.hard(text), HARD)

    def _divided(
        self, fragment: Fragment, kinds: dict[int, int], *, hangs: bool
    ) -> Iterator[Piece]:
        at, stops = 0, sorted(kinds)
        for key, run in self._faces.runs(*fragment):
            end, start = at + len(run), at
            for stop in [*(stop for stop in stops if start < stop < end), end]:
                piece = self._piece((key, run[at - start : stop - start]), kinds.get(stop))
                if not hangs:
                    piece = piece._replace(hang=0.0, extra=0.0)
                if stop < end:
                    piece = piece._replace(kern=self._kern((key, run), stop - start))
                yield piece
                at = stop

    def _kern(self, fragment: Fragment, at: int) -> float:
        """Return how the letters on both sides of a division move together."""
        moves = self._faces[fragment[0]].measure(fragment[1])[1]
        return next((move for place, move in moves if place == at), 0)

    def _piece(self, fragment: Fragment, after: int | None) -> Piece:
        key, text = fragment
        face = self._faces[key]
        hanging = HANGING.get(text[-1])
        hang = -face.measure(text[-1])[0] * hanging if hanging else 0.0
        extra = hang if after != SOFT else self._hyphen(key, text[-1])
        piece = Piece(fragment, face.measure(text)[0], face.space, hang, after, extra)
        return piece if ":" not in key else piece._replace(shaped=_shaped(text))

    def _hyphen(self, key: FaceKey, letter: str) -> float:
        """Return what a hyphen adds to a line after a letter, its hanging part left out."""
        face = self._faces.latin(key)
        joined = face.measure(letter + SOFT_HYPHEN)[0] - face.measure(letter)[0]
        return joined - face.widths[45] * HANGING[SOFT_HYPHEN]

    def _fitting(self, group: list[Piece], measure: float) -> list[Piece]:
        """Let what is wider than the column be cut between any two of its letters."""
        if sum(piece.width for piece in group) <= measure:
            return group
        *parts, last = [part for piece in group for part in self._letters(piece, measure)]
        return [*(part._replace(after=CUT) if part.after is None else part for part in parts), last]

    def _letters(self, piece: Piece, measure: float) -> list[Piece]:
        if piece.width <= measure:
            return [piece]
        key, text = piece.fragment
        parts = [self._piece((key, part), CUT) for part in smallest_parts(text)]
        if piece.shaped:
            widths = self._faces.shaped(key).part_widths([part.fragment[1] for part in parts])
            parts = [part._replace(width=width) for part, width in zip(parts, widths, strict=True)]
        return [*parts[:-1], parts[-1]._replace(after=piece.after, extra=piece.extra)]


def _unbroken(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces between which no line may end."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if piece.after is not None:
            yield group
            group = []
    if group:
        yield group


def _hangs(word: str, language: str) -> bool:
    """True when the marks of a word may stand outside the column.

    Not those that stand at the left of letters that read to the left, nor those of Taiwan, which
    stand in the middle of their square.
    """
    return not (leftward(language) or language.startswith("zh-Hant") or has_leftward(word))


def _script_kinds(word: str) -> dict[int, int]:
    return {at: IDEOGRAPH if free else SYLLABLE for at, free in line_ends(word).items()}


def _shaped(text: str) -> Shaped:
    return Shaped(whites(text), last_white(text), has_leftward(text))


def _stands_alone(word: list[Fragment], number: int) -> bool:
    """True when a fragment does not share its word with the letters of a neighbour."""
    text = word[number][1]
    before = word[number - 1][1] if number else ""
    after = word[number + 1][1] if number + 1 < len(word) else ""
    joined_before = before[-1:].isalpha() and text[0].isalpha()
    return not (joined_before or (after[:1].isalpha() and text[-1].isalpha()))
