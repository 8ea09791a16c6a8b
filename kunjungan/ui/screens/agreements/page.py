"""One agreement: structure, text in its languages, and its paper beside it."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.errors import NotFound, OfficeError
from kunjungan.services.agreement_view import (
    AgreementView,
    agreement_view,
    field_values,
    third_values_of,
)
from kunjungan.services.agreements import agreement_form
from kunjungan.services.clauses import ClauseLine, Column, list_clauses, write_clause
from kunjungan.services.preflight import Finding, without_press
from kunjungan.services.print_log import list_prints
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.screens.agreements.clause_bar import BOTH, THIRD, ClauseBar
from kunjungan.ui.screens.agreements.clause_commands import ClauseCommands
from kunjungan.ui.screens.agreements.editor import Editor
from kunjungan.ui.screens.agreements.fact_commands import FactCommands
from kunjungan.ui.screens.agreements.finding_words import FoundGroup, by_row
from kunjungan.ui.screens.agreements.findings_watch import FindingsWatch
from kunjungan.ui.screens.agreements.mending import Mending
from kunjungan.ui.screens.agreements.outline import Outline
from kunjungan.ui.screens.agreements.page_banner import show_lock, show_refused
from kunjungan.ui.screens.agreements.page_head import show_head
from kunjungan.ui.screens.agreements.panes import Panes
from kunjungan.ui.screens.agreements.paper_commands import PaperCommands
from kunjungan.ui.screens.agreements.row_cells import SideValues
from kunjungan.ui.screens.agreements.sections import data_section, sections_of, translated
from kunjungan.ui.screens.agreements.side_pane import FACTS, PREVIEW, READY, SidePane
from kunjungan.ui.screens.agreements.third import third_of
from kunjungan.ui.widgets.layouts import column
from kunjungan.ui.widgets.page_header import PageHeader

TEXT = frozenset({"clause"})
TABLES = TEXT | {
    "agreement", "agreement_visit", "party", "original", "witness", "signature", "print_run",
    "register_entry", "institution", "person", "position", "tenure", "setting", "visit",
}  # fmt: skip


class AgreementPage(QWidget):
    """The page of an agreement; its head is that of the screen it stands in.

    Signals:
        commands_changed: Other commands are open now.
        moved_to: Another tab is shown; carries its key.
    """

    commands_changed = Signal()
    moved_to = Signal(str)

    def __init__(self, context: ScreenContext, header: PageHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._header = header
        self._view: AgreementView | None = None
        self._lines: list[ClauseLine] = []
        self._findings: list[Finding] = []
        self._checked: AgreementView | None = None
        self._values: SideValues = {"id": {}, "en": {}, "third": {}}
        self.editor = Editor(self._write, self)
        self.rows = self.editor.rows
        self.outline = Outline(self)
        self.side = SidePane(context, self)
        self.bar = ClauseBar(context.commands, self.rows, self)
        self.panes = Panes(self.outline, self.editor, self.side, self)
        self._watch = FindingsWatch(context, self)
        self._clauses = ClauseCommands(context, self.rows, self)
        self._facts = FactCommands(context, self.flush, self._on_paper_clicked, self)
        self._papers = PaperCommands(context, self.flush, self.show_blockers, self)
        self._mending = Mending(context, self.rows, self._facts, self._show_facts)
        layout = column(self.bar, self.panes.split, spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.rows)
        self._connect()

    def open(self, agreement_id: UUID, tab: str) -> None:
        """Show an agreement and one of its tabs; NotFound when it is gone."""
        if self._view is None or self._view.id != agreement_id:
            self.rows.forget()
            self._findings, self._checked = [], None
        self._reload(agreement_id)
        self.side.show_tab(tab or PREVIEW)
        if self.rows.current() is None and self._lines:
            self.rows.go_to(self._lines[0].id, write=False)

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        view = self._view
        if view is None:
            return {}
        return {
            **self._papers.answers(),
            **self._facts.answers(),
            **self._clauses.answers(is_open=view.open),
            "agreement.next_pane": lambda: self.panes.step(1),
            "agreement.previous_pane": lambda: self.panes.step(-1),
            "tab.next": lambda: self.side.step(1),
            "tab.previous": lambda: self.side.step(-1),
            "page.refresh": lambda: self._reload(view.id),
        }

    def flush(self) -> bool:
        """Keep what is being typed, and know what it means; False when it was refused."""
        kept = self.rows.flush()
        if self._watch.waiting:
            self._look_through()
        return kept

    def show_blockers(self) -> None:
        """Show what stands before the originals, the keyboard on the first remedy."""
        self.side.show_tab(READY)
        self.moved_to.emit(READY)
        if (first := self.side.ready.first_button()) is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_columns(self, key: str) -> None:
        """Show ``both`` languages beside each other, or others, as the bar calls them."""
        self.bar.sides.set_value(key)
        self.editor.show_columns(self.bar.sides.value())

    def remember(self) -> dict[str, object]:
        """Return where one is in the text and how it is shown."""
        columns, paper = self.bar.sides.value(), self.side.preview.choice.value()
        shown = {"columns": columns, "paper": paper}
        return self.editor.remember() | self.panes.remember() | shown

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        if isinstance(columns := state.get("columns"), str):
            self.show_columns(columns)
        self.panes.recall(state)
        if isinstance(paper := state.get("paper"), str):
            self.side.preview.choice.set_value(paper)
        self.editor.recall(state)

    def _connect(self) -> None:
        self._context.news.changed.connect(self._on_changed)
        self._watch.found.connect(self._on_found)
        self.rows.picked.connect(self._on_picked)
        self.rows.column_wanted.connect(self._on_column)
        self.rows.reviewed.connect(self._clauses.confirm)
        self.outline.chosen.connect(self._on_section)
        self.bar.outline_wanted.connect(self.panes.turn_outline)
        self.bar.sides.chosen.connect(self.editor.show_columns)
        self.side.moved_to.connect(self.moved_to)
        self.side.preview.clause_clicked.connect(self._on_paper_clicked)
        self.side.ready.wanted.connect(self._on_mend)
        self.side.facts.wanted.connect(self._on_fact)

    def _reload(self, agreement_id: UUID) -> None:
        office = self._context.office
        view = self._view = agreement_view(office, agreement_id)
        values = field_values(office, agreement_id)
        self._values = {
            "id": {name: value.id for name, value in values.items()},
            "en": {name: value.en for name, value in values.items()},
            "third": third_values_of(office, agreement_id),
        }
        self._clauses.show(agreement_id, values)
        self._show_text(view)
        self._facts.show(view)
        self._look_through()
        form, prints = agreement_form(office, agreement_id), list_prints(office, agreement_id)
        self.side.facts.show_facts(view, form, prints, office.now().tzinfo)
        self.bar.set_open(is_open=view.open)
        show_lock(self._header, view, self._papers.start_draft)
        self.side.preview.show_agreement(agreement_id, is_open=view.open)
        self.commands_changed.emit()

    def _show_text(self, view: AgreementView) -> None:
        self._lines = list_clauses(self._context.office, view.id)
        third = third_of(view.third, self._lines)
        self._clauses.show_lines(self._lines, third)
        self.bar.show_third(third)
        self.editor.show_third(third, self.bar.sides.value())
        self.rows.show_lines(self._lines, self._values, is_open=view.open)
        self.bar.show_progress(*translated(self._lines, third))
        here = self.rows.current()
        self.side.preview.show_clause(self._lines.index(here) if here in self._lines else -1)
        self._show_outline(self._findings)
        if view.open:
            self._watch.check(view.id)
        else:
            self._watch.stop()

    def _show_outline(self, findings: Sequence[Finding]) -> None:
        found, here = by_row(findings), self.rows.current()
        parts = [data_section(findings), *sections_of(self._lines, self._clauses.third, found)]
        self.outline.show_sections(parts, here.id if here else None)
        self.rows.show_findings(found)

    def _look_through(self) -> None:
        """Find at once what stands before the originals, as far as it needs no press."""
        if (view := self._view) is not None:
            paper = self.side.preview.paper_of(view.id)
            self._show_findings(without_press(self._context.office, view.id, paper))

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what stands before the originals, wherever it is told."""
        view = self._view
        now = list(findings) if view is not None and view.open else []
        if view is None or (view, now) == (self._checked, self._findings):
            return
        self._checked, self._findings = view, now
        self._papers.show(view, sum(each.blocking for each in now), self.side.preview.paper_of)
        self.side.show_findings(now, is_open=view.open)
        show_head(self._header, view, now)
        self._show_outline(now)

    def _write(self, clause: UUID, column: Column, text: str, seen: int) -> bool:
        try:
            write_clause(self._context.office, clause, column, text, seen=seen)
        except OfficeError as refusal:
            show_refused(self._header, refusal, text, self.rows.retry, self._give_up)
            return False
        return True

    def _give_up(self) -> None:
        self.rows.give_up()
        if self._view is not None:
            self._reload(self._view.id)

    def _show_facts(self) -> None:
        self.side.show_tab(FACTS)
        self.moved_to.emit(FACTS)

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if self._view is None or not self.isVisible() or not tables & TABLES:
            return
        try:
            if tables <= TEXT:
                self.side.preview.refresh()
                self._show_text(self._view)
                self.commands_changed.emit()
            else:
                self._reload(self._view.id)
        except NotFound:
            self._view = None
            self._watch.stop()
            self._context.navigate(Address("agreements"))

    @Slot(object, object)
    def _on_found(self, agreement: UUID, findings: list[Finding]) -> None:
        if self._view is not None and agreement == self._view.id:
            self._show_findings(findings)
            self.commands_changed.emit()

    @Slot(object)
    def _on_picked(self, line: ClauseLine | None) -> None:
        self.outline.show_current(line.id if line else None)
        self.side.preview.show_clause(self._lines.index(line) if line in self._lines else -1)
        self.commands_changed.emit()

    @Slot(str)
    def _on_column(self, column: str) -> None:
        """Bring a language into sight: the third beside Indonesian, English beside it again."""
        self.show_columns({"third": THIRD, "en": BOTH}.get(column, BOTH))

    @Slot(object)
    def _on_section(self, clause: UUID | None) -> None:
        if clause is None:
            self._show_facts()
        else:
            self.rows.go_to(clause, write=False)

    @Slot(int)
    def _on_paper_clicked(self, place: int) -> None:
        if place < len(self._lines):
            self.rows.go_to(self._lines[place].id)

    @Slot(object)
    def _on_mend(self, group: FoundGroup) -> None:
        if self._view is not None:
            self._mending.mend(self._view, group, [line.id for line in self._lines])

    @Slot(str)
    def _on_fact(self, what: str) -> None:
        """Open what a card of facts asks for: ``facts``, ``party:2``, ``prints`` and so on."""
        name, _, seq = what.partition(":")
        if seq:
            self._facts.enter_party(int(seq))
        else:
            self.answers()[f"agreement.{name}"]()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.fit(self.width())
