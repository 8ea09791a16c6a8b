"""The process of an agreement on screen: its stages with their evidence, and its duties."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.domain.days import PartialDate
from kunjungan.domain.standing import StageState
from kunjungan.domain.tracks import Track
from kunjungan.services.office import Office
from kunjungan.services.process.duty_lines import list_duties
from kunjungan.services.process.stages import progress_of
from kunjungan.ui.screens.agreements.process import stage_dialogs, stages_card
from kunjungan.ui.screens.agreements.process.duties_card import DutiesCard
from kunjungan.ui.screens.agreements.process.duty_dialog import DutyDialog
from kunjungan.ui.screens.agreements.process.stage_detail import StageDetail
from kunjungan.ui.screens.agreements.process.stage_dialogs import StageDialog
from kunjungan.ui.screens.agreements.process.stage_head import StageHead
from kunjungan.ui.screens.agreements.process.view import ProcessView
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.processing import file, line, signed
from tests.ui.agreements_case import Case, agreements_window, answer, caught, toast, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    made = an_agreement(case.office)
    case.go(made, "process")
    return made


def view(case: Case) -> ProcessView:
    return case.page.process


def heads(case: Case) -> dict[str, StageHead]:
    found = view(case).findChildren(StageHead)
    return {head.line.code: head for head in found if not head.isHidden()}


def opened(case: Case) -> str:
    return next((code for code, head in heads(case).items() if head.isChecked()), "")


def detail(case: Case) -> StageDetail:
    (shown,) = [each for each in view(case).findChildren(StageDetail) if not each.isHidden()]
    return shown


def press(case: Case, words: str) -> None:
    buttons = [
        button for button in detail(case).findChildren(QAbstractButton) if words in button.text()
    ]
    buttons[0].click()


def test_the_first_stage_that_waits_is_open_and_each_says_how_it_stands(
    case: Case, agreement: UUID
) -> None:
    assert opened(case) == "K00"
    assert heads(case)["K20"].accessibleName() == "Offer, Not yet"
    assert "PP 28/2018 article 6(1)" in heads(case)["K20"].accessibleDescription()
    file(case.office, agreement, "K00.daftar_pemetaan", date(2022, 8, 1))
    assert heads(case)["K00"].line.state is StageState.DONE


@pytest.mark.usefixtures("agreement")
def test_the_arrows_go_over_the_stages_and_enter_opens_one(case: Case) -> None:
    heads(case)["K00"].setFocus()
    for _ in range(2):
        case.bot.keyClick(case.window.focusWidget(), Qt.Key.Key_Down)
    case.bot.keyClick(case.window.focusWidget(), Qt.Key.Key_Return)
    assert opened(case) == "K20"
    assert heads(case)["K20"].hasFocus()
    case.bot.keyClick(heads(case)["K20"], Qt.Key.Key_Return)
    assert opened(case) == ""


def test_a_stage_is_marked_as_done_on_a_past_day_and_taken_back(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = caught(monkeypatch, StageDialog)

    def late(_: FormDialog) -> None:
        asked[0].day.set_value(PartialDate(2022, 5, 2))
        asked[0].reason.set_value("Disepakati lisan")

    told = answer(monkeypatch, late)
    press(case, "Mark as done")
    assert told == [True]
    assert line(case.office, agreement, "K00").on == date(2022, 5, 2)
    assert line(case.office, agreement, "K00").reason == "Disepakati lisan"
    assert "Passed" in heads(case)["K00"].accessibleDescription()
    assert "Mapping of affairs" in toast(case)
    case.run("stage.reopen")
    assert line(case.office, agreement, "K00").state is StageState.OPEN
    case.run("edit.undo")
    assert heads(case)["K00"].line.state is StageState.PASSED


@pytest.mark.usefixtures("agreement")
def test_a_stage_is_passed_only_with_a_reason_that_is_shown(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = caught(monkeypatch, StageDialog)
    told = answer(monkeypatch, lambda _: None)
    press(case, "Pass")
    assert told == [False]
    told = answer(monkeypatch, lambda _: asked[-1].reason.set_value("Termuat dalam RKPD"))
    case.run("stage.pass")
    assert told == [True]
    words = [label.text() for label in detail(case).findChildren(QLabel)]
    assert "The reason kept: Termuat dalam RKPD" in words
    assert not case.can("stage.pass")


def test_a_paper_is_attached_to_its_document_and_opened_from_it(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []
    shown: list[object] = []
    monkeypatch.setattr(stages_card, "ask_attach", lambda *_, **words: asked.append(words))
    monkeypatch.setattr(stages_card, "open_attachment", lambda _, paper, __: shown.append(paper))
    press(case, "Attach")
    assert asked == [{"stage": "K00", "document": "daftar_pemetaan"}]
    file(case.office, agreement, "K00.daftar_pemetaan", date(2022, 8, 1), number="050/12")
    press(case, "050/12")
    paper = line(case.office, agreement, "K00").documents[0].files[0]
    assert shown == [paper.id]


def test_a_limit_says_how_many_working_days_are_left(case: Case) -> None:
    agreement = a_memorandum(case.office)
    case.go(agreement, "process")
    file(case.office, agreement, "F60.surat_permohonan", date(2022, 7, 18))
    assert "working days left" in heads(case)["F60"].accessibleDescription()


def test_another_track_is_chosen_and_named_in_the_head(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: FormDialog) -> None:
        dialog.findChildren(ChoiceField)[0].set_value(Track.MINISTRY)

    answer(monkeypatch, choose)
    case.run("stage.track")
    assert progress_of(case.office, agreement).track is Track.MINISTRY
    assert "S10" in heads(case)


@pytest.mark.usefixtures("agreement")
def test_a_finding_leads_to_its_stage(case: Case) -> None:
    view(case).open_stage("K30")
    assert opened(case) == "K30"
    assert heads(case)["K30"].hasFocus()


def duties(case: Case) -> DutiesCard:
    return view(case).duties


def test_duties_are_made_ticked_and_told_when_overdue(case: Case, agreement: UUID) -> None:
    signed(case.office, agreement, date(2021, 3, 1))
    rows = words_of(duties(case).table)
    assert rows[0][0].startswith("Send a copy to the")
    assert "working days overdue" in rows[0][1]
    first = list_duties(case.office, agreement)[0]
    duties(case).table.select(first.id)
    duties(case).table.toggled.emit(first)
    assert "is done" in toast(case)
    assert words_of(duties(case).table)[-1][1].endswith("done")
    case.run("edit.undo")
    assert list_duties(case.office, agreement)[0].id == first.id


def test_what_a_party_owes_is_entered_with_a_span_of_working_days(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = caught(monkeypatch, DutyDialog)

    def fill(_: QDialog) -> None:
        form = asked[-1]
        form.title.set_value("Menyediakan server")
        form.party.set_value(2)
        form.start.set_value(PartialDate(2022, 9, 1))
        form.unit.set_value("working_days")
        form.count.set_value(45)

    told = answer(monkeypatch, fill)
    case.run("duty.add")
    assert told == [True]
    (owed,) = list_duties(case.office, agreement)
    assert owed.due_on == date(2022, 11, 3)
    duties(case).table.select(owed.id)
    case.run("duty.remove")
    assert list_duties(case.office, agreement) == []
    assert not case.can("duty.remove")


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (900, False)])
@pytest.mark.usefixtures("agreement")
def test_the_cards_stand_beside_or_under_each_other(width: int, beside: bool, case: Case) -> None:
    case.window.resize(width, 720)
    case.bot.waitUntil(lambda: case.window.width() == width)
    case.bot.wait(50)
    stages, last = view(case).stages, view(case).duties
    right = last.mapTo(view(case), last.rect().topLeft()).x()
    assert (right > stages.width()) is beside


@pytest.mark.usefixtures("agreement")
def test_the_dialogs_fit_a_low_screen(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    heights: list[int] = []

    def shown(dialog: FormDialog) -> int:
        dialog.show()
        heights.append(dialog.height())
        dialog.close()
        return 0

    monkeypatch.setattr(FormDialog, "exec", shown)
    case.window.resize(900, 500)
    for name in ("stage.finish", "stage.pass", "stage.not_required", "stage.track", "duty.add"):
        case.run(name)
    assert len(heights) == 5
    assert max(heights) <= 480
    assert stage_dialogs.__doc__


def reached(case: Case, key: Qt.Key, times: int) -> list[QWidget]:
    """Where the keyboard goes when a key is pressed again and again."""
    stops = []
    for _ in range(times):
        case.bot.keyClick(case.window.focusWidget(), key)
        stops.append(case.window.focusWidget())
    return stops


@pytest.mark.usefixtures("agreement")
def test_tab_reaches_every_card_in_the_order_of_the_page(case: Case) -> None:
    heads(case)["K00"].setFocus()
    stops = reached(case, Qt.Key.Key_Tab, 80)
    cards = [each for each in view(case)._cards if any(map(each.isAncestorOf, stops))]
    assert cards == list(view(case)._cards)
    first = [next(at for at, stop in enumerate(stops) if card.isAncestorOf(stop)) for card in cards]
    assert first == sorted(first)
    case.window.focusWidget().clearFocus()
    heads(case)["K10"].setFocus()
    case.bot.keyClick(case.window.focusWidget(), Qt.Key.Key_Backtab)
    button = case.window.focusWidget()
    assert isinstance(button, QAbstractButton)
    assert button.text().startswith("Not required")


@pytest.mark.usefixtures("agreement")
def test_the_pane_key_goes_from_card_to_card_and_back(case: Case) -> None:
    heads(case)["K00"].setFocus()
    forward = [card_after(case, "agreement.next_pane") for _ in range(4)]
    assert forward[:2] == [view(case).drafts, view(case).clearance]
    back = [card_after(case, "agreement.previous_pane") for _ in range(3)]
    assert back == forward[-2::-1]


def card_after(case: Case, command: str) -> QWidget:
    """The card that has the keyboard after a command."""
    case.run(command)
    held = case.window.focusWidget()
    return next(card for card in view(case)._cards if card.isAncestorOf(held))
