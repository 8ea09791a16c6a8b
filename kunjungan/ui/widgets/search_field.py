"""A field that narrows a list while one types."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.ui.theme.icons import icon

_PAUSE_MS = 150
_WIDTH, _NARROWEST = 230, 130


class SearchField(QLineEdit):
    """Searches a moment after the last key; Esc clears.

    Signals:
        searched: The words to search for; empty for everything.
    """

    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(False)
        self.addAction(icon("search", role="text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._on_text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def reset(self) -> None:
        """Search for everything again."""
        self.clear()
        self._search()

    def _on_text(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.reset()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._search()
        else:
            super().keyPressEvent(event)
