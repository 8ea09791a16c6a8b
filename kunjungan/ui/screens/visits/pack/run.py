"""Makes the papers of a pack in the background, and saves or prints them."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QObject

from kunjungan.domain.paper import Paper
from kunjungan.i18n import tr
from kunjungan.services.pack.contents import Pack, PackItem
from kunjungan.services.pack.making import PackPaper, PackWish, make_paper, sample_page
from kunjungan.services.pack.printing import StagedPack, make_ready, note_pack, stage_pack
from kunjungan.services.turning import upright_pdf
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.printing.job import print_aside
from kunjungan.ui.printing.paper_run import Batch, PaperRun, Ready, printed_words, saved_words
from kunjungan.ui.printing.papers import holds
from kunjungan.ui.printing.setup import paper_lost
from kunjungan.ui.screens.visits.pack.state import Chosen

_Papers = Sequence[PackPaper]
_Tray = tuple[str, Paper, tuple[float, float] | None]


class PackRun(PaperRun):
    """Prints a pack tray by tray; each is on record once it has come out."""

    def __init__(self, context: ScreenContext, pack: Pack, parent: QObject) -> None:
        super().__init__(context, parent)
        self._office = context.office
        self._pack = pack

    def look(self, item: PackItem, wish: PackWish, seen: Callable[[PackPaper], None]) -> None:
        """Make one paper to look at."""
        self.ask(lambda: make_paper(self._office, self._press, self._pack, item, wish), seen)

    def sample(self, paper: PackPaper, printer: str, ready: Ready) -> None:
        """Print one page of a paper; it does not count as printed."""
        self.ask(
            lambda: upright_pdf(sample_page(self._office, self._press, paper)),
            lambda pdf: self._print_sample(pdf, paper.paper, printer, ready),
        )

    def save(self, chosen: Sequence[Chosen], folder: Path) -> None:
        """Write the papers as PDF files with dated names into a folder."""
        self._work(
            lambda: stage_pack(self._office, self._pack, self._made(chosen), folder),
            lambda staged: self._keep_staged(staged, folder),
            lambda staged: staged.discard(),
        )

    def send(self, chosen: Sequence[Chosen], ready: Ready) -> None:
        """Send the papers to their printers, grouped by printer and paper."""
        printers = {each.item.key: each.printer for each in chosen}

        def made() -> tuple[int, list[Batch]]:
            papers = self._made(chosen)
            return len(papers), [self._batch(*tray) for tray in by_tray(papers, printers)]

        self._work(made, lambda sent: self._print_all(*sent, ready))

    def _made(self, chosen: Sequence[Chosen]) -> list[PackPaper]:
        wishes = {each.item.key: each.wish for each in chosen}
        return make_ready(
            self._office,
            self._press,
            self._pack,
            [each.item for each in chosen],
            lambda item: wishes[item.key],
        )

    def _batch(self, printer: str, papers: _Papers) -> Batch:
        first = papers[0]
        turn = upright_pdf if first.label_mm is None else bytes
        return Batch(
            printer=printer,
            paper=first.paper,
            label_mm=first.label_mm,
            pdfs=tuple(pdf for paper in papers for pdf in [turn(paper.pdf)] * paper.copies),
            pages=sum(paper.sheets for paper in papers),
            note=lambda: note_pack(self._office, self._pack, papers),
        )

    def _print_all(self, count: int, batches: list[Batch], ready: Ready) -> None:
        if batches:
            self._print(batches, ready, printed_words(count))
        else:
            self.failed.emit(tr("Nothing has changed since it was printed. Nothing was printed."))

    def _print_sample(self, pdf: bytes, paper: Paper, printer: str, ready: Ready) -> None:
        found = ready(printer, paper)
        if found is None or not holds(found[0], paper):
            self.unseen.emit(paper_lost(paper))
            return
        print_aside(self._context.pictures, found, pdf, self.unseen.emit)

    def _keep_staged(self, staged: StagedPack, folder: Path) -> None:
        self._keep(staged.keep, saved_words(len(staged.papers), folder))


def by_tray(papers: _Papers, printers: dict[str, str]) -> list[tuple[str, _Papers]]:
    """Return printers and their papers: all of one printer and size together, else in order."""
    first: dict[_Tray, int] = {}
    keyed = [((printers[paper.item.key], paper.paper, paper.label_mm), paper) for paper in papers]
    for place, (key, _) in enumerate(keyed):
        first.setdefault(key, place)
    keyed.sort(key=lambda pair: first[pair[0]])
    return [
        (printer, [paper for _, paper in own])
        for (printer, *_), own in groupby(keyed, key=lambda pair: pair[0])
    ]
