"""Prints every paper of a visit's day in one pass, on printers or as PDF files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.i18n import tr
from kunjungan.services.alternat import AlternatProof
from kunjungan.services.pack.contents import Pack, PackItem
from kunjungan.services.pack.making import PackPaper
from kunjungan.services.ruled_page import ruled_page
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import in_documents
from kunjungan.ui.labels import screen_side
from kunjungan.ui.printing.job import print_aside
from kunjungan.ui.printing.print_footer import PrintFooter
from kunjungan.ui.printing.print_preview import PrintPreview, Seen
from kunjungan.ui.screens.visits.pack.options import PackOptions
from kunjungan.ui.screens.visits.pack.pack_list import PackList
from kunjungan.ui.screens.visits.pack.run import PackRun
from kunjungan.ui.screens.visits.pack.state import PackState
from kunjungan.ui.screens.visits.pack.words import total_words
from kunjungan.ui.widgets.layouts import scrolling

_WIDTH, _HEIGHT, _EDGE, _NARROW = 1220, 690, 40, 1024
_SHARES, _LEAST = (0.3, 0.29, 0.41), (254, 286, 350)


class PackDialog(QDialog):
    """List, options and preview side by side; what came out is logged.

    Signals:
        printed: Papers came out and were logged; carries what to say about it.
        blockers_wanted: The person wants to see what blocks an original; carries it.
    """

    printed = Signal(str)
    blockers_wanted = Signal(object)

    def __init__(
        self, context: ScreenContext, pack: Pack, slugs: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pack = pack
        self._running = False
        self.state = PackState(context.desk, pack, slugs)
        self.run = PackRun(context, pack, self)
        self.list = PackList(self.state, self)
        self.options = PackOptions(context.office, context.desk, self.state, self)
        self.preview = PrintPreview(context.pictures, self)
        self.footer = PrintFooter(0, self)
        self.footer.sample.show()
        self._build(parent)
        self._connect()
        self._on_picked(self.list.table.current())
        self._look()

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Print: {what}", what=self._pack.visit))
        room = parent.window().size()
        edge = _EDGE if room.width() >= _NARROW else 0
        width = min(_WIDTH, room.width() - edge)
        self.resize(width, max(min(_HEIGHT, room.height() - _EDGE), 440))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        panes = (self.list, scrolling(self.options, self), self.preview)
        for pane, least in zip(panes, _LEAST, strict=True):
            pane.setMinimumWidth(least)
            split.addWidget(pane)
        split.setSizes([int(width * share) for share in _SHARES])
        split.setStretchFactor(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        layout.addWidget(self.footer)
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.ticked.connect(self._refresh)
        self.list.renamed.connect(self._look)
        self.list.picked.connect(self._on_picked)
        self.list.blockers_wanted.connect(self._on_blockers)
        self.options.changed.connect(self._on_changed)
        self.options.sent_elsewhere.connect(self._refresh)
        self.options.printer.test_wanted.connect(self._print_test_page)
        self.preview.compared.connect(self._compare)
        self.footer.print_wanted.connect(self._print)
        self.footer.save_wanted.connect(self._save)
        self.footer.sample_wanted.connect(self._print_sample)
        self.footer.cancelled.connect(self.reject)
        self.footer.resumed.connect(self._resume)
        self.run.progressed.connect(self.footer.show_progress)
        self.run.finished.connect(self._on_finished)
        self.run.failed.connect(self._on_failed)
        for key, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(key), self, partial(self.preview.turn, by))
        for key in ("Return", "Enter"):  # in the list they print, too, and tick nothing
            enter = QShortcut(QKeySequence(key), self.list.table.view, self.footer.verb.click)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Alt+P"), self, self.options.printer.printer.setFocus)

    @Slot()
    def _look(self) -> None:
        """Make every paper that is not made yet, the one that is picked first."""
        current = self.list.table.current()
        items = sorted(self._pack.items, key=lambda item: item is not current)
        for item in items:
            if item.key not in self.state.made:
                self._make(item)
        self._refresh()

    def _make(self, item: PackItem) -> None:
        wish = self.state.wish(item)

        def seen(paper: PackPaper) -> None:
            if self.state.wish(item) == wish:
                self.state.take(paper)
                self._show(item)

        self.run.look(item, wish, seen)

    def _show(self, item: PackItem) -> None:
        """Show what was made of a paper."""
        self.list.refresh()
        current = self.list.table.current()
        if current is not None and item.agreement_id == current.agreement_id:
            self.options.show_made()
            self._show_preview()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        chosen = list(self.state.chosen())
        ready = bool(chosen) and self.state.complete
        has_printer = self.options.printer.info() is not None
        words = " · ".join(total_words(self.state.papers())) if chosen else ""
        if chosen and not ready:
            words = tr("The papers are being set")
        verb = tr("Print the pack") if has_printer else tr("Save as PDF…")
        self.footer.show_choice(verb, words, ready=ready, has_printer=has_printer)
        self.footer.sample.setVisible(has_printer)

    @Slot(object)
    def _on_picked(self, item: PackItem | None) -> None:
        if item is not None:
            self.options.show_item(item)
            self._show_preview()

    @Slot(object)
    def _on_changed(self, item: PackItem) -> None:
        self.run.forget()
        self._make(item)
        self.list.refresh()
        self._refresh()

    def _show_preview(self) -> None:
        """Show the paper picked; an original with the one beside it."""
        item = self.list.table.current()
        if item is None:
            return
        own = [one for one in self._pack.items if one.agreement_id == item.agreement_id]
        beside = [item]
        if item.agreement_id is not None:
            beside.append(own[(own.index(item) + 1) % len(own)])
        made = [self.state.made[one.key] for one in beside if one.key in self.state.made]
        pairs = [paper for paper in made if paper.pages]
        self.preview.show_papers([_seen(paper) for paper in pairs])

    @Slot(object)
    def _compare(self, numbers: list[int]) -> None:
        item = self.list.table.current()
        if item is not None:
            self.run.compare(item, numbers, partial(self._show_proof, item))

    def _show_proof(self, item: PackItem, proof: AlternatProof) -> None:
        """Say in what two originals differ, unless another paper is shown by now."""
        if item is self.list.table.current():
            self.preview.show_proof(proof)

    @Slot()
    def _save(self) -> None:
        title = tr("Folder for the PDF files")
        folder = QFileDialog.getExistingDirectory(self, title, in_documents())
        if folder:
            self._start()
            self.run.save(list(self.state.chosen()), Path(folder))

    @Slot()
    def _print(self) -> None:
        self._start()
        self.run.send(list(self.state.chosen()), self._ready)

    @Slot()
    def _resume(self) -> None:
        self._start()
        self.run.resume()

    @Slot()
    def _print_sample(self) -> None:
        item = self.list.table.current()
        made = self.state.made.get(item.key) if item is not None else None
        if made is not None and made.pages:
            self.run.sample(made, self.state.printer(made.item), self._ready)

    @Slot()
    def _print_test_page(self) -> None:
        """Print the ruled page as it is: a correction would hide what the printer does."""
        found = self.options.printer.ready(self.windowTitle())
        if found is not None:
            page = ruled_page(Paper(self.options.paper.value()))
            failed = self.footer.show_failure
            print_aside(self._context.pictures, (found[0], None), page, failed)

    def _ready(self, printer: str, paper: Paper) -> tuple[QPrinter, Correction] | None:
        return self.options.printer.ready(self.windowTitle(), printer, paper)

    def _start(self) -> None:
        self.state.remember()
        self._lock(running=True)

    def _lock(self, *, running: bool) -> None:
        self._running = running
        self.list.setEnabled(not running)
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
        self.footer.show_failure(why, came_out=self.run.stopped_after)

    @Slot(object)
    def _on_blockers(self, item: PackItem) -> None:
        self.reject()
        self.blockers_wanted.emit(item)

    @override
    def reject(self) -> None:
        if self._running:
            self.run.cancel()
        else:
            super().reject()


def _seen(paper: PackPaper) -> Seen:
    """Return a paper to look at; originals first where they differ most."""
    caption = screen_side(paper.item.name)
    if paper.item.holder:
        caption = f"{caption}, {tr('kept by {who}', who=paper.item.holder)}"
    stamps = paper.original.stamps if paper.original is not None else ()
    first = stamps[0].page - 1 if stamps else 0
    return Seen(caption, paper.pdf, paper.pages, paper.item.no, first)
