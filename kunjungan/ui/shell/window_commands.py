"""The commands that the window answers itself, whatever page is on screen."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.ui.context import Address
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.shell.help_dialogs import KeysDialog
from kunjungan.ui.shell.palette import Palette, Source
from kunjungan.ui.shell.parts import Hit, WindowParts
from kunjungan.ui.shell.places_history import PlacesHistory
from kunjungan.ui.widgets.page import Page

_THEMES = ("system", "light", "dark")
_LANGUAGES = ("id", "en")
_ALWAYS = ("window.find", "window.rail", "window.keys", "window.about", "window.quit")


class Host(Protocol):
    """What the commands need of the frame they stand in."""

    @property
    def page(self) -> Page | None:
        """The page on screen."""

    @property
    def actions_by_name(self) -> Mapping[str, QAction]:
        """Every command of the window, by its name."""

    def go(self, address: Address) -> None:
        """Go to a place."""

    def step(self, by: int) -> None:
        """Go back or forth."""

    def turn_rail(self) -> None:
        """Make the sidebar narrow, or spread it."""

    def say(self, text: str, *, undo: bool = False) -> None:
        """Show a toast."""


class WindowCommands:
    """Undo, places, language, theme, search and help."""

    def __init__(self, parts: WindowParts, parent: QWidget) -> None:
        self._parts = parts
        self._parent = parent
        self._undo: str | None = None
        self._redo: str | None = None

    def open_now(self, page: Page | None, history: PlacesHistory) -> set[str]:
        """Return the names of what can be done now."""
        undoing = self._parts.undoing
        self._undo, self._redo = undoing.undo_label(), undoing.redo_label()
        tabs = page.header.tabs.count() > 1 if page is not None else False
        perhaps = {
            "edit.undo": self._undo is not None,
            "edit.redo": self._redo is not None,
            "window.back": history.can_go_back,
            "window.forward": history.can_go_forward,
            "tab.next": tabs,
            "tab.previous": tabs,
        }
        names = {name for name, is_open in perhaps.items() if is_open}
        names |= {*_ALWAYS, *self._parts.commands}
        names |= {f"theme.{theme}" for theme in _THEMES}
        return names | {f"language.{language}" for language in _LANGUAGES}

    def run(self, name: str, host: Host) -> bool:
        """Do a command; False when it is not the window's."""
        command = self._table(host).get(name)
        if command is None:
            return False
        command()
        return True

    def speak(self, language: str) -> None:
        """Switch the screen's language."""
        self._parts.desk.change(language=language)

    def dress(self, actions: Mapping[str, QAction]) -> None:
        """Write the names of the next undo and redo that ``open_now`` saw, tick the choices."""
        settings = self._parts.desk.settings
        for name, plain, named, change in (
            ("edit.undo", tr("&Undo"), "undo", self._undo),
            ("edit.redo", tr("&Redo"), "redo", self._redo),
        ):
            actions[name].setText(_named(named, change) if change is not None else plain)
        actions["window.rail"].setChecked(settings.rail)
        for theme in _THEMES:
            actions[f"theme.{theme}"].setChecked(settings.theme == theme)
        for language in _LANGUAGES:
            actions[f"language.{language}"].setChecked(settings.language == language)

    def _table(self, host: Host) -> dict[str, Callable[[], object]]:
        desk, undoing = self._parts.desk, self._parts.undoing
        table: dict[str, Callable[[], object]] = {
            "edit.undo": partial(self._go_over, host, undoing.undo, undoing.undo_label, "undo"),
            "edit.redo": partial(self._go_over, host, undoing.redo, undoing.redo_label, "redo"),
            "window.find": partial(self._open_palette, host),
            "window.back": partial(host.step, -1),
            "window.forward": partial(host.step, 1),
            "tab.next": partial(self._step_tab, host, 1),
            "tab.previous": partial(self._step_tab, host, -1),
            "window.rail": host.turn_rail,
            "window.keys": lambda: KeysDialog(host.actions_by_name, self._parent).exec(),
            "window.about": lambda: host.go(Address("settings", None, "about")),
            "window.quit": self._parent.window().close,
        }
        for theme in _THEMES:
            table[f"theme.{theme}"] = partial(desk.change, theme=theme)
        for language in _LANGUAGES:
            table[f"language.{language}"] = partial(self.speak, language)
        for name, command in self._parts.commands.items():
            table[name] = partial(command, self._parent)
        return table

    def _go_over(
        self,
        host: Host,
        do: Callable[[], object],
        label: Callable[[], str | None],
        way: str,
    ) -> None:
        change = label()
        if change is None:
            return
        with refusals_shown(self._parent):
            do()
            done = tr("Undone: {change}", change=tr(change))
            host.say(done if way == "undo" else tr("Redone: {change}", change=tr(change)))

    def _open_palette(self, host: Host) -> None:
        actions = list(host.actions_by_name.values())
        recent, background = self._recent(), self._parts.background
        find, places = self._parts.find, self._parts.places
        source = Source(actions, find, host.go, recent, background, places)
        palette = Palette(source, self._parent.window())
        self._parent.destroyed.connect(palette.close)  # what it offers goes with the content
        palette.show_over()

    def _recent(self) -> list[Hit]:
        """Return the records opened last, as far as their place is still there."""
        icons = {place.key: place.icon for place in self._parts.places}
        found = []
        for text, title, detail in self._parts.desk.settings.recent:
            address = Address.parse(text)
            if address is not None and address.place in icons:
                found.append(Hit(title, detail, icons[address.place], address))
        return found

    def _step_tab(self, host: Host, by: int) -> None:
        if host.page is not None:
            host.page.header.tabs.step(by)


def _named(way: str, change: str) -> str:
    words = tr(change).replace("&", "&&")
    if way == "undo":
        return tr("&Undo: {change}", change=words)
    return tr("&Redo: {change}", change=words)
