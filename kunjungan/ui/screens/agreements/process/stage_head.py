"""A stage as one line of a path: a mark on the line, its name, a chip, a quiet line under it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.domain.standing import LEFT, StageState
from kunjungan.services.process.stage_lines import StageLine
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.agreements.process.stage_words import quiet_words, state_chip
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens
from kunjungan.ui.widgets.chips import chip_width, draw_chip
from kunjungan.ui.widgets.layouts import CARD_PAD

HEIGHT = 48
MARK = 18
TEXT_LEFT = CARD_PAD + MARK + 12
AXIS = CARD_PAD + MARK / 2
"""Where the line that joins the marks runs, from the left."""
_KEYS_OPEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StageHead(QAbstractButton):
    """Opens and closes what belongs to its stage; Up and Down go to its neighbours."""

    def __init__(self, line: StageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self._chip = state_chip(line)
        self._quiet = quiet_words(line)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{screen_side(line.name)}, {label(line.state)}")
        self.setAccessibleDescription(
            ", ".join(part for part in (self._chip.text if self._chip else "", self._quiet) if part)
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; leave the arrows to the path, which knows the neighbours."""
        if event.key() in _KEYS_OPEN and not event.isAutoRepeat():
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        if self.underMouse() and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            ground = QRectF(TEXT_LEFT - 8, 2, self.width() - TEXT_LEFT, HEIGHT - 4)
            painter.drawRoundedRect(ground, 5, 5)
        draw_mark(painter, QPointF(AXIS, HEIGHT / 2), self.line.state, tokens)
        room = QRectF(TEXT_LEFT, 0, self.width() - TEXT_LEFT - CARD_PAD - 20, HEIGHT)
        self._draw_words(painter, room, tokens)
        self._draw_chevron(painter, QPointF(self.width() - CARD_PAD - 5, HEIGHT / 2), tokens)

    def _draw_chevron(self, painter: QPainter, at: QPointF, tokens: Tokens) -> None:
        """Draw whether what belongs to the stage is shown under it."""
        down = -2 if self.isChecked() else 2
        painter.setPen(QPen(QColor(tokens.text3), 1.4))
        tip = at + QPointF(0, down)
        for side in (-4, 4):
            painter.drawLine(at + QPointF(side, -down), tip)

    def _draw_words(self, painter: QPainter, room: QRectF, tokens: Tokens) -> None:
        chip = self._chip
        first = QRectF(room.left(), 6 if self._quiet else (HEIGHT - 20) / 2, room.width(), 20)
        if chip is not None:
            width = chip_width(chip)
            draw_chip(painter, QPointF(room.right() - width, first.center().y() + 1), chip)
            first.setRight(first.right() - width - 10)
        state = self.line.state
        strong = self.isChecked() or state is StageState.STARTED
        quiet = self.line.aside or state in LEFT - {StageState.DONE}
        colour = tokens.text2 if quiet and not strong else tokens.text
        role = TextRole.STRONG if strong else TextRole.BODY
        _write(painter, first, screen_side(self.line.name), role, colour)
        second = QRectF(room.left(), 26, room.width(), 16)
        _write(painter, second, self._quiet, TextRole.SMALL, tokens.text2)


def draw_mark(painter: QPainter, at: QPointF, state: StageState, tokens: Tokens) -> None:
    """Draw how a stage stands as a mark on the line: full with a tick, half, hollow, struck."""
    circle = QRectF(at.x() - MARK / 2 + 1, at.y() - MARK / 2 + 1, MARK - 2, MARK - 2)
    done, begun = state is StageState.DONE, state is StageState.STARTED
    edge = tokens.accent if done else tokens.accent_text if begun else tokens.stroke
    painter.setPen(QPen(QColor(edge), 2 if begun else 1.2))
    painter.setBrush(QColor(tokens.accent if done else tokens.surface))
    painter.drawEllipse(circle)
    if done:
        tick = pixmap("checkmark", 12, tokens.on_accent, painter.device().devicePixelRatioF())
        painter.drawPixmap(at - QPointF(6, 6), tick)
    elif begun:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_text))
        painter.drawEllipse(at, 3.5, 3.5)
    elif state in LEFT:
        painter.setPen(QPen(QColor(tokens.text2), 1.6))
        painter.drawLine(at - QPointF(4, 0), at + QPointF(4, 0))


def _write(painter: QPainter, room: QRectF, text: str, role: TextRole, colour: str) -> None:
    face = font(role)
    painter.setFont(face)
    painter.setPen(QColor(colour))
    cut = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)
