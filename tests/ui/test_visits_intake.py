"""Letters of request, duplicates, messages and whom to tell, in the window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlmodel import select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.office import Office
from kunjungan.services.tasks import TaskForm, add_task, list_tasks
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visiting.visit_files import attach_to_visit, visit_files
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.store.tables import Attachment
from kunjungan.ui.context import Address
from kunjungan.ui.screens.visits.copy_dialog import CopyDialog
from kunjungan.ui.screens.visits.dates_field import DatesField
from kunjungan.ui.screens.visits.files_card import FilesCard
from kunjungan.ui.screens.visits.intake_dialog import IntakeDialog
from kunjungan.ui.screens.visits.stage_dialog import StageDialog
from kunjungan.ui.screens.visits.tell_dialog import TellDialog
from kunjungan.ui.screens.visits.visit_dialog import VisitDialog
from kunjungan.ui.widgets.chips import Chip
from tests.builders import a_visit, bandung, prabumulih
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, answer, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


def test_a_letter_becomes_a_visit_that_is_then_shown(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    body = prabumulih(case.office)
    scan = tmp_path / "surat.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n")

    def fill(dialog: IntakeDialog) -> None:
        dialog.letter.institution.set_value(body.id)
        dialog.letter.letter.set_value("005/7")
        dialog.letter.proposed.setText("8-9-2022; Okt 2022")
        dialog.letter.announced.set_value(18)
        dialog.kind.set_value(VisitKind.COUNCIL)
        dialog.scan.set_value(scan)

    answer(monkeypatch, fill)
    case.run("visit.intake")
    seen = case.page.visit.seen
    assert seen is not None
    assert (seen.kind, seen.when.on) == (VisitKind.COUNCIL, PartialDate(2022, 9, 8))
    assert seen.delegations[0].proposed == ("2022-09-08", "2022-10")
    assert [file.name for file in visit_files(case.office, seen.id)] == ["surat.png"]


def test_a_letter_from_inside_a_visit_is_one_more_delegation_of_it(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_visit(case.office)
    body = prabumulih(case.office)
    case.go(visit)

    def fill(dialog: IntakeDialog) -> None:
        assert dialog.visit.value() == visit
        assert not dialog.title.isEnabled()
        dialog.letter.institution.set_value(body.id)

    answer(monkeypatch, fill)
    case.run("visit.intake")
    assert [line.institution_id for line in list_delegations(case.office, visit)] == [body.id]
    assert len(list_visits(case.office)) == 1


def test_dates_are_told_apart_and_a_wrong_one_is_named(qapp: QApplication) -> None:
    field = DatesField()
    field.setText("1/9/2022, 1-9-2022;Des 2022")
    assert field.value() == ("2022-09-01", "2022-12")
    field.setText("1-9-2022, besok")
    with pytest.raises(RuleBroken, match="besok"):
        field.value()
    assert qapp is not None


def test_the_letter_d_duplicates_the_visit_of_the_list(
    case: Case, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    a_full_visit(case.office)
    case.go()

    def fill(dialog: CopyDialog) -> None:
        dialog.title.set_value("Kunjungan balasan")
        dialog.on.set_value(PartialDate(2023, 3))

    answered = answer(monkeypatch, fill)
    view = case.page.list.table.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: bool(answered))
    assert case.page.visit.seen is not None
    assert case.page.visit.seen.title == "Kunjungan balasan"
    case.run("edit.undo")
    assert [line.title for line in list_visits(case.office)] == ["Kunjungan SPBE"]


def test_a_visit_goes_to_the_clipboard_in_either_language(case: Case) -> None:
    case.go(a_full_visit(case.office))
    case.run("visit.copy_text")
    assert "Tamu:\n1. Pemerintah Kota Prabumulih" in QGuiApplication.clipboard().text()
    case.run("visit.copy_text_en")
    assert "Mayor of Prabumulih" in QGuiApplication.clipboard().text()


def test_who_postpones_is_shown_whom_to_ring(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.go(a_full_visit(case.office))
    shown: list[TellDialog] = []

    def looked(dialog: TellDialog) -> int:
        dialog.copy()
        shown.append(dialog)
        return 1

    def fill(dialog: StageDialog) -> None:
        dialog.stage.set_value(VisitStage.POSTPONED)
        dialog.reason.set_value("Bupati berhalangan")

    monkeypatch.setattr(TellDialog, "exec", looked)
    answer(monkeypatch, fill)
    case.run("visit.set_stage")
    assert len(shown) == 1
    told = QGuiApplication.clipboard().text()
    assert told.startswith("Ridho Yahya (head of delegation")
    assert told.endswith(": —"), "no number is known"


def test_another_day_says_what_moves_before_it_is_saved(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_visit(case.office)
    add_task(case.office, visit, TaskForm("Gladi", days_before=1))
    case.go(visit)

    def fill(dialog: VisitDialog) -> None:
        assert not dialog.moves.isVisibleTo(dialog)
        dialog.on.set_value(PartialDate(2022, 9, 8))
        words = [label.text() for label in dialog.moves.findChildren(QLabel)]
        assert "Moves along: 1 step." in words

    answer(monkeypatch, fill)
    case.run("visit.edit")
    assert str(list_tasks(case.office, visit)[0].due_on) == "2022-09-07"


def test_days_that_leave_a_session_out_are_refused_while_they_are_typed(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_visit(case.office)
    until = PartialDate(2022, 9, 3)
    edit_visit(case.office, visit, replace(visit_form(case.office, visit), until=until))
    add_session(case.office, visit, SessionForm("Penutup", on=date(2022, 9, 3)))
    case.go(visit)

    def fill(dialog: VisitDialog) -> None:
        dialog.until.set_value(PartialDate(2022, 9, 2))
        words = [label.text() for label in dialog.moves.findChildren(QLabel)]
        assert any(line.startswith("“Penutup” on ") for line in words)
        assert dialog.moves.isVisibleTo(dialog)

    answer(monkeypatch, fill)
    case.run("visit.edit")
    assert visit_form(case.office, visit).until == until


def test_the_calendar_hands_over_its_day_once(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    bandung(case.office)
    seen: list[PartialDate | None] = []

    def fill(dialog: VisitDialog) -> None:
        seen.append(dialog.on.value())
        dialog.on.set_value(PartialDate(2022, 9, 7))
        dialog.title.set_value("Baru")

    answer(monkeypatch, fill, times=2)
    case.window.frame.actions_by_name["visit.schedule"].setData("2022-09-07")
    case.run("visit.schedule")
    case.run("visit.schedule")
    assert seen == [PartialDate(2022, 9, 7), None]


def test_the_palette_hands_over_a_title(
    case: Case, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    titles: list[str] = []

    def fill(dialog: VisitDialog) -> None:
        titles.append(dialog.title.value())
        dialog.on.set_value(PartialDate(2022, 9))

    answer(monkeypatch, fill)
    case.window.frame.go(Address("visits", None, "new:Kunjungan Cimahi"))
    qtbot.waitUntil(lambda: titles == ["Kunjungan Cimahi"])
    assert [line.title for line in list_visits(case.office)] == ["Kunjungan Cimahi"]


def test_a_lost_letter_says_so_and_is_found_again(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    visit = a_visit(case.office)
    scan = tmp_path / "surat.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n")
    attach_to_visit(case.office, visit, [scan])
    with case.office.store.read() as session:
        kept = case.office.archive.path(session.exec(select(Attachment)).one().sha256)
    kept.chmod(0o600)
    kept.unlink()
    case.go(visit)
    card = case.tab.findChild(FilesCard)
    assert card is not None
    assert "File not found" in [chip.accessibleName() for chip in card.findChildren(Chip)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan), ""))
    find = next(b for b in card.findChildren(QPushButton) if b.text() == "Find…")
    find.click()
    assert [file.state for file in visit_files(case.office, visit)] == ["there"]
