"""Asks before something that cannot be taken back; the safe answer is ready under Enter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.buttons import Button

_WIDTH = 420
_ICONS = {Tone.INFO: "info", Tone.BAD: "error_circle", Tone.OK: "checkmark_circle"}


def confirm(
    parent: QWidget, title: str, text: str, *, verb: str, stay: str = "", danger: bool = True
) -> bool:
    """Return whether the person chose ``verb``; ``text`` names the thing and the count."""
    box = MessageDialog(parent, title, text, Tone.WARN)
    box.add_choice(stay or tr("Cancel"), safe=True)
    box.add_choice(verb, kind="danger" if danger else "primary")
    return bool(box.exec())


def tell(parent: QWidget, title: str, text: str, tone: Tone = Tone.WARN) -> None:
    """Say something that needs no answer but must be seen."""
    box = MessageDialog(parent, title, text, tone)
    box.add_choice(tr("Close"), safe=True)
    box.exec()


class MessageDialog(QDialog):
    """A heading, what it means, and answers in our own words."""

    def __init__(self, parent: QWidget, title: str, text: str, tone: Tone) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Kunjungan"))
        self.heading = title
        self.words = text
        self.setMinimumWidth(_WIDTH)
        self._answers = QHBoxLayout()
        self._answers.setContentsMargins(18, 10, 18, 10)
        self._answers.setSpacing(8)
        self._answers.addStretch(1)
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        footer.setLayout(self._answers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top(tone), 1)
        layout.addWidget(footer)

    def add_choice(self, text: str, *, kind: str = "plain", safe: bool = False) -> None:
        """Add an answer; the safe one is under Enter and Esc."""
        made = Button(text, kind=kind, parent=self)
        made.clicked.connect(self.reject if safe else self.accept)
        made.setAutoDefault(True)  # Enter presses the one that has the keyboard
        self._answers.addWidget(made)
        if safe:
            made.setDefault(True)
            made.setFocus()

    def _top(self, tone: Tone) -> QHBoxLayout:
        icon = QLabel(self)
        colour = ink(current_tokens(), tone).text
        name = _ICONS.get(tone, "warning")
        icon.setPixmap(pixmap(name, 20, colour, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(4)
        for line, role in ((self.heading, TextRole.CARD), (self.words, TextRole.BODY)):
            label = set_role(QLabel(line, self), role)
            label.setWordWrap(True)
            label.setVisible(bool(line))
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setContentsMargins(18, 16, 18, 16)
        top.setSpacing(12)
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        return top
