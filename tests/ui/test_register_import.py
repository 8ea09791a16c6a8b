"""A register comes in through its dialog: what is shown, chosen, written, undone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kunjungan.domain.register_cells import Cell
from kunjungan.domain.register_heads import RegisterField
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import read_sheets
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.registry.lines import register_lines
from kunjungan.ui.screens.agreements.registry.import_columns import MOST_SHOWN
from kunjungan.ui.screens.agreements.registry.import_dialog import ImportRegisterDialog
from kunjungan.ui.screens.agreements.registry.import_parts import FAULTY
from kunjungan.ui.widgets.banner import Notice
from tests.builders import bandung
from tests.ui.agreements_case import Case, agreements_window, meet, toast, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET
HEADS = ("Mitra", "Jenis", "Nomor PIHAK I", "Tentang", "Mulai", "Selesai")
ROWS = (
    ("Pemkot Cimahi", "KB", "1/LAMA", "Sampah", date(2019, 9, 30), date(2024, 9, 30)),
    ("Kota Depok", "KB", "2/LAMA", "Data", date(2020, 7, 2), date(2025, 2, 7)),
    ("Kota Bogor", "KB", "3/LAMA", "Jalan", date(2020, 7, 2), date(2020, 7, 2)),
)


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    change_settings(office, replace(office_settings(office), own_institution=bandung(office).id))
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def dialog(case: Case) -> ImportRegisterDialog:
    """The dialog on screen, no file chosen."""
    made = ImportRegisterDialog(case.window.frame.context, case.window)
    case.bot.addWidget(made)
    made.show()
    return made


def a_file(folder: Path, *rows: Sequence[Cell], heads: Sequence[str] = HEADS) -> Path:
    path = folder / "register.xlsx"
    tables = [
        SheetOut("Register", tuple(heads), tuple(map(tuple, rows))),
        SheetOut("Lain", HEADS, ()),
    ]
    path.write_bytes(xlsx_of(tables))
    return path


def looked(case: Case, dialog: ImportRegisterDialog, path: Path) -> None:
    """Look through a file and wait until it is seen."""
    dialog.look_through(path)
    wait(case, dialog)


def wait(case: Case, dialog: ImportRegisterDialog) -> None:
    case.bot.waitUntil(lambda: not dialog.busy)


def states(dialog: ImportRegisterDialog) -> list[str]:
    return [row[1] for row in words_of(dialog.parts.table)]


def refusal(dialog: ImportRegisterDialog) -> str:
    notice = next(each for each in dialog.findChildren(Notice) if each.isVisible())
    return notice._words.text()


def numbers(case: Case) -> set[str]:
    return {row.own.number for row in register_lines(case.office)}


def test_a_file_is_shown_with_what_becomes_of_each_row(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    assert not dialog.verb.isEnabled()
    looked(case, dialog, a_file(tmp_path, *ROWS))
    assert states(dialog) == ["Ready", "Not taken", "Not taken"]
    assert [field.value() for field in dialog.parts.strip.fields()][:3] == [
        RegisterField.PARTNER,
        RegisterField.KIND,
        RegisterField.OWN_NUMBER,
    ]
    assert (dialog.verb.text(), dialog.verb.isEnabled()) == ("Import 1 row", True)
    assert numbers(case) == set()


def test_faults_are_shown_alone_and_swapped_days_put_right(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    looked(case, dialog, a_file(tmp_path, *ROWS))
    dialog.parts.filter.set_value(FAULTY)
    dialog.parts.filter.chosen.emit(FAULTY)
    assert [row[0] for row in words_of(dialog.parts.table)] == ["3", "4"]
    dialog.parts.mend.setChecked(True)
    assert [row[0] for row in words_of(dialog.parts.table)] == ["4"]
    assert dialog.verb.text() == "Import 2 rows"
    dialog.parts.filter.set_value("all")
    dialog.parts.filter.chosen.emit("all")
    assert states(dialog) == ["Ready", "Put right", "Not taken"]


def test_the_reason_of_the_current_row_is_told_in_full(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    looked(case, dialog, a_file(tmp_path, *ROWS))
    dialog.parts.table.select(4)
    said = [label.text() for label in dialog.parts.table.findChildren(type(dialog.parts.source))]
    assert any("same day as the start (02-07-2020)" in text for text in said)


def test_a_column_is_named_by_a_person_and_taken_from_the_other(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    looked(case, dialog, a_file(tmp_path, ROWS[0]))
    strip = dialog.parts.strip
    strip.say(3, RegisterField.PARTNER)
    wait(case, dialog)
    assert (strip.fields()[0].value(), strip.fields()[3].value()) == (None, RegisterField.PARTNER)
    assert (states(dialog), dialog.verb.isEnabled()) == (["Not taken"], False)
    strip.say(0, RegisterField.SUBJECT)
    wait(case, dialog)
    assert states(dialog) == ["Ready"]


def test_another_head_and_another_sheet_are_looked_through(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    looked(case, dialog, a_file(tmp_path, *ROWS))
    dialog.parts.head.set_value(1)
    wait(case, dialog)
    assert [row[0] for row in words_of(dialog.parts.table)] == ["3", "4"]
    dialog.parts.sheet.set_value("Lain")
    wait(case, dialog)
    assert words_of(dialog.parts.table) == []
    dialog.parts.sheet.set_value("Register")
    wait(case, dialog)
    assert (len(states(dialog)), dialog.parts.head.value()) == (3, 0)


def test_good_rows_come_in_the_rest_is_offered_and_all_is_undone(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = tmp_path / "sisa.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(rest), ""))

    def use(dialog: ImportRegisterDialog) -> int:
        dialog.show()
        looked(case, dialog, a_file(tmp_path, *ROWS))
        dialog.bring_in()
        dialog.reject()
        assert dialog.isVisible()
        wait(case, dialog)
        assert not dialog.verb.isVisible()
        assert [row[0] for row in words_of(dialog.parts.table)] == ["3", "4"]
        assert dialog.parts.source.text() == "Taken over: 1. New partners: 1. Not taken: 2."
        dialog.ask_rest()
        dialog.reject()
        return 0

    meet(monkeypatch, ImportRegisterDialog, use)
    case.go()
    case.run("register.import")
    assert numbers(case) == {"1/LAMA"}
    assert "Agreements taken over: 1" in toast(case)
    [sheet] = read_sheets(rest)
    assert len(sheet.rows) == 3
    case.run("edit.undo")
    assert numbers(case) == set()


def test_a_register_without_faults_closes_when_it_is_in(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    looked(case, dialog, a_file(tmp_path, ROWS[0]))
    dialog.bring_in()
    case.bot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.done_with is not None
    assert len(dialog.done_with.agreements) == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "holds no rows"),
        (b"PK\x03\x04", "cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1locked", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_says_so_and_leaves_the_other_in_place(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path, data: bytes, told: str
) -> None:
    looked(case, dialog, a_file(tmp_path, ROWS[0]))
    bad = tmp_path / "rusak.xlsx"
    bad.write_bytes(data)
    looked(case, dialog, bad)
    assert f"“rusak.xlsx” {told}" in refusal(dialog)
    assert (states(dialog), dialog.verb.isEnabled()) == (["Ready"], True)
    assert dialog.parts.source.text() == "register.xlsx"


def test_only_the_last_file_asked_for_is_shown(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    first = a_file(tmp_path, *ROWS).rename(tmp_path / "satu.xlsx")
    dialog.look_through(first)
    looked(case, dialog, a_file(tmp_path, ROWS[0]))
    assert (dialog.parts.source.text(), states(dialog)) == ("register.xlsx", ["Ready"])


def test_two_thousand_columns_are_shown_as_far_as_a_list_has_them(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    path = tmp_path / "lebar.csv"
    heads = [f"kolom {n}" for n in range(2000)]
    heads[1500:1502] = ["Mitra", "Tentang"]
    path.write_text(";".join(heads) + "\n" + ";".join(["x"] * 2000), encoding="utf-8")
    looked(case, dialog, path)
    assert len(dialog.parts.strip.fields()) == MOST_SHOWN + 2
    assert dialog.parts.strip.columns() == {
        1500: RegisterField.PARTNER,
        1501: RegisterField.SUBJECT,
    }


def test_a_file_that_is_dropped_is_looked_through(
    case: Case, dialog: ImportRegisterDialog, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, ROWS[0])))])
    copy, none, left = (
        Qt.DropAction.CopyAction,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
    )
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, none))
    wait(case, dialog)
    assert states(dialog) == ["Ready"]
