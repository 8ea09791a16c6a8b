"""The form of a delegation."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.i18n import tr
from kunjungan.services.delegations import (
    DelegationForm,
    add_delegation,
    delegation_form,
    edit_delegation,
)
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.screens.visits.pickers import InstitutionPicker, OfficialPicker
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField, NumberField, TextField, TimeField
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
    """Institution and head, the letter with its head count, and the session's hours."""

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
        self.institution = InstitutionPicker(office)
        self.head = OfficialPicker(office)
        self.letter, self.letter_on = LineField(), DateField()
        self.announced = NumberField()
        self.starts, self.ends = TimeField(), TimeField()
        self.note = TextField(2)
        self._lay_out()
        if form is not None:
            self._show(form)
        self.institution.chosen.connect(self._on_institution)

    def values(self) -> DelegationForm:
        """Return what was filled in."""
        letter_on = self.letter_on.value()
        return DelegationForm(
            self.institution.value(),
            self.head.value(),
            self.announced.value(),
            self.letter.value(),
            letter_on.full if letter_on else None,
            note=self.note.value(),
            version=self._version,
        )

    def _lay_out(self) -> None:
        self.add(tr("Institution"), self.institution, needed=True)
        self.add(tr("Head of delegation"), self.head)
        self.add_section(tr("Letter of request"))
        self.add_pair((tr("Number"), self.letter), (tr("Dated"), self.letter_on))
        self.add(tr("Guests announced"), self.announced)
        self.add(tr("Note"), self.note)

    def _show(self, form: DelegationForm) -> None:
        self.institution.set_value(form.institution_id)
        self.head.show_institution(form.institution_id)
        self.head.set_value(form.head_tenure_id)
        self.announced.set_value(form.announced)
        self.letter.set_value(form.letter_number)
        self.letter_on.set_value(PartialDate.of(form.letter_on) if form.letter_on else None)
        self.note.set_value(form.note)

    def _on_institution(self, institution_id: UUID | None) -> None:
        self.head.show_institution(institution_id, head_first=True)
