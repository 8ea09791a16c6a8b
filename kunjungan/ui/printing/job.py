"""Sends finished PDFs to a printer, page by page and strip by strip, at their true size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from kunjungan.domain.print_correction import Correction
from kunjungan.i18n import tr
from kunjungan.ui.pictures import PagePictures

_INCH = 25.4
_BAND = 1024
"""Rows drawn at a time: a whole page at 600 dpi would take 160 MB."""
_NEAR_MM = 3.0
"""A printer's own paper may differ by so much from ours; what is printed is never scaled to it."""
_IN_BLACK = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.DiffuseDither


@dataclass(frozen=True, slots=True)
class _Sheet:
    number: int
    page: int
    last_of_document: bool
    width_mm: float
    height_mm: float


class PrintJob(QObject):
    """One job of one or more documents of the same paper; it ends with its parent.

    Signals:
        progressed: Pages done and pages in all.
        finished: Everything was handed to the printer.
        failed: The printer or a document gave up; carries why. Nothing counts as printed.
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(str)

    def __init__(
        self,
        pictures: PagePictures,
        printer: QPrinter,
        correction: Correction | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._printer = printer
        self._correction = correction or Correction()
        self._black = printer.colorMode() is QPrinter.ColorMode.GrayScale
        self._painter = QPainter()
        self._opening: dict[int, list[tuple[float, float]]] = {}
        self._sheets: list[_Sheet] = []
        self._at = 0
        self._running = False
        if parent is not None:
            parent.destroyed.connect(self.cancel)  # Qt crashes where a page is open by then
        pictures.opened.connect(self._on_opened)
        pictures.failed.connect(self._on_failed)
        pictures.band_drawn.connect(self._on_band)

    @property
    def done(self) -> int:
        """How many pages, of all documents together, the printer has taken."""
        return self._at

    def start(self, pdfs: Sequence[bytes], *, done: int = 0) -> None:
        """Print the documents in this order; ``done`` pages came out before and are left out."""
        self._running, self._at = True, done
        if not self._painter.begin(self._printer):
            self._stop(tr("The printer does not answer. Switch it on and try again."))
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._opening = {self._pictures.open(pdf): [] for pdf in pdfs}

    @Slot()
    def cancel(self) -> None:
        """Throw the job away; what the printer already took may still come out."""
        if self._running:
            self._stop("")

    @property
    def _dots_per_mm(self) -> float:
        return self._printer.resolution() / _INCH

    def _drawn_size(self) -> QSize:
        """Return a page's size in dots as it is drawn, corrected for this printer."""
        sheet, made = self._sheets[self._at], self._correction
        return QSize(
            round(sheet.width_mm * made.across * self._dots_per_mm),
            round(sheet.height_mm * made.down * self._dots_per_mm),
        )

    def _corner(self) -> QPoint:
        made = self._correction
        return QPoint(round(made.x_mm * self._dots_per_mm), round(made.y_mm * self._dots_per_mm))

    def _fits(self, width: float, height: float) -> bool:
        size = self._printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
        return abs(size.width() - width) < _NEAR_MM and abs(size.height() - height) < _NEAR_MM

    def _request(self, top: int) -> None:
        sheet, size = self._sheets[self._at], self._drawn_size()
        rows = min(_BAND, size.height() - top)
        self._pictures.request_band(sheet.number, sheet.page, size, top, rows)

    def _next_sheet(self) -> None:
        done = self._sheets[self._at]
        if done.last_of_document:
            self._pictures.close(done.number)
        self._at += 1
        self.progressed.emit(self._at, len(self._sheets))
        if self._at == len(self._sheets):
            self._running = False
            self._painter.end()
            self.finished.emit()
        elif self._printer.newPage():
            self._request(0)
        else:
            self._stop(tr("The printer stopped after page {page}.", page=self._at))

    def _stop(self, why: str) -> None:
        self._running = False
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        for number in self._opening:
            self._pictures.close(number)
        if why:
            self.failed.emit(why)

    @Slot(int, object)
    def _on_opened(self, number: int, sizes: list[tuple[float, float]]) -> None:
        if not self._running or number not in self._opening:
            return
        self._opening[number] = sizes
        if not all(self._fits(width, height) for width, height in sizes):
            self._stop(tr("The document is not made for this paper; it is never scaled."))
            return
        if not all(self._opening.values()):
            return
        self._sheets = [
            _Sheet(opened, page, page == len(pages) - 1, *size)
            for opened, pages in self._opening.items()
            for page, size in enumerate(pages)
        ]
        self.progressed.emit(self._at, len(self._sheets))
        self._request(0)

    @Slot(int, int, int, QImage)
    def _on_band(self, number: int, page: int, top: int, image: QImage) -> None:
        if not self._running or number not in self._opening:
            return
        if (number, page) != (self._sheets[self._at].number, self._sheets[self._at].page):
            return
        if self._black:
            image = image.convertToFormat(QImage.Format.Format_Mono, _IN_BLACK)
        self._painter.drawImage(self._corner() + QPoint(0, top), image)
        below = top + image.height()
        if below < self._drawn_size().height():
            self._request(below)
        else:
            self._next_sheet()

    @Slot(int, str)
    def _on_failed(self, number: int, words: str) -> None:
        if self._running and number in self._opening:
            self._stop(words)


def print_aside(
    pictures: PagePictures,
    to: tuple[QPrinter, Correction | None],
    pdf: bytes,
    failed: Callable[[str], object],
) -> None:
    """Print a page that nobody waits for: it comes out, too, where its dialog closes meanwhile."""
    job = PrintJob(pictures, *to, pictures)
    job.failed.connect(failed)
    job.failed.connect(job.deleteLater)
    job.finished.connect(job.deleteLater)
    job.start([pdf])
