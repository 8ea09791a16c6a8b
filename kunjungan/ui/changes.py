"""Brings news of changes from the store, and of a new day, to whichever screens are open."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 20_000
"""How often the clock is looked at: a computer that slept wakes up on another day."""


class ChangeNews(QObject):
    """Speaks up once after each finished change.

    Signals:
        changed: A change was kept; carries the frozenset of table names it touched.
        new_day: A day began while the program is open; what counts days counts anew.
    """

    changed = Signal(object)
    new_day = Signal()


class DayWatch(QObject):
    """Tells when the office's day has become another."""

    def __init__(self, today: Callable[[], date], news: ChangeNews, parent: QObject) -> None:
        super().__init__(parent)
        self._today, self._news = today, news
        self._day = today()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_LOOK_MS)

    def look(self) -> None:
        """Look at the calendar now."""
        if (day := self._today()) != self._day:
            self._day = day
            self._news.new_day.emit()
