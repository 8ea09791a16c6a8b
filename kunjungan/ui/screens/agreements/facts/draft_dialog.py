"""Asks for a new agreement: who signs what, of which kind, in which languages, when and where."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.agreements import draft_agreement, new_agreement_form
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.institutions import institution_form, list_institutions
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.services.register import propose_number
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visits import visit_form
from kunjungan.ui.dates import partial_words
from kunjungan.ui.screens.agreements.facts.form_parts import note
from kunjungan.ui.screens.agreements.facts.kind_fields import KindFields
from kunjungan.ui.screens.agreements.facts.language_fields import LanguageFields
from kunjungan.ui.screens.agreements.facts.party_rows import PartyRows
from kunjungan.ui.screens.agreements.facts.signatories import institution_items
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import NumberField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker

_WIDTH = 640


class DraftDialog:
    """The fields of a new agreement and how they lead to one another."""

    def __init__(self, office: Office, visit: UUID | None, parent: QWidget) -> None:
        self._office = office
        self._own = office_settings(office).own_institution
        self._proposed = ""
        self.made: UUID | None = None
        self.dialog = FormDialog(tr("New agreement"), tr("Draft agreement"), parent)
        self.dialog.setMinimumWidth(_WIDTH)
        self.visit = SearchPicker(tr("Visit, if it comes from one"))
        self.parties = PartyRows(office)
        self._about_numbers = note()
        self.kinds = KindFields(office)
        self.languages = LanguageFields()
        self.subject = BilingualField(lines=2)
        self.signing_on = DateField()
        self.place = BilingualField()
        self.years = NumberField(0, 99)
        self.months = NumberField(0, 11)
        self._lay_out()
        self._start(visit)
        self._connect()
        self._on_bodies()
        self._on_day()

    def run(self) -> UUID | None:
        """Ask until an agreement is drafted or the person gives up; return its id."""
        self.dialog.run(self._save)
        return self.made

    def _lay_out(self) -> None:
        add = self.dialog.add
        self.dialog.add_section(tr("Parties"))
        add("", self.parties)
        self._about_numbers.setText(tr("A number that is left empty follows later."))
        self.dialog.add_widget(self._about_numbers)
        self.dialog.add_section(tr("Agreement"))
        self.kinds.lay_out(self.dialog)
        add(tr("Subject"), self.subject, needed=True)
        self.dialog.add_section(tr("Signing"))
        add(tr("Date"), self.signing_on)
        add(tr("Place"), self.place)
        self.dialog.add_pair((tr("Term, years"), self.years), (tr("and months"), self.months))
        self.dialog.add_section(tr("Languages"))
        self.languages.lay_out(self.dialog)
        add(tr("Visit"), self.visit)

    def _connect(self) -> None:
        self.parties.bodies_changed.connect(self._on_bodies)
        self.kinds.changed.connect(self._on_kind)
        self.visit.picked.connect(self._take_visit)
        self.signing_on.changed.connect(self._on_day)

    def _start(self, visit: UUID | None) -> None:
        visits = list_visits(self._office)
        self.visit.set_items([Item(v.id, v.title, partial_words(v.on)) for v in visits])
        form = new_agreement_form(self._office)
        self.years.set_value(form.term_years)
        self.months.set_value(form.term_months)
        self._offer_partners([])
        if self._own is not None:
            self.parties.show_bodies([self._own])
            city = institution_form(self._office, self._own).city_id
            self.place.set_value(Bilingual(city, city))
        if visit is not None:
            self.visit.set_value(visit)
            self._take_visit(visit)
        self.parties.setFocusProxy(self.parties.rows[1].body)

    def _take_visit(self, visit: UUID) -> None:
        """Take day, subject and first delegation from a visit where nothing is entered yet."""
        form = visit_form(self._office, visit)
        bodies = [line.institution_id for line in list_delegations(self._office, visit)]
        self._offer_partners(bodies)
        if form.on.full is not None:
            self.signing_on.set_value(form.on)
        if not self.subject.value().id:
            self.subject.set_value(Bilingual(form.theme_id, form.theme_en))
        second = self.parties.rows[1]
        if second.institution() is None and bodies:
            second.body.set_value(bodies[0])

    def _offer_partners(self, first: Sequence[UUID]) -> None:
        lines = list_institutions(self._office)
        self.parties.show_items(institution_items(lines, first, tr("comes on this visit")))

    def _on_bodies(self) -> None:
        self.kinds.show_bodies(self.parties.bodies())
        self._propose()

    def _on_kind(self) -> None:
        self.languages.show_rule(self.kinds.rule, foreign=self.kinds.foreign)
        numbered = self.kinds.rule.number_lines
        self.parties.show_numbered(numbered=numbered)
        self._about_numbers.setVisible(numbered)

    def _on_day(self) -> None:
        self.parties.show_day(self._day())
        self._propose()

    def _propose(self) -> None:
        """Write the office's next number into its own row, unless another one stands there."""
        line, day = self.parties.row_of(self._own), self._day()
        for other in self.parties.rows:
            if other is not line and self._proposed and other.number.value() == self._proposed:
                other.number.set_value("")
        if line is not None and line.number.value() in {"", self._proposed}:
            self._proposed = propose_number(self._office, day) if day else ""
            line.number.set_value(self._proposed)

    def _day(self) -> date | None:
        try:
            return self.signing_on.day()
        except RuleBroken:
            return None

    def _save(self) -> None:
        subject, place = self.subject.value(), self.place.value()
        parent = self.kinds.parent_chosen()
        form = replace(
            new_agreement_form(self._office, self.kinds.kind.value(), parent),
            subject_id=subject.id,
            subject_en=subject.en,
            signing_on=self._day(),
            place_id=place.id,
            place_en=place.en,
            term_years=self.years.value(),
            term_months=self.months.value(),
            reason=self.kinds.reason_given(),
        )
        visit = self.visit.value()
        self.made = draft_agreement(
            self._office,
            self.languages.applied(form),
            self.parties.value(),
            [visit] if visit else [],
        )


def ask_draft(office: Office, visit: UUID | None, parent: QWidget) -> UUID | None:
    """Ask for a new agreement, perhaps of a visit; return its id, or None when given up."""
    return DraftDialog(office, visit, parent).run()
