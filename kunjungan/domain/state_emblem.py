"""The state emblem (Garuda Pancasila) and both portraits in a room: UU 24/2009 art 55(1).

The emblem hangs left of the national flag and higher, as those see it who look at the audience;
the portraits of the President and the Vice President hang beside each other, lower than it.
"""

from collections.abc import Sequence

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.flags import NATIONAL
from kunjungan.domain.seating_kinds import OBJECT_NAMES, ObjectKind, RoomObject, Size

WALL = 0.58
"""How much wall the emblem and the portraits need above the stage, in seat widths."""
_CLEAR, _APART, _HALF, _DEPTH = 0.55, 0.85, 1.19, 0.69
_PRESIDENT = Bilingual("Presiden", "President")
_DEPUTY = Bilingual("Wakil Presiden", "Vice President")


def beside_stage(size: Size, standing: Sequence[RoomObject]) -> float | None:
    """Return where beside the stage their middle has room, so that no wall is needed above it."""
    in_the_way = [o.x + o.w / 2 for o in standing if o.owner == NATIONAL or o.y - o.h / 2 < _DEPTH]
    x = max(in_the_way, default=0.0) + _HALF
    return x if x <= size.width - _HALF else None


def on_wall(
    size: Size, standing: Sequence[RoomObject], *, beside: float | None = None
) -> tuple[RoomObject, ...]:
    """Return emblem and portraits: in the middle of the wall, or ``beside`` the stage.

    They are clear of the flag. The President's portrait is at the right hand of those who look at
    the audience (practice).
    """
    flag = max((o.x for o in standing if o.owner == NATIONAL), default=0.0)
    x = round(beside or max(size.width / 2, flag + _CLEAR), 3)
    return (
        RoomObject(
            kind=ObjectKind.EMBLEM, x=x, y=0.17, w=0.3, h=0.3,
            label=OBJECT_NAMES[ObjectKind.EMBLEM],
        ),
        _portrait(x - _APART, _PRESIDENT),
        _portrait(x + _APART, _DEPUTY),
    )  # fmt: skip


def _portrait(x: float, who: Bilingual) -> RoomObject:
    return RoomObject(kind=ObjectKind.PORTRAIT, x=round(x, 3), y=0.29, w=0.2, h=0.24, label=who)
