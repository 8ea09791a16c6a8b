"""A finding as a line: what is lacking, in colour and words, and the button that mends it."""

from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.layouts import column, row

_ICONS = {Tone.BAD: "error_circle", Tone.WARN: "warning", Tone.OK: "checkmark_circle"}


def finding_line(
    tone: Tone, title: str, detail: str, parent: QWidget, fix: QWidget | None = None
) -> QWidget:
    """Return the line, with ``fix`` at its right end."""
    made = QWidget(parent)
    made.setProperty("clear", "true")
    icon = QLabel(made)
    colour = ink(current_tokens(), tone).text
    icon.setPixmap(pixmap(_ICONS[tone], 16, colour, parent.devicePixelRatioF()))
    words = []
    for text, role in ((title, TextRole.STRONG), (detail, TextRole.SMALL)):
        if text:
            label = set_role(QLabel(text, made), role)
            label.setWordWrap(True)
            words.append(label)
    layout = row(column(icon, None), column(*words, spacing=1), margins=(12, 9, 12, 9), spacing=10)
    layout.setStretch(1, 1)
    if fix is not None:
        layout.addLayout(column(fix, None))
    made.setLayout(layout)
    return made
