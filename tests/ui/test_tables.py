from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.row_delegate import fitting
from kunjungan.ui.widgets.rows_model import Cell, Column, Group
from kunjungan.ui.widgets.table_view import GROUP_ROW
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET

Table = DataTable[str]
CITIES = ["Bandung", "Cimahi", "Prabumulih"]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dressed(qapp)


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    """A table of names with a column to sort by and one that hides when narrow."""
    columns: list[Column[str]] = [
        Column("Nama", lambda line: Cell(line, detail="kota", checked=False), sort=str),
        Column("Huruf", lambda line: str(len(line)), width=80, hide_below=400),
    ]
    made = DataTable(columns, key=lambda line: line)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_rows(CITIES)
    return made


def shown(table: Table) -> list[str]:
    model = table.view.model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def test_a_table_passes_qts_own_checker(table: Table, qtmodeltester: ModelTester) -> None:
    table.show_rows(CITIES, group=lambda line: Group(line[0]))
    qtmodeltester.check(table.view.model())


def test_a_reload_keeps_the_rows_one_is_on(table: Table) -> None:
    table.select("Cimahi")
    table.show_rows(["Aceh", *CITIES])
    assert table.current() == "Cimahi"
    assert table.selected() == ["Cimahi"]


def test_a_key_held_down_selects_no_more_rows_than_the_one_asked_for(table: Table) -> None:
    table.select("Bandung")
    window = table.window().windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    table.select("Prabumulih")
    QTest.keyRelease(window, Qt.Key.Key_Control)
    assert table.selected() == ["Prabumulih"]


def test_a_reload_tells_the_row_again_or_that_it_is_gone(table: Table) -> None:
    picked: list[object] = []
    table.select("Cimahi")
    table.picked.connect(picked.append)
    table.show_rows(CITIES)
    table.show_rows(["Bandung"])
    assert picked == ["Cimahi", None]


def test_group_lines_are_read_but_never_chosen(table: Table) -> None:
    table.show_rows(CITIES, group=lambda line: Group("Jawa" if line != "Prabumulih" else "Sumatra"))
    assert shown(table) == ["Jawa", "Bandung", "Cimahi", "Sumatra", "Prabumulih"]
    table.select("Cimahi")
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert table.current() == "Prabumulih"


def test_a_heading_sorts_up_and_then_down(table: Table) -> None:
    table.show_rows(list(reversed(CITIES)))
    header = table.view.horizontalHeader()
    header.sectionClicked.emit(0)
    assert shown(table) == CITIES
    header.sectionClicked.emit(0)
    assert shown(table) == list(reversed(CITIES))
    header.sectionClicked.emit(1)
    assert shown(table) == list(reversed(CITIES)), "a column without an order does not sort"


def test_enter_opens_and_space_ticks_the_row(table: Table, qtbot: QtBot) -> None:
    table.select("Cimahi")
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.toggled) as toggled:
        QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert (opened.args, toggled.args) == (["Cimahi"], ["Cimahi"])


def test_a_click_on_the_box_ticks_and_beside_it_only_selects(table: Table) -> None:
    ticked: list[object] = []
    table.toggled.connect(ticked.append)
    top = table.view.visualRect(table.view.model().index(1, 0)).center().y()
    left = Qt.MouseButton.LeftButton
    port = table.view.viewport()
    QTest.mouseClick(port, left, pos=QPoint(200, top))
    assert (table.current(), ticked) == ("Cimahi", [])
    QTest.mouseClick(port, left, pos=QPoint(16, top))
    assert ticked == ["Cimahi"]


def test_an_empty_table_says_so_and_offers_the_way(table: Table, qtbot: QtBot) -> None:
    action = QAction("&Tambah tamu…", table)
    table.show_empty("people_community", "Belum ada tamu", "Tambahkan tamu pertama.", action)
    table.show_rows([])
    words = {label.text() for label in table.findChildren(QLabel) if label.isVisible()}
    assert {"Belum ada tamu", "Tambahkan tamu pertama."} <= words
    offered = [b for b in table.findChildren(CommandButton) if b.isVisible()]
    assert [b.text() for b in offered] == ["Tambah tamu"]
    with qtbot.waitSignal(action.triggered):
        offered[0].click()
    table.show_rows(CITIES)
    assert table.view.isVisible()


def test_a_narrow_table_hides_what_can_wait(table: Table, qtbot: QtBot) -> None:
    table.resize(380, 300)
    qtbot.waitUntil(lambda: table.view.isColumnHidden(1))
    table.resize(500, 300)
    qtbot.waitUntil(lambda: not table.view.isColumnHidden(1))


def test_a_rebuilt_table_goes_back_to_its_row_and_scroll(table: Table) -> None:
    many = [f"Kota {n}" for n in range(200)]
    table.show_rows(many)
    table.select("Kota 150")
    state = table.remember()
    table.show_rows([])
    table.show_rows(many)
    assert table.current() != "Kota 150"
    table.recall(state)
    assert table.current() == "Kota 150"
    assert table.view.verticalScrollBar().value() == state["scroll"]


def test_the_menu_of_a_row_holds_the_commands_given(table: Table) -> None:
    actions = {"a": QAction("Ubah", table), "b": QAction("Hapus", table)}
    table.set_menu(["a", None, "b"], actions)
    table.select("Bandung")
    table.view.customContextMenuRequested.emit(QPoint(5, 5))
    menu = next(menu for menu in table.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == ["Ubah", "", "Hapus"]
    menu.close()


def test_a_cell_tells_screen_readers_all_it_shows() -> None:
    cell = Cell("Bandung", detail="kota", chip=ChipText("Hadir", Tone.OK), bar=(2, 3))
    assert cell.words == "Bandung, kota, Hadir, 2/3"


def test_rows_keep_their_height_when_the_groups_above_them_move(table: Table) -> None:
    def group(line: str) -> Group:
        return Group(line[0])

    table.show_rows(CITIES, group)
    plain = table.view.verticalHeader().defaultSectionSize()
    table.show_rows(["Bogor", *CITIES], group)
    heights = [table.view.rowHeight(line) for line in range(table.view.model().rowCount())]
    assert heights == [GROUP_ROW, plain, plain, GROUP_ROW, plain, GROUP_ROW, plain]


def test_a_text_without_room_is_written_briefly(qapp: QApplication) -> None:
    del qapp
    cell, face = Cell("Kepala Bagian Hukum", brief="Kabag Hukum"), font(TextRole.BODY)
    assert fitting(cell, face, 1000) == "Kepala Bagian Hukum"
    assert fitting(cell, face, 90) == "Kabag Hukum"
    assert fitting(replace(cell, brief=""), face, 90) == "Kepala Bagian Hukum"


def test_a_table_tells_screen_readers_what_it_lists(table: Table) -> None:
    assert table.view.accessibleName() == "Nama, Huruf"
