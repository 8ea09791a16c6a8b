"""What one does with a seating plan: each verb is one undoable change, and says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import Conflict
from kunjungan.i18n import tr
from kunjungan.services.seating import (
    PlanView,
    SeatView,
    add_row,
    arrange,
    give_reason,
    lock_seat,
    make_room,
    remove_plan,
    save_template,
    seat_guest,
    unseat,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words, screen_side
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.visits.seating.decide_dialog import DecideDialog
from kunjungan.ui.screens.visits.seating.order_rows import EqualRow
from kunjungan.ui.screens.visits.seating.plan_dialogs import EditPlanDialog, NewPlanDialog
from kunjungan.ui.screens.visits.seating.words import guest_name
from kunjungan.ui.widgets.fields import LineField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog

Deeds = dict[str, Callable[[], None]]


class SeatingVerbs:
    """Does things to plans; refusals are shown, nothing is half done."""

    def __init__(self, context: ScreenContext, parent: QWidget, reload: Callable[[], None]) -> None:
        self._context, self._reload = context, reload
        self._office = context.office
        self._parent = parent

    def new(self, visit_id: UUID) -> UUID | None:
        """Ask for a template and return the plan made from it."""
        made = None
        with refusals_shown(self._parent):
            made = NewPlanDialog(self._office, visit_id, self._parent).ask()
            if made is not None:
                self._say(tr("Plan made and seated by rank"))
        return made

    def edit(self, view: PlanView) -> None:
        """Ask for changes of a plan."""
        with refusals_shown(self._parent):
            if EditPlanDialog(self._office, view, self._parent).ask():
                self._say(tr("Plan changed"))

    def remove(self, view: PlanView) -> None:
        """Remove a plan after asking."""
        name = screen_side(view.name)
        text = tr("“{plan}” goes with all its seats. The guests and their order stay.", plan=name)
        with refusals_shown(self._parent):
            if ask(self._parent, tr("Remove this plan?"), text, verb=tr("Remove plan")):
                remove_plan(self._office, view.id)
                self._say(tr("Plan removed"))

    def arrange(self, view: PlanView) -> None:
        """Seat everybody by rank; locked seats stay."""
        with self._unchanged():
            arrange(self._office, view.id, seen=view.taken)
            self._say(tr("Arranged by rank"))

    def put(self, view: PlanView, guest_id: UUID, key: str) -> None:
        """Put a guest on a seat; who sits there takes the other's."""
        taken = next((s.guest for s in view.seats if s.place.key == key and s.guest), None)
        with self._unchanged():
            seat_guest(self._office, view.id, guest_id, key, seen=view.taken)
            self._say(tr("Seats changed") if taken else tr("Seated"))

    def unseat(self, view: PlanView, guest_id: UUID) -> None:
        """Take a guest off the seat."""
        with self._unchanged():
            unseat(self._office, view.id, guest_id, seen=view.taken)
            self._say(tr("Taken off the seat"))

    def lock(self, plan_id: UUID, seat: SeatView) -> None:
        """Lock a seat against every arranging, or unlock it."""
        if seat.guest is None:
            return
        with refusals_shown(self._parent):
            lock_seat(self._office, plan_id, seat.place.key, locked=not seat.locked)
            self._say(tr("Seat unlocked") if seat.locked else tr("Seat locked"))

    def reason(self, plan_id: UUID, seat: SeatView) -> None:
        """Ask why a guest sits where the order would not put him."""
        guest = seat.guest
        if guest is None:
            return
        intro = tr(
            "{name} sits at {seat}. The reason stays with the plan and is not printed.",
            name=guest_name(guest.guest),
            seat=screen_side(seat.where),
        )
        title, verb = tr("Reason for the seat"), tr("Keep the reason")
        dialog = FormDialog(title, verb, self._parent, intro=intro)
        field = TextField(2, 5)
        field.set_value(seat.reason)
        dialog.add(tr("Reason"), field, hint=tr("Leave it empty to take the reason away."))
        key = seat.place.key
        with refusals_shown(self._parent):
            if dialog.run(lambda: give_reason(self._office, plan_id, key, field.value())):
                self._say(tr("Reason kept"))

    def add_row(self, plan_id: UUID) -> None:
        """Put one more row, or table, into the room."""
        with refusals_shown(self._parent):
            add_row(self._office, plan_id)
            self._say(tr("Row added"))

    def make_room(self, plan_id: UUID) -> None:
        """Add as many rows as guests lack seats, and seat everybody."""
        with refusals_shown(self._parent):
            count = make_room(self._office, plan_id)
            one = tr("Row added, everybody has a seat")
            many = tr("{count} rows added, everybody has a seat", count=count)
            self._say(one if count == 1 else many)

    def save_template(self, view: PlanView) -> None:
        """Ask for a name and keep the room for other visits."""
        intro = tr("Other visits can start from this room. An older one of this name is replaced.")
        dialog = FormDialog(tr("Room template"), tr("Save template"), self._parent, intro=intro)
        name = LineField()
        name.set_value(screen_side(view.name))
        dialog.add(tr("Name"), name, needed=True)
        if dialog.run(lambda: save_template(self._office, view.id, name.value())):
            self._say(tr("Template saved"))

    def decide(
        self, visit_id: UUID, equals: EqualRow, step: tuple[UUID, int] | None = None
    ) -> None:
        """Ask in which order equals go, perhaps with one of them already a step ahead or behind."""
        with refusals_shown(self._parent):
            dialog = DecideDialog(self._office, visit_id, equals, self._parent)
            if step is not None:
                dialog.order.begin_with(*step)
            if dialog.ask():
                kept = tr("Order kept with its reason")
                self._say(tr("Decision taken back") if dialog.taken_back else kept)

    def print_papers(self, what: str) -> None:
        """Open the dialog of the day's papers with some of them ticked."""
        action = self._context.commands["pack.open"]
        action.setData(what)
        action.trigger()

    @contextmanager
    def _unchanged(self) -> Iterator[None]:
        """Show refusals; where another desk was first, show the plan as it is now and say so."""
        with refusals_shown(self._parent):
            try:
                yield
            except Conflict as refusal:
                self._reload()
                self._context.toast(refusal_words(refusal))

    def _say(self, words: str) -> None:
        self._context.toast(words, undo=True)


def seat_deeds(verbs: SeatingVerbs, view: PlanView, seat: SeatView) -> Deeds:
    """Return what can be done with a seat that somebody has, by the commands' names."""
    found: Deeds = {
        "seating.lock": partial(verbs.lock, view.id, seat),
        "seating.reason": partial(verbs.reason, view.id, seat),
    }
    if seat.guest is not None:
        found["seating.unseat"] = partial(verbs.unseat, view, seat.guest.guest.id)
    return found


def equals_deeds(verbs: SeatingVerbs, visit_id: UUID, guest_id: UUID, equals: EqualRow) -> Deeds:
    """Return how a guest is put ahead of or behind those of equal rank, by the commands' names."""
    decide = partial(verbs.decide, visit_id, equals)
    return {
        "seating.decide": decide,
        "seating.up": partial(decide, (guest_id, -1)),
        "seating.down": partial(decide, (guest_id, 1)),
    }
