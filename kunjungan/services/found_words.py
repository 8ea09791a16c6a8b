"""Which words of a record are shown where its title lacks those that were searched."""

import re
from collections.abc import Iterable

from kunjungan.domain.marking import without_marks
from kunjungan.domain.search_words import Query, places

_BEFORE, _LONGEST = 18, 90
"""How many letters of a clause are shown before the first word found, and in all."""
_FIELDS = re.compile(r"(?:\{[^{}]*\}\W*)+")


def lacking(title: str, more: Iterable[str | None], query: Query) -> str:
    """Return the text that has most of the words where the title lacks some; else ""."""
    if len(places(title, query)) >= len(query.exact):
        return ""
    found = max(filter(None, more), key=lambda text: len(places(text, query)), default="")
    return found if places(found, query) else ""


def snippet(text: str, query: Query) -> str:
    """Return a clause without marks and fields, cut round the first word found."""
    plain = " ".join(_FIELDS.sub("… ", without_marks(text)).split())
    found = places(plain, query)
    start = max(found[0][0] - _BEFORE, 0) if found else 0
    if start:
        start = plain.find(" ", start) + 1
    shown = plain[start : start + _LONGEST]
    if start + _LONGEST < len(plain):
        shown = f"{shown.rsplit(' ', 1)[0]}…"
    return f"…{shown.removeprefix('…')}" if start else shown
