"""A finding as a line: what is lacking, in colour and words, and the button that leads to it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.layouts import column, row

_ICONS = {Tone.BAD: "error_circle", Tone.WARN: "warning", Tone.OK: "checkmark_circle"}
_ICON = 16


class FindingLine(QWidget):
    """An icon, words, and at the right end the verb; a click anywhere does the same."""

    def __init__(self, tone: Tone, title: str, detail: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("clear", "true")
        self.fix: Button | None = None
        icon = QLabel(self)
        colour = ink(current_tokens(), tone).text
        icon.setPixmap(pixmap(_ICONS[tone], _ICON, colour, parent.devicePixelRatioF()))
        words = []
        for text, role in ((title, TextRole.STRONG), (detail, TextRole.SMALL)):
            if text:
                label = set_role(QLabel(text, self), role)
                label.setWordWrap(True)
                words.append(label)
        self._layout = row(
            column(icon, None), column(*words, spacing=1), margins=(12, 9, 12, 9), spacing=10
        )
        self._layout.setStretch(1, 1)
        self.setLayout(self._layout)

    def offer(self, verb: str, run: Callable[[], object], description: str) -> Button:
        """Put a button at the right end, and return it."""
        self.fix = button(verb, run, parent=self)
        self.fix.setAccessibleDescription(description)
        self._layout.addLayout(column(self.fix, None))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        return self.fix

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self.fix is not None and event.button() == Qt.MouseButton.LeftButton and inside:
            self.fix.click()
