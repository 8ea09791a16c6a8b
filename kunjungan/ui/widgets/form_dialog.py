"""A dialog round a form: saves by its verb, keeps itself open while the office refuses."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.confirm import confirm
from kunjungan.ui.widgets.form import Form
from kunjungan.ui.widgets.layouts import scrolling
from kunjungan.ui.widgets.looking_on import close_verb, reading_only

_PAD = 18
_TALLEST = 480
_WIDTH = 560


class FormDialog(QDialog):
    """Asks for values; the verb saves them.

    Where the office can only be looked at, so can a form that ``writes`` into it.
    """

    def __init__(
        self,
        title: str,
        verb: str,
        parent: QWidget | None = None,
        *,
        intro: str = "",
        writes: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._form = Form(self)
        self._save: Callable[[], object] = _nothing
        self._changed = False
        self._reading = reading_only(parent) if writes else ""
        self._notice = Notice(Tone.BAD, self._reading, self)
        self._notice.setVisible(bool(self._reading))
        self._verb = Button(verb, kind="primary", parent=self)
        self._cancel = Button(tr("Cancel"), parent=self)
        self._cancel.setAutoDefault(True)  # with the keyboard on it, Enter must not save
        self._build(intro)
        self._verb.setDefault(True)
        close_verb(self._verb, self._reading)
        self._verb.clicked.connect(self.submit)
        self._cancel.clicked.connect(self.reject)
        self._form.changed.connect(self._on_changed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.submit)

    def add(self, label: str, field: QWidget, *, hint: str = "", needed: bool = False) -> None:
        """Add a field under its label; ``hint`` is a quiet line below it."""
        self._form.add(label, field, hint=hint, needed=needed)

    def add_pair(self, *fields: tuple[str, QWidget]) -> None:
        """Add labelled fields side by side."""
        self._form.add_pair(*fields)

    def add_section(self, title: str) -> None:
        """Add a heading over the fields that follow."""
        self._form.add_section(title)

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, such as a notice."""
        self._form.add_widget(widget)

    def run(self, save: Callable[[], object]) -> bool:
        """Show the dialog until ``save`` went through (True) or the person gave up (False)."""
        self._save = save
        self._changed = False
        return bool(self.exec())

    def submit(self) -> bool:
        """Save as the verb does; a refusal is shown inside and the dialog stays."""
        if self._reading:
            return False
        self._notice.hide()
        if not self._form.check():
            return False
        try:
            self._save()
        except OfficeError as refusal:
            self._notice.show_text(refusal_words(refusal))
            self._notice.show()
            return False
        self.accept()
        return True

    @override
    def reject(self) -> None:
        if not self._changed or confirm(
            self, tr("Discard what you entered?"), "", verb=tr("Discard"), stay=tr("Keep editing")
        ):
            super().reject()

    def _build(self, intro: str) -> None:
        content = QWidget(self)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(_PAD, 14, _PAD, 14)
        inside.setSpacing(10)
        if intro:
            words = set_role(QLabel(intro, content), TextRole.SMALL)
            words.setWordWrap(True)
            inside.addWidget(words)
        inside.addWidget(self._form)
        self._content = content
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        pane = scrolling(content, self)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the keyboard
        layout.addWidget(pane, 1)
        layout.addWidget(self._footer())
        self.setMinimumWidth(_WIDTH)

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        row = QHBoxLayout(footer)
        row.setContentsMargins(_PAD, 10, _PAD, 10)
        row.setSpacing(8)
        row.addWidget(self._notice, 1)
        row.addStretch(0)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._verb)
        return footer

    def _on_changed(self) -> None:
        self._changed = not self._reading
        self._notice.setVisible(bool(self._reading))

    def _fit(self) -> None:
        """Be as tall as the form, within what the window behind allows."""
        parent = self.parentWidget()
        behind = parent.window().height() if parent is not None else _TALLEST
        room = max(_TALLEST, int(behind * 0.8))
        wanted = self._content.sizeHint().height() + 54
        self.resize(max(self.width(), _WIDTH), min(wanted, room))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fit only now: before their first show the fields have no height."""
        if not event.spontaneous():
            self._fit()
            self.setTabOrder(self._cancel, self._verb)
            if self.focusWidget() in {None, self._verb, self._cancel}:
                self._form.focus_first()
        super().showEvent(event)


def _nothing() -> None:
    """Stand in for what is saved until ``run`` brings it."""
