"""The sheets of a document one under the other, drawn from whatever pictures there are."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import LIGHT

MARGIN = 16
GAP = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """A band across a page, from the page's upper edge in mm."""

    page: int
    top_mm: float
    bottom_mm: float


class PageCanvas(QWidget):
    """White sheets on the preview ground; old pictures stay until new ones come.

    Signals:
        clicked: A sheet was clicked; carries the page from 0, and x and y in mm.
    """

    clicked = Signal(int, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: list[tuple[float, float]] = []
        self._images: dict[int, QImage] = {}
        self._mark: Mark | None = None
        self.pixels_per_mm = 96 / 25.4

    @property
    def sizes_mm(self) -> list[tuple[float, float]]:
        """Width and height of each page in mm."""
        return self._sizes

    def show_pages(self, sizes: list[tuple[float, float]]) -> None:
        """Lay out pages of these sizes in mm; pictures of pages that stay are kept."""
        self._sizes = sizes
        self._images = {page: image for page, image in self._images.items() if page < len(sizes)}
        self.relayout()

    def show_image(self, page: int, image: QImage) -> None:
        """Put a new picture on a page."""
        if page < len(self._sizes):
            self._images[page] = image
            self.update(self.sheet(page).toAlignedRect())

    def forget(self, keep: range) -> None:
        """Let pictures outside these pages go."""
        self._images = {page: image for page, image in self._images.items() if page in keep}

    def show_mark(self, mark: Mark | None) -> None:
        """Mark a band of a page, or nothing."""
        self._mark = mark
        self.update()

    def relayout(self) -> None:
        """Take the size that the pages need at this zoom."""
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sheet(self, page: int) -> QRectF:
        """Return where a page lies, in logical pixels."""
        top = float(MARGIN)
        for _, height in self._sizes[:page]:
            top += height * self.pixels_per_mm + GAP
        width, height = (side * self.pixels_per_mm for side in self._sizes[page])
        return QRectF(max(MARGIN, (self.width() - width) / 2), top, width, height)

    def pages_in(self, rect: QRectF) -> list[int]:
        """Return the pages that a part of the canvas shows."""
        return [page for page in range(len(self._sizes)) if self.sheet(page).intersects(rect)]

    @override
    def sizeHint(self) -> QSize:
        width = max((w for w, _ in self._sizes), default=0) * self.pixels_per_mm
        height = sum(h for _, h in self._sizes) * self.pixels_per_mm
        gaps = GAP * max(len(self._sizes) - 1, 0)
        return QSize(round(width) + 2 * MARGIN, round(height) + gaps + 2 * MARGIN)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(current_tokens().preview_bg))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.pages_in(QRectF(event.rect())):
            sheet = self.sheet(page)
            image = self._images.get(page)
            if image is None:
                painter.fillRect(sheet, Qt.GlobalColor.white)
            else:
                painter.drawImage(sheet, image)
            if self._mark is not None and self._mark.page == page:
                self._paint_mark(painter, sheet, self._mark)

    def _paint_mark(self, painter: QPainter, sheet: QRectF, mark: Mark) -> None:
        top = sheet.top() + mark.top_mm * self.pixels_per_mm
        height = (mark.bottom_mm - mark.top_mm) * self.pixels_per_mm
        band = QRectF(sheet.left(), top, sheet.width(), height)
        wash = QColor(LIGHT.accent)  # the sheet is white in both themes
        wash.setAlpha(26)
        painter.fillRect(band, wash)
        painter.fillRect(
            QRectF(band.topLeft(), QPointF(band.left() + 3, band.bottom())), QColor(LIGHT.accent)
        )

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        for page in self.pages_in(QRectF(at, at + QPointF(1, 1))):
            inside = at - self.sheet(page).topLeft()
            x, y = inside.x() / self.pixels_per_mm, inside.y() / self.pixels_per_mm
            self.clicked.emit(page, x, y)
