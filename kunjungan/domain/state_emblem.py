"""The state emblem (Garuda Pancasila) and both portraits in a room: UU 24/2009 art 55(1).

The emblem hangs left of the national flag and higher, as those see it who look at the audience;
the portraits of the President and the Vice President hang beside each other, lower than it.
"""

from collections.abc import Sequence

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.flags import NATIONAL
from kunjungan.domain.seating_kinds import OBJECT_NAMES, ObjectKind, RoomObject, Size

WALL = 0.72
"""How much wall the emblem and the portraits need above the stage, in seat widths."""
_CLEAR, _APART = 0.55, 0.62
_PRESIDENT = Bilingual("Presiden", "President")
_DEPUTY = Bilingual("Wakil Presiden", "Vice President")


def on_wall(size: Size, standing: Sequence[RoomObject]) -> tuple[RoomObject, ...]:
    """Return emblem and portraits: in the middle of the wall, clear of the flag where it is there.

    The President's portrait is at the right hand of those who look at the audience (practice).
    """
    flag = max((o.x for o in standing if o.owner == NATIONAL), default=0.0)
    x = round(max(size.width / 2, flag + _CLEAR), 3)
    return (
        RoomObject(
            kind=ObjectKind.EMBLEM, x=x, y=0.22, w=0.36, h=0.36,
            label=OBJECT_NAMES[ObjectKind.EMBLEM],
        ),
        _portrait(x - _APART, _PRESIDENT),
        _portrait(x + _APART, _DEPUTY),
    )  # fmt: skip


def _portrait(x: float, who: Bilingual) -> RoomObject:
    return RoomObject(kind=ObjectKind.PORTRAIT, x=round(x, 3), y=0.46, w=0.22, h=0.28, label=who)
