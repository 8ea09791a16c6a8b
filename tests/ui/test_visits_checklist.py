"""The checklist in the window: laid out, ordered, ticked by hand and by the data; the filters."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklists import BLOCKS
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.services.checklists.checklist import apply_checklist
from kunjungan.services.checklists.templates import list_checklists
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.office import Office
from kunjungan.services.tasks import TaskForm, add_task, list_tasks
from kunjungan.services.visits import edit_visit, move_visit, visit_form
from kunjungan.ui.screens.visits.layout_dialog import LayoutDialog
from kunjungan.ui.screens.visits.stage_dialog import StageDialog
from kunjungan.ui.screens.visits.step_dialog import StepDialog
from kunjungan.ui.screens.visits.summary import SummaryTab
from kunjungan.ui.screens.visits.template_dialog import TemplateDialog
from kunjungan.ui.screens.visits.templates_dialog import TemplatesDialog
from tests.builders import a_visit, prabumulih
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, answer, visits_window

pytestmark = QUIET
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> UUID:
    made = a_visit(case.office)
    case.go(made)
    return made


def summary(case: Case) -> SummaryTab:
    assert isinstance(case.tab, SummaryTab)
    return case.tab


def titles(case: Case, visit: UUID) -> list[str]:
    return [line.title.id for line in list_tasks(case.office, visit)]


def test_a_new_visit_offers_the_checklist_of_its_kind(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: LayoutDialog) -> None:
        words = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "H-14  Send the letter of answer" in words

    answer(monkeypatch, fill)
    case.run("step.lay_out")
    assert len(titles(case, visit)) == 13
    case.run("edit.undo")
    assert titles(case, visit) == []


def test_alt_and_arrows_order_the_steps(case: Case, visit: UUID, qtbot: QtBot) -> None:
    for name in ("A", "B", "C"):
        add_task(case.office, visit, TaskForm(name))
    table = summary(case).checklist.table
    table.select(list_tasks(case.office, visit)[2].id)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: titles(case, visit) == ["A", "C", "B"])
    current = table.current()
    assert current is not None
    assert current.title.id == "C", "the keyboard stays on the step"
    QTest.keyClick(table.view, Qt.Key.Key_Down, ALT)
    assert titles(case, visit) == ["A", "B", "C"]


def test_what_the_data_ticks_is_said_and_cannot_be_unticked(case: Case, visit: UUID) -> None:
    apply_checklist(case.office, visit, VisitKind.STUDY)
    move_visit(case.office, visit, VisitStage.APPROVED)
    checklist = summary(case).checklist
    checklist.segments.set_value("all")
    checklist.segments.chosen.emit("all")
    line = next(line for line in list_tasks(case.office, visit) if line.code == "approval")
    checklist.table.select(line.id)
    index = checklist.table.view.currentIndex().siblingAtColumn(0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Obtain the leader's approval, automatic"
    QTest.keyClick(checklist.table.view, Qt.Key.Key_Space)
    again = next(line for line in list_tasks(case.office, visit) if line.code == "approval")
    assert (again.auto, again.done_on) == (True, None)


def test_a_step_that_blocks_leaves_no_way_on(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_task(case.office, visit, TaskForm("Izin keamanan", code=BLOCKS))
    move_visit(case.office, visit, VisitStage.PREPARING)

    def fill(dialog: StageDialog) -> None:
        words = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "To be done first:" in words
        assert "Izin keamanan" in words
        assert not dialog._verb.isEnabled()
        dialog.reason.set_value("Tetap")

    submitted = answer(monkeypatch, fill)
    case.run("visit.next_stage")
    assert submitted == [False]
    assert case.page.visit.seen is not None
    assert case.page.visit.seen.stage is VisitStage.PREPARING


def test_a_step_counted_from_the_visit_has_no_day_of_its_own(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: StepDialog) -> None:
        dialog.title.set_value("Gladi")
        dialog.before.setText("h-2")
        assert not dialog.due.isEnabled()
        dialog.blocking.set_value(True)

    answer(monkeypatch, fill)
    case.run("step.add")
    (line,) = list_tasks(case.office, visit)
    assert (str(line.due_on), line.days_before, line.blocking) == ("2022-08-30", 2, True)


def test_the_steps_of_a_visit_become_an_own_checklist(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_task(case.office, visit, TaskForm("Siapkan angklung", "Acara", "Tim", days_before=2))

    def fill(dialog: TemplateDialog) -> None:
        assert dialog.steps.value() == "H-2 | Acara | Siapkan angklung |  | Tim"
        dialog.name.set_value(Bilingual("Sekolah", "School"))

    def looked(dialog: TemplatesDialog) -> int:
        dialog.keep()
        return 1

    answer(monkeypatch, fill)
    monkeypatch.setattr(TemplatesDialog, "exec", looked)
    case.run("step.templates")
    own = [one for one in list_checklists(case.office) if one.id is not None]
    assert [(one.name.id, len(one.steps)) for one in own] == [("Sekolah", 1)]


def test_filters_hold_together_and_are_remembered(case: Case) -> None:
    office = case.office
    body = prabumulih(office)
    one, other = a_visit(office, "Satu"), a_visit(office, "Dua", "2022-09-02")
    add_delegation(office, one, DelegationForm(body.id))
    edit_visit(office, other, replace(visit_form(office, other), kind=VisitKind.COUNCIL))
    case.go()
    filters = case.page.list.filters
    filters.body.set_value(str(body.id))
    assert shown(case) == ["Satu"]
    filters.kind.set_value(VisitKind.COUNCIL)
    assert shown(case) == []
    filters.body.set_value(None)
    assert shown(case) == ["Dua"]
    assert filters.words() == "Council visit"
    kept = case.page.list.remember()
    filters.kind.set_value(None)
    case.page.list.recall(kept)
    assert shown(case) == ["Dua"]


def test_the_list_is_exported_as_it_is_shown(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    a_visit(case.office, "Satu")
    move_visit(case.office, a_visit(case.office, "Dua"), VisitStage.CANCELLED, reason="Batal")
    case.go()
    case.page.list.filters.stage.set_value(VisitStage.LETTER)
    path = tmp_path / "daftar"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "CSV (*.csv)"))
    case.run("visit.export")
    made = path.with_name("daftar.csv")
    qtbot.waitUntil(made.is_file)
    text = made.read_text("utf-8-sig")
    assert "Satu" in text
    assert "Dua" not in text
    assert "Filter: Letter received" in text


def test_a_visit_that_took_place_asks_for_its_report(case: Case) -> None:
    visit = a_visit(case.office, on="2022-08-20")
    move_visit(case.office, visit, VisitStage.RUNNING)
    case.go()
    model = case.page.list.table.view.model()
    words = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert "Report missing" in words


def test_heads_without_names_count_in_the_list(case: Case) -> None:
    visit = a_visit(case.office)
    add_delegation(case.office, visit, DelegationForm(prabumulih(case.office).id, announced=43))
    case.go()
    line = case.page.list.current()
    assert line is not None
    assert line.guests == 43
    assert line.on == PartialDate(2022, 9, 1)


def shown(case: Case) -> list[str]:
    """Return the titles that the list shows."""
    model = case.page.list.table.view.model()
    items = [model.item(row) for row in range(model.rowCount())]  # type: ignore[attr-defined]  # our RowsModel
    return [item.title for item in items if hasattr(item, "stage")]
