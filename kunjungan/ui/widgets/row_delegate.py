"""Draws the cells of a list: two lines, chips, bars, ticks, group lines, the selection."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.style import draw_check
from kunjungan.ui.theme.tokens import Tokens, Tone, ink
from kunjungan.ui.widgets.chips import CHIP_HEIGHT, chip_width, draw_chip
from kunjungan.ui.widgets.rows_model import Align, Cell, Group, RowsModel

PAD = 10
CHECK = 16
_BAR = QSize(56, 6)
_State = QStyle.StateFlag
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of one view.

    ``hovered`` is the line under the pointer, or -1; ``fixed_height`` is for views that ask the
    rows how high they are.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.fixed_height = 32
        self._body = font(TextRole.BODY)
        self._strong = font(TextRole.STRONG)
        self._small = font(TextRole.SMALL)
        self._italic = font(TextRole.BODY)
        self._italic.setItalic(True)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        tokens = current_tokens()
        cell = model.cell(index)
        painter.save()
        if isinstance(cell, Group):
            self._paint_group(painter, option, cell, tokens)
        else:
            self._paint_ground(painter, option, index, tokens)
            room = QRectF(option.rect).adjusted(PAD, 0, -PAD, -1)
            self._paint_cell(painter, room, cell, model.align(index.column()), tokens)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, self.fixed_height)

    def _paint_group(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        group: Group,
        tokens: Tokens,
    ) -> None:
        """Draw this column's share of a line that runs across the whole table."""
        rect = QRectF(option.rect)
        painter.fillRect(rect, _mixed(tokens.surface, tokens.sunken))
        _rule(painter, rect, tokens.line)
        painter.setClipRect(rect)
        view = option.widget
        start = view.columnViewportPosition(0) if isinstance(view, QTableView) else rect.left()
        line = QRectF(start + PAD, rect.top(), 2000, rect.height() - 1)
        if group.open is not None:
            _chevron(painter, QPointF(line.left() + 7, line.center().y()), group, tokens)
            line.setLeft(line.left() + 22)
        width = _write(painter, line, group.title, _Look(font(TextRole.LABEL), tokens.text2))
        line.setLeft(line.left() + width + 8)
        _write(painter, line, group.note, _Look(self._small, tokens.text2))

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        tokens: Tokens,
    ) -> None:
        rect = QRectF(option.rect)
        selected = bool(option.state & _State.State_Selected)
        ground = tokens.hover if index.row() == self.hovered else tokens.surface
        painter.fillRect(rect, QColor(tokens.sel if selected else ground))
        _rule(painter, rect, tokens.line)
        view = option.widget
        first = (
            not isinstance(view, QTableView)
            or view.horizontalHeader().visualIndex(index.column()) == 0
        )
        if selected and first:
            active = not isinstance(view, QTableView) or view.hasFocus()
            bar = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, QColor(tokens.accent_text if active else tokens.stroke))

    def _paint_cell(
        self, painter: QPainter, room: QRectF, cell: Cell, align: Align, tokens: Tokens
    ) -> None:
        if cell.checked is not None:
            self._paint_check(painter, room, checked=cell.checked)
        if cell.icon:
            image = pixmap(cell.icon, 16, _ink(tokens, cell), _ratio(painter))
            painter.drawPixmap(QPointF(room.left(), room.center().y() - 8), image)
            room.setLeft(room.left() + 24)
        if cell.bar is not None:
            self._paint_bar(painter, room, cell.bar, tokens)
        if cell.chip is not None and not cell.text:
            draw_chip(painter, _middle(room), cell.chip, room=room.width())
        elif cell.text:
            self._paint_words(painter, room, cell, align, tokens)

    def _paint_check(self, painter: QPainter, room: QRectF, *, checked: bool) -> None:
        state = _State.State_Enabled | (_State.State_On if checked else _State.State_Off)
        draw_check(painter, QRectF(room.left(), room.top(), CHECK, room.height()), state)
        room.setLeft(room.left() + CHECK + 10)

    def _paint_bar(
        self, painter: QPainter, room: QRectF, bar: tuple[int, int], tokens: Tokens
    ) -> None:
        done, total = bar
        box = QRectF(room.left(), room.center().y() - 3, _BAR.width(), _BAR.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(box, 3, 3)
        if done and total:
            painter.setBrush(QColor(tokens.accent_text))
            box.setWidth(max(6.0, _BAR.width() * min(done / total, 1)))
            painter.drawRoundedRect(box, 3, 3)
        room.setLeft(room.left() + _BAR.width() + 8)

    def _paint_words(
        self, painter: QPainter, room: QRectF, cell: Cell, align: Align, tokens: Tokens
    ) -> None:
        face = self._italic if cell.italic else self._strong if cell.bold else self._body
        first = QRectF(room)
        if cell.detail:
            first.setHeight(room.height() / 2 + 1)
            second = QRectF(room.left(), room.center().y() - 1, room.width(), room.height() / 2)
            sides = _SIDES[align] | Qt.AlignmentFlag.AlignTop
            _write(painter, second, cell.detail, _Look(self._small, tokens.text2, sides))
        chip = cell.chip
        if chip is not None:
            first.setRight(first.right() - chip_width(chip) - 8)
        where = Qt.AlignmentFlag.AlignBottom if cell.detail else Qt.AlignmentFlag.AlignVCenter
        look = _Look(face, _ink(tokens, cell), _SIDES[align] | where)
        width = _write(painter, first, fitting(cell, face, first.width()), look)
        if chip is not None:
            line = first.bottom() - QFontMetricsF(face).height() / 2
            above = min(line, room.center().y() + 1 - CHIP_HEIGHT / 2)  # clear of the second line
            middle = above if cell.detail else first.center().y()
            draw_chip(painter, QPointF(first.left() + width + 8, middle), chip)


def fitting(cell: Cell, face: QFont, room: float) -> str:
    """Return the words of a cell, the brief ones where the whole have no room."""
    if not cell.brief or QFontMetricsF(face).horizontalAdvance(cell.text) <= room:
        return cell.text
    return cell.brief


@dataclass(frozen=True, slots=True)
class _Look:
    """How one line of text is written."""

    face: QFont
    colour: str
    sides: Qt.AlignmentFlag = _LEFT_MIDDLE


def _write(painter: QPainter, room: QRectF, text: str, look: _Look) -> float:
    """Write a line, cut to its room; return how wide it came out."""
    metrics = QFontMetricsF(look.face)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(look.face)
    painter.setPen(QColor(look.colour))
    painter.drawText(room, int(look.sides), cut)
    return metrics.horizontalAdvance(cut)


_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}


def _ink(tokens: Tokens, cell: Cell) -> str:
    if cell.tone is Tone.PLAIN:
        return tokens.text2 if cell.quiet or cell.italic else tokens.text
    return ink(tokens, cell.tone).text


def _chevron(painter: QPainter, middle: QPointF, group: Group, tokens: Tokens) -> None:
    """Draw the arrow of a group that folds: down while it is open."""
    away, along = QPointF(-4, -2), QPointF(4, -2)
    tip = QPointF(0, 2.5)
    if not group.open:
        away, along, tip = (QPointF(point.y(), point.x()) for point in (away, along, tip))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.text2), 1.4))
    painter.drawPolyline([middle + away, middle + tip, middle + along])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _rule(painter: QPainter, rect: QRectF, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 1))
    y = rect.bottom() - 0.5
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def _mixed(first: str, second: str) -> QColor:
    """Return the colour halfway between two."""
    a, b = QColor(first), QColor(second)
    return QColor(
        (a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2
    )


def _middle(room: QRectF) -> QPointF:
    return QPointF(room.left(), room.center().y())


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
