"""Printing: what the dialog offers, what comes out of printer and file, and what is logged."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.paper import Paper
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.clauses import write_clause
from kunjungan.services.office import Office
from kunjungan.services.printing import list_prints, new_press, preview
from kunjungan.ui.screens.agreements.print_dialog import DRAFT, ORIGINALS, PrintDialog
from kunjungan.ui.screens.agreements.print_job import PrintJob
from kunjungan.ui.screens.agreements.printers import page_size, set_up
from kunjungan.ui.screens.agreements.prints_dialog import PrintsDialog
from tests.builders import an_agreement
from tests.ui.agreements_case import WAIT_MS, Case, agreements_window, meet, words_of
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
    made = an_agreement(case.office)
    case.go(made)
    return made


def opened(case: Case, agreement: UUID, ticked: str = ORIGINALS) -> PrintDialog:
    """Return a print dialog that has set its papers."""
    view = agreement_view(case.office, agreement)
    dialog = PrintDialog(case.window.frame.context, view, ticked, case.window)
    dialog.show()
    case.bot.waitUntil(dialog.footer.verb.isEnabled, timeout=WAIT_MS)
    return dialog


def cells(dialog: PrintDialog) -> list[str]:
    return [row[0] for row in words_of(dialog.list.table) if len(row) > 1]


def save(dialog: PrintDialog, case: Case, monkeypatch: pytest.MonkeyPatch, folder: Path) -> str:
    """Press the button that saves, and return what is said about it."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    with case.bot.waitSignal(dialog.printed, timeout=WAIT_MS) as said:
        dialog.footer.verb.click()
    assert said.args is not None
    return str(said.args[0])


def pictures(pdf: bytes) -> list[Image.Image]:
    """Return the pages in grey, all of one size, without hair-fine detail."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=DENSITY / 72, grayscale=True).to_pil() for page in document]
    document.close()
    return [page.resize((600, 900)).filter(ImageFilter.GaussianBlur(1.5)) for page in pages]


def apart(first: Image.Image, second: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(first, second)).mean[0])


def test_the_dialog_names_the_originals_and_what_printing_them_does(
    case: Case, agreement: UUID
) -> None:
    dialog = opened(case, agreement)
    assert cells(dialog) == [
        "Original 1, kept by Pemkot Prabumulih",
        "Original 2, kept by Pemkot Bandung",
        "Draft 1, marked DRAFT, to read and correct",
        "Copy, marked COPY, for the files",
    ]
    assert dialog.footer.verb.text() == "Save 2 originals as PDF…"
    QApplication.processEvents()  # lines just made are shown by their layouts a moment later
    words = {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    assert "Printing originals locks draft 1. Later changes start draft 2." in words
    assert "Differences; the text is the same word for word" in words
    dialog.reject()


def test_with_a_printer_the_verb_prints_and_says_how_many(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(case, agreement)
    monkeypatch.setattr(dialog.options, "printer_info", QPrinterInfo)
    dialog._refresh()
    assert dialog.footer.verb.text() == "Print 2 originals"
    case.bot.keyClick(dialog.list.table.view, Qt.Key.Key_Space)
    assert dialog.footer.verb.text() == "Print 1 originals"
    dialog.reject()


def test_originals_are_saved_logged_and_lock_the_draft(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = save(opened(case, agreement), case, monkeypatch, tmp_path)
    assert said.startswith("2 PDF files saved in")
    assert len(list(tmp_path.glob("*asli*.pdf"))) == 2
    assert [line.what for line in list_prints(case.office, agreement)] == ["original"] * 2
    assert agreement_view(case.office, agreement).locked
    assert case.can("agreement.sign")


def test_a_draft_is_saved_and_the_text_stays_open(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, agreement, DRAFT)
    assert dialog.footer.verb.text() == "Save the draft as PDF…"
    save(dialog, case, monkeypatch, tmp_path)
    assert [line.what for line in list_prints(case.office, agreement)] == ["draft"]
    assert agreement_view(case.office, agreement).open


def test_what_is_not_ready_cannot_be_ticked_and_the_dialog_leads_to_why(
    case: Case, agreement: UUID
) -> None:
    write_clause(case.office, case.lines(agreement)[4].id, "en", "")
    dialog = opened(case, agreement, DRAFT)
    dialog.list.table.select("original:1")
    case.bot.keyClick(dialog.list.table.view, Qt.Key.Key_Space)
    assert [item.key for item in dialog.list.items()] == ["draft"]
    with case.bot.waitSignal(dialog.blockers_wanted):
        dialog.footer.blockers_wanted.emit()


def test_a_folder_that_cannot_be_written_leaves_nothing_logged(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, agreement)
    no_folder = tmp_path / "a file"
    no_folder.touch()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(no_folder))
    with case.bot.waitSignal(dialog.run.failed, timeout=WAIT_MS):
        dialog.footer.verb.click()
    words = [label.text() for label in dialog.footer.findChildren(QLabel)]
    assert any("was not written" in text for text in words)
    assert list_prints(case.office, agreement) == []
    assert agreement_view(case.office, agreement).open
    dialog.reject()


@pytest.mark.parametrize("paper", list(Paper))
def test_a_printer_gets_the_same_pages_at_their_true_size(
    case: Case, agreement: UUID, paper: Paper, tmp_path: Path
) -> None:
    choice = PaperChoice(1, "original", paper)
    source = preview(case.office, new_press(), agreement, choice).pdf
    out = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    set_up(printer, paper, dots_per_inch=DENSITY)
    job = PrintJob(case.parts.pictures, printer)
    with case.bot.waitSignal(job.finished, timeout=WAIT_MS):
        job.start([source])
    printed = out.read_bytes()
    width, height = pypdfium2.PdfDocument(printed).get_page_size(0)
    assert (width * 25.4 / 72, height * 25.4 / 72) == pytest.approx(paper.size_mm, abs=0.5)
    ours, theirs = pictures(source), pictures(printed)
    assert len(ours) == len(theirs)
    assert max(apart(*pair) for pair in zip(ours, theirs, strict=True)) < SAME_PAGE
    assert apart(ours[0], theirs[1]) > OTHER_PAGE


def test_paper_that_does_not_fit_is_refused_rather_than_scaled(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    source = preview(case.office, new_press(), agreement, PaperChoice(paper=Paper.A4)).pdf
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    set_up(printer, Paper.F4, dots_per_inch=72)
    job = PrintJob(case.parts.pictures, printer)
    with case.bot.waitSignal(job.failed, timeout=WAIT_MS) as said:
        job.start([source])
    assert said.args is not None
    assert "it is never scaled" in said.args[0]


def test_a_job_that_was_stopped_counts_as_nothing(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    source = preview(case.office, new_press(), agreement, PaperChoice()).pdf
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    set_up(printer, Paper.F4, dots_per_inch=72)
    job = PrintJob(case.parts.pictures, printer)
    with case.bot.waitSignal(job.progressed, timeout=WAIT_MS):
        job.start([source])
    job.cancel()
    with case.bot.assertNotEmitted(job.finished, wait=300):
        pass


def test_f4_is_not_taken_for_folio() -> None:
    size = page_size(Paper.F4)
    assert size.id() == size.PageSizeId.Custom
    millimetres = size.size(size.Unit.Millimeter)
    assert (millimetres.width(), millimetres.height()) == pytest.approx((215, 330), abs=0.1)


def test_the_log_lists_what_came_out_and_what_is_outdated(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save(opened(case, agreement, DRAFT), case, monkeypatch, tmp_path)
    write_clause(case.office, case.lines(agreement)[4].id, "en", "another text")
    seen: list[str] = []

    def read(dialog: PrintsDialog) -> None:
        seen.extend(words_of(dialog.table)[0])
        dialog.reject()

    meet(monkeypatch, PrintsDialog, read)
    case.run("agreement.prints")
    assert seen[0] == "Draft 1"
    assert seen[-1] == "outdated"
    assert "Fri, 26 Aug" in seen[1]
