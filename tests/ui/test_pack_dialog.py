"""The pack's dialog: what it ticks, what comes out of printer and file, what is logged."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlmodel import col, select

from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.delegations import attendee_form, edit_attendee
from kunjungan.services.office import Office
from kunjungan.services.pack.contents import PackItem, pack_of
from kunjungan.services.pack.making import PackPaper
from kunjungan.services.people import PersonForm
from kunjungan.store.tables import PrintRun
from kunjungan.ui.printing.papers import Quality, set_up
from kunjungan.ui.screens.visits.pack.dialog import PackDialog
from kunjungan.ui.screens.visits.pack.run import by_tray
from tests.day_case import Day, a_day
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, visits_window

pytestmark = QUIET


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


@pytest.fixture
def case(qapp: QApplication, day: Day) -> Iterator[Case]:
    with visits_window(qapp, day.office) as opened:
        opened.go(day.visit)
        yield opened


def opened(case: Case, day: Day, qtbot: QtBot, *slugs: str) -> PackDialog:
    """Return the dialog once it has made every paper."""
    pack = pack_of(case.office, day.visit)
    dialog = PackDialog(case.window.frame.context, pack, list(slugs), case.window)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.state.made) == len(pack.items))
    return dialog


def item(dialog: PackDialog, slug: str) -> PackItem:
    return next(each for each in dialog.state.pack.items if each.slug == slug)


def ticked(dialog: PackDialog) -> list[str]:
    return [each.item.slug for each in dialog.state.chosen()]


def runs(office: Office) -> list[PrintRun]:
    with office.store.read() as session:
        return list(session.exec(select(PrintRun).order_by(col(PrintRun.at))).all())


def printing_to(dialog: PackDialog, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the dialog believe in a printer that writes 1.pdf, 2.pdf and so on."""
    files = count(1)

    def ready(_name: str, _printer: str, paper: Paper) -> tuple[QPrinter, Correction]:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / f"{next(files)}.pdf"))
        set_up(printer, paper, Quality.COLOUR)
        return printer, Correction()

    monkeypatch.setattr(dialog.options.printer, "ready", ready)
    monkeypatch.setattr(dialog.options.printer, "info", QPrinterInfo)
    dialog._refresh()


def test_the_full_pack_leaves_out_what_is_blocked(case: Case, day: Day, qtbot: QtBot) -> None:
    dialog = opened(case, day, qtbot)
    assert {"originals", "badges", "tents", "attendance"} <= set(ticked(dialog))
    assert not {"visum", "assignment", "rundown_guest"} & set(ticked(dialog))
    visum = dialog.list._count(item(dialog, "visum"))
    assert visum.chip is not None
    assert visum.chip.text == "1 blocking"
    assert "signed attendance list" in visum.tip
    dialog.reject()


def test_another_screen_asks_for_some_papers_only(case: Case, day: Day, qtbot: QtBot) -> None:
    dialog = opened(case, day, qtbot, "tents", "badges")
    assert ticked(dialog) == ["badges", "tents"]
    dialog.list.table.select("tents")
    qtbot.keyClick(dialog.list.table.view, Qt.Key.Key_Space)
    assert ticked(dialog) == ["badges"]
    assert dialog.list.named.value() == "chosen"
    dialog.reject()


def test_nothing_ticked_prints_nothing(case: Case, day: Day, qtbot: QtBot) -> None:
    dialog = opened(case, day, qtbot)
    dialog.list.named.set_value("nothing")
    assert ticked(dialog) == []
    assert not dialog.footer.verb.isEnabled()
    dialog.reject()


def test_the_command_takes_the_slugs_and_forgets_them(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def shown(dialog: PackDialog) -> int:
        asked.append(ticked(dialog))
        return 0

    monkeypatch.setattr(PackDialog, "exec", shown)
    action = case.window.frame.context.commands["pack.open"]
    action.setData("tents")
    action.trigger()
    action.trigger()
    assert asked[0] == ["tents"]
    assert "badges" in asked[1]


def test_papers_are_saved_with_dated_names_and_logged(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    dialog = opened(case, day, qtbot, "badges", "attendance")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    with qtbot.waitSignal(dialog.printed) as said:
        dialog.footer.verb.click()
    assert said.args == ["2 PDF files saved in out"]
    assert len(list(out.glob("2022-09-01 *.pdf"))) == 2
    assert [run.what for run in runs(case.office)] == ["badges", "attendance"]


def test_a_printer_gets_each_paper_size_in_one_job_and_originals_once(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "originals", "tents", "attendance")
    attendance = item(dialog, "attendance")
    wish = replace(dialog.state.wish(attendance), copies=3)
    dialog.state.change(attendance, wish)
    dialog._on_changed(attendance)
    qtbot.waitUntil(lambda: attendance.key in dialog.state.made)
    pages = {key: paper.pages for key, paper in dialog.state.made.items()}
    printing_to(dialog, monkeypatch, tmp_path)
    with qtbot.waitSignal(dialog.printed):
        dialog.footer.verb.click()
    f4, a4 = (len(pypdfium2.PdfDocument(tmp_path / f"{n}.pdf")) for n in (1, 2))
    originals = sum(number for key, number in pages.items() if key.startswith("originals"))
    assert f4 == originals + 3 * pages["attendance"]
    assert a4 == pages["tents"]
    assert agreement_view(case.office, day.agreement).locked
    assert [run.copies for run in runs(case.office) if run.what == "attendance"] == [3]


def test_a_job_that_stopped_goes_on_and_only_then_counts(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "tents")
    printing_to(dialog, monkeypatch, tmp_path)

    def stop(done: int, _pages: int) -> None:
        if done == 1:
            dialog.run.cancel()

    dialog.run.progressed.connect(stop)
    dialog.footer.verb.click()
    qtbot.waitUntil(dialog.footer.resume.isVisible)
    assert runs(case.office) == []
    dialog.run.progressed.disconnect(stop)
    with qtbot.waitSignal(dialog.printed):
        dialog.footer.resume.click()
    assert [run.what for run in runs(case.office)] == ["tents"]


def test_what_was_cancelled_before_it_was_ready_prints_no_second_time(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "tents")
    printing_to(dialog, monkeypatch, tmp_path)
    dialog.footer.verb.click()
    dialog.reject()
    dialog.footer.verb.click()
    with qtbot.waitSignal(dialog.printed):
        pass
    assert [run.what for run in runs(case.office)] == ["tents"]
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["1.pdf"]


def test_a_pack_without_any_change_says_that_nothing_was_printed(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "tents")
    printing_to(dialog, monkeypatch, tmp_path)
    tents = item(dialog, "tents")
    dialog.state.change(tents, replace(dialog.state.wish(tents), changed=True))
    with qtbot.waitSignal(dialog.run.failed) as said:
        dialog.run.send(list(dialog.state.chosen()), dialog._ready)
    assert said.args == ["Nothing has changed since it was printed. Nothing was printed."]
    dialog.reject()


def test_what_changed_since_is_ticked_alone_and_card_by_card(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    first = opened(case, day, qtbot, "badges", "attendance", "tents")
    with qtbot.waitSignal(first.printed):
        first.footer.verb.click()
    form = attendee_form(case.office, day.guests[1])
    edit_attendee(case.office, day.guests[1], replace(form, person=PersonForm("Nama Baru")))
    whole = opened(case, day, qtbot)
    chip = whole.list._count(item(whole, "tents")).chip
    assert chip is not None
    assert chip.text == "1 changed"
    whole.reject()
    dialog = opened(case, day, qtbot, "changed")
    qtbot.waitUntil(lambda: dialog.state.complete and len(ticked(dialog)) > 1)
    assert {"badges", "tents"} <= set(ticked(dialog))
    assert dialog.state.made["tents"].cards == 1
    assert dialog.list._count(item(dialog, "guest_book")).text == "unchanged"
    dialog.reject()


def test_how_a_paper_was_printed_is_remembered_on_this_desk(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog = opened(case, day, qtbot, "attendance")
    dialog.list.table.select("attendance")
    dialog.options.papers.set_value("a4")
    dialog.options.copies.set_value(7)
    qtbot.waitUntil(lambda: dialog.state.complete)
    with qtbot.waitSignal(dialog.printed):
        dialog.footer.verb.click()
    again = opened(case, day, qtbot, "attendance")
    wish = again.state.wish(item(again, "attendance"))
    assert (wish.paper, wish.copies) == (Paper.A4, 7)
    again.reject()


def test_an_original_tells_what_printing_it_does_and_stands_beside_its_twin(
    case: Case, day: Day, qtbot: QtBot
) -> None:
    dialog = opened(case, day, qtbot, "originals")
    assert [seen.original_no for seen in dialog.preview._shown] == [1, 2]
    lines = dialog.options._lines_of(item(dialog, "originals"), None)
    assert any("locks the draft" in words for _, words in lines)
    dialog.reject()


def test_batches_keep_a_tray_together() -> None:
    def paper(key: str, size: Paper) -> PackPaper:
        made = object.__new__(PackPaper)
        values = {"paper": size, "label_mm": None, "item": object.__new__(PackItem)}
        for name, value in values.items():
            object.__setattr__(made, name, value)
        object.__setattr__(made.item, "key", key)
        return made

    papers = [paper("a", Paper.F4), paper("b", Paper.A4), paper("c", Paper.F4)]
    found = by_tray(papers, {"a": "x", "b": "x", "c": "x"})
    assert [[each.item.key for each in own] for _, own in found] == [["a", "c"], ["b"]]
