"""Draws PDF pages as pictures, for screens and printers.

One worker thread owns every document, and holds PDFium's lock while it works. One instance
serves the whole program.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from kunjungan.pdfium import PDFIUM

_POINT_MM = 25.4 / 72


@dataclass(slots=True)
class _Work:
    """What only the worker thread touches: open documents by their number."""

    documents: dict[int, Any] = field(default_factory=dict)


class PagePictures(QObject):
    """Opens PDFs and draws their pages elsewhere; answers come as signals on this thread.

    Signals:
        opened: A document is open; carries its number and the page sizes in mm.
        drawn: A page is drawn; carries the number, the page from 0, the pixels per mm, the image.
        failed: A document cannot be shown; carries its number and PDFium's words.
        band_drawn: A strip of a page for a printer; carries number, page, first row, image.
    """

    opened = Signal(int, object)
    drawn = Signal(int, int, float, QImage)
    failed = Signal(int, str)
    band_drawn = Signal(int, int, int, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdfium")
        self._work = _Work()
        self._last = 0
        self._stopped = False
        self._waiting: dict[int, list[Future[None]]] = {}

    def open(self, pdf: bytes) -> int:
        """Open a document and return the number that its signals carry."""
        self._last += 1
        self._submit(self._open, self._last, pdf)
        return self._last

    def request(self, number: int, pages: list[int], pixels_per_mm: float) -> None:
        """Draw pages in this order; what still waits for the same document is dropped."""
        for old in self._waiting.pop(number, []):
            old.cancel()
        self._waiting[number] = [
            self._submit(self._draw, number, page, pixels_per_mm) for page in pages
        ]

    def request_band(self, number: int, page: int, sheet: QSize, top: int, rows: int) -> None:
        """Draw ``rows`` rows from ``top`` of a page that is ``sheet`` pixels large as a whole."""
        self._submit(self._draw_band, number, page, sheet, top, rows)

    def close(self, number: int) -> None:
        """Let a document go."""
        for old in self._waiting.pop(number, []):
            old.cancel()
        self._submit(self._close, number)

    def stop(self) -> None:
        """Let everything go and end the thread; what is asked afterwards is not done."""
        self._submit(self._close_all)
        self._stopped = True
        self._worker.shutdown(wait=True)

    def _submit(self, work: Callable[..., None], *args: object) -> Future[None]:
        """Queue work for the thread; after ``stop`` return it cancelled."""
        if self._stopped:
            never = Future[None]()
            never.cancel()
            return never
        return self._worker.submit(_alone, work, *args)

    def _open(self, number: int, pdf: bytes) -> None:
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  # slow, and seldom needed

        try:
            document = pypdfium2.PdfDocument(pdf)
            sizes = [document.get_page_size(page) for page in range(len(document))]
        except pypdfium2.PdfiumError as error:
            self.failed.emit(number, str(error))
            return
        self._work.documents[number] = document
        self.opened.emit(number, [(w * _POINT_MM, h * _POINT_MM) for w, h in sizes])

    def _draw(self, number: int, page: int, pixels_per_mm: float) -> None:
        document = self._work.documents.get(number)
        if document is None:
            return
        leaf = document[page]
        bitmap = leaf.render(scale=pixels_per_mm * _POINT_MM, prefer_bgrx=True)
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
        leaf.close()
        self.drawn.emit(number, page, pixels_per_mm, image)

    def _draw_band(self, number: int, page: int, sheet: QSize, top: int, rows: int) -> None:
        document = self._work.documents.get(number)
        if document is None:
            return
        import pypdfium2  # noqa: PLC0415  # slow, and seldom needed
        from pypdfium2 import raw  # noqa: PLC0415

        leaf = document[page]
        bitmap = pypdfium2.PdfBitmap.new_native(sheet.width(), rows, raw.FPDFBitmap_BGRx)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, sheet.width(), rows)
        raw.FPDF_RenderPageBitmap(
            bitmap, leaf, 0, -top, sheet.width(), sheet.height(), 0, raw.FPDF_PRINTING
        )
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
        leaf.close()
        self.band_drawn.emit(number, page, top, image)

    def _close(self, number: int) -> None:
        if (document := self._work.documents.pop(number, None)) is not None:
            document.close()

    def _close_all(self) -> None:
        for number in list(self._work.documents):
            self._close(number)


def _alone(work: Callable[..., None], *args: object) -> None:
    with PDFIUM:
        work(*args)
