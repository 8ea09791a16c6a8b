"""The board of a visit's day in a real window: keys, drags, what is told."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.visit_words import Duty
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.visiting.crew import AssignmentForm, assign, list_crew
from kunjungan.services.visiting.sessions import list_sessions
from kunjungan.ui.screens.visits.board.session_dialog import SessionDialog
from kunjungan.ui.screens.visits.board.slip_dialog import SlipDialog
from kunjungan.ui.screens.visits.crew.dialog import CrewDialog
from kunjungan.ui.screens.visits.day.tab import DayTab
from tests.builders import a_visit
from tests.services.visit_day.case import Day, a_day
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, answer, visits_window

pytestmark = QUIET
_Key, _Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def day(case: Case) -> Day:
    made = a_day(case.office)
    case.go(made.visit, "day")
    return made


def tab(case: Case) -> DayTab:
    assert isinstance(case.tab, DayTab)
    return case.tab


def follows(case: Case) -> str:
    """What the card of the live check says."""
    return " ".join(label.text() for label in tab(case)._follows.findChildren(QLabel))


def starts(day: Day) -> list[time | None]:
    return [line.starts_at for line in list_sessions(day.office, day.visit)]


def drag(qtbot: QtBot, case: Case, start: QPoint, by: int, *, drop: bool = True) -> None:
    """Hold the board at a place and bring it so many pixels down."""
    canvas = tab(case).canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in (by // 2, by):
        qtbot.mouseMove(canvas, start + QPoint(0, step))
    if drop:
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(0, by))


def test_arrows_walk_the_sessions_in_time_and_across(qtbot: QtBot, case: Case, day: Day) -> None:
    canvas = tab(case).canvas
    assert canvas.current() == day.morning
    qtbot.keyClick(canvas, _Key.Key_Down)
    assert canvas.current() == day.afternoon
    assert "Panca" not in canvas.accessibleDescription()
    assert "12.00" in canvas.accessibleDescription()
    qtbot.keyClick(canvas, _Key.Key_Left)
    assert canvas.current() == day.morning
    qtbot.keyClick(canvas, _Key.Key_Right)
    assert canvas.current() == day.afternoon


def test_alt_arrows_move_by_five_minutes_and_do_not_leave_the_page(
    qtbot: QtBot, case: Case, day: Day
) -> None:
    canvas = tab(case).canvas
    canvas.setFocus()
    canvas.select(day.afternoon)
    qtbot.keyClick(canvas, _Key.Key_Right, _Mod.AltModifier)
    assert starts(day) == [time(9), time(12, 5)]
    qtbot.keyClick(canvas, _Key.Key_Left, _Mod.AltModifier)
    assert starts(day) == [time(9), time(12)]
    assert isinstance(case.tab, DayTab)
    qtbot.keyClick(canvas, _Key.Key_Right, _Mod.AltModifier | _Mod.ShiftModifier)
    assert list_sessions(day.office, day.visit)[1].ends_at == time(14, 5)


def test_a_drag_moves_a_session_with_a_live_check_and_undo_brings_it_back(
    qtbot: QtBot, case: Case, day: Day
) -> None:
    canvas = tab(case).canvas
    middle = canvas.box_of(day.afternoon).center()
    drag(qtbot, case, middle, 70, drop=False)
    assert tab(case)._check.isVisibleTo(tab(case))
    qtbot.waitUntil(lambda: "to turn round" in follows(case))
    assert starts(day) == [time(9), time(12)]
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 70))
    moved = starts(day)[1]
    assert moved is not None
    assert moved > time(12, 30)
    assert moved.minute % 5 == 0
    undo(case.office)
    assert starts(day) == [time(9), time(12)]


def test_escape_gives_a_drag_up(qtbot: QtBot, case: Case, day: Day) -> None:
    canvas = tab(case).canvas
    middle = canvas.box_of(day.afternoon).center()
    drag(qtbot, case, middle, 70, drop=False)
    qtbot.keyClick(canvas, _Key.Key_Escape)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 70))
    assert starts(day) == [time(9), time(12)]


def test_the_lower_edge_stretches(qtbot: QtBot, case: Case, day: Day) -> None:
    box = tab(case).canvas.box_of(day.afternoon)
    drag(qtbot, case, QPoint(box.center().x(), box.bottom() - 2), 36)
    line = list_sessions(day.office, day.visit)[1]
    assert line.starts_at == time(12)
    assert line.ends_at is not None
    assert line.ends_at > time(14, 15)


def test_the_slip_dialog_tells_what_follows_before_it_is_done(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab(case).canvas.select(day.afternoon)

    def fill(dialog: SlipDialog) -> None:
        assert dialog.minutes.value() == 20
        assert "12.20" in dialog._hours.text()
        assert starts(day) == [time(9), time(12)]

    answer(monkeypatch, fill)
    case.run("session.slip")
    assert starts(day) == [time(9), time(12, 20)]
    assert case.can("edit.undo")
    case.run("edit.undo")
    assert starts(day) == [time(9), time(12)]


def test_a_session_is_added_for_all_and_removed(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: SessionDialog) -> None:
        dialog.title.indonesian.set_value("Makan siang")
        assert dialog.starts.value() == time(14)
        dialog.ends.set_value(time(15))
        dialog.room.set_value("Ruang lain")

    answer(monkeypatch, fill)
    case.run("session.add")
    line = list_sessions(day.office, day.visit)[-1]
    assert (line.title.id, line.delegations, line.room) == ("Makan siang", (), "Ruang lain")
    assert tab(case).canvas.current() == line.id
    case.run("session.remove")
    assert len(list_sessions(day.office, day.visit)) == 2


def test_who_is_asked_twice_is_told_beside_the_board(case: Case, day: Day) -> None:
    assert [line.id for line in tab(case).crew.table._rows] == [day.crew]
    other = a_visit(case.office, "Kunjungan lain")
    form = AssignmentForm(Duty.MC, name="MC", starts_at=time(12), ends_at=time(13))
    assign(case.office, other, form)
    crew = tab(case).crew
    assert crew._cell(crew.table._rows[0]).chip is not None
    assert "Kunjungan lain" in crew._cell(crew.table._rows[0]).detail


def test_crew_is_assigned_to_the_session_chosen(
    case: Case, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab(case).canvas.select(day.afternoon)

    def fill(dialog: CrewDialog) -> None:
        assert dialog.session.value() == day.afternoon
        dialog.person.setText("Budi (contoh)")

    answer(monkeypatch, fill)
    case.run("crew.add")
    names = {line.who: line.session_id for line in list_crew(case.office, day.visit)}
    assert names["Budi (contoh)"] == day.afternoon


def test_a_visit_without_sessions_says_how_to_begin(case: Case) -> None:
    case.go(a_visit(case.office, on="2022-12"), "day")
    action: QAction = case.window.frame.actions_by_name["session.add"]
    assert action.isEnabled()
    assert not case.can("session.slip")
    assert tab(case)._stack.currentIndex() == 0
