"""Gives plain Qt labels their part on the page, so that the one stylesheet finds them."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.tokens import Tone

W = TypeVar("W", bound=QWidget)


def set_role(label: QLabel, role: TextRole | str) -> QLabel:
    """Set size, weight and quietness of a label whose text means itself, and return it."""
    role = TextRole(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    return set_property(label, "role", role.value)


def set_tone(label: QLabel, tone: Tone) -> QLabel:
    """Colour a label's words by what they say, and return it."""
    return set_property(label, "tone", tone.value)


def set_property(widget: W, name: str, value: str | bool) -> W:
    """Set a property that the stylesheet looks at, and draw the widget accordingly."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
    return widget
