"""Institutions, the people the office knows, and possible duplicates."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from kunjungan.domain.errors import NotFound
from kunjungan.i18n import later, tr
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.institutions.bodies_view import BodiesView
from kunjungan.ui.screens.institutions.people_view import PeopleView
from kunjungan.ui.screens.institutions.twins_view import TwinsView
from kunjungan.ui.screens.institutions.view import Commands, OfficeView
from kunjungan.ui.widgets.page import Page
from kunjungan.ui.widgets.tabs import Tab


class InstitutionsScreen(Page):
    """Three lists under one head: institutions, people, possible duplicates."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.bodies = BodiesView(context, self)
        self.people = PeopleView(context, self)
        self.twins = TwinsView(context, self)
        self._views: dict[str, OfficeView] = {
            "bodies": self.bodies,
            "people": self.people,
            "twins": self.twins,
        }
        self._stale: set[str] = {"people", "twins"}
        self._key = "bodies"
        self._stack = QStackedWidget(self)
        for view in self._views.values():
            self._stack.addWidget(view)
            view.commands_changed.connect(self.commands_changed)
            view.counted.connect(self._show_head)
        self.set_body(self._stack)
        self.header.tab_chosen.connect(self._show)
        context.news.changed.connect(self._on_changed)
        self._show("bodies")

    @override
    def commands(self) -> Commands:
        view = self._view
        ways = {"page.filter": view.filter, "page.clear_filter": view.clear_filter}
        return {**ways, **view.answers()}

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        if tab in self._views:
            self._show(tab)
        if record is None:
            return
        for key in dict.fromkeys((self._key, "bodies", "people")):
            if key != "twins" and self._views[key].select(record):
                self._show(key)
                return
        raise NotFound(later("This record no longer exists. Nothing was changed."))

    @override
    def remember(self) -> dict[str, object]:
        kept = {key: view.remember() for key, view in self._views.items()}
        return {"tab": self._key, **kept}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        for key, view in self._views.items():
            if isinstance(kept := state.get(key), dict):
                view.recall(kept)
        if (tab := state.get("tab")) in self._views:
            self._show(str(tab))

    @property
    def _view(self) -> OfficeView:
        return self._views[self._key]

    @Slot(str)
    def _show(self, key: str) -> None:
        """Show one of the lists, read anew where something changed since."""
        self._key = key
        view = self._view
        if key in self._stale:
            self._stale.discard(key)
            view.reload()
        self._stack.setCurrentWidget(view)
        self._stack.setFocusProxy(view)
        self._show_head()
        self.header.show_actions(*view.main, more=view.more)
        if not self.header.tabs.hasFocus() and self.isVisible():
            view.setFocus()
        self.commands_changed.emit()

    @Slot()
    def _show_head(self) -> None:
        title = tr("Institutions & officials")
        self.header.show_title(title, subtitle=self._view.summary())
        self.header.show_tabs(
            [
                Tab("bodies", tr("Bodies"), self.bodies.count),
                Tab("people", tr("People"), self.people.count),
                Tab("twins", tr("Possible duplicates"), self.twins.count),
            ]
        )
        self.header.tabs.set_value(self._key)

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        for key, view in self._views.items():
            if not tables & view.watched:
                continue
            if key == self._key:
                view.reload()
            else:
                self._stale.add(key)
