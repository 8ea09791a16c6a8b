"""Everything inside the window: menu row, sidebar, pages, status line; built anew as a whole."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import NotFound
from kunjungan.i18n import tr
from kunjungan.ui.action_list import ACTIONS, READING
from kunjungan.ui.actions import make_actions
from kunjungan.ui.changes import DayWatch
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.shell.badges import Badges
from kunjungan.ui.shell.menu_row import MenuRow
from kunjungan.ui.shell.parts import WindowParts
from kunjungan.ui.shell.places_history import PlacesHistory, Stop
from kunjungan.ui.shell.sidebar import Sidebar
from kunjungan.ui.shell.status_line import StatusLine
from kunjungan.ui.shell.window_commands import WindowCommands
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.layouts import column, row
from kunjungan.ui.widgets.looking_on import explain, mark_reading
from kunjungan.ui.widgets.page import Page, Place
from kunjungan.ui.widgets.toast import ToastBar

_RAIL_BELOW = 1200
_ROOM_BELOW = 1600
"""Where a page that wants room begins with the rail; Ctrl+B then spreads the sidebar there."""
_RECENT = 5


class Frame(QWidget):
    """The window's content in one language and theme.

    Signals:
        titled: Another page is on screen; carries what the window should be called.
    """

    titled = Signal(str)

    def __init__(self, parts: WindowParts, history: PlacesHistory, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._history = history
        self._places = {place.key: place for place in parts.places}
        self._pages: dict[str, Page] = {}
        self._actions: dict[str, QAction] = make_actions(ACTIONS, self._run, self)
        self._own = WindowCommands(parts, self)
        self._reading = tr(parts.status().read_only)
        self._status = StatusLine(self.go, self)
        self._news_came = False
        self._spread = False
        self._sidebar = Sidebar(parts.places, self)
        self._badges = Badges(parts, self._sidebar)
        self._stack = QStackedWidget(self)
        self._toast = ToastBar(lambda: self._run("edit.undo"), self)
        self.context = ScreenContext(
            office=parts.office,
            news=parts.news,
            background=parts.background,
            desk=parts.desk,
            commands=self._actions,
            navigate=self.go,
            toast=self.say,
            pictures=parts.pictures,
            reopen=parts.reopen,
        )
        self._build()
        self._sidebar.wanted.connect(self.go)
        parts.news.changed.connect(self._on_changed)
        parts.news.new_day.connect(self._badges.ask)
        DayWatch(parts.office.today, parts.news, self)
        parts.desk.changed.connect(self._on_desk)
        self._on_changed(frozenset())
        self._sidebar.show_recent(parts.desk.settings.recent)

    @property
    def page(self) -> Page | None:
        """The page on screen."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def actions_by_name(self) -> Mapping[str, QAction]:
        """Every command of the window, by its name."""
        return self._actions

    def go(self, address: Address) -> None:
        """Go to a place and remember where one came from."""
        if self._leave():
            self._history.go(address)
            self._show(Stop(address))

    def step(self, by: int) -> None:
        """Go back (-1) or forth (1) over the places one has been to."""
        if self._leave() and (stop := self._history.step(by)) is not None:
            self._show(stop)

    def resume(self, stop: Stop) -> None:
        """Show a place as it was left, in a frame just built."""
        self._show(stop)

    def suspend(self) -> bool:
        """Keep where one is and what is unsaved; False when the person wants to stay."""
        return self._leave()

    def turn_rail(self) -> None:
        """Make the sidebar a rail or spread it, where a page wants room for the time being only."""
        desk = self._parts.desk
        if self._crowded and not desk.settings.rail:
            self._spread = not self._spread
            self._fit()
        else:
            desk.change(rail=not desk.settings.rail)

    def note(self, text: str) -> None:
        """Say something in passing in the status line."""
        self._status.note(text)

    def say(self, text: str, *, undo: bool = False) -> None:
        """Show a toast; it offers undo only when something was changed since the last one.

        A form saved as it was changes nothing, and undo would take back somebody's other work.
        """
        self._toast.say(text, undo=undo and self._news_came)
        self._news_came = False

    def refresh_commands(self) -> None:
        """Open the commands that the page, the window or a place answers, close the others."""
        open_now = set(self._page_commands()) | set(self._own.open_now(self.page, self._history))
        for spec in ACTIONS:
            answered = spec.name in open_now or spec.place in self._places
            closed = self._reading and spec.name not in READING
            self._actions[spec.name].setEnabled(answered and not closed)
        self._own.dress(self._actions)

    def _build(self) -> None:
        mark_reading(self, self._reading)
        for name, action in self._actions.items():
            self.addAction(action)
            if self._reading and name not in READING:
                explain(action, self._reading)
        office, desk = self._parts.office, self._parts.desk
        menu_row = MenuRow(
            self._actions, office.user, desk.settings.language, self._own.speak, self
        )
        pages = column(*self._bars(), self._stack, spacing=0)
        middle = row(self._sidebar, pages, spacing=0)
        middle.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(menu_row)
        layout.addLayout(middle, 1)
        layout.addWidget(self._status)

    def _bars(self) -> list[Banner]:
        """Return what is said above every page: that nothing can be changed, and the way out."""
        again = [(tr("Try again"), lambda: self._parts.reopen(str))]
        return [Banner(Tone.BAD, self._reading, again, self)] if self._reading else []

    def _leave(self) -> bool:
        page = self.page
        if page is None:
            return True
        if not page.may_leave():
            return False
        self._history.note(page.remember())
        return True

    def _show(self, stop: Stop) -> None:
        place = self._places.get(stop.address.place) or self._parts.places[0]
        page = self._page_of(place)
        address = self._opened(page, Address(place.key, stop.address.record, stop.address.tab))
        self._history.rename(address)
        self._stack.setCurrentWidget(page)
        self._sidebar.mark(place.key)
        self._fit()
        page.recall(stop.state)
        self._remember_place(address, page, tr(place.title))
        self.refresh_commands()
        page.setFocus()

    def _opened(self, page: Page, address: Address) -> Address:
        """Open a record, or quietly the place's list where the record is gone."""
        try:
            page.open_record(address.record, address.tab)
        except NotFound:
            self.note(tr("That record is no longer there."))
            address = Address(address.place)
            page.open_record(None, "")
        return address

    def _page_of(self, place: Place) -> Page:
        if place.key not in self._pages:
            page = place.build(self.context)
            page.commands_changed.connect(self.refresh_commands)
            page.moved_to.connect(self._on_moved)
            self._stack.addWidget(page)
            self._pages[place.key] = page
        return self._pages[place.key]

    def _remember_place(self, address: Address, page: Page, place_title: str) -> None:
        title = page.header.title or place_title
        self.titled.emit(title)
        desk = self._parts.desk
        recent = desk.settings.recent
        if address.record is not None:
            root = Address(address.place, address.record).text
            others = [kept for kept in recent if kept[0] != root]
            recent = ((root, title, place_title), *others)[:_RECENT]
        if recent != desk.settings.recent:
            self._sidebar.show_recent(recent)
        desk.change(last_place=address.text, recent=recent)

    def _page_commands(self) -> Mapping[str, Callable[[], object]]:
        page = self.page
        return page.commands() if page is not None else {}

    def _run(self, name: str) -> None:
        """Do a command: the page's, the window's, or that of the place it belongs to."""
        commands = self._page_commands()
        if name in commands:
            commands[name]()
        elif not self._own.run(name, self):
            place = next(spec.place for spec in ACTIONS if spec.name == name)
            if place and (self.page is None or self.page is not self._pages.get(place)):
                self.go(Address(place))
                if (command := self._page_commands().get(name)) is not None:
                    command()
        self.refresh_commands()

    @Slot(str)
    def _on_moved(self, tab: str) -> None:
        if (stop := self._history.current) is not None:
            address = Address(stop.address.place, stop.address.record, tab)
            self._history.rename(address)
            self._parts.desk.change(last_place=address.text)
        self.refresh_commands()

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        self._news_came = self._news_came or bool(tables)
        self._status.show_status(self._parts.status())
        self._badges.ask()
        if self.page is not None:
            self.refresh_commands()

    @Slot(object)
    def _on_desk(self, names: frozenset[str]) -> None:
        if "rail" in names:
            self._fit()

    @property
    def _crowded(self) -> bool:
        """Whether the page on screen wants the room of the sidebar."""
        wide = self.width() >= _ROOM_BELOW
        return not wide and self.page is not None and self.page.wants_room()

    def _fit(self) -> None:
        rail = self._parts.desk.settings.rail or self.width() < _RAIL_BELOW
        self._sidebar.set_rail(rail=rail or (self._crowded and not self._spread))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
