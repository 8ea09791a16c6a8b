"""Stands under an English text that is still to be written: how something alike was said before."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.i18n import tr
from kunjungan.services.writing.suggesting import Suggestion
from kunjungan.ui.screens.agreements.writing.suggestion_words import (
    difference_html,
    english_html,
    source_words,
)
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role, set_tone
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import Button, icon_button
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import row

_PAD = 9


class SuggestionStrip(QFrame):
    """Shows suggestions for one row, the best first; it writes nothing by itself.

    The keyboard stays in the text; the keys are those of the commands.

    Signals:
        accepted: The suggestion in sight is to be taken over.
        dismissed: None of them is wanted here.
    """

    accepted = Signal()
    dismissed = Signal()

    def __init__(self, accept_keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Suggestion] = ()
        self._text_id = ""
        self._values: Mapping[str, Bilingual] = {}
        self._at = 0
        self.percent = set_tone(set_role(QLabel(self), TextRole.LABEL), Tone.INFO)
        self.source: QLabel = ElidedLabel("", self)
        set_role(self.source, TextRole.SMALL)
        self.words = set_role(QLabel(self), TextRole.BODY)
        self.difference = set_role(QLabel(self), TextRole.NOTE)
        self.accept = Button(tr("Accept"), kind="primary", parent=self)
        self.accept.show_keys(accept_keys)
        self.dismiss = Button(tr("Dismiss"), parent=self)
        self.count = set_role(QLabel(self), TextRole.SMALL)
        self._before = icon_button("chevron_left", tr("Previous suggestion"), self.step_back, self)
        self._next = icon_button("chevron_right", tr("Next suggestion"), self.step_on, self)
        self._build()

    def show_found(
        self, found: Sequence[Suggestion], text_id: str, values: Mapping[str, Bilingual]
    ) -> None:
        """Show suggestions for an Indonesian text; ``values`` are what fields say."""
        self._found, self._text_id, self._values, self._at = found, text_id, values, 0
        self._show()

    def current(self) -> Suggestion | None:
        """Return the suggestion in sight."""
        return self._found[self._at] if self._found else None

    @Slot()
    def step_on(self) -> None:
        """Show the next suggestion, after the last one the first."""
        self._step(1)

    @Slot()
    def step_back(self) -> None:
        """Show the suggestion before, before the first one the last."""
        self._step(-1)

    @property
    def several(self) -> bool:
        """Whether there is another one to step to."""
        return len(self._found) > 1

    def _step(self, by: int) -> None:
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def _show(self) -> None:
        now = self.current()
        if now is None:
            return
        self.percent.setText(tr("Suggestion {percent}%", percent=now.percent))
        self.source.setText(source_words(now.source))
        self.words.setText(english_html(now, self._text_id, self._values))
        told = difference_html(now, self._text_id, self._values)
        self.difference.setText(tr("Differs: {words}", words=told))
        self.difference.setVisible(bool(told))
        self.count.setText(tr("{place} of {count}", place=self._at + 1, count=len(self._found)))
        for part in (self.count, self._before, self._next):
            part.setVisible(self.several)
        self.setAccessibleDescription(now.text_en)
        self.updateGeometry()

    def _build(self) -> None:
        self.setProperty("frame", "note")
        self.setAccessibleName(tr("Suggestion from the translation memory"))
        for label in (self.words, self.difference):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
        for part in (self.accept, self.dismiss, self._before, self._next):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = row(self.percent, self.source, spacing=8)
        head.setStretch(1, 1)
        steps = row(self._before, self.count, self._next, spacing=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, 6, _PAD, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addWidget(self.difference)
        layout.addLayout(row(self.accept, self.dismiss, None, steps))
        self.accept.clicked.connect(self.accepted)
        self.dismiss.clicked.connect(self.dismissed)
