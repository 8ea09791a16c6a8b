"""The choices of the office and of this desk, and what the program is made of."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from kunjungan.i18n import later, tr
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.settings.about import AboutPage
from kunjungan.ui.screens.settings.badges_page import ROLE_ACTIONS, ROLE_MORE, BadgesPage
from kunjungan.ui.screens.settings.calendar_page import QUIET_ACTIONS, QUIET_MORE, CalendarPage
from kunjungan.ui.screens.settings.desk_card import DeskCard
from kunjungan.ui.screens.settings.holidays_page import HOLIDAY_ACTIONS, HOLIDAY_MORE, HolidaysPage
from kunjungan.ui.screens.settings.labels_page import LABEL_ACTIONS, LABEL_MORE, LabelsPage
from kunjungan.ui.screens.settings.list_page import ListPage
from kunjungan.ui.screens.settings.numbers_page import NumbersPage
from kunjungan.ui.screens.settings.office_choices import OfficeChoices
from kunjungan.ui.screens.settings.pages import agreements_page, institution_items, own_office_card
from kunjungan.ui.screens.settings.precedence_page import (
    LOCAL_ACTIONS,
    LOCAL_MORE,
    PrecedencePage,
)
from kunjungan.ui.screens.settings.rooms_page import ROOM_ACTIONS, ROOM_MORE, RoomsPage
from kunjungan.ui.screens.settings.setting_row import settings_page
from kunjungan.ui.screens.settings.terms_page import ACTIONS, MORE, TermsPage
from kunjungan.ui.widgets.page import Page
from kunjungan.ui.widgets.search_picker import SearchPicker
from kunjungan.ui.widgets.tabs import Tab

_TABS: Mapping[str, str] = MappingProxyType(
    {
        "general": later("General"),
        "agreements": later("Agreements"),
        "numbers": later("Numbers"),
        "calendar": later("Calendar"),
        "rooms": later("Rooms and vehicles"),
        "precedence": later("Seating"),
        "badges": later("Papers of the day"),
        "labels": later("Label sheets"),
        "holidays": later("Holidays"),
        "terms": later("Term base"),
        "about": later("About"),
    }
)
_COMMANDS: Mapping[str, tuple[Sequence[str], Sequence[str]]] = MappingProxyType(
    {
        "calendar": (QUIET_ACTIONS, QUIET_MORE),
        "rooms": (ROOM_ACTIONS, ROOM_MORE),
        "precedence": (LOCAL_ACTIONS, LOCAL_MORE),
        "badges": (ROLE_ACTIONS, ROLE_MORE),
        "labels": (LABEL_ACTIONS, LABEL_MORE),
        "holidays": (HOLIDAY_ACTIONS, HOLIDAY_MORE),
        "terms": (ACTIONS, MORE),
    }
)
"""The buttons of a tab and what is behind them."""


class SettingsScreen(Page):
    """Each choice is kept at once; those of the office can be undone."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._context = context
        self.choices = OfficeChoices(context)
        self.desk = DeskCard(context)
        self.own = SearchPicker(tr("Type a part of its name"))
        self.own.set_items(institution_items(context.office))
        self.numbers = NumbersPage(context.office, self.choices)
        self.calendar = CalendarPage(context, self.choices)
        self.rooms = RoomsPage(context)
        self.precedence = PrecedencePage(context, self.choices)
        self.badges = BadgesPage(context, self.choices)
        self.labels = LabelsPage(context)
        self.holidays = HolidaysPage(context)
        self.terms = TermsPage(context)
        self.about = AboutPage()
        self._stack = QStackedWidget(self)
        self._build()
        self.choices.show()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        page = self._lists().get(self.header.tabs.value())
        return page.answers() if page else {}

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        key, _, year = tab.partition(":")
        if key in _TABS:
            self.header.tabs.set_value(key)
            self._show_tab(key)
        if key == "holidays" and year.isdecimal():
            self.holidays.show_year(int(year))

    @override
    def remember(self) -> dict[str, object]:
        return {"tab": self.header.tabs.value()}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        if isinstance(tab := state.get("tab"), str):
            self.open_record(None, tab)

    def _lists(self) -> dict[str, TermsPage | ListPage]:
        """Return the tabs that have commands of their own."""
        return {
            "calendar": self.calendar,
            "rooms": self.rooms,
            "precedence": self.precedence,
            "badges": self.badges,
            "labels": self.labels,
            "holidays": self.holidays,
            "terms": self.terms,
        }

    def _build(self) -> None:
        told = tr("A choice is kept at once; those of the office can be undone.")
        self.header.show_title(tr("Settings"), subtitle=told)
        self.header.show_tabs([Tab(key, tr(word)) for key, word in _TABS.items()])
        general = settings_page(self.desk.widget, own_office_card(self.choices, self.own))
        for page in (
            general,
            agreements_page(self.choices),
            self.numbers.widget,
            self.calendar,
            self.rooms,
            self.precedence,
            self.badges,
            self.labels,
            self.holidays,
            self.terms,
            self.about,
        ):
            self._stack.addWidget(page)
        self.set_body(self._stack)
        self.header.tab_chosen.connect(self._show_tab)
        for page in self._lists().values():
            page.commands_changed.connect(self.commands_changed)
        self._context.news.changed.connect(self._on_changed)

    @Slot(str)
    def _show_tab(self, tab: str) -> None:
        self._stack.setCurrentIndex(list(_TABS).index(tab))
        actions, more = _COMMANDS.get(tab, ((), ()))
        self.header.show_actions(*actions, more=more)
        self.commands_changed.emit()

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & {"institution", "setting"}:
            self.own.set_items(institution_items(self._context.office))
            self.choices.show()
