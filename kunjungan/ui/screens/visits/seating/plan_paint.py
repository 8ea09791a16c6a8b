"""Paints a whole plan, and the guest in the hand over it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import PlanView, SeatView
from kunjungan.ui.screens.visits.seating import pens
from kunjungan.ui.screens.visits.seating.hold import Hold
from kunjungan.ui.screens.visits.seating.lens import Lens
from kunjungan.ui.screens.visits.seating.looks import looks_of
from kunjungan.ui.screens.visits.seating.room_paint import paint_objects
from kunjungan.ui.screens.visits.seating.seat_paint import SeatStyle, paint_guest, paint_seat
from kunjungan.ui.theme.palette import current_tokens

FAINT = 0.4
"""How strongly a guest is drawn on the seat that he is lifted from."""
_GRIPPED = QPointF(0.5, 0.35)
"""Where a dragged card hangs at the pointer, as shares of its size."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A plan through a lens: the seat chosen, whether the keyboard is there, who is lifted."""

    view: PlanView
    lens: Lens
    everyone: Sequence[RankedGuest]
    key: str = ""
    focus: bool = False
    hold: Hold | None = None


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Paint the room, its seats, the chosen one's ring, and the guest in the hand."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    guests = [line.guest for line in scene.everyone]
    tokens = current_tokens()
    style = SeatStyle(looks_of(guests, tokens), tokens, scene.lens.zoom)
    paint_objects(painter, scene.view.objects, scene.lens, tokens)
    for seat in scene.view.seats:
        lifted = scene.hold is not None and scene.hold.origin == seat.place.key
        painter.setOpacity(FAINT if lifted else 1.0)
        paint_seat(painter, scene.lens.card(seat.place), seat, style)
    painter.setOpacity(1.0)
    if scene.hold is None:
        _paint_ring(painter, scene, style)
    else:
        _paint_hold(painter, scene, scene.hold, style)


def _seat(scene: Scene, key: str) -> SeatView | None:
    return next((seat for seat in scene.view.seats if seat.place.key == key), None)


def _paint_ring(painter: QPainter, scene: Scene, style: SeatStyle) -> None:
    """Mark the chosen seat: strongly while the keyboard is here."""
    seat = _seat(scene, scene.key)
    if seat is not None:
        rect = scene.lens.card(seat.place).adjusted(-4, -4, 4, 4)
        colour = style.tokens.accent_text if scene.focus else style.tokens.stroke
        pens.box(painter, rect, "", colour, 2 if scene.focus else 1)


def _paint_hold(painter: QPainter, scene: Scene, hold: Hold, style: SeatStyle) -> None:
    """Paint where the guest would come down, and the guest at the pointer or over the seat."""
    tokens, below = style.tokens, _seat(scene, hold.target)
    drop = scene.lens.card(below.place) if below is not None else QRectF()
    if below is not None:
        pens.box(painter, drop.adjusted(-2, -2, 2, 2), "", tokens.accent_text, 2, dashed=True)
    card = drop.translated(6, 14)
    if hold.pointer is not None:
        size = scene.lens.card(scene.view.seats[0].place).size()
        gap = QPointF(size.width() * _GRIPPED.x(), size.height() * _GRIPPED.y())
        card = QRectF(hold.pointer - gap, size)
    shade = QColor(0, 0, 0, 36)
    painter.fillRect(card.translated(1, 4).adjusted(2, 0, 0, 0), shade)
    paint_guest(painter, card, hold.line, style)
    pens.box(painter, card, "", tokens.accent_text, 2)
