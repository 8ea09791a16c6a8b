"""The order of precedence as a list: walked by keys, its guests dragged onto the plan."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.ui.screens.visits.seating.order_paint import OrderDelegate
from kunjungan.ui.screens.visits.seating.order_rows import (
    EqualRow,
    GuestRow,
    HeadRow,
    Row,
    row_words,
)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Key, _LEFT = Qt.Key, Qt.MouseButton.LeftButton
_KEYS = {
    _Key.Key_Space: "seating.lift",
    _Key.Key_Return: "seating.who",
    _Key.Key_Enter: "seating.who",
    _Key.Key_L: "seating.lock",
    _Key.Key_R: "seating.reason",
}


class OrderModel(QAbstractListModel):
    """Rows for the view; every one says all that it shows to screen readers."""

    rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return row_words(self.rows[index.row()]) if role in wanted else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], HeadRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OrderList(QListView):
    """Guests by rank.

    Signals:
        picked: Another guest is current; carries the attendee's id, or None.
        asked: A command was asked for by a key or a double click; carries its name.
        equals_wanted: The remark on equals was pressed; carries it.
        pulled: A guest is dragged; carries the line and where on screen.
        released: The dragged guest was let go there.
        given_up: The drag was given up.
    """

    picked = Signal(object)
    asked = Signal(str)
    equals_wanted = Signal(object)
    pulled = Signal(object, QPointF)
    released = Signal(QPointF)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OrderModel(self)
        self._pressed: tuple[QPointF, GuestRow] | None = None
        self._dragging = False
        self.setModel(self._model)
        self.setItemDelegate(OrderDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Order of precedence"))
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows; the current guest and the scroll stay."""
        kept, loose, scroll = self.current(), self._loose(), self.verticalScrollBar().value()
        chooser = self.selectionModel()
        chooser.blockSignals(True)
        self._model.show_rows(rows)
        if kept is not None:
            self._select(kept.guest.id, loose=loose)
        chooser.blockSignals(False)
        self.verticalScrollBar().setValue(scroll)
        self.viewport().update()

    def row(self) -> Row | None:
        """Return the row on the keyboard."""
        line = self.currentIndex().row()
        return self._model.rows[line] if 0 <= line < len(self._model.rows) else None

    def current(self) -> RankedGuest | None:
        """Return the guest on the keyboard."""
        row = self.row()
        return row.line if isinstance(row, GuestRow) else None

    def select(self, guest_id: UUID | None) -> None:
        """Make a guest current without telling anyone."""
        chooser = self.selectionModel()
        chooser.blockSignals(True)
        self._select(guest_id, loose=self._loose())
        chooser.blockSignals(False)
        self.viewport().update()

    def _select(self, guest_id: UUID | None, *, loose: bool) -> None:
        found = [
            (row.loose != loose, place)
            for place, row in enumerate(self._model.rows)
            if isinstance(row, GuestRow) and row.line.guest.id == guest_id
        ]
        index = self._model.index(min(found)[1]) if found else QModelIndex()
        self.setCurrentIndex(index)
        if not found:
            self.clearSelection()

    def _loose(self) -> bool:
        row = self.row()
        return isinstance(row, GuestRow) and row.loose

    def _on_current(self, *_indexes: QModelIndex) -> None:
        current = self.current()
        self.picked.emit(current.guest.id if current is not None else None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if self._dragging and key == _Key.Key_Escape:
            self._end()
            self.given_up.emit()
        elif key in _KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            row = self.row()
            if isinstance(row, EqualRow):
                self.equals_wanted.emit(row)
            else:
                self.asked.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self._row_at(event.position())
        if event.button() == _LEFT and isinstance(row, GuestRow):
            self._pressed = (event.position(), row)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & _LEFT:
            remark = isinstance(self._row_at(event.position()), EqualRow)
            hand = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(hand if remark else Qt.CursorShape.ArrowCursor)
            return
        start, row = self._pressed
        far = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragging:
            self._dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pulled.emit(row.line, event.globalPosition())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, at = self._dragging, event.globalPosition()
        self._end()
        if dragged:
            self.released.emit(at)
            return
        super().mouseReleaseEvent(event)
        row = self._row_at(event.position())
        if event.button() == _LEFT and isinstance(row, EqualRow):
            self.equals_wanted.emit(row)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if isinstance(self._row_at(event.position()), GuestRow):
            self.asked.emit("seating.who")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # remarks wrap anew

    def _end(self) -> None:
        self._pressed, self._dragging = None, False
        self.viewport().unsetCursor()

    def _row_at(self, at: QPointF) -> Row | None:
        line = self.indexAt(at.toPoint()).row()
        return self._model.rows[line] if line >= 0 else None
