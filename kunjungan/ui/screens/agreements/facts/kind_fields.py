"""Fields for what an agreement is: its kind, why an unusual one, and what it rests on."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kunjungan.domain.agreements import FOREIGN_PARTNERS, AgreementKind
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import partner_kind
from kunjungan.domain.kind_rules import KindRule
from kunjungan.domain.kinds import KINDS, rule_for
from kunjungan.i18n import tr
from kunjungan.services.agreement_lists import AgreementLine, list_agreements
from kunjungan.services.institutions import list_institutions
from kunjungan.services.kinds import KindOffer, kinds_offered
from kunjungan.services.office import Office
from kunjungan.ui.dates import long_day
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.agreements.facts.form_parts import is_shown, show_field
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


class KindFields(QObject):
    """Offers the kinds that fit the parties; another one asks why, and the reason is kept.

    Signals:
        changed: Another kind, other parties, or another agreement that it rests on.
    """

    changed = Signal()

    def __init__(self, office: Office, own: UUID | None = None) -> None:
        """``own`` is the agreement's id once it has one: it cannot rest on itself."""
        super().__init__()
        self._office = office
        lines = list_institutions(office)
        self._names = {line.id: line.name.id for line in lines}
        self._abroad = {line.id for line in lines if partner_kind(line.kind) in FOREIGN_PARTNERS}
        self._others = {line.id: line for line in list_agreements(office) if line.id != own}
        self._bodies: Sequence[UUID] = ()
        self._offers: list[KindOffer] = []
        self._chosen = False
        self._offering = False
        self.kind = ChoiceField()
        self.reason = LineField()
        self.parent_agreement = SearchPicker(tr("Number, subject or partner"))
        self.kind.changed.connect(self._on_kind)
        self.parent_agreement.changed.connect(self.changed)

    def lay_out(self, dialog: FormDialog) -> None:
        """Put the fields into a dialog."""
        dialog.add(tr("Kind"), self.kind)
        dialog.add(tr("Why this kind, unusual for this partner"), self.reason)
        dialog.add(tr("Changes or rests on"), self.parent_agreement)

    def show_bodies(self, bodies: Sequence[UUID]) -> None:
        """Offer the kinds for these institutions, the usual one until a person chooses another."""
        self._bodies = bodies
        if len(bodies) > 1:
            self._offers = kinds_offered(self._office, bodies)
        else:
            self._offers = [KindOffer(kind, fits=True) for kind in AgreementKind]
        self._offering = True
        self.kind.show_choices([(offer.kind, _kind_words(offer)) for offer in self._offers])
        if not self._chosen:
            self.kind.set_value(self._offers[0].kind)
        self._offering = False
        self._refresh()

    def fill(self, kind: AgreementKind, reason: str, parent: UUID | None) -> None:
        """Show what is chosen already."""
        self._chosen = True
        self.kind.set_value(kind)
        self.reason.set_value(reason)
        self._offer_parents()
        self.parent_agreement.set_value(parent)
        self._refresh()

    @property
    def fits(self) -> bool:
        """Whether the chosen kind is one that the partners' law knows."""
        return next((o.fits for o in self._offers if o.kind is self.kind.value()), True)

    @property
    def rule(self) -> KindRule:
        """What law and practice say about the chosen kind."""
        kind: AgreementKind = self.kind.value()
        changed = self._parent() if kind is AgreementKind.ADDENDUM else None
        parent = self._others.get(changed) if changed else None
        return rule_for(kind, parent.kind if parent else None)

    @property
    def foreign(self) -> bool:
        """Whether a party of another country signs, or the kind is one for such parties."""
        return self.rule.foreign or any(body in self._abroad for body in self._bodies)

    def reason_given(self) -> str:
        """Return why an unusual kind was chosen, empty for one that fits."""
        return "" if self.fits else self.reason.value()

    def parent_chosen(self) -> UUID | None:
        """Return what the agreement rests on; RuleBroken where something was typed only."""
        parent: UUID | None = self.parent_agreement.value()
        return parent if is_shown(self.parent_agreement) else None

    def _parent(self) -> UUID | None:
        try:
            found: UUID | None = self.parent_agreement.value()
        except RuleBroken:
            return None
        return found

    def _on_kind(self) -> None:
        if not self._offering:
            self._chosen = True
            self._refresh()

    def _refresh(self) -> None:
        show_field(self.reason, shown=not self.fits)
        needed = KINDS[self.kind.value()].needs_umbrella or self._parent() is not None
        show_field(self.parent_agreement, shown=needed)
        self._offer_parents()
        self.changed.emit()

    def _offer_parents(self) -> None:
        """Offer what this kind may rest on, agreements with the same parties first."""
        kept = self._parent()
        addendum = self.kind.value() is AgreementKind.ADDENDUM
        lines = [
            line
            for line in self._others.values()
            if addendum or KINDS[line.kind].umbrella or line.id == kept
        ]
        names = {self._names[body] for body in self._bodies}
        lines.sort(key=lambda line: -len(names.intersection(line.parties)))
        self.parent_agreement.set_items([_item(line) for line in lines])
        if kept is not None and kept != self._parent():
            self.parent_agreement.set_value(kept)


def _kind_words(offer: KindOffer) -> str:
    return label(offer.kind) if offer.fits else tr("{kind} (unusual)", kind=label(offer.kind))


def _item(line: AgreementLine) -> Item:
    partners = ", ".join(line.parties[1:])
    title = f"{label(line.kind)}: {partners}"
    day = long_day(line.signing_on) if line.signing_on else ""
    numbers = ", ".join(number for number in line.numbers if number)
    facts = (screen_side(line.subject), day, numbers)
    return Item(line.id, title, " · ".join(fact for fact in facts if fact))
