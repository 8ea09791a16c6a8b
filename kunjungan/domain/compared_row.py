"""A row of a text that is compared with another: its words, and how many of them two rows share."""

from dataclasses import dataclass
from functools import cached_property

from kunjungan.domain.word_changes import words_in


@dataclass(frozen=True)
class Row:
    """A row to compare: its level, its words in each language, and what it is known by."""

    level: str
    texts: tuple[str, ...]
    known_by: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in all languages, each told apart by its language."""
        return frozenset(
            f"{place}{word}" for place, text in enumerate(self.texts) for word in words_in(text)
        )

    @property
    def blank(self) -> bool:
        """Whether it says nothing in any language."""
        return not any(text.strip() for text in self.texts)

    def likeness(self, other: "Row") -> float:
        """Return which part of their words two rows share, from 0 to 1."""
        count = len(self.words) + len(other.words)
        return 2 * len(self.words & other.words) / count if count else 1.0
