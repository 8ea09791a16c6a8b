"""A line over one cell of a list, to put the cell right."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kunjungan.i18n import tr

_WIDEST = 260


class CellEditor(QLineEdit):
    """Enter or leaving it keeps what was typed, Escape does not.

    Signals:
        kept: Another text stands there; carries what the cell was called and the text.
        left: The cell stays as it was.
    """

    kept = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell: object = None
        self._before = ""
        self.setAccessibleName(tr("Cell"))
        self.hide()

    def open(self, room: QRect, cell: object, text: str) -> None:
        """Lie over a cell with its text selected."""
        self._cell, self._before = cell, text
        self.setText(text)
        room.setWidth(max(room.width(), min(_WIDEST, self.fontMetrics().horizontalAdvance(text))))
        self.setGeometry(room)
        self.show()
        self.setFocus()
        self.selectAll()

    def _close(self, *, keep: bool) -> None:
        if self.isHidden():
            return
        self.hide()
        if keep and self.text() != self._before:
            self.kept.emit(self._cell, self.text().strip())
        else:
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._close(keep=True)
        elif key == Qt.Key.Key_Escape:
            self._close(keep=False)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close(keep=True)
