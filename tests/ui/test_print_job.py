"""What a printer gets: the same pages at their true size, in strips, corrected, never scaled."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from typing_extensions import override

from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.office import Office
from kunjungan.services.printing import new_press, preview
from kunjungan.services.ruled_page import ruled_page
from kunjungan.settings import Settings, load
from kunjungan.ui.desk import Desk
from kunjungan.ui.printing import setup
from kunjungan.ui.printing.corrections import correction_of, keep_correction
from kunjungan.ui.printing.job import PrintJob, print_aside
from kunjungan.ui.printing.papers import Quality, best_fit, holds, page_size, set_up
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window
from tests.ui.shared import QUIET

pytestmark = QUIET
DENSITY = 150
SAME_PAGE, OTHER_PAGE = 4.0, 8.0
"""Mean difference in grey, 0 to 255, after a blur: the same page has 1 to 2, another one 20."""


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    return an_agreement(case.office)


def printer_to(path: Path, paper: Paper, quality: Quality = Quality.COLOUR) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    set_up(printer, paper, quality)
    return printer


def printed(
    case: Case, pdfs: list[bytes], printer: QPrinter, correction: Correction | None = None
) -> bytes:
    job = PrintJob(case.parts.pictures, printer, correction)
    with case.bot.waitSignal(job.finished):
        job.start(pdfs)
    return Path(printer.outputFileName()).read_bytes()


def pictures(pdf: bytes) -> list[Image.Image]:
    """Return the pages in grey, all of one size, without hair-fine detail."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=DENSITY / 72, grayscale=True).to_pil() for page in document]
    document.close()
    return [page.resize((600, 900)).filter(ImageFilter.GaussianBlur(1.5)) for page in pages]


def apart(first: Image.Image, second: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(first, second)).mean[0])


@pytest.mark.parametrize("quality", list(Quality))
@pytest.mark.parametrize("paper", list(Paper))
def test_a_printer_gets_the_same_pages_at_their_true_size(
    case: Case, agreement: UUID, paper: Paper, quality: Quality, tmp_path: Path
) -> None:
    source = preview(case.office, new_press(), agreement, PaperChoice(1, "original", paper)).pdf
    out = printed(case, [source], printer_to(tmp_path / "printed.pdf", paper, quality))
    width, height = pypdfium2.PdfDocument(out).get_page_size(0)
    assert (width * 25.4 / 72, height * 25.4 / 72) == pytest.approx(paper.size_mm, abs=0.5)
    ours, theirs = pictures(source), pictures(out)
    assert len(ours) == len(theirs)
    assert max(apart(*pair) for pair in zip(ours, theirs, strict=True)) < SAME_PAGE
    assert apart(ours[0], theirs[1]) > OTHER_PAGE


def edges(pdf: bytes) -> tuple[float, float, float]:
    """Return where the ruled corner stands from left and top, and how long the level line is."""
    document = pypdfium2.PdfDocument(pdf)
    grey = document[0].render(scale=300 / 72, grayscale=True).to_pil()
    document.close()
    page = grey.point([255 if value < 160 else 0 for value in range(256)])
    box = page.crop((0, 150, page.width, 300)).getbbox()
    assert box is not None
    upright = page.crop((150, 400, 300, page.height)).getbbox()
    assert upright is not None
    dot = 25.4 / 300
    return (150 + upright[0]) * dot, (150 + box[1]) * dot, (box[2] - box[0]) * dot


def test_a_correction_moves_and_scales_the_page(case: Case, tmp_path: Path) -> None:
    page = ruled_page(Paper.F4)
    true = edges(printed(case, [page], printer_to(tmp_path / "true.pdf", Paper.F4)))
    made = Correction(x_mm=2.0, y_mm=-1.5, across=0.98, down=1.0)
    moved = edges(printed(case, [page], printer_to(tmp_path / "moved.pdf", Paper.F4), made))
    assert true == pytest.approx((20, 20, 150), abs=0.3)
    assert moved == pytest.approx((2.0 + 20 * 0.98, 18.5, 150 * 0.98), abs=0.3)


def test_paper_that_does_not_fit_is_refused_rather_than_scaled(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    source = preview(case.office, new_press(), agreement, PaperChoice(paper=Paper.A4)).pdf
    job = PrintJob(case.parts.pictures, printer_to(tmp_path / "x.pdf", Paper.F4))
    with case.bot.waitSignal(job.failed) as said:
        job.start([source])
    assert said.args is not None
    assert "it is never scaled" in said.args[0]


def test_a_job_that_was_stopped_counts_as_nothing(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    source = preview(case.office, new_press(), agreement, PaperChoice()).pdf
    job = PrintJob(case.parts.pictures, printer_to(tmp_path / "x.pdf", Paper.F4))
    with case.bot.waitSignal(job.progressed):
        job.start([source])
    job.cancel()
    with case.bot.assertNotEmitted(job.finished, wait=300):
        pass


def test_a_job_is_thrown_away_with_its_dialog_and_the_program_lives_on(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    source = preview(case.office, new_press(), agreement, PaperChoice()).pdf
    dialog = QObject()
    job = PrintJob(case.parts.pictures, printer_to(tmp_path / "x.pdf", Paper.F4), None, dialog)
    with case.bot.waitSignal(job.progressed):
        job.start([source])
    delete(dialog)
    after = printed(case, [source], printer_to(tmp_path / "after.pdf", Paper.F4))
    assert len(pictures(after)) == len(pictures(source))


def test_a_test_page_comes_out_though_its_dialog_closes(case: Case, tmp_path: Path) -> None:
    failures: list[str] = []
    printer = printer_to(tmp_path / "test.pdf", Paper.F4)
    print_aside(case.parts.pictures, (printer, None), ruled_page(Paper.F4), failures.append)
    (job,) = case.parts.pictures.findChildren(PrintJob)
    with case.bot.waitSignal(job.destroyed):
        pass
    assert failures == []
    assert len(pictures((tmp_path / "test.pdf").read_bytes())) == 1


def test_a_job_goes_on_after_the_last_page_that_came_out(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    source = preview(case.office, new_press(), agreement, PaperChoice(1, "original")).pdf
    whole = pictures(source)
    first = PrintJob(case.parts.pictures, printer_to(tmp_path / "first.pdf", Paper.F4))

    def stop(done: int, _pages: int) -> None:
        if done == 2:
            first.cancel()

    first.progressed.connect(stop)
    first.start([source, source])
    case.bot.waitUntil(lambda: first.done == 2)
    again = PrintJob(case.parts.pictures, printer_to(tmp_path / "rest.pdf", Paper.F4))
    with case.bot.waitSignal(again.finished):
        again.start([source, source], done=first.done)
    rest = pictures((tmp_path / "rest.pdf").read_bytes())
    assert len(rest) == 2 * len(whole) - 2
    expected = [*whole[2:], *whole]
    assert max(apart(*pair) for pair in zip(expected, rest, strict=True)) < SAME_PAGE


def sized(width: float, height: float, name: str) -> QPageSize:
    return QPageSize(
        QSizeF(width, height),
        QPageSize.Unit.Millimeter,
        name,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )


LETTER, A4 = sized(216, 279, "Letter"), sized(210, 297, "A4")
FOLIO, NARROW, LEGAL = (
    sized(216, 330, "Folio"), sized(210, 330, "F4"), sized(216, 356, "Legal")
)  # fmt: skip


@pytest.mark.parametrize(
    ("sizes", "custom", "takes", "exact", "name"),
    [
        ([LETTER, A4], True, True, True, ""),
        ([LETTER, A4, LEGAL], False, False, False, ""),
        ([LETTER, FOLIO], False, True, False, "Folio"),
        ([NARROW, LEGAL], False, False, False, ""),
        ([sized(215, 330, "Buram")], False, True, True, "Buram"),
        ([], False, False, False, ""),
    ],
)
def test_a_near_paper_is_named_and_a_far_one_refused(
    sizes: list[QPageSize], custom: bool, takes: bool, exact: bool, name: str
) -> None:
    fit = best_fit(sizes, Paper.F4, custom=custom)
    assert (fit.takes, fit.exact, fit.name) == (takes, exact, name)


def test_f4_is_not_taken_for_folio() -> None:
    size = page_size(Paper.F4)
    assert size.id() == size.PageSizeId.Custom
    millimetres = size.size(size.Unit.Millimeter)
    assert (millimetres.width(), millimetres.height()) == pytest.approx((215, 330), abs=0.1)


@pytest.mark.usefixtures("qapp")
def test_a_driver_that_brings_back_its_own_paper_is_noticed(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "x.pdf", Paper.F4)
    assert holds(printer, Paper.F4)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    assert not holds(printer, Paper.F4)


@pytest.mark.usefixtures("qapp")
def test_each_printers_correction_is_kept_for_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    desk = Desk(Settings(), path)
    keep_correction(desk, "Protokol", Correction(1.5, -0.5, 0.99, 1.01))
    keep_correction(desk, "Umum", Correction(x_mm=2))
    keep_correction(desk, "Umum", Correction())
    again = Desk(load(path), path)
    assert correction_of(again, "Protokol") == Correction(1.5, -0.5, 0.99, 1.01)
    assert correction_of(again, "Umum").nothing


class TwoSided(QPrinter):
    """A printer that can print both sides, as one that writes files cannot."""

    sides = QPrinter.DuplexMode.DuplexNone

    @override
    def duplex(self) -> QPrinter.DuplexMode:
        return self.sides

    @override
    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.sides = duplex


@pytest.mark.usefixtures("qapp")
def test_a_print_that_begins_while_a_test_page_still_goes_out_gets_a_printer_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def to_file(*_asked: object, name: str) -> QPrinter:
        made = TwoSided(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / f"{name}.pdf"))
        return made

    monkeypatch.setattr(setup, "printer_for", to_file)
    kept = setup.PrinterSetup(Desk(Settings(), None))
    first = kept.printer(QPrinterInfo(), Paper.F4, Quality.COLOUR, "Test")
    first.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    painter = QPainter(first)
    try:
        second = kept.printer(QPrinterInfo(), Paper.A4, Quality.COLOUR, "Pack")
    finally:
        painter.end()
    assert second is not first
    assert holds(second, Paper.A4)
    assert second.duplex() is QPrinter.DuplexMode.DuplexLongSide
    assert kept.printer(QPrinterInfo(), Paper.F4, Quality.COLOUR, "Again") is second
