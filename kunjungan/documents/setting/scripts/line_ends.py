"""Where lines may end in scripts that do not part their words by spaces, and where white grows."""

from bisect import bisect_right
from functools import cache
from itertools import groupby
from typing import Literal

from kunjungan.documents.setting.scripts.families import clusters, joins
from kunjungan.documents.setting.scripts.thai import parts, word_ends

Kind = Literal["", "han", "hangul", "thai"]

_STARTS: tuple[tuple[int, Kind], ...] = (
    (0, ""), (0xE01, "thai"), (0xE3B, ""), (0xE40, "thai"), (0xE4F, ""),
    (0x1100, "hangul"), (0x1200, ""), (0x2E80, "han"), (0x2FE0, ""), (0x3000, "han"),
    (0x3100, ""), (0x3131, "hangul"), (0x318F, ""), (0x3190, "han"), (0xA4D0, ""),
    (0xA960, "hangul"), (0xA980, ""), (0xAC00, "hangul"), (0xD800, ""), (0xF900, "han"),
    (0xFB00, ""), (0xFE30, "han"), (0xFE50, ""), (0xFF01, "han"), (0xFF61, ""),
    (0xFFE0, "han"), (0xFFE7, ""), (0x20000, "han"), (0x40000, ""),
)  # fmt: skip
"""From which code on characters are letters or marks of which kind (Unicode 15, Blocks.txt)."""
_CODES = [code for code, _ in _STARTS]

_NOT_FIRST = frozenset(
    ".,;:!?)]}%'\"\u2019\u201d\u2013\u2014\u2025\u2026\u00b7\u00b0\u2030\u2103"
    "\u3001\u3002\u3003\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301c\u303b"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u309b-\u309e"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb\u30fc\u30fd\u30fe"
    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60"
)
"""Marks and small letters with which no line begins (JIS X 4051, GB/T 15834)."""
_NOT_LAST = frozenset(
    "([{$#'\"\u2018\u201c\u00a3\u00a5\u2116"
    "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff04\uff08\uff3b\uff5b\uff5f\uffe1\uffe5"
)
"""Marks with which no line ends."""

HAN_WHITE, THAI_WHITE = 120, 40
"""The part of a letter that grows and shrinks like a space does, in thousandths of the size."""

_QUOTES = frozenset("\u2018\u2019\u201c\u201d\u2026\u2014\u00b7")


@cache
def kind_of(char: str) -> Kind:
    """Return of which kind a character is where lines end: "han" stands for kana as well."""
    return _STARTS[bisect_right(_CODES, ord(char)) - 1][1]


def line_ends(word: str) -> dict[int, bool]:
    """Return the places inside a word where a line may end: freely (True) or for want of a better.

    Between Han and kana a line ends freely, between the words of Thai as well; inside a Korean
    word only where no space will do.
    """
    if word.isascii():
        return {}
    kinds = list(map(kind_of, word))
    if not any(kinds):
        return {}
    places = {
        at: "han" in kinds[at - 1 : at + 1]
        for at in range(1, len(word))
        if _parts_here(word[at - 1], word[at])
    }
    start = 0
    for kind, run in groupby(kinds):
        stop = start + len(list(run))
        if kind == "thai":
            places |= {start + at: True for at in word_ends(word[start:stop])}
        start = stop
    return places


def _parts_here(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or joins(after):
        return False
    if before.isascii() and before.isdigit():
        return False
    kinds = (kind_of(before), kind_of(after))
    return "han" in kinds or kinds == ("hangul", "hangul")


def smallest_parts(text: str) -> list[str]:
    """Return a text cut into what stays whole even in a word that is wider than its line."""
    if all(kind_of(char) == "thai" for char in text):
        return parts(text)
    return clusters(text)


def white(char: str) -> int:
    """Return how much of a letter grows like a space when its line is filled, in thousandths."""
    kind = kind_of(char)
    if kind == "han":
        return HAN_WHITE
    return THAI_WHITE if kind == "thai" and not joins(char) else 0


def whites(text: str) -> int:
    """Return the white of all letters of a text, in thousandths of the size."""
    return 0 if text.isascii() else sum(map(white, text))


def last_white(text: str) -> int:
    """Return the white of the last letter of a text, which does not count where a line ends."""
    return next((white(char) for char in reversed(text) if not joins(char)), 0)


def wide_marks(word: str) -> frozenset[int]:
    """Return the places of the quotes and dashes in a word that are as wide as its Han letters.

    They are so where Han stands on both sides of any of them, as inside a Chinese sentence.
    """
    sides, start = list[tuple[range, bool, bool]](), 0
    for mark, run in groupby(word, key=_QUOTES.__contains__):
        stop = start + len(list(run))
        if mark:
            before = start > 0 and kind_of(word[start - 1]) == "han"
            after = stop < len(word) and kind_of(word[stop]) == "han"
            sides.append((range(start, stop), before, after))
        start = stop
    if not any(before and after for _, before, after in sides):
        return frozenset()
    return frozenset(at for places, before, after in sides if before or after for at in places)
