"""The plan with its bar above and its legend below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from kunjungan.services.office import Office
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import PlanLine, PlanView
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.seating.canvas_pointer import PlanCanvas
from kunjungan.ui.screens.visits.seating.legend import Legend
from kunjungan.ui.screens.visits.seating.toolbar import PlanBar
from kunjungan.ui.screens.visits.seating.who_card import Told, WhoCard
from kunjungan.ui.widgets.layouts import rule

_MENU = (
    "seating.who", "seating.lift", "seating.lock", "seating.reason", "seating.unseat", None,
    "seating.decide", None, "seating.arrange", "seating.add_row", "seating.edit",
)  # fmt: skip


class PlanPane(QFrame):
    """Bar, canvas, legend, and the card of who sits on a seat."""

    def __init__(
        self, office: Office, commands: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.bar = PlanBar(commands, self)
        self.canvas = PlanCanvas(self)
        self.legend = Legend(self)
        self._around = parent or self
        self.who = WhoCard(office, commands, self._around)
        self._menu = QMenu(self)
        for name in _MENU:
            if name is None:
                self._menu.addSeparator()
            else:
                self._menu.addAction(commands[name])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for part in (self.bar, rule(self), self.canvas, rule(self), self.legend):
            layout.addWidget(part, 1 if part is self.canvas else 0)
        self.canvas.looked.connect(self._on_looked)
        self.canvas.menu_wanted.connect(self._open_menu)
        self.who.closed.connect(self.canvas.setFocus)
        self.canvas.picked.connect(self.who.hide)

    def show_plan(
        self, plans: Sequence[PlanLine], view: PlanView, everyone: Sequence[RankedGuest]
    ) -> None:
        """Show a plan among those of its visit."""
        self.bar.show_plans(plans, view.id)
        self.canvas.show_plan(view, everyone)
        self.legend.show_plan(view, everyone)
        self._on_looked()

    def _tell_again(self) -> None:
        """Bring the open card up to date beside its seat, or close it where its guest is gone."""
        if self.who.isVisible():
            everyone = self.canvas.everyone
            told = next((one for one in everyone if one.guest.id == self.who.guest_id), None)
            if told is not None:
                self.tell_who(told)
            else:
                self.who.hide()

    def tell_who(self, line: RankedGuest) -> None:
        """Open the card of a guest beside the seat."""
        canvas = self.canvas
        seat = canvas.seat_of(line.guest.id)
        where = screen_side(seat.where) if seat is not None else ""
        ahead = canvas.everyone[line.number - 2] if line.number > 1 else None
        near = canvas.card_of(seat.place.key).toRect() if seat is not None else QRect(20, 20, 1, 1)
        near.moveTopLeft(canvas.viewport().mapTo(self._around, near.topLeft()))
        self.who.show_guest(Told(line, seat, where, ahead, canvas.astray(seat)), near)

    def strays(self) -> list[str]:
        """Return the seats that are not in order and have no reason."""
        seats = self.canvas.view.seats if self.canvas.view is not None else ()
        return [seat.place.key for seat in seats if seat.deviates and not seat.reason]

    def go_stray(self, step: int) -> None:
        """Go to the next seat that is not in order, round and round."""
        keys, canvas = self.strays(), self.canvas
        if keys:
            at = keys.index(canvas.key) + step if canvas.key in keys else min(step, 0)
            canvas.choose(keys[at % len(keys)])
            canvas.setFocus()

    def _on_looked(self) -> None:
        self.bar.show_lens(self.canvas.lens)
        self._tell_again()

    def _open_menu(self, at: QPoint) -> None:
        self._menu.popup(at)
