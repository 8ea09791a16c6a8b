"""The ring round whatever the keyboard has reached."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QWidget
from shiboken6 import isValid


class FocusRing(QObject):
    """Follows the keyboard's focus over buttons; inputs and tables show their own edge."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame = QFocusFrame()
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._frame):  # it went with the window it was last shown in
            self._frame = QFocusFrame()
        by_keyboard = new is not None and new.window().testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        )
        if isinstance(new, QAbstractButton) and by_keyboard:
            self._frame.setWidget(new)
        else:
            self._frame.hide()
