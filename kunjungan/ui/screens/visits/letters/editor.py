"""The editor of a letter: its fields at the left, the letter as it will be printed at the right."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.letters.form import LetterForm
from kunjungan.services.letters.papers import draft_pdf
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import label, refusal_words
from kunjungan.ui.screens.visits.letters.letter_forms import LetterForms
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.confirm import confirm
from kunjungan.ui.widgets.layouts import dialog_foot, row, scrolling
from kunjungan.ui.widgets.looking_on import close_verb, reading_only
from kunjungan.ui.widgets.page_view import PageView

_SIZE, _EDGE, _FIELDS = (1080, 680), 40, 440
_SETTLE_MS = 350


class LetterEditor(QDialog):
    """Fills in a letter with a live preview; a refusal is shown inside and the dialog stays."""

    def __init__(
        self, context: ScreenContext, visit_id: UUID, form: LetterForm, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._visit_id = visit_id
        self._save: Callable[[LetterForm], object] = _nothing
        self._changed = False
        self._looks = 0
        self.forms = LetterForms(context.office, visit_id, form, self)
        self.pages = PageView(context.pictures, self)
        self.notice = Notice(Tone.BAD, "", self)
        self._settle = QTimer(self)
        self._build(form, parent)
        self.look()

    def run(self, save: Callable[[LetterForm], object]) -> bool:
        """Show the editor until ``save`` went through (True) or the person gave up (False)."""
        self._save = save
        return bool(self.exec())

    def submit(self) -> bool:
        """Keep the letter as the verb does."""
        if not self.forms.check():
            return False
        try:
            self._save(self.forms.value())
        except OfficeError as refusal:
            self._refuse(refusal)
            return False
        self.accept()
        return True

    def look(self) -> None:
        """Set the letter as it is filled in now; what cannot be read leaves the last pages."""
        try:
            form = self.forms.value()
        except RuleBroken:
            return  # the field itself says what is wrong when the letter is kept
        self._looks += 1
        self._context.background.run(
            partial(draft_pdf, self._context.office, self._visit_id, form),
            done=partial(self._show, self._looks),
            refused=self._refuse,
            owner=self,
        )

    @override
    def reject(self) -> None:
        if not self._changed or confirm(
            self, tr("Discard what you entered?"), "", verb=tr("Discard"), stay=tr("Keep editing")
        ):
            super().reject()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first field."""
        super().showEvent(event)
        self.forms.head.focus_first()

    def _build(self, form: LetterForm, parent: QWidget) -> None:
        new = form.version == 0
        self.setWindowTitle(label(form.kind))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        pane = scrolling(self.forms, self)
        pane.setFixedWidth(min(_FIELDS, self.width() // 2))
        both = row(pane, self.pages, spacing=0)
        both.setStretch(1, 1)
        self.notice.hide()
        verb = Button(tr("Keep as draft") if new else tr("Save letter"), kind="primary")
        cancel = Button(tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(both, 1)
        layout.addWidget(dialog_foot(self.notice, None, cancel, verb))
        verb.setDefault(True)
        verb.clicked.connect(self.submit)
        close_verb(verb, reading_only(parent))
        cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.submit)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.look)
        self.forms.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._changed = True
        self._settle.start()

    def _show(self, look: int, pdf: bytes) -> None:
        """Show the pages, unless the letter changed meanwhile."""
        if look == self._looks:
            self.notice.hide()
            self.pages.fit_width()
            self.pages.show_pdf(pdf)

    def _refuse(self, refusal: OfficeError) -> None:
        self.notice.show_text(refusal_words(refusal))
        self.notice.show()


def _nothing(_form: LetterForm) -> None:
    """Stand in for what is saved until ``run`` brings it."""
