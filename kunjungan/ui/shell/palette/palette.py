"""The palette itself: narrows while one types, without ever making the typing wait."""

from collections.abc import Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QFrame, QListView, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.shell.palette.frame import FOOT, LINE, Foot, TypingLine, Veil
from kunjungan.ui.shell.palette.line_delegate import LineDelegate, height_of
from kunjungan.ui.shell.palette.rows import Entry, Heading, PaletteModel, Row, words_of
from kunjungan.ui.shell.palette.source import Source
from kunjungan.ui.shell.parts import Hit
from kunjungan.ui.theme.roles import set_property
from kunjungan.ui.widgets.layouts import column

_WIDTH, _HEIGHT = 640, 534
_TOP, _EDGE = 36, 24
_PAGE = 7
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class Palette(QDialog):
    """Offers records and commands for what is typed; Enter opens or runs the marked one."""

    def __init__(self, source: Source, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Search, or run a command…"))
        self._source = source
        self._window = window
        self._asked: str | None = None
        self._chosen = False
        self._card = QFrame(self)
        self._head = TypingLine(self._card)
        self.line = self._head.field
        self.model = PaletteModel(self)
        self._list = QListView(self._card)
        self._foot = Foot(self._card)
        self._veil = Veil(window)
        self._build()
        self._type()

    def show_over(self) -> None:
        """Show the palette at the top of its window, the rest of that darkened."""
        self._veil.show()
        self._veil.raise_()
        self._place()
        self.show()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        set_property(self._card, "frame", "card")
        self._list.setModel(self.model)
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Results"))
        rule = set_property(QFrame(self._card), "frame", "rule")
        self._card.setLayout(
            column(self._head, rule, self._list, self._foot, spacing=0, margins=(1, 1, 1, 1))
        )
        self._list.clicked.connect(self._on_clicked)
        self._list.selectionModel().currentChanged.connect(self._tell_current)
        self.line.changed.connect(self._type)
        self.line.installEventFilter(self)
        self._veil.clicked.connect(self.close)

    def _type(self) -> None:
        self._head.fit(self._card.width() or _WIDTH)
        self._chosen = False
        self._offer()

    def _offer(self) -> None:
        """Offer at once what needs no search, and let the search run for the rest."""
        text = self.line.text().strip()
        if not text:
            self._show(self._source.at_first(), "")
        elif not self._source.wants_records(text):
            self._show(self._source.rows(text, ()), "")
        elif self._asked is None:
            self._ask(text)

    def _ask(self, text: str) -> None:
        """Search in the background; whatever is typed meanwhile is searched for afterwards."""
        self._asked = text
        self._source.background.run(
            partial(self._source.find, text),
            done=partial(self._on_found, text, perf_counter()),
            refused=partial(self._on_refused, text),
            owner=self,
            quick=True,
        )

    def _on_found(self, text: str, began: float, hits: Sequence[Hit]) -> None:
        rows = self._source.rows(text, hits)
        took = max(round((perf_counter() - began) * 1000), 1)
        self._answer(text, rows, _count(rows, took))

    def _on_refused(self, text: str, refusal: OfficeError) -> None:
        rows = self._source.rows(text, ())
        self._answer(text, [Heading(refusal_words(refusal)), *rows], "")

    def _answer(self, text: str, rows: Sequence[Row], words: str) -> None:
        self._asked = None
        if text != self.line.text().strip():
            self._offer()
            return
        chosen, self._chosen = self._chosen, False
        self._show(rows, words)
        if chosen:
            self._run_current()

    def _show(self, rows: Sequence[Row], words: str) -> None:
        self.model.show_rows(rows)
        self._foot.say(words)
        self._list.setCurrentIndex(self.model.index(self.model.next_entry(-1, 1), 0))
        self._list.scrollToTop()
        self._place()

    def _place(self) -> None:
        """Lie at the top of the window, as high as the lines need and the window lets."""
        window = self._window
        width = min(_WIDTH, window.width() - 2 * _EDGE)
        most = min(_HEIGHT, window.height() - _TOP - _EDGE)
        left = window.mapToGlobal(QPoint((window.width() - width) // 2, _TOP))
        self.setGeometry(QRect(left.x(), left.y(), width, most))
        lines = sum(height_of(self.model.index(n, 0)) for n in range(self.model.rowCount()))
        self._card.setGeometry(0, 0, width, min(most, LINE + FOOT + lines + 9))
        self._head.fit(width)

    def _step(self, by: int) -> None:
        row = self.model.next_entry(self._list.currentIndex().row(), by)
        self._list.setCurrentIndex(self.model.index(row, 0))
        if row == self.model.next_entry(-1, 1):
            self._list.scrollToTop()

    def _choose(self) -> None:
        """Run the marked line, once the search for what stands in the line is done."""
        if self._asked is not None:
            self._chosen = True
        else:
            self._run_current()

    def _run_current(self) -> None:
        self._on_clicked(self._list.currentIndex())

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row()) if index.isValid() else None
        if entry is not None:
            self.close()
            QTimer.singleShot(0, self._window, entry.run)

    def _tell_current(self, index: QModelIndex) -> None:
        """Let a screen reader say the marked line, though the keyboard stays in the field."""
        row = self.model.entry(index.row())
        self.line.setAccessibleDescription(words_of(row) if isinstance(row, Entry) else "")
        QAccessible.updateAccessibility(
            QAccessibleEvent(self.line, QAccessible.Event.DescriptionChanged)
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}  # there is nowhere else to go
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._veil.hide()
        self._veil.deleteLater()
        super().closeEvent(event)


def _count(rows: Sequence[Row], took: int) -> str:
    """Return how many lines there are to choose from, and how many ms it took."""
    count = sum(isinstance(row, Entry) for row in rows)
    if count == 1:
        return tr("1 result · {ms} ms", ms=took)
    return tr("{count} results · {ms} ms", count=count, ms=took)
