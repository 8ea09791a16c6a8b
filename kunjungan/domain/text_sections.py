"""The articles and annexes of a pasted text, each with its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kunjungan.domain.article_titles import article_key
from kunjungan.domain.clauses import Level
from kunjungan.domain.pasting import PastedRow

_HEADS = (Level.ARTICLE, Level.ANNEX)
_FIGURES = re.compile(r"\d+|\{[a-z0-9_.:]+\}")


@dataclass(frozen=True)
class Section:
    """An article or annex with its rows, or what stands before the first."""

    start: int
    rows: Sequence[PastedRow]

    @property
    def places(self) -> range:
        """Where its rows stand in the whole text."""
        return range(self.start, self.start + len(self.rows))

    @property
    def head(self) -> PastedRow | None:
        """The article or annex it begins with; None for what stands before the first."""
        return self.rows[0] if self.rows and self.rows[0].level in _HEADS else None

    @cached_property
    def key(self) -> str:
        """What it is about, if its title says so."""
        return article_key(self.head.text) if self.head else ""

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers and fields in it, by which its translation is known."""
        return frozenset(figure for row in self.rows for figure in _FIGURES.findall(row.text))


def sections(rows: Sequence[PastedRow]) -> list[Section]:
    """Return the sections of a text in order; what stands before the first article is one."""
    heads = [place for place, row in enumerate(rows) if row.level in _HEADS]
    starts = [0, *heads] if not heads or heads[0] else heads
    ends = [*starts[1:], len(rows)]
    return [Section(a, rows[a:b]) for a, b in zip(starts, ends, strict=True) if a < b]
