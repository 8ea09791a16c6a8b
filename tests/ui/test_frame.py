import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kunjungan.services.office import Office
from kunjungan.ui.action_list import ACTIONS
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.shell.help_dialogs import KeysDialog
from kunjungan.ui.shell.parts import OfficeStatus, WindowParts
from kunjungan.ui.shell.sidebar import RAIL, WIDE, NavButton, Sidebar
from kunjungan.ui.shell.status_line import StatusLine
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.data_table import DataTable
from tests.ui.shared import QUIET, UndoDesk
from tests.ui.shell_case import parts_of, run, shown_window

pytestmark = QUIET

ROOT = Path(__file__).parents[2]


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


# The frame round the pages


def test_the_sidebar_becomes_a_rail_where_room_is_short(window: MainWindow, qtbot: QtBot) -> None:
    sidebar = window.findChildren(Sidebar)[0]
    assert sidebar.width() == WIDE
    window.resize(1093, 576)
    qtbot.waitUntil(lambda: sidebar.width() == RAIL)
    window.resize(1366, 720)
    qtbot.waitUntil(lambda: sidebar.width() == WIDE)
    run(window, "window.rail")
    qtbot.waitUntil(lambda: sidebar.width() == RAIL)


def test_a_place_tells_how_much_waits_there(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: (
            "Visits, 3" in {button.accessibleName() for button in window.findChildren(NavButton)}
        )
    )


def test_each_place_has_its_key(window: MainWindow, qtbot: QtBot) -> None:
    buttons = window.findChildren(NavButton)
    assert [made.toolTip() for made in buttons[:2]] == ["Ctrl+1", "Ctrl+2"]
    with qtbot.waitActive(window):
        window.activateWindow()
    for key, button in ((Qt.Key.Key_2, buttons[1]), (Qt.Key.Key_1, buttons[0])):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(button.isChecked)


def test_the_window_is_never_smaller_than_it_can_be_used(window: MainWindow) -> None:
    window.resize(300, 200)
    assert (window.width(), window.height()) == (900, 500)
    assert window.frame.minimumSizeHint().width() <= 900


def test_the_status_line_says_when_nothing_can_be_changed(qtbot: QtBot) -> None:
    line = StatusLine(lambda _address: None)
    qtbot.addWidget(line)
    line.show_status(OfficeStatus("kunjungan.db", read_only="Another computer has it open."))
    words = [button.text() for button in line.findChildren(QAbstractButton)]
    assert words == ["Read-only", "kunjungan.db", "No backup yet", "Offline"]


def test_an_office_that_is_only_looked_at_says_so_above_every_page(
    qtbot: QtBot, parts: WindowParts
) -> None:
    tried: list[Callable[[], str]] = []
    held = OfficeStatus("kunjungan.db", read_only="Another computer has it open.")
    window = shown_window(qtbot, replace(parts, status=lambda: held, reopen=tried.append))
    bar = window.findChild(Banner)
    assert bar is not None
    assert bar.accessibleName() == "Another computer has it open."
    bar.findChildren(QAbstractButton)[0].click()
    assert [work() for work in tried] == [""]


def test_closing_keeps_the_windows_size(window: MainWindow, parts: WindowParts) -> None:
    window.resize(1200, 640)
    window.close()
    again = MainWindow(parts)
    assert again.height() == 640, "the screenless screen is too narrow to tell the width"
    again.close()


# Help


def test_help_lists_every_key(window: MainWindow, qtbot: QtBot) -> None:
    keys = KeysDialog(window.frame.actions_by_name, window)
    qtbot.addWidget(keys)
    table = keys.findChild(DataTable)
    assert table is not None
    assert len(table._rows) == sum(bool(spec.shortcut) for spec in ACTIONS)


def test_the_shipped_words_of_qt_are_those_of_the_source(tmp_path: Path) -> None:
    words = ROOT / "i18n" / "qtbase_id"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    made = tmp_path / "made.qm"
    command = [str(tool), "-silent", str(words.with_suffix(".ts")), "-qm", str(made)]
    subprocess.run(command, check=True)
    assert made.read_bytes() == words.with_suffix(".qm").read_bytes(), (
        "python packaging/make_qt_words.py renews the compiled words"
    )


def test_a_toast_offers_undo_only_for_a_change_of_its_own(window: MainWindow) -> None:
    frame = window.frame
    frame.context.news.changed.emit(frozenset({"visit"}))
    frame.context.toast("Saved", undo=True)
    assert not frame._toast._button.isHidden()
    frame.context.toast("Saved as it was", undo=True)
    assert frame._toast._button.isHidden()
