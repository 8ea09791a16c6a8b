"""Tells of a printed paper whether it is the text in force: from its code, or from a file."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.paper_check import PaperVerdict, check_code, check_file
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.files import dropped_files
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.agreements.verifying.verdict_card import VerdictCard
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.layouts import column, dialog_foot, row, scrolling

_SIZE = (620, 470)
_PAD = 18
_PICTURES = "*.pdf *.png *.jpg *.jpeg *.tif *.tiff"


class VerifyDialog(QDialog):
    """A field that a scanner types into, and a button for a file; the answer stands below.

    Signals:
        wanted: An agreement is to be opened; carries its address.
    """

    wanted = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._turn = 0
        self.cards: list[VerdictCard] = []
        self.code = LineField(tr("KJ1:… or the eight characters in the foot"), self)
        self.verb = Button(tr("Check the code"), kind="primary", parent=self)
        self._notice = Notice(Tone.BAD, "", self)
        self._notice.hide()
        self._answers = QVBoxLayout()
        self._answers.setSpacing(10)
        self._build(parent)
        self.verb.clicked.connect(self.check_code)
        self.code.changed.connect(self._notice.hide)
        self.setAcceptDrops(True)

    @Slot()
    def check_code(self) -> None:
        """Tell of the paper whose code was scanned or typed."""
        self._turn += 1
        try:
            found = check_code(self._context.office, self.code.value())
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        self._show([found])
        self.code.selectAll()

    def check_file(self, path: Path) -> None:
        """Tell of a PDF, a scan or a photo; reading it is done in the background."""
        self._turn += 1
        turn, office = self._turn, self._context.office
        self._show([])
        self._context.background.run(
            lambda: check_file(office, path),
            done=lambda found: self._show(found) if turn == self._turn else None,
            refused=lambda refusal: self._refuse(refusal) if turn == self._turn else None,
            owner=self,
        )

    @Slot()
    def choose_file(self) -> None:
        """Ask for the file to check."""
        kinds = tr("Papers and pictures ({kinds})", kinds=_PICTURES)
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Check a file"), "", kinds)
        if chosen:
            self.check_file(Path(chosen))

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Check a paper"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 40))
        words = tr(
            "Scan the square in the foot of any page, type the characters beside it, or choose a "
            "PDF, a scan or a photo. No network is needed."
        )
        intro = set_role(QLabel(words, self), TextRole.SMALL)
        intro.setWordWrap(True)
        self.code.setAccessibleName(tr("Code of the paper"))
        choose = button(tr("Choose a file…"), self.choose_file, icon="folder_open", parent=self)
        asked = row(self.code, self.verb, choose)
        asked.setStretch(0, 1)
        inside = QWidget(self)
        inside.setLayout(column(self._answers, None))
        top = column(intro, asked, self._notice, margins=(_PAD, 14, _PAD, 8), spacing=10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        answers = column(scrolling(inside, self), margins=(_PAD, 4, _PAD, 12))
        layout.addLayout(answers, 1)
        layout.addWidget(self._footer())
        self.verb.setDefault(True)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _footer(self) -> QFrame:
        close = Button(tr("Close"), parent=self)
        close.clicked.connect(self.reject)
        return dialog_foot(None, close)

    def _show(self, found: Sequence[PaperVerdict]) -> None:
        self._notice.hide()
        for card in self.cards:
            card.hide()
            card.deleteLater()
        zone = self._context.office.now().tzinfo
        self.cards = [VerdictCard(verdict, zone, self) for verdict in found]
        for card in self.cards:
            self._answers.addWidget(card)
            card.wanted.connect(self._open)

    def _refuse(self, refusal: OfficeError) -> None:
        self._show([])
        self._notice.show_text(refusal_words(refusal))
        self._notice.show()

    def _open(self, agreement: UUID) -> None:
        self.accept()
        self.wanted.emit(Address("agreements", agreement))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_files(event):
            self.check_file(paths[0])
