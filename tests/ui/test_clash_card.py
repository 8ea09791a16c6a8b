"""The card of clashes: those that were left, and pauses that are too short."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from kunjungan.services.calendar.conflicts import leave_conflict, list_conflicts
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.ui.widgets.buttons import Button
from tests.ui.calendar_case import CalendarCase, a_planned_visit, an_entry, calendar_window
from tests.ui.shared import QUIET

pytestmark = QUIET
DAY = date(2022, 9, 14)


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[CalendarCase]:
    with calendar_window(qapp, office) as opened:
        yield opened


def a_clash(office: Office) -> None:
    """A visit and a meeting in one room at once."""
    a_planned_visit(office, room="Aula")
    an_entry(office, on=DAY, hours=(10, 12), room="aula ")


def test_a_clash_that_was_left_is_taken_up_again_from_its_card(case: CalendarCase) -> None:
    a_clash(case.office)
    an_entry(case.office, "Pagi", date(2022, 9, 20), (8, 10), room="Pendopo")
    an_entry(case.office, "Juga", date(2022, 9, 20), (9, 10), room="Pendopo")
    (first, second) = list_conflicts(case.office, DAY)
    leave_conflict(case.office, first.what, "Disepakati")
    QApplication.processEvents()
    card = case.page.body.side.conflict
    assert [line.what for line in card.lines] == [second.what, first.what]
    card.step(1)
    QApplication.processEvents()
    (again,) = (b for b in card.findChildren(Button) if b.isVisible() and b.text() == "Show again")
    again.click()
    QApplication.processEvents()
    assert [line.left for line in list_conflicts(case.office, DAY)] == [False, False]
    undo(case.office)
    assert [line.left for line in list_conflicts(case.office, DAY)] == [True, False]


def test_too_short_a_pause_is_not_counted_as_a_clash(case: CalendarCase) -> None:
    a_clash(case.office)
    an_entry(case.office, "Pagi", date(2022, 9, 20), (8, 10), room="Pendopo")
    an_entry(case.office, "Lanjutan", date(2022, 9, 20), (10, 11), room="Pendopo")
    QApplication.processEvents()
    card = case.page.body.side.conflict
    assert len(card.lines) == 2
    headings = []
    for _ in card.lines:
        headings.append(card._heading.text())
        card.step(1)
    assert headings == ["1 clash this month", "1 too short a pause this month"]
