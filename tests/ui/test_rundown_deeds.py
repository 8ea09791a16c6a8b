"""The rundown in a window: rows are dragged, keys do the same, templates, papers, what was sent."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import ItemForm, list_items
from kunjungan.services.rundown.papers import RundownChoice, rundown_pdf
from kunjungan.services.rundown.templates import list_templates
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.ui.screens.visits.rundown.item_dialog import ItemDialog
from kunjungan.ui.screens.visits.rundown.print_dialog import RundownPrintDialog
from kunjungan.ui.screens.visits.rundown.template_dialog import TemplateDialog
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.services.rundown.case import Signing, a_signing
from tests.ui.rundown_case import drag, middle, tab
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, answer, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> Signing:
    """A visit without a rundown yet, opened at it."""
    made = a_signing(case.office)
    case.go(made.visit, "rundown")
    return made


@pytest.fixture
def three(visit: Signing) -> list[UUID]:
    """Three items on the screen."""
    return [
        visit.add("09.00", 10, "Buka", kind=ItemKind.OPENING),
        visit.add("09.10", 15, "Paparan"),
        visit.add("09.25", 5, "Foto"),
    ]


@pytest.mark.usefixtures("three")
def test_a_row_is_dragged_to_its_new_place(case: Case, visit: Signing) -> None:
    drag(case, middle(case, "Foto"), middle(case, "Buka"))
    assert visit.titles() == ["Foto", "Buka", "Paparan"]
    assert visit.times() == ["09.00+5", "09.05+10", "09.15+15"]
    undo(case.office)
    assert visit.titles() == ["Buka", "Paparan", "Foto"]
    drag(case, middle(case, "Buka"), middle(case, "Paparan", low=True))
    assert visit.titles() == ["Paparan", "Buka", "Foto"]


def test_a_row_is_dragged_into_another_session(
    case: Case, visit: Signing, three: list[UUID]
) -> None:
    other = add_session(case.office, visit.visit, SessionForm("Sore", starts_at=time(13)))
    visit.add("13.00", 10, "Sapa", session_id=other)
    drag(case, middle(case, "Foto"), middle(case, "Sapa", low=True))
    moved = list_items(*visit.where)[-1]
    assert (moved.id, moved.session_id, moved.starts_at) == (three[2], other, time(13, 10))


@pytest.mark.usefixtures("three")
def test_esc_ends_a_drag_without_a_drop(case: Case, visit: Signing) -> None:
    drag(case, middle(case, "Foto"), middle(case, "Buka"), let_go=False)
    QTest.keyClick(tab(case).table.view, Qt.Key.Key_Escape)
    port = tab(case).table.view.viewport()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middle(case, "Buka"))
    assert visit.titles() == ["Buka", "Paparan", "Foto"]


def test_keys_move_items_and_minutes(case: Case, visit: Signing, three: list[UUID]) -> None:
    view = tab(case).table.view
    tab(case).table.select(three[0])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert visit.titles() == ["Paparan", "Buka", "Foto"]
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert visit.times() == ["09.05+10", "09.15+15", "09.30+5"]
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert visit.times() == ["09.00+10", "09.10+15", "09.25+5"]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert tab(case).inspector.starts.hasFocus()


@pytest.mark.usefixtures("three")
def test_f8_goes_from_problem_to_problem(case: Case, visit: Signing) -> None:
    visit.add("09.28", 10, "Tumpang")
    assert case.can("rundown.next_problem")
    case.run("rundown.next_problem")
    row = tab(case).table.current()
    assert row is not None
    assert row.line.title.id == "Tumpang"
    mend = next(
        each for each in tab(case).side.findChildren(QPushButton) if each.text() == "Slip to 09.30"
    )
    mend.click()
    assert not case.can("rundown.next_problem")


def test_removing_goes_on_with_the_next(case: Case, visit: Signing, three: list[UUID]) -> None:
    tab(case).table.select(three[0])
    case.run("rundown.remove")
    assert visit.titles() == ["Paparan", "Foto"]
    assert tab(case).current() == three[1]


def test_a_new_item_comes_right_behind_the_current_one(
    case: Case, visit: Signing, three: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    tab(case).table.select(three[1])
    seen: list[ItemDialog] = []
    ask = ItemDialog.ask_new

    def asked(dialog: ItemDialog, form: ItemForm) -> bool:
        seen.append(dialog)
        return ask(dialog, form)

    monkeypatch.setattr(ItemDialog, "ask_new", asked)

    def fill(_: FormDialog) -> None:
        assert seen[0].starts.value() == time(9, 25)
        seen[0].title.indonesian.set_value("Doa")
        seen[0].minutes.set_value(5)

    assert answer(monkeypatch, fill) == []
    case.run("rundown.add")
    assert visit.titles() == ["Buka", "Paparan", "Doa", "Foto"]
    assert visit.times()[2:] == ["09.25+5", "09.30+5"]


def test_a_template_is_shown_before_it_is_taken(
    case: Case, visit: Signing, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[TemplateDialog] = []
    ask = TemplateDialog.ask

    def asked(dialog: TemplateDialog) -> list[UUID]:
        seen.append(dialog)
        return ask(dialog)

    monkeypatch.setattr(TemplateDialog, "ask", asked)
    shown: list[int] = []
    answer(monkeypatch, lambda _: shown.append(seen[0].preview.view.model().rowCount()))
    case.run("rundown.template")
    assert shown[0] == len(list_items(*visit.where)) > 10
    assert list_templates(*visit.where)[0].key == "signing"


@pytest.mark.usefixtures("visit")
def test_sent_is_kept_and_a_change_is_told(case: Case, three: list[UUID]) -> None:
    case.run("rundown.mark_sent")
    view = tab(case).table.view
    tab(case).table.select(three[0])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    said = [label.text() for label in tab(case).side.findChildren(QLabel)]
    assert any("differs" in words for words in said)


@pytest.mark.usefixtures("three")
def test_rows_are_copied_as_a_sheet(case: Case) -> None:
    tab(case).table.view.selectAll()
    case.run("page.copy")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert [row.split("\t")[2] for row in copied] == ["Buka", "Paparan", "Foto"]


def test_the_papers_are_seen_before_they_are_saved(
    case: Case,
    visit: Signing,
    three: list[UUID],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert three
    dialog = RundownPrintDialog(tab(case).context, tab(case).seen, tab(case))
    dialog.version.set_value("operators")
    dialog.side.set_value("en")
    qtbot.waitUntil(lambda: bool(dialog._pdf))
    asked = tmp_path / "papers.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(asked), ""))
    dialog.save()
    expected = rundown_pdf(*visit.where, RundownChoice("operators", "en", None, Paper.F4))
    assert asked.read_bytes() == expected
