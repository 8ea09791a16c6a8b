"""What the home page offers an office that holds no visit yet: the ways to begin."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.layouts import CARD_PAD, column, row

_WAYS = ("visit.intake", "visit.schedule", "office.import")


class WaysIn(QFrame):
    """Stands where the next visit would: from its letter, by hand, or from a file."""

    def __init__(self, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        title = QLabel(tr("Start from the letter of request"), self)
        title.setFont(font(TextRole.CARD))
        about = tr("Enter the date, the institution and the theme; everything else can follow.")
        words = set_role(QLabel(about, self), TextRole.SMALL)
        words.setWordWrap(True)
        self.ways = [CommandButton(commands[name], parent=self) for name in _WAYS]
        line = row(column(title, words, spacing=2), *self.ways)
        line.setStretch(0, 1)
        line.setContentsMargins(CARD_PAD, 14, CARD_PAD, 14)
        self.setLayout(line)
