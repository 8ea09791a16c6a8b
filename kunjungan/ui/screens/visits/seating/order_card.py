"""The card at the left: the order of precedence with its law, and who has no seat yet."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.precedence.order import Ranking
from kunjungan.services.seating import PlanView
from kunjungan.ui.screens.visits.seating.order_list import OrderList
from kunjungan.ui.screens.visits.seating.order_rows import rows_of
from kunjungan.ui.screens.visits.seating.words import brief_place
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.layouts import framed, row

_HEAD, _WIDE = 42, 250


class OrderCard(QFrame):
    """A heading with the law, and the list below it; ``rows`` is the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.rows = OrderList(self)
        self._law = set_role(QLabel(self), TextRole.SMALL)
        title = set_role(QLabel(tr("Order of precedence"), self), TextRole.CARD)
        head = framed(row(title, None, self._law, margins=(12, 0, 12, 0)), self)
        head.setFixedHeight(_HEAD)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._law.setVisible(self.width() >= _WIDE)

    def show_order(self, order: Ranking, view: PlanView | None) -> None:
        """Show the order, each guest with the seat on this plan."""
        taken = [seat for seat in (view.seats if view is not None else ()) if seat.guest]
        seats = {
            seat.guest.guest.id: brief_place(seat, view.parts)
            for seat in taken
            if seat.guest is not None and view is not None
        }
        self._law.setText(order.law)
        self.rows.show_rows(rows_of(order.lines, view.unseated if view else (), seats))
