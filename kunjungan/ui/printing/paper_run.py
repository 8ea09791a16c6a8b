"""Carries papers out: made in the background, printed tray by tray or saved, then on record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import isValid

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.i18n import later, tr
from kunjungan.services.alternat import AlternatProof, compare_originals
from kunjungan.services.printing import new_press
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.printing.job import PrintJob
from kunjungan.ui.printing.papers import holds, label_size
from kunjungan.ui.printing.setup import paper_lost

T = TypeVar("T")

Printer = tuple[QPrinter, Correction]
"""A printer set up for a job, and how its pages are corrected."""
Ready = Callable[[str, Paper], Printer | None]
"""Gives the printer of this name, else the one chosen, set up anew; None where it is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Documents of one size for one printer: one job, so that no tray is changed within it.

    Without a ``printer`` they go to the one chosen. ``label_mm`` is the page of a label printer,
    which is none of our papers. ``note`` puts them on record once they have come out.
    """

    printer: str = ""
    paper: Paper
    label_mm: tuple[float, float] | None = None
    pdfs: tuple[bytes, ...]
    pages: int
    note: Callable[[], object]


class PaperRun(QObject):
    """Prints and saves the papers of one dialog; each counts once it has come out.

    Signals:
        progressed: Pages done and pages in all.
        finished: All of it came out and is on record; carries what to say about it.
        failed: It stopped, and what did not come out does not count as printed; carries why,
            nothing after a cancel.
        unseen: What was only to be looked at could not be made; carries why.
    """

    progressed = Signal(int, int)
    finished = Signal(str)
    failed = Signal(str)
    unseen = Signal(str)

    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._press = new_press()
        self._job: PrintJob | None = None
        self._batches: list[Batch] = []
        self._ready: Ready = lambda _printer, _paper: None
        self._said = ""
        self._out = self._total = self._turn = 0
        self._left = False

    @property
    def came_out(self) -> int:
        """How many pages came out of a run that stopped; 0 when there is nothing to go on with."""
        done = self._job.done if self._job is not None else 0
        return self._out + done if self._batches else 0

    def compare(
        self, agreement: UUID, numbers: Sequence[int], seen: Callable[[AlternatProof], None]
    ) -> None:
        """Prove that originals of these numbers differ in the order of the parties only."""
        office = self._context.office
        self.ask(lambda: compare_originals(office, agreement, numbers), seen)

    def ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Make in the background what is only to be looked at, as long as anybody looks."""

        def made() -> T | None:
            return None if self._left else work()

        def seen(found: T | None) -> None:
            if not self._left:
                done(cast("T", found))

        self._run(made, seen, self.unseen.emit, self)

    def resume(self) -> None:
        """Go on after the last page that came out: the same papers, the same originals."""
        if self._batches:
            self._begin(done=self._job.done if self._job is not None else 0)

    def forget(self) -> None:
        """Let go of what stopped; what is printed next begins anew."""
        self._batches = []

    def leave(self) -> None:
        """Make nothing more: nobody looks any longer."""
        self._left = True
        self._turn += 1

    def cancel(self) -> None:
        """Stop; what was not on record yet does not count as printed."""
        self._turn += 1
        if self._job is not None:
            self._job.cancel()
        self.failed.emit("")

    def _work(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        drop: Callable[[T], None] = lambda made: None,
    ) -> None:
        """Make what is printed or saved ``then``; ``drop`` it where that was cancelled by then."""
        self._turn += 1
        turn = self._turn

        def wanted() -> bool:
            return turn == self._turn and isValid(self)

        def done(made: T) -> None:
            (then if wanted() else drop)(made)

        def refused(why: str) -> None:
            if wanted():
                self.failed.emit(why)

        # What is half done is dropped, too, where the dialog is gone by then.
        self._run(work, done, refused, self._context.background)

    def _run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[str], None],
        owner: QObject,
    ) -> None:
        def answer(refusal: OfficeError) -> None:
            refused(refusal_words(refusal))

        self._context.background.run(work, done=done, refused=answer, owner=owner)

    def _print(self, batches: Sequence[Batch], ready: Ready, said: str) -> None:
        """Send batches to their printers; ``said`` tells of it when all came out."""
        self._batches, self._ready, self._said = list(batches), ready, said
        self._job, self._out = None, 0
        self._total = sum(batch.pages for batch in batches)
        self._begin()

    def _begin(self, *, done: int = 0) -> None:
        found = self._set_up(self._batches[0])
        if found is None:
            self.failed.emit(paper_lost(self._batches[0].paper))
            return
        job = self._job = PrintJob(self._context.pictures, *found, self)
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self.failed)
        job.finished.connect(self._on_job_finished)
        job.start(self._batches[0].pdfs, done=done)

    def _set_up(self, batch: Batch) -> Printer | None:
        """Return the printer of a batch; None where it is gone or insists on another paper."""
        found = self._ready(batch.printer, batch.paper)
        if found is not None and batch.label_mm is not None:
            found[0].setPageSize(label_size(*batch.label_mm))
            return found
        return found if found is not None and holds(found[0], batch.paper) else None

    @Slot(int, int)
    def _on_progressed(self, done: int, _pages: int) -> None:
        self.progressed.emit(self._out + done, self._total)

    @Slot()
    def _on_job_finished(self) -> None:
        """Put the batch that came out on record and go on with the one after it."""
        batch = self._batches.pop(0)
        self._job, self._out = None, self._out + batch.pages
        if self._noted(batch.note):
            if self._batches:
                self._begin()
            else:
                self.finished.emit(self._said)

    def _keep(self, note: Callable[[], object], said: str) -> None:
        """Put on record what was saved, and say so."""
        if self._noted(note):
            self.finished.emit(said)

    def _noted(self, note: Callable[[], object]) -> bool:
        try:
            note()
        except OfficeError as refusal:
            self.failed.emit(refusal_words(refusal))
            return False
        return True


def printed_words(count: int) -> str:
    """Return what to say of papers that came out of a printer."""
    return tr("1 paper printed") if count == 1 else tr("{count} papers printed", count=count)


def saved_words(count: int, folder: Path) -> str:
    """Return what to say of papers that were saved as files."""
    one, many = later("1 PDF file saved in {folder}"), later("{count} PDF files saved in {folder}")
    return tr(one if count == 1 else many, count=count, folder=folder.name)
