"""How a room is looked at: how large, from which side, and where it lies in the view."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kunjungan.domain.seating_kinds import ObjectKind, RoomObject, SeatPlace, Size

SEAT = 112.0
"""Pixels of a seat's width at 100 %."""
CARD = QSizeF(104, 46)
"""How large a seat's card is at 100 %."""
SMALLEST, LARGEST, LEGIBLE = 0.4, 2.0, 0.9
MARGIN = 20.0
_BESIDE = MappingProxyType({ObjectKind.FLAG: 0.75})
"""How much room the words beside a thing need, in seat widths."""


@dataclass(frozen=True, slots=True)
class Lens:
    """Turns the room's measure, seat widths, into pixels of the view.

    From the stage the whole room is turned about, so that the right hand of those who sit on the
    stage is at the right. ``trim`` is how much of an empty rim at either side is left out.
    """

    room: Size
    zoom: float = 1.0
    from_stage: bool = False
    left: float = MARGIN
    top: float = MARGIN
    trim: float = 0.0

    @property
    def size(self) -> QSizeF:
        """How large the room is drawn, its margin round it."""
        scale, rim = SEAT * self.zoom, 2 * MARGIN
        width = self.room.width - 2 * self.trim
        return QSizeF(width * scale + rim, self.room.depth * scale + rim)

    @property
    def middle(self) -> float:
        """Where the middle of the room is drawn, in pixels from the view's left."""
        return self.left + (self.room.width / 2 - self.trim) * SEAT * self.zoom

    def point(self, thing: SeatPlace | RoomObject) -> QPointF:
        """Return where the middle of a seat or an object is drawn."""
        x, y = thing.x, thing.y
        if self.from_stage:
            x, y = self.room.width - x, self.room.depth - y
        return QPointF(self.left, self.top) + QPointF(x - self.trim, y) * SEAT * self.zoom

    def box(self, thing: RoomObject) -> QRectF:
        """Return where an object is drawn."""
        return _around(self.point(thing), QSizeF(thing.w, thing.h) * SEAT * self.zoom)

    def card(self, place: SeatPlace) -> QRectF:
        """Return where the card of a seat is drawn."""
        return _around(self.point(place), CARD * self.zoom)

    def within(self, view: QSizeF, scrolled: QPointF) -> "Lens":
        """Return the lens for a view that shows a part of the room, in its middle where it fits."""
        size = self.size
        x = max((view.width() - size.width()) / 2, 0) - scrolled.x()
        y = max((view.height() - size.height()) / 4, 0) - scrolled.y()
        return replace(self, left=MARGIN + x, top=MARGIN + y)


def fitting(lens: Lens, view: QSizeF) -> float:
    """Return the zoom at which a room fits into a view and can still be read, at most 100 %."""
    across = (view.width() - 2 * MARGIN) / max((lens.room.width - 2 * lens.trim) * SEAT, 1)
    down = (view.height() - 2 * MARGIN) / max(lens.room.depth * SEAT, 1)
    return max(min(across, max(down, LEGIBLE), 1.0), SMALLEST)


def rim_of(room: Size, seats: Iterable[SeatPlace], things: Iterable[RoomObject]) -> float:
    """Return how much of a room is empty at both of its sides, in seat widths."""
    spans = [(seat.x, 0.5) for seat in seats] + [
        (t.x, t.w / 2 + _BESIDE.get(t.kind, 0.2)) for t in things
    ]
    left = min((x - half for x, half in spans), default=0.0)
    right = max((x + half for x, half in spans), default=room.width)
    return max(min(left, room.width - right), 0.0)


def _around(middle: QPointF, size: QSizeF) -> QRectF:
    corner = middle - QPointF(size.width() / 2, size.height() / 2)
    return QRectF(corner, size)
