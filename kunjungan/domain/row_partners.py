"""Finds for the rows of one text their partners in another: by words, by row, by likeness."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from kunjungan.domain.compared_row import Row
from kunjungan.domain.row_likeness import similar

_KNOWN = 0.1
"""And how much two states of one row must share still."""


def partners(left: Sequence[Row], right: Sequence[Row]) -> dict[int, int]:
    """Return for rows of the first text the row of the second that each has become."""
    pairs = _alike_in_order(left, right)
    for find in (_alike_elsewhere, _known, similar):
        _add(pairs, find(left, right, pairs))
    return pairs


def _add(pairs: dict[int, int], found: Iterator[tuple[int, int]]) -> None:
    """Take pairs of rows both of which are still free, the first found first."""
    taken = set(pairs.values())
    for here, there in found:
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)


def _alike_in_order(left: Sequence[Row], right: Sequence[Row]) -> dict[int, int]:
    first, second = ([(row.level, row.texts) for row in rows] for rows in (left, right))
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return {a + step: b + step for a, b, size in blocks for step in range(size)}


def _alike_elsewhere(
    left: Sequence[Row], right: Sequence[Row], pairs: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield rows with the same words at another place; empty ones are not the same row."""
    taken = set(pairs.values())
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for there, row in enumerate(right):
        if there not in taken and not row.blank:
            places[row.texts].append(there)
    for here, row in enumerate(left):
        if here not in pairs and places[row.texts]:
            yield here, places[row.texts].pop(0)


def _known(
    left: Sequence[Row], right: Sequence[Row], pairs: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield rows that are two states of one row and still share some words."""
    places = {row.known_by: there for there, row in enumerate(right) if row.known_by}
    for here, row in enumerate(left):
        there = places.get(row.known_by)
        if here not in pairs and there is not None and row.likeness(right[there]) >= _KNOWN:
            yield here, there
