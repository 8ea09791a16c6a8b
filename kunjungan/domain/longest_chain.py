"""Tells which of paired rows have kept their order."""

from bisect import bisect_left
from collections.abc import Mapping


def in_order(pairs: Mapping[int, int]) -> set[int]:
    """Return the rows of the longest chain of pairs that stands in one order in both texts."""
    tails: list[int] = []
    chain: list[int] = []
    before: dict[int, int | None] = {}
    for here in sorted(pairs):
        at = bisect_left(tails, pairs[here])
        before[here] = chain[at - 1] if at else None
        tails[at : at + 1], chain[at : at + 1] = [pairs[here]], [here]
    stay: set[int] = set()
    last = chain[-1] if chain else None
    while last is not None:
        stay.add(last)
        last = before[last]
    return stay
