"""The card at the left: the order of precedence with its law, and who has no seat yet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.precedence.order import Ranking
from kunjungan.services.seating import PlanView
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.seating.order_list import OrderList
from kunjungan.ui.screens.visits.seating.order_rows import rows_of
from kunjungan.ui.screens.visits.seating.words import brief_place
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.layouts import column, framed, row

_HEAD, _WIDE = 42, 250


class OrderCard(QFrame):
    """A heading with the law, and the list below it; ``rows`` is the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.rows = OrderList(self)
        self._law = set_role(QLabel(self), TextRole.SMALL)
        self._abroad = set_role(QLabel(self), TextRole.SMALL)
        self._abroad.setWordWrap(True)
        self._abroad.setContentsMargins(12, 0, 12, 8)
        title = set_role(QLabel(tr("Order of precedence"), self), TextRole.CARD)
        head = framed(row(title, None, self._law, margins=(12, 0, 12, 0)), self)
        head.setFixedHeight(_HEAD)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._abroad)
        layout.addWidget(self.rows, 1)
        self._none = framed(_nobody(), self)
        layout.addWidget(self._none, 1)
        self.setFocusProxy(self.rows)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_law()

    def _show_law(self) -> None:
        """Show the law beside the heading where there is room, the host's rules abroad below."""
        self._abroad.setVisible(bool(self._abroad.text()))
        self._law.setVisible(self.width() >= _WIDE and bool(self._law.text()))

    def show_order(self, order: Ranking, view: PlanView | None) -> None:
        """Show the order, each guest with the seat on this plan."""
        taken = [seat for seat in (view.seats if view is not None else ()) if seat.guest]
        seats = {
            seat.guest.guest.id: brief_place(seat, view.parts)
            for seat in taken
            if seat.guest is not None and view is not None
        }
        told = screen_side(order.ruled_by)
        self._law.setText(order.law if told == order.law else "")
        self._abroad.setText("" if told == order.law else tr("By {rules}", rules=told))
        self._show_law()
        self.rows.setVisible(bool(order.lines))
        self._none.setVisible(not order.lines)
        self.rows.show_rows(rows_of(order.lines, view.unseated if view else (), seats))


def _nobody() -> QVBoxLayout:
    """Say where guests come from while nobody is on a list."""
    title = set_role(QLabel(tr("Nobody is on the lists yet")), TextRole.CARD)
    words = tr("Add guests under Delegations; they then stand here by rank.")
    text = set_role(QLabel(words), TextRole.SMALL)
    for label in (title, text):
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    made = column(None, title, text, None, spacing=6, margins=(16, 0, 16, 0))
    made.setStretch(made.count() - 1, 2)
    return made
