"""Where the parts of a room stand, one after the other from the stage to the door."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from kunjungan.domain.seating import seated_view
from kunjungan.domain.seating_blocks import AISLE, Block, SeatRow, line_of, thing
from kunjungan.domain.seating_kinds import (
    TABLED,
    ObjectKind,
    Part,
    PartKind,
    RoomObject,
    SeatPlace,
    SeatSide,
    Size,
)
from kunjungan.domain.seating_tables import meeting, rings, table, u_shape

ROW_PITCH, MARGIN = 0.76, 0.3
STAGE_DEPTH, WALL_DEPTH, SIDE_ROOM = 0.5, 0.75, 1.3


@dataclass(frozen=True, slots=True)
class Layout:
    """A room as it is drawn: its seats in order of honour, what else stands there, its size."""

    places: tuple[SeatPlace, ...]
    objects: tuple[RoomObject, ...]
    size: Size

    def lowered(self, wall: float, front: float) -> "Layout":
        """Return it with so much more wall above the stage, and room between stage and seats."""
        down = _round(wall + front)
        if not down:
            return self
        return Layout(
            tuple(replace(seat, y=_round(seat.y + down)) for seat in self.places),
            tuple(
                replace(t, y=_round(t.y + (wall if t.kind is ObjectKind.STAGE else down)))
                for t in self.objects
            ),
            Size(self.size.width, _round(self.size.depth + down)),
        )


def layout(parts: Sequence[Part]) -> Layout:
    """Return the room that parts make, in the order given from the stage to the door."""
    return _laid_out(tuple(parts))


@lru_cache(maxsize=16)
def _laid_out(parts: tuple[Part, ...]) -> Layout:
    blocks = [_BLOCKS[part.kind](part) for part in parts]
    staged = any(part.kind in TABLED for part in parts)
    side = SIDE_ROOM if staged else MARGIN
    width = max([3.0, *(block.wide for block in blocks)]) + 2 * side
    stage = [_stage(parts, blocks)] if staged else []
    top = STAGE_DEPTH if staged else WALL_DEPTH
    seats: list[tuple[SeatPlace, float]] = []
    things: list[RoomObject] = [each for block in stage for each in block]
    for block in blocks:
        seats += [(seat, top) for seat in block.places]
        things += [replace(each, y=each.y + top) for each in block.objects]
        top += block.depth + MARGIN
    things.append(thing(ObjectKind.DOOR, 0, top + 0.1, 1.2, 0.06))
    middle = width / 2
    return Layout(
        tuple(_by_honour(seats, middle)),
        tuple(replace(t, x=_round(t.x + middle), y=_round(t.y)) for t in things),
        Size(_round(width), _round(top + MARGIN)),
    )


def _round(value: float) -> float:
    return round(value, 3)


def _by_honour(seats: Sequence[tuple[SeatPlace, float]], middle: float) -> Iterator[SeatPlace]:
    """Put seats in their place in the room and number them through: chairs behind come last."""
    order = sorted(seats, key=lambda pair: pair[0].behind)
    for honour, (seat, top) in enumerate(order, 1):
        yield replace(seat, x=_round(seat.x + middle), y=_round(seat.y + top), honour=honour)


def _stage(parts: Sequence[Part], blocks: Sequence[Block]) -> list[RoomObject]:
    """Return backdrop and lectern; the lectern leaves the right of the seated to the flag."""
    wide = max(b.width for p, b in zip(parts, blocks, strict=True) if p.kind in TABLED)
    return [
        thing(ObjectKind.STAGE, 0, 0.22, max(wide, 3.0) + 0.3, 0.22),
        thing(ObjectKind.LECTERN, max(wide, 3.0) / 2 + 0.97, 0.87, 0.64, 0.34),
    ]


def rows(part: Part) -> Block:
    """Seat rows that look at the stage: the front one is the best, its middle the best there."""
    xs = line_of(part.seats, part.aisles)
    block = Block(xs[-1] - xs[0] + 1, part.rows * ROW_PITCH + 0.1)
    for number in range(1, part.rows + 1):
        row = SeatRow(part, number, (number - 1) * ROW_PITCH + 0.55, 180)
        block.places += _halves(row, xs) if part.halves else row.seats(seated_view(part.seats), xs)
        name = thing(ObjectKind.ROW_NAME, xs[0], row.y - 0.37, 1, 0.2)
        block.objects.append(replace(name, label=name.label.filled(number=number)))
    for aisle in part.aisles:
        if 0 < aisle < part.seats:
            x, depth = (xs[aisle - 1] + xs[aisle]) / 2, part.rows * ROW_PITCH
            block.objects.append(thing(ObjectKind.AISLE, x, depth / 2 + 0.15, AISLE, depth))
    return block


def _halves(row: SeatRow, xs: Sequence[float]) -> list[SeatPlace]:
    """Part a row into guests and hosts, each from the middle outwards."""
    count = len(xs)
    cut = min((a for a in row.part.aisles if 0 < a < count), key=lambda a: abs(2 * a - count),
              default=count // 2)  # fmt: skip
    left, right = list(range(cut - 1, -1, -1)), list(range(cut, count))
    guests, hosts = (right, left) if row.part.guest_right else (left, right)
    sides: list[tuple[SeatSide, list[int], int]] = [("guest", guests, 0), ("host", hosts, count)]
    seats = [
        replace(row, side=side).seat(first + honour, at + 1, xs[at])
        for side, line, first in sides
        for honour, at in enumerate(line, 1)
    ]
    return sorted(seats, key=lambda seat: (seat.honour % count or count, seat.side == "host"))


_BLOCKS: Mapping[PartKind, Callable[[Part], Block]] = MappingProxyType(
    {
        PartKind.SIGNING: table,
        PartKind.HEAD: table,
        PartKind.ROWS: rows,
        PartKind.MEETING: meeting,
        PartKind.U_SHAPE: u_shape,
        PartKind.ROUND: rings,
        PartKind.BANQUET: rings,
    }
)
