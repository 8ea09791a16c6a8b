"""Going back and forward, by keys and by the buttons at a mouse's side."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.services.office import Office
from kunjungan.ui.context import Address
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.shell.parts import WindowParts
from tests.ui.shared import QUIET, UndoDesk
from tests.ui.shell_case import KNOWN, SettingsPage, parts_of, shown_window, visits

pytestmark = QUIET
BACK, FORWARD = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton


@pytest.fixture
def parts(qapp: QApplication, office: Office) -> Iterator[WindowParts]:
    with parts_of(qapp, office, UndoDesk()) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, parts: WindowParts) -> MainWindow:
    made = shown_window(qtbot, parts)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def press(window: MainWindow, button: Qt.MouseButton) -> None:
    """Press a button of the mouse over the list, which would take any other press."""
    QTest.mouseClick(window.windowHandle(), button, pos=QPoint(600, 300))


def test_the_side_buttons_of_a_mouse_go_back_and_forward(window: MainWindow) -> None:
    window.frame.go(Address("visits", KNOWN))
    window.frame.go(Address("settings"))
    press(window, BACK)
    assert visits(window).record == KNOWN
    press(window, FORWARD)
    assert isinstance(window.frame.page, SettingsPage)
    press(window, FORWARD)
    assert isinstance(window.frame.page, SettingsPage), "there is nothing further on"


def test_alt_and_arrows_do_the_same_and_keep_selection_and_scroll(
    window: MainWindow, qtbot: QtBot
) -> None:
    table = visits(window).table
    table.select("Kota 150")
    scrolled = table.view.verticalScrollBar().value()
    window.frame.go(Address("settings"))
    table.select("Kota 1")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: table.current() == "Kota 150")
    assert table.view.verticalScrollBar().value() == scrolled
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert isinstance(window.frame.page, SettingsPage)


def test_unsaved_work_holds_back_the_mouse_too(window: MainWindow) -> None:
    window.frame.go(Address("settings"))
    window.frame.go(Address("visits"))
    visits(window).stays = True
    press(window, BACK)
    assert visits(window).isVisible()
