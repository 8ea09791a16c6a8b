"""How to print: paper, copies, printer, and what that means for the draft."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.paper import Paper
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import AgreementForm
from kunjungan.ui.labels import label
from kunjungan.ui.screens.agreements.facts_words import stamp_words
from kunjungan.ui.screens.agreements.print_plan import PrintItem
from kunjungan.ui.screens.agreements.printers import takes_paper
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.fields import ChoiceField, NumberField
from kunjungan.ui.widgets.layouts import LABEL_GAP, column, row
from kunjungan.ui.widgets.segmented import Option, Segmented


class PrintOptions(QWidget):
    """The choices that hold for everything ticked.

    Signals:
        changed: The paper or the copies changed.
    """

    changed = Signal()

    def __init__(
        self, view: AgreementView, form: AgreementForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._papers = Segmented([Option(p.value, p.value.upper()) for p in Paper], self)
        self._papers.set_value(form.paper.value)
        self._papers.setAccessibleName(tr("Paper"))
        self.copies = NumberField(1, 99, self)
        self.copies.set_value(1)
        names = QPrinterInfo.availablePrinterNames()
        self.printer = ChoiceField([(name, name) for name in names], self)
        self.printer.set_value(QPrinterInfo.defaultPrinterName())
        self._fit = QVBoxLayout()
        self._lock = QVBoxLayout()
        self._stamp = Notice(Tone.INFO, stamp_words(form), self)
        self._build()
        self._papers.chosen.connect(lambda _key: self._on_changed())
        self.copies.changed.connect(self._on_changed)
        self.printer.changed.connect(self._show_fit)
        self._show_fit()

    @property
    def paper(self) -> Paper:
        """The paper chosen."""
        return Paper(self._papers.value())

    def printer_info(self) -> QPrinterInfo | None:
        """Return the printer chosen, or None where there is none."""
        name = self.printer.value()
        info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo()
        return None if info.isNull() else info

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
            (tr("Printer"), self.printer),
            (tr("How many of each draft or copy"), self.copies),
        ):
            name = set_role(QLabel(words, self), TextRole.SMALL)
            name.setBuddy(field)
            line = field if field is self.printer else row(field, None)
            layout.addLayout(column(name, line, spacing=LABEL_GAP))
            if field is self.printer:
                layout.addLayout(self._fit)
        layout.addWidget(set_role(QLabel(tr("Duty stamp"), self), TextRole.SMALL))
        layout.addWidget(self._stamp)
        layout.addLayout(self._lock)
        layout.addStretch(1)

    def _on_changed(self) -> None:
        self._show_fit()
        self.changed.emit()

    def _show_fit(self) -> None:
        _clear(self._fit)
        info = self.printer_info()
        paper = label(self.paper)
        if info is None:
            words = tr("No printer is set up on this computer. Save as PDF and print elsewhere.")
            notice = Notice(Tone.WARN, words, self)
        elif takes_paper(info, self.paper):
            words = tr("Takes {paper}; nothing is scaled", paper=paper)
            notice = Notice(Tone.OK, words, self)
        else:
            words = tr(
                "This printer does not list {paper}. Originals are never scaled: "
                "choose another printer or paper.",
                paper=paper,
            )
            notice = Notice(Tone.WARN, words, self)
        self._fit.addWidget(notice)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
