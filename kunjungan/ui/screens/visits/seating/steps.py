"""Which seat an arrow leads to: the nearest one that lies that way on the drawing."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt

_Key = Qt.Key
ARROWS = {
    _Key.Key_Left: QPointF(-1, 0),
    _Key.Key_Right: QPointF(1, 0),
    _Key.Key_Up: QPointF(0, -1),
    _Key.Key_Down: QPointF(0, 1),
}
_ASIDE = 2.5
"""How much farther a seat counts for every pixel that it lies off the arrow's line."""


def beside(points: Mapping[str, QPointF], start: str, way: QPointF) -> str:
    """Return the seat that lies that way from another, or "" where none does."""
    here = points[start]
    found: list[tuple[float, str]] = []
    for key, point in points.items():
        gap = point - here
        along = QPointF.dotProduct(gap, way)
        across = abs(gap.x() * way.y() - gap.y() * way.x())
        if along > 1 and across <= 2 * along:
            found.append((along + _ASIDE * across, key))
    return min(found)[1] if found else ""
