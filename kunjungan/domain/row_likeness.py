"""Finds rows of two texts that have words in common, the most alike first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import inf

from kunjungan.domain.compared_row import Row

_BESIDE, _FAR = 0.4, 0.75
"""How much of their words two rows must share to be one: between the same neighbours, or not."""
_COMMON = 50
"""A word in more rows than this tells nothing about which rows belong together."""


def similar(
    left: Sequence[Row], right: Sequence[Row], pairs: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield rows that share enough of their words, the most alike and then the nearest first."""
    bounds = _bounds(len(left), pairs)
    found = []
    for here, there in _candidates(left, right, pairs):
        likeness = left[here].likeness(right[there])
        low, high = bounds[here]
        if likeness >= (_BESIDE if low < there < high else _FAR):
            found.append((-likeness, abs(here - there), here, there))
    for _, _, here, there in sorted(found):
        yield here, there


def _bounds(count: int, pairs: Mapping[int, int]) -> list[tuple[float, float]]:
    """Return for each row between which places its paired neighbours stand in the other text."""
    low: list[float] = []
    last: float = -1
    for place in range(count):
        last = pairs.get(place, last)
        low.append(last)
    high: list[float] = []
    last = inf
    for place in reversed(range(count)):
        last = pairs.get(place, last)
        high.append(last)
    return list(zip(low, reversed(high), strict=True))


def _candidates(
    left: Sequence[Row], right: Sequence[Row], pairs: Mapping[int, int]
) -> set[tuple[int, int]]:
    """Return the free rows that have an uncommon word in common."""
    taken = set(pairs.values())
    here, there = (
        _places(rows, free)
        for rows, free in (
            (left, [at for at in range(len(left)) if at not in pairs]),
            (right, [at for at in range(len(right)) if at not in taken]),
        )
    )
    return {
        (first, second)
        for word in here.keys() & there.keys()
        if max(len(here[word]), len(there[word])) <= _COMMON
        for first in here[word]
        for second in there[word]
    }


def _places(rows: Sequence[Row], free: Sequence[int]) -> dict[str, list[int]]:
    """Return in which of some rows each word stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in free:
        for word in rows[at].words:
            places[word].append(at)
    return places
