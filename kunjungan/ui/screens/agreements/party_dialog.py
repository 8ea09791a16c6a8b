"""Asks who signs for a party and by what authority, and for its number."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm, edit_party, parties_of
from kunjungan.services.register import propose_number
from kunjungan.ui.screens.agreements.number_dialog import (
    NumberDialog,
    day_of,
    partial_of,
    title_of,
)
from kunjungan.ui.screens.agreements.signatories import SignatoryField
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


class PartyDialog:
    """The fields of one party of an agreement whose text may still change."""

    def __init__(self, office: Office, view: AgreementView, seq: int, parent: QWidget) -> None:
        self._office = office
        self._view = view
        self._seq = seq
        self._form = parties_of(office, view.id)[seq - 1]
        party = view.parties[seq - 1]
        self.dialog = FormDialog(title_of(party), tr("Save party"), parent)
        self.signatory = SignatoryField(office)
        self.authority = LineField(tr("Number of the power of attorney"))
        self.authority_on = DateField()
        self.number = LineField()
        self.number_on = DateField()
        self.pending = CheckField(tr("The number will follow"))
        self._lay_out()
        self._fill()

    def save(self) -> None:
        """Keep what was entered."""
        edit_party(self._office, self._view.id, self._seq, self._entered())

    def _entered(self) -> PartyForm:
        return replace(
            self._form,
            tenure_id=self.signatory.value(),
            authority=self.authority.value(),
            authority_on=day_of(self.authority_on),
            number=self.number.value(),
            number_on=day_of(self.number_on),
            number_pending=self.pending.value(),
        )

    def _lay_out(self) -> None:
        self.dialog.add(tr("Signatory"), self.signatory)
        self.dialog.add_pair(
            (tr("Power of attorney"), self.authority), (tr("dated"), self.authority_on)
        )
        self.dialog.add_section(tr("Number"))
        self.dialog.add_pair((tr("Number"), self.number), (tr("dated"), self.number_on))
        if self._seq == 1:
            propose = button(tr("Propose the next number"), self._propose, kind="link")
            self.dialog.add_widget(propose)
        self.dialog.add("", self.pending)

    def _fill(self) -> None:
        form = self._form
        self.signatory.show_body(form.institution_id, self._view.signing_on)
        self.signatory.set_value(form.tenure_id)
        self.authority.set_value(form.authority)
        self.authority_on.set_value(partial_of(form.authority_on))
        self.number.set_value(form.number)
        self.number_on.set_value(partial_of(form.number_on))
        self.pending.set_value(form.number_pending)

    def _propose(self) -> None:
        day = self._view.signing_on or self._office.today()
        self.number.set_value(propose_number(self._office, day))
        self.number_on.set_value(PartialDate.of(day))
        self.pending.set_value(False)


def ask_party(office: Office, view: AgreementView, seq: int, parent: QWidget) -> bool:
    """Ask for a party while the text is open, else for its number alone; True when changed."""
    kind = PartyDialog if view.open else NumberDialog
    asked = kind(office, view, seq, parent)
    before = parties_of(office, view.id)
    return asked.dialog.run(asked.save) and parties_of(office, view.id) != before
