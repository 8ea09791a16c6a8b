"""Asks for an agreement's own facts."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.agreements import PartyStyle
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.terms import EndsRule
from kunjungan.i18n import tr
from kunjungan.services.agreements import AgreementForm, agreement_form, edit_agreement
from kunjungan.services.office import Office
from kunjungan.ui.labels import LANGUAGE_CLAUSES, SIDES, choices, label, word_choices
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, NumberField
from kunjungan.ui.widgets.form_dialog import FormDialog

_ENDS = (EndsRule.SAME_DAY, EndsRule.DAY_BEFORE)


class FactsDialog:
    """The fields of an agreement's facts."""

    def __init__(self, form: AgreementForm, parent: QWidget) -> None:
        self._form = form
        self.dialog = FormDialog(tr("Agreement's data"), tr("Save data"), parent)
        self.subject = BilingualField(lines=2)
        self.signing_on = DateField()
        self.place = BilingualField()
        self.years = NumberField(0, 99)
        self.months = NumberField(0, 11)
        self.ends_rule = ChoiceField([(rule, label(rule)) for rule in _ENDS])
        self.paper = ChoiceField(choices(Paper))
        self.stamp_form = ChoiceField(choices(StampForm))
        self.stamp_rule = ChoiceField(choices(StampRule))
        self.party_style = ChoiceField(choices(PartyStyle))
        self.first_signs = ChoiceField(word_choices(SIDES))
        self.language = ChoiceField(word_choices(LANGUAGE_CLAUSES))
        self.reference = LineField()
        self.reason = LineField()
        self._lay_out()
        self._fill()

    def form(self) -> AgreementForm:
        """Return the facts as entered."""
        subject, place = self.subject.value(), self.place.value()
        on: PartialDate | None = self.signing_on.value()
        return replace(
            self._form,
            subject_id=subject.id,
            subject_en=subject.en,
            signing_on=on.full if on else None,
            place_id=place.id,
            place_en=place.en,
            term_years=self.years.value(),
            term_months=self.months.value(),
            ends_rule=self.ends_rule.value(),
            paper=self.paper.value(),
            stamp_form=self.stamp_form.value(),
            stamp_rule=self.stamp_rule.value(),
            party_style=self.party_style.value(),
            first_signs=self.first_signs.value(),
            language_clause=self.language.value(),
            reference=self.reference.value(),
            reason=self.reason.value(),
        )

    def _lay_out(self) -> None:
        add, add_pair = self.dialog.add, self.dialog.add_pair
        add(tr("Subject"), self.subject, needed=True)
        add(tr("Date of signing"), self.signing_on)
        add(tr("Place of signing"), self.place)
        add_pair((tr("Term, years"), self.years), (tr("and months"), self.months))
        add(tr("Ends on"), self.ends_rule)
        self.dialog.add_section(tr("Paper"))
        add_pair((tr("Format"), self.paper), (tr("First party signs"), self.first_signs))
        add(tr("Duty stamp"), self.stamp_form)
        add(tr("Where it goes"), self.stamp_rule)
        self.dialog.add_section(tr("Text"))
        add_pair((tr("Parties are called"), self.party_style), (tr("Languages"), self.language))
        add_pair((tr("Reference"), self.reference), (tr("Reason for the kind"), self.reason))

    def _fill(self) -> None:
        form = self._form
        self.subject.set_value(Bilingual(form.subject_id, form.subject_en))
        day = form.signing_on
        self.signing_on.set_value(PartialDate.of(day) if day else None)
        self.place.set_value(Bilingual(form.place_id, form.place_en))
        self.years.set_value(form.term_years)
        self.months.set_value(form.term_months)
        self.ends_rule.set_value(form.ends_rule)
        self.paper.set_value(form.paper)
        self.stamp_form.set_value(form.stamp_form)
        self.stamp_rule.set_value(form.stamp_rule)
        self.party_style.set_value(form.party_style)
        self.first_signs.set_value(form.first_signs)
        self.language.set_value(form.language_clause)
        self.reference.set_value(form.reference)
        self.reason.set_value(form.reason)


def ask_facts(office: Office, agreement_id: UUID, parent: QWidget) -> bool:
    """Ask for an agreement's facts; True when some were changed."""
    before = agreement_form(office, agreement_id)
    asked = FactsDialog(before, parent)
    saved = asked.dialog.run(lambda: edit_agreement(office, agreement_id, asked.form()))
    return saved and agreement_form(office, agreement_id) != before
