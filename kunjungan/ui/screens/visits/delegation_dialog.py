"""The form of a delegation."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.delegations import (
    DelegationForm,
    add_delegation,
    delegation_form,
    edit_delegation,
)
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.screens.visits.letter_fields import LetterFields
from kunjungan.ui.widgets.fields import NumberField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_delegation(
    office: Office, seen: VisitOverview, delegation_id: UUID | None, parent: QWidget
) -> UUID | None:
    """Ask for a new delegation of a visit, or for changes to one; return its id when kept."""
    form = None if delegation_id is None else delegation_form(office, delegation_id)
    dialog = DelegationDialog(office, seen, form, parent)
    kept: list[UUID] = []

    def save() -> None:
        if delegation_id is None:
            kept.append(add_delegation(office, seen.id, dialog.values()))
        else:
            edit_delegation(office, delegation_id, dialog.values())
            kept.append(delegation_id)

    return kept[0] if dialog.run(save) else None


class DelegationDialog(FormDialog):
    """Institution and head, how many were announced and came, whom to ring, the letter."""

    def __init__(
        self, office: Office, seen: VisitOverview, form: DelegationForm | None, parent: QWidget
    ) -> None:
        super().__init__(
            tr("New delegation") if form is None else tr("Delegation"),
            tr("Add delegation") if form is None else tr("Save delegation"),
            parent,
            intro=seen.title,
        )
        self._version = form.version if form else 0
        self.letter = LetterFields(office)
        self.came = NumberField()
        self.note = TextField(2)
        self._lay_out()
        if form is not None:
            self.letter.show(form)
            self.came.set_value(form.came)
            self.note.set_value(form.note)

    def values(self) -> DelegationForm:
        """Return what was filled in."""
        return replace(
            self.letter.form(),
            came=self.came.value(),
            note=self.note.value(),
            version=self._version,
        )

    def _lay_out(self) -> None:
        self.letter.lay_out_sender(self, tr("Institution"))
        self.add_pair((tr("Guests announced"), self.letter.announced), (tr("Came"), self.came))
        self.letter.lay_out_contact(self)
        self.add_section(tr("Letter of request"))
        self.letter.lay_out_letter(self)
        self.add(tr("Note"), self.note)
