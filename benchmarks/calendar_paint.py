"""The painting part of ``benchmarks/calendar.py``: a month of a full calendar, a drag over it."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.measure import interleaved
from kunjungan.services.calendar.planner import Planner
from kunjungan.services.office import Office
from kunjungan.ui.screens.calendar.drag import Drag, start_drag
from kunjungan.ui.screens.calendar.month_view import MonthView
from kunjungan.ui.screens.calendar.reader import read_range, shown_of
from kunjungan.ui.screens.calendar.sieve import Sieve, View
from kunjungan.ui.theme.apply import ThemeChoice, dress

_SIZE = (906, 590)
"""The month's room in the window of 1366 by 720, in pixels."""
_AROUND = timedelta(days=45)


def month_painting(office: Office, day: date) -> dict[str, float]:
    """Time the month of a day, in milliseconds.

    From nothing read to everything painted, only what the window does again when it turns to
    the month, only painting it, and the floor: drawing an empty picture of that size.
    """
    view = _month(office, day)
    ways: dict[str, Callable[[], object]] = {
        "an empty picture": lambda: _paint(None),
        "paint again": lambda: _paint(view),
        "lay out and paint": lambda: _paint(_turned(view)),
        "read, lay out, paint": lambda: _paint(_month(office, day)),
    }
    return interleaved(ways)


def drag_steps(office: Office, day: date) -> dict[str, float]:
    """Time a step of a drag in milliseconds: its check, and its check with the month painted."""
    view = _month(office, day)
    one = next(one for one in view.shown.occasions if one.movable)
    planner = Planner(office, day - _AROUND, day + _AROUND)
    steps = iter(range(1, 1_000_000))

    def carried() -> Drag:
        return start_drag(one).by(next(steps) % 20)

    def step() -> None:
        drag = carried()
        planner.check(one.ref, drag.slot)
        view.carry(drag)
        _paint(view)

    return interleaved({"check": lambda: planner.check(one.ref, carried().slot), "step": step})


def _month(office: Office, day: date) -> MonthView:
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication) and not app.property("dressed"):
        dress(app, ThemeChoice.LIGHT)
        app.setProperty("dressed", "yes")
    found = read_range(office, View.MONTH, day)
    view = MonthView(shown_of(found, Sieve(), day, office.today()))
    view.resize(*_SIZE)
    view.show_days(view.shown)
    return view


def _turned(view: MonthView) -> MonthView:
    view.show_days(view.shown)
    return view


def _paint(view: MonthView | None) -> None:
    picture = QImage(*_SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    if view is None:
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), 0)
        painter.end()
    else:
        view.viewport().render(picture)
