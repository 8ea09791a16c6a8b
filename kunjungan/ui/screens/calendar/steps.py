"""Earlier, today, later: the steps beside the calendar's heading."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kunjungan.ui.actions import plain_text
from kunjungan.ui.widgets.buttons import Button, icon_button


class Steps(QWidget):
    """Three buttons that turn the calendar's pages."""

    def __init__(self, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for name in ("calendar.earlier", "calendar.today", "calendar.later"):
            layout.addWidget(_step(commands[name], self))


def _step(action: QAction, parent: QWidget) -> QWidget:
    if action.objectName() == "calendar.today":
        today = Button(plain_text(action), parent=parent)
        today.setToolTip(f"{today.text()} (T)")
        today.clicked.connect(action.trigger)
        return today
    made = icon_button(
        str(action.property("icon_name")), plain_text(action), action.trigger, parent
    )
    made.setProperty("kind", "")
    return made
