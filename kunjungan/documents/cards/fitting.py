"""Fits words into a box: they wrap, then shrink, and at last tell that they are too small.

Nothing is cut off and no word is left out; one too long for its line goes on in the next only when
it would be too small otherwise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kunjungan.documents.cards.content import Said
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import (
    balanced_lines,
    ends_badly,
    filled_lines,
    line_width,
    too_wide,
)
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line

LEAD, ASCENT = 1.2, 0.86
"""From one baseline to the next, and from the top of a line to its baseline, in type sizes."""
_STEP = 0.94
_BALANCED = 300
"""Up to so many characters lines are made about equally long."""
_SECOND = (1.0, 0.9, 0.8)
"""How much what is less important shrinks before all does."""
_UNPARTED, _FEW = 0.7, 3
"""So few large words shrink down to this rather than stand in two lines as "Kota / Bandung"."""
Side = Literal["left", "middle", "right"]


@dataclass(frozen=True, slots=True)
class Part:
    """Words to be set: their face, the size they would like and the least that is easy to read.

    ``over`` is the white over them in type sizes; ``first`` parts shrink last. Sizes in points.
    """

    said: Said
    face: FaceKey
    size: float
    least: float
    over: float = 0.0
    first: bool = False


@dataclass(frozen=True, slots=True)
class SetPart:
    """Set lines, and how much of the box they take with the white over them, in points."""

    language: str
    lines: tuple[Line, ...]
    size: float
    over: float

    @property
    def height(self) -> float:
        return self.over + len(self.lines) * self.size * LEAD


@dataclass(frozen=True, slots=True)
class Fitted:
    """Set parts under each other; ``small`` where one is smaller than is easy to read."""

    parts: tuple[SetPart, ...]
    small: bool

    @property
    def height(self) -> float:
        """Their height in points."""
        return sum(part.height for part in self.parts)


class Fitter:
    """Fits words and remembers what it has fitted: events and posts come again and again."""

    def __init__(self, faces: FaceCase) -> None:
        self._faces = faces
        self._known: dict[tuple[tuple[Part, ...], float, float], Fitted] = {}

    def fit(self, parts: Sequence[Part], width: float, height: float) -> Fitted:
        """Return parts in as large a type as a box in points allows."""
        said = tuple(part for part in parts if part.said.text.strip())
        key = (said, width, height)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._fit(said, width, height)
        return known

    def _fit(self, parts: tuple[Part, ...], width: float, height: float) -> Fitted:
        parted: Fitted | None = None
        for scale, second in _scales():
            if parted and scale < _UNPARTED:
                return parted
            sizes = [part.size * scale * (1.0 if part.first else second) for part in parts]
            small = any(size < part.least for part, size in zip(parts, sizes, strict=True))
            if not small and self._too_wide(parts, sizes, width):
                continue
            found = Fitted(tuple(map(self._set, parts, sizes, [width] * len(parts))), small)
            if found.height > height or (parted and (small or _count(found) >= _count(parted))):
                continue
            if small or not _is_parted(parts, found):
                return found
            parted = found
        raise AssertionError  # the scales go on for ever

    def _too_wide(self, parts: Sequence[Part], sizes: Sequence[float], width: float) -> bool:
        """True where a word would have to be parted."""
        return any(
            too_wide(self._faces, part.said.text, part.face, size, width)
            for part, size in zip(parts, sizes, strict=True)
        )

    def _set(self, part: Part, size: float, width: float) -> SetPart:
        wrap = balanced_lines if len(part.said.text) <= _BALANCED else filled_lines
        lines = wrap(self._faces, part.said.text, part.face, size, width)
        return SetPart(part.said.language, tuple(lines), size, part.over * size)


def draw_fitted(ink: Ink, fitted: Fitted, x: float, top: float, width: float, side: Side) -> None:
    """Draw set parts under ``top``, each an element of the paper, at a side of their box."""
    share = {"left": 0.0, "middle": 0.5, "right": 1.0}[side]
    for part in fitted.parts:
        top -= part.over
        with ink.tagged("P", part.language):
            for line in part.lines:
                spare = (width - line_width(ink.faces, line)) * share if share else 0.0
                ink.line(x + spare, top - ASCENT * part.size, line)
                top -= part.size * LEAD


def _is_parted(parts: Sequence[Part], found: Fitted) -> bool:
    """True where a few large words stand in two lines, parted where they belong together."""
    return any(
        len(done.lines) == 2 and ends_badly(done.lines)
        for part, done in zip(parts, found.parts, strict=True)
        if part.first and len(part.said.text.split()) <= _FEW
    )


def _count(found: Fitted) -> int:
    return sum(len(part.lines) for part in found.parts)


def _scales() -> Iterator[tuple[float, float]]:
    scale = 1.0
    while True:
        for second in _SECOND:
            yield scale, second
        scale *= _STEP
