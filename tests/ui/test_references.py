"""Guards the next version of PySide6.

PySide6 6.12 on Python 3.11 loses one reference to ``None`` or ``True`` at each callback from Qt
and dies of it after a few thousand; 6.11.3 is clean. From Python 3.12 on these two are immortal
and their counts mean nothing, so the test looks on 3.11 only.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Cell, Column, RowsModel
from tests.ui.shared import QUIET

CALLS = 1_000
SLACK = 100
IMMORTAL = sys.version_info >= (3, 12)

pytestmark = [
    pytest.mark.skipif(IMMORTAL, reason="None and True are immortal from Python 3.12 on"),
    QUIET,
]


class Speaker(QObject):
    said = Signal(object)
    done = Signal(bool)

    @Slot(object)
    def hear(self, _value: object) -> None:
        return


class SilentTranslator(QTranslator):
    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return None  # type: ignore[return-value]  # Qt then shows the source text

    @override
    def isEmpty(self) -> bool:
        return False


def counts() -> tuple[int, int]:
    return sys.getrefcount(None), sys.getrefcount(True)


def lost(call: Callable[[], object]) -> int:
    """References that ``call`` loses or leaks over a thousand runs."""
    call()
    before = counts()
    for _ in range(CALLS):
        call()
    return max(abs(one - other) for one, other in zip(before, counts(), strict=True))


def test_translate_keeps_every_reference(qapp: QApplication) -> None:
    translator = SilentTranslator(qapp)
    qapp.installTranslator(translator)
    try:
        assert lost(lambda: QCoreApplication.translate("QPlatformTheme", "Cancel")) < SLACK
    finally:
        qapp.removeTranslator(translator)


def test_the_compiled_words_of_qt_keep_every_reference(qapp: QApplication) -> None:
    translator = QTranslator(qapp)
    assert translator.load(str(Path(__file__).parents[2] / "i18n" / "qtbase_id.qm"))
    qapp.installTranslator(translator)
    try:
        assert lost(lambda: QCoreApplication.translate("QPlatformTheme", "Cancel")) < SLACK
    finally:
        qapp.removeTranslator(translator)


def test_reading_a_model_keeps_every_reference(qapp: QApplication) -> None:
    model = RowsModel[str]([Column("Nama", Cell)], qapp)
    model.show_items(["Kota Bandung"])
    index = model.index(0, 0)
    decoration = Qt.ItemDataRole.DecorationRole
    horizontal = Qt.Orientation.Horizontal
    assert lost(lambda: model.data(index)) < SLACK
    assert lost(lambda: model.itemData(index)) < SLACK
    assert lost(lambda: model.headerData(0, horizontal, decoration)) < SLACK


def test_painting_a_table_keeps_every_reference(qtbot: QtBot) -> None:
    columns: list[Column[int]] = [Column("Nama", lambda line: Cell(str(line), detail="x"))]
    table = DataTable(columns, key=lambda line: line)
    qtbot.addWidget(table)
    table.show_rows(range(3))
    table.resize(200, 140)
    table.show()
    assert lost(table.view.viewport().repaint) < SLACK


def test_signals_keep_every_reference(qapp: QApplication) -> None:
    speaker = Speaker(qapp)
    speaker.said.connect(speaker.hear)
    speaker.done.connect(lambda _done: None)
    action = QAction(qapp)
    action.triggered.connect(lambda: None)
    assert lost(lambda: speaker.said.emit(None)) < SLACK
    assert lost(lambda: speaker.said.emit(True)) < SLACK
    assert lost(lambda: speaker.done.emit(True)) < SLACK
    assert lost(action.trigger) < SLACK
