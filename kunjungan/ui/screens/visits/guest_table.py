"""The table of guests: narrowed, folded, ticked, and walked by keys."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.guests.participants import Participant
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.visits.guest_columns import NAME, guest_columns
from kunjungan.ui.screens.visits.guest_filter import GuestFilter
from kunjungan.ui.screens.visits.guest_rows import Folds, GuestRow, group_lines, has_gap, totals
from kunjungan.ui.screens.visits.guest_ticks import Ticks
from kunjungan.ui.widgets.column_memory import ColumnsDialog, remember_columns
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Group

MENU = (
    "guest.edit",
    "guest.attendance",
    "guest.vehicle",
    "guest.represent",
    "guest.companion",
    "guest.up",
    "guest.down",
    "guest.remove",
    None,
    "guest.add",
    "guest.paste",
    "delegation.edit",
    "delegation.remove",
)


class GuestTable(QWidget):
    """Every guest of a visit under the party's line.

    Signals:
        wanted: Enter on a guest, or on the line of a party without any; carries the row.
        picked: Another row is current, or others are selected.
    """

    wanted = Signal(object)
    picked = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[GuestRow] = ()
        self._folds = Folds()
        self._chosen: set[object] = set()
        self.filter = GuestFilter(context.commands["guest.columns"], self)
        columns = guest_columns(self._chosen)
        self.table = DataTable[GuestRow](columns, key=lambda line: line.id, parent=self)
        self.table.set_menu(MENU, context.commands)
        remember_columns(self.table, context.desk, NAME)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        self.body.addWidget(self.filter)
        self._connect()
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[GuestRow]) -> None:
        """Show the guests of a visit; selection and folds stay."""
        self.rows = rows
        self.filter.show_parties(rows)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what the filter leaves."""
        everybody = any(line.guests for line in self.rows)
        shown = self.filter.shown(self.rows, self._folds) if everybody else []
        groups = group_lines(self.rows, self._folds)
        self.table.show_rows(shown, lambda row: groups[row.party.key])
        hints = [("Enter", tr("details")), ("K", tr("attendance")), ("Ctrl+C", tr("copy"))]
        self.table.set_footer(totals(shown) if shown else "", hints if shown else ())
        self.table.settle()

    def add_key(self, key: str, run: Callable[[], object]) -> None:
        """Do something on a key while the rows have the keyboard."""
        made = QShortcut(QKeySequence(key), self.table.view, run)
        made.setContext(Qt.ShortcutContext.WidgetShortcut)

    def current_guest(self) -> Participant | None:
        """Return the guest on the keyboard, if it is one."""
        current = self.table.current()
        return current.guest if current is not None else None

    def selected(self) -> list[Participant]:
        """Return the guests of the selected lines, the folded too."""
        rows = self.table.selected() or [line for line in [self.table.current()] if line]
        return [guest for line in rows for guest in line.guests]

    def chosen_rows(self) -> list[GuestRow]:
        """Return the selected guests, each as a line of its own."""
        chosen = {guest.id for guest in self.selected()}
        return [line for line in self.rows if line.id in chosen]

    def select(self, guest_id: UUID) -> None:
        """Make a guest current, out of the fold where need be."""
        row = next((row for row in self.rows if row.id == guest_id), None)
        if row is not None and not self.table.select(guest_id):
            self._folds = self._folds.opened(row.party.key)
            self.refresh()
            self.table.select(guest_id)

    def next_gap(self) -> bool:
        """Go to the next guest of whom something is missing, round the end; False for none."""
        rows, current = list(self.rows), self.table.current()
        at = next((n for n, row in enumerate(rows) if current and row.id == current.id), -1)
        ahead = [*rows[at + 1 :], *rows[: at + 1]]
        guest = next((row.guest for row in ahead if has_gap(row)), None)
        if guest is not None:
            self.select(guest.id)
        return guest is not None

    def ask_columns(self) -> None:
        """Ask which columns are shown, and in which order."""
        dialog = ColumnsDialog(self.table, self.window())
        dialog.exec()
        dialog.deleteLater()

    def remember(self) -> dict[str, object]:
        """Return selection, scroll and filter."""
        return {**self.table.remember(), **self.filter.remember()}

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        self.filter.recall(state)
        self.refresh()
        self.table.recall(state)

    def _connect(self) -> None:
        Ticks(self.table, self._chosen)
        self.filter.changed.connect(self.refresh)
        self.table.opened.connect(self._on_opened)
        self.table.picked.connect(self.picked)
        self.table.view.selectionModel().selectionChanged.connect(self._on_chosen)
        self.table.view.folding.connect(self._on_group)
        self.add_key("Left", lambda: self._fold(open_it=False))
        self.add_key("Right", lambda: self._fold(open_it=True))

    @Slot()
    def _on_chosen(self) -> None:
        self.picked.emit()

    @Slot(object)
    def _on_opened(self, row: GuestRow) -> None:
        if row.guests and row.guest is None:
            self._fold(open_it=True)
        else:
            self.wanted.emit(row)

    @Slot(object)
    def _on_group(self, group: Group) -> None:
        keys = {line: key for key, line in group_lines(self.rows, self._folds).items()}
        if group in keys:
            self._folds = self._folds.turned(keys[group])
            self.refresh()

    def _fold(self, *, open_it: bool) -> None:
        """Open the party of the row, or close it to one line."""
        current = self.table.current()
        if current is None or not current.guests:
            return
        key, first = current.party.key, current.guests[0].id
        self._folds = self._folds.opened(key) if open_it else self._folds.closing(key)
        self.refresh()
        self.table.select(current.id if open_it and current.guest else first)
        if not open_it:
            self.table.select(f"{key}/more")
