"""The papers of a print dialog: the one picked, or two beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.alternat import AlternatProof
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.printing.proof_words import difference_chips, proof_line
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import icon_button
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.layouts import column, emptied, framed, row
from kunjungan.ui.widgets.page_view import PageView
from kunjungan.ui.widgets.segmented import Option, Segmented

ONE, BESIDE = "one", "beside"
_CAPTION = 40
_WIDEST = 88
"""A page number that is as wide as any of two digits."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A paper to look at: its caption, its file, and the page (from 0) to look at first.

    ``original_no`` is that of an original, which may be compared with another.
    """

    caption: str
    pdf: bytes
    pages: int
    original_no: int = 0
    first: int = 0


class PrintPreview(QFrame):
    """Shows what will come out of the printer, page by page.

    Where it is ``narrow``, pages are counted in figures only.

    Signals:
        compared: Two originals stand side by side; carries their numbers.
    """

    compared = Signal(object)

    def __init__(
        self, pictures: PagePictures, parent: QWidget | None = None, *, narrow: bool = False
    ) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self.setProperty("frame", "pane")
        self._shown: list[Seen] = []
        self._page = 0
        modes = [Option(ONE, tr("One paper")), Option(BESIDE, tr("Side by side"))]
        self._mode = Segmented(modes, self)
        self._back = icon_button("chevron_left", tr("Previous page"), lambda: self.turn(-1), self)
        self._on = icon_button("chevron_right", tr("Next page"), lambda: self.turn(1), self)
        self._at = set_role(QLabel(self), TextRole.SMALL)
        self._views = [PageView(pictures, self), PageView(pictures, self)]
        self._captions = [set_role(QLabel(self), TextRole.SMALL) for _ in self._views]
        self._below = QVBoxLayout()
        self._build()
        self._mode.set_value(BESIDE)
        self._mode.chosen.connect(lambda _key: self._refresh())

    def show_papers(self, papers: Sequence[Seen]) -> None:
        """Show the first of these, and beside it the second where there are two."""
        self._mode.setVisible(len(papers) > 1)
        if [each.caption for each in papers] != [each.caption for each in self._shown]:
            self._page = papers[0].first if papers else 0
        self._shown = list(papers)
        self._refresh()

    def turn(self, by: int) -> None:
        """Turn the page, in both papers at once."""
        pages = max((paper.pages for paper in self._shown), default=1)
        self._page = min(max(self._page + by, 0), pages - 1)
        self._go()

    def _build(self) -> None:
        self._cells = [
            framed(column(view, caption, spacing=0), self)
            for view, caption in zip(self._views, self._captions, strict=True)
        ]
        for view, caption in zip(self._views, self._captions, strict=True):
            view.shown.connect(lambda _count: self._go())
            caption.setWordWrap(True)
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            caption.setContentsMargins(8, 4, 8, 0)
            caption.setFixedHeight(_CAPTION)
        pages = QHBoxLayout()
        pages.setSpacing(1)
        for cell in self._cells:
            pages.addWidget(cell, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        steps = (self._back, self._at, self._on)
        head = row(self._mode, None, *steps, spacing=4, margins=(12, 7, 8, 7))
        self._show_at(_WIDEST, _WIDEST)
        self.setMinimumWidth(head.minimumSize().width())
        layout.addLayout(head)
        layout.addLayout(pages, 1)
        layout.addLayout(self._below)

    def _refresh(self) -> None:
        beside = self._mode.value() == BESIDE and len(self._shown) > 1
        wanted = self._shown[: 2 if beside else 1]
        wanted.sort(key=lambda paper: paper.original_no)
        for place, cell in enumerate(self._cells):
            cell.setVisible(place < len(wanted))
        for paper, view, caption in zip(wanted, self._views, self._captions, strict=False):
            if caption.text() != paper.caption:  # no page of one paper over the name of another
                view.clear()
            caption.setText(paper.caption)
            view.fit_width()
            view.show_pdf(paper.pdf)
        self._compare(wanted)
        self._go()

    def show_proof(self, proof: AlternatProof) -> None:
        """Say below two originals in what they differ, and whether that is as it should be."""
        emptied(self._below)
        holder = QFrame(self)
        holder.setProperty("frame", "pane")
        chips = row(*(Chip(text, holder) for text in difference_chips(proof)), None)
        holder.setLayout(
            column(proof_line(proof, holder), chips, spacing=6, margins=(12, 8, 12, 10))
        )
        self._below.addWidget(holder)
        QTimer.singleShot(0, self, self._go)  # the pages have less room now

    def _compare(self, wanted: Sequence[Seen]) -> None:
        emptied(self._below)
        numbers = [paper.original_no for paper in wanted if paper.original_no]
        if len(wanted) == len(numbers) == 2:
            self.compared.emit(numbers)

    def _go(self) -> None:
        pages = max((paper.pages for paper in self._shown), default=1)
        self._page = min(self._page, pages - 1)
        self._show_at(self._page + 1, pages)
        for view in self._views:
            view.go_to(self._page)

    def _show_at(self, page: int, pages: int) -> None:
        words = tr("Page {page} of {pages}", page=page, pages=pages)
        self._at.setText(f"{page} / {pages}" if self._narrow else words)
        self._at.setAccessibleName(words)
