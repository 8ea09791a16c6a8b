"""Writes words into little room, and remembers how each was cut: months repaint at every step."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kunjungan.ui.theme.fonts import TextRole, font

_MOST = 20_000
"""How many cuts are remembered before all are forgotten."""


class Texts:
    """The typefaces of a view with what was measured in them."""

    def __init__(self) -> None:
        self._fonts = {role: font(role) for role in TextRole}
        self._fonts[TextRole.LABEL] = _strong_note()
        self._metrics = {role: QFontMetricsF(face) for role, face in self._fonts.items()}
        self._cuts: dict[tuple[str, TextRole, int, int], tuple[str, ...]] = {}

    def metrics(self, role: TextRole) -> QFontMetricsF:
        """Return the measures of a role's typeface."""
        return self._metrics[role]

    def cut(self, words: str, role: TextRole, width: float, lines: int = 1) -> tuple[str, ...]:
        """Return words broken into at most ``lines`` lines, the last one cut where it must be."""
        key = (words, role, int(width), lines)
        if key not in self._cuts:
            if len(self._cuts) > _MOST:
                self._cuts.clear()
            self._cuts[key] = tuple(_broken(words, self._metrics[role], width, lines))
        return self._cuts[key]

    def write(
        self, painter: QPainter, at: QPointF, lines: Sequence[str], role: TextRole, colour: str
    ) -> float:
        """Write cut lines from the top left at ``at`` and return the y below them."""
        metrics = self._metrics[role]
        painter.setFont(self._fonts[role])
        painter.setPen(QColor(colour))
        y = at.y()
        for line in lines:
            painter.drawText(QPointF(at.x(), y + metrics.ascent()), line)
            y += leading(metrics)
        return y

    def centre(
        self, painter: QPainter, room: QRectF, words: str, role: TextRole, colour: str
    ) -> None:
        """Write one line in the middle of a room, cut to its width."""
        painter.setFont(self._fonts[role])
        painter.setPen(QColor(colour))
        line = self.cut(words, role, room.width())[0]
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, line)

    def beside(
        self, painter: QPainter, room: QRectF, words: str, role: TextRole, colour: str
    ) -> None:
        """Write one line at the left of a room, half way down, cut to its width."""
        painter.setFont(self._fonts[role])
        painter.setPen(QColor(colour))
        line = self.cut(words, role, room.width())[0]
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), line)


def leading(metrics: QFontMetricsF) -> float:
    """Return how far lines stand apart: as close as their letters allow."""
    return round(metrics.ascent() + metrics.descent() - 1)


def _broken(words: str, metrics: QFontMetricsF, width: float, lines: int) -> list[str]:
    found: list[str] = []
    left = words.split()
    while left and len(found) < lines - 1:
        count = _fitting(left, metrics, width)
        found.append(" ".join(left[:count]))
        left = left[count:]
        if metrics.horizontalAdvance(found[-1]) > width:
            found[-1] = metrics.elidedText(found[-1], Qt.TextElideMode.ElideRight, width)
    if left or not found:
        rest = " ".join(left)
        found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return found


def _fitting(words: Sequence[str], metrics: QFontMetricsF, width: float) -> int:
    """Return how many of the words stand on one line, at least one."""
    count = len(words)
    while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > width:
        count -= 1
    return count


def _strong_note() -> QFont:
    made = font(TextRole.NOTE)
    made.setWeight(QFont.Weight.DemiBold)
    return made
