"""The line under a list: what is shown, and the keys that work there."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.chips import KeyHint
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import rule

_HEIGHT, _PAD = 32, 12


class Footer(QWidget):
    """Words at the left, keys with what they do at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = set_role(ElidedLabel(parent=self), TextRole.SMALL)
        self._hints = QWidget(self)
        self._layout = QHBoxLayout()
        self._layout.setContentsMargins(_PAD, 0, _PAD, 0)
        self._layout.addWidget(self._text)
        self._layout.addStretch(1)
        self._layout.addWidget(self._hints)
        self.setFixedHeight(_HEIGHT)
        line = rule(self)
        line.setGeometry(0, 0, 10_000, 1)
        self.setLayout(self._layout)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def show_words(self, text: str, hints: Sequence[tuple[str, str]] = ()) -> None:
        """Write the line; each hint is a key and what it does."""
        self._text.setText(text)
        old, self._hints = self._hints, hints_row(hints, self)
        self._layout.replaceWidget(old, self._hints)
        old.hide()
        old.deleteLater()
        self._make_room()

    def _make_room(self) -> None:
        """Leave the keys out where the words would not fit beside them."""
        wanted = self._text.sizeHint().width() + self._hints.sizeHint().width() + 3 * _PAD
        self._hints.setVisible(wanted <= self.width())


def hints_row(hints: Sequence[tuple[str, str]], parent: QWidget) -> QFrame:
    """Return keys side by side, each with what it does."""
    made = QFrame(parent)
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(5)
    for place, (keys, does) in enumerate(hints):
        if place:
            layout.addSpacing(6)
        layout.addWidget(KeyHint(keys, made))
        layout.addWidget(set_role(QLabel(does, made), TextRole.SMALL))
    return made
