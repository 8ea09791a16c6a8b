"""Small parts of the agreements' forms: quiet notes, and fields that come and go."""

from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role


def note(parent: QWidget | None = None) -> QLabel:
    """Return a quiet line that explains the fields above it, empty as yet."""
    made = set_role(QLabel(parent), TextRole.NOTE)
    made.setWordWrap(True)
    return made


def show_field(field: QWidget, *, shown: bool) -> None:
    """Show a form's field with its label, or take both away."""
    holder = field.parentWidget()
    (holder or field).setVisible(shown)


def is_shown(field: QWidget) -> bool:
    """Say whether a form's field is among those that are asked now."""
    holder = field.parentWidget()
    return not (holder or field).isHidden()
