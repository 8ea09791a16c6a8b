"""A room drawn small: its seats as boxes, its tables and stage as outlines, without words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.domain.seating_kinds import (
    CARD_HEIGHT,
    CARD_WIDTH,
    ObjectKind,
    Part,
    RoomObject,
)
from kunjungan.domain.seating_parts import objects, places, size_of
from kunjungan.i18n import tr
from kunjungan.ui.theme.palette import current_tokens

_RIM, _TALL, _LARGEST = 8.0, 148, 44.0
_OUTLINED = (ObjectKind.STAGE, ObjectKind.LECTERN, ObjectKind.TABLE, ObjectKind.DOOR)


def paint_sketch(painter: QPainter, area: QRectF, parts: Sequence[Part]) -> None:
    """Paint a room into an area, as large as it fits."""
    tokens, room = current_tokens(), size_of(parts)
    inside = area.adjusted(_RIM, _RIM, -_RIM, -_RIM)
    scale = min(inside.width() / max(room.width, 1), inside.height() / max(room.depth, 1), _LARGEST)
    corner = inside.center() - QPointF(room.width, room.depth) * scale / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.stroke), 1))
    painter.setBrush(QColor(tokens.sunken))
    for thing in objects(parts):
        _paint_object(painter, thing, corner, scale)
    painter.setPen(QPen(QColor(tokens.accent_line), 1))
    painter.setBrush(QColor(tokens.accent_soft))
    card = QSizeF(CARD_WIDTH, CARD_HEIGHT) * scale * 0.9
    for seat in places(parts):
        middle = corner + QPointF(seat.x, seat.y) * scale
        at = middle - QPointF(card.width(), card.height()) / 2
        painter.drawRoundedRect(QRectF(at, card), 1.5, 1.5)


def sketch(parts: Sequence[Part], size: QSize, ratio: float) -> QPixmap:
    """Return a room drawn small, for a list to choose from."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_sketch(painter, QRectF(0, 0, size.width(), size.height()), parts)
    painter.end()
    return made


class Sketch(QWidget):
    """The room that a form describes, drawn anew as one types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Part] = ()
        self.setFixedHeight(_TALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show another room, and say how many seats it has."""
        self._parts = parts
        self.setAccessibleName(tr("Room with {count} seats", count=len(places(parts))))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), current_tokens()
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(tokens.bg))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, 5, 5)
        if self._parts:
            paint_sketch(painter, area, self._parts)


def _paint_object(painter: QPainter, thing: RoomObject, corner: QPointF, scale: float) -> None:
    size = QSizeF(thing.w, thing.h) * scale
    at = corner + QPointF(thing.x, thing.y) * scale - QPointF(size.width(), size.height()) / 2
    if thing.kind is ObjectKind.ROUND_TABLE:
        painter.drawEllipse(QRectF(at, size))
    elif thing.kind in _OUTLINED:
        painter.drawRect(QRectF(at, size))
