"""Clearances on screen: the card, what an office said, the route, and the sheet to initial."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.days import PartialDate
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.drafts.clearance import RecordForm, clear, route
from kunjungan.services.drafts.keeping import keep_and_start
from kunjungan.services.office import Office
from kunjungan.ui.screens.agreements.drafts.clearance_card import ClearanceCard
from kunjungan.ui.screens.agreements.drafts.clearance_dialogs import RecordDialog
from kunjungan.ui.screens.agreements.drafts.route_dialog import RouteDialog, StepDialog
from kunjungan.ui.screens.agreements.drafts.sheet_dialog import SheetDialog
from kunjungan.ui.screens.settings.route_field import RouteField
from kunjungan.ui.widgets.banner import Notice
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window, answer, caught, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    """An agreement of which one draft was kept and whose text has changed since."""
    made = an_agreement(case.office)
    keep_and_start(case.office, made, "sent to the partner")
    row = list_clauses(case.office, made)[-1]
    write_clause(case.office, row.id, "id", row.text.id + " Ditambah.")
    return made


def clearance_card(case: Case, agreement: UUID) -> ClearanceCard:
    card = ClearanceCard(case.window.frame.context, case.window)
    card.show(agreement_view(case.office, agreement))
    return card


def test_the_clearance_card_stands_on_the_step_that_is_next(case: Case, agreement: UUID) -> None:
    clear(case.office, agreement, 1, RecordForm(date(2022, 8, 20), "Budi Contoh"))
    card = clearance_card(case, agreement)
    rows = words_of(card.table)
    assert rows[0] == [
        "1. Initiating agency, Pemkot Bandung · Budi Contoh",
        "Sat, 20 Aug 2022",
        f"Draft 2, {route(case.office, agreement).fingerprint[:8]}",
        "Cleared",
    ]
    assert rows[5][0].startswith("6. Partner, Pemkot Prabumulih")
    current = card.table.current()
    assert current is not None
    assert current.seq == 2


def test_a_text_that_changed_shows_which_clearances_stand_on_another(
    case: Case, agreement: UUID
) -> None:
    for step in route(case.office, agreement).steps:
        clear(case.office, agreement, step.seq, RecordForm(date(2022, 8, 20)))
    card = clearance_card(case, agreement)
    said = [label.text() for label in card.findChildren(Notice)[-1].findChildren(QLabel)]
    assert "All steps have cleared the same text, which is the present one." in said
    row = list_clauses(case.office, agreement)[-1]
    write_clause(case.office, row.id, "id", "Lain.")
    card.show(agreement_view(case.office, agreement))
    assert {line[-1] for line in words_of(card.table)} == {"Other text"}


def record(case: Case, agreement: UUID, seq: int) -> RecordDialog:
    step = route(case.office, agreement).steps[seq - 1]
    return RecordDialog(case.office, agreement_view(case.office, agreement), step, case.window)


def test_a_clearance_is_recorded_for_the_text_that_was_seen(case: Case, agreement: UUID) -> None:
    asked = record(case, agreement, 6)
    asked.text.set_value(1)
    asked.on.set_value(PartialDate(2022, 8, 19))
    asked.name.set_value("Siti Contoh")
    asked.save()
    step = route(case.office, agreement).steps[5]
    assert (step.draft_no, step.stale, step.name) == (1, True, "Siti Contoh")


def test_a_text_is_returned_with_its_reason_and_waits_again(case: Case, agreement: UUID) -> None:
    asked = record(case, agreement, 2)
    asked.outcome.set_value("returned")
    asked.dialog._save = asked.save
    assert not asked.dialog.submit()
    asked.note.set_value("Article 3 is unclear")
    assert asked.dialog.submit()
    assert route(case.office, agreement).steps[1].outcome == "returned"
    again = record(case, agreement, 2)
    again.outcome.set_value("waiting")
    again.save()
    assert route(case.office, agreement).steps[1].outcome == ""


def test_the_route_is_edited_by_keyboard_and_kept_at_once(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = agreement_view(case.office, agreement)
    dialog = RouteDialog(case.office, view, case.window)
    dialog.show()
    asked = caught(monkeypatch, StepDialog)
    answer(monkeypatch, lambda _dialog: asked[-1].office_id.set_value("Inspektorat"))
    dialog.add()
    dialog.move_line(-1)
    dialog.table.select(id(dialog.forms[-2]))
    dialog.remove()
    dialog.save()
    steps = route(case.office, agreement).steps
    assert [step.office.id for step in steps] == [
        "Inspektorat",
        "OPD pemrakarsa",
        "Bagian Hukum",
        "Bagian Kerja Sama",
        "Asisten",
        "Mitra",
    ]


def test_a_step_that_has_spoken_stays_and_the_dialog_says_why(case: Case, agreement: UUID) -> None:
    clear(case.office, agreement, 1, RecordForm(date(2022, 8, 20)))
    dialog = RouteDialog(case.office, agreement_view(case.office, agreement), case.window)
    dialog.show()
    dialog.remove()
    dialog.save()
    assert dialog.isVisible()
    assert dialog._notice.isVisible()
    assert len(route(case.office, agreement).steps) == 6


def test_the_sheet_is_shown_and_saved(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = agreement_view(case.office, agreement)
    dialog = SheetDialog(case.window.frame.context, view, case.window)
    case.bot.addWidget(dialog)
    dialog.show()
    case.bot.waitUntil(lambda: dialog._pages.page_count > 0)
    chosen = (str(tmp_path / "paraf"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    said: list[str] = []
    dialog.finished_with.connect(said.append)
    dialog.save()
    assert said == ["Saved: paraf.pdf"]
    assert (tmp_path / "paraf.pdf").read_bytes() == dialog._pdf


def test_the_usual_route_is_written_out_and_an_own_one_read_back(case: Case) -> None:
    field = RouteField(case.window)
    field.set_value(())
    assert field.toPlainText().splitlines()[1] == "Bagian Hukum | Legal Division"
    assert field.value() == ()
    field.setPlainText(" Sekda |Regional Secretary\n\nBagian Hukum")
    assert field.value() == ("Sekda | Regional Secretary", "Bagian Hukum")
    field.set_value(field.value())
    assert field.toPlainText() == "Sekda | Regional Secretary\nBagian Hukum"
