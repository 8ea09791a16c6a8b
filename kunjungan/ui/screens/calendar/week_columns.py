"""The hour grid's columns: entries at the same hour stand side by side, a crowded day is wider.

Pure arithmetic in minutes of the day and logical pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

DAY_MINUTES = 24 * 60
_WEEKEND = 0.62
_PER_LANE, _WIDEST = 0.73, 3.2
"""How much a column grows for each entry beside another, and how wide it gets at most."""
_SATURDAY = 5

Minutes = tuple[int, int]
"""From when until when, in minutes of the day; the end is no part of it."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Where an entry stands in its column: the which of how many beside each other."""

    at: int
    of: int


def lanes(spans: Sequence[Minutes]) -> list[Lane]:
    """Return the lane of each entry, in the order given; back to back entries share a lane."""
    places = [0] * len(spans)
    counts = [1] * len(spans)
    for group in _groups(spans):
        free: list[int] = []
        for one in group:
            start, end = spans[one]
            lane = next((at for at, until in enumerate(free) if until <= start), len(free))
            free[lane : lane + 1] = [end]
            places[one] = lane
        for one in group:
            counts[one] = len(free)
    return [Lane(at, of) for at, of in zip(places, counts, strict=True)]


def widths(weekdays: Sequence[int], most: Sequence[int], room: float) -> list[float]:
    """Return how wide the columns are: Monday is 0, ``most`` how many entries stand abreast."""
    weights = [
        (_WEEKEND if day >= _SATURDAY and len(weekdays) > 1 else 1.0) * _growth(count)
        for day, count in zip(weekdays, most, strict=True)
    ]
    share = room / sum(weights) if weights else 0.0
    return [weight * share for weight in weights]


def _growth(abreast: int) -> float:
    return min(1 + _PER_LANE * max(abreast - 1, 0), _WIDEST)


def _groups(spans: Sequence[Minutes]) -> list[list[int]]:
    """Return the entries that hang together by overlapping, each group by its hours."""
    found: list[list[int]] = []
    until = -1
    for one in sorted(range(len(spans)), key=lambda at: (spans[at], at)):
        if not found or spans[one][0] >= until:
            found.append([])
        found[-1].append(one)
        until = max(until, spans[one][1])
    return found
