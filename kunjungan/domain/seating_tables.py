"""Tables and the seats round them: before a stage, for two sides, as a U, round.

Honour follows PP 39/2018 (elucidation): the right hand of the seated person is the better one, the
prime side of a meeting table faces the door, heads sit at the closed end of a U.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from math import cos, radians, sin

from kunjungan.domain.seating import audience_view, seated_view
from kunjungan.domain.seating_blocks import Block, SeatRow, line_of, thing
from kunjungan.domain.seating_kinds import (
    CARD_HEIGHT,
    OBJECT_NAMES,
    ObjectKind,
    Part,
    PartKind,
    RoomObject,
    SeatPlace,
    name_of_part,
)

ARM_PITCH, TABLE_DEPTH = 0.6, 0.34
TABLES_IN_LINE = 3


def table(part: Part) -> Block:
    """Seat a table before the stage; with two, the host's right hand is the guest's by choice."""
    plain = audience_view(part.seats)
    even = part.kind is PartKind.SIGNING and part.seats % 2 == 0
    swap = even is part.guest_right if part.kind is PartKind.SIGNING else False
    view = plain[::-1] if swap else plain
    xs = line_of(part.seats)
    chairs = 0.6 if part.behind else 0.0
    block = Block(max(part.seats, part.behind), chairs + 1.2)
    row = SeatRow(part, 1, chairs + 0.5, 0)
    block.places += row.seats(view, xs)
    block.places += replace(row, y=0.35).behind(0)
    wood = thing(ObjectKind.TABLE, 0, chairs + 0.96, part.seats + 0.1, TABLE_DEPTH)
    block.objects.append(replace(wood, label=name_of_part(part)))
    if part.kind is PartKind.SIGNING:
        block.objects += _on_table(block.places, chairs + 0.96)
    return block


def _on_table(seats: Sequence[SeatPlace], y: float) -> list[RoomObject]:
    """Return folders before each guest who signs, the host's pens and seals (office practice)."""
    things = []
    for seat in seats:
        if not seat.behind and seat.honour == 1:
            things.append(thing(ObjectKind.PENS, seat.x - 0.31, y, 0.34, 0.26))
            things.append(thing(ObjectKind.STAMPS, seat.x + 0.18, y, 0.6, 0.26))
        elif not seat.behind:
            things.append(thing(ObjectKind.FOLDERS, seat.x, y, 0.9, 0.26, seat.key))
    return things


def meeting(part: Part) -> Block:
    """Seat two sides so that their heads face each other; guests look at the door."""
    xs = line_of(part.seats)
    chairs = 0.6 if part.behind else 0.0
    guests, table, hosts = chairs + 0.3, chairs + 0.85, chairs + 1.4
    own = audience_view(part.seats) if part.seats % 2 == 0 else seated_view(part.seats)
    top = SeatRow(part, 1, guests, 0, "guest")
    foot = SeatRow(part, 2, hosts, 180, "host")
    block = Block(part.seats, hosts + 0.3 + chairs)
    sides = (top.seats(audience_view(part.seats), xs), foot.seats(own, xs))
    block.places += chain.from_iterable(zip(*sides, strict=True))
    head = sides[0][0].x
    block.places += replace(top, y=0.3).behind(head)
    block.places += replace(foot, y=hosts + 0.6).behind(head)
    wide = thing(ObjectKind.TABLE, 0, table, part.seats, 0.5)
    block.objects.append(replace(wide, label=name_of_part(part)))
    return block


def u_shape(part: Part) -> Block:
    """Seat the heads at the closed end, the others along the arms, the right arm first."""
    xs, out = line_of(part.seats), part.seats / 2 + 0.75
    block = Block(2 * out + 1, 1.3 + part.arm * ARM_PITCH)
    block.places += SeatRow(part, 1, 0.3, 0).seats(audience_view(part.seats), xs)
    for place in range(1, part.arm + 1):
        y = 0.7 + place * ARM_PITCH
        for arm, x, turn in ((0, -out, 270), (1, out, 90)):
            honour = part.seats + 2 * place - 1 + arm
            block.places.append(SeatRow(part, 2 + arm, y, turn).seat(honour, place, x))
    top = thing(ObjectKind.TABLE, 0, 0.78, part.seats + 0.6, 0.3)
    block.objects.append(replace(top, label=name_of_part(part)))
    depth = part.arm * ARM_PITCH
    arms = ((0.93 + depth / 2, x) for x in (-part.seats / 2 - 0.1, part.seats / 2 + 0.1))
    plain = replace(top, label=OBJECT_NAMES[ObjectKind.AISLE], w=0.3, h=depth)
    block.objects += [replace(plain, x=x, y=y) for y, x in arms if part.arm]
    return block


def rings(part: Part) -> Block:
    """Seat round tables, the first in front in the middle; its first seat looks at the door."""
    wide, deep = _radii(part.seats)
    pitch, line = 2 * wide + 1.3, 2 * deep + 0.9
    lines = -(-part.rows // TABLES_IN_LINE)
    block = Block(min(part.rows, TABLES_IN_LINE) * pitch, lines * line)
    for number in range(1, part.rows + 1):
        at, place = divmod(number - 1, TABLES_IN_LINE)
        count = min(TABLES_IN_LINE, part.rows - at * TABLES_IN_LINE)
        across = audience_view(count).index(place + 1)
        x, y = (across - (count - 1) / 2) * pitch, at * line + line / 2
        block.places += _ring(part, number, (x, y), (wide, deep))
        size, owner = (2 * wide - 1, 2 * deep - 0.55), f"{part.key}-{number}"
        wood = thing(ObjectKind.ROUND_TABLE, x, y, *size, owner)
        block.objects.append(replace(wood, label=wood.label.filled(number=number)))
    return block


def _ring(
    part: Part, number: int, middle: tuple[float, float], radii: tuple[float, float]
) -> list[SeatPlace]:
    (x, y), (wide, deep), count = middle, radii, part.seats
    seats = []
    for honour in range(1, count + 1):
        step = honour // 2 if honour % 2 == 0 else -(honour // 2)
        turn = step * 360 / count
        seat = SeatRow(part, number, y - deep * cos(radians(turn)), round(-turn) % 360)
        seats.append(seat.seat(honour, step % count + 1, x - wide * sin(radians(turn))))
    return seats


def _radii(count: int) -> tuple[float, float]:
    """Return how wide and deep a ring must be for its cards not to touch."""
    wide = 0.9
    while not _apart([(wide * sin(a), 0.7 * wide * cos(a)) for a in _angles(count)]):
        wide += 0.1
    return wide, 0.7 * wide


def _angles(count: int) -> list[float]:
    return [radians(step * 360 / count) for step in range(count)]


def _apart(points: Sequence[tuple[float, float]]) -> bool:
    return all(
        abs(x - u) >= 0.97 or abs(y - v) >= CARD_HEIGHT + 0.06
        for n, (x, y) in enumerate(points)
        for u, v in points[n + 1 :]
    )
