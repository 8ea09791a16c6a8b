"""What a command is, and how menus are made from the list of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kunjungan.i18n import later, tr
from kunjungan.ui.theme.icons import icon


class MenuKey(StrEnum):
    """The menus, in the order of the menu row; those of ``INSIDE`` open from another one."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    VISIT = "visit"
    GUESTS = "guests"
    CALENDAR = "calendar"
    RUNDOWN = "rundown"
    SEATING = "seating"
    LETTERS = "letters"
    DAY = "day"
    REPORT = "report"
    AGREEMENT = "agreement"
    PROCESS = "process"
    REGISTER = "register"
    TEXT = "text"
    GOING = "going"
    TERMS = "terms"
    INSTITUTION = "institution"
    PEOPLE = "people"
    HELP = "help"


MENUS: Mapping[MenuKey, str] = MappingProxyType(
    {
        MenuKey.FILE: later("&File"),
        MenuKey.EDIT: later("&Edit"),
        MenuKey.VIEW: later("&View"),
        MenuKey.VISIT: later("Vi&sit"),
        MenuKey.GUESTS: later("Delegations and guests"),
        MenuKey.CALENDAR: later("Calendar"),
        MenuKey.RUNDOWN: later("Rundown"),
        MenuKey.SEATING: later("Seating"),
        MenuKey.LETTERS: later("Letters"),
        MenuKey.DAY: later("Sessions and crew"),
        MenuKey.REPORT: later("After the visit"),
        MenuKey.AGREEMENT: later("&Agreement"),
        MenuKey.PROCESS: later("Process"),
        MenuKey.REGISTER: later("Register"),
        MenuKey.TEXT: later("Te&xt"),
        MenuKey.GOING: later("Go to"),
        MenuKey.TERMS: later("Suggestions and terms"),
        MenuKey.INSTITUTION: later("&Institution"),
        MenuKey.PEOPLE: later("People"),
        MenuKey.HELP: later("&Help"),
    }
)
INSIDE: Mapping[MenuKey, MenuKey] = MappingProxyType(
    {
        MenuKey.GUESTS: MenuKey.VISIT,
        MenuKey.RUNDOWN: MenuKey.VISIT,
        MenuKey.SEATING: MenuKey.VISIT,
        MenuKey.CALENDAR: MenuKey.VISIT,
        MenuKey.LETTERS: MenuKey.VISIT,
        MenuKey.DAY: MenuKey.VISIT,
        MenuKey.REPORT: MenuKey.VISIT,
        MenuKey.PROCESS: MenuKey.AGREEMENT,
        MenuKey.REGISTER: MenuKey.AGREEMENT,
        MenuKey.GOING: MenuKey.TEXT,
        MenuKey.TERMS: MenuKey.TEXT,
        MenuKey.PEOPLE: MenuKey.INSTITUTION,
    }
)
"""The menus that stand at the end of another one."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command: what pages and tests call it, where it stands, what it says.

    With ``place`` it is always open: the window goes to that place first. Without it, it is open
    while the page on screen, or the window itself, answers to its name. A shortcut is its own,
    or shared with commands of another page (the part of the name before the dot), which are
    never open together; a single letter works only where the list that took the action has the
    keyboard. ``ends_group`` draws a line under it in the menu.
    """

    name: str
    menu: MenuKey
    text: str
    shortcut: str = ""
    icon: str = ""
    place: str = ""
    ends_group: bool = False
    checkable: bool = False

    @property
    def page(self) -> str:
        """The part of the program it belongs to."""
        return self.name.partition(".")[0]


def make_actions(
    specs: Iterable[ActionSpec], run: Callable[[str], None], parent: QWidget
) -> dict[str, QAction]:
    """Return an action for each command, translated now; each calls ``run`` with its name."""
    made: dict[str, QAction] = {}
    for spec in specs:
        action = QAction(tr(spec.text), parent)
        action.setObjectName(spec.name)
        action.setShortcut(QKeySequence(spec.shortcut))
        if len(spec.shortcut) == 1:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(spec.checkable)
        action.setShortcutVisibleInContextMenu(True)
        action.setProperty("icon_name", spec.icon)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.triggered.connect(partial(_run, run, spec.name))
        made[spec.name] = action
    return made


def fill_menu(menu: QMenu, specs: Iterable[ActionSpec], actions: Mapping[str, QAction]) -> None:
    """Put the commands into a menu in their order."""
    for spec in specs:
        menu.addAction(actions[spec.name])
        if spec.ends_group:
            menu.addSeparator()


def keys_text(action: QAction) -> str:
    """Return a command's key as it stands on the keyboard: Enter, not Return; "" for none."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return keys.replace("Return", "Enter")


def plain_text(action: QAction) -> str:
    """Return what a command says on a button: without its mnemonic and dots."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _run(run: Callable[[str], None], name: str, _checked: bool = False) -> None:
    run(name)
