"""What widgets know of an office that can only be looked at: why nothing can be changed in it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

_REASON = "reading_only"


def mark_reading(content: QWidget, reason: str) -> None:
    """Let everything in ``content`` know why nothing can be changed; "" where it can."""
    content.setProperty(_REASON, reason)


def reading_only(widget: QWidget | None) -> str:
    """Return why nothing can be changed from a widget, or a dialog over it; "" where it can."""
    while widget is not None:
        if reason := widget.property(_REASON):
            return str(reason)
        widget = widget.parentWidget()
    return ""


def close_verb(verb: QAbstractButton, reason: str) -> None:
    """Close the button of a dialog that writes, where ``reason`` says why nothing can be."""
    if reason:
        verb.setEnabled(False)
        verb.setToolTip(reason)


def explain(action: QAction, why: str) -> None:
    """Say in the tips of a command, in menus and on its buttons, why it is closed."""
    action.setToolTip(why)
    action.setWhatsThis(why)
