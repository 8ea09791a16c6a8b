"""Keeps how a person arranged a table's columns for the next start, on this desk."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.desk import Desk
from kunjungan.ui.widgets.arranging import Arrangement, Place
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, row

_KEY = Qt.ItemDataRole.UserRole
_On, _Off = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def remember_columns(table: DataTable[Any], desk: Desk, name: str) -> None:
    """Arrange a table's columns as they were at the last start, and keep every later change."""
    table.let_arrange()
    settings = desk.settings
    places = tuple(
        Place(key, width, bool(shown)) for of, key, width, shown in settings.columns if of == name
    )
    sort = next(((by, down) for of, by, down in settings.sorts if of == name), None)
    table.arrange(Arrangement(places, sort))
    table.arranged.connect(partial(_keep, table, desk, name))


def _keep(table: DataTable[Any], desk: Desk, name: str) -> None:
    now, before = table.arrangement(), desk.settings
    columns = [(name, place.key, place.width, place.shown) for place in now.places]
    sorts = [(name, *now.sort)] if now.sort else []
    desk.change(
        columns=(*(kept for kept in before.columns if kept[0] != name), *columns),
        sorts=(*(kept for kept in before.sorts if kept[0] != name), *sorts),
    )


class ColumnsDialog(QDialog):
    """Shows, hides and moves a table's columns by the keyboard; each step shows at once."""

    def __init__(self, table: DataTable[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Columns"))
        self._table = table
        self._before = table.arrangement()
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Columns"))
        self.list.setMinimumSize(280, 240)
        self._up = Button(tr("Move up"), parent=self)
        self._down = Button(tr("Move down"), parent=self)
        self._back = Button(tr("Original columns"), parent=self)
        close = Button(tr("Close"), kind="primary", parent=self)
        side = column(self._up, self._down, self._back, None, close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addLayout(row(self.list, side, spacing=12))
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        self._back.clicked.connect(self._reset)
        close.clicked.connect(self.accept)
        self._fill(self._before)
        self.list.itemChanged.connect(self._apply)

    def _fill(self, kept: Arrangement) -> None:
        titles = {each.key: each.title for each in self._table.columns}
        self.list.blockSignals(True)
        self.list.clear()
        for place in kept.places:
            item = QListWidgetItem(titles[place.key] or tr("Tick"), self.list)
            item.setData(_KEY, place)
            item.setCheckState(_On if place.shown else _Off)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _move(self, by: int, _checked: bool = False) -> None:
        at = self.list.currentRow()
        to = at + by
        if not 0 <= to < self.list.count():
            return
        self.list.blockSignals(True)
        item = self.list.takeItem(at)
        self.list.insertItem(to, item)
        self.list.setCurrentRow(to)
        self.list.blockSignals(False)
        self._apply()

    @Slot()
    def _apply(self) -> None:
        items = [self.list.item(at) for at in range(self.list.count())]
        kept: list[Place] = [item.data(_KEY) for item in items]
        shown = [item.checkState() == _On for item in items]
        always = {each.key for each in self._table.columns if each.when is None}
        if not any(on and place.key in always for place, on in zip(kept, shown, strict=True)):
            self._fill(self._table.arrangement())  # one column must stay
            return
        places = tuple(
            Place(place.key, place.width, on) for place, on in zip(kept, shown, strict=True)
        )
        self._table.arrange(Arrangement(places, self._table.arrangement().sort))
        self._table.arranged.emit()

    @Slot()
    def _reset(self) -> None:
        self._table.arrange(Arrangement())
        self._fill(self._table.arrangement())
        self._table.arranged.emit()
