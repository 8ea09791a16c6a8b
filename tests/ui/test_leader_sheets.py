"""A leader's sheets from the calendar: preview, whose agenda, the words for a chat."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kunjungan.services.office import Office
from kunjungan.ui.screens.calendar.sheet_commands import SheetDialog, sheet_commands
from tests.documents.reading import page_size_mm, words
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, visits_window

pytestmark = QUIET
DAY = date(2022, 9, 1)


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> UUID:
    made = a_full_visit(case.office)
    case.go(made)
    return made


@pytest.mark.usefixtures("visit")
def test_a_week_is_seen_on_its_side_and_saved_as_seen(
    case: Case, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = case.window.frame.context
    dialog = SheetDialog(context, DAY, case.window, week=True)
    qtbot.waitUntil(lambda: dialog._pages.page_count == 1)
    path = tmp_path / "minggu.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.language.set_value("en")
    dialog.save()
    pdf = path.read_bytes()
    assert page_size_mm(pdf) == pytest.approx((297, 210), abs=0.1)
    assert "Thursday, 1" in words(pdf)


@pytest.mark.usefixtures("visit")
def test_a_week_goes_to_the_printer_on_upright_paper(case: Case) -> None:
    context = case.window.frame.context
    dialog = SheetDialog(context, DAY, case.window, week=True)
    upright = dialog._content.upright
    assert upright is not None
    assert page_size_mm(upright(dialog.paper.value())) == pytest.approx((210, 297), abs=0.1)
    assert SheetDialog(context, DAY, case.window, week=False)._content.upright is None


@pytest.mark.usefixtures("visit")
def test_a_day_is_copied_for_a_chat_in_the_language_of_the_screen(case: Case) -> None:
    sheet_commands(case.window.frame.context, case.window, DAY)["calendar.copy_day"]()
    said = QGuiApplication.clipboard().text()
    assert said.startswith("*AGENDA OF THE LEADERS*\nThursday, 1 September 2022")
    assert "Kunjungan SPBE" in said
