"""The tab of what was done with a visit, by whom and when."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import later, tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_history import VisitEvent, visit_history
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import moment_words
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.visits.event_words import event_subjects, event_title, told_steps
from kunjungan.ui.screens.visits.tab import VisitTab
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import SidePanes, emptied
from kunjungan.ui.widgets.rows_model import Cell, Column

MOST_RECORDS = 20


class HistoryTab(VisitTab):
    """Every named change of a visit and of what is in it, with its fields beside it."""

    title = later("History")
    main = ("visit.next_stage",)

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self._state: Mapping[str, object] = {}
        zone = context.office.now().tzinfo
        self.table = DataTable[VisitEvent](
            [
                Column(
                    tr("When"),
                    lambda event: Cell(moment_words(event.at.astimezone(zone)), quiet=True),
                    152,
                ),
                Column(tr("What"), _what),
                Column(tr("By"), lambda event: Cell(event.who, quiet=True), 150, hide_below=520),
            ],
            key=lambda event: (event.at, event.label),
            two_lines=True,
            parent=self,
        )
        self.table.show_empty("history", tr("Nothing noted yet"))
        self._card = Card(tr("What changed"))
        self._told = QVBoxLayout()
        self._told.setContentsMargins(0, 0, 8, 0)
        self._card.body.addLayout(self._told)
        self.table.picked.connect(self._on_picked)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._panes = SidePanes(self.table, self._card)
        layout.addWidget(self._panes)
        self.refresh()

    @override
    def refresh(self) -> None:
        self.context.background.run(
            partial(visit_history, self.context.office, self.seen.id),
            done=self._on_read,
            refused=self._on_refused,
            owner=self,
        )

    @override
    def remember(self) -> dict[str, object]:
        return self.table.remember()

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self._state = state

    def _on_read(self, events: list[VisitEvent]) -> None:
        self.table.show_rows(events)
        many = tr("{count} changes", count=len(events))
        self.table.set_footer(tr("1 change") if len(events) == 1 else many)
        self.table.recall(self._state)
        self._state = {}
        self.table.settle()

    def _on_refused(self, refusal: OfficeError) -> None:
        self.table.show_empty("error_circle", tr("This did not work"), refusal_words(refusal))
        self.table.show_rows([])

    @Slot(object)
    def _on_picked(self, event: VisitEvent | None) -> None:
        self._panes.show_side(shown=event is not None)
        if event is not None:
            self._tell(event)

    def _tell(self, event: VisitEvent) -> None:
        emptied(self._told)
        for subject, told in told_steps(event)[:MOST_RECORDS]:
            if subject:
                name = set_role(QLabel(subject), TextRole.STRONG)
                name.setWordWrap(True)
                self._told.addWidget(name)
            facts = FactsList(110)
            facts.show_facts([Fact(field, words) for field, words in told])
            self._told.addWidget(facts)
        self._told.addStretch(1)


def _what(event: VisitEvent) -> Cell:
    return Cell(event_title(event), event_subjects(event), bold=True)
