"""The register in the window: ends, reminders, what narrows it, what is flagged in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.life import AgreementStatus
from kunjungan.services.office import Office
from kunjungan.services.registry.renewal import renew
from kunjungan.ui.changes import DayWatch
from kunjungan.ui.screens.agreements.registry.bottom_card import REMINDERS, BottomCard
from kunjungan.ui.widgets.banner import Banner
from tests.builders import Old, an_old_agreement
from tests.ui.agreements_case import (
    Case,
    agreements_window,
    answer,
    toast,
    words_of,
)
from tests.ui.register_case import an_ending
from tests.ui.shared import QUIET

pytestmark = QUIET
TODAY = date(2022, 8, 26)


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def ending(case: Case) -> UUID:
    """An agreement that ends in five weeks, current in the list."""
    return an_ending(case)


def bottom(case: Case) -> BottomCard:
    return case.register.bottom


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def numbers(case: Case) -> list[str]:
    return [row.own.number for row in case.register.shown]


def test_an_end_stands_on_the_line_of_time_with_what_follows(
    case: Case, ending: UUID, qtmodeltester: ModelTester
) -> None:
    view = bottom(case).line
    model = view.list.model()
    told = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert told == "Kota Cimahi, ends on 1 Oct 2022, 36 days, no follow-up yet"
    renew(case.office, ending)
    told = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert told.endswith("renewal drafted, draft 1")
    qtmodeltester.check(model)


def test_enter_or_a_click_on_the_line_of_time_opens(case: Case, ending: UUID) -> None:
    case.register.bottom.take_keyboard()
    view = bottom(case).line.list
    case.bot.keyClick(view, Qt.Key.Key_Return)
    assert case.page.isVisible()
    bars = [bar.accessibleName() for bar in case.screen.findChildren(Banner) if bar.isVisible()]
    assert "Reminders that are due: 1" not in bars
    case.run("window.back")
    at = view.visualRect(view.model().index(0, 0)).center()
    case.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert case.page.isVisible()
    assert case.window.frame.context.desk.settings.last_place.endswith(str(ending))


def test_the_line_of_time_reaches_as_far_as_one_wants(case: Case, ending: UUID) -> None:
    an_old_agreement(case.office, Old("3/X", date(2020, 2, 1), partner="Kota Bogor"))
    shown = {}
    for months in ("6", "12", "36"):
        bottom(case).span.set_value(months)
        bottom(case).span.chosen.emit(months)
        line = bottom(case).line.line
        shown[months] = [each.shorts[0] for each in line.endings] if line else []
    assert shown == {
        "6": ["Kota Cimahi"], "12": ["Kota Cimahi"], "36": ["Kota Cimahi", "Kota Bogor"]
    }  # fmt: skip
    assert ending == case.register.rows[0].id


def test_reminders_are_told_at_once_and_settled_in_the_list(case: Case, ending: UUID) -> None:
    [bar] = [bar for bar in case.screen.findChildren(Banner) if bar.isVisible()]
    assert bar.accessibleName() == "Reminders that are due: 1"
    case.run("register.reminders")
    card = bottom(case)
    assert card.choice.value() == REMINDERS
    assert "ends on 1 Oct 2022" in " ".join(words_of(card.reminders.table)[0])
    card.reminders.done.click()
    assert words_of(card.reminders.table) == []
    assert toast(case) != ""
    case.run("edit.undo")
    assert len(words_of(card.reminders.table)) == 1
    assert case.register.rows[0].id == ending


def test_a_reminder_is_put_off_until_a_day(
    case: Case, ending: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.run("register.reminders")
    done = answer(monkeypatch, lambda _dialog: None)
    bottom(case).reminders.later.click()
    assert (done, case.register.due) == ([True], 0)
    assert ending == case.register.rows[0].id


def test_filters_narrow_together_and_are_kept_under_a_name(case: Case, ending: UUID) -> None:
    filters = case.register.filters
    filters.kind.set_value(AgreementKind.PKS)
    filters.year.set_value(2020)
    assert numbers(case) == ["2/X"]
    filters.saved.keep_as("Budaya")
    filters.clear()
    assert len(numbers(case)) == 2
    menu = filters.saved.menu_of()
    menu.actions()[0].trigger()
    assert numbers(case) == ["2/X"]
    filters.saved.remove("Budaya")
    assert filters.saved.named == {}
    assert len(numbers(case)) == 1
    assert ending in case.register.book


def test_the_filter_in_force_comes_back_with_the_next_window(case: Case, ending: UUID) -> None:
    case.register.filters.field.set_value("Kebudayaan")
    case.register.table.view.horizontalHeader().sectionClicked.emit(0)
    before = case.window.frame
    case.parts.desk.change(language="id")
    case.bot.waitUntil(lambda: case.window.frame is not before)
    assert numbers(case) == ["2/X"]
    assert case.register.table.arrangement().sort == ("number", False)
    assert ending in case.register.book


def test_nothing_that_fits_says_so_and_offers_to_clear(case: Case, ending: UUID) -> None:
    case.register.search.setText("palembang")
    case.bot.waitUntil(lambda: numbers(case) == [])
    words = [label.text() for label in case.register.findChildren(QLabel) if label.isVisible()]
    assert "Nothing fits" in words
    case.run("register.clear")
    assert len(numbers(case)) == 2
    assert case.register.search.text() == ""
    assert ending in case.register.book


def test_two_agreements_with_one_number_are_flagged_in_the_list(case: Case) -> None:
    for partner in ("Kota Garut", "Kota Bogor"):
        an_old_agreement(case.office, Old("7/X", date(2020, 1, 1), partner=partner))
    model = case.register.table.view.model()
    at = [column.key for column in case.register.table.columns].index("check")
    assert not case.register.table.view.isColumnHidden(at)
    assert "Number used twice" in words_of(case.register.table)[0][at]
    tip = str(model.index(0, at).data(Qt.ItemDataRole.ToolTipRole))
    assert "7/X is given to: Kota" in tip


def test_selected_rows_are_copied(case: Case, ending: UUID) -> None:
    case.register.table.view.selectAll()
    case.register.table.view.setFocus()
    case.bot.keyClick(case.register.table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("1/X\t")
    assert ending in case.register.book


def test_the_days_left_are_counted_anew_at_midnight(case: Case, ending: UUID) -> None:
    left = case.register.rows[0].days_left
    day = [TODAY]
    watch = DayWatch(lambda: day[0], case.parts.news, case.window)
    tomorrow = replace(case.office, today=lambda: date(2022, 8, 27))
    case.register._context = replace(case.register._context, office=tomorrow)
    day[0] = date(2022, 8, 27)
    watch.look()
    assert left is not None
    assert case.register.rows[0].days_left == left - 1
    assert case.register.rows[0].id == ending


def test_an_agreement_that_is_over_leaves_the_running_ones(case: Case, ending: UUID) -> None:
    an_old_agreement(case.office, Old("9/X", date(2022, 8, 1), renews=ending))
    row = case.register.book[ending]
    assert row.status is AgreementStatus.EXTENDED
    case.register.segments.set_value("over")
    case.register.segments.chosen.emit("over")
    assert numbers(case) == ["1/X"]


def test_the_pane_key_goes_round_list_card_and_search(case: Case, ending: UUID) -> None:
    case.register.table.view.setFocus()
    case.run("agreement.next_pane")
    assert case.register.bottom.isAncestorOf(focused())
    case.run("agreement.next_pane")
    assert case.register.search.hasFocus()
    case.run("agreement.next_pane")
    assert case.register.table.isAncestorOf(focused())
    assert ending in case.register.book


def test_tab_goes_over_the_filters_above_the_list(case: Case) -> None:
    bar, stops = case.register.filters, []
    case.register.table.view.setFocus()
    for _ in range(50):
        case.bot.keyClick(case.window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(case.window.focusWidget())
    for filter_ in (bar.search, bar.kind, bar.field, bar.year):
        assert any(stop is filter_ or filter_.isAncestorOf(stop) for stop in stops)
