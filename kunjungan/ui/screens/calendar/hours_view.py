"""The week and the day: hours down, days across, whole days above, a line where it is now."""

from PySide6.QtGui import QPainter
from typing_extensions import override

from kunjungan.ui.screens.calendar.entry_paint import paint_dragging
from kunjungan.ui.screens.calendar.hours_board import HoursBoard
from kunjungan.ui.screens.calendar.hours_paint import paint_hours
from kunjungan.ui.screens.calendar.hours_place import HEAD
from kunjungan.ui.theme.tokens import Tokens


class HoursView(HoursBoard):
    """One day or seven, hour by hour."""

    @override
    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        paint_hours(self, painter, tokens)

    @override
    def paint_carried(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setClipRect(self.viewport().rect().adjusted(0, HEAD, 0, 0))
        paint_dragging(self, painter, tokens)
