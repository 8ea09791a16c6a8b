"""The window's screens, each with what a person does there, in sentences."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from kunjungan.app.window import Program
from kunjungan.services.office import Office
from kunjungan.settings import load
from kunjungan.ui.desk import Desk
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.screens.institutions.screen import InstitutionsScreen
from kunjungan.ui.screens.settings.screen import SettingsScreen
from kunjungan.ui.screens.visits.delegations import DelegationsTab
from kunjungan.ui.screens.visits.screen import VisitsScreen
from kunjungan.ui.shell.frame import Frame
from kunjungan.ui.shell.menu_row import MenuRow
from kunjungan.ui.shell.sidebar import NavButton
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.page import Page
from tests.walk.hands import CONTROL, NO_MODIFIER, FormHands, Hands, rows

P = TypeVar("P", bound=Page)


class Desktop:
    """The program as it stands on the screen: started, looked at, closed, started again."""

    def __init__(self, app: QApplication, hands: Hands, folder: Path, settings: Path) -> None:
        self._app = app
        self._settings = settings
        self.hands = hands
        self.folder = folder
        self.program: Program | None = None

    def start(self) -> None:
        """Open the window on the office, or on a new one."""
        desk = Desk(load(self._settings), self._settings)
        self.program = Program(self._app, desk)
        assert self.program.open(self.folder)
        self.hands.to_front(self.window)

    def close(self) -> None:
        """Close the window and let the program end."""
        assert self.window.close()
        self.end()

    def end(self) -> None:
        """Let go of the office, whatever happened."""
        if self.program is not None:
            self.program.end()
            self.program = None

    @property
    def window(self) -> MainWindow:
        """The window, which must be there."""
        assert self.program is not None
        assert self.program.window is not None
        return self.program.window

    @property
    def office(self) -> Office:
        """The office behind the window, to be looked at only."""
        return self.frame.context.office

    @property
    def frame(self) -> Frame:
        """What the window shows now."""
        return self.window.frame

    def page(self, kind: type[P]) -> P:
        """Return the page on screen, which must be of this kind."""
        page = self.frame.page
        assert isinstance(page, kind)
        return page

    def go_to(self, place: str) -> None:
        """Go to a place by the sidebar."""
        (link,) = (b for b in self.frame.findChildren(NavButton) if b.text() == place)
        self.hands.click(link)

    def ask(self, press: Callable[[], object], *fills: Callable[[FormHands], object]) -> None:
        """Press what opens dialogs, one after the other, and answer each."""
        self.hands.answer(*(self._filled(fill) for fill in fills))
        press()
        self.hands.done()

    def press(self, words: str) -> None:
        """Press a button of the page."""
        assert self.frame.page is not None
        self.hands.press(words, self.frame.page)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key of the window, which is in front as a window manager would have it."""
        self.hands.to_front(self.window)
        self.hands.key(key, self.window, modifier)

    def in_menu(self, beginning: str) -> str:
        """Return the open entry of the menus that begins like this, or nothing."""
        return next((text for text in self._entries() if text.startswith(beginning)), "")

    def choose(self, entry: str) -> None:
        """Choose an entry of the menus."""
        self._entries()[entry].trigger()

    def speak(self, language: str) -> None:
        """Switch the language of the screen by its button, ID or EN."""
        before = self.frame
        (row,) = before.findChildren(MenuRow)
        self.hands.press(language, row)
        self.hands.until(lambda: self.frame is not before)

    def _entries(self) -> dict[str, QAction]:
        (bar,) = self.frame.findChildren(QMenuBar)
        entries = (entry for menu in bar.findChildren(QMenu) for entry in menu.actions())
        return {entry.text().replace("&", ""): entry for entry in entries if entry.isEnabled()}

    def _filled(self, fill: Callable[[FormHands], object]) -> Callable[[FormDialog], object]:
        return lambda dialog: fill(FormHands(self.hands, dialog))


class Institutions:
    """The place of institutions and officials."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    def add(self, region: str, head: str, address: tuple[str, str]) -> None:
        """Add a regional government from the list of regions, with its head."""
        self._at.go_to("Bodies & officials")

        def fill(form: FormHands) -> None:
            form.pick("From the list of regions", region)
            form.write("Name", head)
            form.write("Address", *address)
            form.press("Add institution")

        self._at.ask(lambda: self._at.press("Add institution"), fill)

    def names(self) -> list[str]:
        """Return the institutions on the list."""
        return rows(self._at.page(InstitutionsScreen).bodies.table)[1:]


class Settings:
    """The place of settings."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    def own_institution_is(self, name: str) -> None:
        """Say which institution this office is."""
        self._at.go_to("Settings")
        self._at.hands.pick(self._at.page(SettingsScreen).own, name)


class Visits:
    """The place of visits."""

    def __init__(self, desktop: Desktop) -> None:
        self._at = desktop

    def schedule(self, title: str, theme: tuple[str, str], on: str) -> None:
        """Put a visit in the calendar; the window then shows it."""

        def fill(form: FormHands) -> None:
            form.write("Title", title)
            form.write("Theme", *theme)
            form.write("First day *", on)
            form.press("Schedule visit")

        self._at.ask(lambda: self._at.key(Qt.Key.Key_N, CONTROL), fill)
        assert self._at.page(VisitsScreen).header.title == title

    def add_delegation(self, institution: str) -> None:
        """Add the delegation of an institution to the visit on screen."""

        def fill(form: FormHands) -> None:
            form.pick("Institution", institution)
            form.press("Add delegation")

        self._at.ask(lambda: self._at.key(Qt.Key.Key_D, CONTROL), fill)

    def link(self, earlier: str) -> None:
        """Say which earlier visit this one continues."""

        def fill(form: FormHands) -> None:
            form.pick("Earlier visit", earlier)
            form.press("Link visit")

        self._at.ask(lambda: self._at.press("Link…"), fill)

    def add_known_guest(self, name: str) -> None:
        """Add somebody already known to the delegation on the keyboard."""
        self._add_guest(lambda form: form.pick("Known person", name))

    def add_new_guest(self, name: str, post: tuple[str, str]) -> None:
        """Add a guest whose name, titles and all, is pasted; the post is typed."""

        def fill(form: FormHands) -> None:
            form.paste_name("Name", name)
            form.write("Post", *post)

        self._add_guest(fill)

    def go_to_last_guest(self) -> None:
        """Go to the end of the delegations' table, which is where a guest is then added."""
        here = self._at.window.focusWidget()
        assert here is self._delegations.table.view, here
        self._at.hands.key(Qt.Key.Key_End, here, CONTROL)

    def guests(self) -> list[str]:
        """Return the lines of the delegations' table: each delegation, then its guests."""
        return rows(self._delegations.table, 2)

    def show_tab(self, key: str) -> None:
        """Go on by the key of tabs until this one is shown."""
        tabs = self._at.page(VisitsScreen).header.tabs
        for _ in range(tabs.count()):
            if tabs.value() == key:
                return
            self._at.key(Qt.Key.Key_Tab, CONTROL)
        assert tabs.value() == key

    @property
    def _delegations(self) -> DelegationsTab:
        tab = self._at.page(VisitsScreen).visit.currentWidget()
        assert isinstance(tab, DelegationsTab)
        return tab

    def _add_guest(self, fill: Callable[[FormHands], object]) -> None:
        def fill_and_add(form: FormHands) -> None:
            fill(form)
            form.press("Add guest")

        self._at.ask(lambda: self._at.key(Qt.Key.Key_Insert), fill_and_add)
