"""The forms of entries: firm, tentative, the leader's agenda, and one that clashes."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kunjungan.domain.visit_words import EntryKind
from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.theme.tokens import Tokens

BAR = 4
_RADIUS = 4
_DASH = [1.6, 1.2]


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of an entry: behind its words, round it, of its bar, of its time."""

    fill: str
    edge: str
    bar: str
    quiet: str
    dashed: bool = False


def look_of(occasion: Occasion, tokens: Tokens) -> Look:
    """Return the form of an occasion; that it clashes says more than all else."""
    dashed = occasion.tentative
    if occasion.clash:
        return Look(tokens.warn_soft, tokens.warn_line, tokens.warn, tokens.warn, dashed)
    if dashed:
        return Look(tokens.surface, tokens.stroke, tokens.stroke, tokens.text2, dashed)
    if isinstance(occasion.kind, EntryKind):
        return Look(tokens.neutral_soft, tokens.neutral_soft, tokens.text2, tokens.text2)
    return Look(tokens.accent_soft, tokens.accent_soft, tokens.accent_text, tokens.text2)


def weekend(tokens: Tokens) -> QColor:
    """Return the ground of Saturdays and Sundays: half way to the window's own."""
    ground, window = QColor(tokens.surface), QColor(tokens.bg)
    return QColor(
        (ground.red() + window.red()) // 2,
        (ground.green() + window.green()) // 2,
        (ground.blue() + window.blue()) // 2,
    )


def paint_frame(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Paint the form of an entry: its ground, its edge and the bar at its left."""
    painter.setPen(QPen(QColor(look.edge), 1))
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    bar = QRectF(rect.left(), rect.top(), BAR, rect.height())
    if look.dashed:
        pen = QPen(QColor(look.bar), BAR, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        middle = bar.center().x()
        painter.drawLine(QPointF(middle, bar.top()), QPointF(middle, bar.bottom()))
        return
    shape = QPainterPath()
    shape.addRoundedRect(rect, _RADIUS, _RADIUS)
    painter.save()
    painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
    painter.fillPath(shape, QColor(look.bar))
    painter.restore()


def paint_ring(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Paint the ring round what is chosen."""
    painter.setPen(QPen(QColor(tokens.accent_text), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)


def paint_drop(painter: QPainter, rect: QRectF, tokens: Tokens, *, clashing: bool) -> None:
    """Paint where what is dragged would fall, amber where it would clash."""
    edge = tokens.warn if clashing else tokens.accent_text
    painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(tokens.warn_soft if clashing else tokens.accent_soft))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def paint_ghost(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Paint the ground of what hangs at the pointer, with its shadow."""
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(6, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 9))
        painter.drawRoundedRect(rect.adjusted(-spread, 2 - spread, spread, 2 + spread), 6, 6)
    painter.setPen(QPen(QColor(tokens.stroke), 1))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
