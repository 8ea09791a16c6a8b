"""The pack's dialog: what it ticks, shows and remembers, and how it is used by keys alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from kunjungan.domain.paper import Paper
from kunjungan.domain.stages import VisitStage
from kunjungan.services.delegations import attendee_form, edit_attendee
from kunjungan.services.office import Office
from kunjungan.services.pack.contents import pack_of
from kunjungan.services.people import PersonForm
from kunjungan.store.tables import Visit
from kunjungan.ui.screens.visits.pack.dialog import PackDialog
from kunjungan.ui.widgets.rows_model import Cell
from tests.day_case import Day, a_day
from tests.ui.pack_case import item, opened, runs, ticked
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
    made = again.state.made["attendance"]
    assert (made.paper, made.copies) == (Paper.A4, 7)
    again.reject()


def test_an_original_tells_what_printing_it_does_and_stands_beside_its_twin(
    case: Case, day: Day, qtbot: QtBot
) -> None:
    dialog = opened(case, day, qtbot, "originals")
    assert [seen.original_no for seen in dialog.preview._shown] == [1, 2]
    lines = dialog.options._lines_of(item(dialog, "originals"), None)
    assert any("locks the draft" in words for _, words in lines)
    dialog.reject()


def test_in_a_small_window_names_stand_over_their_pages_and_nothing_is_cut(
    case: Case, day: Day, qtbot: QtBot
) -> None:
    case.window.resize(900, 500)
    dialog = opened(case, day, qtbot)
    assert dialog.width() <= case.window.width()
    (only,) = dialog.list.table.columns
    shown = only.cell(item(dialog, "badges"))
    assert isinstance(shown, Cell)
    assert shown.detail == dialog.list._count(item(dialog, "badges")).text
    assert dialog.options.width() >= dialog.options.minimumSizeHint().width()
    for pane in (dialog.preview, dialog.footer):
        (*_, last) = sorted(
            (part for part in pane.findChildren(QAbstractButton) if part.isVisible()),
            key=lambda part: part.mapTo(pane, part.rect().topRight()).x(),
        )
        assert last.mapTo(pane, last.rect().topRight()).x() < pane.width()
    dialog.reject()


def test_keys_alone_tick_stop_and_close(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened(case, day, qtbot, "badges")
    printing_to(dialog, monkeypatch, tmp_path)
    view = dialog.list.table.view
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "tents" in ticked(dialog)
    qtbot.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.options.printer.printer.hasFocus)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert not dialog.list.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.list.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert runs(case.office) == []


def test_tab_goes_round_the_dialog_as_it_is_read(case: Case, day: Day, qtbot: QtBot) -> None:
    dialog = opened(case, day, qtbot, "originals")
    start = dialog.list.table.view
    at, names = start.nextInFocusChain(), [start.accessibleName()]
    while at is not None and at is not start:
        if at.isVisibleTo(dialog) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(at.accessibleName() or at.property("text"))
        at = at.nextInFocusChain()
    stops = ("Papers to choose from", "Printer", "One paper", "Previous page", "Cancel")
    assert [name for name in names if name in stops] == list(stops)
    assert names[-1] == "What is printed"
    assert all(names)
    dialog.reject()


def test_every_field_has_a_name_for_screen_readers(case: Case, day: Day, qtbot: QtBot) -> None:
    dialog = opened(case, day, qtbot)
    fields = [*dialog.findChildren(QComboBox), *dialog.findChildren(QLineEdit)]
    assert fields
    assert [field for field in fields if not field.accessibleName()] == []
    dialog.reject()


def test_a_paper_printed_for_this_visit_keeps_its_sheet_whatever_the_desk_remembers(
    case: Case, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    first = opened(case, day, qtbot, "attendance")
    with qtbot.waitSignal(first.printed):
        first.footer.verb.click()
    desk = case.window.frame.context.desk
    desk.change(day_papers=(("attendance", "", "a4", 5),))
    again = opened(case, day, qtbot, "attendance")
    made = again.state.made["attendance"]
    assert (made.paper, made.copies, made.since.stale) == (Paper.F4, 5, False)
    again.reject()


def test_a_visit_that_was_called_off_says_so_over_its_papers(case: Case, day: Day) -> None:
    with case.office.store.change("Call off", kind="system") as session:
        visit = session.get(Visit, day.visit)
        assert visit is not None
        visit.stage = VisitStage.CANCELLED
    pack = pack_of(case.office, day.visit)
    dialog = PackDialog(case.window.frame.context, pack, [], case.window)
    dialog.show()
    words = {label.text() for label in dialog.list.findChildren(QLabel) if label.isVisible()}
    assert any("called off" in text for text in words)
    dialog.reject()
