"""Carries an agreement's papers out: set and checked, saved or printed, then logged."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject

from kunjungan.i18n import later, tr
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.printing import (
    WrittenPapers,
    changed_pages,
    note_printed,
    note_written,
    preview,
    set_papers,
    write_papers,
)
from kunjungan.services.set_paper import SetPaper
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.printing.paper_run import Batch, PaperRun, Ready, printed_words, saved_words
from kunjungan.ui.screens.agreements.printing.print_plan import Wanted

_Papers = Sequence[SetPaper]


class PrintRun(PaperRun):
    """Prints the papers of one agreement; nothing is logged before all has come out."""

    def __init__(self, context: ScreenContext, agreement: UUID, parent: QObject) -> None:
        super().__init__(context, parent)
        self._office = context.office
        self._agreement = agreement

    def look(self, choice: PaperChoice, seen: Callable[[SetPaper], None]) -> None:
        """Set one paper to look at."""
        self.ask(lambda: preview(self._office, self._press, self._agreement, choice), seen)

    def changes(self, choice: PaperChoice, seen: Callable[[tuple[int, ...] | None], None]) -> None:
        """Find the pages that changed since a paper was last printed."""
        self.ask(lambda: changed_pages(self._office, self._press, self._agreement, choice), seen)

    def save(self, wanted: Sequence[Wanted], folder: Path) -> None:
        """Write the papers as PDF files into a folder."""
        self._work(
            lambda: write_papers(self._checked(wanted), folder),
            lambda written: self._keep_written(written, folder),
            lambda written: written.files.discard(),
        )

    def send(self, wanted: Sequence[Wanted], ready: Ready, copies: int) -> None:
        """Send the papers to a printer."""
        self._work(
            lambda: self._checked(wanted),
            lambda papers: self._print(
                [self._batch(papers, copies)], ready, _printed_words(papers)
            ),
        )

    def _checked(self, wanted: Sequence[Wanted]) -> list[SetPaper]:
        return [
            paper
            for pages, some in groupby(wanted, key=lambda each: each.pages)
            for paper in set_papers(
                self._office,
                self._press,
                self._agreement,
                [each.choice for each in some],
                pages=pages,
            )
        ]

    def _batch(self, papers: _Papers, copies: int) -> Batch:
        """Return the one job of papers; an original comes out once, whatever the copies."""
        sent = [each for each in papers for _ in range(1 if _original(each) else copies)]
        return Batch(
            paper=papers[0].paper,
            pdfs=tuple(each.file for each in sent),
            pages=sum(len(each.sheets) or each.pages for each in sent),
            note=lambda: self._note(papers, copies),
        )

    def _note(self, papers: _Papers, copies: int) -> None:
        others = [paper for paper in papers if not _original(paper)]
        originals = [paper for paper in papers if _original(paper)]
        if others:
            note_printed(self._office, self._agreement, others, copies=copies)
        if originals:
            note_printed(self._office, self._agreement, originals)

    def _keep_written(self, written: WrittenPapers, folder: Path) -> None:
        self._keep(
            lambda: note_written(self._office, self._agreement, written),
            saved_words(len(written.papers), folder),
        )


def _original(paper: SetPaper) -> bool:
    return paper.choice.state == "original"


def _printed_words(papers: _Papers) -> str:
    if all(map(_original, papers)):
        one = later("The original is printed; its draft is locked")
        many = later("{count} originals printed; their draft is locked")
        return tr(one if len(papers) == 1 else many, count=len(papers))
    return printed_words(len(papers))
