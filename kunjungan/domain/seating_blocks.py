"""One part of a seated room on its own: its seats and what stands at them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from kunjungan.domain.seating_kinds import (
    OBJECT_NAMES,
    ObjectKind,
    Part,
    RoomObject,
    SeatPlace,
    SeatSide,
)

AISLE = 0.34
"""How wide an aisle is, in seat widths."""


@dataclass(slots=True)
class Block:
    """A part on its own: ``x`` is from its middle, ``y`` from its top."""

    width: float
    depth: float
    places: list[SeatPlace] = field(default_factory=list)
    objects: list[RoomObject] = field(default_factory=list)

    @property
    def wide(self) -> float:
        """How wide a room it needs, its chairs behind included."""
        return max(self.width, *(2 * abs(seat.x) + 1 for seat in self.places))


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A row of a part: where it is, where its people look, for whom it is."""

    part: Part
    row: int
    y: float
    turn: int
    side: SeatSide = ""

    def seats(self, view: Sequence[int], xs: Sequence[float]) -> list[SeatPlace]:
        """Return the row's seats in order of honour; ``view`` has their honours from the left."""
        made = [
            self.seat(honour, number, x)
            for number, (honour, x) in enumerate(zip(view, xs, strict=True), 1)
        ]
        return sorted(made, key=lambda seat: seat.honour)

    def seat(self, honour: int, number: int, x: float) -> SeatPlace:
        """Return one seat of the row."""
        return SeatPlace(
            key=f"{self.part.key}-{self.row}-{honour}",
            part=self.part.key,
            row=self.row,
            number=number,
            x=x,
            y=self.y,
            turn=self.turn,
            honour=honour,
            side=self.side,
        )

    def behind(self, middle: float) -> list[SeatPlace]:
        """Return the chairs in the second line, the nearest to the middle first."""
        steps = [0, *chain.from_iterable((-n, n) for n in range(1, self.part.behind))]
        return [
            replace(
                self.seat(number, number, middle + step),
                key=f"{self.part.key}-b{self.row}-{number}",
                behind=True,
            )
            for number, step in enumerate(steps[: self.part.behind], 1)
        ]


def line_of(count: int, aisles: Sequence[int] = ()) -> list[float]:
    """Return where the seats of a row are, from the left, round the middle."""
    xs = [seat + AISLE * sum(1 for aisle in aisles if aisle <= seat) for seat in range(count)]
    return [x - xs[-1] / 2 for x in xs]


def thing(kind: ObjectKind, x: float, y: float, w: float, h: float, owner: str = "") -> RoomObject:
    """Return a thing round its middle, with the label of its kind."""
    return RoomObject(kind=kind, x=x, y=y, w=w, h=h, label=OBJECT_NAMES[kind], owner=owner)
