"""The agenda of the calendar, and the calendar of an office that is only looked at."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from kunjungan.domain.workdays import HolidayKind
from kunjungan.services.calendar.holidays import HolidayForm, add_holiday
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.office import Office
from kunjungan.ui.screens.calendar.hours_place import minutes_of
from kunjungan.ui.screens.calendar.shown import whole_day
from kunjungan.ui.screens.calendar.sieve import View
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.rows_model import Group
from tests.ui.calendar_case import (
    CalendarCase,
    a_planned_visit,
    an_entry,
    board_of,
    calendar_window,
    drag,
    free_place,
    go,
    kept,
    middle_of,
)
from tests.ui.shared import QUIET

pytestmark = QUIET
DAY = date(2022, 9, 14)


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[CalendarCase]:
    with calendar_window(qapp, office) as opened:
        yield opened


def test_the_agenda_names_a_holiday_on_which_nothing_is_planned(case: CalendarCase) -> None:
    form = HolidayForm(date(2022, 9, 16), HolidayKind.LOCAL, "Hari jadi kota", "City day")
    add_holiday(case.office, form)
    for day in (15, 17):
        an_entry(case.office, on=date(2022, 9, day))
    go(case, DAY, View.AGENDA)
    agenda = case.page.body.views.agenda
    lines = [line for line in agenda._items() if isinstance(line, Group)]
    assert [(line.title[:2], line.note) for line in lines[:3]] == [
        ("Th", ""),
        ("Fr", "City day"),
        ("Sa", ""),
    ]
    assert agenda._model.rowCount() == len(agenda._items())


def test_what_ends_at_midnight_stands_among_the_hours_down_to_the_end_of_its_day(
    case: CalendarCase,
) -> None:
    ref = an_entry(case.office, on=DAY, hours=(20, 0), until=date(2022, 9, 15))
    one = kept(case.office, ref)
    assert not whole_day(one)
    assert minutes_of(one) == (20 * 60, 24 * 60)
    assert [box.day for box in board_of(case).boxes() if box.occasion.ref == ref] == [DAY]


def test_an_office_that_is_only_looked_at_refuses_before_it_asks(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = an_entry(case.office, on=DAY)
    a_planned_visit(case.office)
    case.office.store.read_only = True
    told: list[str] = []
    monkeypatch.setattr(MessageDialog, "exec", lambda box: told.append(box.words))
    case.page._verbs.add(Slot(DAY, DAY))
    board = board_of(case)
    drag(board, middle_of(board, ref), free_place(board, date(2022, 9, 20)))
    assert told == ["This office is open for reading only. Nothing was changed."] * 2
    board.choose(DAY, ref)
    open_now = set(case.page.commands())
    assert "calendar.open" in open_now
    assert not {"calendar.new_entry", "calendar.move", "calendar.remove"} & open_now
