"""Lets the boxes before guests follow the selection, and a click on one change it."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Slot
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from kunjungan.ui.widgets.data_table import DataTable

_Flag = QItemSelectionModel.SelectionFlag


class Ticks(QObject):
    """Keeps ``chosen`` the keys of the selected rows; a box adds its row to them or takes it off.

    The boxes are in the first column.
    """

    def __init__(self, table: DataTable[Any], chosen: set[object]) -> None:
        super().__init__(table)
        self._table = table
        self._chosen = chosen
        table.view.viewport().installEventFilter(self)
        table.view.selectionModel().selectionChanged.connect(self.follow)
        table.picked.connect(self.follow)
        table.toggled.connect(self._on_space)

    @Slot()
    def follow(self) -> None:
        """Tick what is selected."""
        self._chosen.clear()
        self._chosen.update(row.id for row in self._table.selected())
        self._table.view.viewport().update()

    @Slot(object)
    def _on_space(self, _row: object) -> None:
        self._toggle(self._table.view.currentIndex().row())

    def _toggle(self, line: int) -> None:
        view = self._table.view
        index = view.model().index(line, 0)
        chooser = view.selectionModel()
        chooser.setCurrentIndex(index, _Flag.NoUpdate)
        chooser.select(index, _Flag.Toggle | _Flag.Rows)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        index = self._table.view.indexAt(event.position().toPoint())
        box = index.isValid() and index.column() == 0 and bool(index.flags())
        if not box or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._table.view.setFocus()
        self._toggle(index.row())
        return True
