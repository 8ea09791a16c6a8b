"""Shows words that a crash left beside what their row says now; nothing is overwritten unasked."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kunjungan.domain.date_words import clock
from kunjungan.i18n import tr
from kunjungan.services.writing.unsaved import Unsaved
from kunjungan.ui.labels import screen_side
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.layouts import column, row

_SIZE = (640, 360)


class RecoveryDialog(QDialog):
    """Accepted when the restored words are to take the place of those that are stored.

    ``now`` is what the row says, None where it is gone; ``copied`` tells that the person took the
    words along instead.
    """

    def __init__(self, left: Unsaved, now: str | None, *, is_open: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.copied = False
        self.setWindowTitle(tr("Restored words"))
        self.resize(*_SIZE)
        can_put = now is not None and is_open
        head = set_role(QLabel(_why(left, now, is_open=is_open), self), TextRole.BODY)
        head.setWordWrap(True)
        typed = self._shown(tr("Typed at {time}", time=clock(left.at.timetz())), left.text)
        texts = row(typed, spacing=12)
        if now is not None:
            texts.insertLayout(0, self._shown(tr("Stored now"), now))
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        footer.setLayout(self._answers(can_put=can_put))
        body = column(head, texts, spacing=12, margins=(18, 16, 18, 14))
        body.setStretch(1, 1)
        layout = column(body, footer, spacing=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocus()

    def _answers(self, *, can_put: bool) -> QHBoxLayout:
        """Return the buttons; the one that changes nothing is under Enter and Esc."""
        stay = self._choice(tr("Leave as stored") if can_put else tr("Close"), self.reject)
        stay.setDefault(True)
        self.setFocusProxy(stay)
        made = row(None, self._choice(tr("Copy words"), self._copy), stay, margins=(18, 10, 18, 10))
        if can_put:
            verb = tr("Use the restored words")
            made.addWidget(self._choice(verb, self.accept, kind="primary"))
        return made

    @Slot()
    def _copy(self) -> None:
        self.copied = True
        self.reject()

    def _choice(self, text: str, do: object, kind: str = "plain") -> Button:
        made = Button(text, kind=kind, parent=self)
        made.clicked.connect(do)
        made.setAutoDefault(True)
        return made

    def _shown(self, name: str, text: str) -> QVBoxLayout:
        label = set_role(QLabel(name, self), TextRole.LABEL)
        words = QPlainTextEdit(text, self)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(name)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return column(label, words, spacing=4)


def _why(left: Unsaved, now: str | None, *, is_open: bool) -> str:
    place = screen_side(left.place)
    if now is None:
        return tr("{place} is no longer in this text. The typed words can be copied.", place=place)
    if not is_open:
        return tr("This text is locked. The typed words can be copied.")
    return tr(
        "{place} has been changed since these words were typed. Nothing is overwritten unless you "
        "choose it.",
        place=place,
    )
