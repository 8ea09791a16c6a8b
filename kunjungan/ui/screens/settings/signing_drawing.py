"""A drawing of two who sign, as the audience sees them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.theme.palette import current_tokens

_TALL, _CARD, _GAP = 66, QSize(104, 28), 10


class SigningDrawing(QWidget):
    """Guest and host at the table, behind them the flag at the right of those who sit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_TALL)
        self._guest_right = True
        self._say()

    def show_choice(self, *, guest_right: bool) -> None:
        """Draw the guest at the host's right hand, or at the left."""
        self._guest_right = guest_right
        self._say()
        self.update()

    def words(self) -> tuple[str, str]:
        """Return who sits left and right as the audience sees it."""
        pair = (tr("Guest"), tr("Host"))
        return pair if self._guest_right else pair[::-1]

    def _say(self) -> None:
        left, right = self.words()
        told = tr("Seen by the audience: {left}, {right}", left=left, right=right)
        self.setAccessibleName(told)
        self.setToolTip(told)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, word in enumerate(self.words()):
            box = QRectF(at * (_CARD.width() + _GAP) + 0.5, 0.5, _CARD.width(), _CARD.height())
            host = word == tr("Host")
            painter.setPen(QPen(QColor(tokens.accent_line), 1))
            painter.setBrush(QColor(tokens.accent if host else tokens.accent_soft))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(tokens.on_accent if host else tokens.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        table = QRectF(0.5, _CARD.height() + 5.5, 2 * _CARD.width() + _GAP, 10)
        painter.setPen(QPen(QColor(tokens.stroke), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(table, 3, 3)
        painter.setPen(QColor(tokens.text2))
        below = QRectF(0, table.bottom() + 4, table.width(), 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tr("Audience"))
        painter.end()
