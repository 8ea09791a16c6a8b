"""Words that must fit a box: they wrap, then shrink; whether they fit in the end is told."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from kunjungan.documents.setting.centred import balanced_lines, too_wide
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line


class Fitted(NamedTuple):
    """Lines in the size that was found; ``fits`` is False where even the smallest is too big."""

    lines: Sequence[Line]
    size: float
    fits: bool


class Box(NamedTuple):
    """The room for words in points, and the sizes that may be tried, the largest first."""

    width: float
    height: float
    sizes: Sequence[float]
    lead: float = 1.16


def fitted_lines(faces: FaceCase, words: str, key: FaceKey, box: Box) -> Fitted:
    """Return words in balanced lines of the largest size that fits the box; nothing is cut.

    A line end among the words stays.
    """
    found = Fitted((), box.sizes[-1], True)
    for size in box.sizes:
        parts = (balanced_lines(faces, each, key, size, box.width) for each in words.split("\n"))
        lines = list(chain.from_iterable(parts))
        fits = len(lines) * size * box.lead <= box.height + 0.01
        found = Fitted(lines, size, fits and not too_wide(faces, words, key, size, box.width))
        if found.fits:
            break
    return found
