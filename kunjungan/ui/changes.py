"""Brings news of changes from the store to whichever screens are open."""

from PySide6.QtCore import QObject, Signal


class ChangeNews(QObject):
    """Speaks up once after each finished change.

    Signals:
        changed: A change was kept; carries the frozenset of table names it touched.
    """

    changed = Signal(object)
