"""Asks for an agreement's own facts: what it is, its languages, its term, its paper."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.terms import EndsRule
from kunjungan.i18n import tr
from kunjungan.services.agreements import AgreementForm, agreement_form, edit_agreement
from kunjungan.services.office import Office
from kunjungan.services.parties import parties_of
from kunjungan.ui.labels import SIDES, choices, label, word_choices
from kunjungan.ui.screens.agreements.facts.form_parts import note, show_field
from kunjungan.ui.screens.agreements.facts.kind_fields import KindFields
from kunjungan.ui.screens.agreements.facts.language_fields import LanguageFields
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField, NumberField
from kunjungan.ui.widgets.form_dialog import FormDialog

_ENDS = (EndsRule.SAME_DAY, EndsRule.DAY_BEFORE)


class FactsDialog:
    """The fields of an agreement's facts; its date has a command of its own."""

    def __init__(self, office: Office, agreement_id: UUID, parent: QWidget) -> None:
        self._form = agreement_form(office, agreement_id)
        self.dialog = FormDialog(tr("Agreement's data"), tr("Save data"), parent)
        self.kinds = KindFields(office, agreement_id)
        self.languages = LanguageFields()
        self.subject = BilingualField(lines=2)
        self.place = BilingualField()
        self.years = NumberField(0, 99)
        self.months = NumberField(0, 11)
        self.ends_rule = ChoiceField([(rule, label(rule)) for rule in _ENDS])
        self.paper = ChoiceField(choices(Paper))
        self.stamp_form = ChoiceField(choices(StampForm))
        self.stamp_rule = ChoiceField(choices(StampRule))
        self.alternat = CheckField(tr("Alternat: each party is named first in its own original"))
        self.party_style = ChoiceField(choices(PartyStyle))
        self.first_signs = ChoiceField(word_choices(SIDES))
        self.reference = LineField()
        self._lay_out()
        self.kinds.changed.connect(self._on_kind)
        self.stamp_form.changed.connect(self._on_stamp)
        self.kinds.show_bodies([p.institution_id for p in parties_of(office, agreement_id)])
        self._fill()

    def form(self) -> AgreementForm:
        """Return the facts as entered."""
        subject, place = self.subject.value(), self.place.value()
        return replace(
            self.languages.applied(self._form),
            kind=self.kinds.kind.value(),
            reason=self.kinds.reason_given(),
            parent_id=self.kinds.parent_chosen(),
            subject_id=subject.id,
            subject_en=subject.en,
            place_id=place.id,
            place_en=place.en,
            term_years=self.years.value(),
            term_months=self.months.value(),
            ends_rule=self.ends_rule.value(),
            paper=self.paper.value(),
            stamp_form=self.stamp_form.value(),
            stamp_rule=self.stamp_rule.value(),
            alternat=self.alternat.value(),
            party_style=self.party_style.value(),
            first_signs=self.first_signs.value(),
            reference=self.reference.value(),
        )

    def go_to(self, column: str) -> None:
        """Put the keyboard into the field that a finding names."""
        fields: Mapping[str, QWidget] = {
            "subject_en": self.subject.english,
            "subject_third": self.languages.subject_third,
            "title_third": self.languages.title_third,
            "place_id": self.place,
            "reason": self.kinds.reason,
            "parent_id": self.kinds.parent_agreement,
            "language_clause": self.languages.clause,
            "third_language": self.languages.third,
        }
        if column in fields:
            fields[column].setFocus()

    def _lay_out(self) -> None:
        add, add_pair = self.dialog.add, self.dialog.add_pair
        add(tr("Subject"), self.subject, needed=True)
        add(tr("Place of signing"), self.place)
        add_pair((tr("Term, years"), self.years), (tr("and months"), self.months))
        add(tr("Ends on"), self.ends_rule)
        self.dialog.add_section(tr("Kind and languages"))
        self.kinds.lay_out(self.dialog)
        stays = note()
        stays.setText(tr("Another kind changes head, rules and names; the text stays as written."))
        self.dialog.add_widget(stays)
        self.languages.lay_out(self.dialog)
        self.dialog.add_section(tr("Paper"))
        add_pair((tr("Format"), self.paper), (tr("First party signs"), self.first_signs))
        add(tr("Duty stamp"), self.stamp_form)
        add(tr("Where it goes"), self.stamp_rule)
        add("", self.alternat)
        self.dialog.add_section(tr("Text"))
        add_pair((tr("Parties are called"), self.party_style), (tr("Reference"), self.reference))

    def _fill(self) -> None:
        form = self._form
        self.kinds.fill(form.kind, form.reason, form.parent_id)
        self.languages.fill(form)
        self.subject.set_value(Bilingual(form.subject_id, form.subject_en))
        self.place.set_value(Bilingual(form.place_id, form.place_en))
        self.years.set_value(form.term_years)
        self.months.set_value(form.term_months)
        self.ends_rule.set_value(form.ends_rule)
        self.paper.set_value(form.paper)
        self.stamp_form.set_value(form.stamp_form)
        self.stamp_rule.set_value(form.stamp_rule)
        self.alternat.set_value(bool(form.alternat))
        self.party_style.set_value(form.party_style)
        self.first_signs.set_value(form.first_signs)
        self.reference.set_value(form.reference)

    def _on_kind(self) -> None:
        self.languages.show_rule(self.kinds.rule, foreign=self.kinds.foreign)

    def _on_stamp(self) -> None:
        show_field(self.stamp_rule, shown=self.stamp_form.value() is not StampForm.NONE)


def ask_facts(office: Office, agreement_id: UUID, parent: QWidget, *, column: str = "") -> bool:
    """Ask for an agreement's facts, at the field ``column``; True when some were changed."""
    before = agreement_form(office, agreement_id)
    asked = FactsDialog(office, agreement_id, parent)
    asked.go_to(column)
    saved = asked.dialog.run(lambda: edit_agreement(office, agreement_id, asked.form()))
    return saved and agreement_form(office, agreement_id) != before
