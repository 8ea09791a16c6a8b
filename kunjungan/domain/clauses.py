"""The clauses of an agreement: how they are numbered, paired and which must be there."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.articles import REQUIRED, ArticleKey
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.cells import level_cells
from kunjungan.domain.number_words import roman


class Level(StrEnum):
    """What a clause is in the order of a text: pasal, ayat, huruf, angka and what stands round."""

    TEXT = "text"
    PARTY = "party"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    LETTER = "letter"
    NUMBER = "number"
    CLOSING = "closing"
    ANNEX = "annex"
    TABLE_HEAD = "table_head"
    TABLE_ROW = "table_row"


_UNMARKED = (Level.TEXT, Level.CLOSING, Level.TABLE_HEAD, Level.TABLE_ROW)


class ClauseRow(Protocol):
    """One clause in both languages; a table row will do."""

    @property
    def level(self) -> Level: ...
    @property
    def text_id(self) -> str: ...
    @property
    def text_en(self) -> str: ...


_FIGURES = re.compile(r"\{[a-z0-9_.:]+\}|\d+")
_BELOW = (Level.LETTER, Level.NUMBER)
_INSIDE = {
    Level.TEXT: _BELOW,
    Level.PARTY: _BELOW,
    Level.ARTICLE: (Level.PARTY, Level.PARAGRAPH, *_BELOW),
    Level.PARAGRAPH: _BELOW,
    Level.LETTER: (Level.NUMBER,),
    Level.CLOSING: _BELOW,
    Level.ANNEX: (Level.ARTICLE, Level.PARTY, Level.PARAGRAPH, *_BELOW),
}
"""Which counts begin anew after a clause of each level."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a clause among those of its level; 0 for an annex that is the only one."""

    level: Level
    count: int


def marks(levels: Sequence[Level]) -> list[Mark | None]:
    """Return the number of each clause in order, None for one that carries none.

    Articles count through the text, and in each annex anew. A paragraph that is the only one of
    its article carries no (1). Letters and numbers begin anew under each clause above them.
    """
    alone = _alone(levels)
    only_annex = levels.count(Level.ANNEX) == 1
    counts: Counter[Level] = Counter()
    found: list[Mark | None] = []
    for place, level in enumerate(levels):
        counts[level] += 1
        for inner in _INSIDE.get(level, ()):
            counts[inner] = 0
        count = 0 if level is Level.ANNEX and only_annex else counts[level]
        found.append(None if level in _UNMARKED or place in alone else Mark(level, count))
    return found


def markers(levels: Sequence[Level]) -> list[Bilingual]:
    """Return the mark in front of each clause, in order: ``Pasal 1``, ``(1)``, ``a.``, ``1.``.

    Parties carry Roman numbers, and so do annexes if there are several.
    """
    return [_worded(mark) for mark in marks(levels)]


def bare_marker(mark: Mark) -> str:
    """Return a mark that is the same in all languages; empty for articles and annexes."""
    match mark.level:
        case Level.PARTY:
            return f"{roman(mark.count)}."
        case Level.PARAGRAPH:
            return f"({mark.count})"
        case Level.LETTER:
            return f"{_letters(mark.count)}."
        case Level.NUMBER:
            return f"{mark.count}."
        case _:
            return ""


def is_inside(level: Level, above: Level) -> bool:
    """Say whether a clause of a level belongs to one of the level above it."""
    return level in _INSIDE.get(above, ())


def untranslated(rows: Sequence[ClauseRow]) -> list[int]:
    """Return the places (from 0) of clauses that are there in one language only.

    A table's row lacks English where a cell does that is no number, amount or date.
    """
    return [
        place
        for place, row in enumerate(rows)
        if in_one_language(row.level, row.text_id, row.text_en)
    ]


def uneven(text_id: str, text_en: str) -> bool:
    """Say whether one language names a number or a field that the other does not.

    >>> uneven("Pasal 3 ayat (1)", "Article 3 paragraph (2)")
    True
    """
    return set(_FIGURES.findall(text_id)) != set(_FIGURES.findall(text_en))


def missing_articles(kind: AgreementKind, keys: Collection[str]) -> tuple[ArticleKey, ...]:
    """Return the articles a kind of agreement should have and a text with these keys has not."""
    return tuple(key for key in REQUIRED[kind] if key not in keys)


def in_one_language(level: Level, text_id: str, text_en: str) -> bool:
    """Say whether a clause, or a cell of a table's row, is there in one language only."""
    table = level in (Level.TABLE_HEAD, Level.TABLE_ROW)
    sides = level_cells(text_id, text_en) if table else [Bilingual(text_id, text_en)]
    return any(bool(side.id.strip()) != bool(side.en.strip()) for side in sides)


def _alone(levels: Sequence[Level]) -> set[int]:
    """Return the places of paragraphs that are the only one of their article."""
    articles: list[list[int]] = [[]]
    for place, level in enumerate(levels):
        if level in (Level.ARTICLE, Level.ANNEX):
            articles.append([])
        elif level is Level.PARAGRAPH:
            articles[-1].append(place)
    return {places[0] for places in articles if len(places) == 1}


def _worded(mark: Mark | None) -> Bilingual:
    if mark is None:
        return Bilingual("", "")
    if mark.level is Level.ARTICLE:
        return Bilingual(f"Pasal {mark.count}", f"Article {mark.count}")
    if mark.level is Level.ANNEX:
        number = f" {roman(mark.count)}" if mark.count else ""
        return Bilingual(f"LAMPIRAN{number}", f"ANNEX{number}")
    bare = bare_marker(mark)
    return Bilingual(bare, bare)


def _letters(count: int) -> str:
    """Return a to z, then aa, bb, cc."""
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1)
