"""One agreement: structure, text in two languages, and its paper beside it."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.bilingual import Language
from kunjungan.domain.errors import NotFound, OfficeError
from kunjungan.services.agreement_view import AgreementView, agreement_view, field_values
from kunjungan.services.agreements import agreement_form
from kunjungan.services.clauses import ClauseLine, list_clauses, write_clause
from kunjungan.services.printing import list_prints
from kunjungan.services.readiness import Finding, readiness
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.screens.agreements.clause_bar import ClauseBar
from kunjungan.ui.screens.agreements.clause_commands import ClauseCommands
from kunjungan.ui.screens.agreements.editor import Editor
from kunjungan.ui.screens.agreements.outline import WIDTH, Outline
from kunjungan.ui.screens.agreements.page_banner import show_lock, show_refused
from kunjungan.ui.screens.agreements.page_head import show_head
from kunjungan.ui.screens.agreements.paper_commands import PaperCommands
from kunjungan.ui.screens.agreements.row_cells import SideValues
from kunjungan.ui.screens.agreements.sections import sections_of, translated
from kunjungan.ui.screens.agreements.side_pane import FACTS, PREVIEW, READY, SidePane
from kunjungan.ui.widgets.page_header import PageHeader

TEXT = frozenset({"clause"})
TABLES = TEXT | {
    "agreement", "agreement_visit", "party", "original", "signature", "print_run",
    "register_entry", "institution", "person", "position", "tenure", "setting", "visit",
}  # fmt: skip
_TOGETHER_FROM = 1400
_OUTLINE_FROM = 1150
_SIDE, _WIDE_SIDE = 342, 500
_LETTERS, _WIDE_LETTERS = 13, 14
_CHECK_MS = 200


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
        self._values: SideValues = {"id": {}, "en": {}}
        self._outline_wanted: bool | None = None
        self._wide = False
        self._checked: tuple[AgreementView, list[Finding]] | None = None
        self._checking = QTimer(self, singleShot=True, interval=_CHECK_MS)
        self._checking.timeout.connect(self._check)
        self.editor = Editor(self._write, self)
        self.rows = self.editor.rows
        self.outline = Outline(self)
        self.side = SidePane(context, self)
        self.bar = ClauseBar(context.commands, self.rows, self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._clauses = ClauseCommands(context, self.rows, self)
        self._papers = PaperCommands(context, self.flush, self.show_blockers, self)
        self._build()
        self._connect()

    def open(self, agreement_id: UUID, tab: str) -> None:
        """Show an agreement and one of its tabs; NotFound when it is gone."""
        if self._view is None or self._view.id != agreement_id:
            self.rows.forget()
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
            **self._clauses.answers(is_open=view.open),
            "agreement.next_pane": lambda: self._go_pane(1),
            "agreement.previous_pane": lambda: self._go_pane(-1),
            "tab.next": lambda: self.side.step(1),
            "tab.previous": lambda: self.side.step(-1),
            "page.refresh": lambda: self._reload(view.id),
        }

    def flush(self) -> bool:
        """Keep what is being typed, and know what it means; False when it was refused."""
        kept = self.rows.flush()
        if self._checking.isActive():
            self._check()
        return kept

    def show_blockers(self) -> None:
        """Show what stands before the originals, the keyboard on the first remedy."""
        self.side.show_tab(READY)
        self.moved_to.emit(READY)
        if (first := self.side.ready.first_button()) is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remember(self) -> dict[str, object]:
        """Return where one is in the text and how it is shown."""
        here = self.rows.current()
        return {
            "clause": str(here.id) if here else "",
            "language": self.rows.side,
            "where": self.rows.where(),
            "zoom": self.rows.zoom,
            "columns": self.bar.sides.value(),
            "panes": self._split.sizes(),
            "outline": self._outline_wanted,
            "paper": self.side.preview.choice.value(),
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        columns, zoom, clause = state.get("columns"), state.get("zoom"), state.get("clause")
        if isinstance(columns, str):
            self.bar.sides.set_value(columns)
            self.editor.show_columns(columns)
        if isinstance(zoom, int):
            self.rows.set_zoom(zoom)
        if isinstance(outline := state.get("outline"), bool):
            self._outline_wanted = outline
            self._fit()
        if isinstance(panes := state.get("panes"), list):
            self._split.setSizes([panes[0] or WIDTH, *panes[1:]])
        if isinstance(paper := state.get("paper"), int):
            self.side.preview.choice.set_value(paper)
        if isinstance(clause, str) and clause:
            side: Language = "en" if state.get("language") == "en" else "id"
            self.rows.go_to(UUID(clause), side, write=False)
        if isinstance(where := state.get("where"), tuple):
            self.rows.go_back(where)

    def _build(self) -> None:
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for pane in (self.outline, self.editor, self.side):
            self._split.addWidget(pane)
        self._split.setSizes([WIDTH, 600, _SIDE])
        self._split.setStretchFactor(1, 1)
        self.outline.setMinimumWidth(140)
        self.side.setMinimumWidth(300)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._split, 1)
        self.setFocusProxy(self.rows)

    def _connect(self) -> None:
        self._context.news.changed.connect(self._on_changed)
        self.rows.picked.connect(self._on_picked)
        self.outline.chosen.connect(lambda clause: self.rows.go_to(clause, write=False))
        self.bar.outline_wanted.connect(self._on_outline)
        self.bar.sides.chosen.connect(self.editor.show_columns)
        self.side.moved_to.connect(self.moved_to)
        self.side.preview.clause_clicked.connect(self._on_paper_clicked)
        self.side.preview.made.connect(self._checking.start)
        self.side.ready.wanted.connect(self._on_mend)
        self.side.facts.wanted.connect(self._papers.open_fact)

    def _reload(self, agreement_id: UUID) -> None:
        office = self._context.office
        view = self._view = agreement_view(office, agreement_id)
        values = field_values(office, agreement_id)
        self._values = {
            "id": {name: value.id for name, value in values.items()},
            "en": {name: value.en for name, value in values.items()},
        }
        self._clauses.show(agreement_id, values)
        self._show_text(view)
        self._checked = None
        self._check()
        form, prints = agreement_form(office, agreement_id), list_prints(office, agreement_id)
        self.side.facts.show_facts(view, form, prints, office.now().tzinfo)
        self.bar.set_open(is_open=view.open)
        show_lock(self._header, view, self._papers.start_draft)
        self.side.preview.show_agreement(agreement_id, is_open=view.open)
        self.commands_changed.emit()

    def _show_text(self, view: AgreementView) -> None:
        office = self._context.office
        self._lines = list_clauses(office, view.id)
        self._clauses.show_lines(self._lines)
        self.rows.show_lines(self._lines, self._values, is_open=view.open)
        here = self.rows.current()
        self.outline.show_sections(sections_of(self._lines), here.id if here else None)
        self.bar.show_progress(*translated(self._lines))
        self.side.preview.show_clause(self._lines.index(here) if here in self._lines else -1)

    @Slot()
    def _check(self) -> None:
        """Find what stands before the originals; a moment after the last change will do."""
        self._checking.stop()
        view = self._view
        if view is None:
            return
        found = [*self.side.preview.findings(), *readiness(self._context.office, view.id)]
        findings = found if view.open else []
        if (view, findings) != self._checked:
            self._checked = (view, findings)
            self._papers.show(view, sum(finding.blocking for finding in findings))
            self.side.show_findings(findings, is_open=view.open)
            show_head(self._header, view, findings)

    def _write(self, clause: UUID, language: Language, text: str, seen: int) -> bool:
        try:
            write_clause(self._context.office, clause, language, text, seen=seen)
        except OfficeError as refusal:
            show_refused(self._header, refusal, text, self.rows.retry, self._give_up)
            return False
        return True

    def _give_up(self) -> None:
        self.rows.give_up()
        if self._view is not None:
            self._reload(self._view.id)

    def _go_pane(self, by: int) -> None:
        panes = [pane for pane in (self.outline, self.rows, self.side) if pane.isVisible()]
        focus = self.window().focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), 1)
        panes[(here + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        self._widen(wide=self.width() >= _TOGETHER_FROM)
        wanted = self._outline_wanted
        self.outline.setVisible(self.width() >= _OUTLINE_FROM if wanted is None else wanted)

    def _widen(self, *, wide: bool) -> None:
        """Take the larger type and the larger paper where there is room, and go back from them."""
        if wide == self._wide:
            return
        self._wide = wide
        self.side.show_together(together=wide)
        side = _WIDE_SIDE if wide else _SIDE
        self._split.setSizes([WIDTH, self.width() - WIDTH - side, side])
        self.rows.set_zoom(_WIDE_LETTERS if wide else _LETTERS)

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if self._view is None or not self.isVisible() or not tables & TABLES:
            return
        try:
            if tables <= TEXT:
                self.side.preview.refresh()
                self._show_text(self._view)
                self._checking.start()
            else:
                self._reload(self._view.id)
        except NotFound:
            self._view = None
            self._context.navigate(Address("agreements"))

    @Slot(object)
    def _on_picked(self, line: ClauseLine | None) -> None:
        self.outline.show_current(line.id if line else None)
        self.side.preview.show_clause(self._lines.index(line) if line in self._lines else -1)
        self.commands_changed.emit()

    @Slot(int)
    def _on_paper_clicked(self, place: int) -> None:
        if place < len(self._lines):
            self.rows.go_to(self._lines[place].id)

    @Slot(object)
    def _on_mend(self, finding: Finding) -> None:
        if finding.about == "text":
            self._clauses.next_problem()
        elif finding.about == "letters":
            if not self._clauses.find(self.side.preview.missing):
                self.side.show_tab(FACTS)
        else:
            self._papers.mend(finding)

    @Slot()
    def _on_outline(self) -> None:
        self._outline_wanted = not self.outline.isVisible()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
