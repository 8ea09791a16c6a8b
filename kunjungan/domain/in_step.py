"""Walks through two rows of things side by side, each side in its own order."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def in_step(
    one: Sequence[tuple[object, ...]], two: Sequence[tuple[object, ...]]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield the places of equal keys, and of those without an equal, both sides in order."""
    places = {key: place for place, key in enumerate(two)}
    at = 0
    for first, key in enumerate(one):
        second = places.get(key)
        if second is None or second < at:
            yield first, None
            continue
        yield from ((None, place) for place in range(at, second))
        yield first, second
        at = second + 1
    yield from ((None, place) for place in range(at, len(two)))


def in_turn(
    left: Sequence[int], right: Sequence[int], partners: Sequence[tuple[int, int]]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield two runs of rows in their order, some of them with a partner."""
    at_left, at_right = 0, 0
    for first, second in partners:
        yield from ((n, None) for n in left[at_left : left.index(first)])
        yield from ((None, n) for n in right[at_right : right.index(second)])
        yield first, second
        at_left, at_right = left.index(first) + 1, right.index(second) + 1
    yield from ((n, None) for n in left[at_left:])
    yield from ((None, n) for n in right[at_right:])


def at(things: Sequence[T], place: int | None) -> T | None:
    """Return the thing at a place, None where nothing stands beside the other side."""
    return things[place] if place is not None else None
