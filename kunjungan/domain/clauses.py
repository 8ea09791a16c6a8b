"""The clauses of an agreement: how they are numbered, paired and which must be there."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Protocol

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.articles import REQUIRED, ArticleKey
from kunjungan.domain.bilingual import Bilingual
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


class ClauseRow(Protocol):
    """One clause in both languages; a table row will do."""

    @property
    def level(self) -> Level: ...
    @property
    def text_id(self) -> str: ...
    @property
    def text_en(self) -> str: ...


_FIGURES = re.compile(r"\{[a-z0-9_.]+\}|\d+")
_INSIDE = {
    Level.TEXT: (Level.LETTER, Level.NUMBER),
    Level.PARTY: (Level.LETTER, Level.NUMBER),
    Level.ARTICLE: (Level.PARTY, Level.PARAGRAPH, Level.LETTER, Level.NUMBER),
    Level.PARAGRAPH: (Level.LETTER, Level.NUMBER),
    Level.LETTER: (Level.NUMBER,),
    Level.NUMBER: (),
    Level.CLOSING: (Level.LETTER, Level.NUMBER),
}
"""Which counts begin anew after a clause of each level."""


def markers(levels: Sequence[Level]) -> list[Bilingual]:
    """Return the mark in front of each clause, in order.

    Articles count through the text and never begin anew. A paragraph that is the only one of its
    article carries no (1). Letters and numbers begin anew under each clause above them; parties
    carry Roman numbers.
    """
    alone = _alone(levels)
    counts: Counter[Level] = Counter()
    marks = []
    for place, level in enumerate(levels):
        counts[level] += 1
        for inner in _INSIDE[level]:
            counts[inner] = 0
        marks.append(Bilingual("", "") if place in alone else _mark(level, counts[level]))
    return marks


def untranslated(rows: Sequence[ClauseRow]) -> list[int]:
    """Return the places (from 0) of clauses that are there in one language only."""
    return [
        place
        for place, row in enumerate(rows)
        if bool(row.text_id.strip()) != bool(row.text_en.strip())
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


def _alone(levels: Sequence[Level]) -> set[int]:
    """Return the places of paragraphs that are the only one of their article."""
    articles: list[list[int]] = [[]]
    for place, level in enumerate(levels):
        if level is Level.ARTICLE:
            articles.append([])
        elif level is Level.PARAGRAPH:
            articles[-1].append(place)
    return {places[0] for places in articles if len(places) == 1}


def _mark(level: Level, count: int) -> Bilingual:
    if level is Level.ARTICLE:
        return Bilingual(f"Pasal {count}", f"Article {count}")
    mark = {
        Level.PARTY: f"{roman(count)}.",
        Level.PARAGRAPH: f"({count})",
        Level.LETTER: f"{_letters(count)}.",
        Level.NUMBER: f"{count}.",
    }.get(level, "")
    return Bilingual(mark, mark)


def _letters(count: int) -> str:
    """Return a to z, then aa, bb, cc."""
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1)
