"""Draws the lines of the palette, what was searched for on a soft ground and underlined."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kunjungan.ui.shell.palette.rows import Entry, Heading, PaletteModel, Places
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens

ENTRY, HEADING = 38, 29
PAD, INDENT = 16, 46
_DETAIL_SHARE = 0.45
_GAP = 16


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is written, and how the words in it that were searched for."""

    plain: QFont
    strong: QFont
    colour: str


class LineDelegate(QStyledItemDelegate):
    """Paints headings and entries."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, height_of(index))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model, tokens, rect = index.model(), current_tokens(), QRectF(option.rect)
        if not isinstance(model, PaletteModel):
            return
        row = model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            _heading(painter, rect, row, tokens)
        else:
            _ground(painter, rect, option.state, tokens)
            _entry(painter, rect, row, tokens)
        painter.restore()


def height_of(index: QModelIndex | QPersistentModelIndex) -> int:
    """Return how high a line is, in logical pixels."""
    model = index.model()
    heading = isinstance(model, PaletteModel) and isinstance(model.rows[index.row()], Heading)
    return HEADING if heading else ENTRY


def draw_marked(painter: QPainter, room: QRectF, text: str, places: Places, style: Style) -> None:
    """Write a text, cut to its room, with the places in it marked."""
    at, middle = room.left(), room.center().y()
    tokens = current_tokens()
    for part, marked in _parts(*_cut(text, places, style, room.width())):
        face = style.strong if marked else style.plain
        metrics = QFontMetricsF(face)
        width = metrics.horizontalAdvance(part)
        if marked:
            box = QRectF(at, middle - metrics.height() / 2, width, metrics.height())
            painter.fillRect(box, QColor(tokens.warn_soft))
            line = QRectF(at, box.bottom(), width, 2)
            painter.fillRect(line, QColor(tokens.warn))
        painter.setFont(face)
        painter.setPen(QColor(style.colour))
        where = QRectF(at, room.top(), width + 2, room.height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), part)
        at += width


def marked_width(text: str, places: Places, style: Style) -> float:
    """Return how wide ``draw_marked`` writes a text that has room."""
    return sum(
        QFontMetricsF(style.strong if marked else style.plain).horizontalAdvance(part)
        for part, marked in _parts(text, places)
    )


def _heading(painter: QPainter, rect: QRectF, row: Heading, tokens: Tokens) -> None:
    painter.setFont(font(TextRole.LABEL))
    painter.setPen(QColor(tokens.text2))
    room = rect.adjusted(PAD, 0, -PAD, 0)
    cut = painter.fontMetrics().elidedText(
        row.title, Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)


def _ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, tokens: Tokens) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(tokens.sel))
        bar = QRectF(rect.left(), rect.top(), 3, rect.height())
        painter.fillRect(bar, QColor(tokens.accent_text))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(tokens.hover))


def _entry(painter: QPainter, rect: QRectF, row: Entry, tokens: Tokens) -> None:
    ratio = painter.device().devicePixelRatioF()
    image = pixmap(row.icon, 16, tokens.text2, ratio)
    painter.drawPixmap(QPointF(rect.left() + PAD + 2, rect.center().y() - 8), image)
    room = rect.adjusted(INDENT, 0, -PAD, 0)
    look = Style(font(TextRole.BODY), font(TextRole.STRONG), tokens.text)
    if row.detail:
        title = marked_width(row.title, row.title_places, look)
        strong = font(TextRole.LABEL)
        style = Style(font(TextRole.SMALL), strong, tokens.text2)
        wide = marked_width(row.detail, row.detail_places, style)
        width = min(wide + 1, max(room.width() * _DETAIL_SHARE, room.width() - _GAP - title))
        where = QRectF(room.right() - width, room.top(), width, room.height())
        draw_marked(painter, where, row.detail, row.detail_places, style)
        room.setRight(where.left() - _GAP)
    draw_marked(painter, room, row.title, row.title_places, look)


def _cut(text: str, places: Places, style: Style, width: float) -> tuple[str, Places]:
    """Return a text cut to a width, and the places that are still in it."""
    if marked_width(text, places, style) <= width:
        return text, places
    metrics = QFontMetricsF(style.strong)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    end = len(cut) - 1
    return cut, tuple((start, min(stop, end)) for start, stop in places if start < end)


def _parts(text: str, places: Places) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text with whether they are marked."""
    at = 0
    for start, end in places:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False
