"""Asks who signs for a party and by what authority, its number, and its names."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.institutions import institution_form
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.services.parties import PartyForm, edit_party, parties_of
from kunjungan.services.register import propose_number
from kunjungan.ui.labels import language_word
from kunjungan.ui.screens.agreements.facts.form_parts import is_shown, note, show_field
from kunjungan.ui.screens.agreements.facts.number_dialog import (
    NumberDialog,
    title_of,
)
from kunjungan.ui.screens.agreements.facts.signatories import SignatoryField
from kunjungan.ui.screens.agreements.facts.signing_right import SigningRight
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog

_HEIGHT = 420
"""Room for what the choice of another signatory brings up."""


class PartyDialog:
    """The fields of one party of an agreement whose text may still change."""

    def __init__(self, office: Office, view: AgreementView, seq: int, parent: QWidget) -> None:
        self._office = office
        self._view = view
        self._seq = seq
        self._form = parties_of(office, view.id)[seq - 1]
        self._body = institution_form(office, self._form.institution_id).kind
        own = office_settings(office).own_institution
        self._own = own == self._form.institution_id if own is not None else seq == 1
        self.dialog = FormDialog(title_of(view.parties[seq - 1]), tr("Save party"), parent)
        self.dialog.setMinimumHeight(_HEIGHT)
        self.signatory = SignatoryField(office)
        self.authority = LineField(tr("Number"))
        self.authority_on = DateField()
        self.reason = LineField()
        self.number = LineField()
        self.number_on = DateField()
        self.pending = CheckField(tr("The number will follow"))
        self.name_third = LineField()
        self.office_third = LineField()
        self.signer_third = LineField()
        self._capacity = note()
        self._warning = Notice(Tone.WARN, "", self.dialog)
        self._lay_out()
        self._fill()
        for field in (self.signatory, self.authority, self.authority_on):
            field.changed.connect(self._judge)
        self._judge()

    def save(self) -> None:
        """Keep what was entered."""
        edit_party(self._office, self._view.id, self._seq, self._entered())

    def go_to(self, column: str) -> None:
        """Put the keyboard into the field that a finding names."""
        fields: Mapping[str, QWidget] = {
            "tenure_id": self.signatory,
            "authority": self.reason if is_shown(self.reason) else self.authority,
            "number": self.number,
            "name_third": self.name_third,
        }
        if column in fields:
            fields[column].setFocus()

    def _entered(self) -> PartyForm:
        return replace(
            self._form,
            tenure_id=self.signatory.value(),
            authority=self.authority.value(),
            authority_on=self.authority_on.day(),
            authority_reason=self.reason.value(),
            number=self.number.value(),
            number_on=self.number_on.day(),
            number_pending=self.pending.value(),
            name_third=self.name_third.value(),
            office_third=self.office_third.value(),
            signer_third=self.signer_third.value(),
        )

    def _lay_out(self) -> None:
        add, add_pair = self.dialog.add, self.dialog.add_pair
        add(tr("Signatory"), self.signatory)
        self.dialog.add_widget(self._capacity)
        self.dialog.add_widget(self._warning)
        words = tr("Full powers") if self._view.rule.foreign else tr("Power of attorney")
        add_pair((words, self.authority), (tr("dated"), self.authority_on))
        add(tr("Why it is signed all the same"), self.reason)
        if self._view.rule.number_lines:
            self.dialog.add_section(tr("Number"))
            add_pair((tr("Number"), self.number), (tr("dated"), self.number_on))
            if self._own:
                propose = button(tr("Propose the next number"), self._propose, kind="link")
                self.dialog.add_widget(propose)
            add("", self.pending)
        if self._view.third:
            self.dialog.add_section(language_word(self._view.third))
            add(tr("Name of the institution"), self.name_third)
            add_pair(
                (tr("Position"), self.office_third), (tr("Signatory's name"), self.signer_third)
            )

    def _fill(self) -> None:
        form = self._form
        self.signatory.show_body(form.institution_id, self._view.signing_on)
        self.signatory.set_value(form.tenure_id)
        self.authority.set_value(form.authority)
        self.authority_on.show_day(form.authority_on)
        self.reason.set_value(form.authority_reason)
        self.number.set_value(form.number)
        self.number_on.show_day(form.number_on)
        self.pending.set_value(form.number_pending)
        self.name_third.set_value(form.name_third)
        self.office_third.set_value(form.office_third)
        self.signer_third.set_value(form.signer_third)

    def _judge(self) -> None:
        """Say in what capacity the chosen one signs; ask why where the law wants another."""
        who = self.signatory.line()
        right = SigningRight(self._view, self._body, who) if who is not None else None
        warnings = right.warnings(proven=self._proven()) if right is not None else ()
        self._capacity.setText(right.words() if right is not None else "")
        self._capacity.setVisible(right is not None)
        self._warning.setVisible(bool(warnings))
        self._warning.show_text("\n".join(tr(warning.message) for warning in warnings))
        show_field(self.reason, shown=any(warning.reasoned for warning in warnings))

    def _proven(self) -> bool:
        try:
            return bool(self.authority.value() and self.authority_on.day())
        except RuleBroken:
            return False

    def _propose(self) -> None:
        day = self._view.signing_on or self._office.today()
        self.number.set_value(propose_number(self._office, day))
        self.number_on.set_value(PartialDate.of(day))
        self.pending.set_value(False)


def ask_party(
    office: Office, view: AgreementView, seq: int, parent: QWidget, *, column: str = ""
) -> bool:
    """Ask for a party while the text is open, else for its number alone; True when changed.

    ``column`` names the field that the keyboard is to begin in.
    """
    before = parties_of(office, view.id)
    if view.open:
        asked = PartyDialog(office, view, seq, parent)
        asked.go_to(column)
        saved = asked.dialog.run(asked.save)
    else:
        entered = NumberDialog(office, view, seq, parent)
        saved = entered.dialog.run(entered.save)
    return saved and parties_of(office, view.id) != before
