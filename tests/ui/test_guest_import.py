"""The import of a guest list: three steps, nothing written before the last button."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kunjungan.domain.guest_heads import GuestField
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import read_sheets
from kunjungan.services.guest_import.judged import Decision, State
from kunjungan.services.guests.participants import participants
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.ui.screens.visits.guest_import.dialog import ImportGuestsDialog
from kunjungan.ui.screens.visits.guest_import.words import row_chip
from kunjungan.ui.screens.visits.guest_rows import OWN
from tests.ui.import_case import import_open, read, settle
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, visits_window

pytestmark = QUIET
HEAD = ("NAMA LENGKAP", "JABATAN/INSTANSI", "GOL", "NO. HP", "KET.")
ROWS = (
    ("Ridho Yahya", "Wali Kota Prabumulih", "", "081200000141", ""),
    ("(menyusul)", "Kepala Bappeda", "IV/b", "081300002210", ""),
    ("(menyusul)", "Ka. Dinas Kominfo", "IV/b", "081300000088", "Vegetarian"),
    ("", "Analis Kebijakan", "III/d", "082100001199", ""),
    ("(menyusul)", "Kabid Aplikasi", "IV/a", "0812-33", "Halal"),
    ("(menyusul)", "Kepala Dinas Kominfo", "IV/b", "081300000088", ""),
)


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> UUID:
    """A visit with three guests, opened at its delegations."""
    made = a_full_visit(case.office)
    case.go(made, "delegations")
    return made


@pytest.fixture
def dialog(case: Case, visit: UUID) -> Iterator[ImportGuestsDialog]:
    with import_open(case, visit) as made:
        yield made


def a_file(folder: Path, rows: Sequence[tuple[str, ...]] = ROWS) -> Path:
    """Write a list as delegations send it: a title, an empty row, the head, the rows."""
    path = folder / "Daftar rombongan.xlsx"
    over = (("DAFTAR ROMBONGAN", "", "", "", ""), ("", "", "", "", ""))
    path.write_bytes(xlsx_of([SheetOut("Peserta", ("",), (*over, HEAD, *rows))]))
    return path


def states(dialog: ImportGuestsDialog) -> dict[int, State]:
    assert dialog.plan is not None
    assert dialog.plan.judged is not None
    return {row.number: row.state for row in dialog.plan.judged.rows}


def test_a_list_is_looked_through_and_nothing_is_written(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, a_file(tmp_path), qtbot)
    assert states(dialog) == {
        5: State.UPDATE, 6: State.READY, 7: State.TWIN, 8: State.BAD, 9: State.BAD, 10: State.TWIN,
    }  # fmt: skip
    assert dialog.parts.verb.text() == "Import 4 rows"
    assert dialog.parts.skip.text() == "Skip 2 rows with faults"
    assert len(participants(case.office, visit)) == 3
    known = dialog.parts.check.table.shown_row(0)
    assert known is not None
    assert row_chip(known).text == "Updates: phone, position"
    many = replace(known, changes=known.changes * 3)
    assert row_chip(many).text == f"Updates {len(many.changes)} facts"


def test_bad_rows_hold_the_import_up_unless_they_are_skipped(
    dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, a_file(tmp_path), qtbot)
    dialog.parts.skip.setChecked(False)
    assert not dialog.parts.verb.isEnabled()
    dialog.parts.skip.setChecked(True)
    assert dialog.parts.verb.isEnabled()


def test_f8_walks_the_problems_and_f2_puts_one_right(
    dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, a_file(tmp_path), qtbot)
    table = dialog.parts.check.table
    walked = []
    for _ in range(5):
        QTest.keyClick(dialog, Qt.Key.Key_F8)
        walked.append(table.number())
    assert walked == [7, 8, 9, 10, 7]
    table.go(9)
    assert dialog.parts.check.bar.isVisible()
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert table.editor.text() == "0812-33"
    table.editor.setText("081200003399")
    QTest.keyClick(table.editor, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    assert states(dialog)[9] is State.READY
    assert dialog.parts.verb.text() == "Import 5 rows"


def test_two_rows_of_one_person_are_joined(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, a_file(tmp_path), qtbot)
    dialog.parts.check.table.go(7)
    dialog.parts.check.bar.decided.emit(10, Decision.JOIN)
    settle(dialog, qtbot)
    assert dialog.parts.verb.text() == "Import 3 rows"
    dialog.bring_in()
    settle(dialog, qtbot)
    assert len(participants(case.office, visit)) == 5


def test_the_good_rows_come_in_as_one_change_and_the_rest_is_saved(
    case: Case,
    visit: UUID,
    dialog: ImportGuestsDialog,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read(dialog, a_file(tmp_path), qtbot)
    dialog.bring_in()
    settle(dialog, qtbot)
    assert dialog.brought is not None
    assert (len(dialog.brought.added), len(dialog.brought.updated)) == (3, 1)
    kept = tmp_path / "sisa.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    dialog.save_rest()
    (sheet,) = read_sheets(kept)
    assert len([row for row in sheet.rows if any(row)]) == 3, "the head and two rows"
    undo(case.office)
    assert len(participants(case.office, visit)) == 3


def test_the_import_is_taken_back_from_its_summary(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, a_file(tmp_path), qtbot)
    dialog.bring_in()
    settle(dialog, qtbot)
    dialog.take_back()
    settle(dialog, qtbot)
    assert len(participants(case.office, visit)) == 3
    assert dialog.parts.verb.isVisible()
    assert dialog.parts.verb.text() == "Import 4 rows"


def test_a_column_is_said_to_be_something_else_and_remembered(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    assert visit
    assert case
    read(dialog, a_file(tmp_path), qtbot)
    head = dialog.parts.check.table.head
    note = head.fields()[-1]
    assert note.value() is GuestField.DIET
    note.set_value(GuestField.NOTE)
    settle(dialog, qtbot)
    dialog.bring_in()
    settle(dialog, qtbot)
    dialog.take_back()
    settle(dialog, qtbot)
    dialog.bring_in()
    settle(dialog, qtbot)
    dialog.brought = None
    read(dialog, a_file(tmp_path), qtbot)
    assert dialog.plan is not None
    assert dialog.plan.columns[4].field is GuestField.NOTE


def test_a_head_in_another_row_can_be_said(
    dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, a_file(tmp_path), qtbot)
    assert dialog.parts.head.value() == 4
    dialog.parts.head.setText("lima")
    dialog.parts.head.editingFinished.emit()
    assert dialog.parts.head.value() == 4
    dialog.parts.head.setText("5")
    dialog.parts.head.editingFinished.emit()
    settle(dialog, qtbot)
    assert min(states(dialog)) == 6


def test_a_list_that_was_copied_comes_back_as_it_was(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, qtbot: QtBot
) -> None:
    assert visit
    case.delegations.table.view.selectAll()
    case.run("page.copy")
    read(dialog, QGuiApplication.clipboard().text(), qtbot)
    assert set(states(dialog).values()) == {State.SAME}
    assert not dialog.parts.verb.isEnabled()


def test_a_pasted_list_comes_into_the_own_party(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, qtbot: QtBot
) -> None:
    dialog.parts.first.party.set_value(OWN)
    dialog.parts.first.text.set_value("Nama\tJabatan\nNama Orang\tAsisten Pemerintahan")
    dialog.parts.first.read.click()
    settle(dialog, qtbot)
    dialog.bring_in()
    settle(dialog, qtbot)
    (own,) = [one for one in participants(case.office, visit) if one.host]
    assert own.name.plain == "Nama Orang"


def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "rusak.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    read(dialog, bad, qtbot)
    assert dialog.plan is None
    assert dialog.parts.first.refused.isVisible()
    assert len(participants(case.office, visit)) == 3


def test_guests_that_came_meanwhile_are_looked_at_again(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, a_file(tmp_path), qtbot)
    other = ImportGuestsDialog(
        case.delegations.context,
        case.delegations.seen,
        dialog.parts.first.party.value(),
        case.delegations,
    )
    read(other, "Nama\tJabatan\nNama Orang\tAsisten Pemerintahan", qtbot)
    other.bring_in()
    settle(other, qtbot)
    dialog.bring_in()
    settle(dialog, qtbot)
    assert dialog.brought is None
    assert dialog.parts.refusal
    dialog.bring_in()
    settle(dialog, qtbot)
    assert len(participants(case.office, visit)) == 7


def test_work_on_the_rows_is_not_lost_by_escape(
    dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def stay(*words: object, **_: object) -> bool:
        asked.append(str(words[1]))
        return False

    monkeypatch.setattr("kunjungan.ui.screens.visits.guest_import.dialog.confirm", stay)
    read(dialog, a_file(tmp_path), qtbot)
    dialog.edit(9, 3, "081200003399")
    settle(dialog, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked == ["Discard what you entered?"]
    assert dialog.isVisible()
