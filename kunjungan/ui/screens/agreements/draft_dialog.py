"""Asks for a new agreement: with whom, about what, of which kind, signed when and by whom."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.agreements import AgreementKind, fits
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import partner_kind
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_template import templated_kinds
from kunjungan.services.agreements import draft_agreement, new_agreement_form
from kunjungan.services.delegations import list_delegations
from kunjungan.services.institutions import institution_form, list_institutions
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.services.parties import PartyForm
from kunjungan.services.register import propose_number
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visits import visit_form
from kunjungan.ui.dates import partial_words
from kunjungan.ui.labels import label
from kunjungan.ui.screens.agreements.signatories import SignatoryField, institution_items
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField, NumberField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


class DraftDialog:
    """The fields of a new agreement and how they lead to one another."""

    def __init__(self, office: Office, visit: UUID | None, parent: QWidget) -> None:
        self._office = office
        self._own = office_settings(office).own_institution
        self._kinds = {line.id: line.kind for line in list_institutions(office)}
        self._proposed = ""
        self.made: UUID | None = None
        self.dialog = FormDialog(tr("New agreement"), tr("Draft agreement"), parent)
        self.visit = SearchPicker(tr("Visit, if it comes from one"))
        self.partner = SearchPicker(tr("Institution"))
        self.signatory = SignatoryField(office)
        self.own_signatory = SignatoryField(office)
        self.kind = ChoiceField([(kind, label(kind)) for kind in templated_kinds()])
        self.reason = LineField()
        self.subject = BilingualField(lines=2)
        self.signing_on = DateField()
        self.place = BilingualField()
        self.years = NumberField(0, 99)
        self.months = NumberField(0, 11)
        self.own_number = LineField()
        self.partner_number = LineField()
        self.pending = CheckField(tr("The partner's number will follow"))
        self._lay_out()
        self._connect()
        self._start(visit)

    def run(self) -> UUID | None:
        """Ask until an agreement is drafted or the person gives up; return its id."""
        self.dialog.run(self._save)
        return self.made

    def _lay_out(self) -> None:
        add = self.dialog.add
        add(tr("Partner"), self.partner, needed=True)
        add(tr("Signs for the partner"), self.signatory)
        add(tr("Signs for us"), self.own_signatory)
        add(tr("Kind"), self.kind, hint=tr("Kinds with a standard text to start from"))
        add(tr("Why this kind, unusual for this partner"), self.reason)
        add(tr("Subject"), self.subject, needed=True)
        self.dialog.add_section(tr("Signing"))
        add(tr("Date"), self.signing_on)
        add(tr("Place"), self.place)
        self.dialog.add_pair((tr("Term, years"), self.years), (tr("and months"), self.months))
        self.dialog.add_section(tr("Numbers and visit"))
        self.dialog.add_pair(
            (tr("Our number (proposed)"), self.own_number),
            (tr("Partner's number"), self.partner_number),
        )
        add("", self.pending)
        add(tr("Visit"), self.visit)

    def _connect(self) -> None:
        self.partner.changed.connect(self._on_partner)
        self.kind.changed.connect(self._show_reason)
        self.visit.picked.connect(self._take_visit)
        self.signing_on.changed.connect(self._on_day)
        self.partner_number.changed.connect(self._on_partner_number)

    def _start(self, visit: UUID | None) -> None:
        visits = list_visits(self._office)
        self.visit.set_items([Item(v.id, v.title, partial_words(v.on)) for v in visits])
        form = new_agreement_form(self._office)
        self.years.set_value(form.term_years)
        self.months.set_value(form.term_months)
        self.pending.set_value(True)
        self._offer_partners([])
        self.own_signatory.show_body(self._own, None)
        if self._own is not None:
            city = institution_form(self._office, self._own).city_id
            self.place.set_value(Bilingual(city, city))
        if visit is not None:
            self.visit.set_value(visit)
            self._take_visit(visit)
        self._on_day()
        self._show_reason()
        self.partner.setFocus()

    def _take_visit(self, visit: UUID) -> None:
        """Take day, subject and first delegation from a visit where nothing is entered yet."""
        form = visit_form(self._office, visit)
        bodies = [line.institution_id for line in list_delegations(self._office, visit)]
        self._offer_partners(bodies)
        if form.on.full is not None:
            self.signing_on.set_value(form.on)
        if not self.subject.value().id:
            self.subject.set_value(Bilingual(form.theme_id, form.theme_en))
        if _value(self.partner) is None and bodies:
            self.partner.set_value(bodies[0])

    def _offer_partners(self, first: list[UUID]) -> None:
        kept = _value(self.partner)
        lines = list_institutions(self._office)
        items = institution_items(lines, first, tr("comes on this visit"), without=self._own)
        self.partner.set_items(items)
        if kept is not None:
            self.partner.set_value(kept)

    def _on_partner(self) -> None:
        self.signatory.show_body(_value(self.partner), self._day())
        self._show_reason()

    def _on_day(self) -> None:
        day = self._day()
        self.signatory.show_body(_value(self.partner), day)
        self.own_signatory.show_body(self._own, day)
        if self.own_number.value() == self._proposed:
            self._proposed = propose_number(self._office, day) if day else ""
            self.own_number.set_value(self._proposed)

    def _on_partner_number(self) -> None:
        self.pending.set_value(not self.partner_number.value())

    def _show_reason(self) -> None:
        if (holder := self.reason.parentWidget()) is not None:
            holder.setVisible(not self._fits())

    def _fits(self) -> bool:
        partner = _value(self.partner)
        kind: AgreementKind = self.kind.value()
        return partner is None or fits(kind, partner_kind(self._kinds[partner]))

    def _day(self) -> date | None:
        try:
            on: PartialDate | None = self.signing_on.value()
        except RuleBroken:
            return None
        return on.full if on else None

    def _save(self) -> None:
        if self._own is None:
            raise RuleBroken(
                later("This office has not said which institution it is. Say so under Settings.")
            )
        subject, place = self.subject.value(), self.place.value()
        day = self._day()
        form = replace(
            new_agreement_form(self._office),
            subject_id=subject.id,
            subject_en=subject.en,
            kind=self.kind.value(),
            signing_on=day,
            place_id=place.id,
            place_en=place.en,
            term_years=self.years.value(),
            term_months=self.months.value(),
            reason="" if self._fits() else self.reason.value(),
        )
        own, theirs = self.own_number.value(), self.partner_number.value()
        parties = [
            PartyForm(
                self._own,
                self.own_signatory.value(),
                number=own,
                number_on=day if own else None,
                number_pending=not own,
            ),
            PartyForm(
                self.partner.value(),
                self.signatory.value(),
                number=theirs,
                number_on=day if theirs else None,
                number_pending=self.pending.value(),
            ),
        ]
        visit = self.visit.value()
        self.made = draft_agreement(self._office, form, parties, [visit] if visit else [])


def ask_draft(office: Office, visit: UUID | None, parent: QWidget) -> UUID | None:
    """Ask for a new agreement, perhaps of a visit; return its id, or None when given up."""
    return DraftDialog(office, visit, parent).run()


def _value(picker: SearchPicker) -> UUID | None:
    try:
        value: UUID | None = picker.value()
    except RuleBroken:
        return None
    return value
