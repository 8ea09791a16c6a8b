"""Where people stand for a photograph: the highest in the middle of the front row."""

from collections.abc import Sequence
from typing import TypeVar

from kunjungan.domain.seating import View, in_rows, seats
from kunjungan.domain.seating_kinds import SeatPlace, Size

T = TypeVar("T")

PER_ROW = 9
"""So many stand beside each other at most (office practice)."""
_PITCH = 0.72
"""From row to row, in the widths that people take."""


def photo_rows(order: Sequence[T], per_row: int = PER_ROW) -> list[list[T]]:
    """Return people given by rank, row by row from the front, as the camera sees them.

    The first stands in the middle, the second at his right, which is the camera's left (PP
    39/2018). Rows are about equally long, and none behind is longer than the one before it.
    """
    count = -(-len(order) // per_row)
    wide = -(-len(order) // count) if count else 1
    return [seats(row, View.AUDIENCE) for row in in_rows(order, wide)]


def photo_places(rows: Sequence[Sequence[object]]) -> tuple[list[list[SeatPlace]], Size]:
    """Return a place for everybody in rows from the front, the last row at the top; and the size.

    Measures are those of seats.
    """
    wide = max(map(len, rows), default=1)
    size = Size(max(wide, 3) + 0.4, len(rows) * _PITCH + 0.6)
    return [
        [
            SeatPlace(
                key=f"{row}.{number}",
                part="photo",
                row=row + 1,
                number=number + 1,
                x=size.width / 2 + number - (len(people) - 1) / 2,
                y=(len(rows) - row - 0.5) * _PITCH,
                turn=0,
                honour=0,
            )
            for number in range(len(people))
        ]
        for row, people in enumerate(rows)
    ], size
