"""Where Tab goes: to every stop of a window in reading order, one after the other.

Qt stops at whatever hands the keyboard on, such as a page that gives it to its table, and so
jumps over all that stands before what it is handed to; what is made later comes last to it.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_TAB = Qt.FocusPolicy.TabFocus
_REASONS = (Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.TabFocusReason)


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next stop of a window as it is read; False to leave it to Qt."""
    start = window.focusWidget()
    if start is None or not (start.isVisible() and start.isEnabled()):  # Qt seeks an heir
        return False
    stop = next_stop(start, forward=forward)
    if stop is None:
        return False
    stop.setFocus(_REASONS[forward])
    return True


def next_stop(start: QWidget, *, forward: bool) -> QWidget | None:
    """Return the next place in the window that takes the keyboard itself.

    None where Tab would not come to ``start``, or to nothing else.
    """
    stops = list(_stops_in(start.window()))
    if start not in stops or len(stops) < 2:
        return None
    return stops[(stops.index(start) + (1 if forward else -1)) % len(stops)]


def _stops_in(widget: QWidget) -> Iterator[QWidget]:
    inside = (child for child in widget.children() if isinstance(child, QWidget))
    shown = (child for child in inside if child.isVisible() and not child.isWindow())
    for child in _in_reading_order(shown):
        if child.isEnabled():
            if child.focusProxy() is None and (child.focusPolicy() & _TAB) == _TAB:
                yield child
            yield from _stops_in(child)


def _in_reading_order(widgets: Iterable[QWidget]) -> Iterator[QWidget]:
    """Yield neighbours line by line; on a line is what begins above the middle of its first."""
    lines: list[list[QWidget]] = []
    for widget in sorted(widgets, key=QWidget.y):
        if lines and widget.y() < lines[-1][0].geometry().center().y():
            lines[-1].append(widget)
        else:
            lines.append([widget])
    for line in lines:
        yield from sorted(line, key=QWidget.x)
