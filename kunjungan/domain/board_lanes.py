"""Where the sessions of a day stand beside each other, so that none hides another."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Part(Generic[K]):
    """A part of a day in some columns, from a time to a later one (half-open)."""

    key: K
    starts_at: time
    ends_at: time
    columns: frozenset[int]

    def meets(self, other: "Part[K]") -> bool:
        """Say whether two parts want the same room on the board."""
        same_time = self.starts_at < other.ends_at and other.starts_at < self.ends_at
        return same_time and bool(self.columns & other.columns)


@dataclass(frozen=True, slots=True)
class Lane:
    """The place of a part: lane ``at`` from 0, of ``of`` lanes that share the width."""

    at: int
    of: int


def lanes(parts: Iterable[Part[K]]) -> dict[K, Lane]:
    """Return the lane of every part; parts that meet never share one.

    Parts that hang together, directly or by others, divide the width alike.
    """
    ordered = sorted(parts, key=lambda part: (part.starts_at, -_end(part), str(part.key)))
    places: dict[K, int] = {}
    for number, part in enumerate(ordered):
        taken = {places[other.key] for other in ordered[:number] if part.meets(other)}
        places[part.key] = next(lane for lane in range(len(ordered)) if lane not in taken)
    found: dict[K, Lane] = {}
    for group in _groups(ordered):
        many = max(places[part.key] for part in group) + 1
        found.update({part.key: Lane(places[part.key], many) for part in group})
    return found


def runs(columns: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return columns as runs that stand side by side: 0, 1, 3 as 0 to 1 and 3 to 3."""
    found: list[tuple[int, int]] = []
    for column in sorted(set(columns)):
        if found and found[-1][1] == column - 1:
            found[-1] = (found[-1][0], column)
        else:
            found.append((column, column))
    return tuple(found)


def _groups(parts: Sequence[Part[K]]) -> list[list[Part[K]]]:
    """Return parts in groups that hang together."""
    groups: list[list[Part[K]]] = []
    for part in parts:
        near = [group for group in groups if any(part.meets(other) for other in group)]
        apart = [group for group in groups if group not in near]
        groups = [*apart, [*(other for group in near for other in group), part]]
    return groups


def _end(part: Part[K]) -> int:
    return part.ends_at.hour * 60 + part.ends_at.minute
