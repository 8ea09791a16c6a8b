"""A list as a card: table, what to say when it is empty, and a footer with keys."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from kunjungan.ui.widgets.arranging import Arrangement, Arranger
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.footer import Footer
from kunjungan.ui.widgets.rows_model import Column, Group, RowsModel
from kunjungan.ui.widgets.table_view import GROUP_ROW, TableView

T = TypeVar("T")
_Select = QItemSelectionModel.SelectionFlag


class DataTable(QFrame, Generic[T]):
    """Shows rows and keeps selection and place over every reload, by the rows' own key.

    Signals:
        opened: A row was asked for by Enter or double click; carries the row.
        picked: Another row is current, or the rows were reloaded; carries the row or None.
        toggled: A row's checkbox was clicked, or Space pressed; carries the row.
        arranged: A person moved, resized, showed or hid a column, or sorted by one.
    """

    opened = Signal(object)
    picked = Signal(object)
    toggled = Signal(object)
    arranged = Signal()

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        key: Callable[[T], Hashable],
        two_lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._key = key
        self._rows: Sequence[T] = ()
        self._group: Callable[[T], Group] | None = None
        self._sorted: tuple[int, bool] | None = None
        self._model = RowsModel[T](columns, self)
        self.view = TableView(two_lines=two_lines, parent=self)
        self.view.setModel(self._model)
        self.view.set_widths([(column.width, column.hide_below) for column in columns])
        self.view.setAccessibleName(", ".join(column.title for column in columns if column.title))
        self._arranger: Arranger | None = None
        self._build()
        self._connect()

    @property
    def columns(self) -> Sequence[Column[T]]:
        """All columns in the program's own order."""
        return self._columns

    def let_arrange(self) -> None:
        """Let a person move, resize, show and hide the columns, which must have keys."""
        self._arranger = Arranger(self.view, self._columns)
        self._arranger.changed.connect(self.arranged)

    def arrangement(self) -> Arrangement:
        """Return how the columns stand now."""
        places = self._arranger.places() if self._arranger else ()
        sort = None
        if self._sorted is not None:
            sort = (self._columns[self._sorted[0]].key, self._sorted[1])
        return Arrangement(places, sort)

    def arrange(self, kept: Arrangement) -> None:
        """Arrange the columns as they were; nothing kept gives the program's own arrangement."""
        if self._arranger is not None:
            self._arranger.arrange(kept.places)
        keys = {column.key: place for place, column in enumerate(self._columns) if column.sort}
        known = kept.sort is not None and kept.sort[0] in keys
        self._sort((keys[kept.sort[0]], kept.sort[1]) if known and kept.sort else None)

    def show_rows(self, rows: Sequence[T], group: Callable[[T], Group] | None = None) -> None:
        """Replace the rows; with ``group`` they stand under its lines, first come first."""
        self._rows = rows
        self._group = group
        self._refill()

    def show_empty(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: QAction | None = None,
        more: Sequence[QAction] = (),
    ) -> None:
        """Say what stands in place of rows when there are none."""
        self._empty.show_words(icon, title, text, action, more)

    def set_footer(self, text: str, hints: Sequence[tuple[str, str]] = ()) -> None:
        """Write the line under the rows: what is shown, and keys with what they do."""
        self._footer.show_words(text, hints)
        self._footer.show()

    def set_menu(self, names: Sequence[str | None], commands: Mapping[str, QAction]) -> None:
        """Fill the menu of right click and Shift+F10; None draws a line."""
        for name in names:
            if name is None:
                self._menu.addSeparator()
            else:
                self._menu.addAction(commands[name])

    def current(self) -> T | None:
        """Return the row the keyboard is on, if any."""
        return self._row(self.view.currentIndex())

    def selected(self) -> list[T]:
        """Return the selected rows in their order."""
        indexes = self.view.selectionModel().selectedRows()
        rows = [self._row(index) for index in sorted(indexes, key=QModelIndex.row)]
        return [row for row in rows if row is not None]

    def select(self, key: Hashable) -> bool:
        """Make the row with this key current; False when it is not shown."""
        for line in range(self._model.rowCount()):
            item = self._model.item(line)
            if not isinstance(item, Group) and self._key(item) == key:
                only = _Select.ClearAndSelect | _Select.Rows  # whatever key is held down
                self.view.selectionModel().setCurrentIndex(self._model.index(line, 0), only)
                return True
        return False

    def settle(self) -> None:
        """Make the first of the rows current where none is; its group's line stays in sight."""
        if self.current() is None and self._rows:
            self.view.setAutoScroll(False)
            self.select(self._key(self._rows[0]))
            self.view.setAutoScroll(True)

    def remember(self) -> dict[str, object]:
        """Return selection and scroll, for ``recall`` after the page was rebuilt."""
        row = self.current()
        return {
            "row": None if row is None else self._key(row),
            "scroll": self.view.verticalScrollBar().value(),
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        if (key := state.get("row")) is not None:
            self.select(key)
        if isinstance(scroll := state.get("scroll"), int):
            self.view.verticalScrollBar().setValue(scroll)

    def _build(self) -> None:
        self.setProperty("frame", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._empty = EmptyState("document", "", parent=self)
        self._footer = Footer(self)
        self._footer.hide()
        self._menu = QMenu(self)
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(body, 1)
        layout.addWidget(self._footer)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.view.wanted.connect(self._on_wanted)
        self.view.ticked.connect(self._on_ticked)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.horizontalHeader().sectionClicked.connect(self._on_heading)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu)

    def _refill(self) -> None:
        bar = self.view.verticalScrollBar()
        kept = [self._key(row) for row in self.selected()]
        current, scroll = self.current(), bar.value()
        chooser = self.view.selectionModel()
        chooser.blockSignals(True)
        self.view.leave_out(self._unneeded())
        self._model.show_items(self._items())
        self._size_groups()
        self._select_again(kept, None if current is None else self._key(current))
        chooser.blockSignals(False)
        bar.setValue(scroll)
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self.picked.emit(self.current())

    def _unneeded(self) -> frozenset[int]:
        wanted = [(at, column.when) for at, column in enumerate(self._columns) if column.when]
        return frozenset(at for at, when in wanted if not any(map(when, self._rows)))

    def _items(self) -> list[T | Group]:
        rows = list(self._rows)
        if self._sorted is not None:
            column, down = self._sorted
            if sort := self._columns[column].sort:
                rows.sort(key=sort, reverse=down)
        return [*rows] if self._group is None else _grouped(rows, self._group)

    def _size_groups(self) -> None:
        header = self.view.verticalHeader()
        plain = header.defaultSectionSize()
        for line in range(self._model.rowCount()) if self._group else ():
            group = isinstance(self._model.item(line), Group)
            height = GROUP_ROW if group else plain
            if header.sectionSize(line) != height:  # lines may have moved
                header.resizeSection(line, height)

    def _select_again(self, keys: list[Hashable], current: Hashable | None) -> None:
        wanted = set(keys)
        chooser = self.view.selectionModel()
        if not wanted and current is None:
            return
        for line in range(self._model.rowCount()):
            item = self._model.item(line)
            if isinstance(item, Group):
                continue
            key, index = self._key(item), self._model.index(line, 0)
            if key in wanted:
                chooser.select(index, _Select.Select | _Select.Rows)
            if key == current:
                chooser.setCurrentIndex(index, _Select.NoUpdate)

    def _row(self, index: QModelIndex) -> T | None:
        if not index.isValid():
            return None
        item = self._model.item(index.row())
        return None if isinstance(item, Group) else item

    @Slot(QModelIndex)
    def _on_wanted(self, index: QModelIndex) -> None:
        if (row := self._row(index)) is not None:
            self.opened.emit(row)

    @Slot(QModelIndex)
    def _on_ticked(self, index: QModelIndex) -> None:
        if (row := self._row(index)) is not None:
            self.toggled.emit(row)

    @Slot()
    def _on_current(self, *_: Any) -> None:  # noqa: ANN401  # Qt's two indexes
        self.picked.emit(self.current())

    @Slot(int)
    def _on_heading(self, column: int) -> None:
        if self._columns[column].sort is None:
            return
        up, down = (column, False), (column, True)
        self._sort(down if self._sorted == up else None if self._sorted == down else up)
        self.arranged.emit()

    def _sort(self, by: tuple[int, bool] | None) -> None:
        """Sort by a column, downwards where true; None brings back the rows' own order."""
        self._sorted = by
        header = self.view.horizontalHeader()
        header.setSortIndicatorShown(by is not None)
        if by is not None:
            order = Qt.SortOrder.DescendingOrder if by[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(by[0], order)
        self._refill()

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        if not self._menu.isEmpty() and self.current() is not None:
            self._menu.popup(self.view.viewport().mapToGlobal(at))


def _grouped(rows: list[T], group: Callable[[T], Group]) -> list[T | Group]:
    """Return the rows under their group lines, groups in the order of their first row."""
    groups: dict[Group, list[T]] = {}
    for row in rows:
        groups.setdefault(group(row), []).append(row)
    items: list[T | Group] = []
    for line, members in groups.items():
        items.append(line)
        items.extend(members)
    return items
