"""A page of the settings that is a table of records, each changed at once."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.data_table import DataTable


class ListPage(QWidget):
    """Keeps a table up to date with the office and tells which commands are open.

    Signals:
        commands_changed: Other commands are open now.
    """

    commands_changed = Signal()

    def __init__(self, context: ScreenContext, table: DataTable[Any], shows: str) -> None:
        super().__init__()
        self._context = context
        self._office = context.office
        self._shows = shows
        self.table = table
        table.setParent(self)
        self.setFocusProxy(table)
        table.opened.connect(self.edit)
        table.view.selectionModel().selectionChanged.connect(self._on_selected)
        context.news.changed.connect(self._on_changed)

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        return {}

    def reload(self) -> None:
        """Show the records as they are now."""

    def show_lines(self, lines: Sequence[Any], told: str) -> None:
        """Put records in the table, the keyboard on one of them, and what is told under it."""
        hints = [("Enter", tr("edit")), ("Ins", tr("add")), ("Del", tr("remove"))]
        self.table.set_footer(told, hints)
        self.table.show_rows(lines)
        self.table.settle()
        self.commands_changed.emit()

    @Slot()
    def edit(self) -> None:
        """Ask for changes to the record that the keyboard is on."""

    @Slot()
    def _on_selected(self) -> None:
        self.commands_changed.emit()

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if self._shows in tables:
            self.reload()
