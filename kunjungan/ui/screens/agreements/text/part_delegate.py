"""Draws the parts of an agreement's text in its outline."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kunjungan.ui.screens.agreements.text.sections import Section
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens

SECTION = Qt.ItemDataRole.UserRole
"""Under which role a row of the outline holds its part."""
PAD = 12
_ROW = 29
_ICON = 14


class PartDelegate(QStyledItemDelegate):
    """Draws a part's title, and at the right a tick or how many rows it lacks."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _ROW)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = current_tokens()
        section = index.data(SECTION)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or hovered:
            painter.fillRect(box, QColor(tokens.sel if chosen else tokens.hover))
        if chosen:
            bar = QRectF(box.left(), box.top(), 3, box.height())
            painter.fillRect(bar, QColor(tokens.accent_text))
        room = box.adjusted(PAD, 0, -PAD, 0)
        room.setRight(_draw_state(painter, room, section) - 6)
        face = font(TextRole.STRONG if chosen else TextRole.BODY)
        painter.setFont(face)
        painter.setPen(QColor(tokens.text))
        cut = QFontMetricsF(face).elidedText(
            section.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)
        painter.restore()


def _draw_state(painter: QPainter, room: QRectF, section: Section) -> float:
    """Draw the state at the right end; return where it begins."""
    tokens = current_tokens()
    ratio = painter.device().devicePixelRatioF()
    bad, fair = section.lacks or section.blocking, section.advice
    icon, colour = (
        ("error_circle", tokens.bad)
        if bad
        else ("warning", tokens.warn)
        if fair
        else ("checkmark", tokens.ok)
    )
    words = section.lacks or str(section.blocking or section.advice or "")
    if not section.lacks:
        at = QPointF(room.right() - _ICON, room.center().y() - _ICON / 2)
        painter.drawPixmap(at, pixmap(icon, _ICON, colour, ratio))
        room = room.adjusted(0, 0, -_ICON - 4, 0)
    face = font(TextRole.NOTE)
    face.setBold(True)
    painter.setFont(face)
    painter.setPen(QColor(colour))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(room, int(flags), words)
    return room.right() - QFontMetricsF(face).horizontalAdvance(words)
