"""Paints entries: a line or two in a month's cell, a block among the hours, one under way."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kunjungan.domain.date_words import clock
from kunjungan.i18n import tr
from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.calendar.board import FAINT, Board, Box
from kunjungan.ui.screens.calendar.entry_look import (
    Look,
    look_of,
    paint_drop,
    paint_frame,
    paint_ghost,
    paint_ring,
)
from kunjungan.ui.screens.calendar.texts import leading
from kunjungan.ui.screens.calendar.words import entry_facts, entry_title, slot_hours, slot_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.tokens import Tokens

_IN, _HOURS, _LINE = 8, 42, 14
_SOON = 24
"""From how many pixels of height on a block has room for a second line."""
_GHOST = (170, 20)
_LEGIBLE, _LEAST = 24, 10
"""Narrower than this, a block among the hours has no words, or nothing; its tip has them."""
_ICON = 14


def paint_line(board: Board, painter: QPainter, box: Box, tokens: Tokens) -> None:
    """Paint an entry of a month's cell: its hour and its title, in one line or two."""
    one, rect = box.occasion, box.rect
    with_look(board, painter, box, tokens)
    texts, strong, plain = board.texts, TextRole.LABEL, TextRole.NOTE
    height = leading(texts.metrics(plain)) * box.lines
    y = rect.top() + (rect.height() - height) / 2 - 0.5
    x, hours = rect.left() + _IN, hour_of(one, box.day)
    if hours:
        texts.write(painter, QPointF(x, y), [hours], strong, look_of(one, tokens).quiet)
        x += _HOURS - 4
    lines = texts.cut(entry_title(one, box.day), plain, rect.right() - x - 3, box.lines)
    texts.write(painter, QPointF(x, y), lines, plain, tokens.text)


def paint_block(board: Board, painter: QPainter, box: Box, tokens: Tokens) -> None:
    """Paint an entry among the hours: title, hours and guests, the clash, room, visit."""
    one, rect = box.occasion, box.rect
    look = with_look(board, painter, box, tokens)
    texts, width = board.texts, rect.width() - _IN - 5
    at, foot = QPointF(rect.left() + _IN, rect.top() + 3), rect.bottom() - _LINE
    if width >= _LEGIBLE:
        lines = 2 if rect.height() > 3 * _SOON - 8 else 1
        title = texts.cut(entry_title(one, box.day), TextRole.LABEL, width, lines)
        at.setY(texts.write(painter, at, title, TextRole.LABEL, tokens.text))
        last = foot - (_LINE if one.clash else 0)
        for words in (entry_facts(one), one.room or one.place, one.detail):
            if words and at.y() < last:
                cut = texts.cut(words, TextRole.NOTE, width)
                at.setY(texts.write(painter, at, cut, TextRole.NOTE, look.quiet))
    if one.clash and at.y() < foot + 2 and width >= _LEAST:
        paint_clash(board, painter, at + QPointF(0, 1), tokens, width)


def paint_clash(
    board: Board, painter: QPainter, at: QPointF, tokens: Tokens, room: float = 1000.0
) -> None:
    """Write the word for a clash with its sign, its top left at a point, as far as it has room."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(at, pixmap("warning", _ICON, tokens.warn, ratio))
    if room < clash_width(board):
        return
    place = at + QPointF(_ICON + 3, 0)
    board.texts.write(painter, place, [tr("Clash")], TextRole.LABEL, tokens.warn)


def clash_width(board: Board) -> float:
    """Return how much room the word for a clash takes with its sign."""
    return board.texts.metrics(TextRole.LABEL).horizontalAdvance(tr("Clash")) + _ICON + 3


def with_look(board: Board, painter: QPainter, box: Box, tokens: Tokens) -> Look:
    """Paint an entry's frame, and the ring round the chosen one; return its colours."""
    look = look_of(box.occasion, tokens)
    paint_frame(painter, box.rect, look)
    if box.occasion.ref == board.ref:
        paint_ring(painter, box.rect, tokens)
    return look


def strength(board: Board, box: Box) -> float:
    """Return how strongly an entry is drawn: faint while it is dragged away."""
    drag = board.drag
    held = drag is not None and drag.occasion is not None and drag.occasion.ref == box.occasion.ref
    return FAINT if held else 1.0


def paint_dragging(board: Board, painter: QPainter, tokens: Tokens) -> None:
    """Paint where what is dragged would fall, and what hangs at the pointer."""
    drag = board.drag
    if drag is None:
        return
    for place, rect in enumerate(board.drops(drag)):
        paint_drop(painter, rect, tokens, clashing=board.clashing)
        if place == 0:
            _drop_words(board, painter, rect, tokens)
    if board.pointer is not None and drag.occasion is not None:
        _paint_held(board, painter, drag.occasion, tokens)


def hour_of(occasion: Occasion, day: date) -> str:
    """Return when an entry begins on a day, empty for a whole day."""
    began = occasion.starts_at is not None and day == occasion.on
    return clock(occasion.starts_at) if began and occasion.starts_at else ""


def _drop_words(board: Board, painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    drag = board.drag
    if drag is None:
        return
    lead = tr("New entry:") if drag.occasion is None else tr("Drop here:")
    lead = tr("Clash here:") if board.clashing else lead
    colour = tokens.warn if board.clashing else tokens.accent_text
    room = rect.width() - 10
    words = slot_words(drag.slot)
    if rect.height() > 3 * _LINE:
        words = slot_hours(drag.slot)
    elif board.texts.metrics(TextRole.NOTE).horizontalAdvance(words) > room:
        words = slot_words(drag.slot, brief=True)
    most = int((rect.height() - 4) // leading(board.texts.metrics(TextRole.NOTE)))
    shown = board.texts.cut(words, TextRole.NOTE, room, min(max(most - 1, 1), 2))
    if most > len(shown):
        shown = (*board.texts.cut(lead, TextRole.NOTE, room), *shown)
    at = rect.topLeft() + QPointF(6, 2)
    board.texts.write(painter, at, shown, TextRole.NOTE, colour)


def _paint_held(board: Board, painter: QPainter, one: Occasion, tokens: Tokens) -> None:
    if board.pointer is None:
        return
    width, height = _GHOST
    area = board.viewport().rect()
    x = min(max(board.pointer.x() - width / 2, 4), area.right() - width - 4)
    rect = QRectF(x, board.pointer.y() + 2 - height / 2, width, height)
    paint_ghost(painter, rect, tokens)
    hours = clock(one.starts_at) if one.starts_at is not None else ""
    place, texts = QPointF(x + 8, rect.top() + 3), board.texts
    texts.write(painter, place, [hours], TextRole.LABEL, tokens.text2)
    place.setX(place.x() + (_HOURS - 4 if hours else 0))
    words = texts.cut(screen_side(one.title), TextRole.NOTE, rect.right() - place.x() - 4)
    texts.write(painter, place, words, TextRole.NOTE, tokens.text)
