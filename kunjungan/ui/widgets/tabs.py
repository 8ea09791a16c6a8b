"""The tabs of one record, with how much is in each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget
from typing_extensions import override

from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import icon
from kunjungan.ui.theme.palette import current_tokens

_HEIGHT = 36
_PAD = 12
_GAP = 5


@dataclass(frozen=True, slots=True)
class Tab:
    """A part of a record: its key, its word, and a count."""

    key: str
    text: str
    count: int | None = None


class TabRow(QTabBar):
    """A row of tabs, underlined where one is.

    Signals:
        tab_chosen: Another tab was chosen by the person; carries its key.
    """

    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: Sequence[Tab] = ()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self._show_arrows()
        self.currentChanged.connect(self._on_current)

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Replace the tabs, staying on the same one where it still is."""
        kept = self.value()
        self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        self._tabs = tabs
        for place, tab in enumerate(tabs):
            count = "" if tab.count is None else f" {tab.count}"
            self.setTabText(place, tab.text + count)
        self.set_value(kept)
        self.blockSignals(False)
        self.updateGeometry()

    def value(self) -> str:
        """Return the key of the tab one is on."""
        place = self.currentIndex()
        return self._tabs[place].key if 0 <= place < len(self._tabs) else ""

    def set_value(self, key: str) -> None:
        """Go to a tab without telling anyone."""
        for place, tab in enumerate(self._tabs):
            if tab.key == key:
                with QSignalBlocker(self):
                    self.setCurrentIndex(place)

    def step(self, by: int) -> None:
        """Go ``by`` tabs on, round the end."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def _show_arrows(self) -> None:
        """Draw our own arrows on the buttons that scroll tabs which do not fit."""
        for name, drawing in (("Left", "chevron_left"), ("Right", "chevron_right")):
            if arrow := self.findChild(QToolButton, f"Scroll{name}Button"):
                arrow.setArrowType(Qt.ArrowType.NoArrow)
                arrow.setIcon(icon(drawing))

    @Slot(int)
    def _on_current(self, _place: int) -> None:
        self.tab_chosen.emit(self.value())

    @override
    def tabSizeHint(self, index: int) -> QSize:
        if not 0 <= index < len(self._tabs):
            return QSize(40, _HEIGHT)
        tab = self._tabs[index]
        width = QFontMetricsF(font(TextRole.STRONG)).horizontalAdvance(tab.text) + 2 * _PAD
        if tab.count is not None:
            note = QFontMetricsF(font(TextRole.NOTE))
            width += note.horizontalAdvance(str(tab.count)) + _GAP
        return QSize(round(width + 0.49), _HEIGHT)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, tab in enumerate(self._tabs):
            self._draw(painter, QRectF(self.tabRect(place)), tab, here=place == self.currentIndex())

    def _draw(self, painter: QPainter, room: QRectF, tab: Tab, *, here: bool) -> None:
        tokens = current_tokens()
        face = font(TextRole.STRONG if here else TextRole.BODY)
        painter.setFont(face)
        painter.setPen(QColor(tokens.accent_text if here else tokens.text2))
        words = room.adjusted(_PAD, 0, 0, -2)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(words, middle, tab.text)
        if tab.count is not None:
            words.setLeft(words.left() + QFontMetricsF(face).horizontalAdvance(tab.text) + _GAP)
            painter.setFont(font(TextRole.NOTE))
            painter.setPen(QColor(tokens.text2))
            painter.drawText(words.translated(0, 0.5), middle, str(tab.count))
        if here:
            width = room.width() - _PAD
            line = QRectF(QPointF(room.left() + _PAD / 2, room.bottom() - 2), room.bottomRight())
            line.setWidth(width)
            focused = self.hasFocus()
            line.setTop(line.top() - (1 if focused else 0))
            painter.fillRect(line, QColor(tokens.accent_text))
