"""The rows of an agreement's text: their levels, and what must be in both languages."""

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Protocol

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.articles import REQUIRED, ArticleKey
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.cells import level_cells


class Level(StrEnum):
    """What a clause is in the order of a text: pasal, ayat, huruf, angka and what stands round.

    Under a number stand ``a)``, and under that ``1)`` (UU 12/2011, annex II).
    """

    TEXT = "text"
    PARTY = "party"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    LETTER = "letter"
    NUMBER = "number"
    SUBLETTER = "subletter"
    SUBNUMBER = "subnumber"
    CLOSING = "closing"
    ANNEX = "annex"
    TABLE_HEAD = "table_head"
    TABLE_ROW = "table_row"


UNMARKED = (Level.TEXT, Level.CLOSING, Level.TABLE_HEAD, Level.TABLE_ROW)


class ClauseRow(Protocol):
    """One clause in both languages; a table row will do."""

    @property
    def level(self) -> Level: ...
    @property
    def text_id(self) -> str: ...
    @property
    def text_en(self) -> str: ...


_FIGURES = re.compile(r"\{[a-z0-9_.:]+\}|\d+")
LISTED = (Level.LETTER, Level.NUMBER, Level.SUBLETTER, Level.SUBNUMBER)
"""The levels of lists, each of which may stand inside those before it."""
INSIDE = {
    Level.TEXT: LISTED,
    Level.PARTY: LISTED,
    Level.ARTICLE: (Level.PARTY, Level.PARAGRAPH, *LISTED),
    Level.PARAGRAPH: LISTED,
    Level.LETTER: LISTED[1:],
    Level.NUMBER: LISTED[2:],
    Level.SUBLETTER: LISTED[3:],
    Level.CLOSING: LISTED,
    Level.ANNEX: (Level.ARTICLE, Level.PARTY, Level.PARAGRAPH, *LISTED),
}
"""Which counts begin anew after a clause of each level."""


def is_inside(level: Level, above: Level) -> bool:
    """Say whether a clause of a level belongs to one of the level above it."""
    return level in INSIDE.get(above, ())


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
