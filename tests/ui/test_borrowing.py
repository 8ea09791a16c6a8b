"""Clauses taken over in a dialog: ticked, looked at in both languages, inserted as one step."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.agreements import AgreementKind
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm
from kunjungan.ui.screens.agreements.writing.borrow_dialog import BorrowDialog
from kunjungan.ui.screens.agreements.writing.borrow_table import LentLine
from tests.builders import bandung, prabumulih
from tests.ui.agreements_case import Case, agreements_window, meet, toast, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def pair(office: Office) -> tuple[UUID, UUID]:
    host, guest = bandung(office), prabumulih(office)
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head)]
    one = draft_agreement(office, AgreementForm("Satu", "One"), parties)
    two = draft_agreement(office, AgreementForm("Dua", "Two", kind=AgreementKind.PKS), parties)
    return one, two


def head(dialog: BorrowDialog, number: int) -> LentLine:
    """Make the heading of an article current and return its line."""
    at = [row[0] for row in words_of(dialog.table)].index(f"Article {number}")
    dialog.table.view.selectRow(at)
    line = dialog.table.current()
    assert line is not None
    return line


def test_a_whole_article_of_another_kind_is_ticked_shown_and_inserted(
    case: Case, pair: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    case.go(pair[0])
    before = case.lines(pair[0])
    seen: list[str] = []

    def use(dialog: BorrowDialog) -> None:
        dialog.kind.set_value(AgreementKind.PKS)
        assert not dialog.verb.isEnabled()
        dialog.turn(head(dialog, 2))
        seen.extend([dialog.preview.words.text(), dialog.verb.text()])
        dialog.insert()

    meet(monkeypatch, BorrowDialog, use)
    case.run("clause.standard")
    after = case.lines(pair[0])
    count = len(after) - len(before)
    assert count >= 2
    assert "Pasal 2" in seen[0]
    assert "Article 2" in seen[0]
    assert seen[1] == f"Insert {count} rows"
    assert toast(case).startswith(f"{count} rows inserted")
    undo(case.office)
    assert case.lines(pair[0]) == before


def test_single_rows_of_another_agreement_are_found_by_its_subject(
    case: Case, pair: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    case.go(pair[0])
    here = next(line for line in case.lines(pair[0]) if line.marker.id == "(1)")
    case.page.rows.go_to(here.id)

    def use(dialog: BorrowDialog) -> None:
        (found,) = dialog.other.matches("two prabumulih")
        dialog.other.set_value(found.key)
        dialog.load()
        at = [row[0] for row in words_of(dialog.table)].index("(1)")
        dialog.table.view.selectRow(at)
        line = dialog.table.current()
        assert line is not None
        dialog.turn(line)
        assert dialog.after.value() == here.id
        dialog.insert()

    meet(monkeypatch, BorrowDialog, use)
    case.run("clause.copy")
    ids = [line.id for line in case.lines(pair[0])]
    now = case.page.rows.current()
    assert now is not None
    assert ids.index(now.id) == ids.index(here.id) + 1


def test_words_narrow_the_rows_and_what_is_ticked_stays_ticked(
    case: Case, pair: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    case.go(pair[0])

    def use(dialog: BorrowDialog) -> None:
        dialog.turn(head(dialog, 1))
        ticked = dialog.verb.text()
        dialog.search.setText("force majeure")
        dialog.search.searched.emit("force majeure")
        assert 0 < len(words_of(dialog.table)) < 10
        assert dialog.verb.text() == ticked
        dialog.turn(head(dialog, 9))
        dialog.turn(head(dialog, 9))
        assert dialog.verb.text() == ticked

    meet(monkeypatch, BorrowDialog, use)
    before = case.lines(pair[0])
    case.run("clause.standard")
    assert case.lines(pair[0]) == before
