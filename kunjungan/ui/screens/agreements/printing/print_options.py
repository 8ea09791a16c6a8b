"""How to print: paper, copies, printer, and what that means for the draft."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.paper import Paper
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import AgreementForm
from kunjungan.ui.desk import Desk
from kunjungan.ui.printing.printer_box import PrinterBox
from kunjungan.ui.screens.agreements.facts.facts_words import stamp_words
from kunjungan.ui.screens.agreements.printing.print_plan import PrintItem
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.fields import CheckField, NumberField
from kunjungan.ui.widgets.layouts import LABEL_GAP, column, row
from kunjungan.ui.widgets.segmented import Option, Segmented


class PrintOptions(QWidget):
    """The choices that hold for everything ticked.

    Signals:
        changed: The paper or the copies changed.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, view: AgreementView, form: AgreementForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._papers = Segmented([Option(p.value, p.value.upper()) for p in Paper], self)
        self._papers.set_value(form.paper.value)
        self._papers.setAccessibleName(tr("Paper"))
        self.copies = NumberField(1, 99, self)
        self.copies.set_value(1)
        self.printer = PrinterBox(desk, self.paper, self)
        self.only_changed = CheckField("", self)
        self.only_changed.hide()
        self._lock = QVBoxLayout()
        self._stamp = Notice(Tone.INFO, stamp_words(form), self)
        self._build()
        self._papers.chosen.connect(lambda _key: self._on_paper())
        self.copies.changed.connect(self.changed)

    @property
    def paper(self) -> Paper:
        """The paper chosen."""
        return Paper(self._papers.value())

    def show_changed(self, pages: Sequence[int]) -> None:
        """Offer to print only the pages that changed since the last print; nothing without them."""
        words = ", ".join(map(str, pages))
        self.only_changed.setText(tr("Only changed pages: {pages}", pages=words))
        self.only_changed.setVisible(bool(pages))
        if not pages:
            self.only_changed.set_value(False)

    def show_ticked(self, items: Sequence[PrintItem]) -> None:
        """Say what printing these does to the draft; copies are for drafts and copies."""
        self.copies.setEnabled(any(not item.original for item in items))
        _clear(self._lock)
        if self._view.open and any(item.original for item in items):
            number = self._view.draft_no
            words = tr(
                "Printing originals locks draft {number}. Later changes start draft {next}.",
                number=number,
                next=number + 1,
            )
            self._lock.addWidget(Notice(Tone.INFO, words, self))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        for words, field in (
            (tr("Paper"), self._papers),
            (tr("How many of each draft or copy"), self.copies),
        ):
            name = set_role(QLabel(words, self), TextRole.SMALL)
            name.setBuddy(field)
            layout.addLayout(column(name, row(field, None), spacing=LABEL_GAP))
        layout.insertWidget(1, self.printer)
        layout.addWidget(self.only_changed)
        layout.addWidget(set_role(QLabel(tr("Duty stamp"), self), TextRole.SMALL))
        layout.addWidget(self._stamp)
        layout.addLayout(self._lock)
        layout.addStretch(1)

    def _on_paper(self) -> None:
        self.printer.show_paper(self.paper)
        self.changed.emit()


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
