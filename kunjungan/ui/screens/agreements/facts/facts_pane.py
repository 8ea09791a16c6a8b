"""The agreement's own facts beside its text: data, parties, signing, what was printed."""

from collections.abc import Callable, Sequence
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView, PartyLine
from kunjungan.services.agreements import AgreementForm
from kunjungan.services.parties import OPEN
from kunjungan.services.print_log import PrintLine
from kunjungan.ui.dates import long_day, short_day
from kunjungan.ui.labels import LANGUAGE_CLAUSES, label, language_word, screen_side
from kunjungan.ui.screens.agreements.facts.facts_words import (
    print_words,
    stamp_words,
    term_words,
    when_words,
)
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.layouts import CARD_GAP, emptied, scrolling

LATEST = 3
_USUAL = "id_prevails"


class FactsPane(QWidget):
    """Cards of facts, each with the button that changes them.

    Signals:
        wanted: Something is to be changed or shown; carries ``facts``, ``redate``, ``party:2``,
            ``number:2``, ``originals``, ``witnesses``, ``prints``, ``sign`` or ``register``.
        needed: It came into sight and shows what it showed when it was last there.
    """

    wanted = Signal(str)
    needed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        inside = QWidget(self)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(12, 12, 12, 12)
        self._list.setSpacing(CARD_GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside, self))

    def show_facts(
        self,
        view: AgreementView,
        form: AgreementForm,
        prints: Sequence[PrintLine],
        zone: tzinfo | None,
    ) -> None:
        """Show an agreement's facts; the moments of printing as the office's ``zone`` has them."""
        emptied(self._list)
        for card in (
            self._data(view, form),
            *(self._party(view, party) for party in view.parties),
            self._signing(view),
            self._prints(prints, zone),
        ):
            self._list.addWidget(card)
        self._list.addStretch(1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.needed.emit()

    def _data(self, view: AgreementView, form: AgreementForm) -> Card:
        prevails = LANGUAGE_CLAUSES[form.language_clause or _USUAL]
        facts = [
            Fact(tr("Kind"), label(view.kind)),
            Fact(tr("Subject"), view.subject.id),
            Fact(tr("Subject (EN)"), view.subject.en),
            self._date(view, form),
            Fact(tr("Place"), form.place_id),
            Fact(tr("Term"), term_words(form)),
            Fact(tr("Ends on"), short_day(view.ends_on, year=True) if view.ends_on else ""),
            Fact(tr("Paper"), label(form.paper)),
            Fact(tr("Duty stamp"), stamp_words(form)),
            Fact(tr("Layout"), label(view.layout)),
            Fact(tr("Languages"), ", ".join(map(language_word, view.languages))),
            Fact(tr("If texts differ"), tr(prevails)),
            Fact(tr("Reference"), form.reference),
        ]
        if form.reason:
            facts.append(Fact(tr("Reason"), form.reason))
        change = ("facts", tr("Edit")) if view.open else None
        return self._card(tr("Agreement"), facts, change)

    def _date(self, view: AgreementView, form: AgreementForm) -> Fact:
        """Return the day of signing, which a click moves."""
        words = long_day(form.signing_on) if form.signing_on else tr("none yet")
        movable = view.stage in OPEN and not view.signed
        return Fact(tr("Date"), words, self._asking("redate") if movable else None)

    def _party(self, view: AgreementView, party: PartyLine) -> Card:
        number = party.number or (tr("to follow") if party.pending else "")
        facts = [
            Fact(tr("Institution"), screen_side(party.body)),
            Fact(tr("Signatory"), party.signatory),
            Fact(tr("Position"), screen_side(party.post)),
            Fact(tr("Number"), number),
        ]
        if party.number_on:
            facts.append(Fact(tr("Number of"), short_day(party.number_on, year=True)))
        if party.authority:
            facts.append(Fact(tr("Authority"), party.authority))
        if party.reason:
            facts.append(Fact(tr("Reason"), party.reason))
        verb = "party" if view.open else "number"
        words = tr("Edit") if view.open else tr("Enter number")
        return self._card(screen_side(party.label), facts, (f"{verb}:{party.seq}", words))

    def _signing(self, view: AgreementView) -> Card:
        facts = [
            Fact(tr("Stage"), label(view.stage)),
            Fact(
                tr("Originals printed"),
                f"{view.printed}/{view.originals}",
                self._asking("originals"),
            ),
            Fact(tr("Witnesses"), tr("Show"), self._asking("witnesses")),
            Fact(tr("Signatures"), f"{view.signed}/{view.signatures}"),
            Fact(tr("Register"), view.register_no),
        ]
        if view.kept_at:
            facts.append(Fact(tr("Kept at"), view.kept_at))
        change = None
        if view.stage is AgreementStage.FINAL and view.printed == view.originals:
            change = ("sign", tr("Record"))
        elif view.stage is AgreementStage.SIGNED:
            change = ("register", tr("Enter in register"))
        elif view.signed:
            change = ("sign", tr("Show"))
        return self._card(tr("Signing"), facts, change)

    def _prints(self, prints: Sequence[PrintLine], zone: tzinfo | None) -> Card:
        facts = [Fact(when_words(line, zone), print_words(line)) for line in prints[:LATEST]]
        if not facts:
            facts = [Fact(tr("Nothing printed yet"), "")]
        show = ("prints", tr("Show all")) if prints else None
        return self._card(tr("Printed"), facts, show)

    def _card(self, title: str, facts: Sequence[Fact], change: tuple[str, str] | None) -> Card:
        aside = None
        if change is not None:
            what, words = change
            aside = button(words, self._asking(what), kind="link", parent=self)
            aside.setAccessibleDescription(title)
        card = Card(title, aside, self)
        shown = FactsList(92, card)
        shown.show_facts(facts)
        card.add(shown)
        return card

    def _asking(self, what: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(what)
