"""A short word about what was just done, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from kunjungan.i18n import tr

_SHOWN_MS = 10_000
_FROM_BOTTOM = 40


class ToastBar(QFrame):
    """Floats over the bottom of its parent for ten seconds."""

    def __init__(self, undo: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("frame", "toast")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(tr("Undo"), self)
        self._button.clicked.connect(self._on_undo)
        self._undo = undo
        self._over = parent
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 8, 5)
        layout.setSpacing(10)
        layout.addWidget(self._text)
        layout.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, *, undo: bool = False) -> None:
        """Show a text, with the undo button where ``undo`` is true."""
        self._text.setText(text)
        self._button.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        alert = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(alert)

    @Slot()
    def _on_undo(self) -> None:
        self.hide()
        self._undo()

    def _place(self) -> None:
        self.adjustSize()
        parent = self._over
        left = (parent.width() - self.width()) // 2
        self.move(left, parent.height() - self.height() - _FROM_BOTTOM)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
