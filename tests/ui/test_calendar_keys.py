"""The calendar by the keyboard alone: every day, every entry, every move."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.office import Office
from kunjungan.ui.context import Address
from kunjungan.ui.screens.calendar.board_pointer import PointerBoard
from kunjungan.ui.screens.calendar.entry_dialog import EntryDialog
from kunjungan.ui.screens.calendar.sieve import View
from kunjungan.ui.screens.visits.visit_dialog import VisitDialog
from tests.ui.calendar_case import (
    CalendarCase,
    a_planned_visit,
    an_entry,
    board_of,
    calendar_window,
    go,
    kept,
    press,
)
from tests.ui.shared import QUIET

pytestmark = QUIET
K = Qt.Key


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[CalendarCase]:
    with calendar_window(qapp, office) as opened:
        opened.page.body.views.setFocus()
        yield opened


def view_of(case: CalendarCase) -> View:
    """Return the view on screen."""
    return case.page.sieve.view


def chosen(board: PointerBoard) -> Ref | None:
    """Return the chosen entry."""
    return board.ref


def drop_of(board: PointerBoard) -> QPoint:
    """Return where what is carried would come to stand."""
    assert board.drag is not None
    return board.drops(board.drag)[0].center().toPoint()


def test_arrows_go_from_day_to_day_and_over_the_end_of_the_month(case: CalendarCase) -> None:
    board = board_of(case)
    press(board, K.Key_Right, K.Key_Down)
    assert case.page.day == date(2022, 9, 9)
    press(board, *[K.Key_Down] * 4)
    assert case.page.day == date(2022, 10, 7)
    assert case.page.header.title == "October 2022"


def test_page_keys_turn_months_and_t_goes_to_today(case: CalendarCase) -> None:
    board = board_of(case)
    press(board, K.Key_PageDown)
    assert case.page.header.title == "October 2022"
    press(board, K.Key_PageUp, K.Key_PageUp)
    assert case.page.header.title == "August 2022"
    press(board, K.Key_PageDown, K.Key_T)
    assert case.page.day == case.office.today()


def test_letters_change_the_view_and_keep_the_day(case: CalendarCase) -> None:
    for key, view in ((K.Key_P, View.WEEK), (K.Key_H, View.DAY), (K.Key_B, View.MONTH)):
        press(board_of(case), key)
        assert view_of(case) == view
        assert case.page.day == date(2022, 9, 1)
    press(board_of(case), K.Key_A)
    assert view_of(case) == View.AGENDA
    QTest.keyClick(case.page.body.views.agenda.view, K.Key_B)
    assert view_of(case) == View.MONTH


def test_tab_walks_the_entries_and_then_leaves_the_calendar(case: CalendarCase) -> None:
    first = an_entry(case.office, on=date(2022, 9, 2))
    second = an_entry(case.office, "Rapat", on=date(2022, 9, 20))
    board = board_of(case)
    board.setFocus()
    press(board, K.Key_Tab)
    assert board.ref == first
    press(board, K.Key_Tab)
    assert (board.ref, case.page.day) == (second, date(2022, 9, 20))
    press(board, K.Key_Backtab)
    assert board.ref == first
    press(board, K.Key_Tab, K.Key_Tab)
    assert chosen(board) is None
    assert not board.hasFocus()


def test_m_arrows_and_enter_move_an_entry(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    board = board_of(case)
    press(board, K.Key_Tab, K.Key_M, K.Key_Left, K.Key_Down)
    assert case.page.body.side.move_card.isVisible()
    assert kept(case.office, ref).on == date(2022, 9, 8)
    press(board, K.Key_Return)
    assert kept(case.office, ref).on == date(2022, 9, 14)
    assert board.ref == ref


def test_in_a_small_window_the_card_over_the_days_is_read_whole(case: CalendarCase) -> None:
    a_planned_visit(case.office, room="Aula")
    ref = an_entry(case.office, on=date(2022, 9, 15), hours=(9, 11), room="Aula")
    case.window.resize(900, 500)
    QApplication.processEvents()
    board = board_of(case)
    board.choose(date(2022, 9, 15), ref)
    press(board, K.Key_M, K.Key_Left)
    card = case.page.body.floating
    assert card.isVisible()
    assert any("Aula is taken" in words for words in card.said)
    assert card.height() == card.heightForWidth(card.width())
    assert not card.geometry().contains(drop_of(board))
    press(board, K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Right)
    assert not card.geometry().contains(drop_of(board))


def test_an_entry_is_carried_into_another_month(case: CalendarCase) -> None:
    ref = an_entry(case.office, on=date(2022, 9, 28))
    board = board_of(case)
    press(board, K.Key_Tab, K.Key_M, K.Key_Down)
    assert case.page.header.title == "October 2022"
    press(board, K.Key_Return)
    assert kept(case.office, ref).on == date(2022, 10, 5)


def test_escape_puts_an_entry_back(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    board = board_of(case)
    press(board, K.Key_Tab, K.Key_M, K.Key_Left, K.Key_Escape)
    assert board.drag is None
    assert kept(case.office, ref).on == date(2022, 9, 8)


def test_in_the_week_m_moves_by_quarters_and_s_stretches(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    go(case, date(2022, 9, 8), View.WEEK)
    board = board_of(case)
    press(board, K.Key_Tab, K.Key_M, K.Key_Down, K.Key_Down, K.Key_Right, K.Key_Return)
    moved = kept(case.office, ref)
    assert (moved.on, moved.starts_at) == (date(2022, 9, 9), time(10, 30))
    press(board, K.Key_S, K.Key_Up, K.Key_Return)
    assert kept(case.office, ref).ends_at == time(12, 15)


def test_from_the_agenda_a_move_goes_on_in_the_week(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    go(case, date(2022, 9, 1), View.AGENDA)
    case.page.body.views.agenda.select(ref)
    case.run("calendar.move")
    assert case.page.sieve.view is View.WEEK
    press(board_of(case), K.Key_Right, K.Key_Return)
    assert kept(case.office, ref).on == date(2022, 9, 9)


def test_enter_opens_a_visit_and_a_day(case: CalendarCase) -> None:
    visit = a_planned_visit(case.office, on="2022-09-01")
    board = board_of(case)
    press(board, K.Key_Return)
    assert case.page.sieve.view is View.DAY
    press(board_of(case), K.Key_Tab, K.Key_Return)
    stop = case.window.frame._history.current
    assert stop is not None
    assert (stop.address.place, stop.address.record) == ("visits", visit)


def test_enter_opens_the_form_of_an_entry(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_entry(case.office)
    seen: list[str] = []

    def look(dialog: EntryDialog) -> int:
        seen.append(dialog.title.value())
        return 0

    monkeypatch.setattr(EntryDialog, "exec", look)
    press(board_of(case), K.Key_Tab, K.Key_Return)
    assert seen == ["Rakor"]


def test_a_new_visit_is_offered_on_the_chosen_day(case: CalendarCase) -> None:
    board = board_of(case)
    press(board, K.Key_Right)
    action = case.window.frame.actions_by_name["visit.schedule"]
    assert action.data() == "2022-09-02"
    case.window.frame.go(Address("visits"))
    QApplication.processEvents()
    assert action.data() is None


def test_n_opens_the_form_of_a_visit_with_the_chosen_day(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    days: list[str] = []

    def look(dialog: VisitDialog) -> int:
        days.append(str(dialog.on.value()))
        return 0

    monkeypatch.setattr(VisitDialog, "exec", look)
    press(board_of(case), K.Key_Down, K.Key_N)
    assert days == ["2022-09-08"]


def test_the_chosen_day_and_entry_are_told_to_screen_readers(case: CalendarCase) -> None:
    an_entry(case.office, room="Aula", on=date(2022, 9, 2))
    board = board_of(case)
    press(board, K.Key_Right)
    assert "Friday, 2 September 2022" in board.accessibleDescription()
    assert "1 entry" in board.accessibleDescription()
    press(board, K.Key_Tab)
    told = board.accessibleDescription()
    assert all(words in told for words in ("Rakor", "Friday 2 Sep", "10.00", "Aula"))
    assert board.accessibleName() == "Month"


def test_every_day_and_entry_is_a_part_for_screen_readers(case: CalendarCase) -> None:
    an_entry(case.office, room="Aula", on=date(2022, 9, 2))
    board = board_of(case)
    board.spoken.renew()
    parts = {part.accessibleName(): part for part in board.spoken.widgets if part.isVisible()}
    assert len(parts) == 35 + 1
    assert "Aula" in parts["Rakor"].accessibleDescription()
    assert "1 entry" in parts["Friday, 2 September 2022"].accessibleDescription()
    assert board.childAt(parts["Rakor"].geometry().center()) is board.viewport()


def test_the_menu_key_opens_what_can_be_done_with_an_entry(case: CalendarCase) -> None:
    an_entry(case.office)
    board = board_of(case)
    press(board, K.Key_Tab)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(board, QContextMenuEvent(reason, QPoint(0, 0), QPoint(0, 0)))
    menus = [menu for menu in case.page.findChildren(QMenu) if menu.isVisible()]
    names = [action.objectName() for menu in menus for action in menu.actions()]
    for menu in menus:
        menu.close()
    assert {"calendar.open", "calendar.move", "calendar.remove", "visit.schedule"} <= set(names)


def test_delete_takes_an_entry_out_and_leaves_visits_alone(case: CalendarCase) -> None:
    an_entry(case.office)
    a_planned_visit(case.office)
    board = board_of(case)
    press(board, K.Key_Tab)
    case.run("calendar.remove")
    assert [one.visit_id is not None for one in case.page.found.occasions] == [True]
    press(board, K.Key_Tab)
    assert board.current() is not None
    assert not case.can("calendar.remove")
