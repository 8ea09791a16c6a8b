"""Which flags stand in a room, in which order: UU 24/2009 arts 16 to 21, UU 9/2010 art 30.

The right is that of those who sit at the table and look at the audience, so it is the left of what
the audience sees.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.seating import audience_view
from kunjungan.domain.seating_kinds import ObjectKind, RoomObject, Size

INDONESIA = Bilingual("Bendera Merah Putih", "Flag of Indonesia")
NATIONAL = "national"
FOREIGN, REGIONAL = "foreign", "regional"
_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag by its owner; ``large`` where it is bigger and higher than those beside it."""

    name: Bilingual
    kind: str
    large: bool = False


def flag_row(foreign: Sequence[Bilingual], regional: Sequence[Bilingual] = ()) -> list[Flag]:
    """Return the flags of a room as the audience sees them from left to right.

    One other flag leaves Indonesia's the right (art 17(1), 21(1)a). Among several states it stands
    in the middle, or right of the middle where the number is even, all of one size (art 17(2));
    before flags of regions and organisations it is in the middle, bigger and higher (art 21).
    """
    own = Flag(INDONESIA, NATIONAL, large=bool(regional) and not foreign)
    states = _round_middle([own, *(Flag(name, FOREIGN) for name in foreign)])
    bodies = [Flag(name, REGIONAL) for name in regional]
    if foreign:
        return [*states, *bodies]
    if len(bodies) < 2:
        return [*states, *bodies]
    half = (len(bodies) + 1) // 2
    return [*bodies[:half], *states, *bodies[half:]]


def _round_middle(flags: list[Flag]) -> list[Flag]:
    """Put the first in the middle, right of it where there is none, the others to both sides."""
    if len(flags) == 2:
        return flags
    return [flags[place - 1] for place in _even_right(len(flags))]


def _even_right(count: int) -> list[int]:
    """Return honours as the audience sees them: the first at the right of an even middle."""
    return audience_view(count)


def stand_flags(flags: Sequence[Flag], size: Size, *, table: float) -> tuple[RoomObject, ...]:
    """Return flags where they stand: one or two at the sides, more in a line at the front.

    ``table`` is how wide the table before the stage is, 0 in a room without one.
    """
    middle = size.width / 2
    if len(flags) <= 2:
        edge = max(table, 3.0) / 2 + 0.42
        y = 0.75 if table else 0.4
        spots = [middle - edge, middle + edge][: len(flags)]
        return tuple(_standing(flag, x, y, 1) for flag, x in zip(flags, spots, strict=True))
    spots = [middle + (n - (len(flags) - 1) / 2) * _STEP for n in range(len(flags))]
    y, scale = (0.48, 0.45) if table else (0.4, 1)
    return tuple(_standing(flag, x, y, scale) for flag, x in zip(flags, spots, strict=True))


def _standing(flag: Flag, x: float, y: float, scale: float) -> RoomObject:
    tall, wide = (0.76, 0.36) if flag.large else (0.6, 0.3)
    return RoomObject(
        kind=ObjectKind.FLAG,
        x=round(x, 3),
        y=y,
        w=round(wide * scale, 3),
        h=round(tall * scale, 3),
        label=flag.name,
        owner=flag.kind,
    )


def table_flags(table: RoomObject) -> RoomObject:
    """Return the flags on a signing table: crossed, Indonesia's at the right, its pole in front.

    UU 24/2009 arts 18 and 19.
    """
    return RoomObject(
        kind=ObjectKind.TABLE_FLAGS,
        x=table.x,
        y=round(table.y + table.h / 2 + 0.1, 3),
        w=0.5,
        h=0.16,
        label=Bilingual(
            "Bendera meja: Merah Putih di kanan, tiang di depan",
            "Table flags: Indonesia's at the right, its pole in front",
        ),
    )
