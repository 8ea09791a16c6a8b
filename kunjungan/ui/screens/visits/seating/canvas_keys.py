"""The keyboard's way through a plan: walk, lift, carry and put down without a pointer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from kunjungan.services.precedence.order import RankedGuest
from kunjungan.ui.screens.visits.seating.canvas import Canvas
from kunjungan.ui.screens.visits.seating.hold import Hold
from kunjungan.ui.screens.visits.seating.steps import ARROWS, beside

_Key = Qt.Key
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
LETTERS = {
    _Key.Key_L: "seating.lock",
    _Key.Key_R: "seating.reason",
    _Key.Key_V: "seating.mirror",
    _Key.Key_Plus: "seating.zoom_in",
    _Key.Key_Equal: "seating.zoom_in",
    _Key.Key_Minus: "seating.zoom_out",
    _Key.Key_0: "seating.fit",
}


class KeyCanvas(Canvas):
    """A plan on which guests are moved by keys."""

    def lift(self, line: RankedGuest | None = None) -> bool:
        """Take the guest of the chosen seat into the hand, or one from the list.

        False where nobody sits there or the seat is locked.
        """
        seat = self.seat_of(line.guest.id) if line is not None else self.current()
        line = line if line is not None else seat.guest if seat is not None else None
        if line is None or self.hold is not None or (seat is not None and seat.locked):
            return False
        self.setFocus()
        origin = seat.place.key if seat is not None else ""
        self.carry(Hold(line, origin, origin or self._first_empty()))
        return True

    def _first_empty(self) -> str:
        """Return the best seat that nobody has, else the chosen one."""
        seats = sorted(self.view.seats if self.view else (), key=lambda seat: seat.place.honour)
        free = next((seat for seat in seats if seat.guest is None), None)
        return free.place.key if free is not None else self.key

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = _Key(event.key()), event.modifiers() in _PLAIN
        done = plain and (self._carries(key) if self.hold is not None else self._goes(key))
        event.setAccepted(done)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Stay here while a guest is in the hand."""
        return self.hold is not None or super().focusNextPrevChild(next)

    def _carries(self, key: Qt.Key) -> bool:
        """Do what a key means while a guest is in the hand; every other key waits."""
        hold = self.hold
        if hold is None:
            return False
        if key == _Key.Key_Escape:
            self.carry(None)
        elif key in _ENTER or key == _Key.Key_Space:
            self.let_go()
        elif key in ARROWS:
            target = beside(self.points(), hold.target or self.key, ARROWS[key])
            self.carry(hold.over(target or hold.target))
        return True

    def _goes(self, key: Qt.Key) -> bool:
        if key in ARROWS:
            self.choose(beside(self.points(), self.key, ARROWS[key]) if self.key else "")
        elif key == _Key.Key_Space:
            self.asked.emit("seating.lift")
        elif key in _ENTER:
            self.asked.emit("seating.who")
        elif key in LETTERS:
            self.asked.emit(LETTERS[key])
        else:
            return False
        return True
