"""The first step of an import: which list, and whose guests are in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.fields import ChoiceField, TextField
from kunjungan.ui.widgets.layouts import framed, row

_PAD = 18


class FirstStep(QWidget):
    """A file chosen or dropped, or text pasted; and the party that its guests belong to.

    Signals:
        choosing: A file is to be chosen.
        pasted: A list was pasted and is to be read; carries it.
    """

    choosing = Signal()
    pasted = Signal(str)

    def __init__(self, parties: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.party = ChoiceField(parties)
        self.party.setAccessibleName(tr("Guests of"))
        self.choose = Button(tr("Choose a file…"), icon="folder_open", kind="primary")
        self.text = TextField(3, 12)
        self.text.setAccessibleName(tr("Pasted list"))
        self.text.setPlaceholderText(
            tr("Or paste the list here, from WhatsApp, Word or Excel: one guest a line.")
        )
        self.read = Button(tr("Read the pasted list"))
        self.read.setEnabled(False)
        self.refused = Notice(Tone.BAD, "")
        self.again = Button(tr("Try again"))
        self._mark = QLabel(self)
        self._lay_out()
        self.choose.clicked.connect(self.choosing)
        self.text.changed.connect(lambda: self.read.setEnabled(bool(self.text.value())))
        self.read.clicked.connect(lambda: self.pasted.emit(self.text.value()))
        self.say("")

    def say(self, refusal: str) -> None:
        """Say why the list cannot be read, or nothing."""
        self.refused.show_text(refusal)
        self.refused.setVisible(bool(refusal))
        self.again.setVisible(bool(refusal))
        self._mark.setHidden(bool(refusal))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the file; as a proxy it would hide from Tab what stands before it."""
        self.choose.setFocus(event.reason())

    def _lay_out(self) -> None:
        colour = current_tokens().text3
        self._mark.setPixmap(pixmap("arrow_import", 32, colour, self.devicePixelRatioF()))
        title = set_role(QLabel(tr("Drop the list here, or choose the file")), TextRole.SUBTITLE)
        kinds = tr("Excel, OpenDocument, CSV or text. You see every row before it is written.")
        words = set_role(QLabel(kinds), TextRole.SMALL)
        whose = set_role(QLabel(tr("Guests of")), TextRole.SMALL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, 14, _PAD, 14)
        layout.setSpacing(10)
        layout.addWidget(framed(row(whose, self.party, None)))
        layout.addStretch(1)
        for part in (self._mark, title, words, self.choose):
            layout.addWidget(framed(row(None, part, None)))
        layout.addWidget(self.refused)
        layout.addWidget(framed(row(None, self.again, None)))
        layout.addStretch(1)
        layout.addWidget(self.text)
        layout.addWidget(framed(row(None, self.read)))
