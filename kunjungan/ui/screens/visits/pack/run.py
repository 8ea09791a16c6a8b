"""Makes the papers of a pack in the background, and saves or prints them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.i18n import tr
from kunjungan.services.alternat import AlternatProof, compare_originals
from kunjungan.services.pack.contents import Pack, PackItem
from kunjungan.services.pack.making import PackPaper, PackWish, make_paper, sample_page
from kunjungan.services.pack.printing import StagedPack, make_ready, note_pack, stage_pack
from kunjungan.services.printing import new_press
from kunjungan.services.turning import upright_pdf
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.printing.job import PrintJob, print_aside
from kunjungan.ui.printing.papers import holds, label_size
from kunjungan.ui.printing.setup import paper_lost
from kunjungan.ui.screens.visits.pack.state import Chosen

Ready = Callable[[str, Paper], tuple[QPrinter, Correction] | None]
"""Gives a printer set up for a paper, and its correction; None where it is gone."""


_Tray = tuple[str, Paper, tuple[float, float] | None]


@dataclass(frozen=True, slots=True)
class Batch:
    """Papers of one size for one printer: one job, so that no tray is changed within it.

    ``label_mm`` is the page of a label printer, which is none of our papers.
    """

    printer: str
    paper: Paper
    label_mm: tuple[float, float] | None
    papers: tuple[PackPaper, ...]

    @property
    def pdfs(self) -> list[bytes]:
        """The documents in order, each as often as it is wanted."""
        return [pdf for paper in self.papers for pdf in [self._turned(paper.pdf)] * paper.copies]

    def _turned(self, pdf: bytes) -> bytes:
        return pdf if self.label_mm is not None else upright_pdf(pdf)


class PackRun(QObject):
    """Prints a pack batch by batch; each is on record once it has come out.

    Signals:
        progressed: Pages done and pages in all of the batch.
        finished: All of it came out and is logged; carries what to say about it.
        failed: What was not logged yet does not count as printed; carries why, nothing after a
            cancel.
    """

    progressed = Signal(int, int)
    finished = Signal(str)
    failed = Signal(str)

    def __init__(self, context: ScreenContext, pack: Pack, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._pack = pack
        self._press = new_press()
        self._job: PrintJob | None = None
        self._batches: list[Batch] = []
        self._ready: Ready = lambda _printer, _paper: None
        self._printed = 0
        self._turn = 0

    @property
    def stopped_after(self) -> int:
        """How many pages came out of a batch that stopped; 0 when there is nothing to resume."""
        return self._job.done if self._job is not None and self._batches else 0

    def look(self, item: PackItem, wish: PackWish, seen: Callable[[PackPaper], None]) -> None:
        """Make one paper to look at."""
        office, press, pack = self._context.office, self._press, self._pack
        self._context.background.run(
            lambda: make_paper(office, press, pack, item, wish),
            done=seen,
            refused=self._refuse,
            owner=self,
        )

    def compare(
        self, item: PackItem, numbers: Sequence[int], seen: Callable[[AlternatProof], None]
    ) -> None:
        """Prove that originals of these numbers differ in the order of the parties only."""
        agreement = item.agreement_id
        if agreement is not None:
            self._context.background.run(
                lambda: compare_originals(self._context.office, agreement, numbers),
                done=seen,
                refused=self._refuse,
                owner=self,
            )

    def sample(self, paper: PackPaper, printer: str, ready: Ready) -> None:
        """Print one page of a paper; it does not count as printed."""
        pdf = upright_pdf(sample_page(self._context.office, self._press, paper))
        found = ready(printer, paper.paper)
        if found is None or not holds(found[0], paper.paper):
            self.failed.emit(paper_lost(paper.paper))
            return
        print_aside(self._context.pictures, found, pdf, self.failed.emit)

    def save(self, chosen: Sequence[Chosen], folder: Path) -> None:
        """Write the papers as PDF files with dated names into a folder."""
        turn = self._next_turn()
        office, pack = self._context.office, self._pack
        self._context.background.run(
            lambda: stage_pack(office, pack, self._made(chosen), folder),
            done=lambda staged: self._keep(staged, folder, turn),
            refused=self._refuse,
            owner=self,
        )

    def send(self, chosen: Sequence[Chosen], ready: Ready) -> None:
        """Send the papers to their printers, grouped by printer and paper."""
        turn, self._ready, self._printed = self._next_turn(), ready, 0
        printers = {each.item.key: each.printer for each in chosen}
        self._context.background.run(
            lambda: batches(self._made(chosen), printers),
            done=lambda made: self._begin(made, turn),
            refused=self._refuse,
            owner=self,
        )

    def resume(self) -> None:
        """Go on after the last page that came out: the same papers, the same originals."""
        if self._batches:
            self._start(done=self.stopped_after)

    def forget(self) -> None:
        """Let go of what stopped; what is printed next begins anew."""
        self._batches = []

    def cancel(self) -> None:
        """Stop; what was not logged yet does not count as printed."""
        self._next_turn()
        if self._job is not None:
            self._job.cancel()
        self.failed.emit("")

    def _next_turn(self) -> int:
        """Begin anew: what was asked before and is not made yet is no longer wanted."""
        self._turn += 1
        return self._turn

    def _made(self, chosen: Sequence[Chosen]) -> list[PackPaper]:
        wishes = {each.item.key: each.wish for each in chosen}
        return make_ready(
            self._context.office,
            self._press,
            self._pack,
            [each.item for each in chosen],
            lambda item: wishes[item.key],
        )

    def _begin(self, made: list[Batch], turn: int) -> None:
        if turn != self._turn:
            return
        self._batches = made
        if made:
            self._start()
        else:
            self.failed.emit(tr("Nothing has changed since it was printed. Nothing was printed."))

    def _start(self, *, done: int = 0) -> None:
        batch = self._batches[0]
        found = self._ready(batch.printer, batch.paper)
        if found is not None and batch.label_mm is not None:
            found[0].setPageSize(label_size(*batch.label_mm))
        if found is None or (batch.label_mm is None and not holds(found[0], batch.paper)):
            self._job = None
            self.failed.emit(paper_lost(batch.paper))
            return
        job = PrintJob(self._context.pictures, *found, self)
        self._job = job
        job.progressed.connect(self.progressed)
        job.failed.connect(self.failed)
        job.finished.connect(self._next)
        job.start(batch.pdfs, done=done)

    def _next(self) -> None:
        """Log the batch that came out and go on with the one after it."""
        batch = self._batches.pop(0)
        self._printed += len(batch.papers)
        try:
            note_pack(self._context.office, self._pack, batch.papers)
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        if self._batches:
            self._start()
        else:
            self.finished.emit(tr("{count} papers printed", count=self._printed))

    def _keep(self, staged: StagedPack, folder: Path, turn: int) -> None:
        if turn != self._turn:
            staged.discard()
            return
        try:
            count = len(staged.keep())
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        words = tr("{count} PDF files saved in {folder}", count=count, folder=folder.name)
        self.finished.emit(words)

    def _refuse(self, refusal: OfficeError) -> None:
        self.failed.emit(refusal_words(refusal))


def batches(papers: Sequence[PackPaper], printers: dict[str, str]) -> list[Batch]:
    """Return papers as jobs: all of one printer and size together, else in their order."""
    first: dict[_Tray, int] = {}
    keyed = [((printers[paper.item.key], paper.paper, paper.label_mm), paper) for paper in papers]
    for place, (key, _) in enumerate(keyed):
        first.setdefault(key, place)
    keyed.sort(key=lambda pair: first[pair[0]])
    return [
        Batch(printer, size, label, tuple(paper for _, paper in own))
        for (printer, size, label), own in groupby(keyed, key=lambda pair: pair[0])
    ]
