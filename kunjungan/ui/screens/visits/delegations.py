"""The tab of a visit's delegations: every guest in one table, under the delegation."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import later, tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.delegations import AttendeeLine, list_attendees
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import ATTENDANCES, word_choices
from kunjungan.ui.screens.visits.guest_card import GuestCard
from kunjungan.ui.screens.visits.guest_rows import (
    GuestRow,
    as_text,
    group_of,
    guest_columns,
    guest_rows,
    matching,
    totals,
)
from kunjungan.ui.screens.visits.guest_verbs import GuestVerbs
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.verbs import VisitVerbs
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import SidePanes, row
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented

MENU = (
    "guest.edit",
    "guest.attendance",
    "guest.remove",
    None,
    "guest.add",
    "delegation.edit",
    "delegation.remove",
)


class DelegationsTab(VisitTab):
    """Guests grouped by delegation, with the one on the keyboard described at the side."""

    title = later("Delegations")

    more = ("guest.attendance", "guest.remove", "delegation.edit", "delegation.remove")

    @staticmethod
    @override
    def count(seen: VisitOverview) -> int | None:
        return sum(line.heads for line in seen.delegations)

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self._guests = GuestVerbs(context, self)
        self._visit = VisitVerbs(context, self)
        self._rows: Sequence[GuestRow] = ()
        self.search = SearchField(tr("Filter by name or post"), self)
        self.segments = Segmented([], self)
        self.answers = ChoiceField([(None, tr("Every answer")), *word_choices(ATTENDANCES)], self)
        self.table = DataTable[GuestRow](guest_columns(), key=lambda line: line.id, parent=self)
        self._card = GuestCard(context.commands, self)
        self._panes = SidePanes(self.table, self._card, side_width=304, parent=self)
        self._build()
        self._connect()
        self.setFocusProxy(self.table)
        self.refresh()

    @override
    def refresh(self) -> None:
        guests = list_attendees(self.context.office, self.seen.id)
        self._rows = guest_rows(self.seen.delegations, guests)
        self.segments.show_options(_options(self.seen.delegations, len(guests)))
        self.segments.setVisible(len(self.seen.delegations) > 1)
        some = bool(self.seen.delegations)
        self.main = ("guest.add", "delegation.add") if some else ("delegation.add",)
        self._show()

    @override
    def commands(self) -> Commands:
        found = {"delegation.add": self._add_delegation, "page.filter": self.search.setFocus}
        if self.seen.delegations:
            found["guest.add"] = self._add
        if self.table.current() is not None:
            found["delegation.edit"] = self._edit_delegation
            found["delegation.remove"] = self._remove_delegation
        if self._selected():
            found["guest.edit"] = self._edit
            found["guest.attendance"] = self._ask_attendance
            found["guest.remove"] = self._remove
            found["page.copy"] = self._copy
        return found

    @override
    def remember(self) -> dict[str, object]:
        return {
            **self.table.remember(),
            "search": self.search.text(),
            "segment": self.segments.value(),
            "answer": self.answers.value(),
        }

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self.search.setText(str(state.get("search", "")))
        self.segments.set_value(str(state.get("segment", "")))
        self.answers.set_value(state.get("answer"))
        self._show()
        self.table.recall(state)

    def _build(self) -> None:
        self.table.set_menu(MENU, self.context.commands)
        self.answers.setAccessibleName(tr("Attendance"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row(self.search, self.segments, self.answers, None))
        layout.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._show)
        self.segments.chosen.connect(self._show)
        self.answers.changed.connect(self._show)
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self._on_picked)
        self.table.view.selectionModel().selectionChanged.connect(self._on_picked)
        cycle = QShortcut(QKeySequence("K"), self.table.view, self._cycle)
        cycle.setContext(Qt.ShortcutContext.WidgetShortcut)

    @Slot()
    def _show(self) -> None:
        chosen, words = self.segments.value() or "all", self.search.text()
        shown = list(matching(self._rows, words, chosen, self.answers.value()))
        if self._rows:
            self.table.show_empty("people", tr("Nobody matches"), tr("Change the filter."))
        else:
            self.table.show_empty(
                "people_community",
                tr("No delegation yet"),
                tr("Add the institution that comes, then its guests."),
                self.context.commands["delegation.add"],
            )
        self.table.show_rows(shown, group_of)
        hints = [("Enter", tr("open")), ("K", tr("attendance")), ("Ins", tr("add"))]
        self.table.set_footer(totals(shown), hints if shown else ())
        self.table.settle()

    @Slot()
    def _on_picked(self) -> None:
        current = self.table.current()
        self._panes.show_side(shown=current is not None)
        self._card.show_rows(current, self._selected())
        self.commands_changed.emit()

    def _selected(self) -> list[AttendeeLine]:
        rows = self.table.selected() or [line for line in [self.table.current()] if line]
        return [line.guest for line in rows if line.guest is not None]

    def _delegation(self) -> DelegationLine:
        current = self.table.current()
        if current is not None:
            return current.delegation
        chosen = self.segments.value()
        lines = [line for line in self.seen.delegations if str(line.id) == chosen]
        return (lines or self.seen.delegations)[0]

    def _add(self) -> None:
        made = self._guests.add(self.seen, self._delegation().id)
        if made is not None:
            self.table.select(made)

    @Slot()
    def _edit(self) -> None:
        current = self.table.current()
        if current is None:
            return
        if current.guest is None:
            self._add()
        else:
            self._guests.edit(current.guest)

    def _remove(self) -> None:
        self._guests.remove(self._selected())

    def _ask_attendance(self) -> None:
        at = self.table.view.visualRect(self.table.view.currentIndex()).bottomLeft()
        inside = at + QPoint(60, 0)
        self._guests.ask_attendance(
            self._selected(), self.table.view.viewport().mapToGlobal(inside)
        )

    @Slot()
    def _cycle(self) -> None:
        if guests := self._selected():
            self._guests.next_attendance(guests)

    def _copy(self) -> None:
        chosen = {guest.id for guest in self._selected()}
        rows = [line for line in self._rows if line.id in chosen]
        QGuiApplication.clipboard().setText(as_text(rows))
        self.context.toast(tr("Copied"))

    def _add_delegation(self) -> None:
        made = self._visit.add_delegation(self.seen)
        if made is not None:
            self.table.select(made)

    def _edit_delegation(self) -> None:
        self._guests.edit_delegation(self.seen, self._delegation())

    def _remove_delegation(self) -> None:
        self._guests.remove_delegation(self._delegation())


def _options(lines: Sequence[DelegationLine], guests: int) -> list[Option]:
    every = Option("all", tr("All"), guests)
    return [every, *(Option(str(line.id), body_name(line), line.listed) for line in lines)]
