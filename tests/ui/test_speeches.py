"""The texts of speeches in a window: chosen beside the table, seen in its rows and on a card."""

from collections.abc import Iterator
from datetime import time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from kunjungan.domain.visit_words import ItemKind, SpeechState
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import ItemForm, list_items
from kunjungan.services.rundown.lines import rundown
from kunjungan.ui.screens.visits.rundown.item_dialog import ItemDialog
from kunjungan.ui.screens.visits.rundown.offers import offers_of
from kunjungan.ui.screens.visits.rundown.rows import Row, columns
from tests.services.rundown.case import Signing, a_signing
from tests.ui.rundown_case import tab
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> Signing:
    made = a_signing(case.office)
    case.go(made.visit, "rundown")
    return made


@pytest.fixture
def speech(visit: Signing) -> UUID:
    visit.add("09.00", 10, "Buka", kind=ItemKind.OPENING)
    return visit.add("09.10", 7, "Sambutan tamu", kind=ItemKind.SPEECH, tenure_id=visit.guest.head)


def said(case: Case) -> list[str]:
    """Return what the card of the speeches says."""
    return [label.text() for label in tab(case).speeches.findChildren(QLabel)]


def title_cell(case: Case, line: int) -> str:
    row = tab(case).table.view.model().item(line)  # type: ignore[attr-defined]  # our RowsModel
    assert isinstance(row, Row)
    cell = columns()[3].cell(row)
    return cell if isinstance(cell, str) else cell.words


def test_a_text_is_chosen_beside_the_table_and_its_word_stands_in_the_row(
    case: Case, visit: Signing, speech: UUID
) -> None:
    tab(case).table.select(speech)
    field = tab(case).inspector.speech
    assert field.isVisibleTo(tab(case).inspector)
    assert title_cell(case, 2) == "Sambutan tamu"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert [line.speech for line in list_items(*visit.where)] == [None, SpeechState.ASKED]
    assert title_cell(case, 2) == "Sambutan tamu, Text asked for"
    undo(case.office)
    assert [line.speech for line in list_items(*visit.where)] == [None, None]


def test_what_is_not_read_has_no_such_field(case: Case, visit: Signing) -> None:
    tab(case).table.select(visit.add("10.00", 5, "Foto", kind=ItemKind.PHOTO))
    assert not tab(case).inspector.speech.isVisibleTo(tab(case).inspector)
    tab(case).table.select(
        visit.add("10.10", 5, "Doa", kind=ItemKind.PRAYER, speech=SpeechState.DRAFT)
    )
    assert tab(case).inspector.speech.isVisibleTo(tab(case).inspector)


def test_the_dialog_gives_any_item_a_text(case: Case, visit: Signing) -> None:
    offers = offers_of(*visit.where, ())
    dialog = ItemDialog(case.office, rundown(*visit.where), offers, (), case.window)
    start = ItemForm(
        starts_at=time(9), minutes=5, title_id="Doa", kind=ItemKind.PRAYER, session_id=visit.session
    )
    dialog.show(start)
    assert dialog.form() == start
    dialog.speech.set_value(SpeechState.READY)
    dialog.save()
    assert [line.speech for line in list_items(*visit.where)] == [SpeechState.READY]


def test_the_card_lists_the_speeches_and_leads_to_them(
    case: Case, visit: Signing, speech: UUID
) -> None:
    assert "Sambutan tamu" in said(case)
    assert any("7 min" in words and "Ridho Yahya" in words for words in said(case))
    tab(case).table.select(visit.add("10.00", 5, "Foto", kind=ItemKind.PHOTO))
    tab(case).speeches.findChildren(QPushButton)[-1].click()
    assert tab(case).current() == speech


def test_a_rundown_without_speeches_has_no_such_card(case: Case, visit: Signing) -> None:
    visit.add("09.00", 10, "Buka", kind=ItemKind.OPENING)
    assert not tab(case).speeches.isVisibleTo(tab(case))


def test_the_inspector_tells_who_must_be_in_place_for_the_next_item(
    case: Case, visit: Signing, speech: UUID
) -> None:
    inspector = tab(case).inspector
    tab(case).table.select(list_items(*visit.where)[0].id)
    assert inspector.next.text() == (
        "Next, 09.10: Sambutan tamu. In place by then: Ridho Yahya, Mayor of Prabumulih"
    )
    tab(case).table.select(speech)
    assert not inspector.next.isVisibleTo(inspector)
