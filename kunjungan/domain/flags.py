"""Which flags stand in a room, in which order: UU 24/2009 arts 16 to 21, UU 9/2010 art 30.

The right is that of those who sit at the table and look at the audience, so it is the left of what
the audience sees.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.seating import audience_view
from kunjungan.domain.seating_kinds import ObjectKind, RoomObject, Size

INDONESIA = Bilingual("Bendera Merah Putih", "Flag of Indonesia")
NATIONAL = "national"
FOREIGN, REGIONAL = "foreign", "regional"
_WIDEST, _NAME = 1.2, 0.28
"""How far the flags of a line stand apart at most, and how deep the name under one is."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag by its owner; ``large`` where it is bigger and higher than those beside it."""

    name: Bilingual
    kind: str
    large: bool = False


def flag_row(foreign: Sequence[Bilingual], regional: Sequence[Bilingual] = ()) -> list[Flag]:
    """Return the flags of a room as the audience sees them from left to right.

    One other flag leaves Indonesia's the right (art 17(1), 21(1)a). Among several it stands in the
    middle, or right of the middle where their number is even (arts 17(2), 21(1)b). States' flags
    are of one size (art 17(1)); all of them are bigger and higher than those of regions (art
    21(2)), which stand after them at a meeting with a foreign partner (PP 77/2007 art 10(3)).
    """
    large = bool(regional)
    own = Flag(INDONESIA, NATIONAL, large)
    states = [own, *(Flag(name, FOREIGN, large) for name in foreign)]
    bodies = [Flag(name, REGIONAL) for name in regional]
    if foreign:
        return [*_round_middle(states), *bodies]
    return _round_middle([*states, *bodies])


def _round_middle(flags: list[Flag]) -> list[Flag]:
    """Put the first in the middle, right of it where there is none, the others to both sides."""
    if len(flags) == 2:
        return flags
    return [flags[place - 1] for place in audience_view(len(flags))]


def line_depth(flags: Sequence[Flag], *, table: float) -> float:
    """Return how much room a line of flags needs before the seats, in seat widths."""
    if len(flags) <= 2:
        return 0.0
    return 0.76 if table else _NAME


def stand_flags(
    flags: Sequence[Flag], size: Size, *, table: float, top: float = 0.0
) -> tuple[RoomObject, ...]:
    """Return flags where they stand: one or two at the sides, more in a line with their names.

    ``table`` is how wide the table before the stage is, 0 in a room without one; ``top`` is how
    far the stage is from the room's upper edge.
    """
    middle = size.width / 2
    if len(flags) > 2:
        step = min(_WIDEST, (size.width - 0.4) / len(flags))
        first = middle - (len(flags) - 1) / 2 * step
        foot = top + (0.98 if table else 0.72)
        line = [(flag, first + place * step) for place, flag in enumerate(flags)]
        return tuple(each for flag, x in line for each in _named(flag, x, foot, step))
    edge = max(table, 3.0) / 2 + 0.42
    foot = top + (1.05 if table else 0.7)
    spots = (middle - edge, middle + edge)
    return tuple(_standing(flag, x, foot) for flag, x in zip(flags, spots, strict=False))


def _standing(flag: Flag, x: float, foot: float, *, named: bool = True) -> RoomObject:
    tall, wide = (0.6, 0.34) if flag.large else (0.46, 0.28)
    return RoomObject(
        kind=ObjectKind.FLAG,
        x=round(x, 3),
        y=round(foot - tall / 2, 3),
        w=wide,
        h=tall,
        label=flag.name if named else Bilingual("", ""),
        owner=flag.kind,
    )


def _named(flag: Flag, x: float, foot: float, step: float) -> Iterator[RoomObject]:
    """Yield a flag of a line, and its name under it."""
    yield _standing(flag, x, foot, named=False)
    yield RoomObject(
        kind=ObjectKind.FLAG_NAME,
        x=round(x, 3),
        y=round(foot + 0.03 + _NAME / 2, 3),
        w=round(step * 0.96, 3),
        h=_NAME,
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
