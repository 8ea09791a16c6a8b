"""Prints every paper of a visit's day in one pass, on printers or as PDF files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.alternat import AlternatProof
from kunjungan.services.pack.contents import Pack, PackItem
from kunjungan.services.pack.making import PackPaper
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.printing.papers_dialog import PapersDialog
from kunjungan.ui.printing.print_preview import Seen
from kunjungan.ui.screens.visits.pack.options import PackOptions
from kunjungan.ui.screens.visits.pack.pack_list import PackList
from kunjungan.ui.screens.visits.pack.run import PackRun
from kunjungan.ui.screens.visits.pack.state import PackState
from kunjungan.ui.screens.visits.pack.words import total_words


class PackDialog(PapersDialog):
    """The papers of one visit, each with options of its own.

    Signals:
        blockers_wanted: The person wants to see what blocks an original; carries it.
    """

    blockers_wanted = Signal(object)
    run: PackRun
    options: PackOptions

    def __init__(
        self, context: ScreenContext, pack: Pack, slugs: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(context, parent)
        self._pack = pack
        self.state = PackState(context.desk, pack, slugs)
        self.run = PackRun(context, pack, self)
        self.list = PackList(self.state, self, narrow=self.narrow)
        self.options = PackOptions(context.office, context.desk, self.state, self)
        self._lay_out(pack.visit, self.list)
        self._connect()
        self._on_picked(self.list.table.current())
        self._look()

    def _connect(self) -> None:
        self._connect_parts()
        self.list.ticked.connect(self._refresh)
        self.list.renamed.connect(self._look)
        self.list.picked.connect(self._on_picked)
        self.list.blockers_wanted.connect(self._on_blockers)
        self.options.changed.connect(self._on_changed)
        self.options.sent_elsewhere.connect(self._refresh)
        self.preview.compared.connect(self._compare)
        self.footer.sample_wanted.connect(self._print_sample)
        for key in ("Return", "Enter"):  # in the list they print, too, and tick nothing
            enter = QShortcut(QKeySequence(key), self.list.table.view, self.footer.verb.click)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)

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

    @override
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
        if item is not None and item.agreement_id is not None:
            self.run.compare(item.agreement_id, numbers, partial(self._show_proof, item))

    def _show_proof(self, item: PackItem, proof: AlternatProof) -> None:
        """Say in what two originals differ, unless another paper is shown by now."""
        if item is self.list.table.current():
            self.preview.show_proof(proof)

    @override
    def _save_in(self, folder: Path) -> None:
        self.state.remember()
        self.run.save(list(self.state.chosen()), folder)

    @override
    def _send(self) -> None:
        self.state.remember()
        self.run.send(list(self.state.chosen()), self._ready)

    @Slot()
    def _print_sample(self) -> None:
        item = self.list.table.current()
        made = self.state.made.get(item.key) if item is not None else None
        if made is not None and made.pages:
            self.run.sample(made, self.state.printer(made.item), self._ready)

    @Slot(object)
    def _on_blockers(self, item: PackItem) -> None:
        self.reject()
        self.blockers_wanted.emit(item)


def _seen(paper: PackPaper) -> Seen:
    """Return a paper to look at; originals first where they differ most."""
    caption = screen_side(paper.item.name)
    if paper.item.no:
        number = tr("Original {number}", number=paper.item.no)
        caption = f"{number}, {tr('kept by {who}', who=paper.item.holder)}"
    stamps = paper.original.stamps if paper.original is not None else ()
    first = stamps[0].page - 1 if stamps else 0
    return Seen(caption, paper.pdf, paper.pages, paper.item.no, first)
