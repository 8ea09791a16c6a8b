"""The pack on its way out: jobs, trays, what stops and goes on, and what counts as printed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.office import Office
from kunjungan.services.pack.contents import PackItem, pack_of
from kunjungan.services.pack.making import PackPaper
from kunjungan.ui.screens.visits.pack import run
from kunjungan.ui.screens.visits.pack.dialog import PackDialog
from kunjungan.ui.screens.visits.pack.run import by_tray
from tests.day_case import Day, a_day
from tests.ui.pack_case import item, opened, runs
from tests.ui.printer_case import printing_to
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


def test_progress_counts_the_pages_of_all_trays_together(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "tents", "attendance")
    printing_to(dialog, monkeypatch, tmp_path)
    told: list[tuple[int, int]] = []
    dialog.run.progressed.connect(lambda done, pages: told.append((done, pages)))
    total = sum(paper.sheets for paper in dialog.state.papers())
    with qtbot.waitSignal(dialog.printed):
        dialog.footer.verb.click()
    assert {pages for _, pages in told} == {total}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == total


def test_what_came_out_of_one_tray_is_not_printed_again_where_the_next_is_gone(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "tents", "attendance")
    printing_to(dialog, monkeypatch, tmp_path)
    found, gone = dialog.options.printer.ready, [True]

    def ready(name: str, printer: str, paper: Paper) -> tuple[QPrinter, Correction] | None:
        return None if gone[0] and paper is Paper.F4 else found(name, printer, paper)

    monkeypatch.setattr(dialog.options.printer, "ready", ready)
    dialog.footer.verb.click()
    qtbot.waitUntil(dialog.footer.resume.isVisible)
    tents = dialog.state.made["tents"].pages
    assert dialog.footer.resume.text() == f"Go on with page {tents + 1}"
    assert [run.what for run in runs(case.office)] == ["tents"]
    gone[0] = False
    with qtbot.waitSignal(dialog.printed):
        dialog.footer.resume.click()
    assert [run.what for run in runs(case.office)] == ["tents", "attendance"]


def test_a_page_to_try_the_printer_is_no_print_and_waits_while_one_runs(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "tents")
    printing_to(dialog, monkeypatch, tmp_path)
    dialog.footer.sample.click()

    def one_page() -> bool:
        file = tmp_path / "1.pdf"
        return file.exists() and file.read_bytes().rstrip().endswith(b"%%EOF")

    qtbot.waitUntil(one_page)
    assert len(pypdfium2.PdfDocument(tmp_path / "1.pdf")) == 1
    assert runs(case.office) == []
    dialog.footer.verb.click()
    assert not dialog.footer.sample.isEnabled()
    with qtbot.waitSignal(dialog.printed):
        pass


def test_what_cannot_be_looked_at_stops_no_print(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "tents")
    printing_to(dialog, monkeypatch, tmp_path)
    dialog.footer.verb.click()
    dialog.run.unseen.emit("Not to be seen.")
    assert not dialog.list.isEnabled()
    with qtbot.waitSignal(dialog.printed):
        pass


def test_a_dialog_that_closes_while_its_papers_are_in_work_leaves_the_program_alive(
    case: Case, day: Day, qtbot: QtBot
) -> None:
    pack = pack_of(case.office, day.visit)
    for turns in (0, 1, 3, 8, 20):
        dialog = PackDialog(case.window.frame.context, pack, [], case.window)
        dialog.show()
        for _ in range(turns):
            QApplication.processEvents()
        dialog.reject()
        dialog.deleteLater()
    last = opened(case, day, qtbot)
    assert last.state.complete
    last.reject()


def test_files_of_a_dialog_that_closed_while_it_saved_are_let_go(
    case: Case, day: Day, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "tents")
    dialog._lock(running=True)
    dialog._save_in(tmp_path)
    dialog.reject()
    dialog.reject()
    delete(dialog)
    said: list[str] = []
    case.window.frame.context.background.run(
        lambda: "after it", done=said.append, refused=print, owner=case.window
    )
    qtbot.waitUntil(lambda: said == ["after it"])
    assert list(tmp_path.iterdir()) == []
    assert runs(case.office) == []


def test_nothing_more_is_made_for_a_dialog_that_is_closed(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(case, day, qtbot, "tents")
    asked: list[str] = []
    monkeypatch.setattr(run, "make_paper", lambda *_: asked.append("made"))
    case.window.frame.context.background.run(
        dialog.run.leave, done=print, refused=print, owner=case.window
    )
    for each in dialog.state.pack.items:
        dialog.run.look(each, dialog.state.wish(each), print)
    said: list[str] = []
    case.window.frame.context.background.run(
        lambda: "after it", done=said.append, refused=print, owner=case.window
    )
    qtbot.waitUntil(lambda: said == ["after it"])
    assert asked == []
    dialog.reject()
