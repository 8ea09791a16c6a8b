"""Who sits where in a row, seen by the seated persons and by the audience.

The right hand is that of the seated persons looking out; it is the more honourable side
(PP 39/2018, elucidation).
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

T = TypeVar("T")


class View(StrEnum):
    """From which side a row is drawn."""

    SEATED = "seated"
    AUDIENCE = "audience"


def seated_view(count: int) -> list[int]:
    """Return the ranks in a row from the seated persons' own left to their right.

    In an odd row the first sits in the middle, the second at his right; in an even row the first
    sits at the right of the middle. Ranks count from 1.
    """
    odd = list(range(1, count + 1, 2))
    even = list(range(2, count + 1, 2))
    left, right = (odd[1:], [*odd[:1], *even]) if count % 2 else (even, odd)
    return [*reversed(left), *right]


def audience_view(count: int) -> list[int]:
    """Return the ranks in a row as the audience sees them from left to right."""
    return seated_view(count)[::-1]


def seats(order: Sequence[T], view: View) -> list[T]:
    """Return guests given in order of precedence, as they sit from left to right in a view."""
    places = seated_view(len(order)) if view is View.SEATED else audience_view(len(order))
    return [order[place - 1] for place in places]


def in_rows(order: Sequence[T], per_row: int) -> list[list[T]]:
    """Return guests row by row: the front row is filled first, by rank."""
    if per_row < 1:
        raise RuleBroken(later("A row needs at least one seat."))
    return [list(order[start : start + per_row]) for start in range(0, len(order), per_row)]
