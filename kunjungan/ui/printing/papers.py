"""Printers and papers: exact sizes, which paper of a printer is ours, how finely it draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kunjungan.domain.paper import Paper

_SAME_MM, _CLOSE_MM = 0.6, 3.0
"""QPageSize rounds to whole points; a driver's F4 may be called Folio and differ by a little."""


class Quality(StrEnum):
    """How finely a page is drawn: in colour, or in black only and twice as fine."""

    COLOUR = "colour"
    BLACK = "black"

    @property
    def dots_per_inch(self) -> int:
        """Dots to the inch."""
        return 600 if self is Quality.BLACK else 300


@dataclass(frozen=True, slots=True)
class PaperFit:
    """How a printer takes a paper: exactly, as a near paper of its own, or not at all.

    ``name`` and ``size_mm`` are those of the printer's own paper.
    """

    exact: bool
    name: str = ""
    size_mm: tuple[float, float] | None = None

    @property
    def takes(self) -> bool:
        """Whether a page can be printed at its true size."""
        return self.exact or self.size_mm is not None


def page_size(paper: Paper) -> QPageSize:
    """Return a paper's exact size; Qt's fuzzy matching would make Folio of our F4."""
    width, height = paper.size_mm
    return QPageSize(
        QSizeF(width, height),
        QPageSize.Unit.Millimeter,
        f"{paper.value.upper()} {width} x {height} mm",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )


def label_size(width_mm: float, height_mm: float) -> QPageSize:
    """Return the exact size of a label printer's page."""
    return QPageSize(
        QSizeF(width_mm, height_mm),
        QPageSize.Unit.Millimeter,
        f"{width_mm:g} x {height_mm:g} mm",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )


def fit_of(info: QPrinterInfo, paper: Paper) -> PaperFit:
    """Return how a printer takes a paper."""
    return best_fit(info.supportedPageSizes(), paper, custom=info.supportsCustomPageSizes())


def best_fit(sizes: Sequence[QPageSize], paper: Paper, *, custom: bool) -> PaperFit:
    """Return how a printer with these papers takes ours; ``custom`` when it takes any size."""
    near = min(sizes, key=lambda size: _apart(_mm(size), paper), default=None)
    if near is None or _apart(_mm(near), paper) > _CLOSE_MM:
        return PaperFit(exact=custom)
    exact = custom or _apart(_mm(near), paper) <= _SAME_MM
    return PaperFit(exact, near.name(), _mm(near))


def printer_for(info: QPrinterInfo, paper: Paper, quality: Quality, *, name: str) -> QPrinter:
    """Return a printer set to a paper without scaling or margins of its own."""
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    set_up(printer, paper, quality)
    printer.setDocName(name)
    return printer


def set_up(printer: QPrinter, paper: Paper, quality: Quality) -> None:
    """Set paper, density, colour, and the whole sheet as the area to draw on."""
    black = quality is Quality.BLACK
    printer.setResolution(quality.dots_per_inch)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if black else QPrinter.ColorMode.Color)
    printer.setPageSize(page_size(paper))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def holds(printer: QPrinter, paper: Paper) -> bool:
    """Say whether a printer is still set to a paper; its own dialog may have chosen another."""
    layout = printer.pageLayout()
    upright = layout.orientation() is QPageLayout.Orientation.Portrait
    return upright and _apart(_mm(layout.pageSize()), paper) <= _CLOSE_MM


def _mm(size: QPageSize) -> tuple[float, float]:
    found = size.size(QPageSize.Unit.Millimeter)
    return found.width(), found.height()


def _apart(size: tuple[float, float], paper: Paper) -> float:
    """Return the larger difference of two sides in mm."""
    return max(abs(ours - theirs) for ours, theirs in zip(paper.size_mm, size, strict=True))
