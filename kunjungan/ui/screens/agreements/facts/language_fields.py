"""Fields for the languages of a paper: how they stand, a third one, and which of them decides."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QObject, Signal

from kunjungan.domain.kind_rules import KindRule
from kunjungan.domain.languages import third_tongues
from kunjungan.domain.layouts import Layout
from kunjungan.domain.words import LanguageClause
from kunjungan.i18n import tr
from kunjungan.services.agreements import AgreementForm
from kunjungan.ui.labels import LANGUAGE_CLAUSES, label, language_word
from kunjungan.ui.screens.agreements.facts.form_parts import note, show_field
from kunjungan.ui.theme.fonts import carry_scripts
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


class LanguageFields(QObject):
    """Asks for layout, third language and language clause, as far as the kind allows them.

    Signals:
        changed: Another layout or language was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rule: KindRule | None = None
        self._foreign = False
        self._chosen = False
        self._decided = False
        self._showing = False
        self.layout = ChoiceField()
        self.third = ChoiceField()
        self.title_third = LineField()
        self.subject_third = LineField()
        self.clause = ChoiceField()
        self._about_layout = note()
        self._about_clause = note()
        for field in (self.layout, self.third):
            field.changed.connect(self._on_chosen)
        self.clause.changed.connect(self._on_decided)

    def lay_out(self, dialog: FormDialog) -> None:
        """Put the fields into a dialog."""
        dialog.add_pair((tr("Layout"), self.layout), (tr("Third language"), self.third))
        dialog.add_widget(self._about_layout)
        dialog.add(tr("Title in the third language"), self.title_third)
        dialog.add(tr("Subject in the third language"), self.subject_third)
        dialog.add(tr("If the texts differ"), self.clause)
        dialog.add_widget(self._about_clause)

    def show_rule(self, rule: KindRule, *, foreign: bool) -> None:
        """Offer what a kind allows; its usual layout is chosen until a person chooses."""
        fresh = (rule, foreign) != (self._rule, self._foreign)
        self._rule, self._foreign = rule, foreign
        if not fresh:
            return
        self._showing = True
        self.layout.show_choices([(layout, label(layout)) for layout in rule.layouts])
        if not self._chosen:
            self.layout.set_value(rule.layouts[0])
        self._showing = False
        self._refresh()

    def fill(self, form: AgreementForm) -> None:
        """Show what is chosen already."""
        self._chosen = self._decided = True
        self._showing = True
        self.layout.set_value(form.layout)
        self._offer_third()
        self.third.set_value(form.third_language)
        self._offer_clauses()
        self.clause.set_value(form.language_clause)
        self._showing = False
        self.title_third.set_value(form.title_third)
        self.subject_third.set_value(form.subject_third)
        self._refresh()

    def applied(self, form: AgreementForm) -> AgreementForm:
        """Return a form with what these fields say."""
        third = self.third.value() or ""
        return replace(
            form,
            layout=self.layout.value(),
            third_language=third,
            title_third=self.title_third.value() if third else "",
            subject_third=self.subject_third.value() if third else "",
            language_clause=self.clause.value(),
        )

    def _on_decided(self) -> None:
        self._decided = self._decided or not self._showing

    def _on_chosen(self) -> None:
        if not self._showing:
            self._chosen = True
            self._refresh()

    def _refresh(self) -> None:
        self._showing = True
        self._offer_third()
        self._offer_clauses()
        self._showing = False
        third = bool(self.third.value())
        if third:
            carry_scripts()
        show_field(self.third, shown=self._foreign)
        show_field(self.title_third, shown=third)
        show_field(self.subject_third, shown=third)
        layout: Layout = self.layout.value()
        self._about_layout.setText(_layout_words(layout, foreign=self._foreign))
        self._about_clause.setText(_clause_words(foreign=self._foreign))
        self.clause.setEnabled(len(self._clauses()) > 1)
        self.changed.emit()

    def _offer_third(self) -> None:
        """Offer the partners' languages where the layout has room for one."""
        room = self._foreign and self.layout.value() is not Layout.COLUMNS
        codes = [each.code for each in third_tongues()] if room else []
        words = sorted((language_word(code), code) for code in codes)
        self.third.show_choices([("", tr("none")), *((code, word) for word, code in words)])
        self.third.setEnabled(room)

    def _offer_clauses(self) -> None:
        choices = [(clause, tr(LANGUAGE_CLAUSES[clause])) for clause in self._clauses()]
        self.clause.show_choices(choices)
        if not self._decided:
            self.clause.set_value(self._clauses()[0])

    def _clauses(self) -> list[LanguageClause]:
        """Return which texts may decide: at home the Indonesian, abroad what is agreed."""
        if self._rule is None:
            return ["id_prevails"]
        usual = self._rule.language_clauses
        allowed = (*usual, *(each for each in get_args(LanguageClause) if each not in usual))
        found = allowed if self._foreign else usual
        return [each for each in found if each != "third_prevails" or self.third.value()]


def _layout_words(layout: Layout, *, foreign: bool) -> str:
    """Return what a layout means for the papers."""
    if foreign:
        words = {
            Layout.COLUMNS: tr(
                "Indonesian and English level; there is no room for a third language."
            ),
            Layout.SEQUENCE: tr("Every language has its own signatures, all in one original."),
            Layout.VOLUMES: tr("Each party keeps one signed original in each language."),
        }
    else:
        words = {
            Layout.COLUMNS: tr(
                "English stands level beside the Indonesian text and is signed with it."
            ),
            Layout.SEQUENCE: tr(
                "The Indonesian text is signed; the English follows as a marked unofficial "
                "translation without numbers, stamp or signatures."
            ),
            Layout.VOLUMES: tr(
                "Only Indonesian originals are signed; the English is printed apart as a marked "
                "unofficial translation."
            ),
        }
    return words[layout]


def _clause_words(*, foreign: bool) -> str:
    """Return what the law says of the language of an agreement."""
    if foreign:
        return tr("Indonesian is always one of the signed texts (UU 24/2009 article 31).")
    return tr(
        "At home the Indonesian text prevails and is never left out "
        "(UU 24/2009 articles 26 and 31)."
    )
