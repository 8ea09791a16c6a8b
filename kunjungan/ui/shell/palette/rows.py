"""The lines of the palette: headings, and what can be chosen under them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over entries of one kind, or one that says there are none; not to be chosen."""

    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line and what choosing it does; places are the letters that were searched for."""

    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    title_places: Places = ()
    detail_places: Places = ()


Row = Heading | Entry


class PaletteModel(QAbstractListModel):
    """The lines that are shown now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return what can be chosen in a line."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Entry) else None

    def next_entry(self, row: int, by: int) -> int:
        """Return the line that lies ``by`` entries on, or the last one on the way there."""
        entries = [place for place, each in enumerate(self.rows) if isinstance(each, Entry)]
        if not entries:
            return -1
        here = entries.index(row) if row in entries else (-1 if by > 0 else 0)
        return entries[min(max(here + by, 0), len(entries) - 1)]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words_of(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def words_of(row: Row) -> str:
    """Return everything that a line says."""
    detail = row.detail if isinstance(row, Entry) else ""
    return ", ".join(part for part in (row.title, detail) if part)
