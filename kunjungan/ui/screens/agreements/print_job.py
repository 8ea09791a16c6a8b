"""Sends finished PDFs to a printer, page by page and strip by strip, at their true size."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from kunjungan.i18n import tr
from kunjungan.ui.pictures import PagePictures

_INCH = 25.4
_BAND = 1024
"""Rows drawn at a time: a whole page at 600 dpi would take 160 MB."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    number: int
    page: int
    last_of_document: bool


class PrintJob(QObject):
    """One job of one or more documents of the same paper.

    Signals:
        progressed: Pages done and pages in all.
        finished: Everything was handed to the printer.
        failed: The printer or a document gave up; carries why. Nothing counts as printed.
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(str)

    def __init__(
        self, pictures: PagePictures, printer: QPrinter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._printer = printer
        self._painter = QPainter()
        self._opening: dict[int, int] = {}
        self._sheets: list[_Sheet] = []
        self._at = 0
        self._running = False
        pictures.opened.connect(self._on_opened)
        pictures.failed.connect(self._on_failed)
        pictures.band_drawn.connect(self._on_band)

    def start(self, pdfs: Sequence[bytes]) -> None:
        """Print the documents in this order."""
        self._running = True
        if not self._painter.begin(self._printer):
            self._stop(tr("The printer does not answer. Switch it on and try again."))
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._opening = {self._pictures.open(pdf): -1 for pdf in pdfs}

    def cancel(self) -> None:
        """Throw the job away; what the printer already took may still come out."""
        if self._running:
            self._stop("")

    def _sheet_size(self) -> QSize:
        size = self._printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
        dots = self._printer.resolution() / _INCH
        return QSize(round(size.width() * dots), round(size.height() * dots))

    def _fits(self, width: float, height: float) -> bool:
        size = self._printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
        return abs(size.width() - width) < 1 and abs(size.height() - height) < 1

    def _request(self, top: int) -> None:
        sheet, size = self._sheets[self._at], self._sheet_size()
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
        self._opening[number] = len(sizes)
        if not all(self._fits(width, height) for width, height in sizes):
            self._stop(tr("The document is not made for this paper; it is never scaled."))
            return
        if -1 in self._opening.values():
            return
        self._sheets = [
            _Sheet(opened, page, page == pages - 1)
            for opened, pages in self._opening.items()
            for page in range(pages)
        ]
        self.progressed.emit(0, len(self._sheets))
        self._request(0)

    @Slot(int, int, int, QImage)
    def _on_band(self, number: int, page: int, top: int, image: QImage) -> None:
        if not self._running or number not in self._opening:
            return
        if (number, page) != (self._sheets[self._at].number, self._sheets[self._at].page):
            return
        self._painter.drawImage(QPoint(0, top), image)
        below = top + image.height()
        if below < self._sheet_size().height():
            self._request(below)
        else:
            self._next_sheet()

    @Slot(int, str)
    def _on_failed(self, number: int, words: str) -> None:
        if self._running and number in self._opening:
            self._stop(words)
