"""Visits: the list of all, and one with its tabs."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from kunjungan.domain.errors import NotFound
from kunjungan.domain.stages import OVER
from kunjungan.i18n import tr
from kunjungan.services.visit_lists import VisitLine
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.screens.visits.verbs import VisitVerbs
from kunjungan.ui.screens.visits.visit_list import VisitList
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.screens.visits.workspace import Workspace
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.page import Page

NEW = "new:"
"""A tab that asks for a new visit; what follows is its title."""
TABLES = frozenset(
    {
        "visit", "visit_step", "visit_link", "delegation", "attendee", "task", "person",
        "institution", "position", "tenure", "agreement", "agreement_visit", "clause", "party",
        "letter", "register_entry", "agenda_item", "visit_session", "session_delegation",
        "template", "assignment", "attachment", "calendar_entry", "gift", "resource", "setting",
        "seating_plan", "seat", "precedence_decision", "local_rank", "print_run",
        "journey", "lodging",
    }
)  # fmt: skip


class VisitsScreen(Page):
    """The list of visits until one is opened; then that visit."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._context = context
        self._verbs = VisitVerbs(context, self)
        self._stale = True
        self._state: dict[str, object] = {}
        self.list = VisitList(context)
        self._empty = EmptyState(
            "people_community",
            tr("Start from the letter of request"),
            tr("Enter the date, the institution and the theme; everything else can follow."),
            context.commands["visit.intake"],
            [context.commands[name] for name in ("visit.schedule", "office.import")],
        )
        self.visit = Workspace(context, self.header)
        self._stack = QStackedWidget()
        for part in (self.list, self._empty, self.visit):
            self._stack.addWidget(part)
        self.set_body(self._stack)
        self.list.opened.connect(self._open)
        self.list.picked.connect(self._on_picked)
        self.visit.commands_changed.connect(self.commands_changed)
        self.header.tab_chosen.connect(self.visit.show_tab)
        context.news.changed.connect(self._on_changed)

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {
            "visit.schedule": lambda: self._verbs.schedule(""),
            "visit.intake": lambda: self._verbs.take_letter(None),
            "page.refresh": self._refresh,
        }
        if self.visit.seen is not None:
            return {**found, **self.visit.commands()}
        found["page.filter"] = self.list.filters.search.setFocus
        if self.list.lines:
            found["visit.export"] = self.list.export
        if (line := self.list.current()) is not None:
            found["visit.edit"] = lambda: self._verbs.edit(line.id)
            found["visit.set_stage"] = lambda: self._verbs.set_stage(line.id)
            found["visit.duplicate"] = lambda: self._verbs.duplicate(line.id)
            found["visit.copy_text"] = lambda: self._verbs.copy_text(line.id, "id")
            found["visit.copy_text_en"] = lambda: self._verbs.copy_text(line.id, "en")
            found["visit.tell"] = lambda: self._verbs.whom_to_tell(line.id)
            found["visit.remove"] = lambda: self._verbs.remove(line.id)
        return found

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        if record is None:
            self.visit.close_visit()
            self._show_list()
            if tab.startswith(NEW):
                self.moved_to.emit("")  # so that coming back here does not ask again
                title = tab.removeprefix(NEW)
                QTimer.singleShot(0, self, lambda: self._verbs.schedule(title))
        else:
            self.visit.open_visit(record, tab)
            self._stack.setCurrentWidget(self.visit)
            self.setFocusProxy(self.visit)
        self.commands_changed.emit()

    @override
    def remember(self) -> dict[str, object]:
        return {"list": self.list.remember(), "visit": self.visit.remember()}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        if isinstance(place := state.get("list"), Mapping):
            self.list.recall(place)
        if isinstance(place := state.get("visit"), Mapping):
            self.visit.recall(place)

    def _show_list(self) -> None:
        if self._stale:
            self._stale = False
            self.list.reload()
        lines = self.list.lines
        shown = self.list if lines else self._empty
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        active = sum(line.stage not in OVER for line in lines)
        year = self._context.office.today().year
        received = sum(line.on.year == year and line.direction == "incoming" for line in lines)
        counts = joined(
            tr("{count} active", count=active), tr("{count} received this year", count=received)
        )
        self.header.show_title(tr("Visits"), subtitle=counts if lines else tr("No visits yet"))
        self.header.show_tabs(())
        self.header.show_actions("visit.schedule", ("visit.intake", tr("Import letter")))

    def _refresh(self) -> None:
        self._stale = True
        if self.visit.seen is None:
            self._show_list()
        else:
            self.visit.reload()

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if not tables & TABLES:
            return
        if not self.isVisible():
            self._stale = True  # whoever comes back opens the list or the visit anew
            return
        try:
            self._refresh()
        except NotFound:
            self._context.navigate(Address("visits"))

    @Slot(object)
    def _open(self, line: VisitLine) -> None:
        self._context.navigate(Address("visits", line.id))

    @Slot()
    def _on_picked(self) -> None:
        self.commands_changed.emit()
