"""Paints the room round the seats: stage, flags, lectern, tables, aisles, door."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from kunjungan.domain.flags import NATIONAL
from kunjungan.domain.seating_kinds import OBJECT_NAMES, ObjectKind, RoomObject
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.seating import pens
from kunjungan.ui.screens.visits.seating.lens import Lens
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.tokens import Tokens

_GRID = 18
_FLAG_WORD = 110.0
_RED, _WHITE, _GOLD = "#C8202F", "#FFFFFF", "#D9B23C"
"""The national flag keeps its colours in every theme (UU 24/2009 art 4)."""
_LINE, _TINY = 16.0, 0.6
_TABLES = (ObjectKind.TABLE, ObjectKind.ROUND_TABLE, ObjectKind.LECTERN)
_LAID = (ObjectKind.FOLDERS, ObjectKind.PENS, ObjectKind.STAMPS, ObjectKind.TABLE_FLAGS)
_TOP_WRAP = int(pens.CENTRE & ~Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
)
_LOW_WRAP = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)


def paint_ground(painter: QPainter, area: QRectF, lens: Lens, tokens: Tokens) -> None:
    """Paint the floor: small dots that move with the room."""
    ratio = painter.device().devicePixelRatioF()
    tile = QPixmap(QSize(_GRID, _GRID) * ratio)
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor(tokens.surface))
    dot = QPainter(tile)
    dot.setPen(Qt.PenStyle.NoPen)
    dot.setBrush(QColor(tokens.border))
    dot.drawRect(QRectF(_GRID / 2, _GRID / 2, 1, 1))
    dot.end()
    painter.drawTiledPixmap(area, tile, QPointF(-lens.left % _GRID, -lens.top % _GRID))


def paint_objects(
    painter: QPainter, things: Sequence[RoomObject], lens: Lens, tokens: Tokens
) -> None:
    """Paint what stands in the room."""
    for thing in things:
        _PAINT[thing.kind](painter, thing, lens, tokens)
        if thing.kind in _TABLES:
            _word(painter, _name_room(thing, things, lens), thing, lens, tokens.text2)


def object_at(things: Sequence[RoomObject], lens: Lens, at: QPointF) -> RoomObject | None:
    """Return what stands or lies at a point of the view."""
    return next((thing for thing in reversed(things) if lens.box(thing).contains(at)), None)


def _name_room(table: RoomObject, things: Sequence[RoomObject], lens: Lens) -> QRectF:
    """Return where a table's name stands: beside the table where folders lie on it."""
    rect = lens.box(table)
    around = rect.adjusted(4, 4 - _LINE, -4, _LINE - 4)
    boxes = (lens.box(thing) for thing in things if thing.kind in _LAID)
    laid = [box for box in boxes if box.intersects(around)]
    if not laid:
        return rect
    above = min(rect.top(), *(box.top() for box in laid)) - _LINE - 2
    below = max(rect.bottom(), *(box.bottom() for box in laid)) + 2
    top = above if lens.from_stage else below
    return QRectF(rect.left(), top, rect.width(), _LINE)


def _stage(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    rect = lens.box(thing)
    pens.box(painter, rect, tokens.sunken, tokens.neutral_line)
    _word(painter, rect, thing, lens, tokens.text2)


def _table(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    pens.box(painter, lens.box(thing), tokens.surface, tokens.stroke)


def _round_table(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    rect = lens.box(thing)
    pens.disc(painter, rect, tokens.surface, tokens.stroke)


def _text(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    """Write what lies on a table, its parts one below the other where the line is too long."""
    rect, words = lens.box(thing), screen_side(thing.label)
    face = pens.face(TextRole.NOTE, lens.zoom)
    wide = QFontMetricsF(face).horizontalAdvance(words) > rect.width()
    lines = re.split(r" · |(?<=,) ", words, maxsplit=1) if wide else [words]
    height = min(rect.height() / len(lines), _LINE)
    top = rect.center().y() - height * len(lines) / 2
    for place, line in enumerate(lines):
        room = QRectF(rect.left(), top + place * height, rect.width(), height)
        look = (pens.shrunk(line, face, room.width()), tokens.text2)
        pens.write(painter, room, line, look)


def _table_flags(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    """Write in brief what stands on the table; how it stands is in its tip."""
    middle = lens.box(thing).center()
    room = QRectF(middle.x() - 80, middle.y() - _LINE / 2, 160, _LINE)
    look = (pens.face(TextRole.NOTE, lens.zoom), tokens.text2)
    pens.write(painter, room, screen_side(OBJECT_NAMES[thing.kind]), look)


def _row_name(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    look = (pens.face(TextRole.SMALL, lens.zoom), tokens.text2)
    rect = lens.box(thing)
    room = QRectF(rect.left(), rect.center().y() - _LINE / 2, rect.width(), _LINE)
    side = pens.RIGHT if lens.from_stage else pens.LEFT
    pens.write(painter, room, screen_side(thing.label), look, side)


def _flag(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    """Paint a flag on its pole; the national one in red and white, others plain."""
    rect, own = lens.box(thing), thing.owner in ("", NATIONAL)
    pole = rect.left() + rect.width() * 0.3
    painter.setPen(QPen(QColor(tokens.stroke), 2))
    painter.drawLine(QLineF(pole, rect.top(), pole, rect.bottom()))
    cloth = QRectF(pole, rect.top(), rect.width() * 0.6, rect.height() * 0.34)
    half = QRectF(cloth.topLeft(), cloth.size())
    half.setHeight(cloth.height() / 2)
    painter.fillRect(cloth, QColor(_WHITE if own else tokens.neutral_soft))
    if own:
        painter.fillRect(half, QColor(_RED))
    painter.setPen(QPen(QColor(tokens.neutral_line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(cloth)
    if not screen_side(thing.label):
        return
    wide = max(_FLAG_WORD * lens.zoom, 56)
    left = rect.center().x() < lens.middle
    start = pole - wide - 6 if left else pole + 8
    side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
    room = QRectF(start, rect.bottom() - 3 * _LINE, wide, 3 * _LINE)
    painter.setFont(pens.face(TextRole.NOTE, lens.zoom))
    painter.setPen(QColor(tokens.text2))
    painter.drawText(room, int(side) | _LOW_WRAP, screen_side(thing.label))


def _flag_name(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    """Write the name of a flag that stands in a line, under it; drawn tiny only its tip tells."""
    if lens.zoom < _TINY:
        return
    painter.setFont(pens.face(TextRole.NOTE, lens.zoom))
    painter.setPen(QColor(tokens.text2))
    painter.drawText(lens.box(thing), _TOP_WRAP, screen_side(thing.label))


def _emblem(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    """Paint the state emblem as a golden shield, its name under it."""
    rect = lens.box(thing)
    shield = QPainterPath(rect.topLeft())
    shield.lineTo(rect.topRight())
    low = QPointF(rect.center().x(), rect.bottom())
    shield.quadTo(QPointF(rect.right(), rect.center().y() + rect.height() * 0.2), low)
    shield.quadTo(QPointF(rect.left(), rect.center().y() + rect.height() * 0.2), rect.topLeft())
    painter.setPen(QPen(QColor(tokens.stroke), 1))
    painter.setBrush(QColor(_GOLD))
    painter.drawPath(shield)
    _under(painter, thing, lens, tokens)


def _portrait(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    """Paint a portrait in its frame, its name under it."""
    rect = lens.box(thing)
    pens.box(painter, rect, tokens.sunken, tokens.stroke)
    head = QRectF(0, 0, rect.width() * 0.4, rect.width() * 0.4)
    head.moveCenter(QPointF(rect.center().x(), rect.top() + rect.height() * 0.36))
    pens.disc(painter, head, tokens.surface, tokens.stroke)
    _under(painter, thing, lens, tokens)


def _under(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    if lens.zoom < _TINY:
        return
    rect = lens.box(thing)
    room = QRectF(rect.center().x() - 60, rect.bottom() + 1, 120, _LINE)
    _word(painter, room, thing, lens, tokens.text2)


def _aisle(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    rect = lens.box(thing)
    painter.setPen(QPen(QColor(tokens.neutral_line), 1, Qt.PenStyle.DotLine))
    middle = rect.center().x()
    painter.drawLine(QLineF(middle, rect.top(), middle, rect.bottom()))


def _door(painter: QPainter, thing: RoomObject, lens: Lens, tokens: Tokens) -> None:
    rect = lens.box(thing)
    bar = QRectF(rect.left(), rect.center().y() - 2.5, rect.width(), 5)
    painter.fillRect(bar, QColor(tokens.stroke))
    look = (pens.face(TextRole.SMALL, lens.zoom), tokens.text2)
    above = bar.top() - _LINE - 4 if not lens.from_stage else bar.bottom() + 4
    room = QRectF(rect.center().x() - 110, above, 220, _LINE)
    pens.write(painter, room, screen_side(thing.label), look)


def _word(painter: QPainter, rect: QRectF, thing: RoomObject, lens: Lens, colour: str) -> None:
    look = (pens.face(TextRole.NOTE, lens.zoom), colour)
    pens.write(painter, rect, screen_side(thing.label), look)


_PAINT: Mapping[ObjectKind, Callable[[QPainter, RoomObject, Lens, Tokens], None]] = (
    MappingProxyType(
        {
            ObjectKind.STAGE: _stage,
            ObjectKind.FLAG: _flag,
            ObjectKind.FLAG_NAME: _flag_name,
            ObjectKind.EMBLEM: _emblem,
            ObjectKind.PORTRAIT: _portrait,
            ObjectKind.LECTERN: _table,
            ObjectKind.TABLE: _table,
            ObjectKind.ROUND_TABLE: _round_table,
            ObjectKind.FOLDERS: _text,
            ObjectKind.PENS: _text,
            ObjectKind.STAMPS: _text,
            ObjectKind.TABLE_FLAGS: _table_flags,
            ObjectKind.AISLE: _aisle,
            ObjectKind.ROW_NAME: _row_name,
            ObjectKind.DOOR: _door,
        }
    )
)
