"""The three steps of an import on one line, the one that is on in the accent's colour."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens

_CIRCLE, _GAP, _LINE = 20, 8, 34


class StepsLine(QWidget):
    """Numbered circles with a word each; it takes no clicks."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, now: int) -> None:
        """Say which step is on, from 0."""
        self._now = now
        self.setAccessibleName(f"{now + 1}/{len(self._words)} {self._words[now]}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        strong = QFontMetricsF(font(TextRole.STRONG))
        words = sum(strong.horizontalAdvance(word) for word in self._words)
        marks = len(self._words) * (_CIRCLE + _GAP) + (len(self._words) - 1) * (_LINE + 2 * _GAP)
        return QSize(round(words + marks + 2), 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, x = current_tokens(), 1.0
        for place, word in enumerate(self._words):
            if x + _CIRCLE > self.width():
                return  # no room for the rest
            x = self._paint_step(painter, tokens, place, word, x)

    def _paint_step(
        self, painter: QPainter, tokens: Tokens, place: int, word: str, x: float
    ) -> float:
        """Draw one step with the line behind it; return where the next begins."""
        done, now, middle = place < self._now, place == self._now, self.height() / 2
        circle = QRectF(x, middle - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        colour = QColor(tokens.accent_text if done or now else tokens.stroke)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if done else QColor(tokens.surface))
        painter.drawEllipse(circle)
        if done:
            mark = pixmap("checkmark", 12, tokens.on_accent, self.devicePixelRatioF())
            painter.drawPixmap(circle.center() - QPointF(6, 6), mark)
        else:
            painter.setFont(font(TextRole.NOTE))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))
        face = font(TextRole.STRONG if now else TextRole.BODY)
        painter.setFont(face)
        painter.setPen(QColor(tokens.accent_text if now else tokens.text2))
        x += _CIRCLE + _GAP
        wide = QFontMetricsF(face).horizontalAdvance(word)
        room = QRectF(x, 0, wide + 2, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), word)
        x += wide + _GAP
        if place + 1 < len(self._words):
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(x, middle), QPointF(x + _LINE, middle))
        return x + _LINE + _GAP
