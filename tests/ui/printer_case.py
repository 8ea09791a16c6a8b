"""A printer that writes files, for the tests of the dialogs that print."""

from itertools import count
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.ui.printing.papers import Quality, set_up
from kunjungan.ui.printing.papers_dialog import PapersDialog


def printing_to(dialog: PapersDialog, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the dialog believe in a printer that writes 1.pdf, 2.pdf and so on."""
    files = count(1)

    def ready(_name: str, _printer: str, paper: Paper) -> tuple[QPrinter, Correction]:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / f"{next(files)}.pdf"))
        set_up(printer, paper, Quality.COLOUR)
        return printer, Correction()

    monkeypatch.setattr(dialog.options.printer, "ready", ready)
    monkeypatch.setattr(dialog.options.printer, "info", QPrinterInfo)
    dialog._refresh()
