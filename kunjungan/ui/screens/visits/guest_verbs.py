"""What can be done with guests and their delegations."""

from collections.abc import Sequence
from functools import partial
from typing import Literal, get_args
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from kunjungan.i18n import tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.delegations import (
    AttendeeLine,
    mark_attendance,
    remove_attendees,
    remove_delegation,
)
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import ATTENDANCES
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.visits.delegation_dialog import ask_delegation
from kunjungan.ui.screens.visits.guest_dialog import ask_guest, ask_new_guest
from kunjungan.ui.screens.visits.words import body_name, guests_words

Answer = Literal["invited", "confirmed", "present", "absent", "represented"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)


class GuestVerbs:
    """Asks what is needed, does it, and says so with a way to undo it."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._office = context.office
        self._parent = parent

    def add(self, seen: VisitOverview, delegation_id: UUID) -> UUID | None:
        """Ask for a new guest, in this delegation at first; return the guest's id."""
        made = ask_new_guest(self._office, seen.delegations, delegation_id, self._parent)
        if made is not None:
            self._context.toast(tr("Guest added"), undo=True)
        return made

    def edit(self, guest: AttendeeLine) -> None:
        """Ask for changes to a guest."""
        with refusals_shown(self._parent):
            if ask_guest(self._office, guest.id, self._parent):
                self._context.toast(tr("Guest changed"), undo=True)

    def remove(self, guests: Sequence[AttendeeLine]) -> None:
        """Remove guests from their delegations; undo brings them back."""
        with refusals_shown(self._parent):
            remove_attendees(self._office, [guest.id for guest in guests])
            said = tr("{guests} removed", guests=_named(guests))
            self._context.toast(said, undo=True)

    def ask_attendance(self, guests: Sequence[AttendeeLine], at: QPoint) -> QMenu:
        """Offer the answers in a menu at a place on the screen; choosing one keeps it."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, answer in enumerate(ANSWERS, start=1):
            action = menu.addAction(f"&{number}  {tr(ATTENDANCES[answer])}")
            action.setCheckable(True)
            action.setChecked(all(guest.attendance == answer for guest in guests))
            action.triggered.connect(partial(self._mark, guests, answer))
        menu.popup(at)
        return menu

    def next_attendance(self, guests: Sequence[AttendeeLine]) -> None:
        """Give guests the answer after the first one's, round the end."""
        place = ANSWERS.index(guests[0].attendance) + 1
        self._mark(guests, ANSWERS[place % len(ANSWERS)])

    def edit_delegation(self, seen: VisitOverview, line: DelegationLine) -> None:
        """Ask for changes to a delegation's facts."""
        with refusals_shown(self._parent):
            if ask_delegation(self._office, seen, line.id, self._parent) is not None:
                self._context.toast(tr("Delegation changed"), undo=True)

    def remove_delegation(self, line: DelegationLine) -> None:
        """Remove a delegation; asks first while it has guests."""
        text = tr(
            "“{body}” goes with {guests}. The people stay known, and undo brings it back.",
            body=body_name(line),
            guests=guests_words(line.listed),
        )
        verb = tr("Remove delegation")
        if line.listed and not ask(self._parent, tr("Remove this delegation?"), text, verb=verb):
            return
        with refusals_shown(self._parent):
            remove_delegation(self._office, line.id)
            self._context.toast(tr("Delegation removed"), undo=True)

    def _mark(self, guests: Sequence[AttendeeLine], answer: Answer, *_: object) -> None:
        with refusals_shown(self._parent):
            mark_attendance(self._office, [guest.id for guest in guests], answer)
            said = tr("{guests}: {answer}", guests=_named(guests), answer=tr(ATTENDANCES[answer]))
            self._context.toast(said, undo=True)


def _named(guests: Sequence[AttendeeLine]) -> str:
    return guests[0].name.plain if len(guests) == 1 else guests_words(len(guests))
