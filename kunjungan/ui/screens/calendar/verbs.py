"""The calendar's commands: which are open now, and what each one does."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from kunjungan.i18n import tr
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.action_list import READING
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.calendar.drag import Grip
from kunjungan.ui.screens.calendar.entry_verbs import EntryVerbs
from kunjungan.ui.screens.calendar.ical_files import CalendarFiles
from kunjungan.ui.screens.calendar.menu import ON_DAY, ON_ENTRY
from kunjungan.ui.screens.calendar.sheet_commands import sheet_commands
from kunjungan.ui.screens.calendar.sieve import View

Commands = dict[str, Callable[[], object]]


class Turning(Protocol):
    """What the commands need of the page: where one is, and how to go elsewhere."""

    def turn(self, by: int) -> None:
        """Turn the view's page."""

    def go_today(self) -> None:
        """Go to today."""

    def show_view(self, view: View) -> None:
        """Show another view of the same day."""

    def hold(self, grip: Grip) -> None:
        """Take hold of the chosen entry by the keyboard."""

    def next_clash(self) -> None:
        """Go to the next clash."""

    def slot_here(self) -> Slot:
        """Return the day, or hours, that are chosen."""


class CalendarVerbs:
    """Opens, adds and removes entries; files come in and go out."""

    def __init__(self, context: ScreenContext, page: QWidget) -> None:
        self._context = context
        self._page = page
        self._entries = EntryVerbs(context, page)
        self._files = CalendarFiles(context, page)

    def commands(self, page: Turning, one: Occasion | None, *, clashes: bool) -> Commands:
        """Return what can be done now, with an entry chosen or none."""
        found: Commands = {
            "calendar.today": page.go_today,
            "calendar.earlier": partial(page.turn, -1),
            "calendar.later": partial(page.turn, 1),
            "calendar.new_entry": lambda: self.add(page.slot_here()),
            "calendar.import": self._files.import_file,
            "calendar.export": self._files.export_file,
        }
        found |= {f"calendar.{view}": partial(page.show_view, view) for view in View}
        sheets = sheet_commands(self._context, self._page, page.slot_here().on)
        found |= sheets | {"page.print": sheets["calendar.sheet_week"]}
        if clashes:
            found["calendar.next_clash"] = page.next_clash
        found |= self._on_entry(page, one) if one is not None else {}
        looking_on = self._context.office.looking_on
        return {name: do for name, do in found.items() if not looking_on or name in READING}

    def add(self, slot: Slot) -> None:
        """Ask for a new entry in a slot."""
        with refusals_shown(self._page):
            self._context.office.refuse_looking_on()
            self._entries.add(slot)

    def open(self, one: Occasion) -> None:
        """Go to the visit of an occasion, or edit an entry that is no visit."""
        if one.visit_id is not None:
            self._context.navigate(Address("visits", one.visit_id))
        else:
            self._entries.edit(one.ref.id)

    def popup(self, at: QPoint, one: Occasion | None) -> None:
        """Show the menu of what can be done at a place."""
        menu = QMenu(self._page)
        menu.setAccessibleName(tr("Calendar"))
        names = (*(ON_ENTRY if one is not None else ()), *ON_DAY)
        commands: Mapping[str, object] = self._context.commands
        for name in names:
            if name is None:
                menu.addSeparator()
            elif name in commands and self._context.commands[name].isEnabled():
                menu.addAction(self._context.commands[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _on_entry(self, page: Turning, one: Occasion) -> Commands:
        found: Commands = {"calendar.open": partial(self.open, one)}
        if one.movable:
            found["calendar.move"] = partial(page.hold, Grip.WHOLE)
            found["calendar.stretch"] = partial(page.hold, Grip.END)
        if one.ref.source == "entry":
            found["calendar.remove"] = partial(self._entries.remove, one.ref.id)
        return found
