"""A table model for a list of plain rows, perhaps in groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class Align(Enum):
    """Where a column's texts stand."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: words, a quiet second line, a chip after them, a bar, a tick.

    ``bar`` is done and total, ``checked`` draws a checkbox before the words, ``quiet`` draws
    them as secondary, ``tip`` shows when the pointer rests. ``brief`` is written where the whole
    text has no room.
    """

    text: str
    detail: str = ""
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    tone: Tone = Tone.PLAIN
    chip: ChipText | None = None
    bar: tuple[int, int] | None = None
    icon: str = ""
    checked: bool | None = None
    tip: str = ""
    brief: str = ""

    @property
    def words(self) -> str:
        """Everything the cell says, for screen readers and copying."""
        bar = f"{self.bar[0]}/{self.bar[1]}" if self.bar else ""
        parts = (self.text, self.detail, self.chip.text if self.chip else "", bar)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)  # no slots: Column[Line](…) fails with them on Python 3.11
class Column(Generic[T]):
    """A heading and how to read its cell from a row.

    ``width`` is in logical pixels; 0 shares what is left. Where columns can be arranged, one with
    a ``share`` is at least its width and takes so many parts of what is left. The column is
    hidden while the table is narrower than ``hide_below``. With ``sort`` a click on the heading
    sorts by that value. A table that a person may arrange knows it by ``key``; ``spare`` is shown
    only on request, a column with ``when`` only while some row needs it.
    """

    title: str
    cell: Callable[[T], Cell | str]
    width: int = 0
    align: Align = Align.LEFT
    sort: Callable[[T], Any] | None = None
    hide_below: int = 0
    key: str = ""
    spare: bool = False
    when: Callable[[T], bool] | None = None
    share: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The line over rows that belong together; ``open`` tells if one that folds is unfolded."""

    title: str
    note: str = ""
    open: bool | None = None


class RowsModel(QAbstractTableModel, Generic[T]):
    """Shows rows that a service returned; it never fetches by itself."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._items: Sequence[T | Group] = ()

    def show_items(self, items: Sequence[T | Group]) -> None:
        """Replace everything shown: rows, with group lines between them."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, row: int) -> T | Group:
        """Return what stands in a line of the table."""
        return self._items[row]

    def cell(self, index: Index) -> Cell | Group:
        """Return what a cell shows, or the group line it is part of."""
        item = self._items[index.row()]
        if isinstance(item, Group):
            return item
        shown = self._columns[index.column()].cell(item)
        return Cell(shown) if isinstance(shown, str) else shown

    def align(self, column: int) -> Align:
        """Return where a column's texts stand."""
        return self._columns[column].align

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._items[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid() or role not in {
            _Role.DisplayRole,
            _Role.ToolTipRole,
            _Role.AccessibleTextRole,
        }:
            return None
        cell = self.cell(index)
        if isinstance(cell, Group):
            return f"{cell.title} {cell.note}".strip() if index.column() == 0 else ""
        if role == _Role.ToolTipRole:
            return cell.tip or None
        return cell.text if role == _Role.DisplayRole else cell.words

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == _Role.TextAlignmentRole:
            return int(_SIDES[column.align])
        return column.title if role == _Role.DisplayRole else None


_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}
