"""The list of visits by month, with the selected one beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.names import search_key
from kunjungan.domain.stages import OVER
from kunjungan.i18n import tr
from kunjungan.services.finding import visits_naming
from kunjungan.services.visit_lists import VisitLine, list_visits
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import month_words
from kunjungan.ui.screens.visits.preview import VisitPreview
from kunjungan.ui.screens.visits.tab import start_at
from kunjungan.ui.screens.visits.words import (
    bodies_words,
    day_words,
    stage_chip,
    visits_words,
)
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import SidePanes, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented

MENU = ("visit.edit", "visit.set_stage", None, "visit.remove")


class VisitList(QWidget):
    """All visits, narrowed by words and by what is active.

    Signals:
        opened: A visit was asked for; carries its line.
        picked: Another visit is current; carries its line or None.
    """

    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = context.office
        self._lines: Sequence[VisitLine] = ()
        self.search = SearchField(tr("Institution, theme or person"), self)
        self.segments = Segmented(_options(()), self)
        self.table = DataTable[VisitLine](
            _columns(), key=lambda line: line.id, two_lines=True, parent=self
        )
        self.preview = VisitPreview(context, self)
        self._panes = SidePanes(self.table, self.preview, parent=self)
        self._build(context)

    def reload(self) -> None:
        """Read all visits again; selection and place stay."""
        self._lines = in_reading_order(list_visits(self._office), self._office.today())
        self.segments.show_options(_options(self._lines))
        self._show()
        self.preview.reload()

    @property
    def lines(self) -> Sequence[VisitLine]:
        """Every visit, whether shown or not."""
        return self._lines

    def current(self) -> VisitLine | None:
        """Return the visit the keyboard is on, if any."""
        return self.table.current()

    def remember(self) -> dict[str, object]:
        """Return filter, selection and scroll."""
        return {
            "table": self.table.remember(),
            "segment": self.segments.value(),
            "search": self.search.text(),
            "preview": self.preview.isVisibleTo(self),
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        self.segments.set_value(str(state.get("segment", "")))
        self.search.setText(str(state.get("search", "")))
        self._panes.show_side(shown=bool(state.get("preview", True)))
        self._show()
        if isinstance(place := state.get("table"), Mapping):
            self.table.recall(place)

    def _build(self, context: ScreenContext) -> None:
        self.table.show_empty("people_community", tr("Nothing matches"), tr("Change the filter."))
        self.table.set_menu(MENU, context.commands)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row(self.search, self.segments, None))
        layout.addWidget(self._panes, 1)
        self.setFocusProxy(self.table)
        self.search.searched.connect(self._show)
        self.segments.chosen.connect(self._show)
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._on_picked)
        self.table.toggled.connect(self._on_toggled)
        self.preview.wanted.connect(self._open_current)

    @Slot()
    def _show(self) -> None:
        rows = [line for line in self._lines if _in_segment(line, self.segments.value())]
        if words := self.search.text().strip():
            rows = _matching(rows, words, visits_naming(self._office, words))
        counts = Counter(_month(line) for line in rows)
        self.table.show_rows(rows, partial(_group, counts))
        self.table.set_footer(
            tr("{visits} shown", visits=visits_words(len(rows))),
            [("Enter", tr("open")), (tr("Space"), tr("preview"))],
        )
        if self.table.current() is None and rows:
            start_at(self.table, rows[0].id)

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


def _in_segment(line: VisitLine, segment: str) -> bool:
    match segment:
        case "active":
            return line.stage not in OVER
        case "outgoing":
            return line.direction == "outgoing"
        case "over":
            return line.stage in OVER
    return True


def _matching(rows: list[VisitLine], words: str, named: frozenset[UUID]) -> list[VisitLine]:
    wanted = search_key(words).split()
    return [line for line in rows if line.id in named or _holds(line, wanted)]


def _holds(line: VisitLine, wanted: list[str]) -> bool:
    bodies = (side for body in line.bodies for side in (body.id, body.en))
    key = search_key(" ".join((line.title, line.place, *bodies)))
    return all(word in key for word in wanted)


def _options(lines: Sequence[VisitLine]) -> list[Option]:
    def count(segment: str) -> int:
        return sum(_in_segment(line, segment) for line in lines)

    return [
        Option("all", tr("All"), len(lines)),
        Option("active", tr("Active"), count("active")),
        Option("outgoing", tr("Outgoing"), count("outgoing")),
        Option("over", tr("Filed"), count("over")),
    ]


def _columns() -> list[Column[VisitLine]]:
    return [
        Column(tr("Date"), lambda line: Cell(day_words(line.on), quiet=True), width=104),
        Column(tr("Visit"), _title),
        Column(
            tr("Guests"), lambda line: _number(line.guests), width=68, align=Align.RIGHT,
            hide_below=700,
        ),
        Column(
            tr("Agreements"), lambda line: _number(line.agreements), width=96, align=Align.RIGHT,
            hide_below=760,
        ),
        Column(tr("Stage"), lambda line: Cell("", chip=stage_chip(line.stage)), width=132),
        Column(tr("Readiness"), _readiness, width=118, hide_below=480),
    ]  # fmt: skip


def _title(line: VisitLine) -> Cell:
    return Cell(line.title, bodies_words(line), bold=True, tip=line.title)


def _number(count: int) -> Cell:
    return Cell(str(count) if count else "—", quiet=not count)


def _readiness(line: VisitLine) -> Cell:
    if not line.steps:
        return Cell("—", quiet=True, tip=tr("No steps yet"))
    return Cell(f"{line.steps_done}/{line.steps}", bar=(line.steps_done, line.steps), quiet=True)
