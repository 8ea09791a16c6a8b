"""One of the two lists of the travel dialog: add, edit, remove, each by button and by key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.travel.lines import JourneyLine, LodgingLine
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.list_keys import ListKeys
from kunjungan.ui.widgets.rows_model import Column

T = TypeVar("T", bound=JourneyLine | LodgingLine)


@dataclass(frozen=True)  # no slots: PartWords[Line](…) fails with them on Python 3.11
class Verbs(Generic[T]):
    """What can be done with the lines of a list."""

    add: Callable[[], None]
    edit: Callable[[T], None]
    remove: Callable[[T], None]


class TravelPart(QWidget, Generic[T]):
    """A short table under its name, with Ins, F2 and Del while the keyboard is in it."""

    def __init__(
        self, title: str, columns: Sequence[Column[T]], verbs: Verbs[T], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self.table = DataTable[T](columns, key=lambda line: line.id, two_lines=True, parent=self)
        self.table.view.setAccessibleName(title)
        self.add = button(tr("Add…"), verbs.add, icon="add", parent=self)
        self.change = button(tr("Edit…"), self.edit, icon="edit", parent=self)
        self.drop = button(tr("Remove"), self.remove, icon="delete", parent=self)
        self._lay_out(set_role(QLabel(title, self), TextRole.CARD))
        self.table.opened.connect(verbs.edit)
        keys = (Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Delete)
        acts = map(self._action, (verbs.add, self.edit, self.remove))
        ListKeys(self.table.view, dict(zip(keys, acts, strict=True)))

    def show_lines(self, lines: Sequence[T]) -> None:
        """Show these lines; the place in the list stays."""
        self.table.show_rows(lines)
        self.table.settle()
        for each in (self.change, self.drop):
            each.setEnabled(bool(lines))

    @Slot()
    def edit(self) -> None:
        """Change the line that the keyboard is on."""
        if (line := self.table.current()) is not None:
            self._verbs.edit(line)

    @Slot()
    def remove(self) -> None:
        """Remove the line that the keyboard is on."""
        if (line := self.table.current()) is not None:
            self._verbs.remove(line)

    def _action(self, act: Callable[[], object]) -> QAction:
        made = QAction(self)
        made.triggered.connect(act)
        return made

    def _lay_out(self, title: QLabel) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addLayout(row(title, None, self.add, self.change, self.drop))
        body.addWidget(self.table, 1)
