"""The text of an agreement between its structure and its paper; each follows the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.cross_references import PREFIX
from kunjungan.services.agreement_values import figure_values
from kunjungan.services.agreement_view import AgreementView, field_values, third_values_of
from kunjungan.services.clauses import ClauseLine, line_again, list_clauses
from kunjungan.services.preflight import Finding, without_press
from kunjungan.services.writing.cross_references import row_references
from kunjungan.services.writing.terms import terms_of
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.findings.finding_words import by_row
from kunjungan.ui.screens.agreements.findings.findings_watch import FindingsWatch
from kunjungan.ui.screens.agreements.rows.clause_rows import Write
from kunjungan.ui.screens.agreements.rows.row_cells import SideValues
from kunjungan.ui.screens.agreements.rows.third import Third, third_of
from kunjungan.ui.screens.agreements.text.clause_bar import BOTH, THIRD, ClauseBar
from kunjungan.ui.screens.agreements.text.clause_commands import ClauseCommands
from kunjungan.ui.screens.agreements.text.clause_steps import ClauseSteps
from kunjungan.ui.screens.agreements.text.editor import Editor
from kunjungan.ui.screens.agreements.text.outline import Outline
from kunjungan.ui.screens.agreements.text.panes import Panes
from kunjungan.ui.screens.agreements.text.sections import (
    data_section,
    sections_of,
    to_do,
    translated,
)
from kunjungan.ui.screens.agreements.text.side_pane import FACTS, KEYS, PREVIEW, READY, SidePane
from kunjungan.ui.screens.agreements.writing.insert_commands import InsertCommands
from kunjungan.ui.screens.agreements.writing.recovery import Recovery
from kunjungan.ui.screens.agreements.writing.spelling import Spelling
from kunjungan.ui.widgets.layouts import column


class TextView(QWidget):
    """Shows one agreement's text, and what stands before its originals wherever that is told.

    Signals:
        commands_changed: Other commands are open now.
        moved_to: Another tab of the side is shown; carries its key.
        found: Other things stand before the originals; carries the findings.
    """

    commands_changed = Signal()
    moved_to = Signal(str)
    found = Signal(object)

    def __init__(self, context: ScreenContext, write: Write, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._view: AgreementView | None = None
        self._findings: list[Finding] | None = None
        self._checked: AgreementView | None = None
        self._values: dict[str, Bilingual] = {}
        self._third_values: dict[str, str] = {}
        self.lines: list[ClauseLine] = []
        self.third: Third | None = None
        self.editor = Editor(write, context.commands, self)
        self.rows = self.editor.rows
        self.outline = Outline(self)
        self.side = SidePane(context, self)
        self.bar = ClauseBar(context.commands, self.rows, self)
        self.panes = Panes(self.outline, self.editor, self.side, self)
        self.watch = FindingsWatch(context, self.side.preview.paper_of, self)
        self.steps = ClauseSteps(context, self.rows, self.flush)
        self.clauses = ClauseCommands(context, self.rows, self.flush, self)
        self.inserts = InsertCommands(context, self.rows, self.flush, self)
        self.recovery = Recovery(context, self.rows, self)
        self.spelling = Spelling(context, self.rows, self)
        self._build()
        self._connect()

    def show_agreement(self, view: AgreementView) -> None:
        """Show an agreement as it is now; who is writing in it stays where they are."""
        fresh = self._view is None or self._view.id != view.id
        if fresh:
            self.rows.forget()
            self._findings, self._checked = None, None
        self._view, office = view, self._context.office
        self._values = field_values(office, view.id)
        self._third_values = third_values_of(office, view.id)
        self.show_text()
        if fresh or not view.open:
            self._show_findings(None if view.open else [])
        self.bar.set_open(is_open=view.open)
        self.side.preview.show_agreement(view.id, is_open=view.open)

    def show_text(self, only: UUID | None = None) -> None:
        """Show the text as it is now, of which ``only`` one row changed where that is known."""
        view, office = self._view, self._context.office
        if view is None:
            return
        if only is None:
            self.lines = list_clauses(office, view.id)
        else:
            self.lines = [line_again(office, x) if x.id == only else x for x in self.lines]
        self.third = third_of(view.third, self.lines)
        values = self._values | figure_values(_texts(self.lines))
        self.clauses.show(view.id, self.lines, values, self.third)
        self.inserts.show(view, self.lines)
        self.bar.show_third(self.third)
        self.editor.show_third(self.third, self.bar.sides.value())
        self._show_rows(view, values)
        self.editor.show_empty(empty=view.open and not self.lines)
        self.recovery.show(view, self.lines)
        self._mark_paper(self.rows.current())
        self._tell_findings()
        if view.open:
            self.watch.check(view.id, at_once=self._findings is None)
        else:
            self.watch.stop()

    def _show_rows(self, view: AgreementView, values: Mapping[str, Bilingual]) -> None:
        office = self._context.office
        sides: SideValues = {
            "id": {name: value.id for name, value in values.items()},
            "en": {name: value.en for name, value in values.items()},
            "third": self._third_values,
        }
        linked = any(PREFIX in text for text in _texts(self.lines))
        self.rows.show_terms(terms_of(office).found)
        self.rows.show_references(row_references(office, view.id) if linked else {})
        self.rows.show_lines(self.lines, sides, is_open=view.open)

    def leave(self) -> None:
        """Look after no agreement any more."""
        self._view = None
        self.watch.stop()

    def start(self, tab: str) -> None:
        """Show a tab of the side, the keyboard on the first row unless it is on one already."""
        self.side.show_tab(tab if tab in KEYS else PREVIEW)
        if self.rows.current() is None and self.lines:
            self.rows.go_to(self.lines[0].id, write=False)

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        view = self._view
        if view is None:
            return {}
        found: dict[str, Callable[[], None]] = {
            **self.steps.answers(),
            "agreement.next_pane": partial(self.panes.step, 1),
            "agreement.previous_pane": partial(self.panes.step, -1),
            "tab.next": partial(self.side.step, 1),
            "tab.previous": partial(self.side.step, -1),
        }
        if view.open:
            found |= self.clauses.answers() | self.inserts.answers()
        return found | self.spelling.answers()

    def flush(self) -> bool:
        """Keep what is being typed, and know what it means; False when it was refused."""
        kept = self.rows.flush()
        if self.watch.waiting:
            self._look_through()
        return kept

    def show_blockers(self) -> None:
        """Show what stands before the originals, the keyboard on the first remedy."""
        self.flush()
        self.show_tab(READY)
        if (first := self.side.ready.first_button()) is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_facts(self) -> None:
        """Show parties and data beside the text."""
        self.show_tab(FACTS)

    def show_tab(self, key: str) -> None:
        """Show a tab of the side, and tell the window."""
        self.side.show_tab(key)
        self.panes.open_side()
        self.moved_to.emit(key)

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

    def go_to_row(self, place: int) -> None:
        """Bring the keyboard into the row at a place of the text."""
        if place < len(self.lines):
            self.rows.go_to(self.lines[place].id)

    def _build(self) -> None:
        layout = column(self.bar, self.recovery.bar, self.panes.split, spacing=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.rows)

    def _connect(self) -> None:
        self.watch.found.connect(self._on_found)
        self.side.preview.follow(self.rows.unsaved)
        self.rows.typing.connect(self.side.preview.type_on)
        self.rows.typing.connect(self.watch.hold)
        self.rows.join_wanted.connect(self.clauses.join)
        self.rows.picked.connect(self._on_picked)
        self.rows.column_wanted.connect(self._on_column)
        self.rows.reviewed.connect(self.clauses.confirm)
        self.outline.chosen.connect(self._on_section)
        self.bar.outline_wanted.connect(self.panes.turn_outline)
        self.bar.side_wanted.connect(self.panes.turn_side)
        self.bar.sides.chosen.connect(self.editor.show_columns)
        self.side.moved_to.connect(self.moved_to)
        self.side.preview.clause_clicked.connect(self.go_to_row)

    def _look_through(self) -> None:
        """Find at once what stands before the originals, as far as it needs no press."""
        if (view := self._view) is not None:
            paper = self.side.preview.paper_of(view.id)
            self._show_findings(without_press(self._context.office, view.id, paper))

    def _show_findings(self, findings: list[Finding] | None) -> None:
        """Show what stands before the originals, wherever it is told; None is not known yet."""
        view = self._view
        now = findings if view is not None and view.open else []
        if view is None or (view, now) == (self._checked, self._findings):
            return
        self._checked, self._findings = view, now
        self.side.show_findings(now, is_open=view.open)
        self._tell_findings()
        self.found.emit(now)

    def _tell_findings(self) -> None:
        """Say in structure, rows and bar what is lacking where."""
        findings, here = self._findings or [], self.rows.current()
        found = by_row(findings)
        parts = [data_section(findings), *sections_of(self.lines, self.third, found)]
        self.outline.show_sections(parts, here.id if here else None)
        self.rows.show_findings(found)
        self.steps.show(self.lines, self.third, found)
        self.bar.show_progress(*translated(self.lines, self.third))
        self.bar.show_next(to_do(self.lines, self.third, found))

    def _mark_paper(self, line: ClauseLine | None) -> None:
        self.side.preview.show_clause(self.lines.index(line) if line in self.lines else -1)

    @Slot(object, object)
    def _on_found(self, agreement: UUID, findings: list[Finding]) -> None:
        if self._view is not None and agreement == self._view.id:
            self._show_findings(findings)
            self.commands_changed.emit()

    @Slot(object)
    def _on_picked(self, line: ClauseLine | None) -> None:
        self.outline.show_current(line.id if line else None)
        self._mark_paper(line)
        self.commands_changed.emit()

    @Slot(str)
    def _on_column(self, column: str) -> None:
        """Bring a language into sight: the third beside Indonesian, English beside it again."""
        self.show_columns({"third": THIRD, "en": BOTH}.get(column, BOTH))

    @Slot(object)
    def _on_section(self, clause: UUID | None) -> None:
        if clause is None:
            self.show_facts()
        else:
            self.rows.go_to(clause, write=False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.fit(self.width())


def _texts(lines: Sequence[ClauseLine]) -> Iterator[str]:
    for line in lines:
        yield from (line.text.id, line.text.en, line.third)
