"""The office's term base: looked through, corrected, approved, handed on as a list."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.i18n import tr
from kunjungan.services.writing.term_approval import restore_terms, retire_terms
from kunjungan.services.writing.term_files import import_terms, write_terms
from kunjungan.services.writing.terms import TermLine, list_terms
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.settings.term_dialogs import ask_approval, ask_new_term, ask_term
from kunjungan.ui.screens.settings.term_words import (
    PROPOSED,
    RETIRED,
    holds,
    state_of,
    term_columns,
)
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, row
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented

_ALL = ""
ACTIONS = ("term.add", "term.approve")
MORE = ("term.edit", "term.retire", "term.restore", "term.import", "term.export")
_MENU = ("term.edit", "term.add", None, "term.approve", "term.retire", "term.restore")


class TermsPage(QWidget):
    """Every change counts at once: in the rows of open texts and in what stands before print.

    Signals:
        commands_changed: Other commands are open now.
    """

    commands_changed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._office = context.office
        self._lines: list[TermLine] = []
        self.search = SearchField(tr("Indonesian, English, source"), self)
        self.states = Segmented([Option(_ALL, tr("All"))], self)
        self.table = DataTable(
            term_columns(), key=lambda line: line.id, two_lines=True, parent=self
        )
        body = column(row(self.search, None, self.states), self.table, spacing=10)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.setFocusProxy(self.table)
        self.table.set_menu(_MENU, context.commands)
        self._connect()
        self.reload()

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        found: dict[str, Callable[[], None]] = {
            "term.add": self.add,
            "term.import": self.import_list,
            "term.export": self.export_list,
            "page.filter": self.search.setFocus,
        }
        chosen = self.table.selected()
        if self.table.current() is not None:
            found["term.edit"] = self.edit
        if any(line.active for line in chosen):
            found["term.approve"] = self.approve
            found["term.retire"] = self.retire
        if any(not line.active for line in chosen):
            found["term.restore"] = self.restore
        return found

    @Slot()
    def reload(self) -> None:
        """Show the terms as they are now, as far as they are searched for."""
        self._lines = list_terms(self._office)
        chosen = self.states.value()
        states = [state_of(line) for line in self._lines]
        self.states.show_options(
            [
                Option(_ALL, tr("All"), len(states)),
                Option(PROPOSED, tr("Proposed"), states.count(PROPOSED)),
                Option(RETIRED, tr("Retired"), states.count(RETIRED)),
            ]
        )
        self.states.set_value(chosen)
        self._show()

    @Slot()
    def add(self) -> None:
        """Ask for a new term."""
        made = ask_new_term(self._office, self)
        if made is not None:
            self.reload()
            self.table.select(made)
            self._context.toast(tr("Term added"), undo=True)

    @Slot()
    def edit(self) -> None:
        """Ask for changes to the term that the keyboard is on."""
        line = self.table.current()
        with refusals_shown(self):
            if line is not None and ask_term(self._office, line.id, self):
                self._context.toast(tr("Term changed"), undo=True)

    def approve(self) -> None:
        """Ask who approved the selected terms, and when."""
        ids = [line.id for line in self.table.selected() if line.active]
        with refusals_shown(self):
            if ask_approval(self._office, ids, self):
                self._context.toast(tr("Terms approved: {count}", count=len(ids)), undo=True)

    def retire(self) -> None:
        """Look for the selected terms no longer."""
        ids = [line.id for line in self.table.selected() if line.active]
        with refusals_shown(self):
            retire_terms(self._office, ids)
            self._context.toast(tr("Terms retired: {count}", count=len(ids)), undo=True)

    def restore(self) -> None:
        """Look for the selected terms again."""
        ids = [line.id for line in self.table.selected() if not line.active]
        with refusals_shown(self):
            restore_terms(self._office, ids)
            self._context.toast(tr("Terms in use again: {count}", count=len(ids)), undo=True)

    def import_list(self) -> None:
        """Ask for a list and take its terms in."""
        kinds = tr("Term lists ({kinds})", kinds="*.csv *.xlsx *.ods *.xls *.txt")
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import terms"), "", kinds)
        if chosen:
            with refusals_shown(self):
                done = import_terms(self._office, Path(chosen))
                told = tr(
                    "New terms: {added}. Corrected: {corrected}. As they were: {same}.",
                    added=done.added,
                    corrected=done.corrected,
                    same=done.same,
                )
                self._context.toast(told, undo=bool(done.added or done.corrected))

    def export_list(self) -> None:
        """Ask where to, and write the terms that are in use as a list."""
        kinds = tr("CSV ({kinds})", kinds="*.csv")
        name = tr("terms.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export terms"), name, kinds)
        if chosen:
            with refusals_shown(self):
                path = write_terms(self._office, Path(chosen).with_suffix(".csv"))
                self._context.toast(tr("{name} written", name=path.name))

    def _show(self) -> None:
        words, state = self.search.text(), self.states.value()
        lines = [
            line for line in self._lines if holds(line, words) and state in {_ALL, state_of(line)}
        ]
        self.table.show_empty(
            "search", tr("Nothing matches"), tr("Esc in the search field shows all.")
        )
        hints = [("Enter", tr("edit")), ("Ins", tr("add")), ("Del", tr("retire"))]
        self.table.set_footer(tr("Shown: {count}", count=len(lines)), hints)
        self.table.show_rows(lines)
        self.table.settle()
        self.commands_changed.emit()

    def _connect(self) -> None:
        self.search.searched.connect(self._show)
        self.states.chosen.connect(self._show)
        self.table.opened.connect(self.edit)
        self.table.view.selectionModel().selectionChanged.connect(self._on_selected)
        self._context.news.changed.connect(self._on_changed)

    @Slot()
    def _on_selected(self) -> None:
        self.commands_changed.emit()

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if "term" in tables:
            self.reload()
