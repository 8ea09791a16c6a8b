"""Marks words that may be misspelled, for whoever wants that; the word lists load in the back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.clauses import Column
from kunjungan.services.office import Office
from kunjungan.services.writing.spelling import Speller, Spoken, speller
from kunjungan.services.writing.terms import list_terms
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import show_refusal
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows

COMMAND = "clause.spelling"
_LANGUAGES: tuple[Spoken, ...] = ("id", "en")


class Spelling(QObject):
    """Turns the hints on and off; this desk remembers it."""

    def __init__(self, context: ScreenContext, rows: ClauseRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._rows = rows
        self._parent = parent
        self._show(is_on=context.desk.settings.spelling)

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the command's name."""
        return {COMMAND: self.turn}

    def turn(self) -> None:
        """Mark misspelled words from now on, or no longer."""
        is_on = not self._context.desk.settings.spelling
        self._context.desk.change(spelling=is_on)
        self._show(is_on=is_on)

    def _show(self, *, is_on: bool) -> None:
        self._context.commands[COMMAND].setChecked(is_on)
        if not is_on:
            self._rows.show_spelling({})
            return
        self._context.background.run(
            partial(_load, self._context.office),
            done=self._on_loaded,
            refused=partial(show_refusal, self._parent),
            owner=self,
        )

    def _on_loaded(self, known: Mapping[Column, Speller]) -> None:
        if self._context.desk.settings.spelling:
            self._rows.show_spelling(known)
            if not known:
                self._context.toast(tr("The word lists are not installed on this computer."))


def _load(office: Office) -> dict[Column, Speller]:
    """Return who knows the words of each language, nobody where the lists are not installed."""
    terms = list_terms(office)
    own = {"id": [term.words_id for term in terms], "en": [term.words_en for term in terms]}
    made = {language: speller(language, own[language]) for language in _LANGUAGES}
    return {language: known for language, known in made.items() if known is not None}
