"""One party of a new agreement: its institution, who signs for it, and its number."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.party_labels import party_label
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.agreements.facts.signatories import SignatoryField
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import icon_button
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.search_picker import SearchPicker

LABEL = 104
_NUMBER = 168


class PartyRow(QFrame):
    """Two lines of fields, and the buttons that move the party or take it away.

    Signals:
        changed: Who signs, or the number, changed.
        body_changed: Another institution was picked or typed.
        moved: The party is to be named earlier (-1) or later (1).
        removed: The party is to be taken away.
    """

    changed = Signal()
    body_changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = set_role(QLabel(self), TextRole.SMALL)
        self.body = SearchPicker(tr("Institution"), parent=self)
        self.signatory = SignatoryField(office)
        self.number = LineField(tr("Number, if known"), self)
        self.label.setFixedWidth(LABEL)
        self.number.setFixedWidth(_NUMBER)
        self.earlier = self._tool("arrow_up", tr("Name it earlier"))
        self.later = self._tool("arrow_down", tr("Name it later"))
        self.remove = self._tool("dismiss", tr("Remove this party"))
        self._build()
        self._connect()

    def show_place(self, seq: int, count: int) -> None:
        """Say which of so many parties this is, counted from 1."""
        name = screen_side(party_label(seq, caps=False))
        title = name[:1].upper() + name[1:]
        self.label.setText(title)
        self.earlier.setEnabled(seq > 1)
        self.later.setEnabled(seq < count)
        self.remove.setVisible(count > 2)
        for field, words in (
            (self.body, tr("Institution")),
            (self.signatory, tr("Signatory")),
            (self.number, tr("Number")),
        ):
            field.setAccessibleName(f"{title}: {words}")

    def institution(self) -> UUID | None:
        """Return the institution picked so far."""
        try:
            found: UUID | None = self.body.value()
        except RuleBroken:
            return None
        return found

    def form(self, body: UUID, day: date | None, *, numbered: bool) -> PartyForm:
        """Return the party as entered; a number that is not known yet will follow."""
        number = self.number.value() if numbered else ""
        return PartyForm(
            body,
            self.signatory.value(),
            number=number,
            number_on=day if number else None,
            number_pending=numbered and not number,
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        tools = (self.earlier, self.later, self.remove)
        first = row(self.label, self.body, *tools, spacing=4)
        first.setStretch(1, 1)
        second = row(self.signatory, self.number, spacing=8, margins=(LABEL + 4, 0, 0, 0))
        second.setStretch(0, 1)
        layout.addLayout(first)
        layout.addLayout(second)

    def _connect(self) -> None:
        self.body.changed.connect(self.body_changed)
        for field in (self.signatory, self.number):
            field.changed.connect(self.changed)
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def _tool(self, glyph: str, tip: str) -> QToolButton:
        return icon_button(glyph, tip, int, self)
