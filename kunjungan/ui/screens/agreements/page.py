"""One agreement: its text and its process, as two views under one head."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from kunjungan.domain.errors import NotFound, OfficeError
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView, agreement_view
from kunjungan.services.agreements import agreement_form
from kunjungan.services.clauses import Column, write_clause
from kunjungan.services.preflight import Finding
from kunjungan.services.print_log import list_prints
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.screens.agreements.findings.finding_words import FoundGroup
from kunjungan.ui.screens.agreements.page_banner import show_lock, show_refused
from kunjungan.ui.screens.agreements.page_commands import PageCommands
from kunjungan.ui.screens.agreements.page_head import above, show_head
from kunjungan.ui.screens.agreements.process.view import ProcessView
from kunjungan.ui.screens.agreements.rows.field_source import FieldSource
from kunjungan.ui.screens.agreements.text.mending import PROCESS, Mending
from kunjungan.ui.screens.agreements.text.text_view import TextView
from kunjungan.ui.widgets.layouts import column
from kunjungan.ui.widgets.page_header import PageHeader
from kunjungan.ui.widgets.segmented import Option, Segmented

ROW = "row:"
"""A tab that leads to the row of the text whose id follows."""
TEXT = frozenset({"clause"})
TABLES = TEXT | {
    "agreement", "agreement_visit", "party", "original", "witness", "signature", "print_run",
    "register_entry", "institution", "person", "position", "tenure", "setting", "visit", "draft",
    "clearance", "term",
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
        self._findings: Sequence[Finding] | None = None
        self._writing: UUID | None = None
        self.text = TextView(context, self._write, self)
        self.rows, self.side, self.bar = self.text.rows, self.text.side, self.text.bar
        self.outline, self.editor, self.panes = (
            self.text.outline,
            self.text.editor,
            self.text.panes,
        )
        self.does = PageCommands(context, self.text, self.show_blockers, self)
        self._mending = Mending(context, self.rows, self.does.facts, self.show_place)
        options = [Option("", tr("Agreement")), Option(PROCESS, tr("Process"))]
        self._switch = Segmented(options, header)
        self._switch.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.text)
        self.setLayout(column(self._stack))
        self._connect()

    @cached_property
    def process(self) -> ProcessView:
        """The view of cards, built when it is first seen."""
        made = ProcessView(self._context, self.flush, self)
        made.commands_changed.connect(self.commands_changed)
        self._stack.addWidget(made)
        return made

    def open(self, agreement_id: UUID, tab: str) -> None:
        """Show an agreement and one of its tabs, or a row of its text; NotFound when it is gone."""
        self._reload(agreement_id)
        view = self.process if tab == PROCESS else self.text
        self._switch.set_value(PROCESS if tab == PROCESS else "")
        if view is self.text:
            self.text.start(tab)
            row = next((x.id for x in self.text.lines if tab == f"{ROW}{x.id}"), None)
            if row is not None:
                self.rows.go_to(row, write=False)
        elif self._view is not None:
            self.process.show(self._view)
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)

    def answers(self) -> dict[str, Callable[[], object]]:
        """Return what can be done now, by the commands' names."""
        view = self._view
        if view is None:
            return {}
        found = {
            **self.does.answers(),
            "agreement.view": self.turn,
            "page.refresh": lambda: self._reload(view.id),
        }
        return found | (self.process.answers() if self._in_process else self.text.answers())

    def flush(self) -> bool:
        """Keep what is being typed, and know what it means; False when it was refused."""
        return self.text.flush()

    def turn(self) -> None:
        """Go from the text to the process, or back."""
        self.show_place("" if self._in_process else PROCESS)

    def show_place(self, tab: str) -> None:
        """Go to the text with one of the tabs beside it, or to the process."""
        if tab == PROCESS or self._in_process:
            if self._view is not None:
                self._context.navigate(Address("agreements", self._view.id, tab))
        elif tab:
            self.text.show_tab(tab)

    def show_blockers(self) -> None:
        """Show what stands before the originals, the keyboard on the first remedy."""
        if self._in_process:
            self.show_place("")
        self.text.show_blockers()

    def remember(self) -> dict[str, object]:
        """Return where one is in the text and how it is shown."""
        return self.text.remember()

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        self.text.recall(state)

    @property
    def _in_process(self) -> bool:
        return self._stack.currentWidget() is not self.text

    def _connect(self) -> None:
        self._context.news.changed.connect(self._on_changed)
        self._switch.chosen.connect(self.show_place)
        self.text.commands_changed.connect(self.commands_changed)
        self.does.words.changed.connect(self.commands_changed)
        self.does.drafts.row_wanted.connect(self._on_row)
        self.text.moved_to.connect(self.moved_to)
        self.text.found.connect(self._on_found)
        self.rows.source_wanted.connect(self._on_source)
        self.side.ready.wanted.connect(self._on_mend)
        self.side.facts.wanted.connect(self._on_fact)
        self.side.facts.needed.connect(self._show_facts)

    def _reload(self, agreement_id: UUID) -> None:
        office = self._context.office
        view = self._view = agreement_view(office, agreement_id)
        self.does.show(view)
        self.text.show_agreement(view)
        if self.side.facts.isVisible():
            self._show_facts()
        self._on_found(self._findings)
        show_lock(self._header, view, self.does.ways_out())
        self.commands_changed.emit()

    @Slot()
    def _show_facts(self) -> None:
        if (view := self._view) is not None:
            office = self._context.office
            form, prints = agreement_form(office, view.id), list_prints(office, view.id)
            self.side.facts.show_facts(view, form, prints, office.now().tzinfo)

    def _write(self, clause: UUID, column: Column, text: str, seen: int) -> bool:
        self._writing = clause
        try:
            write_clause(self._context.office, clause, column, text, seen=seen)
        except OfficeError as refusal:
            show_refused(self._header, refusal, text, self.rows.retry, self._give_up)
            return False
        finally:
            self._writing = None
        return True

    def _give_up(self) -> None:
        self.rows.give_up()
        if self._view is not None:
            self._reload(self._view.id)

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if self._view is None or not self.isVisible() or not tables & TABLES:
            return
        try:
            if tables <= TEXT:
                self.text.show_text(self._writing)
                self.side.preview.refresh()
                self.commands_changed.emit()
            else:
                self._reload(self._view.id)
        except NotFound:
            self._view = None
            self.text.leave()
            self._context.navigate(Address("agreements"))

    @Slot(object)
    def _on_found(self, findings: Sequence[Finding] | None) -> None:
        self._findings = findings
        if (view := self._view) is not None:
            self.does.show_findings(view, findings)
            show_head(self._header, view, findings)

    @Slot(object)
    def _on_mend(self, group: FoundGroup) -> None:
        if self._view is not None:
            self._mending.mend(self._view, group, self.text.lines)
        if group.first.about == "process":
            self.process.open_stage(group.first.field)

    @Slot(object)
    def _on_row(self, clause: UUID) -> None:
        """Show a row of the text, from wherever one is."""
        if self._in_process:
            self.show_place("")
        self.rows.go_to(clause)

    @Slot(object)
    def _on_source(self, source: FieldSource) -> None:
        if self._view is not None:
            self._mending.go_to_source(self._view, source, self.text.lines)

    @Slot(str)
    def _on_fact(self, what: str) -> None:
        """Open what a card of facts asks for: ``facts``, ``party:2``, ``prints`` and so on."""
        name, _, seq = what.partition(":")
        if seq:
            self.does.facts.enter_party(int(seq))
        else:
            self.answers()[f"agreement.{name}"]()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc: the process for the text, the text for where it stands."""
        if event.key() != Qt.Key.Key_Escape or self._view is None:
            super().keyPressEvent(event)
        elif self._in_process:
            self.show_place("")
        else:
            self._context.navigate(above(self._view))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._header.show_switch(self._switch)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._header.show_switch(None)
