"""Keys that mean something else while one list of a page has the keyboard."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_KINDS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class ListKeys(QObject):
    """Gives a list its own commands on keys that the window has for another list.

    It watches ``view`` and lives as long as it.
    """

    def __init__(self, view: QWidget, keys: Mapping[Qt.Key, QAction]) -> None:
        super().__init__(view)
        self._keys = keys
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KINDS or not isinstance(event, QKeyEvent):
            return False
        action = self._keys.get(Qt.Key(event.key())) if event.modifiers() in _PLAIN else None
        if action is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            action.trigger()
        return True
