"""The program is killed while somebody types; at the next start the words are offered back."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.app.desk import open_desk
from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.history import undo_label
from kunjungan.services.office import Office
from kunjungan.services.writing.shape import add_clause
from kunjungan.services.writing.unsaved import Unsaved, note_unsaved, read_unsaved
from kunjungan.ui.screens.agreements.writing.recovery import NOTE_MS, Recovery
from kunjungan.ui.screens.agreements.writing.recovery_dialog import RecoveryDialog
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.confirm import MessageDialog
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window, meet
from tests.ui.shared import QUIET
from tests.ui.typing_on import EVERY_MS

pytestmark = QUIET


@pytest.fixture
def agreement(office: Office) -> UUID:
    return an_agreement(office)


@pytest.fixture
def clause(office: Office, agreement: UUID) -> UUID:
    return next(line.id for line in list_clauses(office, agreement) if line.level is Level.LETTER)


@pytest.fixture
def left(office: Office, agreement: UUID, clause: UUID) -> Unsaved:
    """English words that a crash left in a row."""
    lines = list_clauses(office, agreement)
    line = next(line for line in lines if line.id == clause)
    made = Unsaved(
        agreement, clause, "en", "To prepare the", line.text.en, line.marker, office.now()
    )
    note_unsaved(office, [made])
    return made


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office, left: Unsaved) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        opened.go(left.agreement)
        yield opened


def bar(case: Case) -> Banner | None:
    QApplication.processEvents()
    return next((made for made in _bar(case).findChildren(Banner) if not made.isHidden()), None)


def _bar(case: Case) -> QWidget:
    (recovery,) = case.page.findChildren(Recovery)
    return recovery.bar


def press(parent: QWidget, words: str) -> None:
    (made,) = [made for made in parent.findChildren(Button) if made.text() == words]
    made.click()


def english(case: Case, left: Unsaved) -> str:
    return case.line(left.agreement, left.clause).text.en


def test_a_program_killed_while_one_types_loses_the_last_second_at_most(
    tmp_path: Path,
) -> None:
    office, _ = open_desk(tmp_path, "make")
    agreement = an_agreement(office)
    row = next(line for line in list_clauses(office, agreement) if line.level is Level.LETTER)
    office.store.close()
    command = [sys.executable, "-m", "tests.ui.typing_on", *map(str, (tmp_path, agreement, row.id))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typing:
        assert typing.stdout is not None
        said = typing.stdout.read(30)
        typing.kill()  # which nothing in it can answer
        said += typing.stdout.read()
    again, _ = open_desk(tmp_path, "make")
    (found,) = read_unsaved(again)
    again.store.close()
    assert (found.clause, found.column, found.before) == (row.id, "en", row.text.en)
    assert said.startswith(found.text)
    assert len(said) - len(found.text) <= 1000 // EVERY_MS


def test_typing_without_a_pause_is_noted_within_the_second(
    qapp: QApplication, qtbot: QtBot, office: Office, agreement: UUID, clause: UUID
) -> None:
    with agreements_window(qapp, qtbot, office) as case:
        case.go(agreement)
        field = case.write_in(clause, "en")
        before = field.source()
        for letter in "abcdefghijkl":  # each before the pause would keep the one before
            qtbot.keyClicks(field, letter)
            qtbot.wait(NOTE_MS // 8)
        (noted,) = read_unsaved(office)
        assert noted.text.startswith(f"{before}abc")
        assert NOTE_MS < 1000
        assert case.page.flush()
        assert read_unsaved(office) == []


def test_words_left_behind_are_offered_and_put_back_as_one_change(
    case: Case, left: Unsaved
) -> None:
    shown = bar(case)
    assert shown is not None
    assert shown.accessibleName().startswith("Restored 02.00: ")
    assert shown.accessibleName().endswith(", English text")
    assert english(case, left) == left.before
    press(shown, "Show")
    assert english(case, left) == left.text
    assert undo_label(case.office) == "Write clause"
    assert bar(case) is None
    assert read_unsaved(case.office) == []


def test_words_are_discarded_only_when_that_is_confirmed(
    case: Case, left: Unsaved, monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer, kept in ((False, [left]), (True, [])):
        meet(monkeypatch, MessageDialog, lambda _box, answer=answer: answer)
        shown = bar(case)
        assert shown is not None
        press(shown, "Throw away")
        assert read_unsaved(case.office) == kept
    assert english(case, left) == left.before
    assert bar(case) is None


def test_newer_words_are_never_overwritten_unasked(
    case: Case, left: Unsaved, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clause(case.office, left.clause, "en", "Newer words")
    for answer, words in (
        ("Leave as stored", "Newer words"),
        ("Use the restored words", left.text),
    ):

        def choose(dialog: RecoveryDialog, answer: str = answer) -> int:
            press(dialog, answer)
            return dialog.result()

        meet(monkeypatch, RecoveryDialog, choose)
        shown = bar(case)
        assert shown is not None
        press(shown, "Show")
        assert english(case, left) == words
    assert bar(case) is None


def test_words_of_a_row_that_is_gone_can_be_copied(
    case: Case, left: Unsaved, monkeypatch: pytest.MonkeyPatch
) -> None:
    remaining = [line.id for line in case.lines(left.agreement)]
    case.page.rows.go_to(left.clause, write=False)
    case.run("clause.remove")
    assert len(case.lines(left.agreement)) == len(remaining) - 1

    def copy(dialog: RecoveryDialog) -> int:
        press(dialog, "Copy words")
        return dialog.result()

    meet(monkeypatch, RecoveryDialog, copy)
    shown = bar(case)
    assert shown is not None
    press(shown, "Show")
    assert QApplication.clipboard().text() == left.text
    assert read_unsaved(case.office) == [left]


def test_words_that_the_office_holds_by_now_are_not_offered(
    qapp: QApplication, qtbot: QtBot, office: Office, left: Unsaved
) -> None:
    write_clause(office, left.clause, "en", left.text)
    with agreements_window(qapp, qtbot, office) as case:
        case.go(left.agreement)
        assert bar(case) is None
        assert read_unsaved(office) == []


def test_words_of_another_agreement_wait_for_it(
    qapp: QApplication, qtbot: QtBot, office: Office, left: Unsaved
) -> None:
    elsewhere = replace(left, agreement=left.clause, clause=left.agreement)
    note_unsaved(office, [elsewhere])
    with agreements_window(qapp, qtbot, office) as case:
        case.go(left.agreement)
        assert bar(case) is None
        assert read_unsaved(office) == [elsewhere]


def test_a_row_with_words_not_kept_stays_however_far_one_scrolls(
    qapp: QApplication, qtbot: QtBot, office: Office, agreement: UUID, clause: UUID
) -> None:
    after = clause
    for _ in range(40):
        after = add_clause(office, agreement, Level.LETTER, after=after)
    with agreements_window(qapp, qtbot, office) as case:
        case.go(agreement)
        field = case.write_in(clause, "en")
        qtbot.keyClicks(field, " mine")
        write_clause(office, clause, "en", "theirs")
        assert case.page.flush() is False
        case.page.rows.go_to(case.lines(agreement)[-1].id, "id")
        row = case.page.rows.row(clause)
        assert row is not None
        assert row.fields["en"].source().endswith(" mine")
        assert list(case.page.rows.unsaved()) == [clause]
