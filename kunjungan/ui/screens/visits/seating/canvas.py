"""The room as a drawing: its seats with their guests, one of them chosen, one perhaps lifted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget
from typing_extensions import override

from kunjungan.domain.seating_kinds import Size
from kunjungan.i18n import tr
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import PlanView, SeatView
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.seating.hold import Hold
from kunjungan.ui.screens.visits.seating.lens import LARGEST, SMALLEST, Lens, fitting, rim_of
from kunjungan.ui.screens.visits.seating.plan_paint import Scene, paint_scene
from kunjungan.ui.screens.visits.seating.room_paint import object_at, paint_ground
from kunjungan.ui.screens.visits.seating.words import seat_words
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.widgets.spoken import Part, Spoken

_ZOOM, _BAR = 1.15, 12


class Canvas(QAbstractScrollArea):
    """Shows a plan from either side, larger or smaller; knows which seat is chosen.

    Signals:
        picked: Another seat is chosen, or none.
        asked: A command was asked for by a key or a double click; carries its name.
        dropped: A guest was put on a seat; carries the attendee's id and the seat's key.
        cast_off: A guest was dragged off the plan; carries the attendee's id.
        menu_wanted: The menu was asked for; carries where on screen.
        looked: Zoom or side changed.
    """

    picked = Signal()
    asked = Signal(str)
    dropped = Signal(object, str)
    cast_off = Signal(object)
    menu_wanted = Signal(QPoint)
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: PlanView | None = None
        self.lens = Lens(Size(1, 1))
        self.key = ""
        self.hold: Hold | None = None
        self.everyone: Sequence[RankedGuest] = ()
        self._zoom: float | None = None
        self.spoken = Spoken(self, self.viewport())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Seating plan"))
        self.viewport().setMouseTracking(True)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.lay_out)

    def show_plan(self, view: PlanView, everyone: Sequence[RankedGuest]) -> None:
        """Show a plan; the seat chosen stays chosen while it is there."""
        another = self.view is None or self.view.id != view.id
        self.view, self.everyone, self.hold = view, everyone, None
        if another:
            self._zoom = None
        if self.seat(self.key) is None:
            self.key = view.seats[0].place.key if view.seats else ""
        self.fit()
        self.tell()

    def seat(self, key: str) -> SeatView | None:
        """Return a seat by its key."""
        seats = self.view.seats if self.view is not None else ()
        return next((seat for seat in seats if seat.place.key == key), None)

    def seat_of(self, guest_id: UUID | None) -> SeatView | None:
        """Return the seat that a guest has."""
        seats = self.view.seats if self.view is not None else ()
        return next((s for s in seats if s.guest and s.guest.guest.id == guest_id), None)

    def current(self) -> SeatView | None:
        """Return the chosen seat."""
        return self.seat(self.key)

    def choose(self, key: str, *, reveal: bool = True) -> None:
        """Choose a seat."""
        if self.seat(key) is None:
            return
        self.key = key
        if reveal:
            self.reveal(key)
        self.viewport().update()
        self.tell()
        self.picked.emit()

    def zoom_by(self, steps: int) -> None:
        """Draw larger, or smaller with a negative number."""
        self.zoom_to(self.lens.zoom * _ZOOM**steps)

    def zoom_to(self, zoom: float | None) -> None:
        """Draw at a zoom, or with None as the room fits; the chosen seat stays in sight."""
        self._zoom = None if zoom is None else min(max(zoom, SMALLEST), LARGEST)
        self.fit()
        self.reveal(self.key)
        self.looked.emit()

    def see_from(self, *, stage: bool) -> None:
        """Show the room as it is seen from the stage, or by the audience."""
        self.lens = replace(self.lens, from_stage=stage)
        self.fit()
        self.reveal(self.key)
        self.tell()
        self.looked.emit()

    def carry(self, hold: Hold | None) -> None:
        """Show a guest lifted, over another seat, or put back."""
        self.hold = hold
        if hold is not None and hold.target:
            self.reveal(hold.target)
        self.viewport().update()
        self.tell()

    def let_go(self) -> None:
        """Put the lifted guest down; a seat that is taken changes hands."""
        hold = self.hold
        self.carry(None)
        if hold is not None and hold.moved:
            self.key = hold.target
            self.dropped.emit(hold.guest_id, hold.target)

    def card_of(self, key: str) -> QRectF:
        """Return where a seat is drawn, in the view's own pixels."""
        seat = self.seat(key)
        return self.lens.card(seat.place) if seat is not None else QRectF()

    def points(self) -> dict[str, QPointF]:
        """Return the middle of every seat as drawn."""
        seats = self.view.seats if self.view is not None else ()
        return {seat.place.key: self.lens.point(seat.place) for seat in seats}

    def seat_at(self, at: QPointF) -> SeatView | None:
        """Return the seat under a point."""
        seats = self.view.seats if self.view is not None else ()
        return next((s for s in reversed(seats) if self.lens.card(s.place).contains(at)), None)

    def fit(self) -> None:
        """Tell the scroll bars how much there is, and place everything anew."""
        if self.view is None:
            return
        room, seats = self.view.size, (seat.place for seat in self.view.seats)
        self.lens = replace(self.lens, room=room, trim=rim_of(room, seats, self.view.objects))
        space = QSizeF(self.maximumViewportSize()) - QSizeF(_BAR, 0)
        zoom = self._zoom if self._zoom is not None else fitting(self.lens, space)
        self.lens = replace(self.lens, zoom=zoom)
        size, port = self.lens.size, self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(round(size.width()) - port.width(), 0))
        down.setRange(0, max(round(size.height()) - port.height(), 0))
        across.setPageStep(port.width())
        down.setPageStep(port.height())
        self.lay_out()

    def lay_out(self) -> None:
        """Place the room where it is scrolled to."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self.lens = self.lens.within(QSizeF(self.viewport().size()), scrolled)
        self.spoken.soon()
        self.viewport().update()

    def reveal(self, key: str) -> None:
        """Scroll so that a seat can be seen."""
        card = self.card_of(key).adjusted(-12, -12, 12, 12)
        if not card.isValid():
            return
        port = self.viewport().rect()
        for bar, low, high, end in (
            (self.horizontalScrollBar(), card.left(), card.right(), port.width()),
            (self.verticalScrollBar(), card.top(), card.bottom(), port.height()),
        ):
            bar.setValue(round(bar.value() + min(low, 0) + max(high - end, 0)))

    def tell(self) -> None:
        """Say to screen readers what is chosen, or where the lifted guest would come down."""
        words = self._said()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            self.spoken.soon()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def parts(self) -> Iterator[Part]:
        """Yield the seats, for screen readers."""
        for seat in self.view.seats if self.view is not None else ():
            rect = self.lens.card(seat.place).toRect()
            chosen = seat.place.key == self.key
            yield Part(screen_side(seat.where), seat_words(seat), rect, chosen)

    def astray(self, seat: SeatView | None) -> str:
        """Return how the guest of a seat sits otherwise than by rank; "" in order."""
        key = seat.place.key if seat is not None else ""
        strays = self.view.deviations if self.view is not None else ()
        return next((label(one.kind) for one in strays if one.place.key == key), "")

    def _tip(self, at: QPointF) -> str:
        """Return what the seat or the thing under a point says in full."""
        seat = self.seat_at(at)
        if seat is not None or self.view is None:
            return joined(seat_words(seat), self.astray(seat)) if seat is not None else ""
        thing = object_at(self.view.objects, self.lens, at)
        return screen_side(thing.label) if thing is not None else ""

    def _said(self) -> str:
        key = self.hold.target if self.hold is not None else self.key
        seat = self.seat(key)
        return seat_words(seat) if seat is not None else ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_ground(painter, QRectF(self.viewport().rect()), self.lens, current_tokens())
        if self.view is not None:
            focus = self.hasFocus()
            paint_scene(
                painter, Scene(self.view, self.lens, self.everyone, self.key, focus, self.hold)
            )
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self.looked.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.viewport().mapToGlobal(self.card_of(self.key).bottomLeft().toPoint())
        self.menu_wanted.emit(place if by_key else event.globalPos())
