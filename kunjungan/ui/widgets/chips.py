"""Status chips and key hints, drawn alike as widgets and inside tables."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tone, ink

CHIP_HEIGHT = 20
KEY_HEIGHT = 18
_PAD = 7
_ICON = 14


@dataclass(frozen=True, slots=True)
class ChipText:
    """A short word with its colour, and an icon where the word needs help."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


def chip_width(chip: ChipText) -> float:
    """Return how wide a chip is drawn, in logical pixels."""
    icon = _ICON + 3 if chip.icon else 0
    return QFontMetricsF(_chip_font()).horizontalAdvance(chip.text) + icon + 2 * _PAD


def draw_chip(painter: QPainter, at: QPointF, chip: ChipText, *, room: float = 1000.0) -> float:
    """Draw a chip with its left middle at ``at``, cut to ``room``; return its width."""
    colours = ink(current_tokens(), chip.tone)
    width = min(chip_width(chip), room)
    box = QRectF(at.x() + 0.5, at.y() - CHIP_HEIGHT / 2 + 0.5, width - 1, CHIP_HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(QColor(colours.soft))
    painter.drawRoundedRect(box, 4, 4)
    inside = box.adjusted(_PAD - 0.5, 0, -_PAD + 0.5, 0)
    if chip.icon:
        image = pixmap(chip.icon, _ICON, colours.text, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(inside.left(), at.y() - _ICON / 2), image)
        inside.setLeft(inside.left() + _ICON + 3)
    _draw_words(painter, inside, chip.text, _chip_font(), colours.text)
    painter.restore()
    return width


def key_width(keys: str) -> float:
    """Return how wide a key hint is drawn, in logical pixels."""
    return QFontMetricsF(font(TextRole.NOTE)).horizontalAdvance(keys) + 2 * 5


def draw_key(painter: QPainter, at: QPointF, keys: str, ink_colour: str, edge: str) -> float:
    """Draw a key hint with its left middle at ``at``; return its width."""
    width = key_width(keys)
    box = QRectF(at.x() + 0.5, at.y() - KEY_HEIGHT / 2 + 0.5, width - 1, KEY_HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    _draw_words(painter, box.adjusted(4.5, 0, 0, 0), keys, font(TextRole.NOTE), ink_colour)
    painter.restore()
    return width


class Chip(QWidget):
    """A status chip on a page; says its word to screen readers."""

    def __init__(self, chip: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: ChipText) -> None:
        """Show another word or colour."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._chip) + 0.49), CHIP_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_chip(painter, QPointF(0, self.height() / 2), self._chip, room=self.width())


class KeyHint(QWidget):
    """A key to press, as it stands on the keyboard."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(key_width(self._keys) + 0.49), KEY_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        at = QPointF(0, self.height() / 2)
        draw_key(painter, at, self._keys, tokens.text3, tokens.neutral_line)


def _chip_font() -> QFont:
    made = font(TextRole.NOTE)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _draw_words(painter: QPainter, room: QRectF, text: str, face: QFont, colour: str) -> None:
    painter.setFont(face)
    painter.setPen(QColor(colour))
    cut = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, flags, cut)
