"""The board of a day as a widget: chosen and moved by keys, dragged and stretched by pointer."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from kunjungan.domain.rundown import clock_at
from kunjungan.i18n import tr
from kunjungan.services.visit_day.board import Board
from kunjungan.ui.dates import hours_words
from kunjungan.ui.screens.visits.board.holding import (
    STEP,
    Hold,
    at_edge,
    other_minutes,
    told_hours,
)
from kunjungan.ui.screens.visits.board.painting import Marks, paint_board, paint_ghost
from kunjungan.ui.screens.visits.board.places import Placed, Places, session_minutes
from kunjungan.ui.screens.visits.board.steps import beside, in_order
from kunjungan.ui.screens.visits.board.words import described

_Key = Qt.Key
_ARROWS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_OWN = {*_ARROWS, _Key.Key_Up, _Key.Key_Down, _Key.Key_Escape}


class BoardCanvas(QWidget):
    """Shows a board and lets its sessions be chosen, moved and stretched by 5 minutes.

    Signals:
        picked: Another session is chosen, or none.
        opened: The session chosen was asked for.
        held: A session is held elsewhere than it stands: carries its id, start and end; None when
            it was let go.
        dropped: A session was given other hours: carries its id, start and end.
        menu_wanted: The menu was asked for; carries where on screen.
    """

    picked = Signal()
    opened = Signal()
    held = Signal(object)
    dropped = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._places: Places | None = None
        self._current: UUID | None = None
        self._clashing: Collection[UUID] = ()
        self._hold: Hold | None = None
        self._room = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Board of the day"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_board(self, board: Board, clashing: Collection[UUID]) -> None:
        """Show a board; the session chosen stays so while it is there."""
        self._board, self._clashing = board, clashing
        self._hold = None
        self._lay_out()
        if self._places is not None and self._places.find(self._current) is None:
            first = in_order(self._places.placed)
            self._choose(first[0].id if first else None)
        self._describe()

    def set_room(self, height: int) -> None:
        """Say how high the window onto the board is; the hours fill it where they can."""
        self._room = height
        self._lay_out()

    def current(self) -> UUID | None:
        """Return the session chosen."""
        return self._current

    def select(self, session_id: UUID | None) -> None:
        """Choose a session."""
        if self._places is not None and self._places.find(session_id) is not None:
            self._choose(session_id)

    def box_of(self, session_id: UUID) -> QRect:
        """Return where a session is drawn, in the widget's own pixels."""
        placed = self._places.find(session_id) if self._places else None
        return placed.boxes[0].toRect() if placed else QRect()

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, round(self._places.height) if self._places else 200)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._places is None:
            return
        hold = self._hold if self._hold and self._hold.moved else None
        faint = hold.placed.id if hold else None
        painter = QPainter(self)
        marks = Marks(self._current, self._clashing, faint, focus=self.hasFocus())
        paint_board(painter, self._places, marks)
        if hold is not None:
            words = hours_words(*map(clock_at, hold.now))
            for box in self._places.boxes(hold.placed, *hold.now):
                paint_ghost(painter, box, words)

    @override
    def event(self, event: QEvent) -> bool:
        if _is_own_key(event) and self._current is not None:
            event.accept()  # Alt+Left is the session's here, not the window's way back
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = _Key(event.key()), event.modifiers()
        if key in _ARROWS and mods & Qt.KeyboardModifier.AltModifier:
            stretches = bool(mods & Qt.KeyboardModifier.ShiftModifier)
            self._nudge(_ARROWS[key] * STEP, stretches=stretches)
        elif key in {_Key.Key_Return, _Key.Key_Enter}:
            self.opened.emit()
        elif key == _Key.Key_Escape and self._hold is not None:
            self._let_go()
        elif not self._walk(key):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        placed = self._places.at(event.position()) if self._places else None
        self._choose(placed.id if placed else self._current)
        if placed is None or event.button() != Qt.MouseButton.LeftButton or placed.day is None:
            return
        minutes = session_minutes(placed.session)
        stretches = at_edge(placed, event.position())
        self._hold = Hold(placed, event.position(), minutes, stretches, minutes)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hold = self._hold
        if hold is None or hold.placed.day is None:
            self._show_cursor(event.position())
            return
        by = (event.position().y() - hold.at.y()) / hold.placed.day.scale
        by = round(by / STEP) * STEP
        self._hold_at(other_minutes(hold.before, by, stretches=hold.stretches))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hold = self._hold
        self._let_go()
        if hold is not None and hold.moved:
            self._drop(hold.placed, hold.now, stretches=hold.stretches)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._places and self._places.at(event.position()):
            self.opened.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _lay_out(self) -> None:
        if self._board is None:
            return
        self._places = Places(self._board, max(self.width(), 360), self._room)
        self.setMinimumHeight(round(self._places.height))
        self.updateGeometry()
        self.update()

    def _choose(self, session_id: UUID | None) -> None:
        if session_id == self._current:
            return
        self._current = session_id
        self._describe()
        self.update()
        self.picked.emit()

    def _describe(self) -> None:
        """Tell a screen reader the session chosen, as it stands now."""
        placed = self._places.find(self._current) if self._places else None
        if placed is None or self._board is None:
            return
        self.setAccessibleDescription(described(placed.session, self._board.columns))
        changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)

    def _walk(self, key: Qt.Key) -> bool:
        """Go to another session by an arrow; False for any other key."""
        if self._places is None or key not in _OWN - {_Key.Key_Escape}:
            return False
        following = beside(self._places.placed, self._places.find(self._current), key)
        if following is not None:
            self._choose(following.id)
        return True

    def _nudge(self, by: int, *, stretches: bool) -> None:
        placed = self._places.find(self._current) if self._places else None
        if placed is None or placed.day is None:
            return
        now = other_minutes(session_minutes(placed.session), by, stretches=stretches)
        if now != session_minutes(placed.session):
            self._drop(placed, now, stretches=stretches)

    def _hold_at(self, now: tuple[int, int]) -> None:
        if self._hold is None or self._hold.now == now:
            return
        hold = self._hold
        self._hold = Hold(hold.placed, hold.at, hold.before, hold.stretches, now)
        self.held.emit((hold.placed.id, *told_hours(hold.placed, now, stretches=hold.stretches)))
        self.update()

    def _let_go(self) -> None:
        if self._hold is not None:
            self._hold = None
            self.held.emit(None)
            self.update()

    def _drop(self, placed: Placed, now: tuple[int, int], *, stretches: bool) -> None:
        self.dropped.emit((placed.id, *told_hours(placed, now, stretches=stretches)))

    def _show_cursor(self, at: QPointF) -> None:
        placed = self._places.at(at) if self._places else None
        edge = placed is not None and placed.day is not None and at_edge(placed, at)
        self.setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)

    def _tip(self, event: QHelpEvent) -> None:
        placed = self._places.at(QPointF(event.pos())) if self._places else None
        words = described(placed.session, self._board.columns) if placed and self._board else ""
        QToolTip.showText(event.globalPos(), words, self)


def _is_own_key(event: QEvent) -> bool:
    """Say whether a key would go to the window's commands that means something here."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return _Key(event.key()) in _OWN
