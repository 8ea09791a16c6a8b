"""What can be done with an entry of the calendar that is no visit."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.calendar.entries import remove_entry
from kunjungan.services.calendar.moving import Slot
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.calendar.entry_dialog import ask_entry, ask_new_entry


class EntryVerbs:
    """Asks what is needed, does it, and says so with a way to undo it."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._parent = parent

    def add(self, slot: Slot | None = None) -> UUID | None:
        """Ask for a new entry, today where no days are given, and return its id when kept."""
        today = self._context.office.today()
        made = ask_new_entry(self._context.office, slot or Slot(today, today), self._parent)
        if made is not None:
            self._context.toast(tr("Calendar entry added"), undo=True)
        return made

    def edit(self, entry_id: UUID) -> None:
        """Ask for changes to an entry."""
        with refusals_shown(self._parent):
            if ask_entry(self._context.office, entry_id, self._parent):
                self._context.toast(tr("Calendar entry changed"), undo=True)

    def remove(self, entry_id: UUID) -> None:
        """Take an entry out at once; undo brings it back."""
        with refusals_shown(self._parent):
            remove_entry(self._context.office, entry_id)
            self._context.toast(tr("Calendar entry removed"), undo=True)
