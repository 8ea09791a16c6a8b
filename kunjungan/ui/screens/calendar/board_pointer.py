"""The pointer's way through the calendar: choose, drag, stretch, draw something new."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from kunjungan.ui.screens.calendar.board import Box
from kunjungan.ui.screens.calendar.board_keys import KeyBoard
from kunjungan.ui.screens.calendar.drag import Drag, Grip, start_drag

_LEFT = Qt.MouseButton.LeftButton
_RIGHT = Qt.MouseButton.RightButton


@dataclass(frozen=True, slots=True)
class Press:
    """Where the pointer went down, on which day and entry, and what it took hold of.

    ``scrolled`` is how far the view was scrolled then.
    """

    at: QPointF
    day: date
    box: Box | None
    grip: Grip
    scrolled: int = 0


class PointerBoard(KeyBoard):
    """A board whose entries are dragged and stretched, and on which new ones are drawn."""

    press: Press | None = None

    def grip_at(self, box: Box, at: QPointF) -> Grip:
        """Return what of an entry a point takes hold of."""
        del box, at
        return Grip.WHOLE

    def pulled_to(self, press: Press, at: QPointF) -> Drag | None:
        """Return what is dragged when the pointer has come to a point; None outside the days."""
        raise NotImplementedError

    def more_at(self, at: QPointF) -> date | None:
        """Return the day whose entries did not all fit, where a point is on the words for it."""
        del at
        return None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        day = self.day_at(at)
        if day is None or self.drag is not None or event.button() not in {_LEFT, _RIGHT}:
            return
        if event.button() == _LEFT and (more := self.more_at(at)) is not None:
            self.day_opened.emit(more)
            return
        box = self.box_at(at)
        ref = box.occasion.ref if box is not None else None
        self.choose(box.day if box is not None else day, ref, reveal=False)
        if event.button() == _LEFT:
            grip = self.grip_at(box, at) if box is not None else Grip.WHOLE
            self.press = Press(at, day, box, grip, self.verticalScrollBar().value())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self.press is None or not event.buttons() & _LEFT:
            self._show_grip(at)
            return
        far = (at - self.press.at).manhattanLength() >= QApplication.startDragDistance()
        if self.drag is None and not far:
            return
        box = self.press.box
        if box is not None and not box.occasion.movable:
            return
        self.pointer = at
        self.scroll_at(at)
        self.carry(self.pulled_to(self.press, at) or self.drag)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == _LEFT and self.press is not None:
            self.press = None
            if self.drag is not None:
                self.let_go()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.press = None
        if event.button() != _LEFT or self.day_at(at) is None or self.more_at(at) is not None:
            return
        if (box := self.box_at(at)) is not None:
            self.opened.emit(box.occasion)
        else:
            self.asked.emit("visit.schedule")

    @override
    def carry(self, drag: Drag | None) -> None:
        if drag is None:
            self.press = None  # the button may still be down after Esc
        super().carry(drag)

    def scroll_at(self, at: QPointF) -> None:
        """Scroll on where the pointer drags against an edge."""
        bar, edge = self.verticalScrollBar(), 18
        if at.y() < self.top_edge() + edge:
            bar.setValue(bar.value() - edge)
        elif at.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge)

    def held(self, press: Press) -> Drag | None:
        """Return the drag of the entry that was pressed, still at its place."""
        return start_drag(press.box.occasion, press.grip) if press.box is not None else None

    def _show_grip(self, at: QPointF) -> None:
        box = self.box_at(at)
        if self.more_at(at) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif box is None or not box.occasion.movable:
            shape = Qt.CursorShape.ArrowCursor
        else:
            whole = self.grip_at(box, at) is Grip.WHOLE
            shape = Qt.CursorShape.OpenHandCursor if whole else self.stretch_cursor
        self.viewport().setCursor(shape)

    stretch_cursor = Qt.CursorShape.SizeVerCursor
