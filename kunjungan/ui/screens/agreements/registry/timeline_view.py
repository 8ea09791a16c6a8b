"""The line of time: a row for each agreement, its end as a knob, what follows it in words."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.registry.timeline import Ending, Timeline
from kunjungan.ui.dates import brief_day
from kunjungan.ui.screens.agreements.registry.words import (
    follow_words,
    left_words,
    names,
)
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens
from kunjungan.ui.widgets.rows_model import Cell, Column, RowsModel

ROW, AXIS = 30, 22
_NAMES = 168
_RIGHT = 40
_KNOB, _BAR = 6.5, 6
_PAD = 10
_Left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TimelineView(QWidget):
    """Months over rows; the band shows what ends within 90 days.

    Signals:
        opened: An agreement was asked for by a click or Enter; carries its id.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line: Timeline | None = None
        self._axis = _Axis(self)
        self.list = QListView(self)
        self._model = RowsModel[Ending]([Column("", _cell)], self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Agreements by the day they end"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 4)
        layout.setSpacing(0)
        layout.addWidget(self._axis)
        layout.addWidget(self.list, 1)
        self.list.clicked.connect(self._on_wanted)
        self.list.installEventFilter(self)
        self.setFocusProxy(self.list)

    def show_line(self, line: Timeline) -> None:
        """Show other ends, or other months."""
        self.line = line
        kept = self.list.currentIndex().row()
        self._model.show_items(line.endings)
        if line.endings:
            last = len(line.endings) - 1
            self.list.setCurrentIndex(self._model.index(min(max(kept, 0), last), 0))
        self._axis.update()

    def track(self) -> tuple[float, float]:
        """Return where today stands, and how wide the months are, in the list's own pixels."""
        return float(_NAMES), max(self.list.viewport().width() - _NAMES - _RIGHT, 60.0)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Open the row that the keyboard is on."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in enter:
            self._on_wanted(self.list.currentIndex())
        return event.key() in enter

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._axis.update()

    def _on_wanted(self, index: QModelIndex) -> None:
        if index.isValid() and isinstance(item := self._model.item(index.row()), Ending):
            self.opened.emit(item.id)


class _Axis(QWidget):
    """The months over the rows."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view
        self.setFixedHeight(AXIS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._view.line
        if line is None:
            return
        painter, tokens = QPainter(self), current_tokens()
        left, width = self._view.track()
        painter.setFont(font(TextRole.LABEL))
        painter.setPen(QColor(tokens.warn))
        band = tr("90 days")
        painter.drawText(QRectF(left + 6, 0, 90, AXIS), _Left, band)
        taken = left + 6 + QFontMetricsF(font(TextRole.LABEL)).horizontalAdvance(band) + 8
        painter.setFont(font(TextRole.NOTE))
        painter.setPen(QColor(tokens.text2))
        places = [left + share * width for _, share in line.ticks] + [left + width]
        for (day, _), start, end in zip(line.ticks, places, places[1:], strict=False):
            words = brief_day(day, year=True).partition(" ")[2]
            words = words if day.month == 1 or len(line.ticks) > 12 else words.partition(" ")[0]
            room = QRectF(start, 0, max(end - start, 44), AXIS)
            if room.center().x() - 18 > taken:
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


class _Delegate(QStyledItemDelegate):
    """Paints one agreement on the line of time."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_NAMES + 100, ROW)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model, line = index.model(), self._view.line
        ending = model.item(index.row()) if isinstance(model, RowsModel) else None
        if line is None or not isinstance(ending, Ending):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, line)
        self._paint_end(painter, QRectF(option.rect), ending)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Timeline
    ) -> None:
        tokens, rect = current_tokens(), QRectF(option.rect)
        left, width = self._view.track()
        state = QStyle.StateFlag
        if option.state & state.State_Selected and option.state & state.State_HasFocus:
            painter.fillRect(rect, QColor(tokens.sel))
        elif option.state & state.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        band = QRectF(left, rect.top(), line.near * width, rect.height())
        painter.fillRect(band, QColor(tokens.warn_soft))
        painter.setPen(QPen(QColor(tokens.line), 1))
        for _, share in line.ticks:
            x = round(left + share * width) + 0.5
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        painter.fillRect(QRectF(left - 1, rect.top(), 2, rect.height()), QColor(tokens.accent_text))

    def _paint_end(self, painter: QPainter, rect: QRectF, ending: Ending) -> None:
        tokens = current_tokens()
        left, width = self._view.track()
        middle, end = rect.center().y(), left + ending.share * width
        colour = QColor(tokens.warn if ending.near else tokens.accent_text)
        _write(painter, QRectF(_PAD, rect.top(), left - 2 * _PAD, rect.height()),
               ", ".join(ending.shorts), tokens.text)  # fmt: skip
        painter.fillRect(QRectF(left, middle - _BAR / 2, end - left, _BAR), colour)
        painter.setPen(QPen(colour, 2.5))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(QPointF(end, middle), _KNOB, _KNOB)
        self._paint_words(painter, rect, ending, end, tokens)

    def _paint_words(
        self, painter: QPainter, rect: QRectF, ending: Ending, end: float, tokens: Tokens
    ) -> None:
        """Write what follows at the right of the knob, or at its left where that has no room."""
        words = _end_words(ending)
        wide = QFontMetricsF(font(TextRole.SMALL)).horizontalAdvance(words)
        room = QRectF(end + 14, rect.top(), rect.right() - end - 18, rect.height())
        if wide > room.width() and end - wide - 18 > _NAMES:
            room = QRectF(end - wide - 18, rect.top() + 5, wide + 6, rect.height() - 10)
            painter.fillRect(room, QColor(tokens.surface))
        _write(painter, room, words, tokens.text)


def _write(painter: QPainter, room: QRectF, words: str, colour: str) -> None:
    face = font(TextRole.SMALL)
    painter.setFont(face)
    painter.setPen(QColor(colour))
    cut = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(_Left), cut)


def _end_words(ending: Ending) -> str:
    follows = follow_words(ending.follow_up, near=ending.near)
    year = ending.ends_on.year != ending.today.year
    day = brief_day(ending.ends_on, year=year)
    return f"{day} · {follows}" if follows else day


def _cell(ending: Ending) -> Cell:
    """Return what a screen reader says of a row."""
    left = left_words(ending.days_left, ending.ends_on)
    day = brief_day(ending.ends_on, year=True)
    told = (names(ending.partners), tr("ends on {day}", day=day), left,
            follow_words(ending.follow_up))  # fmt: skip
    return Cell(", ".join(part for part in told if part))
