"""Paints the lines of the order of precedence."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kunjungan.ui.screens.visits.seating import pens
from kunjungan.ui.screens.visits.seating.order_rows import (
    EqualRow,
    GuestRow,
    HeadRow,
    Row,
    remark_words,
)
from kunjungan.ui.screens.visits.seating.words import brief_law, brief_name, guest_body, rank_words
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens

_GUEST, _HEAD = 46, 36
_PAD, _DISC, _LINE = 12, 22, 17
_ASIDE, _NOWHERE = 0.42, "—"
_Words = tuple[str, QFont, str]
"""What is written, in which face and colour."""
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_ROLES = (TextRole.LABEL, TextRole.SMALL, TextRole.SMALL)


class OrderDelegate(QStyledItemDelegate):
    """Draws guests, remarks and the head of the unseated."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row, tokens, rect = _row(index), current_tokens(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, row, tokens)
        if isinstance(row, GuestRow):
            _guest(painter, rect, row, tokens)
        elif isinstance(row, EqualRow):
            _remark(painter, rect, row, tokens)
        else:
            _head(painter, rect, row, tokens)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row, view = _row(index), self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 260
        if isinstance(row, EqualRow):
            return QSize(width, round(sum(_heights(row, width - 2 * _PAD - 20))) + 26)
        return QSize(width, _HEAD if isinstance(row, HeadRow) else _GUEST)


def _row(index: QModelIndex | QPersistentModelIndex) -> Row:
    found: Row = index.model().rows[index.row()]  # type: ignore[attr-defined]  # our OrderModel
    return found


def _ground(painter: QPainter, option: QStyleOptionViewItem, row: Row, tokens: Tokens) -> None:
    """Paint the selection, the hairline below, and the bar of the current line."""
    rect, state = QRectF(option.rect), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    plain = tokens.sunken if isinstance(row, HeadRow) else tokens.surface
    if state & QStyle.StateFlag.State_MouseOver and isinstance(row, GuestRow):
        plain = tokens.hover
    painter.fillRect(rect, QColor(tokens.sel if chosen else plain))
    if not isinstance(row, EqualRow):
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), QColor(tokens.line))
    if chosen:
        view = option.widget
        focus = view is not None and view.hasFocus()
        bar = QRectF(rect.left(), rect.top(), 3, rect.height())
        painter.fillRect(bar, QColor(tokens.accent_text if focus else tokens.stroke))


def _guest(painter: QPainter, rect: QRectF, row: GuestRow, tokens: Tokens) -> None:
    """Paint a guest: rank, name over post, seat over article."""
    start = _number(painter, rect, row, tokens) + 9
    who, seat = row.line.guest, guest_body(row.line.guest) if row.loose else row.seat
    strong = font(TextRole.STRONG if who.known else TextRole.BODY)
    small, note = font(TextRole.SMALL), font(TextRole.NOTE)
    first = QRectF(start, rect.top() + 5, rect.right() - _PAD - start, _LINE)
    second = first.translated(0, _LINE + 1)
    name = brief_name(who)
    if who.known:
        name = pens.with_initials(name, strong, _beside(first, (seat or _NOWHERE, small)) - 8)
    lines = (
        (first, (name, strong, tokens.text), (seat or _NOWHERE, small, tokens.text2)),
        (second, (rank_words(who), small, tokens.text2), (brief_law(row.line), note, tokens.text3)),
    )
    for room, left, right in lines:
        _both(painter, room, left, right)


def _number(painter: QPainter, rect: QRectF, row: GuestRow, tokens: Tokens) -> float:
    """Paint the rank in its circle, behind a grip for who has no seat; return where it ends."""
    left = rect.left() + _PAD
    if row.loose:
        image = pixmap("grip", 16, tokens.text3, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(left - 4, rect.center().y() - 8), image)
        left += 16
    at = QRectF(left, rect.center().y() - _DISC / 2, _DISC, _DISC)
    pens.disc(painter, at, tokens.neutral_soft, tokens.neutral_line)
    pens.write(painter, at, str(row.line.number), (font(TextRole.LABEL), tokens.text))
    return at.right()


def _both(painter: QPainter, room: QRectF, left: _Words, right: _Words) -> None:
    """Write words at the left, and at the right others that may take a third of the room."""
    edge = room.left() + _beside(room, right[:2])
    aside = room.right() - edge
    pens.write(painter, QRectF(edge, room.top(), aside, _LINE), right[0], right[1:], pens.RIGHT)
    wide = edge - 8 - room.left()
    pens.write(painter, QRectF(room.left(), room.top(), wide, _LINE), left[0], left[1:], pens.LEFT)


def _beside(room: QRectF, right: tuple[str, QFont]) -> float:
    """Return how much of a line is left beside words at its right."""
    wide = QFontMetricsF(right[1]).horizontalAdvance(right[0]) + 1
    return room.width() - min(wide, room.width() * _ASIDE)


def _head(painter: QPainter, rect: QRectF, row: HeadRow, tokens: Tokens) -> None:
    inside = rect.adjusted(_PAD, 0, -_PAD, 0)
    pens.write(painter, inside, row.title, (font(TextRole.CARD), tokens.text), pens.LEFT)
    pens.write(painter, inside, str(row.count), (font(TextRole.STRONG), tokens.warn), pens.RIGHT)


def _remark(painter: QPainter, rect: QRectF, row: EqualRow, tokens: Tokens) -> None:
    """Paint a remark in its box: amber while it waits for the officer, quiet once decided."""
    frame = rect.adjusted(_PAD, 0, -_PAD, -8)
    fill, edge = tokens.warn_soft, tokens.warn_line
    pens.box(painter, frame, fill, edge)
    y = frame.top() + 8
    colours = (tokens.text, tokens.text, tokens.accent_text)
    parts = zip(remark_words(row), _ROLES, colours, _heights(row, frame.width() - 20), strict=True)
    for words, role, colour, height in parts:
        painter.setFont(font(role))
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(frame.left() + 10, y, frame.width() - 20, height), _WRAP, words)
        y += height


def _heights(row: EqualRow, width: float) -> list[float]:
    """Return how high each part of a remark comes out in a width."""
    room = QRectF(0, 0, width, 10_000)
    return [
        QFontMetricsF(font(role)).boundingRect(room, _WRAP, words).height()
        for words, role in zip(remark_words(row), _ROLES, strict=True)
    ]
