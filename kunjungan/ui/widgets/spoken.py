"""What a screen reader finds on a painted view: a part for every day, entry or seat.

The parts are widgets that paint nothing and take neither pointer nor keyboard. They are made only
while a screen reader is at work, because a full month has hundreds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Part:
    """A day, an entry or a seat: its name, all that it says, and where it is in the view."""

    name: str
    description: str
    rect: QRect
    chosen: bool = False


class Told(Protocol):
    """A view that can say what it shows."""

    def parts(self) -> Iterator[Part]:
        """Yield its parts."""


class Spoken(QObject):
    """Keeps the parts of a view in step with what it shows."""

    def __init__(self, told: Told, over: QWidget) -> None:
        super().__init__(over)
        self._told = told
        self._over = over
        self.widgets: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.renew)

    def soon(self) -> None:
        """Renew the parts once the present work is done, where somebody listens."""
        if QAccessible.isActive():
            self._timer.start()

    def renew(self) -> None:
        """Name and place every part anew; the chosen one gets the reader's focus."""
        parts = list(self._told.parts())
        while len(self.widgets) < len(parts):
            self.widgets.append(self._made())
        for widget, part in zip(self.widgets, parts, strict=False):
            widget.setAccessibleName(part.name)
            widget.setAccessibleDescription(part.description)
            widget.setGeometry(part.rect)
            widget.show()
            if part.chosen:
                QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))
        for widget in self.widgets[len(parts) :]:
            widget.hide()

    def _made(self) -> QWidget:
        made = QWidget(self._over)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
