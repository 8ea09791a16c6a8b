"""Language and colours change while something else is going on in the window."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kunjungan.services.office import Office
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.shell.palette import Palette
from kunjungan.ui.shell.palette.frame import Veil
from kunjungan.ui.shell.parts import WindowParts
from tests.ui.shared import QUIET, UndoDesk
from tests.ui.shell_case import parts_of, shown_window

pytestmark = QUIET


@pytest.fixture
def parts(qapp: QApplication, office: Office) -> Iterator[WindowParts]:
    with parts_of(qapp, office, UndoDesk()) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, parts: WindowParts) -> MainWindow:
    return shown_window(qtbot, parts)


def test_a_switch_waits_for_the_dialog_that_runs(window: MainWindow, qtbot: QtBot) -> None:
    before, kept = window.frame, list[bool]()
    program, dialog = QEventLoop(), QDialog(before)

    def ask() -> None:
        dialog.exec()
        kept.append(window.frame is before)
        program.quit()

    def switch_and_close() -> None:
        window.rebuild()
        dialog.accept()

    QTimer.singleShot(0, ask)
    QTimer.singleShot(0, switch_and_close)
    program.exec()
    assert kept == [True]
    qtbot.waitUntil(lambda: window.frame is not before)


def test_new_colours_are_not_worked_out_for_what_goes(parts: WindowParts, qtbot: QtBot) -> None:
    frames: list[QWidget] = []
    restyled: list[bool] = []
    watched = replace(parts, recolour=lambda _theme: restyled.extend(map(isValid, frames)))
    window = shown_window(qtbot, watched)
    frames.append(window.frame)
    window.rebuild()
    assert restyled == [False]


def test_the_palette_goes_with_the_content_that_is_replaced(
    window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.findChildren(Palette)
    window.rebuild()
    qtbot.waitUntil(lambda: not window.findChildren(Palette))
    assert not window.findChildren(Veil)
