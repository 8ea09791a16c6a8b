"""The pointer's way through a plan: choose, drag to another seat, drag off, look closer."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import SeatView
from kunjungan.ui.screens.visits.seating.canvas_keys import KeyCanvas
from kunjungan.ui.screens.visits.seating.hold import Hold

_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_EDGE, _NOTCH = 20, 120


class PlanCanvas(KeyCanvas):
    """A plan on which guests are dragged; also those that the list hands over."""

    pressed: tuple[QPointF, SeatView] | None = None

    def drag_over(self, line: RankedGuest, at: QPointF) -> None:
        """Show a guest that the list hands over, held at a point of the view."""
        seat = self.seat_of(line.guest.id)
        origin = seat.place.key if seat is not None else ""
        self._carry_to(Hold(line, origin), at)

    def drop_here(self) -> None:
        """Put down the guest whom the list handed over."""
        self.let_go()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, button = event.position(), event.button()
        seat = self.seat_at(at)
        if seat is None or self.hold is not None or button not in {_LEFT, _RIGHT}:
            return
        self.choose(seat.place.key, reveal=False)
        if button == _LEFT and seat.guest is not None and not seat.locked:
            self.pressed = (at, seat)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self.pressed is None or not event.buttons() & _LEFT:
            self._show_cursor(at)
            return
        start, seat = self.pressed
        far = (at - start).manhattanLength() >= QApplication.startDragDistance()
        if seat.guest is not None and (far or self.hold is not None):
            self._carry_to(self.hold or Hold(seat.guest, seat.place.key), at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hold, outside = self.hold, not self.viewport().rect().contains(event.position().toPoint())
        dragged = self.pressed is not None and hold is not None
        self.pressed = None
        if hold is None or not dragged:
            return
        self.let_go()
        if outside:
            self.cast_off.emit(hold.guest_id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pressed = None
        if event.button() == _LEFT and self.seat_at(event.position()) is not None:
            self.asked.emit("seating.who")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def carry(self, hold: Hold | None) -> None:
        if hold is None:
            self.pressed = None  # the button may still be down after Esc
        super().carry(hold)

    def _carry_to(self, hold: Hold, at: QPointF) -> None:
        below = self.seat_at(at)
        takes = below is not None and not below.locked
        self._scroll_at(at)
        self.carry(hold.over(below.place.key if below is not None and takes else "", at))

    def _scroll_at(self, at: QPointF) -> None:
        """Scroll on where a guest is dragged against an edge."""
        port = self.viewport().rect()
        for bar, place, end in (
            (self.horizontalScrollBar(), at.x(), port.width()),
            (self.verticalScrollBar(), at.y(), port.height()),
        ):
            by = -_EDGE if 0 <= place < _EDGE else _EDGE if end - _EDGE < place <= end else 0
            bar.setValue(bar.value() + by)

    def _show_cursor(self, at: QPointF) -> None:
        seat = self.seat_at(at)
        free = seat is not None and seat.guest is not None and not seat.locked
        shape = Qt.CursorShape.OpenHandCursor if free else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
