"""Carries a print out: papers set and checked, saved or sent to a printer, then logged."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.printing import (
    SetPaper,
    WrittenPapers,
    new_press,
    note_printed,
    note_written,
    preview,
    set_papers,
    write_papers,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.agreements.print_job import PrintJob

T = TypeVar("T")


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
        self._cancelled = False

    def look(self, choice: PaperChoice, seen: Callable[[SetPaper], None]) -> None:
        """Set one paper to look at."""
        self._context.background.run(
            lambda: preview(self._context.office, self._press, self._agreement, choice),
            done=seen,
            refused=self._refuse,
            owner=self,
        )

    def save(self, choices: Sequence[PaperChoice], folder: Path) -> None:
        """Write the papers as PDF files into a folder."""
        self._work(
            lambda: write_papers(self._checked(choices), folder),
            lambda written: self._keep(written, folder),
            lambda written: written.files.discard(),
        )

    def send(self, choices: Sequence[PaperChoice], printer: QPrinter, copies: int) -> None:
        """Send the papers to a printer; an original comes out once, whatever the copies."""
        self._work(
            lambda: self._checked(choices),
            lambda papers: self._start(papers, printer, copies),
            lambda _papers: None,
        )

    def cancel(self) -> None:
        """Stop; the papers do not count as printed."""
        self._cancelled = True
        if self._job is not None:
            self._job.cancel()
        self.failed.emit("")

    def _work(
        self, work: Callable[[], T], then: Callable[[T], None], drop: Callable[[T], None]
    ) -> None:
        self._cancelled = False

        def done(made: T) -> None:
            (drop if self._cancelled else then)(made)

        self._context.background.run(work, done=done, refused=self._refuse, owner=self)

    def _checked(self, choices: Sequence[PaperChoice]) -> list[SetPaper]:
        return set_papers(self._context.office, self._press, self._agreement, choices)

    def _start(self, papers: list[SetPaper], printer: QPrinter, copies: int) -> None:
        job = PrintJob(self._context.pictures, printer, self)
        self._job = job
        job.progressed.connect(self.progressed)
        job.failed.connect(self.failed)
        job.finished.connect(lambda: self._end(papers, copies, _printed_words(papers)))
        job.start(
            [
                paper.pdf
                for paper in papers
                for _ in range(1 if paper.choice.state == "original" else copies)
            ]
        )

    def _keep(self, written: WrittenPapers, folder: Path) -> None:
        try:
            note_written(self._context.office, self._agreement, written)
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        self.finished.emit(_saved_words(written.papers, folder))

    def _end(self, papers: Sequence[SetPaper], copies: int, words: str) -> None:
        office = self._context.office
        originals = [paper for paper in papers if paper.choice.state == "original"]
        others = [paper for paper in papers if paper.choice.state != "original"]
        try:
            if others:
                note_printed(office, self._agreement, others, copies=copies)
            if originals:
                note_printed(office, self._agreement, originals)
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        self.finished.emit(words)

    def _refuse(self, refusal: OfficeError) -> None:
        self.failed.emit(refusal_words(refusal))


def _saved_words(papers: Sequence[SetPaper], folder: Path) -> str:
    return tr("{count} PDF files saved in {folder}", count=len(papers), folder=folder.name)


def _printed_words(papers: Sequence[SetPaper]) -> str:
    if all(paper.choice.state == "original" for paper in papers):
        return tr("{count} originals printed; their draft is locked", count=len(papers))
    return tr("{count} papers printed", count=len(papers))
