"""Carries a print out: papers set and checked, saved or sent to a printer, then logged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.print_correction import Correction
from kunjungan.i18n import tr
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.alternat import AlternatProof, compare_originals
from kunjungan.services.printing import (
    WrittenPapers,
    changed_pages,
    new_press,
    note_printed,
    note_written,
    preview,
    set_papers,
    write_papers,
)
from kunjungan.services.set_paper import SetPaper
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.printing.job import PrintJob
from kunjungan.ui.printing.papers import holds
from kunjungan.ui.printing.setup import paper_lost
from kunjungan.ui.screens.agreements.printing.print_plan import Wanted

T = TypeVar("T")

Ready = Callable[[], tuple[QPrinter, Correction] | None]
"""Gives the printer, set up anew for a job, and its correction; None where it is gone."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """What went to the printer, kept until all of it has come out."""

    papers: list[SetPaper]
    ready: Ready
    copies: int

    @property
    def pdfs(self) -> list[bytes]:
        """The documents in order; an original comes out once, whatever the copies."""
        return [
            paper.file
            for paper in self.papers
            for _ in range(1 if paper.choice.state == "original" else self.copies)
        ]


class PrintRun(QObject):
    """Prints the papers of one agreement; nothing is logged before it has come out.

    Signals:
        progressed: Pages done and pages in all.
        finished: All of it came out and is logged; carries what to say about it.
        failed: None of it counts as printed; carries why, nothing after a cancel.
    """

    progressed = Signal(int, int)
    finished = Signal(str)
    failed = Signal(str)

    def __init__(self, context: ScreenContext, agreement: UUID, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._agreement = agreement
        self._press = new_press()
        self._job: PrintJob | None = None
        self._sent: _Sent | None = None
        self._turn = 0

    @property
    def stopped_after(self) -> int:
        """How many pages came out of a job that stopped; 0 when there is nothing to resume."""
        return self._job.done if self._job is not None and self._sent is not None else 0

    def look(self, choice: PaperChoice, seen: Callable[[SetPaper], None]) -> None:
        """Set one paper to look at."""
        self._context.background.run(
            lambda: preview(self._context.office, self._press, self._agreement, choice),
            done=seen,
            refused=self._refuse,
            owner=self,
        )

    def compare(self, numbers: Sequence[int], seen: Callable[[AlternatProof], None]) -> None:
        """Prove that originals of these numbers differ in the order of the parties only."""
        self._context.background.run(
            lambda: compare_originals(self._context.office, self._agreement, numbers),
            done=seen,
            refused=self._refuse,
            owner=self,
        )

    def changes(self, choice: PaperChoice, seen: Callable[[tuple[int, ...] | None], None]) -> None:
        """Find the pages that changed since a paper was last printed."""
        self._context.background.run(
            lambda: changed_pages(self._context.office, self._press, self._agreement, choice),
            done=seen,
            refused=self._refuse,
            owner=self,
        )

    def save(self, wanted: Sequence[Wanted], folder: Path) -> None:
        """Write the papers as PDF files into a folder."""
        self._work(
            lambda: write_papers(self._checked(wanted), folder),
            lambda written: self._keep(written, folder),
            lambda written: written.files.discard(),
        )

    def send(self, wanted: Sequence[Wanted], ready: Ready, copies: int) -> None:
        """Send the papers to a printer."""
        self._work(
            lambda: self._checked(wanted),
            lambda papers: self._start(_Sent(papers, ready, copies)),
            lambda _papers: None,
        )

    def resume(self) -> None:
        """Go on after the last page that came out: the same papers, the same originals."""
        if self._sent is not None:
            self._start(self._sent, done=self.stopped_after)

    def forget(self) -> None:
        """Let go of a job that stopped; what is printed next begins anew."""
        self._sent = None

    def cancel(self) -> None:
        """Stop; the papers do not count as printed."""
        self._turn += 1
        if self._job is not None:
            self._job.cancel()
        self.failed.emit("")

    def _work(
        self, work: Callable[[], T], then: Callable[[T], None], drop: Callable[[T], None]
    ) -> None:
        self._turn += 1
        turn = self._turn

        def done(made: T) -> None:
            (then if turn == self._turn else drop)(made)

        self._context.background.run(work, done=done, refused=self._refuse, owner=self)

    def _checked(self, wanted: Sequence[Wanted]) -> list[SetPaper]:
        office, press, agreement = self._context.office, self._press, self._agreement
        return [
            paper
            for pages, some in groupby(wanted, key=lambda each: each.pages)
            for paper in set_papers(
                office, press, agreement, [each.choice for each in some], pages=pages
            )
        ]

    def _start(self, sent: _Sent, *, done: int = 0) -> None:
        self._sent = sent
        found = sent.ready()
        if found is None or not holds(found[0], sent.papers[0].paper):
            self._job = None
            self.failed.emit(paper_lost(sent.papers[0].paper))
            return
        job = PrintJob(self._context.pictures, *found, self)
        self._job = job
        job.progressed.connect(self.progressed)
        job.failed.connect(self.failed)
        job.finished.connect(lambda: self._end(sent))
        job.start(sent.pdfs, done=done)

    def _keep(self, written: WrittenPapers, folder: Path) -> None:
        try:
            note_written(self._context.office, self._agreement, written)
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        self.finished.emit(_saved_words(written.papers, folder))

    def _end(self, sent: _Sent) -> None:
        self._sent = None
        office, copies = self._context.office, sent.copies
        originals = [paper for paper in sent.papers if paper.choice.state == "original"]
        others = [paper for paper in sent.papers if paper.choice.state != "original"]
        try:
            if others:
                note_printed(office, self._agreement, others, copies=copies)
            if originals:
                note_printed(office, self._agreement, originals)
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        self.finished.emit(_printed_words(sent.papers))

    def _refuse(self, refusal: OfficeError) -> None:
        self.failed.emit(refusal_words(refusal))


def _saved_words(papers: Sequence[SetPaper], folder: Path) -> str:
    return tr("{count} PDF files saved in {folder}", count=len(papers), folder=folder.name)


def _printed_words(papers: Sequence[SetPaper]) -> str:
    if all(paper.choice.state == "original" for paper in papers):
        return tr("{count} originals printed; their draft is locked", count=len(papers))
    return tr("{count} papers printed", count=len(papers))
