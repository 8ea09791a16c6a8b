"""What the lists of the report have in common: rows of a visit, a menu, what can be done."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.visits.tab import Commands
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Column, Group

T = TypeVar("T")


class ReportPane(QWidget, Generic[T]):
    """A list of one kind of thing of a visit.

    Signals:
        commands_changed: ``commands()`` would answer differently now.
    """

    commands_changed = Signal()
    menu: Sequence[str | None] = ()

    def __init__(self, context: ScreenContext, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.context = context
        self.seen: VisitOverview | None = None
        self.lines: Sequence[T] = ()
        self.table = DataTable[T](columns, key=self.key, two_lines=True, parent=self)
        self.table.set_menu(self.menu, context.commands)
        self.table.picked.connect(self.commands_changed)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def show_visit(self, seen: VisitOverview) -> None:
        """Show the rows of a visit, or the same again after a change."""
        self.seen = seen
        self.lines = self.read(seen)
        self.table.show_rows(self.lines, self.group())
        self.table.set_footer(self.foot(), self.hints())
        self.table.settle()

    def read(self, seen: VisitOverview) -> Sequence[T]:
        """Return the rows of a visit."""
        raise NotImplementedError

    def key(self, line: T) -> Hashable:
        """Return what tells a row from the others."""
        raise NotImplementedError

    def group(self) -> Callable[[T], Group] | None:
        """Return how rows are grouped, where they are."""
        return None

    def foot(self) -> str:
        """Return what stands under the rows."""
        return ""

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys that work here with what they do."""
        return ()

    def commands(self) -> Commands:
        """Return what can be done with the rows now."""
        return {}

    def remember(self) -> Mapping[str, object]:
        """Return selection and scroll."""
        return self.table.remember()
