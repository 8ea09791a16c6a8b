"""The keyboard's way through the calendar: every pointer gesture has one."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from kunjungan.ui.screens.calendar.board import Board
from kunjungan.ui.screens.calendar.drag import STEP, Grip, shifted_day, start_drag

_Key = Qt.Key
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ARROWS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
LETTERS = {
    _Key.Key_T: "calendar.today",
    _Key.Key_B: "calendar.month",
    _Key.Key_P: "calendar.week",
    _Key.Key_H: "calendar.day",
    _Key.Key_A: "calendar.agenda",
    _Key.Key_M: "calendar.move",
    _Key.Key_S: "calendar.stretch",
    _Key.Key_N: "visit.schedule",
    _Key.Key_PageUp: "calendar.earlier",
    _Key.Key_PageDown: "calendar.later",
}


class KeyBoard(Board):
    """A board that one can walk, and on which entries are carried, without a pointer."""

    def take_hold(self, grip: Grip) -> bool:
        """Begin to move or stretch the chosen entry by keys; False where none can be moved."""
        one = self.current()
        if one is None or not one.movable or self.drag is not None:
            return False
        self.setFocus()
        self.carry(start_drag(one, grip))
        return True

    def arrow(self, across: int, down: int) -> tuple[int, int]:
        """Return how many days and minutes an arrow carries what is held."""
        return across, down * STEP

    def walk(self, across: int, down: int) -> None:
        """Go to the day, or the entry, that lies that way."""
        self.choose(shifted_day(self.day, across + 7 * down))

    def step_entry(self, by: int) -> bool:
        """Choose the next or the previous entry in reading order; False where there is none."""
        known = self.entries()
        refs = [one.ref for _, one in known]
        if self.ref in refs:
            at = refs.index(self.ref) + by
        else:
            ahead = [place for place, (day, _) in enumerate(known) if day >= self.day]
            first = ahead[0] if ahead else len(known)
            at = first if by > 0 else first - 1
        if not 0 <= at < len(known):
            return False
        self.choose(known[at][0], known[at][1].ref)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = _Key(event.key()), event.modifiers() in _PLAIN
        if plain and (self._carries(key) if self.drag is not None else self._goes(key)):
            event.accept()
            return
        event.ignore()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Walk the entries, then leave the calendar; while something is carried stay with it."""
        return self.drag is not None or self.step_entry(1 if next else -1) or self._leave(next)

    def _leave(self, onward: bool) -> bool:
        self.ref = None
        self.viewport().update()
        return super().focusNextPrevChild(onward)

    def _carries(self, key: Qt.Key) -> bool:
        """Do what a key means while something is held; every other key waits."""
        if self.drag is None:
            return False
        if key == _Key.Key_Escape:
            self.carry(None)
        elif key in {_Key.Key_Return, _Key.Key_Enter}:
            self.let_go()
        elif key in _ARROWS:
            self._pull(*_ARROWS[key])
        return True

    def _pull(self, across: int, down: int) -> None:
        if self.drag is not None:
            further = self.drag.further(*self.arrow(across, down))
            self.carry(further)
            self._follow(further.slot.until if further.grip is Grip.END else further.slot.on)

    def _follow(self, day: date) -> None:
        """Turn the page under what is carried out of it."""
        if not self.shown.since <= day < self.shown.until:
            self.day_wanted.emit(day)

    def _goes(self, key: Qt.Key) -> bool:
        if key in _ARROWS:
            self.walk(*_ARROWS[key])
        elif key in {_Key.Key_Return, _Key.Key_Enter}:
            self._open()
        elif key == _Key.Key_Escape and self.ref is not None:
            self.choose(self.day)
        elif key in LETTERS:
            self.asked.emit(LETTERS[key])
        else:
            return False
        return True

    def _open(self) -> None:
        one = self.current()
        if one is not None:
            self.opened.emit(one)
        else:
            self.day_opened.emit(self.day)
