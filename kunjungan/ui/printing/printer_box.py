"""Chooses a printer and how finely it draws, and says how it takes the paper."""

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.i18n import tr
from kunjungan.ui.desk import Desk
from kunjungan.ui.labels import label
from kunjungan.ui.printing.correction_dialog import CorrectionDialog
from kunjungan.ui.printing.papers import PaperFit, Quality, fit_of
from kunjungan.ui.printing.setup import PrinterSetup
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.labels import labelled
from kunjungan.ui.widgets.layouts import emptied, row
from kunjungan.ui.widgets.segmented import Option, Segmented


class PrinterBox(QWidget):
    """Printer, quality, the system's own settings, and this printer's correction.

    Signals:
        changed: Another printer or quality.
        test_wanted: The ruled test page is to be printed, without a correction.
    """

    changed = Signal()
    test_wanted = Signal()

    def __init__(self, desk: Desk, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper = paper
        self._setup = PrinterSetup(desk)
        names = QPrinterInfo.availablePrinterNames()
        self.printer = ChoiceField([(name, name) for name in names], self)
        self.printer.set_value(QPrinterInfo.defaultPrinterName())
        self.quality = Segmented(
            [
                Option(Quality.COLOUR.value, tr("Colour, 300 dpi")),
                Option(Quality.BLACK.value, tr("Black, 600 dpi")),
            ],
            self,
        )
        self.quality.set_value(Quality.COLOUR.value)
        self.quality.setAccessibleName(tr("Print quality"))
        self._fit = QVBoxLayout()
        self._settings = button(tr("Tray and sides…"), self._ask, kind="link", parent=self)
        self._correct = button(tr("Correction…"), self._measure, kind="link", parent=self)
        self._build()
        self.printer.changed.connect(self._on_changed)
        self.quality.chosen.connect(lambda _key: self.changed.emit())
        self._show_fit()

    def info(self) -> QPrinterInfo | None:
        """Return the printer chosen, or None where there is none."""
        name = self.printer.value()
        found = QPrinterInfo.printerInfo(name) if name else QPrinterInfo()
        return None if found.isNull() else found

    def ready(
        self, name: str, printer: str = "", paper: Paper | None = None
    ) -> tuple[QPrinter, Correction] | None:
        """Return a printer set up for a job of this name, and its correction.

        Without ``printer`` and ``paper`` it is the one chosen, for the paper that is shown.
        """
        info = QPrinterInfo.printerInfo(printer) if printer else self.info()
        if info is None or info.isNull():
            return None
        made = self._setup.printer(info, paper or self._paper, Quality(self.quality.value()), name)
        return made, self._setup.correction(info)

    def show_paper(self, paper: Paper) -> None:
        """Say how the printer takes a paper."""
        self._paper = paper
        self._show_fit()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(labelled(tr("Printer"), self.printer, self))
        layout.addLayout(self._fit)
        layout.addLayout(row(self.quality, None))
        layout.addLayout(row(self._settings, self._correct, None, spacing=12))

    def _on_changed(self) -> None:
        self._show_fit()
        self.changed.emit()

    def _ask(self) -> None:
        info = self.info()
        if info is not None:
            quality = Quality(self.quality.value())
            said = self._setup.ask(info, self._paper, quality, self.window())
            self._show_fit(said)

    def _measure(self) -> None:
        asked = CorrectionDialog(
            self._desk, self.printer.value(), self.test_wanted.emit, self.window()
        )
        if asked.dialog.run(asked.save):
            self._show_fit()

    def _show_fit(self, said: str = "") -> None:
        emptied(self._fit)
        info = self.info()
        for made in (self.quality, self._settings, self._correct):
            made.setVisible(info is not None)
        for tone, words in self._notices(info, said):
            self._fit.addWidget(Notice(tone, words, self))

    def _notices(self, info: QPrinterInfo | None, said: str) -> list[tuple[Tone, str]]:
        if info is None:
            words = tr("No printer is set up on this computer. Save as PDF and print elsewhere.")
            return [(Tone.WARN, words)]
        found = [(Tone.WARN, said)] if said else [fit_words(fit_of(info, self._paper), self._paper)]
        if not self._setup.correction(info).nothing:
            found.append((Tone.INFO, tr("Pages are corrected for this printer")))
        return found


def fit_words(fit: PaperFit, paper: Paper) -> tuple[Tone, str]:
    """Return what to say of a printer that takes a paper like this."""
    ours = label(paper)
    if fit.exact:
        return Tone.OK, tr("Takes {paper}; nothing is scaled", paper=ours)
    if fit.size_mm is not None:
        size = " x ".join(f"{side:.0f}" for side in fit.size_mm)
        words = tr(
            "Lists {name} ({size} mm) instead of {paper}. It is printed at its true size, not "
            "scaled: load {paper} itself.",
            name=fit.name,
            size=size,
            paper=ours,
        )
        return Tone.WARN, words
    words = tr(
        "This printer does not list {paper}. Originals are never scaled: "
        "choose another printer or paper.",
        paper=ours,
    )
    return Tone.BAD, words
