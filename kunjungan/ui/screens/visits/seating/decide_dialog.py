"""Asks in which order guests of equal rank go, and why: the officer's word with its reason."""

from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import RankedGuest, decide_order, undecide
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.seating.order_rows import EqualRow
from kunjungan.ui.screens.visits.seating.words import brief_name, rank_words
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.fields import TextField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import column, framed, row

_MOST, _LINE = 8, 28


class OrderField(QWidget):
    """A few guests that are put in order by Alt+Up and Alt+Down, by buttons, or dragged.

    Signals:
        changed: The order is another one.
    """

    changed = Signal()

    def __init__(self, lines: Sequence[RankedGuest], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = _Movable(self)
        for line in lines:
            words = joined(brief_name(line.guest), rank_words(line.guest))
            item = QListWidgetItem(words, self._list)
            item.setData(Qt.ItemDataRole.UserRole, line.guest.id)
        self._list.setCurrentRow(0)
        self._list.setFixedHeight(_LINE * min(len(lines), _MOST) + 6)
        self._list.stepped.connect(self.step)
        self._list.model().rowsMoved.connect(self.changed)
        up = button(tr("Up"), lambda: self.step(-1), icon="arrow_up")
        down = button(tr("Down"), lambda: self.step(1), icon="arrow_down")
        side = framed(column(up, down, None))
        layout = row(self._list, side)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._list)

    def value(self) -> tuple[UUID, ...]:
        """Return the attendees in the order shown."""
        items = (self._list.item(place) for place in range(self._list.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items)

    def begin_with(self, guest_id: UUID, step: int) -> None:
        """Show the order with one guest already a step ahead or behind."""
        self._list.setCurrentRow(self.value().index(guest_id))
        self.step(step)

    def step(self, by: int) -> None:
        """Move the current guest."""
        place = self._list.currentRow()
        if 0 <= place + by < self._list.count():
            item = self._list.takeItem(place)
            self._list.insertItem(place + by, item)
            self._list.setCurrentRow(place + by)
            self.changed.emit()


class _Movable(QListWidget):
    """A list whose lines move.

    Signals:
        stepped: Alt with an arrow was pressed; carries -1 or 1.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(3)
        self.setProperty("frame", "card")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(by)
            return
        super().keyPressEvent(event)


class DecideDialog:
    """The order of some equals, and the reason that is kept with it."""

    def __init__(self, office: Office, visit_id: UUID, equals: EqualRow, parent: QWidget) -> None:
        self._office, self._visit, self._decided = office, visit_id, equals.ids
        intro = tr(
            "The law ranks them alike. Your order and its reason are kept, printed nowhere, and "
            "used on every list and plan of this visit."
        )
        self.dialog = FormDialog(
            tr("Order among equals"), tr("Keep this order"), parent, intro=intro
        )
        self.order = OrderField(equals.guests)
        self.reason = TextField(2, 4)
        self.reason.set_value(equals.reason)
        self.dialog.add(tr("Order, the first goes ahead"), self.order)
        hint = tr("For example: order of arrival of the letters, as agreed with the guests.")
        self.dialog.add(tr("Reason"), self.reason, hint=hint, needed=True)
        self.taken_back = False
        if equals.decided:
            back = button(tr("Take the decision back"), self.take_back, kind="link")
            self.dialog.add_widget(framed(row(back, None)))

    def ask(self) -> bool:
        """Ask; False when given up."""
        return self.dialog.run(self.save)

    def take_back(self) -> None:
        """Let the guests be equal again, without an order of the officer's."""
        with refusals_shown(self.dialog):
            for ahead, behind in pairwise(self._decided):
                undecide(self._office, self._visit, ahead, behind)
            self.taken_back = True
            self.dialog.accept()

    def save(self) -> None:
        """Keep the officer's word."""
        decide_order(self._office, self._visit, self.order.value(), self.reason.value())
