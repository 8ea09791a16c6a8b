"""Several papers in one dialog: those to tick, how they are printed, and how they look."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QSplitter, QStyle, QWidget
from typing_extensions import override

from kunjungan.domain.paper import Paper
from kunjungan.i18n import tr
from kunjungan.services.ruled_page import ruled_page
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import in_documents
from kunjungan.ui.printing.job import print_aside
from kunjungan.ui.printing.paper_options import PaperOptions
from kunjungan.ui.printing.paper_run import PaperRun, Printer
from kunjungan.ui.printing.print_footer import PrintFooter
from kunjungan.ui.printing.print_preview import PrintPreview
from kunjungan.ui.widgets.layouts import column, scrolling

_WIDTH, _HEIGHT, _EDGE = 1220, 690, 40
_FULL, _NARROW = 1024, 1200
"""Windows less wide than these give all their width, and get lists of one column (UX 3)."""
_LEAST_HEIGHT = 440
_SHARES = (0.33, 0.26, 0.41)


class PapersDialog(QDialog):
    """List, options and preview side by side over one foot; what came out is on record.

    Signals:
        printed: Papers came out and are on record; carries what to say about it.
    """

    printed = Signal(str)
    run: PaperRun
    options: PaperOptions

    def __init__(self, context: ScreenContext, parent: QWidget, *, blocking: int = 0) -> None:
        super().__init__(parent)
        self._context = context
        self._running = False
        self._room = parent.window().size()
        self.narrow = self._room.width() < _NARROW
        """Whether there is so little room that the lists have one column, of two lines."""
        self.preview = PrintPreview(context.pictures, self, narrow=self.narrow)
        self.footer = PrintFooter(blocking, self)

    def _send(self) -> None:
        """Print what is ticked."""
        raise NotImplementedError

    def _save_in(self, folder: Path) -> None:
        """Save what is ticked as PDF files."""
        raise NotImplementedError

    def _refresh(self) -> None:
        """Say what would come out now."""
        raise NotImplementedError

    def _lay_out(self, what: str, papers: QWidget) -> None:
        """Put the papers to tick, the options and the preview side by side over the foot."""
        self._list = papers
        self.setWindowTitle(tr("Print: {what}", what=what))
        width, height = self._room.width(), self._room.height() - _EDGE
        width = min(_WIDTH, width - _EDGE) if width >= _FULL else width
        self.resize(width, max(min(_HEIGHT, height), _LEAST_HEIGHT))
        options = scrolling(self.options, self)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        options.setMinimumWidth(self.options.minimumSizeHint().width() + bar)
        options.setAccessibleName(tr("How it is printed"))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        for pane in (papers, options, self.preview):
            split.addWidget(pane)
        split.setSizes([round(width * share) for share in _SHARES])
        split.setStretchFactor(2, 1)
        body = column(split, self.footer, spacing=0)
        body.setStretch(0, 1)
        self.setLayout(body)
        papers.setFocus()

    def _connect_parts(self) -> None:
        for wanted, deed in (
            (self.footer.print_wanted, self._print),
            (self.footer.save_wanted, self._save),
            (self.footer.cancelled, self.reject),
            (self.footer.resumed, self._resume),
            (self.options.printer.test_wanted, self._print_test_page),
            (self.run.progressed, self.footer.show_progress),
            (self.run.finished, self._on_finished),
            (self.run.failed, self._on_failed),
            (self.run.unseen, self.footer.show_failure),
        ):
            wanted.connect(deed)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(keys), self, partial(self.preview.turn, by))
        QShortcut(QKeySequence("Alt+P"), self, self.options.printer.printer.setFocus)

    @Slot()
    def _save(self) -> None:
        title = tr("Folder for the PDF files")
        folder = QFileDialog.getExistingDirectory(self, title, in_documents())
        if folder:
            self._lock(running=True)
            self._save_in(Path(folder))

    @Slot()
    def _print(self) -> None:
        self._lock(running=True)
        self._send()

    @Slot()
    def _resume(self) -> None:
        self._lock(running=True)
        self.run.resume()

    @Slot()
    def _print_test_page(self) -> None:
        """Print the ruled page as it is: a correction would hide what the printer does."""
        paper = self.options.paper
        if (found := self._ready("", paper)) is not None:
            page, failed = ruled_page(paper), self.footer.show_failure
            print_aside(self._context.pictures, (found[0], None), page, failed)

    def _ready(self, printer: str, paper: Paper) -> Printer | None:
        return self.options.printer.ready(self.windowTitle(), printer, paper)

    def _lock(self, *, running: bool) -> None:
        self._running = running
        self._list.setEnabled(not running)
        self.options.setEnabled(not running)
        self.footer.show_running(running=running)

    @Slot(str)
    def _on_finished(self, words: str) -> None:
        self._running = False
        self.printed.emit(words)
        self.accept()

    @Slot(str)
    def _on_failed(self, why: str) -> None:
        self._lock(running=False)
        self._refresh()
        self.footer.show_failure(why, came_out=self.run.came_out)

    @override
    def done(self, result: int) -> None:
        self.run.leave()
        super().done(result)

    @override
    def reject(self) -> None:
        if self._running:
            self.run.cancel()
        else:
            super().reject()
