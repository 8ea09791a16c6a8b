"""Bars and lines that tell of a state and offer what to do about it."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role, set_tone
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.layouts import PAGE_PAD

_ICONS = {
    Tone.BAD: "error_circle",
    Tone.WARN: "warning",
    Tone.OK: "checkmark_circle",
    Tone.INFO: "info",
}

Buttons = Sequence[tuple[str, Callable[[], object]]]


class Banner(QFrame):
    """A bar across the page: what happened, what stays safe, what to do."""

    def __init__(
        self, tone: Tone, text: str, buttons: Buttons = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("banner", tone.value)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAGE_PAD, 9, PAGE_PAD, 9)
        layout.setSpacing(10)
        layout.addWidget(_icon(tone, 20, self))
        words = set_role(QLabel(text, self), TextRole.BODY)
        words.setWordWrap(True)
        layout.addWidget(words, 1)
        for label, run in buttons:
            layout.addWidget(button(label, run, parent=self))
        alert = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(alert)


class Notice(QWidget):
    """A small line with an icon, such as what is wrong with a form."""

    def __init__(self, tone: Tone, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(_icon(tone, 16, self))
        self._words = set_tone(set_role(QLabel(text, self), TextRole.SMALL), tone)
        self._words.setWordWrap(True)
        layout.addWidget(self._words, 1)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)


def _icon(tone: Tone, size: int, parent: QWidget) -> QLabel:
    made = QLabel(parent)
    colour = ink(current_tokens(), tone).text
    made.setPixmap(pixmap(_ICONS.get(tone, "info"), size, colour, parent.devicePixelRatioF()))
    made.setFixedSize(size, size)
    return made
