"""Shows a PDF as a person reads it: page under page, zoom and place kept while it changes."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Banner, Buttons
from kunjungan.ui.widgets.page_canvas import MARGIN, Mark, PageCanvas

_SCREEN = 96 / 25.4
_LEAST, _MOST = 0.25, 4.0
_STEP = 1.1
_SETTLE_MS = 40
_AROUND = 3


class PageView(QFrame):
    """A preview that is handed finished bytes; the last good pages stay until new ones are drawn.

    Signals:
        clicked: A page was clicked; carries the page from 0, and x and y in mm.
        zoomed: The zoom changed; carries it, 1.0 being true size.
        shown: A new document is on screen; carries its page count.
        turned: Another page came into the middle; carries it, from 0.
    """

    clicked = Signal(int, float, float)
    zoomed = Signal(float)
    shown = Signal(int)
    turned = Signal(int)

    def __init__(self, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._number = 0
        self._opening = 0
        self._held: set[int] = set()
        self._fits_width = True
        self._banner: Banner | None = None
        self._canvas = PageCanvas(self)
        self._scroll = QScrollArea(self)
        self._settle = QTimer(self)
        self._build()
        self._connect()
        self.destroyed.connect(partial(_let_go, pictures, self._held))

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._canvas.sizes_mm)

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        port = self._scroll.viewport()
        middle = self._scroll.verticalScrollBar().value() + port.height() / 2
        above = (page for page in range(self.page_count) if self._canvas.sheet(page).top() < middle)
        return max(above, default=0)

    @property
    def zoom(self) -> float:
        """The zoom, 1.0 being true size on a screen of 96 dots per inch."""
        return self._canvas.pixels_per_mm / _SCREEN

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document, or the same one changed; scroll and zoom stay."""
        if self._opening != self._number:
            self._close(self._opening)
        self._opening = self._pictures.open(pdf)
        self._held.add(self._opening)

    def clear(self) -> None:
        """Take pages and mark away before those of something else come."""
        for number in {self._opening, self._number} - {0}:
            self._close(number)
        self._opening = self._number = 0
        self._hide_failure()
        self._canvas.show_mark(None)
        self._canvas.show_pages([])

    def show_failure(self, text: str, buttons: Buttons = ()) -> None:
        """Say that the pages shown are not the newest, and why."""
        self._hide_failure()
        self._banner = Banner(Tone.BAD, text, buttons, self)
        self._layout.insertWidget(0, self._banner)

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at this zoom, within a quarter and four times true size."""
        self._fits_width = False
        self._apply_zoom(max(zoom, _LEAST))

    def fit_width(self) -> None:
        """Show whole page widths, now and when the view changes its size."""
        self._fits_width = True
        widest = max((width for width, _ in self._canvas.sizes_mm), default=0.0)
        room = self._scroll.viewport().width() - 2 * MARGIN
        if widest and room > 0:
            self._apply_zoom(room / widest / _SCREEN)

    def highlight(self, page: int, top_mm: float, bottom_mm: float) -> None:
        """Mark a band of a page and bring it into view."""
        self._canvas.show_mark(Mark(page, top_mm, bottom_mm))
        self.go_to(page, top_mm, bottom_mm)

    def clear_highlight(self) -> None:
        """Take the mark away."""
        self._canvas.show_mark(None)

    def go_to(self, page: int, top_mm: float = 0.0, bottom_mm: float | None = None) -> None:
        """Scroll so that a band of a page is seen, staying put where it is already."""
        if page >= self.page_count:
            return
        scale = self._canvas.pixels_per_mm
        sheet = self._canvas.sheet(page)
        top = sheet.top() + top_mm * scale
        bottom = sheet.top() + (top_mm if bottom_mm is None else bottom_mm) * scale
        bar, height = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        if bottom_mm is None or top < bar.value() or bottom > bar.value() + height:
            bar.setValue(round(top - min(height / 3, 80)))

    def _build(self) -> None:
        self.setProperty("frame", "preview")
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._canvas)
        # Always there, so that fitting the width does not change the width.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.viewport().installEventFilter(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._scroll, 1)
        self.setFocusProxy(self._scroll)
        self._scroll.setAccessibleName(tr("Preview of the pages"))

    def _connect(self) -> None:
        self._pictures.opened.connect(self._on_opened)
        self._pictures.drawn.connect(self._on_drawn)
        self._pictures.failed.connect(self._on_failed)
        self._canvas.clicked.connect(self.clicked)
        self._settle.timeout.connect(self._request)
        for bar in (self._scroll.verticalScrollBar(), self._scroll.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_moved)

    def _apply_zoom(self, zoom: float) -> None:
        bar = self._scroll.verticalScrollBar()
        middle = (bar.value() + self._scroll.viewport().height() / 2) / max(
            1, self._canvas.height()
        )
        self._canvas.pixels_per_mm = min(zoom, _MOST) * _SCREEN
        self._canvas.relayout()
        self._canvas.resize(self._canvas.sizeHint().expandedTo(self._scroll.viewport().size()))
        bar.setValue(round(middle * self._canvas.height() - self._scroll.viewport().height() / 2))
        self.zoomed.emit(self.zoom)
        self._settle.start()

    def _request(self) -> None:
        """Ask for the pages in view first, then their neighbours; let far ones go."""
        if not self._number:
            return
        top = self._scroll.verticalScrollBar().value()
        port = self._scroll.viewport()
        seen = self._canvas.pages_in(QRectF(0, top, port.width() + 4000, port.height()))
        if not seen:
            return
        first, last = max(seen[0] - 1, 0), min(seen[-1] + 1, self.page_count - 1)
        around = [page for page in range(first, last + 1) if page not in seen]
        self._canvas.forget(range(seen[0] - _AROUND, seen[-1] + _AROUND + 1))
        scale = self._canvas.pixels_per_mm * self.devicePixelRatioF()
        self._pictures.request(self._number, seen + around, scale)

    def _close(self, number: int) -> None:
        self._held.discard(number)
        self._pictures.close(number)

    def _hide_failure(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    @Slot(int, object)
    def _on_opened(self, number: int, sizes: list[tuple[float, float]]) -> None:
        if number != self._opening:
            return
        before, self._number = self._number, number
        if before:
            self._close(before)
        self._hide_failure()
        self._canvas.show_pages(sizes)
        if self._fits_width:
            self.fit_width()
        self._request()
        self.shown.emit(len(sizes))

    @Slot(int, int, float, QImage)
    def _on_drawn(self, number: int, page: int, _scale: float, image: QImage) -> None:
        if number == self._number:
            self._canvas.show_image(page, image)

    @Slot(int, str)
    def _on_failed(self, number: int, words: str) -> None:
        if number == self._opening:
            self._held.discard(number)
            self._opening = self._number
            text = tr("The preview failed; the text is kept. ({reason})", reason=words)
            self.show_failure(text)

    @Slot()
    def _on_moved(self) -> None:
        self._settle.start()
        self.turned.emit(self.page)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        if isinstance(event, QWheelEvent) and event.modifiers() & control:
            turn = event.angleDelta().y()
            self.set_zoom(self.zoom * (_STEP if turn > 0 else 1 / _STEP))
            return True
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits_width:
            self.fit_width()
        self._settle.start()


def _let_go(pictures: PagePictures, numbers: set[int], _view: QObject | None = None) -> None:
    """Let the documents of a view go that is gone itself."""
    if isValid(pictures):
        for number in numbers:
            pictures.close(number)
