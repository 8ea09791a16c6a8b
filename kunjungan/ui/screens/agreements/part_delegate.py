"""Draws the parts of an agreement's text in its outline."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kunjungan.ui.screens.agreements.sections import Section
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens

SECTION = Qt.ItemDataRole.UserRole
"""Under which role a row of the outline holds its part."""
PAD = 12
_ROW = 29


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
    if not section.missing:
        ratio = painter.device().devicePixelRatioF()
        at = QPointF(room.right() - 14, room.center().y() - 7)
        painter.drawPixmap(at, pixmap("checkmark", 14, tokens.ok, ratio))
        return at.x()
    face = font(TextRole.NOTE)
    face.setBold(True)
    words = f"{section.missing} EN"
    width = QFontMetricsF(face).horizontalAdvance(words)
    painter.setFont(face)
    painter.setPen(QColor(tokens.bad))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(room, int(flags), words)
    return room.right() - width
