"""Prints a document to a file for ``benchmarks/press.py``, as the window sends it to a printer."""

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2  # type: ignore[import-untyped]  # noqa: F401 - the program has it loaded, too
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from benchmarks.measure import forget_peak, peak_mb, resident_mb
from kunjungan.domain.paper import Paper
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.printing.job import PrintJob
from kunjungan.ui.printing.papers import Quality, set_up


def main(quality: str, file: str) -> None:
    """Print a document; tell the seconds for a page and the most memory above what was held."""
    app = QApplication([])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(Path(file).with_suffix(".printed.pdf")))
    set_up(printer, Paper.F4, Quality(quality))
    pictures = PagePictures()
    job = PrintJob(pictures, printer)
    job.finished.connect(app.quit)
    failures = list[str]()
    job.failed.connect(failures.append)
    job.failed.connect(app.quit)
    own = resident_mb()
    forget_peak()
    started = time.perf_counter()
    job.start([Path(file).read_bytes()])
    app.exec()
    taken = time.perf_counter() - started
    pictures.stop()
    if failures:
        sys.exit(failures[0])
    figures = {
        "s a page": taken / job.done,
        "dpi": printer.resolution(),
        "own MB": own,
        "above MB": peak_mb() - own,
    }
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
