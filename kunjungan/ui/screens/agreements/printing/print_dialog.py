"""Prints an agreement: originals, a marked draft or a copy, on a printer or as PDF files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.errors import RuleBroken
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import agreement_form
from kunjungan.services.papers_offered import papers_offered
from kunjungan.services.preflight import without_press
from kunjungan.services.set_paper import SetPaper
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.printing.papers_dialog import PapersDialog
from kunjungan.ui.printing.print_preview import Seen
from kunjungan.ui.screens.agreements.printing.print_list import PrintList
from kunjungan.ui.screens.agreements.printing.print_options import PrintOptions
from kunjungan.ui.screens.agreements.printing.print_plan import (
    PrintItem,
    Wanted,
    items_of,
    sheets_words,
    verb_of,
)
from kunjungan.ui.screens.agreements.printing.print_run import PrintRun

ORIGINALS, DRAFT, COPY = "original", "draft", "copy"


class PrintDialog(PapersDialog):
    """The papers of one agreement.

    Signals:
        blockers_wanted: The person wants to see what blocks the originals.
    """

    blockers_wanted = Signal()
    run: PrintRun
    options: PrintOptions

    def __init__(
        self, context: ScreenContext, view: AgreementView, ticked: str, parent: QWidget
    ) -> None:
        office = context.office
        blocking = sum(f.blocking for f in without_press(office, view.id)) if view.open else 0
        super().__init__(context, parent, blocking=blocking)
        self._agreement = view.id
        self._papers: dict[str, SetPaper] = {}
        self._changed: dict[str, tuple[int, ...] | None] = {}
        self._turn = 0
        self.run = PrintRun(context, view.id, self)
        offered = papers_offered(office, view.id)
        self.items = items_of(offered, view.draft_no, blocked=blocking > 0)
        wanted = {i.key for i in self.items if i.key.startswith(ticked) and not i.blocked}
        self.list = PrintList(self.items, wanted, blocking, self, narrow=self.narrow)
        form = agreement_form(office, view.id)
        self.options = PrintOptions(context.desk, view, form, self)
        partners = ", ".join(screen_side(party.body) for party in view.parties[1:])
        self._lay_out(partners, self.list)
        self._connect()
        self._look()

    def _connect(self) -> None:
        self._connect_parts()
        self.list.ticked.connect(self._on_ticked)
        self.list.picked.connect(self._show_preview)
        self.options.changed.connect(self._look)
        self.options.only_changed.changed.connect(self._refresh)
        self.options.printer.changed.connect(self._refresh)
        self.preview.compared.connect(self._compare)
        self.footer.blockers_wanted.connect(self._on_blockers)

    @Slot()
    def _look(self) -> None:
        """Set every paper anew for the options; an answer to older ones is dropped."""
        self._turn += 1
        self._papers = {}
        self._changed = {}
        self.run.forget()
        for item in self.items:
            choice = item.choice(self.options.paper)
            self.run.look(choice, partial(self._on_seen, self._turn, item))
        self._refresh()

    def _on_seen(self, turn: int, item: PrintItem, paper: SetPaper) -> None:
        if turn != self._turn:
            return
        self._papers[item.key] = paper
        if len(self._papers) == len(self.items):
            self.list.show_papers(self._papers)
            self._show_preview()
            self._refresh()
            self._look_for_changes()

    @Slot()
    def _on_ticked(self) -> None:
        self._refresh()
        self._look_for_changes()
        self._show_changed()

    @override
    @Slot()
    def _refresh(self) -> None:
        items = self.list.items()
        self.options.show_ticked(items)
        ready = bool(items) and all(item.key in self._papers for item in items)
        has_printer = self.options.printer.info() is not None
        sheets = sheets_words(self._sheets(), self.options.paper) if ready else ""
        verb = verb_of(items, to_file=not has_printer)
        self.footer.show_choice(verb, sheets, ready=ready, has_printer=has_printer)

    def _sheets(self) -> int:
        """Count the pages that come out of what is ticked."""
        copies = {"original": 1}
        return sum(
            len(pages or range(self._papers[item.key].pages))
            * copies.get(item.state, self._copies())
            for item, pages in self._ticked()
        )

    def _ticked(self) -> list[tuple[PrintItem, tuple[int, ...]]]:
        """Return what is ticked with the pages wanted of it; what did not change is left out."""
        items = self.list.items()
        if not self.options.only_changed.value():
            return [(item, ()) for item in items]
        changed = [(item, self._changed.get(item.key)) for item in items]
        return [(item, pages or ()) for item, pages in changed if pages != ()]

    def _copies(self) -> int:
        try:
            return self.options.copies.value() or 1
        except RuleBroken:
            return 1

    @Slot()
    def _show_preview(self) -> None:
        current = self.list.table.current()
        if current is None or len(self._papers) < len(self.items):
            return
        beside: Sequence[PrintItem] = [current]
        if current.original:
            language = current.offered.language
            originals = [i for i in self.items if i.original and i.offered.language == language]
            place = originals.index(current)
            beside = [current, originals[(place + 1) % len(originals)]]
        several = len(beside) > 1
        self.preview.show_papers([_seen(i, self._papers[i.key], beside=several) for i in beside])

    @Slot(object)
    def _compare(self, numbers: list[int]) -> None:
        self.run.compare(self._agreement, numbers, self.preview.show_proof)

    def _look_for_changes(self) -> None:
        """Ask which pages of what is ticked changed since it was printed, once for each paper."""
        for item in self.list.items():
            if item.key not in self._changed:
                self._changed[item.key] = None
                choice = item.choice(self.options.paper)
                self.run.changes(choice, partial(self._on_changes, self._turn, item))

    def _on_changes(self, turn: int, item: PrintItem, pages: tuple[int, ...] | None) -> None:
        if turn == self._turn:
            self._changed[item.key] = pages
            self._show_changed()

    def _show_changed(self) -> None:
        found = [self._changed.get(item.key) for item in self.list.items()]
        pages = {page for some in found for page in some or ()}
        self.options.show_changed(sorted(pages) if None not in found else ())

    @override
    def _save_in(self, folder: Path) -> None:
        self.run.save(self._wanted(), folder)

    @override
    def _send(self) -> None:
        self.run.send(self._wanted(), self._ready, self._copies())

    def _wanted(self) -> list[Wanted]:
        paper = self.options.paper
        return [Wanted(item.choice(paper), pages) for item, pages in self._ticked()]

    @Slot()
    def _on_blockers(self) -> None:
        self.reject()
        self.blockers_wanted.emit()


def _seen(item: PrintItem, paper: SetPaper, *, beside: bool) -> Seen:
    """Return a paper to look at; two originals first where they differ most."""
    caption = f"{item.title}, {item.note}" if item.original else item.title
    first = paper.stamps[0].page - 1 if beside and paper.stamps else 0
    return Seen(caption, paper.pdf, paper.pages, item.original_no or 0, first)
