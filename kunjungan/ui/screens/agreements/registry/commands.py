"""What can be done with one agreement of the register, in the list and on its own page."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.registry.facts import end_form, take_back_end
from kunjungan.services.registry.renewal import renewal_of
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.dates import brief_day
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.agreements.registry.chain_dialog import show_chain
from kunjungan.ui.screens.agreements.registry.end_dialog import ask_end
from kunjungan.ui.screens.agreements.registry.facts_dialog import ask_register_facts
from kunjungan.ui.screens.agreements.registry.renew_dialog import ask_renewal


class RegistryCommands:
    """Extend, end, show the chain, edit field and unit."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._parent = parent

    def answers(self, agreement_id: UUID) -> dict[str, Callable[[], None]]:
        """Return what each command does with an agreement."""
        return {
            "agreement.renew": partial(self.renew, agreement_id),
            "agreement.end": partial(self.end, agreement_id),
            "agreement.chain": partial(self.show_chain, agreement_id),
            "register.facts": partial(self.edit_facts, agreement_id),
        }

    def renew(self, agreement_id: UUID) -> None:
        """Draft a renewal, or go to the one that there is already."""
        office = self._context.office
        with refusals_shown(self._parent):
            there = renewal_of(office, agreement_id)
            if there is not None:
                self._context.navigate(Address("agreements", there))
                self._context.toast(tr("It is extended already: this is the renewal."))
                return
            made = ask_renewal(office, agreement_id, self._parent)
            if made is not None:
                self._context.navigate(Address("agreements", made))
                self._context.toast(tr("Renewal drafted"), undo=True)

    def end(self, agreement_id: UUID) -> None:
        """Record an early end, or take it back after asking."""
        office = self._context.office
        with refusals_shown(self._parent):
            ended = end_form(office, agreement_id)
            if ended is None:
                if ask_end(office, agreement_id, self._parent):
                    self._context.toast(tr("End recorded"), undo=True)
                return
            title = tr("Take back the end of {day}?", day=brief_day(ended.on, year=True))
            words = tr("Reason given: {reason}", reason=ended.reason)
            if ask(self._parent, title, words, verb=tr("Take back the end"), danger=False):
                take_back_end(office, agreement_id)
                self._context.toast(tr("The end was taken back"), undo=True)

    def show_chain(self, agreement_id: UUID) -> None:
        """Show what an agreement belongs to, and jump where the person wants."""
        with refusals_shown(self._parent):
            wanted = show_chain(self._context.office, agreement_id, self._parent)
            if wanted is not None:
                self._context.navigate(Address("agreements", wanted))

    def edit_facts(self, agreement_id: UUID) -> None:
        """Ask for field, unit and note."""
        with refusals_shown(self._parent):
            if ask_register_facts(self._context.office, agreement_id, self._parent):
                self._context.toast(tr("Register updated"), undo=True)
