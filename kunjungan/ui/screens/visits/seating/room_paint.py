"""Paints the room round the seats: stage, flags, lectern, tables, aisles, door."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from kunjungan.domain.flags import NATIONAL
from kunjungan.domain.seating_kinds import ObjectKind, RoomObject
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.seating import pens
from kunjungan.ui.screens.visits.seating.lens import Lens
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.tokens import Tokens

_GRID = 18
_FLAG_WORD = 110.0
_RED, _WHITE = "#C8202F", "#FFFFFF"
"""The national flag keeps its colours in every theme (UU 24/2009 art 4)."""
_LINE = 16.0
_TABLES = (ObjectKind.TABLE, ObjectKind.ROUND_TABLE, ObjectKind.LECTERN)
_LAID = (ObjectKind.FOLDERS, ObjectKind.PENS, ObjectKind.STAMPS, ObjectKind.TABLE_FLAGS)
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
    laid = any(
        thing.kind in _LAID and lens.box(thing).intersects(rect.adjusted(4, 4, -4, -4))
        for thing in things
    )
    if not laid:
        return rect
    top = rect.top() - _LINE - 2 if lens.from_stage else rect.bottom() + 2
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
    wide = max(_FLAG_WORD * lens.zoom, 56)
    left = rect.center().x() < lens.middle
    start = pole - wide - 6 if left else pole + 8
    side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
    room = QRectF(start, rect.bottom() - 3 * _LINE, wide, 3 * _LINE)
    painter.setFont(pens.face(TextRole.NOTE, lens.zoom))
    painter.setPen(QColor(tokens.text2))
    painter.drawText(room, int(side) | _LOW_WRAP, screen_side(thing.label))


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
            ObjectKind.LECTERN: _table,
            ObjectKind.TABLE: _table,
            ObjectKind.ROUND_TABLE: _round_table,
            ObjectKind.FOLDERS: _text,
            ObjectKind.PENS: _text,
            ObjectKind.STAMPS: _text,
            ObjectKind.TABLE_FLAGS: _text,
            ObjectKind.AISLE: _aisle,
            ObjectKind.ROW_NAME: _row_name,
            ObjectKind.DOOR: _door,
        }
    )
)
