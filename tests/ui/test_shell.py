from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from kunjungan.domain.errors import Conflict
from kunjungan.services.office import Office
from kunjungan.ui.actions import plain_text
from kunjungan.ui.context import Address
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.shell.parts import WindowParts
from kunjungan.ui.shell.places_history import PlacesHistory
from kunjungan.ui.shell.sidebar import NavButton, Sidebar
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import DARK, LIGHT
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.tabs import TabRow
from kunjungan.ui.widgets.toast import ToastBar
from tests.ui.shared import QUIET, UndoDesk
from tests.ui.shell_case import (
    GONE,
    KNOWN,
    SettingsPage,
    VisitsPage,
    parts_of,
    run,
    shown_window,
    visits,
)

pytestmark = QUIET


@pytest.fixture
def undoing() -> UndoDesk:
    return UndoDesk("Add guest", "Schedule visit")


@pytest.fixture
def parts(qapp: QApplication, office: Office, undoing: UndoDesk) -> Iterator[WindowParts]:
    with parts_of(qapp, office, undoing) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, parts: WindowParts) -> MainWindow:
    return shown_window(qtbot, parts)


# Places


def test_going_to_a_place_marks_it_and_names_the_window(window: MainWindow) -> None:
    window.frame.go(Address("visits", KNOWN))
    assert window.windowTitle() == "SPBE 1 September 2022 — Kunjungan"
    marked = [b.text() for b in window.findChildren(NavButton) if b.isChecked()]
    assert marked == ["Visits"]


def test_back_and_forward_return_to_record_tab_and_row(window: MainWindow) -> None:
    window.frame.go(Address("visits", KNOWN, "past"))
    visits(window).table.select("Kota 150")
    scroll = visits(window).table.view.verticalScrollBar().value()
    window.frame.go(Address("settings"))
    run(window, "window.back")
    page = visits(window)
    assert (page.record, page.header.tabs.value()) == (KNOWN, "past")
    assert page.table.current() == "Kota 150"
    assert page.table.view.verticalScrollBar().value() == scroll
    run(window, "window.forward")
    assert isinstance(window.frame.page, SettingsPage)
    assert not window.frame.actions_by_name["window.forward"].isEnabled()


def test_a_record_that_is_gone_falls_back_to_the_list(window: MainWindow) -> None:
    window.frame.go(Address("visits", GONE))
    assert visits(window).record is None
    notes = {label.text() for label in window.findChildren(QLabel)}
    assert "That record is no longer there." in notes


def test_a_place_that_is_gone_falls_back_to_the_first(window: MainWindow) -> None:
    window.frame.go(Address("checkin"))
    assert isinstance(window.frame.page, VisitsPage)


def test_a_page_with_unsaved_text_is_not_left(window: MainWindow) -> None:
    visits(window).stays = True
    window.frame.go(Address("settings"))
    assert isinstance(window.frame.page, VisitsPage)
    assert not window.close()


def test_the_last_records_can_be_opened_again(window: MainWindow, parts: WindowParts) -> None:
    window.frame.go(Address("visits", KNOWN))
    window.frame.go(Address("settings"))
    sidebar = window.findChildren(Sidebar)[0]
    again = next(b for b in sidebar.findChildren(QAbstractButton) if "SPBE" in b.text())
    again.click()
    assert visits(window).record == KNOWN
    assert len(parts.desk.settings.recent) == 1


def test_the_next_start_opens_the_last_place(window: MainWindow, parts: WindowParts) -> None:
    window.frame.go(Address("visits", KNOWN, "past"))
    window.findChildren(TabRow)[0].step(-1)
    assert Address.parse(parts.desk.settings.last_place) == Address("visits", KNOWN, "list")


@pytest.mark.parametrize("text", ["", "visits/not-a-uuid", "/", "visits/1/2/3"])
def test_an_address_that_makes_no_sense_is_none(text: str) -> None:
    assert Address.parse(text) is None


def test_an_address_is_read_back() -> None:
    for address in (Address("visits"), Address("visits", uuid4(), "past"), Address("a", uuid4())):
        assert Address.parse(address.text) == address


def test_history_forgets_what_lay_ahead() -> None:
    history = PlacesHistory()
    for key in ("a", "b", "c"):
        history.go(Address(key))
    history.step(-1)
    history.step(-1)
    history.go(Address("d"))
    assert not history.can_go_forward
    assert history.step(-1) is not None
    assert history.current is not None
    assert history.current.address == Address("a")
    assert history.step(-1) is None


# Commands


def test_a_command_is_open_while_the_page_answers_it(window: MainWindow) -> None:
    actions = window.frame.actions_by_name
    assert not actions["visit.edit"].isEnabled()
    window.frame.go(Address("visits", KNOWN))
    assert actions["visit.edit"].isEnabled()
    run(window, "visit.edit")
    assert visits(window).ran == ["edit"]


def test_a_command_of_a_place_goes_there_first(window: MainWindow) -> None:
    window.frame.go(Address("settings"))
    run(window, "visit.schedule")
    assert visits(window).ran == ["new"]


def test_a_command_of_a_place_that_is_not_built_yet_is_closed(window: MainWindow) -> None:
    assert not window.frame.actions_by_name["agreement.draft"].isEnabled()


def test_undo_and_redo_name_the_change(window: MainWindow, undoing: UndoDesk) -> None:
    actions = window.frame.actions_by_name
    assert plain_text(actions["edit.undo"]) == "Undo: Schedule visit"
    assert not actions["edit.redo"].isEnabled()
    run(window, "edit.undo")
    assert undoing.done == ["Add guest"]
    assert plain_text(actions["edit.undo"]) == "Undo: Add guest"
    assert plain_text(actions["edit.redo"]) == "Redo: Schedule visit"
    run(window, "edit.redo")
    assert undoing.done == ["Add guest", "Schedule visit"]


def test_a_refused_undo_is_told(
    window: MainWindow, undoing: UndoDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise Conflict("Someone else changed it.")

    told: list[str] = []
    monkeypatch.setattr(MessageDialog, "exec", lambda dialog: told.append(dialog.words))
    monkeypatch.setattr(undoing, "undo", refuse)
    window.frame._own._parts = replace(window.frame._own._parts, undoing=undoing.parts())
    run(window, "edit.undo")
    assert told == ["Someone else changed it."]


def test_a_toast_offers_to_undo(window: MainWindow, undoing: UndoDesk) -> None:
    window.frame.context.toast("Visit scheduled", undo=True)
    toast = window.findChildren(ToastBar)[0]
    assert toast.isVisible()
    toast.findChildren(QAbstractButton)[0].click()
    assert undoing.undone == ["Schedule visit"]


def test_the_keyboard_steps_through_tabs(window: MainWindow) -> None:
    run(window, "tab.next")
    assert visits(window).header.tabs.value() == "past"


# Language and theme


def test_switching_the_language_keeps_the_place(
    window: MainWindow, parts: WindowParts, qtbot: QtBot
) -> None:
    window.frame.go(Address("visits", KNOWN, "past"))
    visits(window).table.select("Kota 150")
    before = visits(window)
    scroll = before.table.view.verticalScrollBar().value()
    run(window, "language.id")
    qtbot.waitUntil(lambda: window.frame.page is not before)
    page = visits(window)
    assert (page.record, page.header.tabs.value()) == (KNOWN, "past")
    assert page.table.current() == "Kota 150"
    assert page.table.view.verticalScrollBar().value() == scroll
    assert parts.desk.settings.language == "id"
    run(window, "language.en")
    qtbot.waitUntil(lambda: window.frame.page is not page)


def test_a_key_pressed_right_after_a_switch_is_not_lost(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.rebuild()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert visits(window).ran == ["new"]


def test_qts_own_words_switch_too(parts: WindowParts, qtbot: QtBot) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.buttons()[0].text()

    def paste() -> str:
        line = QLineEdit()
        qtbot.addWidget(line)
        menu = line.createStandardContextMenu()
        qtbot.addWidget(menu)
        return next(a.text() for a in menu.actions() if "V" in a.text() or "Tempel" in a.text())

    parts.speak("id")
    assert cancel() == "Batal"
    assert paste().startswith("&Tempel")
    parts.speak("en")
    assert cancel() == "Cancel"


def test_switching_the_theme_rebuilds_in_its_colours(window: MainWindow, qtbot: QtBot) -> None:
    before = window.frame
    run(window, "theme.dark")
    qtbot.waitUntil(lambda: window.frame is not before)
    assert current_tokens() is DARK
    assert window.frame.actions_by_name["theme.dark"].isChecked()
    run(window, "theme.light")
    qtbot.waitUntil(lambda: current_tokens() is LIGHT)


def test_the_old_content_is_let_go_after_a_switch(window: MainWindow, qtbot: QtBot) -> None:
    before = window.frame
    with qtbot.waitSignal(before.destroyed):
        run(window, "language.id")
        qtbot.waitUntil(lambda: window.frame is not before)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
