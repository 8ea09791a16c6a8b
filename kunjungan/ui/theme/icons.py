"""Icons by name, painted in the colours of the theme.

The drawings are Fluent System Icons (Microsoft, MIT); see ``resources/icons/LICENSE``.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from kunjungan.resources import resource
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens


def icon(name: str, size: int = 16, role: str = "text2") -> QIcon:
    """Return the icon in the colour of a token, and quieter where it is disabled."""
    tokens = current_tokens()
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, _colour(tokens, role)),
        (QIcon.Mode.Disabled, tokens.stroke),
    ):
        made.addPixmap(pixmap(name, size, colour, ratio), mode)
    return made


def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return the drawing ``size`` logical pixels wide in one colour; drawn once, then kept."""
    key = f"kunjungan/{name}/{size}/{colour}/{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawn = _draw(name, size, QColor(colour), ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _colour(tokens: Tokens, role: str) -> str:
    return str(getattr(tokens, role))


def _draw(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    drawn = _mask(name, size, ratio)
    painter = QPainter(drawn)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawn.rect(), colour)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _mask(name: str, size: int, ratio: float) -> QPixmap:
    """Return the bare drawing, read from its file once whatever colours it is shown in."""
    key = f"kunjungan/{name}/{size}/{ratio}"
    mask = QPixmap()
    if not QPixmapCache.find(key, mask):
        edge = round(size * ratio)
        mask = QPixmap(edge, edge)
        mask.fill(Qt.GlobalColor.transparent)
        painter = QPainter(mask)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(_file(name, size)).render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        QPixmapCache.insert(key, mask)
    return QPixmap(mask)


def _file(name: str, size: int) -> str:
    """Return the drawing made for this size, or the other one where there is only one."""
    wanted, other = (16, 20) if size <= 18 else (20, 16)
    try:
        return str(resource(f"icons/{name}_{wanted}_regular.svg"))
    except FileNotFoundError:
        return str(resource(f"icons/{name}_{other}_regular.svg"))
