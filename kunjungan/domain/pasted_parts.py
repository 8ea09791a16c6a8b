"""The parts of a pasted text: its title, its articles, its closing and who signs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kunjungan.domain.clauses import Level
from kunjungan.domain.marking import without_marks
from kunjungan.domain.pasting import PastedRow
from kunjungan.domain.shape import TABLE

MAX_TITLE = 120
"""A heading has no more letters."""
_OPENING = re.compile(
    r"(?:pada hari ini|on this day|pada tanggal|the undersigned)\b", re.IGNORECASE
)
_MADE = re.compile(r"this\b.{0,160}\b(?:made|signed|drawn up|executed)\b", re.IGNORECASE)
"""How an English text may end, if nothing else says that it does."""
_BEHIND = frozenset({Level.TEXT, *TABLE})
"""What may stand behind the closing: the names of those who sign, often in a table."""


def in_parts(rows: list[PastedRow]) -> list[PastedRow]:
    """Return the rows of a text with its closing, its only paragraphs, and what stands apart."""
    return _apart(_only_paragraphs(_closed(rows)))


def _closed(rows: list[PastedRow]) -> list[PastedRow]:
    """Return the rows with the last one before annex and signatures as closing, if it is one."""
    annex = next((n for n, row in enumerate(rows) if row.level is Level.ANNEX), len(rows))
    body = [row.level for row in rows[:annex]]
    if Level.ARTICLE not in body or Level.CLOSING in body:
        return rows
    last = annex - 1
    while body[last] in TABLE or (body[last] is Level.TEXT and _is_signature(_words(rows[last]))):
        last -= 1
    if body[last] is Level.TEXT and _MADE.match(_words(rows[last])):
        rows[last] = replace(rows[last], level=Level.CLOSING)
    return rows


def _only_paragraphs(rows: Sequence[PastedRow]) -> list[PastedRow]:
    """Make the only text of each article its paragraph, which carries no number."""
    found = list(rows)
    ends = (Level.ARTICLE, Level.ANNEX, Level.CLOSING)
    heads = [n for n, row in enumerate(rows) if row.level in ends]
    for start, stop in pairwise([*heads, len(rows)]):
        inside = range(start + 1, stop)
        texts = [n for n in inside if rows[n].level is Level.TEXT]
        numbered = any(rows[n].level is Level.PARAGRAPH for n in inside)
        if rows[start].level is Level.ARTICLE and len(texts) == 1 and not numbered:
            found[texts[0]] = replace(rows[texts[0]], level=Level.PARAGRAPH)
    return found


def _apart(rows: Sequence[PastedRow]) -> list[PastedRow]:
    """Mark what stands before the opening and behind the closing: title and signatures."""
    found = list(rows)
    opening = next((n for n, row in enumerate(rows[:40]) if _OPENING.match(_words(row))), 0)
    for place in range(opening):
        if rows[place].level is Level.TEXT and len(rows[place].text) <= MAX_TITLE:
            found[place] = replace(rows[place], apart=True)
    closed = False
    for place, row in enumerate(rows):
        closed = row.level is Level.CLOSING or (closed and row.level in _BEHIND)
        table = row.level in TABLE
        if closed and (table or (row.level is Level.TEXT and _is_signature(_words(row)))):
            found[place] = replace(row, apart=True)
    return found


def _words(row: PastedRow) -> str:
    return without_marks(row.text).strip()


def _is_signature(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(words) <= MAX_TITLE and capitals * 2 >= len(letters) and not words.endswith(".")
