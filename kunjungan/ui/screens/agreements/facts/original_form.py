"""Asks for one original: who keeps it, who is named first and where it signs, whose the stamp."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kunjungan.domain.originals import StampForm
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView, PartyLine
from kunjungan.services.agreements import AgreementForm
from kunjungan.services.office import Office
from kunjungan.services.originals import OriginalForm, edit_original, original_form
from kunjungan.ui.labels import SIDES, screen_side, word_choices
from kunjungan.ui.screens.agreements.facts.form_parts import note
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.form_dialog import FormDialog

_TWO_COLUMNS_FROM = 5


class PartyTicks(QWidget):
    """The parties that are meant, ticked.

    Signals:
        changed: A party was ticked or unticked.
    """

    changed = Signal()

    def __init__(self, parties: Sequence[PartyLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = [CheckField(_name(party), self) for party in parties]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        across = 2 if len(parties) >= _TWO_COLUMNS_FROM else 1
        for place, box in enumerate(self.boxes):
            layout.addWidget(box, place // across, place % across)
            box.changed.connect(self.changed)
        self.setFocusProxy(self.boxes[0])

    def value(self) -> tuple[int, ...]:
        """Return the parties ticked, counted from 1."""
        return tuple(seq for seq, box in enumerate(self.boxes, 1) if box.value())

    def set_value(self, value: Sequence[int]) -> None:
        """Tick these parties and no others."""
        for seq, box in enumerate(self.boxes, 1):
            box.set_value(seq in value)


class OriginalDialog:
    """The fields of one original; the order of names is open under the alternat only."""

    def __init__(
        self, office: Office, view: AgreementView, facts: AgreementForm, no: int, parent: QWidget
    ) -> None:
        self._office = office
        self._id = view.id
        self._no = no
        self._form = original_form(office, view.id, no)
        self._alternat = bool(facts.alternat)
        parties = [(party.seq, _name(party)) for party in view.parties]
        title, verb = tr("Original {number}", number=no), tr("Save original")
        self.dialog = FormDialog(title, verb, parent)
        self.holder = ChoiceField(parties)
        self.first = ChoiceField(parties)
        self.side = ChoiceField([("", tr("as in the agreement's data")), *word_choices(SIDES)])
        self.stamps = PartyTicks(view.parties)
        self._lay_out(stamped=facts.stamp_form is not StampForm.NONE)
        self.holder.set_value(self._form.holder)
        self.first.set_value(self._form.first)
        self.side.set_value(self._form.first_signs)
        self.stamps.set_value(self._form.stamps)

    def save(self) -> None:
        """Keep what was entered; the others keep one original each."""
        form = replace(
            self._form,
            holder=self.holder.value(),
            first=self.first.value(),
            first_signs=self.side.value(),
            stamps=self.stamps.value(),
        )
        edit_original(self._office, self._id, self._no, form)

    def form(self) -> OriginalForm:
        """Return what is stored of it now."""
        return original_form(self._office, self._id, self._no)

    def _lay_out(self, *, stamped: bool) -> None:
        hint = tr("Who kept it before gets the original of this party.")
        self.dialog.add(tr("Kept by"), self.holder, hint=hint)
        if self._alternat:
            self.dialog.add_pair((tr("Named first"), self.first), (tr("It signs"), self.side))
        else:
            words = note()
            words.setText(
                tr("Without the alternat all originals name the parties in the same order.")
            )
            self.dialog.add_widget(words)
        if stamped:
            self.dialog.add(tr("Signs over the duty stamp"), self.stamps)


def _name(party: PartyLine) -> str:
    return f"{screen_side(party.label)}: {party.short}"


def ask_original(
    office: Office, view: AgreementView, facts: AgreementForm, no: int, parent: QWidget
) -> bool:
    """Ask for one original; True when something was changed."""
    asked = OriginalDialog(office, view, facts, no, parent)
    before = asked.form()
    saved = asked.dialog.run(asked.save)
    return saved and asked.form() != before
