"""The parties of a new agreement: as many as sign, in the order in which they are named."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm
from kunjungan.ui.screens.agreements.facts.party_row import LABEL, PartyRow
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.search_picker import Item

FEWEST, MOST = 2, 18


class PartyRows(QWidget):
    """Two to eighteen parties, to be added, removed and put in order.

    Signals:
        changed: A field changed, or a party came, went or moved.
        bodies_changed: Other institutions sign, or in another order.
    """

    changed = Signal()
    bodies_changed = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._items: Sequence[Item] = ()
        self._day: date | None = None
        self._numbered = True
        self.rows: list[PartyRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.more = button(tr("Add a party"), self.add, icon="add", kind="link", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._list)
        layout.addLayout(row(self.more, None, margins=(LABEL + 4, 0, 0, 0)))
        for _ in range(FEWEST):
            self.add()

    def value(self) -> list[PartyForm]:
        """Return the parties in order; RuleBroken while one has no institution picked."""
        forms = []
        for line in self.rows:
            body: UUID | None = line.body.value()
            if body is None:
                raise RuleBroken(
                    later("Pick an institution for {who}, or remove it."), who=line.label.text()
                )
            forms.append(line.form(body, self._day, numbered=self._numbered))
        return forms

    def bodies(self) -> list[UUID]:
        """Return the institutions picked so far, in order."""
        return [found for line in self.rows if (found := line.institution())]

    def show_items(self, items: Sequence[Item]) -> None:
        """Offer these institutions; what was picked stays."""
        self._items = items
        for line in self.rows:
            kept = line.institution()
            line.body.set_items(items)
            if kept is not None:
                line.body.set_value(kept)

    def show_bodies(self, bodies: Sequence[UUID]) -> None:
        """Let these institutions sign, in this order."""
        while len(self.rows) < min(len(bodies), MOST):
            self.add()
        for line, body in zip(self.rows, bodies, strict=False):
            line.body.set_value(body)

    def show_day(self, day: date | None) -> None:
        """Offer who is in office on the day of signing."""
        self._day = day
        for line in self.rows:
            line.signatory.show_body(line.institution(), day)

    def show_numbered(self, *, numbered: bool) -> None:
        """Ask for the number of each party, or not where the paper carries none."""
        self._numbered = numbered
        for line in self.rows:
            line.number.setVisible(numbered)

    def row_of(self, body: UUID | None) -> PartyRow | None:
        """Return the row of an institution, if it signs."""
        return next((line for line in self.rows if body and line.institution() == body), None)

    def add(self) -> None:
        """Add a party at the end, up to eighteen."""
        if len(self.rows) == MOST:
            return
        made = PartyRow(self._office, self)
        made.body.set_items(self._items)
        made.number.setVisible(self._numbered)
        made.changed.connect(self.changed)
        made.body_changed.connect(partial(self._on_body, made))
        made.moved.connect(partial(self.move_party, made))
        made.removed.connect(partial(self.remove, made))
        self.rows.append(made)
        self._list.addWidget(made)
        self._renumber()
        if self.isVisible():
            made.body.setFocus()

    def move_party(self, line: PartyRow, by: int) -> None:
        """Name a party so many places later, or earlier; past the ends it stays."""
        place = min(max(self.rows.index(line) + by, 0), len(self.rows) - 1)
        self.rows.remove(line)
        self.rows.insert(place, line)
        self._list.removeWidget(line)
        self._list.insertWidget(place, line)
        self._renumber()
        self.bodies_changed.emit()

    def remove(self, line: PartyRow) -> None:
        """Take a party away; two always stay."""
        if len(self.rows) > FEWEST:
            self.rows.remove(line)
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
            self._renumber()
            self.bodies_changed.emit()

    def _renumber(self) -> None:
        for seq, line in enumerate(self.rows, 1):
            line.show_place(seq, len(self.rows))
        self.more.setEnabled(len(self.rows) < MOST)
        self.changed.emit()

    def _on_body(self, line: PartyRow) -> None:
        line.signatory.show_body(line.institution(), self._day)
        self.changed.emit()
        self.bodies_changed.emit()
