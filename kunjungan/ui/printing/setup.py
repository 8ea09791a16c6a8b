"""A printer as it is set up here: paper, quality, and what its own dialog changed."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.i18n import tr
from kunjungan.ui.desk import Desk
from kunjungan.ui.printing.corrections import correction_of
from kunjungan.ui.printing.papers import Quality, holds, printer_for, set_up


class PrinterSetup:
    """The printers that jobs go to; tray and sides of each are kept while this lives."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._printers: dict[str, QPrinter] = {}

    def printer(self, info: QPrinterInfo, paper: Paper, quality: Quality, name: str) -> QPrinter:
        """Return the printer, set to this paper and quality and to one copy."""
        kept = self._printers.get(info.printerName())
        if kept is None or kept.paintingActive():
            made = printer_for(info, paper, quality, name=name)
            if kept is not None:  # a page aside still goes out on it
                made.setPaperSource(kept.paperSource())
                made.setDuplex(kept.duplex())
            kept = self._printers[info.printerName()] = made
        set_up(kept, paper, quality)
        kept.setDocName(name)
        kept.setCopyCount(1)
        return kept

    def correction(self, info: QPrinterInfo) -> Correction:
        """Return how pages are corrected for a printer."""
        return correction_of(self._desk, info.printerName())

    def ask(self, info: QPrinterInfo, paper: Paper, quality: Quality, parent: QWidget) -> str:
        """Show the system's own dialog for tray and sides; return what to say about its paper.

        The paper is checked again afterwards, because drivers bring their own back silently.
        """
        printer = self.printer(info, paper, quality, parent.windowTitle())
        dialog = QPrintDialog(printer, parent)
        dialog.setOptions(QPrintDialog.PrintDialogOption.PrintShowPageSize)
        if dialog.exec() != QDialog.DialogCode.Accepted or holds(printer, paper):
            return ""
        chosen = printer.pageLayout().pageSize().name()
        set_up(printer, paper, quality)
        if holds(printer, paper):
            return tr("The dialog had chosen {paper}; it was set back.", paper=chosen)
        return paper_lost(paper)


def paper_lost(paper: Paper) -> str:
    """Return what to say of a printer that will not be set to a paper."""
    return tr(
        "The printer insists on another paper than {paper}. Nothing was printed. Load {paper} and "
        "choose it in the printer's own settings, or print on A4.",
        paper=paper.value.upper(),
    )
