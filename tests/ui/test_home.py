"""The home page in a real window: lines that lead to what mends them, by mouse and by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kunjungan.domain.attention import Attention, AttentionKind, Said
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.sample import make_sample
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.screens.home import PLACE
from kunjungan.ui.screens.home.agenda_card import EntryLine
from kunjungan.ui.screens.home.attention_row import AttentionRow
from kunjungan.ui.screens.home.charts import MonthBars, TimeLeftBar
from kunjungan.ui.screens.home.next_strip import NextStrip
from kunjungan.ui.screens.home.screen import HomeScreen
from kunjungan.ui.screens.home.ways_in import WaysIn
from kunjungan.ui.screens.home.words import address_of
from kunjungan.ui.widgets.page import Page, Place
from tests.ui.office_case import Case, office_window
from tests.ui.shared import QUIET

pytestmark = QUIET
MONDAY = date(2022, 8, 29)


class Elsewhere(Page):
    """Stands for another place; remembers what it was asked to show."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.asked: tuple[UUID | None, str] = (None, "")

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        self.asked = (record, tab)
        self.header.show_title("Elsewhere")


OTHERS = tuple(Place(key, key, "info", Elsewhere) for key in ("visits", "calendar", "agreements"))


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case[HomeScreen]]:
    make_sample(office)
    monday = replace(office, today=lambda: MONDAY)
    with office_window(qapp, monday, PLACE, HomeScreen, *OTHERS) as opened:
        qtbot.waitUntil(lambda: bool(opened.page.list.rows))
        yield opened


def row_of(case: Case[HomeScreen], kind: AttentionKind) -> AttentionRow:
    return next(row for row in case.page.list.rows if row.line.kind is kind)


def asked(case: Case[HomeScreen]) -> tuple[str, UUID | None, str]:
    page = case.window.frame.page
    assert isinstance(page, Elsewhere)
    stop = case.window.frame._history.current
    assert stop is not None
    return stop.address.place, *page.asked


def test_the_page_is_named_by_the_day_and_says_what_waits(case: Case[HomeScreen]) -> None:
    assert case.page.header.title == "Monday, 29 August 2022"
    assert f"{len(case.page.list.rows)} things need attention" in case.page.header._subtitle.text()


def test_the_strip_opens_the_next_visit(case: Case[HomeScreen], qtbot: QtBot) -> None:
    (strip,) = case.page.findChildren(NextStrip)
    qtbot.mouseClick(strip.open, Qt.MouseButton.LeftButton)
    place, record, _ = asked(case)
    assert place == "visits"
    assert record is not None


def test_a_conflict_leads_to_the_calendar(case: Case[HomeScreen], qtbot: QtBot) -> None:
    qtbot.mouseClick(row_of(case, AttentionKind.CONFLICT).button, Qt.MouseButton.LeftButton)
    assert asked(case)[0] == "calendar"


def test_a_conflict_leads_to_its_day_and_missing_holidays_to_their_page() -> None:
    nothing = Said("")
    line = Attention(
        kind=AttentionKind.CONFLICT, what="", title=nothing, cause=nothing, due_on=date(2022, 9, 9)
    )
    assert address_of(line) == Address("calendar", None, "2022-09-09")
    assert address_of(replace(line, kind=AttentionKind.HOLIDAYS)).tab == "holidays:2022"


@pytest.mark.parametrize("kind", AttentionKind)
def test_a_kind_that_could_not_be_looked_into_leads_somewhere(kind: AttentionKind) -> None:
    line = Attention(kind=kind, what="unknown", title=Said("Not found"), cause=Said("Why"))
    assert address_of(line).place


def test_where_it_is_narrow_the_agenda_goes_under_the_list(case: Case[HomeScreen]) -> None:
    case.window.resize(900, 500)
    QApplication.processEvents()
    below = case.page.agenda.mapTo(case.page, case.page.agenda.rect().topLeft())
    list_end = case.page.list.mapTo(case.page, case.page.list.rect().bottomLeft())
    assert below.y() > list_end.y()
    assert case.page.list.width() > 700
    case.window.resize(1366, 720)
    QApplication.processEvents()
    beside = case.page.agenda.mapTo(case.page, case.page.agenda.rect().topLeft())
    assert beside.x() > case.page.list.width()


def test_arrows_walk_and_enter_mends(case: Case[HomeScreen], qtbot: QtBot) -> None:
    shown = case.page.list
    first = shown.current
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.current is not first
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.current is first
    while shown.current is not None and shown.current.kind is not AttentionKind.GUESTS:
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    place, record, tab = asked(case)
    assert (place, tab) == ("visits", "delegations")
    assert record is not None


def test_s_puts_off_and_undo_brings_back(case: Case[HomeScreen], qtbot: QtBot) -> None:
    shown, before = case.page.list, len(case.page.list.rows)
    qtbot.keyClick(shown, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(shown.rows) == before - 1)
    undo(case.office)
    qtbot.waitUntil(lambda: len(shown.rows) == before)


def test_digits_choose_the_part_of_the_office(case: Case[HomeScreen], qtbot: QtBot) -> None:
    shown = case.page.list
    qtbot.keyClick(shown, Qt.Key.Key_3)
    assert {row.line.area.value for row in shown.rows} <= {"texts"}
    qtbot.keyClick(shown, Qt.Key.Key_1)
    assert row_of(case, AttentionKind.CONFLICT)


def test_every_row_tells_a_reader_what_why_and_when(case: Case[HomeScreen]) -> None:
    words = row_of(case, AttentionKind.CONFLICT).accessibleName()
    assert "Auditorium (contoh)" in words
    assert "1 Sep" in words


def test_the_charts_say_their_values_in_words(case: Case[HomeScreen]) -> None:
    (months,), (left,) = (case.page.findChildren(kind) for kind in (MonthBars, TimeLeftBar))
    assert "Aug 0" in months.accessibleName()
    assert "End within 90 days: 0" in left.accessibleName()


def test_an_entry_of_the_agenda_opens_its_visit(case: Case[HomeScreen], qtbot: QtBot) -> None:

    lines = case.page.agenda.findChildren(EntryLine)
    line = next(one for one in lines if one._entry.visit_id)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert asked(case)[:2] == ("visits", line._entry.visit_id)


def test_the_keyboard_reaches_an_entry_of_the_agenda(case: Case[HomeScreen], qtbot: QtBot) -> None:
    line = next(one for one in case.page.agenda.findChildren(EntryLine) if one._entry.visit_id)
    assert line.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked(case)[:2] == ("visits", line._entry.visit_id)


def test_an_empty_office_is_calm(qapp: QApplication, qtbot: QtBot, office: Office) -> None:
    with office_window(qapp, office, PLACE, HomeScreen) as opened:
        qtbot.waitUntil(lambda: "attention" in opened.page.header._subtitle.text())
        assert opened.page.findChild(NextStrip) is None
        assert {row.line.area.value for row in opened.page.list.rows} <= {"system"}
        ways = opened.page.findChild(WaysIn)
        assert ways is not None
        assert [way.text() for way in ways.ways] == ["Letter of request", "New visit", "Import"]


def test_an_office_with_a_visit_needs_no_ways_in(case: Case[HomeScreen]) -> None:
    assert case.page.findChild(WaysIn) is None
