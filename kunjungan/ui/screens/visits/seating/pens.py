"""Writing and drawing on a plan, larger or smaller with it but never too small to read."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kunjungan.ui.theme.fonts import TextRole, font

CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEAST = 9
RADIUS = 5.0


def face(role: TextRole, zoom: float) -> QFont:
    """Return the typeface of a role at a zoom."""
    made = font(role)
    made.setPixelSize(max(round(made.pixelSize() * zoom), _LEAST))
    return made


def write(
    painter: QPainter, room: QRectF, words: str, look: tuple[QFont, str], side: int = CENTRE
) -> None:
    """Write one line in a face and colour, cut where it does not fit."""
    painter.setFont(look[0])
    painter.setPen(QColor(look[1]))
    cut = QFontMetricsF(look[0]).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, side, cut)


def shrunk(words: str, look: QFont, width: float) -> QFont:
    """Return a typeface in which words fit, smaller where needed but never too small to read."""
    made = QFont(look)
    while made.pixelSize() > _LEAST and QFontMetricsF(made).horizontalAdvance(words) > width:
        made.setPixelSize(made.pixelSize() - 1)
    return made


def with_initials(name: str, look: QFont, width: float) -> str:
    """Return a name that fits: whole, else its middle words, else all but the first as initials.

    >>> with_initials("Panca Wijaya Akbar", font, 90)
    'Panca W. Akbar'
    """
    words = name.split()
    middle = [words[0], *(f"{word[0]}." for word in words[1:-1]), *words[1:][-1:]]
    first = [words[0], *(f"{word[0]}." for word in words[1:])]
    metrics = QFontMetricsF(look)
    tries = (name, " ".join(middle), " ".join(first))
    return next((each for each in tries if metrics.horizontalAdvance(each) <= width), tries[-1])


def set_in(words: str, look: QFont, width: float, most: int) -> tuple[list[str], QFont]:
    """Return words in as few lines as they need, smaller before they are broken, and the face."""
    small = shrunk(words, look, width)
    return in_lines(words, small, width, most), small


def in_lines(words: str, look: QFont, width: float, most: int = 2) -> list[str]:
    """Return words broken into lines for a width, the last one cut where they do not all fit."""
    metrics, lines = QFontMetricsF(look), [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or len(lines) == most or metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def box(
    painter: QPainter, rect: QRectF, fill: str, edge: str, width: float = 1, *, dashed: bool = False
) -> None:
    """Draw a rounded box; an empty ``fill`` leaves it open."""
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(edge), width, style))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def disc(painter: QPainter, rect: QRectF, fill: str, edge: str) -> None:
    """Draw a circle."""
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill))
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
