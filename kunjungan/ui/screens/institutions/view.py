"""What the tabs of the place have in common."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.search_field import SearchField

Commands = Mapping[str, Callable[[], object]]
Tables = Mapping[str, DataTable[Any]]


class OfficeView(QWidget):
    """A list with what can be done in it; those who derive fill it.

    ``main`` and ``more`` are the commands of the page's head, ``watched`` the tables whose change
    the list must show.

    Signals:
        commands_changed: ``answers()`` would answer differently now.
        counted: How many there are in all has changed.
    """

    commands_changed = Signal()
    counted = Signal()
    main: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    watched: frozenset[str] = frozenset()

    def __init__(self, context: ScreenContext, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.office = context.office
        self.search = SearchField(hint, self)
        self.search.setFixedWidth(300)
        self.search.searched.connect(self.reload)

    def answers(self) -> Commands:
        """Return the commands that are open now."""
        return {}

    def reload(self) -> None:
        """Read the list anew."""

    def select(self, record: UUID) -> bool:
        """Make a record current, whatever is searched for; False when there is none."""
        raise NotImplementedError

    def tables(self) -> Tables:
        """Return the tables whose place is remembered, by name."""
        return {}

    def summary(self) -> str:
        """Return how much there is, in words."""
        return ""

    def filter(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def clear_filter(self) -> None:
        """Show everything again, with the keyboard in the list."""
        self.search.reset()
        self.setFocus()

    def remember(self) -> dict[str, object]:
        """Return what is searched for and where the tables stand."""
        return {
            "search": self.search.text(),
            **{name: table.remember() for name, table in self.tables().items()},
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        if isinstance(text := state.get("search"), str) and text != self.search.text():
            self.search.setText(text)
            self.reload()
        for name, table in self.tables().items():
            if isinstance(kept := state.get(name), dict):
                table.recall(kept)

    def show_nothing_matches(self, table: DataTable[Any]) -> None:
        """Let a table say that nothing is found by what was typed."""
        hint = tr("Esc in the search field shows all.")
        clear = self.context.commands["page.clear_filter"]
        table.show_empty("search", tr("Nothing matches"), hint, clear)
