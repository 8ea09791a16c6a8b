"""The order in which the parts of a line stand on paper, from left to right."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from kunjungan.documents.setting.scripts.bidi import visual_order

MIRRORED = str.maketrans("()[]{}<>\u00ab\u00bb\u2039\u203a", ")(][}{><\u00bb\u00ab\u203a\u2039")
"""Marks that turn round where a text reads to the left."""


class Part(NamedTuple):
    """Neighbouring characters in one face that read one way; a gap between words has no key."""

    key: str
    text: str
    leftward: bool


def from_left_to_right(words: Sequence[Sequence[tuple[str, str]]], levels: bytes) -> list[Part]:
    """Return the parts of a line as they stand on paper.

    The words stand in the order of reading, each in stretches of one face, (key, text); ``levels``
    tells which way every character of them and every gap between them reads.
    """
    found, at = list[tuple[Part, int]](), 0
    for number, word in enumerate(words):
        if number:
            found.append((Part("", " ", leftward=bool(levels[at] % 2)), levels[at]))
            at += 1
        for key, text in word:
            for level, run in groupby(range(at, at + len(text)), key=levels.__getitem__):
                stretch = "".join(text[place - at] for place in run)
                found.append((Part(key, stretch, leftward=bool(level % 2)), level))
            at += len(text)
    return [found[place][0] for place in visual_order(bytes(level for _, level in found))]
