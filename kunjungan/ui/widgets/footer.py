"""The line under a list: what is shown, and the keys that work there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.chips import KeyHint
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import rule

_HEIGHT = 32


class Footer(QWidget):
    """Words at the left, keys with what they do at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = set_role(ElidedLabel(parent=self), TextRole.SMALL)
        self._hints = QWidget(self)
        self._layout = QHBoxLayout()
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.addWidget(self._text)
        self._layout.addStretch(1)
        self._layout.addWidget(self._hints)
        self.setFixedHeight(_HEIGHT)
        line = rule(self)
        line.setGeometry(0, 0, 10_000, 1)
        self.setLayout(self._layout)

    def show_words(self, text: str, hints: Sequence[tuple[str, str]] = ()) -> None:
        """Write the line; each hint is a key and what it does."""
        self._text.setText(text)
        old, self._hints = self._hints, hints_row(hints, self)
        self._layout.replaceWidget(old, self._hints)
        old.hide()
        old.deleteLater()


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
