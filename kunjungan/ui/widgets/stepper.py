"""The stages of something that goes forward, as a row of numbered steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens

_CIRCLE = 22
_HEIGHT = 66


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Step:
    """A stage, a quiet note under it such as its date, and where it stands."""

    label: str
    note: str
    state: StepState


class Stepper(QWidget):
    """Shows how far along something is; it takes no clicks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[Step] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Replace the steps."""
        self._steps = steps
        self.setAccessibleName(", ".join(f"{step.label} {step.note}".strip() for step in steps))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        each = self.width() / len(self._steps)
        for place, step in enumerate(self._steps):
            left = place * each
            if place + 1 < len(self._steps):
                self._draw_line(painter, left, each, step, tokens)
            self._draw_circle(painter, left, place + 1, step, tokens)
            self._draw_words(painter, QRectF(left, 27, each - 8, 18), step, tokens)

    def _draw_line(
        self, painter: QPainter, left: float, each: float, step: Step, tokens: Tokens
    ) -> None:
        done = step.state is StepState.DONE
        painter.setPen(QPen(QColor(tokens.accent_text if done else tokens.border), 2))
        y = _CIRCLE / 2
        painter.drawLine(QPointF(left + _CIRCLE + 2, y), QPointF(left + each - 2, y))

    def _draw_circle(
        self, painter: QPainter, left: float, number: int, step: Step, tokens: Tokens
    ) -> None:
        circle = QRectF(left + 1, 1, _CIRCLE - 2, _CIRCLE - 2)
        done, now = step.state is StepState.DONE, step.state is StepState.NOW
        edge = tokens.accent if done else tokens.accent_text if now else tokens.stroke
        painter.setPen(QPen(QColor(edge), 2 if now else 1))
        painter.setBrush(QColor(tokens.accent if done else tokens.surface))
        painter.drawEllipse(circle)
        if done:
            tick = pixmap("checkmark", 16, tokens.on_accent, self.devicePixelRatioF())
            painter.drawPixmap(circle.center() - QPointF(8, 8), tick)
            return
        painter.setFont(font(TextRole.LABEL if now else TextRole.SMALL))
        painter.setPen(QColor(tokens.accent_text if now else tokens.text2))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _draw_words(self, painter: QPainter, room: QRectF, step: Step, tokens: Tokens) -> None:
        colours = {StepState.NOW: tokens.accent_text, StepState.OFF: tokens.text3}
        for text, role, colour in (
            (step.label, TextRole.LABEL, colours.get(step.state, tokens.text2)),
            (step.note, TextRole.SMALL, tokens.text2),
        ):
            face = font(role)
            metrics = QFontMetricsF(face)
            painter.setFont(face)
            painter.setPen(QColor(colour))
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)
            room.translate(0, 17)
