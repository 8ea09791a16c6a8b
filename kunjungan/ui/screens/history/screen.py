"""What was done in the office, by whom and when; and the proof that the journal is whole."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from typing_extensions import override

from kunjungan.domain.date_words import clock
from kunjungan.domain.errors import OfficeError
from kunjungan.domain.names import search_key
from kunjungan.i18n import tr
from kunjungan.services.change_details import change_details
from kunjungan.services.history import ChangeLine, count_changes, recent_changes
from kunjungan.services.upkeep import MENDED, Problem, problems
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import long_day
from kunjungan.ui.messages import show_refusal
from kunjungan.ui.screens.history.details import MOST_SHOWN, ChangeDetails
from kunjungan.ui.screens.history.words import (
    KINDS,
    change_words,
    kind_of,
    local_day,
    next_undo,
    state_chip,
)
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.confirm import tell
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import SidePanes, column, framed, row
from kunjungan.ui.widgets.page import Page
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented

_MOST = 500
_TOLD = 12
_PANEL = 432


class HistoryScreen(Page):
    """The latest changes by day; the one picked is told in full at the right."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._context = context
        self._office = context.office
        self._lines: list[ChangeLine] = []
        self._next_undo = ""
        self._stale = True
        self.search = SearchField(tr("What was done, or by whom"), self)
        self.kinds = Segmented([], self)
        self.table = DataTable(self._columns(), key=lambda line: line.id)
        self.details = ChangeDetails(self)
        self._build()
        self._connect()
        self._reload()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "history.verify": self.verify,
            "page.filter": self._filter,
        }

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        if record is not None:
            self.table.select(record.hex)

    @override
    def remember(self) -> dict[str, object]:
        kind = self.kinds.value()
        return {"search": self.search.text(), "kind": kind, "table": self.table.remember()}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        if isinstance(kind := state.get("kind"), str):
            self.kinds.set_value(kind)
        if isinstance(text := state.get("search"), str):
            self.search.setText(text)
        self._show()
        if isinstance(kept := state.get("table"), dict):
            self.table.recall(kept)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._reload()

    def verify(self) -> None:
        """Check journal, records and archived files, and say what was found."""
        self.header.show_banner(Tone.INFO, tr("Checking the journal and every archived file…"))
        self._context.background.run(
            lambda: problems(self._office),
            done=self.show_faults,
            refused=self._on_refused,
            owner=self,
        )

    def _build(self) -> None:
        self.header.show_actions(
            "history.verify", ("edit.undo", tr("Undo")), ("edit.redo", tr("Redo"))
        )
        self.search.setFixedWidth(260)
        panes = SidePanes(self.table, self.details, side_width=_PANEL)
        content = column(row(self.search, self.kinds, None), panes, spacing=10)
        content.setStretch(1, 1)
        self.set_body(framed(content))

    def _connect(self) -> None:
        self.setFocusProxy(self.table)
        self.table.picked.connect(self._on_picked)
        self.search.searched.connect(self._show)
        self.kinds.chosen.connect(self._show)
        self._context.news.changed.connect(self._on_changed)

    def _columns(self) -> list[Column[ChangeLine]]:
        return [
            Column(tr("Time"), _time, width=64),
            Column(tr("Change"), self._change),
            Column(tr("Who"), lambda line: Cell(line.who, quiet=True), width=140, hide_below=560),
            Column(
                tr("Records"),
                lambda line: Cell(str(line.rows), quiet=True),
                width=84,
                align=Align.RIGHT,
                hide_below=460,
            ),
        ]

    def _change(self, line: ChangeLine) -> Cell:
        chip = state_chip(line, self._next_undo)
        stands = not line.undone and line.kind != "undo"
        return Cell(change_words(line), bold=stands, quiet=not stands, chip=chip)

    @Slot()
    def _reload(self) -> None:
        self._stale = False
        self._lines = recent_changes(self._office, most=_MOST)
        self._next_undo = next_undo(self._lines)
        self.header.show_title(
            tr("History"),
            subtitle=tr("Changes in the journal: {count}", count=count_changes(self._office)),
        )
        self._show()

    @Slot()
    def _show(self) -> None:
        words = search_key(self.search.text()).split()
        matching = [line for line in self._lines if _holds(line, words)]
        counts = dict.fromkeys(KINDS, 0) | {"all": len(matching)}
        for line in matching:
            if kind := kind_of(line):
                counts[kind] += 1
        self.kinds.show_options([Option(k, tr(word), counts[k]) for k, word in KINDS.items()])
        chosen = self.kinds.value()
        shown = [line for line in matching if chosen == "all" or kind_of(line) == chosen]
        self.table.show_empty("history", tr("Nothing to show"), tr("No change is like that."))
        self.table.set_footer(tr("Shown: {count}", count=len(shown)))
        self.table.show_rows(shown, group=_day)
        self.table.settle()

    @Slot(object)
    def _on_picked(self, line: ChangeLine | None) -> None:
        self.details.setVisible(line is not None)
        if line is not None:
            steps = change_details(self._office, line.id, most=MOST_SHOWN)
            self.details.show_change(line, steps, self._next_undo)

    @Slot(object)
    def _on_changed(self, _tables: frozenset[str]) -> None:
        if self.isVisible():
            self._reload()
        else:
            self._stale = True

    def _filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def show_faults(self, found: list[Problem]) -> None:
        """Say in a bar what a check found, also that it found nothing or mended all."""
        if all(problem.message == MENDED for problem in found):
            whole = tr("The journal is whole: nothing was altered and every record agrees with it.")
            text = " ".join([whole, *(tr(problem.message) for problem in found)])
            self.header.show_banner(Tone.OK, text, [(tr("Close"), self.header.hide_banner)])
            return
        text = tr("Faults found: {count}. Restore a sound backup.", count=len(found))
        told = [(tr("Show the faults"), lambda: self.tell_faults(found))]
        self.header.show_banner(Tone.BAD, text, told)

    def tell_faults(self, found: list[Problem]) -> None:
        """List the first faults."""
        lines = [tr(problem.message, **problem.values) for problem in found[:_TOLD]]
        if len(found) > _TOLD:
            lines.append(tr("and {count} more", count=len(found) - _TOLD))
        tell(self, tr("What the check found"), "\n".join(lines), Tone.BAD)

    def _on_refused(self, refusal: OfficeError) -> None:
        self.header.hide_banner()
        show_refusal(self, refusal)


def _time(line: ChangeLine) -> Cell:
    return Cell(clock(line.at.astimezone().time()), quiet=True)


def _day(line: ChangeLine) -> Group:
    return Group(long_day(local_day(line)))


def _holds(line: ChangeLine, words: list[str]) -> bool:
    key = search_key(f"{change_words(line)} {line.who} {line.reason}")
    return all(word in key for word in words)
