"""One visit: its head, and the tabs below it."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from kunjungan.domain.stages import VISIT_PATH
from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview, visit_overview
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.dates import month_words
from kunjungan.ui.labels import label
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.partner_dialog import show_partners
from kunjungan.ui.screens.visits.agreements import AgreementsTab
from kunjungan.ui.screens.visits.day.tab import DayTab
from kunjungan.ui.screens.visits.delegations import DelegationsTab
from kunjungan.ui.screens.visits.history import HistoryTab
from kunjungan.ui.screens.visits.letters.tab import LettersTab
from kunjungan.ui.screens.visits.pack.command import open_pack
from kunjungan.ui.screens.visits.reporting.tab import ReportTab
from kunjungan.ui.screens.visits.rundown.tab import RundownTab
from kunjungan.ui.screens.visits.seating.tab import SeatingTab
from kunjungan.ui.screens.visits.summary import SummaryTab
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.verbs import VisitVerbs, stage_after
from kunjungan.ui.screens.visits.visum.command import open_visum
from kunjungan.ui.screens.visits.words import joined, place_words, stage_chip, when_words
from kunjungan.ui.widgets.page_header import PageHeader
from kunjungan.ui.widgets.tabs import Tab

TABS: Mapping[str, type[VisitTab]] = {
    "summary": SummaryTab,
    "delegations": DelegationsTab,
    "day": DayTab,
    "rundown": RundownTab,
    "seating": SeatingTab,
    "letters": LettersTab,
    "agreements": AgreementsTab,
    "report": ReportTab,
    "history": HistoryTab,
}


class Workspace(QStackedWidget):
    """Shows a visit; a tab is built when it is first looked at.

    Signals:
        commands_changed: ``commands()`` would answer differently now.
    """

    commands_changed = Signal()

    def __init__(
        self, context: ScreenContext, header: PageHeader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._header = header
        self._verbs = VisitVerbs(context, self)
        self._tabs: dict[str, VisitTab] = {}
        self._stale: set[str] = set()
        self._key = "summary"
        self._states: dict[str, Mapping[str, object]] = {}
        self.seen: VisitOverview | None = None

    def open_visit(self, visit_id: UUID, tab: str) -> None:
        """Show a visit and one of its tabs; raises NotFound when it is gone."""
        if self.seen is None or self.seen.id != visit_id:
            self._drop_tabs()
        self._key = tab if tab in TABS else "summary"
        self._read(visit_id)

    def close_visit(self) -> None:
        """Leave the visit."""
        self._drop_tabs()
        self.seen = None

    def reload(self) -> None:
        """Read the visit again; raises NotFound when it is gone."""
        if self.seen is not None:
            self._read(self.seen.id)

    def commands(self) -> Commands:
        """Return what can be done with the visit on the tab that is shown."""
        seen = self.seen
        if seen is None:
            return {}
        found = {
            "visit.edit": lambda: self._verbs.edit(seen.id),
            "visit.set_stage": lambda: self._verbs.set_stage(seen.id),
            "visit.remove": lambda: self._verbs.remove(seen.id),
            "visit.intake": lambda: self._verbs.take_letter(seen.id),
            "visit.duplicate": lambda: self._verbs.duplicate(seen.id),
            "visit.tell": lambda: self._verbs.whom_to_tell(seen.id),
            "visit.copy_text": lambda: self._verbs.copy_text(seen.id, "id"),
            "visit.copy_text_en": lambda: self._verbs.copy_text(seen.id, "en"),
            "page.print": lambda: open_pack(self._context, seen.id, self),
            "pack.open": lambda: open_pack(self._context, seen.id, self),
            "visum.open": lambda: open_visum(self._context, seen.id, self),
            "visit.link": lambda: self._verbs.link_other(seen),
            "tab.next": lambda: self._header.tabs.step(1),
            "tab.previous": lambda: self._header.tabs.step(-1),
        }
        if seen.delegations:
            found["partner.show"] = lambda: self._show_partners(seen)
        if stage_after(seen.stage) is not None:
            found["visit.next_stage"] = lambda: self._verbs.next_stage(seen)
        return {**found, **self._tab().commands()}

    def remember(self) -> dict[str, object]:
        """Return what each tab remembers."""
        return {**self._states, **{key: tab.remember() for key, tab in self._tabs.items()}}

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked; tabs not built yet do so when they are."""
        self._states = {key: place for key, place in state.items() if isinstance(place, Mapping)}
        for key, tab in self._tabs.items():
            tab.recall(self._states.pop(key, {}))

    @Slot(str)
    def show_tab(self, key: str) -> None:
        """Show another tab of the same visit, with the keyboard in it unless it walks the tabs."""
        if self.seen is not None and key in TABS:
            self._key = key
            self._show()
            if not self._header.tabs.hasFocus():
                self.setFocus()

    def _read(self, visit_id: UUID) -> None:
        self.seen = visit_overview(self._context.office, visit_id)
        self._stale = set(self._tabs)
        self._show()

    def _show(self) -> None:
        tab = self._tab()
        if self._key in self._stale and self.seen is not None:
            self._stale.discard(self._key)
            tab.show_visit(self.seen)
        self.setCurrentWidget(tab)
        self.setFocusProxy(tab)
        self._show_head(tab)
        self.commands_changed.emit()

    def _show_partners(self, seen: VisitOverview) -> None:
        """Show the cards of those who come."""
        with refusals_shown(self):
            keys = [line.institution_id for line in seen.delegations]
            show_partners(self._context, keys, self, but=seen.id)

    def _tab(self) -> VisitTab:
        if self._key not in self._tabs:
            assert self.seen is not None  # a tab is asked for only while a visit is open
            made = TABS[self._key](self._context, self.seen)
            made.commands_changed.connect(self.commands_changed)
            self.addWidget(made)
            self._tabs[self._key] = made
            if state := self._states.pop(self._key, None):
                made.recall(state)
        return self._tabs[self._key]

    def _show_head(self, tab: VisitTab) -> None:
        seen = self.seen
        if seen is None:
            return
        first = seen.when.on
        month = str(first.year) if first.month is None else month_words(first.first)
        back = Address("visits")
        self._header.show_title(
            seen.title,
            crumbs=[(tr("Visits"), back), (month, back)],
            chips=[stage_chip(seen.stage)],
        )
        self._header.show_tabs(
            [Tab(key, tr(made.title), made.count(seen)) for key, made in TABS.items()],
            aside=joined(when_words(seen), place_words(seen)),
        )
        self._header.tabs.set_value(self._key)
        self._header.show_actions(*map(self._worded, _shown(tab, seen)), more=tab.more)

    def _worded(self, name: str) -> str | tuple[str, str]:
        """Return a command with the stage it leads to, where it leads to one."""
        seen = self.seen
        following = stage_after(seen.stage) if seen else None
        if name != "visit.next_stage" or following is None:
            return name
        return name, tr("Next: {stage}", stage=label(following))

    def _drop_tabs(self) -> None:
        if (field := self.focusWidget()) is not None:
            field.clearFocus()  # what is typed there is kept while its tab still stands
        dropped, self._tabs = self._tabs, {}  # a change kept while they go must not show them
        self._stale, self._states = set(), {}
        for tab in dropped.values():
            self.removeWidget(tab)
            tab.deleteLater()


def _shown(tab: VisitTab, seen: VisitOverview) -> tuple[str, ...]:
    """Return the commands of a tab's head: nothing leads on from the last stage."""
    if stage_after(seen.stage) is not None:
        return tab.main
    other = "visit.set_stage" if seen.stage not in VISIT_PATH else "visit.edit"
    swapped = (other if name == "visit.next_stage" else name for name in tab.main)
    return tuple(dict.fromkeys(swapped))
