"""The window: keeps its place on the desk, and builds its content anew for language and theme."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QThread, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import delete
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.context import Address
from kunjungan.ui.shell.frame import Frame
from kunjungan.ui.shell.parts import WindowParts
from kunjungan.ui.shell.places_history import PlacesHistory, Stop
from kunjungan.ui.tab_stops import go_on

_SMALLEST = (900, 500)
_FIRST = (1366, 728)
_AGAIN_MS = 200
_SIDE_BUTTONS: Mapping[Qt.MouseButton, str] = MappingProxyType(
    {Qt.MouseButton.BackButton: "window.back", Qt.MouseButton.ForwardButton: "window.forward"}
)
"""What the buttons at a mouse's side do, wherever in the window the pointer is."""


class MainWindow(QMainWindow):
    """The program's window on one office."""

    def __init__(self, parts: WindowParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._history = PlacesHistory()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.rebuild)
        self.setMinimumSize(*_SMALLEST)
        self._restore_geometry()
        settings = parts.desk.settings
        parts.speak(settings.language)
        parts.recolour(settings.theme)
        self.frame = self._new_frame()
        parts.desk.changed.connect(self._on_desk)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        first = Address.parse(settings.last_place) or Address(parts.places[0].key)
        self.frame.go(first)

    @Slot()
    def rebuild(self) -> None:
        """Build the content anew at the same place: record, tab, selection and scroll.

        While a dialog runs, such as when the system turns dark, that waits until it has ended.
        """
        if QThread.currentThread().loopLevel() > 1:
            QTimer.singleShot(_AGAIN_MS, self._later.start)
            return
        if not self.frame.suspend():
            return
        delete(self.frame)  # or seconds go into new colours for what is about to go
        settings = self._parts.desk.settings
        self._parts.speak(settings.language)
        self._parts.recolour(settings.theme)
        stop = self._history.current or Stop(Address(self._parts.places[0].key))
        self.frame = self._new_frame()
        self.frame.resume(stop)
        self.frame.show()  # the layout does it too, but later: a key pressed before would be lost

    def _new_frame(self) -> Frame:
        frame = Frame(self._parts, self._history, self)
        frame.titled.connect(self._on_titled)
        self.setCentralWidget(frame)
        return frame

    def _restore_geometry(self) -> None:
        kept = self._parts.desk.settings.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(*_FIRST)

    @Slot(str)
    def _on_titled(self, title: str) -> None:
        self.setWindowTitle(tr("{page} — Kunjungan", page=title))

    @Slot(object)
    def _on_desk(self, names: frozenset[str]) -> None:
        if names & {"language", "theme"}:
            self._later.start()  # the click that asked for it comes from what is replaced

    @Slot(Qt.ColorScheme)
    def _on_scheme(self, _scheme: Qt.ColorScheme) -> None:
        if self._parts.desk.settings.theme == "system":
            self._later.start()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go to the next stop of the page; a page that hands the keyboard on is none."""
        return go_on(self, forward=next) or super().focusNextPrevChild(next)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back and forward by the mouse before a list takes the press for itself."""
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        name = _SIDE_BUTTONS.get(event.button())
        if name is None:
            return False
        self.frame.actions_by_name[name].trigger()
        return True

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.frame.suspend():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._parts.desk.change(geometry=geometry)
        super().closeEvent(event)
