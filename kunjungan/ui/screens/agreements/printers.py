"""Printers and papers: exact sizes, and which printer takes which paper."""

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kunjungan.domain.paper import Paper

DOTS_PER_INCH = 600
_CLOSE_MM = 3.0


def page_size(paper: Paper) -> QPageSize:
    """Return a paper's exact size; Qt's fuzzy matching would make Folio of our F4."""
    width, height = paper.size_mm
    return QPageSize(
        QSizeF(width, height),
        QPageSize.Unit.Millimeter,
        f"{paper.value.upper()} {width} x {height} mm",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )


def printer_for(info: QPrinterInfo, paper: Paper, *, name: str, copies: int = 1) -> QPrinter:
    """Return a printer set to a paper without scaling or margins of its own."""
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    set_up(printer, paper, dots_per_inch=DOTS_PER_INCH)
    printer.setDocName(name)
    printer.setCopyCount(copies)
    return printer


def set_up(printer: QPrinter, paper: Paper, *, dots_per_inch: int) -> None:
    """Set paper, density and the whole sheet as the area to draw on."""
    printer.setResolution(dots_per_inch)
    printer.setPageSize(page_size(paper))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def takes_paper(info: QPrinterInfo, paper: Paper) -> bool:
    """Return whether a printer lists a paper of this size, or takes sizes of one's own."""
    if info.supportsCustomPageSizes():
        return True
    width, height = paper.size_mm
    sizes = [size.size(QPageSize.Unit.Millimeter) for size in info.supportedPageSizes()]
    return any(
        abs(size.width() - width) <= _CLOSE_MM and abs(size.height() - height) <= _CLOSE_MM
        for size in sizes
    )
