"""A finding as a line: what is lacking, in colour and words, and the button that leads to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.layouts import column, row

_ICONS = {Tone.BAD: "error_circle", Tone.WARN: "warning", Tone.OK: "checkmark_circle"}
_ICON = 16
_FEW = 5


class FindingLine(QWidget):
    """An icon, words, and at the right end the verb; a click anywhere does the same."""

    def __init__(self, tone: Tone, title: str, detail: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("clear", "true")
        self.fix: Button | None = None
        icon = QLabel(self)
        colour = ink(current_tokens(), tone).text
        icon.setPixmap(pixmap(_ICONS[tone], _ICON, colour, parent.devicePixelRatioF()))
        words = [set_role(QLabel(title, self), TextRole.STRONG)]
        self._detail = set_role(QLabel(detail, self), TextRole.SMALL)
        words.append(self._detail)
        for label in words:
            label.setWordWrap(True)
            label.setVisible(bool(label.text()))
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

    def show_detail(self, detail: str) -> None:
        """Say something else in the second line."""
        self._detail.setText(detail)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self.fix is not None and event.button() == Qt.MouseButton.LeftButton and inside:
            self.fix.click()


class PassedLine(FindingLine):
    """How many checks found nothing, and which: the first of them, or all when asked."""

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(Tone.OK, tr("{count} checks passed", count=len(names)), "…", parent)
        self._names = names
        self._whole = len(names) <= _FEW
        self._turner = button(tr("Show"), self._turn, kind="link", parent=self)
        self._turner.setVisible(not self._whole)
        self._layout.addLayout(column(self._turner, None))
        self._write()

    def _turn(self) -> None:
        self._whole = not self._whole
        self._turner.setText(tr("Fold") if self._whole else tr("Show"))
        self._turner.updateGeometry()
        self._write()

    def _write(self) -> None:
        shown = self._names if self._whole else self._names[:_FEW]
        words = ", ".join(shown) + ("" if self._whole else ", …")
        self.show_detail(words[:1].upper() + words[1:])
