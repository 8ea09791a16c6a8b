"""A field for the offices that clear a text, one a line."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.domain.clearance import OWN_ROUTE, route_from, route_lines

_LINES = 6


class RouteField(QPlainTextEdit):
    """Lines such as ``Bagian Hukum | Legal Division``; an empty field means the usual route.

    Signals:
        changed: The keyboard has left the field.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 24)

    def value(self) -> tuple[str, ...]:
        """Return the lines as the setting keeps them, none for the usual route."""
        return route_lines(route_from(self.toPlainText().splitlines()))

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show a route; the usual one is written out."""
        route = route_from(value) if value else OWN_ROUTE
        self.setPlainText("\n".join(f"{one.id} | {one.en}" if one.en else one.id for one in route))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.changed.emit()
