"""The list of visits by month, with the selected one beside it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.stages import VisitStage
from kunjungan.i18n import tr
from kunjungan.services.reception.exporting import visits_file_name, write_visits
from kunjungan.services.visit_lists import VisitLine, list_visits
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import month_words
from kunjungan.ui.files import export_sheet
from kunjungan.ui.screens.visits.filters import VisitFilters
from kunjungan.ui.screens.visits.preview import VisitPreview
from kunjungan.ui.screens.visits.words import (
    bodies_words,
    day_words,
    stage_chip,
    visits_words,
)
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import SidePanes
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group

MENU = (
    "visit.edit", "visit.set_stage", "visit.duplicate", None, "visit.copy_text",
    "visit.copy_text_en", "visit.tell", None, "visit.remove",
)  # fmt: skip


class VisitList(QWidget):
    """All visits, narrowed by words and filters.

    Signals:
        opened: A visit was asked for; carries its line.
        picked: Another visit is current; carries its line or None.
    """

    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: Sequence[VisitLine] = ()
        self._shown: Sequence[VisitLine] = ()
        export = CommandButton(context.commands["visit.export"], text=tr("Export Excel"))
        self.filters = VisitFilters(context.office, export, self)
        self.table = DataTable[VisitLine](
            _columns(context.office.today), key=lambda line: line.id, two_lines=True, parent=self
        )
        self.preview = VisitPreview(context, self)
        self._panes = SidePanes(self.table, self.preview, parent=self)
        self._build(context)

    def reload(self) -> None:
        """Read all visits again; selection and place stay."""
        office = self._context.office
        self._lines = in_reading_order(list_visits(office), office.today())
        self.filters.show_lines(self._lines)
        self._show()
        self.preview.reload()

    @property
    def lines(self) -> Sequence[VisitLine]:
        """Every visit, whether shown or not."""
        return self._lines

    def current(self) -> VisitLine | None:
        """Return the visit the keyboard is on, if any."""
        return self.table.current()

    def export(self) -> None:
        """Write the visits that are shown into a file."""
        lines, narrowed, office = tuple(self._shown), self.filters.words(), self._context.office
        export_sheet(
            self._context,
            tr("Export the list"),
            visits_file_name,
            lambda path, language: write_visits(office, lines, path, language, narrowed),
            self,
        )

    def remember(self) -> dict[str, object]:
        """Return filters, selection and scroll."""
        return {
            **self.filters.remember(),
            "table": self.table.remember(),
            "preview": self.preview.isVisibleTo(self),
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        self.filters.recall(state)
        self._panes.show_side(shown=bool(state.get("preview", True)))
        self._show()
        if isinstance(place := state.get("table"), Mapping):
            self.table.recall(place)

    def _build(self, context: ScreenContext) -> None:
        self.table.show_empty("people_community", tr("Nothing matches"), tr("Change the filter."))
        self.table.set_menu(MENU, context.commands)
        self.table.view.addAction(context.commands["visit.duplicate"])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.filters)
        layout.addWidget(self._panes, 1)
        self.setFocusProxy(self.table)
        self.filters.changed.connect(self._show)
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._on_picked)
        self.table.toggled.connect(self._on_toggled)
        self.preview.wanted.connect(self._open_current)

    @Slot()
    def _show(self) -> None:
        rows = self._shown = self.filters.narrowed(self._lines)
        counts = Counter(_month(line) for line in rows)
        self.table.show_rows(rows, partial(_group, counts))
        self.table.set_footer(
            tr("{visits} shown", visits=visits_words(len(rows))),
            [("Enter", tr("open")), (tr("Space"), tr("preview")), ("D", tr("duplicate"))],
        )
        self.table.settle()

    @Slot(object)
    def _on_picked(self, line: VisitLine | None) -> None:
        self.preview.show_visit(None if line is None else line.id)
        self.picked.emit(line)

    @Slot(object)
    def _on_toggled(self, _line: VisitLine) -> None:
        self._panes.show_side(shown=not self.preview.isVisibleTo(self))

    @Slot()
    def _open_current(self) -> None:
        if (line := self.table.current()) is not None:
            self.opened.emit(line)


def in_reading_order(lines: Sequence[VisitLine], today: date) -> list[VisitLine]:
    """Return this month and what comes day by day, then what is over, the latest first."""
    this_month = (today.year, today.month)

    def place(line: VisitLine) -> tuple[int, int]:
        first = line.on.first
        if (first.year, first.month) >= this_month:
            return 0, first.toordinal()
        return 1, -first.toordinal()

    return sorted(lines, key=place)


def _month(line: VisitLine) -> str:
    return str(line.on.year) if line.on.month is None else month_words(line.on.first)


def _group(counts: Counter[str], line: VisitLine) -> Group:
    month = _month(line)
    return Group(month, visits_words(counts[month]))


def _columns(today: Callable[[], date]) -> list[Column[VisitLine]]:
    return [
        Column(tr("Date"), lambda line: Cell(day_words(line.on), quiet=True), width=104),
        Column(tr("Visit"), _title),
        Column(
            tr("Liaison"), lambda line: Cell(line.liaison or "—", quiet=True), width=130,
            hide_below=900,
        ),
        Column(
            tr("Guests"), lambda line: _number(line.guests), width=68, align=Align.RIGHT,
            hide_below=700,
        ),
        Column(
            tr("Agreements"), lambda line: _number(line.agreements), width=96, align=Align.RIGHT,
            hide_below=760,
        ),
        Column(tr("Stage"), lambda line: Cell("", chip=_stage(line, today())), width=132),
        Column(tr("Readiness"), _readiness, width=126, hide_below=480),
    ]  # fmt: skip


def _stage(line: VisitLine, today: date) -> ChipText:
    """Return the stage; a visit that took place but was not reported says so."""
    past = (line.until or line.on).last < today
    if line.stage is VisitStage.RUNNING and past and not line.reported:
        return ChipText(tr("Report missing"), Tone.WARN)
    return stage_chip(line.stage)


def _title(line: VisitLine) -> Cell:
    return Cell(line.title, bodies_words(line), bold=True, tip=line.title)


def _number(count: int) -> Cell:
    return Cell(str(count) if count else "—", quiet=not count)


def _readiness(line: VisitLine) -> Cell:
    if not line.steps:
        return Cell("—", quiet=True, tip=tr("No steps yet"))
    return Cell(f"{line.steps_done}/{line.steps}", bar=(line.steps_done, line.steps), quiet=True)
