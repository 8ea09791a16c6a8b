"""Stands under a translation whose Indonesian text has changed since, with the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role, set_tone
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import row

STRIP = 26


class ReviewStrip(QWidget):
    """Says that a translation is to be reviewed, and lets one say that it still holds.

    Signals:
        reviewed: The translation still says what the Indonesian text says.
    """

    reviewed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words: QLabel = ElidedLabel(tr("To be reviewed"), self)
        set_tone(set_role(words, TextRole.SMALL), Tone.BAD)
        done = Button(tr("Mark as reviewed"), kind="link", parent=self)
        done.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        done.setToolTip("Ctrl+R")
        done.clicked.connect(self.reviewed)
        self.setLayout(row(words, done, None, spacing=10))
        self.setFixedHeight(STRIP)
