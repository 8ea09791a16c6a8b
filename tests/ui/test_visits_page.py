"""One visit on screen: stages, checklist, cards, agreements, history, and the way between tabs."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kunjungan.domain.stages import VisitStage
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview, visit_overview
from kunjungan.services.sample import make_sample
from kunjungan.services.tasks import TaskForm, add_task, list_tasks, remove_task
from kunjungan.services.visits import link_earlier, move_visit, remove_visit
from kunjungan.ui.screens.visits.agreements import AgreementsTab
from kunjungan.ui.screens.visits.history import HistoryTab
from kunjungan.ui.screens.visits.stage_dialog import StageDialog
from kunjungan.ui.screens.visits.step_dialog import StepDialog
from kunjungan.ui.screens.visits.summary import SummaryTab, stepper_steps
from kunjungan.ui.widgets.stepper import StepState
from tests.builders import a_visit
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, answer, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> UUID:
    """A visit with a delegation and two steps, opened."""
    made = a_full_visit(case.office)
    case.go(made)
    return made


def summary(case: Case) -> SummaryTab:
    assert isinstance(case.tab, SummaryTab)
    return case.tab


def seen(case: Case) -> VisitOverview:
    assert case.page.visit.seen is not None
    return case.page.visit.seen


def words(case: Case) -> str:
    return "\n".join(label.text() for label in case.tab.findChildren(QLabel))


def press(case: Case, text: str) -> None:
    """Press the first visible button that says or is called ``text``."""
    QApplication.processEvents()  # what was just put into a layout shows itself a moment later
    buttons = [*case.page.findChildren(QPushButton), *case.page.findChildren(QToolButton)]
    next(b for b in buttons if text in {b.text(), b.accessibleName()} and b.isVisible()).click()


def asked(case: Case) -> tuple[UUID | None, str]:
    """Return what the other place was asked to show."""
    return case.elsewhere.asked


def test_the_head_says_what_when_and_how_many(case: Case, visit: UUID) -> None:
    assert visit
    assert case.page.header.title == "Kunjungan SPBE"
    tabs = case.page.header.tabs
    words = [tabs.tabText(place) for place in range(tabs.count())]
    assert words[:2] == ["Overview", "Delegations 3"]
    assert words[-1] == "History"
    assert "Agreement texts 0" in words


def test_the_next_stage_is_one_key_away_and_can_be_undone(case: Case, visit: UUID) -> None:
    assert visit
    QTest.keyClick(case.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seen(case).stage is VisitStage.APPROVED
    case.run("edit.undo")
    assert seen(case).stage is VisitStage.LETTER


def test_open_steps_are_shown_before_a_visit_is_called_ready(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_visit(case.office, visit, VisitStage.PREPARING)

    def fill(dialog: StageDialog) -> None:
        assert dialog.chosen() is VisitStage.READY
        text = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "2 steps are still open" in text
        assert text.index("Pesan ruang") < text.index("Balas surat")
        assert not dialog.submit(), "without a reason it does not go on"
        dialog.reason.set_value("Sisanya menyusul")

    answer(monkeypatch, fill)
    case.run("visit.next_stage")
    assert seen(case).stage is VisitStage.READY
    assert seen(case).steps[-1].reason == "Sisanya menyusul"


def test_a_postponed_visit_owes_a_reason_and_then_leads_nowhere(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted = answer(
        monkeypatch, lambda dialog: dialog.stage.set_value(VisitStage.POSTPONED), times=2
    )
    case.run("visit.set_stage")
    assert submitted == [False]
    move_visit(case.office, visit, VisitStage.POSTPONED, reason="Bupati berhalangan")
    assert not case.can("visit.next_stage")
    last = stepper_steps(seen(case))[-1]
    assert (last.note, last.state) == ("Bupati berhalangan", StepState.NOW)


def test_the_stepper_marks_what_is_done_and_when(office: Office) -> None:
    visit = a_visit(office)
    move_visit(office, visit, VisitStage.APPROVED, on=date(2022, 8, 12))
    steps = stepper_steps(visit_overview(office, visit))
    assert [step.state for step in steps[:3]] == [StepState.DONE, StepState.NOW, StepState.NEXT]
    assert [steps[1].note, steps[5].note] == ["12 Aug", "1 Sep"]
    move_visit(office, visit, VisitStage.REPORTED)
    assert {s.state for s in stepper_steps(visit_overview(office, visit))} == {StepState.DONE}


def test_space_ticks_a_step_and_goes_on_to_the_next(case: Case, visit: UUID) -> None:
    table = summary(case).checklist.table
    first = table.current()
    assert first is not None
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    ticked = next(line for line in list_tasks(case.office, visit) if line.id == first.id)
    assert ticked.done_on == date(2022, 8, 26)
    following = table.current()
    assert following is not None
    assert following.id != first.id
    undo(case.office)
    assert all(line.done_on is None for line in list_tasks(case.office, visit))


def test_steps_are_added_changed_and_removed_by_keys(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = summary(case).checklist.table.view

    def titles() -> set[str]:
        return {line.title.id for line in list_tasks(case.office, visit)}

    answer(monkeypatch, lambda dialog: dialog.title.set_value("Gladi"))
    QTest.keyClick(view, Qt.Key.Key_Insert)
    assert "Gladi" in titles()
    assert summary(case).checklist.table.select(list_tasks(case.office, visit)[0].id)
    answer(monkeypatch, lambda dialog: dialog.title.set_value("Diubah"))
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert "Diubah" in titles()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert "Diubah" not in titles()


def test_a_new_step_starts_in_the_area_of_the_one_on_the_keyboard(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert visit
    areas: list[str] = []

    def fill(dialog: StepDialog) -> None:
        areas.append(dialog.area.value())
        dialog.title.set_value("Gladi")

    answer(monkeypatch, fill)
    case.run("step.add")
    assert areas == ["Tempat"]


def test_what_is_done_is_hidden_until_all_is_wanted(case: Case, visit: UUID) -> None:
    assert visit
    checklist = summary(case).checklist
    checklist.table.toggled.emit(checklist.table.current())
    assert checklist.table.view.model().rowCount() == 2
    checklist.segments.set_value("all")
    checklist.segments.chosen.emit("all")
    assert checklist.table.view.model().rowCount() == 4


def test_an_empty_checklist_says_so(case: Case, visit: UUID) -> None:
    for line in list_tasks(case.office, visit):
        remove_task(case.office, line.id)
    assert "No steps yet" in words(case)


def test_cards_tell_facts_delegation_and_letter(case: Case, visit: UUID) -> None:
    assert visit
    shown = words(case)
    for told in (
        "Ridho Yahya, Mayor of Prabumulih",
        "005/1/2022",
        "First visit, as far as we know",
    ):
        assert told in shown


def test_a_related_visit_is_suggested_linked_and_unlinked(case: Case) -> None:
    visit = make_sample(case.office)
    case.go(visit)
    earlier = seen(case).earlier
    assert [line.title for line in earlier] == ["Studi SPBE Kabupaten Ogan Ilir"]
    press(case, "Unlink “Studi SPBE Kabupaten Ogan Ilir”")
    assert seen(case).earlier == ()
    press(case, "Link “Studi SPBE Kabupaten Ogan Ilir”")
    assert seen(case).earlier == earlier
    press(case, "Studi SPBE Kabupaten Ogan Ilir")
    assert seen(case).id == earlier[0].id


def test_agreements_of_a_visit_are_opened_and_drafted_elsewhere(case: Case) -> None:
    visit = make_sample(case.office)
    case.go(visit, "agreements")
    assert isinstance(case.tab, AgreementsTab)
    table = case.tab.table
    assert table.view.model().rowCount() == 2
    first = table.current()
    assert first is not None
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert asked(case) == (first.id, "")
    case.go(visit, "agreements")
    case.run("agreement.draft")
    assert asked(case) == (None, f"new:{visit}")


def test_history_tells_what_happened_to_the_visit_and_its_guests(
    case: Case, visit: UUID, qtbot: QtBot
) -> None:
    move_visit(case.office, visit, VisitStage.APPROVED)
    case.go(visit, "history")
    assert isinstance(case.tab, HistoryTab)
    table = case.tab.table
    qtbot.waitUntil(lambda: table.view.model().rowCount() > 3)
    model = table.view.model()
    told = {str(model.index(row, 1).data()) for row in range(model.rowCount())}
    assert {"Schedule visit", "Add guest", "Change a visit's stage", "Add step"} <= told


def test_tabs_are_walked_by_keys_and_kept_in_the_history(case: Case, visit: UUID) -> None:
    case.run("tab.next")
    assert case.page.header.tabs.value() == "delegations"
    assert case.window.focusWidget() is case.delegations.table.view
    case.go()
    case.run("window.back")
    assert seen(case).id == visit
    assert case.page.header.tabs.value() == "delegations"


def test_a_visit_that_another_change_removed_leads_back_to_the_list(
    case: Case, visit: UUID
) -> None:
    remove_visit(case.office, visit)
    assert case.page.visit.seen is None
    assert case.page.header.title == "Visits"


def test_switching_the_language_keeps_the_tab_and_the_step(
    case: Case, visit: UUID, qtbot: QtBot
) -> None:
    add_task(case.office, visit, TaskForm("Terakhir", "Zona"))
    table = summary(case).checklist.table
    last = list_tasks(case.office, visit)[-1]
    assert table.select(last.id)
    before = case.window.frame
    case.parts.desk.change(language="id")
    qtbot.waitUntil(lambda: case.window.frame is not before)
    current = summary(case).checklist.table.current()
    assert current is not None
    assert current.title.id == "Terakhir"


def test_linking_twice_changes_nothing(case: Case, visit: UUID) -> None:
    earlier = a_visit(case.office, "Studi pertama", "2021-12")
    link_earlier(case.office, visit, earlier)
    assert [line.id for line in seen(case).earlier] == [earlier]
    link_earlier(case.office, visit, earlier)
    assert len(seen(case).earlier) == 1


def test_another_stage_is_proposed_as_the_next_one(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_visit(case.office, visit, VisitStage.SCHEDULED)
    answer(monkeypatch, lambda _dialog: None)
    case.run("visit.set_stage")
    assert seen(case).stage is VisitStage.PREPARING
