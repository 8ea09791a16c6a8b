"""Columns that a person moves, resizes, hides and sorts by, kept for the next start."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.settings import Settings, load
from kunjungan.ui.desk import Desk
from kunjungan.ui.widgets.column_memory import ColumnsDialog, remember_columns
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Column
from kunjungan.ui.widgets.table_copy import rows_as_text
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET

Table = DataTable[str]
CITIES = ["Cimahi", "Bandung"]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dressed(qapp)


def a_table(bot: QtBot, desk: Desk) -> Table:
    columns: list[Column[str]] = [
        Column("Nama", lambda line: line, sort=str, key="name"),
        Column("Huruf", lambda line: str(len(line)), width=80, sort=len, key="letters"),
        Column("Awal", lambda line: line[0], width=90, key="first", spare=True),
        Column("Cacat", lambda _line: "!", width=60, key="flaw", when=lambda line: line == "x"),
    ]
    made = DataTable(columns, key=lambda line: line)
    bot.addWidget(made)
    remember_columns(made, desk, "cities")
    made.resize(500, 300)
    made.show()
    made.show_rows(CITIES)
    return made


def shown(table: Table) -> list[str]:
    header = table.view.horizontalHeader()
    order = (header.logicalIndex(at) for at in range(header.count()))
    return [table.columns[at].key for at in order if not table.view.isColumnHidden(at)]


def rows(table: Table) -> list[str]:
    model = table.view.model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def test_columns_come_back_as_they_were_left(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    table = a_table(qtbot, Desk(Settings(), path))
    header = table.view.horizontalHeader()
    header.resizeSection(1, 120)
    header.moveSection(1, 0)
    header.sectionClicked.emit(0)
    with qtbot.waitSignal(table.arranged):
        pass
    later = a_table(qtbot, Desk(load(path), path))
    assert shown(later) == ["letters", "name"]
    assert later.view.columnWidth(1) == 120
    assert rows(later) == ["Bandung", "Cimahi"]


def test_columns_fill_the_table_however_wide_it_is(qtbot: QtBot) -> None:
    table = a_table(qtbot, Desk(Settings(), None))
    for width in (500, 720):
        table.resize(width, 300)
        qtbot.waitUntil(
            lambda: (
                sum(table.view.columnWidth(at) for at in range(2)) == table.view.viewport().width()
            )
        )


def test_columns_share_what_is_left_by_their_parts(qtbot: QtBot) -> None:
    columns: list[Column[str]] = [
        Column("Nama", str, 100, key="name", share=1),
        Column("Jabatan", str, 100, key="post", share=3),
        Column("Peran", str, 80, key="role"),
    ]
    table = DataTable(columns, key=lambda line: line)
    qtbot.addWidget(table)
    remember_columns(table, Desk(Settings(), None), "parts")
    table.resize(700, 300)
    table.show()
    table.show_rows(CITIES)
    name, post, role = (table.view.columnWidth(at) for at in range(3))
    assert role == 80
    assert name + post + role == table.view.viewport().width()
    assert abs((post - 100) - 3 * (name - 100)) <= 3


def test_a_third_click_brings_back_the_program_s_own_order(qtbot: QtBot) -> None:
    table = a_table(qtbot, Desk(Settings(), None))
    found = []
    for _ in range(3):
        table.view.horizontalHeader().sectionClicked.emit(0)
        found.append(rows(table))
    assert found == [["Bandung", "Cimahi"], ["Cimahi", "Bandung"], CITIES]


def test_a_column_for_flaws_is_there_only_while_a_row_has_one(qtbot: QtBot) -> None:
    table = a_table(qtbot, Desk(Settings(), None))
    assert "flaw" not in shown(table)
    table.show_rows([*CITIES, "x"])
    assert "flaw" in shown(table)


def test_columns_are_chosen_and_moved_by_the_keyboard(qtbot: QtBot) -> None:
    desk = Desk(Settings(), None)
    table = a_table(qtbot, desk)
    dialog = ColumnsDialog(table, table)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.list.setCurrentRow(2)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert shown(table) == ["name", "letters", "first"]
    dialog._up.click()
    assert shown(table) == ["name", "first", "letters"]
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert shown(table) == ["first", "letters"]
    assert [row[1] for row in desk.settings.columns] == ["name", "first", "letters", "flaw"]
    dialog._back.click()
    assert shown(table) == ["name", "letters"]


def test_one_column_always_stays(qtbot: QtBot) -> None:
    table = a_table(qtbot, Desk(Settings(), None))
    dialog = ColumnsDialog(table, table)
    qtbot.addWidget(dialog)
    for at in range(dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert shown(table)


def test_what_a_newer_program_kept_of_columns_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    kept = {
        "columns": [["cities", "gone", 50, True], ["cities", "name", -7, True], ["cities", 3]],
        "sorts": [["cities", "gone", True]],
        "filters": [["register", "Mine", 7]],
    }
    path.write_text(json.dumps(kept), encoding="utf-8", newline="\n")
    table = a_table(qtbot, Desk(load(path), path))
    assert shown(table) == ["name", "letters"]
    assert rows(table) == CITIES


def test_selected_rows_are_copied_as_they_are_shown(qtbot: QtBot) -> None:
    table = a_table(qtbot, Desk(Settings(), None))
    table.view.horizontalHeader().moveSection(1, 0)
    table.view.selectAll()
    assert rows_as_text(table) == "Huruf\tNama\n6\tCimahi\n7\tBandung"
