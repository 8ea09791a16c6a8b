"""What can be done with guests and their delegations."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Literal, get_args
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from kunjungan.i18n import tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.delegations import (
    give_vehicle,
    mark_attendance,
    remove_attendees,
    remove_delegation,
)
from kunjungan.services.guests.participants import Participant
from kunjungan.services.overview import VisitOverview
from kunjungan.services.pack.outdated import due_cards
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.guest_words import ATTENDANCES
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.visits.ahead_dialog import ask_order, neighbours
from kunjungan.ui.screens.visits.delegation_dialog import ask_delegation
from kunjungan.ui.screens.visits.guest_dialog import EMPTY, GuestPlace, ask_guest, ask_new_guest
from kunjungan.ui.screens.visits.guest_part import vehicles
from kunjungan.ui.screens.visits.guest_rows import OWN, GuestRow, guest_words
from kunjungan.ui.screens.visits.represent_dialog import ask_substitute
from kunjungan.ui.screens.visits.seating.moves_words import cards_words
from kunjungan.ui.screens.visits.words import body_name, guests_words, joined
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.suggest_field import SuggestField

Answer = Literal["invited", "confirmed", "present", "absent"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
"""Answers that need nothing more; who is represented needs somebody who comes instead."""


_NONE = "\N{EM DASH}"


class GuestVerbs:
    """Asks what is needed, does it, and says so with a way to undo it."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._office = context.office
        self._parent = parent

    def add(self, place: GuestPlace, party: str) -> UUID | None:
        """Ask for a new guest, of this party at first; return the guest's id."""
        made = ask_new_guest(self._office, place, party, EMPTY, self._parent)
        if made is not None:
            self._context.toast(tr("Guest added"), undo=True)
        return made

    def add_companion(self, place: GuestPlace, guest: Participant) -> UUID | None:
        """Ask for the spouse, aide or interpreter who goes with a guest; return the new id."""
        form = replace(
            EMPTY,
            role="spouse",
            attendance="confirmed",
            companion_of_id=guest.id,
            vehicle=guest.vehicle,
        )
        party = str(guest.delegation_id) if guest.delegation_id else OWN
        made = ask_new_guest(self._office, place, party, form, self._parent)
        if made is not None:
            self._context.toast(tr("Companion added"), undo=True)
        return made

    def edit(self, place: GuestPlace, guest: Participant) -> None:
        """Ask for changes to a guest."""
        with refusals_shown(self._parent):
            if ask_guest(self._office, place, guest.id, self._parent):
                self._context.toast(tr("Guest changed"), undo=True)

    def remove(self, guests: Sequence[Participant]) -> None:
        """Remove guests from their delegations; undo brings them back."""
        with refusals_shown(self._parent):
            remove_attendees(self._office, [guest.id for guest in guests])
            said = tr("{guests} removed", guests=_named(guests))
            self._context.toast(said, undo=True)

    def represent(self, place: GuestPlace, guest: Participant) -> UUID | None:
        """Ask who comes in a guest's place, say which cards are due; return who that is."""
        made = ask_substitute(self._office, guest, place.guests, self._parent)
        if made is not None:
            said = tr("{name} is represented", name=guest_words(guest))
            due = cards_words(due_cards(self._office, place.visit_id))
            self._context.toast(joined(said, due), undo=True)
        return made

    def move(self, visit_id: UUID, rows: Sequence[GuestRow], row: GuestRow, by: int) -> None:
        """Move a guest one place up or down among those of equal rank, for a reason."""
        with refusals_shown(self._parent):
            pair = neighbours(rows, row, by)
            if pair is not None and ask_order(self._office, visit_id, pair, self._parent):
                self._context.toast(tr("Order kept with its reason"), undo=True)

    def ask_attendance(self, guests: Sequence[Participant], at: QPoint) -> QMenu:
        """Offer the answers in a menu at a place on the screen; choosing one keeps it."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, answer in enumerate(ANSWERS, start=1):
            action = menu.addAction(f"&{number}  {tr(ATTENDANCES[answer])}")
            action.setCheckable(True)
            action.setChecked(all(guest.attendance == answer for guest in guests))
            action.triggered.connect(partial(self._mark, guests, answer))
        menu.addSeparator()
        menu.addAction(self._context.commands["guest.represent"])
        menu.popup(at)
        return menu

    def ask_vehicle(self, place: GuestPlace, guests: Sequence[Participant]) -> None:
        """Ask in which vehicle guests go, one already named or another."""
        dialog = FormDialog(tr("Vehicle"), tr("Keep vehicle"), self._parent, intro=_named(guests))
        field = SuggestField(tr("Car 1, bus"))
        field.set_items(vehicles(place.guests))
        field.set_value(guests[0].vehicle)
        dialog.add(tr("Vehicle"), field)
        ids = [guest.id for guest in guests]
        if dialog.run(lambda: give_vehicle(self._office, ids, field.value())):
            said = tr("{guests}: {answer}", guests=_named(guests), answer=field.value() or _NONE)
            self._context.toast(said, undo=True)

    def next_attendance(self, guests: Sequence[Participant]) -> None:
        """Give guests the answer after the first one's, round the end."""
        now = guests[0].attendance
        place = ANSWERS.index(now) + 1 if now in ANSWERS else 0
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

    def _mark(self, guests: Sequence[Participant], answer: Answer, *_: object) -> None:
        with refusals_shown(self._parent):
            mark_attendance(self._office, [guest.id for guest in guests], answer)
            said = tr("{guests}: {answer}", guests=_named(guests), answer=tr(ATTENDANCES[answer]))
            self._context.toast(said, undo=True)


def _named(guests: Sequence[Participant]) -> str:
    return guest_words(guests[0]) if len(guests) == 1 else guests_words(len(guests))
