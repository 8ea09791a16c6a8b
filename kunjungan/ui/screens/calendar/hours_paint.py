"""Paints the hour grid: days' names, bars of whole days, hours, entries, and where it is now."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kunjungan.i18n import tr
from kunjungan.ui.dates import weekday_words
from kunjungan.ui.screens.calendar.drag import minute_of
from kunjungan.ui.screens.calendar.entry_look import weekend
from kunjungan.ui.screens.calendar.entry_paint import (
    paint_block,
    paint_line,
    strength,
)
from kunjungan.ui.screens.calendar.hours_board import HoursBoard
from kunjungan.ui.screens.calendar.hours_place import GUTTER, HEAD, HOUR
from kunjungan.ui.screens.calendar.words import holiday_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.tokens import Tokens

_SATURDAY, _SUNDAY = 5, 6
_BRIEF = 130
"""Columns narrower than this have the first three letters of a weekday."""
_DOT = 4


def paint_hours(view: HoursBoard, painter: QPainter, tokens: Tokens) -> None:
    """Paint the whole view."""
    area = QRectF(view.viewport().rect())
    painter.fillRect(area, QColor(tokens.surface))
    painter.setClipRect(area.adjusted(0, view.plan.top, 0, 0))
    _paint_grid(view, painter, tokens)
    for box in view.hour_boxes():
        painter.setOpacity(strength(view, box))
        paint_block(view, painter, box, tokens)
    painter.setOpacity(1.0)
    _paint_now(view, painter, tokens)
    painter.setClipping(False)
    _paint_strips(view, painter, tokens)
    _paint_head(view, painter, tokens)


def _paint_grid(view: HoursBoard, painter: QPainter, tokens: Tokens) -> None:
    plan, height = view.plan, view.viewport().height()
    for at, day in enumerate(plan.days):
        room = QRectF(plan.edges[at], plan.top, plan.edges[at + 1] - plan.edges[at], height)
        if day.weekday() >= _SATURDAY and len(plan.days) > 1:
            painter.fillRect(room, weekend(tokens))
    down = plan.top - view.verticalScrollBar().value()
    for hour in range(1, 24):
        y = round(down + hour * HOUR) + 0.5
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(GUTTER, y), QPointF(view.viewport().width(), y))
        room = QRectF(0, y - 10, GUTTER - 6, 20)
        words = f"{hour:02}.00"
        painter.setPen(QColor(tokens.text3))
        wide = view.texts.metrics(TextRole.NOTE).horizontalAdvance(words)
        at_words = QPointF(room.right() - wide, room.top() + 3)
        view.texts.write(painter, at_words, [words], TextRole.NOTE, tokens.text3)
    _paint_edges(view, painter, plan.top, height, tokens)


def _paint_edges(
    view: HoursBoard, painter: QPainter, top: float, bottom: float, tokens: Tokens
) -> None:
    painter.setPen(QPen(QColor(tokens.line), 1))
    for edge in view.plan.edges[:-1]:
        x = round(edge) + 0.5
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _paint_now(view: HoursBoard, painter: QPainter, tokens: Tokens) -> None:
    plan = view.plan
    if view.shown.today not in plan.days:
        return
    minute = minute_of(view.clock().time())
    at = plan.column(view.shown.today)
    y = plan.top + minute * HOUR / 60 - view.verticalScrollBar().value()
    left, right = plan.edges[at], plan.edges[at + 1]
    painter.setPen(QPen(QColor(tokens.bad), 2))
    painter.drawLine(QPointF(left + _DOT, y), QPointF(right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.bad))
    painter.drawEllipse(QPointF(left + _DOT, y), _DOT, _DOT)


def _paint_strips(view: HoursBoard, painter: QPainter, tokens: Tokens) -> None:
    plan = view.plan
    band = QRectF(0, HEAD, view.viewport().width(), plan.top - HEAD)
    painter.fillRect(band, QColor(tokens.surface))
    _paint_edges(view, painter, HEAD, plan.top, tokens)
    room = QRectF(2, HEAD, GUTTER - 8, plan.top - HEAD)
    painter.setPen(QColor(tokens.text2))
    words = tr("All day")
    wide = view.texts.metrics(TextRole.NOTE).horizontalAdvance(words)
    place = QPointF(max(room.right() - wide, 2), room.center().y() - 8)
    view.texts.write(painter, place, [words], TextRole.NOTE, tokens.text2)
    for box in view.strip_boxes():
        painter.setOpacity(strength(view, box))
        paint_line(view, painter, box, tokens)
    painter.setOpacity(1.0)
    for at in range(len(plan.days)):
        if hidden := plan.hidden(at):
            line = QPointF(plan.edges[at] + 11, plan.top - 21)
            more = tr("+{count} more", count=hidden)
            view.texts.write(painter, line, [more], TextRole.LABEL, tokens.accent_text)
    _rule(painter, plan.top, band.right(), tokens.border)


def _paint_head(view: HoursBoard, painter: QPainter, tokens: Tokens) -> None:
    plan = view.plan
    painter.fillRect(QRectF(0, 0, view.viewport().width(), HEAD), QColor(tokens.sunken))
    for at, day in enumerate(plan.days):
        room = QRectF(plan.edges[at], 0, plan.edges[at + 1] - plan.edges[at], HEAD)
        _paint_day(view, painter, day, room, tokens)
    _paint_edges(view, painter, 0, HEAD, tokens)
    _rule(painter, HEAD, view.viewport().width(), tokens.border)


def _paint_day(
    view: HoursBoard, painter: QPainter, day: date, room: QRectF, tokens: Tokens
) -> None:
    mark = view.shown.marks.get(day)
    red = day.weekday() == _SUNDAY or (mark is not None and mark.closed)
    name = weekday_words(day)
    name = name if room.width() > _BRIEF else name[:3]
    left, texts = room.left() + 8, view.texts
    colour = tokens.bad if red else tokens.text
    texts.write(painter, QPointF(left, 4), [name], TextRole.SMALL, colour)
    number = str(day.day)
    wide = texts.metrics(TextRole.CARD).horizontalAdvance(number)
    if day == view.shown.today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRectF(left - 1, 22, wide + 16, 21), 10.5, 10.5)
        left, colour = left + 7, tokens.on_accent
    texts.write(painter, QPointF(left, 23), [number], TextRole.CARD, colour)
    _paint_ring(view, painter, day, room, tokens)
    if words := holiday_words(mark):
        at = QPointF(left + wide + 14, 26)
        cut = texts.cut(words, TextRole.NOTE, room.right() - at.x() - 4)
        texts.write(painter, at, cut, TextRole.NOTE, tokens.bad)


def _paint_ring(
    view: HoursBoard, painter: QPainter, day: date, room: QRectF, tokens: Tokens
) -> None:
    """Ring the chosen day while the keyboard is here and no entry is chosen."""
    if day == view.day and view.ref is None and view.hasFocus():
        painter.setPen(QPen(QColor(tokens.accent_text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room.adjusted(2, 2, -1, -2))


def _rule(painter: QPainter, y: float, right: float, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 1))
    painter.drawLine(QPointF(0, round(y) - 0.5), QPointF(right, round(y) - 0.5))
