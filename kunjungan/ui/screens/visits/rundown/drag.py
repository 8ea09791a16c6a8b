"""Dragging the rows of the rundown: a line shows where the row would go, Esc lets it be."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QTableView
from typing_extensions import override

from kunjungan.ui.screens.visits.rundown.rows import Row
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.widgets.rows_model import Group, RowsModel

_LINE = 2


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a row was let go: in a session, ahead of an item, or behind all where None."""

    item: UUID
    session_id: UUID | None
    before: UUID | None


class RowDrag(QObject):
    """Watches a table of rows.

    Signals:
        dropped: A row was let go elsewhere; carries a Drop.
    """

    dropped = Signal(object)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._from: Row | None = None
        self._pressed = QPoint()
        self._dragging = False
        self._line = QFrame(view.viewport())
        self._line.setAutoFillBackground(True)
        self._line.hide()
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return self._on_key(event)
        if watched is self._view or not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press(event)
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            return self._move(event)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            return self._release(event)
        return False

    def _press(self, event: QMouseEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain:
            self._pressed = event.position().toPoint()
            self._from = self._row(self._view.rowAt(self._pressed.y()))

    def _move(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._end()
            return False
        if far and not self._dragging:
            self._dragging = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._show_line(self._boundary(at.y()))
        return True

    def _release(self, event: QMouseEvent) -> bool:
        dragged, row = self._dragging, self._from
        boundary = self._boundary(event.position().toPoint().y())
        self._end()
        if dragged and row is not None:
            drop = self._drop(row, boundary)
            if drop is not None:
                self.dropped.emit(drop)
        return dragged

    def _on_key(self, event: QKeyEvent) -> bool:
        if self._dragging and event.key() == Qt.Key.Key_Escape:
            self._end()
            return True
        return False

    def _end(self) -> None:
        self._from, self._dragging = None, False
        self._line.hide()
        self._view.viewport().unsetCursor()

    def _boundary(self, y: int) -> int:
        """Return ahead of which line of the table a row would go."""
        line = self._view.rowAt(y)
        if line < 0:
            return 0 if y < 0 else self._view.model().rowCount()
        top, height = self._view.rowViewportPosition(line), self._view.rowHeight(line)
        return line if y < top + height / 2 else line + 1

    def _drop(self, row: Row, boundary: int) -> Drop | None:
        above, below = self._row(boundary - 1), self._row(boundary)
        if row in (above, below):
            return None
        if above is not None:
            same = below is not None and below.line.session_id == above.line.session_id
            return Drop(row.id, above.line.session_id, below.id if same and below else None)
        return Drop(row.id, below.line.session_id, below.id) if below is not None else None

    def _row(self, line: int) -> Row | None:
        model = self._view.model()
        if not isinstance(model, RowsModel) or not 0 <= line < model.rowCount():
            return None
        item = model.item(line)
        return None if isinstance(item, Group) else item

    def _show_line(self, boundary: int) -> None:
        view = self._view
        last = view.model().rowCount() - 1
        if boundary <= last:
            y = view.rowViewportPosition(boundary)
        else:
            y = view.rowViewportPosition(last) + view.rowHeight(last)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(current_tokens().accent_text))
        self._line.setPalette(palette)
        self._line.setGeometry(0, y - _LINE // 2, view.viewport().width(), _LINE)
        self._line.show()
        self._line.raise_()
