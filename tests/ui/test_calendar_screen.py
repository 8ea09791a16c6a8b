"""The calendar's page: what is shown and hidden, clashes, holidays, emptiness and errors."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Unavailable
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.i18n import later
from kunjungan.services.calendar.conflicts import list_conflicts
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.calendar.resources import ResourceForm, add_resource
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import VisitForm, schedule_visit, visit_form
from kunjungan.ui.screens.calendar import screen as module
from kunjungan.ui.screens.calendar.memory import kept_sieve
from kunjungan.ui.screens.calendar.screen import CalendarScreen
from kunjungan.ui.screens.calendar.sieve import Group, View, rooms_of
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.buttons import Button
from tests.ui.calendar_case import (
    CalendarCase,
    a_planned_visit,
    an_entry,
    board_of,
    box_of,
    calendar_window,
    drag,
    go,
)
from tests.ui.office_case import answer
from tests.ui.shared import QUIET

pytestmark = QUIET
DAY = date(2022, 9, 14)


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[CalendarCase]:
    with calendar_window(qapp, office) as opened:
        yield opened


def titles(case: CalendarCase) -> list[str]:
    """Return what the board shows, each entry once."""
    return [one.title.id for _, one in board_of(case).entries()]


def banners(case: CalendarCase) -> list[str]:
    """Return what the bars over the page say."""
    QApplication.processEvents()
    return [
        bar.accessibleName() for bar in case.page.header.findChildren(Banner) if bar.isVisible()
    ]


def a_clash(office: Office) -> None:
    """A visit and a meeting in one room at once, and two rooms that are free."""
    for name, seats in (("Aula", 120), ("Ruang Tengah", 30), ("Command Center", 45)):
        add_resource(office, ResourceForm(kind=ResourceKind.ROOM, name=name, seats=seats))
    a_planned_visit(office, room="Aula")
    an_entry(office, on=DAY, hours=(10, 12), room="aula ")
    QApplication.processEvents()  # the card of clashes comes after the days


def test_an_empty_month_keeps_its_grid_and_says_so_beside_it(case: CalendarCase) -> None:
    words = [label.text() for label in case.page.findChildren(QLabel) if label.isVisible()]
    assert "No visits this month yet" in words
    assert len(board_of(case).by_day) == 35


def test_kinds_are_counted_hidden_and_remembered(case: CalendarCase) -> None:
    an_entry(case.office)
    a_planned_visit(case.office)
    kinds = case.page.body.side.kinds
    assert kinds.ticks[Group.LEADER].accessibleDescription() == "1 entry"
    kinds.ticks[Group.LEADER].click()
    assert titles(case) == ["Kota Cimahi"]
    assert kept_sieve(case.parts.desk).hidden == {Group.LEADER}
    kinds.ticks[Group.LEADER].click()
    assert set(titles(case)) == {"Kota Cimahi", "Rakor"}


def test_a_room_narrows_the_calendar_until_all_is_shown_again(case: CalendarCase) -> None:
    an_entry(case.office, room="Aula")
    an_entry(case.office, "Rapat", room="Ruang Tengah")
    filters = case.page.body.side.filters
    filters.room.set_value("aula")
    assert titles(case) == ["Rakor"]
    assert kept_sieve(case.parts.desk).room == "aula"
    filters.changed.emit(replace(case.page.sieve, room=""))
    assert len(titles(case)) == 2


def test_a_filter_that_lets_nothing_through_says_so_and_is_lifted(case: CalendarCase) -> None:
    an_entry(case.office, room="Aula  Besar")
    case.page.body.side.sieved.emit(replace(case.page.sieve, room="ruang lain"))
    QApplication.processEvents()
    assert titles(case) == []
    links = [one for one in case.page.body.side.note.findChildren(Button) if one.isVisible()]
    assert [one.text() for one in links] == ["Show all"]
    links[0].click()
    assert titles(case) == ["Rakor"]
    assert not case.page.sieve.narrowed


def test_one_room_is_one_filter_however_it_is_spelled(case: CalendarCase) -> None:
    an_entry(case.office, "Rakor", room="Aula  Besar")
    an_entry(case.office, "Rapat", room=" aula besar")
    assert [key for key, _ in rooms_of(case.page.found.occasions)] == ["aula besar"]


def test_a_clash_is_amber_with_its_word_and_a_card_with_ranked_rooms(case: CalendarCase) -> None:
    a_clash(case.office)
    assert all(one.clash for one in case.page.found.occasions)
    card = case.page.body.side.conflict
    assert card.isVisible()
    rooms = [choice.text() for choice in card.findChildren(QRadioButton)]
    assert rooms == ["Ruang Tengah", "Command Center"]
    board = board_of(case)
    board.choose(DAY)
    assert "Clash" in board.accessibleDescription()


def test_the_card_moves_one_of_the_two_to_a_free_room(case: CalendarCase) -> None:
    a_clash(case.office)
    card = case.page.body.side.conflict
    assert card.line is not None
    card.room_wanted.emit(card.line.second, card.chosen_room())
    assert list_conflicts(case.office, DAY, date(2022, 9, 15)) == []
    QApplication.processEvents()
    assert not card.isVisible()
    undo(case.office)
    QApplication.processEvents()
    assert card.isVisible()


def test_a_day_that_is_asked_for_begins_with_its_own_clash(case: CalendarCase) -> None:
    a_clash(case.office)
    an_entry(case.office, "Pagi", date(2022, 9, 5), (8, 9), room="Pendopo")
    an_entry(case.office, "Pagi juga", date(2022, 9, 5), (8, 10), room="Pendopo")
    go(case, DAY)
    QApplication.processEvents()
    line = case.page.body.side.conflict.line
    assert line is not None
    assert line.since.date() == DAY


def test_a_clash_with_something_tentative_says_that_it_is_not_firm(case: CalendarCase) -> None:
    a_clash(case.office)
    said = "Not firm: at least one of them is tentative."
    card = case.page.body.side.conflict
    assert said not in [label.text() for label in card.findChildren(QLabel)]
    visit = schedule_visit(
        case.office,
        VisitForm("Cilegon", PartialDate.parse("2022-09-20"), starts_at=time(9), room="Pendopo"),
    )
    an_entry(case.office, "Pagi", date(2022, 9, 20), (9, 10), room="Pendopo")
    go(case, date(2022, 9, 20))
    QApplication.processEvents()
    assert card.line is not None
    assert visit in {card.line.first.visit_id, card.line.second.visit_id}
    assert said in [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_a_clash_is_left_only_with_a_reason(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_clash(case.office)
    card = case.page.body.side.conflict
    seen = answer(monkeypatch, lambda dialog: None)
    card.leave_wanted.emit(card.line)
    assert card.isVisible()
    assert len(seen) == 1
    answer(monkeypatch, lambda dialog: dialog._form._rows[0].field.set_value("Disepakati"))
    card.leave_wanted.emit(card.line)
    QApplication.processEvents()
    QApplication.processEvents()  # what was just put into the card shows itself a moment later
    assert [line.reason for line in list_conflicts(case.office, DAY)] == ["Disepakati"]
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert {"1 left as it is this month", "Left: Disepakati"} <= set(said)


def test_next_clash_goes_to_its_entry(case: CalendarCase) -> None:
    a_clash(case.office)
    case.run("calendar.next_clash")
    one = board_of(case).current()
    assert one is not None
    assert (one.clash, one.on) == (True, DAY)


def test_a_missing_year_of_holidays_is_a_quiet_bar(case: CalendarCase) -> None:
    assert banners(case) == []
    go(case, date(2049, 5, 1))
    assert banners(case) == ["Holidays of 2049 are not filled in yet"]
    go(case, date(2022, 9, 1))
    assert banners(case) == []


def test_a_calendar_that_cannot_be_read_says_so_and_keeps_what_was_shown(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_entry(case.office)

    def broken(*_: object) -> None:
        raise Unavailable(later("The disk does not answer."))

    monkeypatch.setattr(module, "read_range", broken)
    case.page.reload()
    assert banners(case) == ["The disk does not answer."]
    assert titles(case) == ["Rakor"]


def test_a_day_with_overlaps_is_wider_and_they_stand_side_by_side(case: CalendarCase) -> None:
    first = an_entry(case.office, hours=(9, 11))
    second = an_entry(case.office, "Rapat", hours=(10, 12))
    go(case, date(2022, 9, 8), View.WEEK)
    board = board_of(case)
    left, right = box_of(board, first).rect, box_of(board, second).rect
    assert left.right() <= right.left()
    wide = {day: board.cell_of(day).width() for day in board.by_day}
    assert max(wide, key=lambda day: wide[day]) == date(2022, 9, 8)
    assert wide[date(2022, 9, 10)] < wide[date(2022, 9, 5)]


def test_several_sessions_of_a_visit_have_one_bar_over_them_that_moves_the_visit(
    case: CalendarCase,
) -> None:
    visit = a_planned_visit(case.office)
    for title, start in (("Prabumulih", 9), ("Ogan Ilir", 13)):
        form = SessionForm(title_id=title, starts_at=time(start), ends_at=time(start + 2))
        add_session(case.office, visit, form)
    assert "2 sessions · Kota Cimahi" not in titles(case)
    go(case, DAY, View.WEEK)
    assert "2 sessions · Kota Cimahi" in titles(case)
    board = board_of(case)
    whole = box_of(board, Ref("visit", visit)).seen.center()
    drag(board, whole, board.cell_of(date(2022, 9, 15)).center())
    assert str(visit_form(case.office, visit).on) == "2022-09-15"
    days = {one.on for one in case.page.found.occasions}
    assert days == {date(2022, 9, 15)}


def test_more_than_fits_is_counted_and_leads_to_the_day(case: CalendarCase) -> None:
    for number in range(20):
        an_entry(case.office, f"Rapat {number}", hours=None)
    month = case.page.body.views.month
    month.boxes()
    assert month.more[date(2022, 9, 8)] == 20 - sum(
        box.day == date(2022, 9, 8) for box in month.boxes()
    )
    month.day_opened.emit(date(2022, 9, 8))
    assert case.page.sieve.view is View.DAY
    assert len(titles(case)) == 20


def test_a_change_elsewhere_is_shown_at_once(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    assert titles(case) == ["Rakor"]
    undo(case.office)
    assert titles(case) == []
    assert ref.source == "entry"


def test_the_view_comes_back_at_the_next_start(case: CalendarCase) -> None:
    case.page.show_view(View.WEEK)
    assert CalendarScreen(case.window.frame.context).sieve.view is View.WEEK
