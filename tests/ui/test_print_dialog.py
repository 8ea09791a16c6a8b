"""Printing: what the dialog offers, what comes out of printer and file, and what is logged."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.print_correction import Correction
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.clauses import write_clause
from kunjungan.services.office import Office
from kunjungan.services.print_log import list_prints
from kunjungan.ui.screens.agreements.printing.print_dialog import DRAFT, ORIGINALS, PrintDialog
from kunjungan.ui.screens.agreements.printing.prints_dialog import PrintsDialog
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window, meet, words_of
from tests.ui.printer_case import printing_to
from tests.ui.shared import QUIET

pytestmark = QUIET


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
    case.bot.waitUntil(dialog.footer.verb.isEnabled)
    return dialog


def cells(dialog: PrintDialog) -> list[str]:
    return [row[0] for row in words_of(dialog.list.table) if len(row) > 1]


def save(dialog: PrintDialog, case: Case, monkeypatch: pytest.MonkeyPatch, folder: Path) -> str:
    """Press the button that saves, and return what is said about it."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    with case.bot.waitSignal(dialog.printed) as said:
        dialog.footer.verb.click()
    assert said.args is not None
    return str(said.args[0])


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

    def words() -> set[str]:
        return {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}

    case.bot.waitUntil(
        lambda: "The originals are word for word the same; only keeper and stamp differ." in words()
    )
    assert "Printing originals locks draft 1. Later changes start draft 2." in words()
    dialog.reject()


def test_with_a_printer_the_verb_prints_and_says_how_many(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(case, agreement)
    monkeypatch.setattr(dialog.options.printer, "info", QPrinterInfo)
    dialog._refresh()
    assert dialog.footer.verb.text() == "Print 2 originals"
    case.bot.keyClick(dialog.list.table.view, Qt.Key.Key_Space)
    assert dialog.footer.verb.text() == "Print the original"
    dialog.reject()


def test_a_job_that_stopped_goes_on_with_the_same_originals(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, agreement)
    printing_to(dialog, monkeypatch, tmp_path)

    def stop(done: int, _pages: int) -> None:
        if done == 2:
            dialog.run.cancel()

    dialog.run.progressed.connect(stop)
    dialog.footer.verb.click()
    case.bot.waitUntil(dialog.footer.resume.isVisible)
    assert dialog.footer.resume.text() == "Go on with page 3"
    assert list_prints(case.office, agreement) == []
    dialog.run.progressed.disconnect(stop)
    with case.bot.waitSignal(dialog.printed):
        dialog.footer.resume.click()
    printed = list_prints(case.office, agreement)
    assert sorted(line.original_no or 0 for line in printed) == [1, 2]
    rest = pypdfium2.PdfDocument(tmp_path / "2.pdf")
    assert len(rest) == sum(line.pages for line in printed) - 2


def test_a_printer_that_insists_on_another_paper_gets_nothing(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, agreement)

    def stubborn(*_: object) -> tuple[QPrinter, Correction]:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(tmp_path / "x.pdf"))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        return printer, Correction()

    monkeypatch.setattr(dialog.options.printer, "ready", stubborn)
    monkeypatch.setattr(dialog.options.printer, "info", QPrinterInfo)
    dialog._refresh()
    with case.bot.waitSignal(dialog.run.failed) as said:
        dialog.footer.verb.click()
    assert said.args is not None
    assert "insists on another paper than F4" in said.args[0]
    assert not (tmp_path / "x.pdf").exists()
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


def test_only_the_pages_that_changed_are_printed_again(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save(opened(case, agreement, DRAFT), case, monkeypatch, tmp_path)
    whole = list_prints(case.office, agreement)[0].pages
    row = case.lines(agreement)[-1]
    write_clause(case.office, row.id, "en", row.text.en.replace("equal", "the same"))
    dialog = opened(case, agreement, DRAFT)
    changed = dialog.options.only_changed
    case.bot.waitUntil(changed.isVisible)
    assert changed.text() == f"Only changed pages: {whole}"
    changed.set_value(True)
    dialog._refresh()
    save(dialog, case, monkeypatch, tmp_path)
    (file,) = tmp_path.glob("*hal*.pdf")
    assert len(pypdfium2.PdfDocument(file)) == 1


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
    assert [item.key for item in dialog.list.items()] == ["draft:"]
    with case.bot.waitSignal(dialog.blockers_wanted):
        dialog.footer.blockers_wanted.emit()


def test_a_folder_that_cannot_be_written_leaves_nothing_logged(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, agreement)
    no_folder = tmp_path / "a file"
    no_folder.touch()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(no_folder))
    with case.bot.waitSignal(dialog.run.failed):
        dialog.footer.verb.click()
    words = [label.text() for label in dialog.footer.findChildren(QLabel)]
    assert any("was not written" in text for text in words)
    assert list_prints(case.office, agreement) == []
    assert agreement_view(case.office, agreement).open
    dialog.reject()


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
    assert "outdated" in seen
    assert any("Fri, 26 Aug" in cell for cell in seen)
