"""Tells word by word how one text became another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_KEPT = 0.25
"""A text that keeps less than this part of its words was written anew, and is shown so."""


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Part:
    """Words that share one fate."""

    text: str
    fate: Fate = Fate.KEPT

    @property
    def changed(self) -> bool:
        """Whether the words are in one of the two texts only."""
        return self.fate is not Fate.KEPT


def words_in(text: str) -> list[str]:
    """Return the words and figures of a text in small letters."""
    return [token for token in _TOKEN.findall(text.casefold()) if token[0].isalnum()]


def word_changes(before: str, after: str) -> tuple[Part, ...]:
    """Return the words of two texts in one row: what was removed stands before what was added.

    Kept and removed words together are the first text, kept and added ones the second.

    >>> [f"{part.fate}:{part.text}" for part in word_changes("tiga hari", "empat hari")]
    ['removed:tiga', 'added:empat', 'kept: hari']
    """
    if before == after:
        return (Part(before),) if before else ()
    first, second = _TOKEN.findall(before), _TOKEN.findall(after)
    parts = list(_parts(first, second))
    kept = sum(len(words_in(part.text)) for part in parts if part.fate is Fate.KEPT)
    if kept < _KEPT * max(1, min(_count(first), _count(second))):
        parts = [Part(before, Fate.REMOVED), Part(after, Fate.ADDED)]
    return tuple(_joined(parts))


def _count(tokens: list[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)


def _parts(first: list[str], second: list[str]) -> Iterator[Part]:
    """Yield the words that stayed, went and came; white alone never parts two changes."""
    matcher = SequenceMatcher(str.isspace, first, second)
    codes = matcher.get_opcodes()
    for at, (kind, a, b, c, d) in enumerate(codes):
        before, after = "".join(first[a:b]), "".join(second[c:d])
        inner = 0 < at < len(codes) - 1
        if kind == "equal" and not (inner and before.isspace()):
            yield Part(before)
            continue
        yield Part(before, Fate.REMOVED)
        yield Part(after, Fate.ADDED)


def _joined(parts: list[Part]) -> Iterator[Part]:
    """Yield parts with neighbours of one fate joined; between kept words, removed ones first."""
    for changed, run in groupby(parts, key=lambda part: part.changed):
        fates = (Fate.REMOVED, Fate.ADDED) if changed else (Fate.KEPT,)
        together = list(run)
        for fate in fates:
            if text := "".join(part.text for part in together if part.fate is fate):
                yield Part(text, fate)
