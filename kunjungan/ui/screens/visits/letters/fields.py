"""The fields of the letter editor."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.letters.signers import list_signers
from kunjungan.services.office import Office
from kunjungan.ui.screens.visits.words import person_words
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


class NumberLine(QWidget):
    """A letter's number, with a button that proposes the next one.

    Signals:
        changed: The number changed.
    """

    changed = Signal()

    def __init__(self, propose: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._propose = propose
        self.line = LineField(parent=self)
        self.next = button(tr("Next number"), self.take_next, parent=self)
        inside = row(self.line, self.next)
        inside.setStretch(0, 1)
        inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inside)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self.changed)

    def value(self) -> str:
        """Return the number, empty where none is taken yet."""
        return self.line.value()

    def set_value(self, value: str) -> None:
        """Show a number."""
        self.line.set_value(value)

    def take_next(self) -> None:
        """Take the next number of the office's series."""
        self.line.set_value(self._propose())


class SignerPicker(SearchPicker):
    """Picks who signs: those in office in the own institution and its agencies."""

    def __init__(self, office: Office, visit_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(tr("Type a name or post"), parent=parent)
        lines = list_signers(office, visit_id)
        self.set_items([Item(line.id, person_words(line.name.full, line.post)) for line in lines])


def day_or(field: DateField, other: date) -> date:
    """Return the full day in a field, ``other`` where it holds none that can be read."""
    try:
        return field.day() or other
    except RuleBroken:
        return other
