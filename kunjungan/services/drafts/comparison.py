"""Compares any two texts: a kept draft, the text as it stands, or that of another agreement."""

from collections.abc import Mapping
from dataclasses import dataclass

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.compared_row import Row
from kunjungan.domain.comparing import Change, compare_rows, counts
from kunjungan.domain.word_changes import Part
from kunjungan.services.drafts.placed_rows import PlacedRow, placed, whole
from kunjungan.services.drafts.text_refs import TextRef, text_at
from kunjungan.services.drafts.texts import DraftText
from kunjungan.services.office import Office


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row of the left text beside that of the right; ``parts`` are its words by language.

    For a row that moved ``left`` is where it came from, for the place it left ``right`` is where
    it went; only one of the two shows its words there.
    """

    change: Change
    left: PlacedRow | None
    right: PlacedRow | None
    parts: tuple[tuple[Part, ...], ...]
    relevelled: bool = False

    @property
    def place(self) -> Bilingual:
        """Where the row stands in the right text, or stood in the left one."""
        row = self.left if self.change is Change.LEFT or self.right is None else self.right
        assert row is not None
        return row.place

    @property
    def reworded(self) -> bool:
        """Whether any word differs."""
        return any(part.changed for parts in self.parts for part in parts)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts side by side; ``languages`` are those of either text."""

    left: DraftText
    right: DraftText
    languages: tuple[str, ...]
    rows: tuple[RowPair, ...]
    counts: Mapping[Change, int]

    @property
    def same(self) -> bool:
        """Whether the two say the same in the same order."""
        return not any(self.counts.values())


def compare(office: Office, left: TextRef, right: TextRef) -> Comparison:
    """Return what became of one text in another, fields filled, head and parties included.

    Raises NotFound or Unavailable for a draft whose words are not there any more.
    """
    return compared(text_at(office, left), text_at(office, right))


def compared(left: DraftText, right: DraftText) -> Comparison:
    """Return two texts side by side."""
    languages = (*left.languages, *(code for code in right.languages if code not in left.languages))
    sides = [list(placed(text, languages)) for text in (left, right)]
    lines = compare_rows(*([_bare(row, key) for key, row in side] for side in sides))
    before, after = ([row for _, row in side] for side in sides)
    rows = []
    for line in lines:
        here = before[line.left] if line.left is not None else None
        there = after[line.right] if line.right is not None else None
        parts = line.parts or whole(line.change, here, there)
        rows.append(RowPair(line.change, here, there, parts, line.relevelled))
    return Comparison(left, right, languages, tuple(rows), counts(lines))


def _bare(row: PlacedRow, key: str) -> Row:
    return Row(row.level, row.texts, key)
