"""Which session an arrow leads to."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QPointF, Qt

from kunjungan.ui.screens.visits.board.places import Placed

_Key = Qt.Key


def in_order(placed: Sequence[Placed]) -> list[Placed]:
    """Return sessions in the order of time, from left to right, those without hours last."""
    return sorted(placed, key=_order)


def beside(placed: Sequence[Placed], now: Placed | None, key: Qt.Key) -> Placed | None:
    """Return the session to which an arrow leads: up and down in time, left and right across.

    None where there is nothing further.
    """
    order = in_order(placed)
    if now is None:
        return order[0] if order else None
    if key in {_Key.Key_Up, _Key.Key_Down}:
        at = order.index(now) + (1 if key == _Key.Key_Down else -1)
        return order[at] if 0 <= at < len(order) else None
    return _across(order, now, 1 if key == _Key.Key_Right else -1)


def _across(order: Sequence[Placed], now: Placed, side: int) -> Placed | None:
    """Return the nearest session of the same day that begins further to one side."""
    here = _middle(now)
    there = [
        each
        for each in order
        if each.day is not None and each.day is now.day and side * (_middle(each) - here).x() > 1
    ]
    return min(there, key=lambda each: _apart(_middle(each) - here), default=None)


def _middle(placed: Placed) -> QPointF:
    return placed.boxes[0].center()


def _apart(between: QPointF) -> float:
    return abs(between.x()) + abs(between.y())


def _order(placed: Placed) -> tuple[bool, date, time, float, str]:
    line = placed.session.line
    start = line.starts_at or time.min
    left = placed.boxes[0].left()
    return placed.day is None, line.on or date.max, start, left, line.id.hex
