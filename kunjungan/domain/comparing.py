"""Compares two texts row by row: what was added, removed, changed and moved.

Rows find their partners in three steps: by the same words, by the same row of one text, and by
words in common. Of all pairs the longest chain that keeps its order stays; the others have moved.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kunjungan.domain.compared_row import Row
from kunjungan.domain.longest_chain import in_order
from kunjungan.domain.row_partners import partners
from kunjungan.domain.word_changes import Part, word_changes


class Change(StrEnum):
    """What became of a row."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    LEFT = "left"
    """The place that a moved row has left."""


@dataclass(frozen=True)
class ComparedLine:
    """A row of the one text beside its row of the other; places count from 0.

    A moved row stands where it is now, and ``left`` tells where it came from; where it was stands
    a line of its own. ``parts`` are the words of each language that stayed, went and came.
    """

    change: Change
    left: int | None
    right: int | None
    parts: tuple[tuple[Part, ...], ...] = ()
    relevelled: bool = False


def compare_rows(left: Sequence[Row], right: Sequence[Row]) -> list[ComparedLine]:
    """Return the rows of two texts side by side, in the order of the second."""
    pairs = partners(left, right)
    stay = in_order(pairs)
    back = {there: here for here, there in pairs.items()}
    lines: list[ComparedLine] = []
    at = 0
    for there, row in enumerate(right):
        here = back.get(there)
        if here is not None and here in stay:
            lines += (_gone(pairs, place) for place in range(at, here))
            at = here + 1
        lines.append(_line(left, row, here, there, stays=here in stay))
    return [*lines, *(_gone(pairs, place) for place in range(at, len(left)))]


def counts(lines: Sequence[ComparedLine]) -> Mapping[Change, int]:
    """Return how many rows were changed, added, removed and moved; a moved one counts once."""
    told = (Change.CHANGED, Change.ADDED, Change.REMOVED, Change.MOVED)
    found = Counter(line.change for line in lines)
    return {change: found[change] for change in told}


def _line(
    left: Sequence[Row], row: Row, here: int | None, there: int, *, stays: bool
) -> ComparedLine:
    if here is None:
        return ComparedLine(Change.ADDED, None, there)
    before = left[here]
    parts = tuple(word_changes(*both) for both in zip(before.texts, row.texts, strict=True))
    relevelled = before.level != row.level
    changed = relevelled or before.texts != row.texts
    change = (Change.CHANGED if changed else Change.SAME) if stays else Change.MOVED
    return ComparedLine(change, here, there, parts, relevelled)


def _gone(pairs: Mapping[int, int], place: int) -> ComparedLine:
    """Return the line of a row that is no longer there: moved elsewhere, or removed."""
    if place in pairs:
        return ComparedLine(Change.LEFT, place, pairs[place])
    return ComparedLine(Change.REMOVED, place, None)
