"""The letters' tab: what came, what goes out, the editor with its preview, and every verb."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from kunjungan.domain.days import PartialDate
from kunjungan.domain.visit_letters import LetterState
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.letters.emblems import has_state_emblem
from kunjungan.services.letters.letters import add_letter, letter_form, list_letters, new_letter
from kunjungan.services.letters.signers import list_signers
from kunjungan.services.office import Office
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.ui.screens.visits.letters.editor import LetterEditor
from kunjungan.ui.screens.visits.letters.emblems_dialog import EmblemsDialog
from kunjungan.ui.screens.visits.letters.tab import LettersTab
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, answer, visits_window

pytestmark = QUIET
WRITTEN = date(2022, 8, 12)


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> UUID:
    made = a_full_visit(case.office)
    case.go(made, "letters")
    return made


def tab(case: Case) -> LettersTab:
    assert isinstance(case.tab, LettersTab)
    return case.tab


def a_letter(case: Case, visit: UUID, number: str = "005/001/KSD/VIII/2022") -> UUID:
    """An answer to the guests, kept as a draft, and the row of the table on it."""
    (guests,) = list_delegations(case.office, visit)
    form = new_letter(case.office, visit, LetterKind.ANSWER, guests.id, on=WRITTEN)
    signer = next(line.id for line in list_signers(case.office, visit) if line.is_head)
    made = add_letter(case.office, visit, replace(form, number=number, signer_id=signer))
    tab(case).table.select(made)
    return made


def fill(monkeypatch: pytest.MonkeyPatch, do: Callable[[LetterEditor], bool]) -> None:
    """Let the next editor be filled in instead of shown."""
    monkeypatch.setattr(LetterEditor, "exec", lambda editor: int(do(editor)))


def test_a_request_stands_over_the_letters_and_enter_answers_it(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(editor: LetterEditor) -> bool:
        assert "Wali Kota Prabumulih" in editor.forms.indonesian.to.value()
        return editor.submit()

    fill(monkeypatch, kept)
    (request,) = (tab(case).table.current(),)
    assert request is not None
    tab(case).table.opened.emit(request)
    (line,) = list_letters(case.office, visit)
    assert (line.kind, line.state) == (LetterKind.ANSWER, LetterState.DRAFT)
    assert tab(case).table.current() == line


def test_the_menu_offers_every_kind(case: Case, visit: UUID) -> None:
    menu = tab(case).kinds()
    assert [action.text() for action in menu.actions()] == [
        "Answer", "Another date", "Refusal", "Invitation", "Letter of thanks",
        "Letter of assignment",
    ]  # fmt: skip
    assert isinstance(menu, QMenu)
    assert list_letters(case.office, visit) == []


def test_where_the_own_people_are_guests_the_menu_has_no_letters_of_a_host(
    case: Case, visit: UUID
) -> None:
    form = visit_form(case.office, visit)
    edit_visit(case.office, visit, replace(form, direction="outgoing"))
    kinds = [action.text() for action in tab(case).kinds().actions()]
    assert kinds == ["Letter of thanks", "Letter of assignment"]


def test_the_preview_follows_what_is_typed(
    case: Case, qtbot: QtBot, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list_letters(case.office, visit) == []
    looks: list[int] = []

    def typed(editor: LetterEditor) -> bool:
        editor.show()
        qtbot.waitUntil(lambda: editor.pages.page_count == 1)
        editor.forms.language.set_value("both")
        qtbot.waitUntil(lambda: editor.pages.page_count == 2)
        looks.append(editor.pages.page_count)
        assert editor.forms.english.isVisible()
        return False

    fill(monkeypatch, typed)
    tab(case).write(LetterKind.INVITATION)
    assert looks == [2]


def test_a_wrong_weekday_keeps_the_editor_open_and_says_why(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = a_letter(case, visit)

    def wrong(editor: LetterEditor) -> bool:
        body = editor.forms.indonesian.body
        body.set_value(body.value().replace("Kamis", "Jumat"))
        kept = editor.submit()
        assert not editor.notice.isHidden()
        return kept

    fill(monkeypatch, wrong)
    case.run("letter.edit")
    assert "Kamis" in letter_form(case.office, made).body_id


def test_the_next_number_is_proposed(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_letter(case, visit, "005/041/KSD/VIII/2022")

    def numbered(editor: LetterEditor) -> bool:
        editor.forms.number.take_next()
        return editor.submit()

    fill(monkeypatch, numbered)
    tab(case).write(LetterKind.INVITATION)
    numbers = {line.number for line in list_letters(case.office, visit)}
    assert "005/042/KSD/VIII/2022" in numbers


def test_a_letter_is_sent_answered_and_asked_for_again_when_the_visit_moves(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_letter(case, visit)
    answer(monkeypatch, lambda dialog: None)
    assert not case.can("letter.answered")
    case.run("letter.sent")
    (line,) = list_letters(case.office, visit)
    assert line.sent_on == case.office.today()
    assert not case.can("letter.edit")
    answer(monkeypatch, lambda dialog: None)
    case.run("letter.answered")
    assert list_letters(case.office, visit)[0].state is LetterState.ANSWERED
    moved = replace(visit_form(case.office, visit), on=PartialDate(2022, 9, 8))
    edit_visit(case.office, visit, moved)
    assert list_letters(case.office, visit)[0].state is LetterState.RESEND
    fill(monkeypatch, LetterEditor.submit)
    case.run("letter.again")
    again = [row for row in list_letters(case.office, visit) if row.sent_on is None]
    assert "Kamis, 8 September 2022" in letter_form(case.office, again[0].id).body_id


def test_a_removed_letter_comes_back_by_undo(case: Case, visit: UUID) -> None:
    a_letter(case, visit)
    case.run("letter.remove")
    assert list_letters(case.office, visit) == []
    case.run("edit.undo")
    assert len(list_letters(case.office, visit)) == 1


def test_a_state_emblem_is_taken_from_a_file(
    case: Case, visit: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lambang.png"
    Image.new("RGB", (60, 70), "black").save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    def taken(dialog: EmblemsDialog) -> int:
        dialog.take_state_emblem()
        return 1

    monkeypatch.setattr(EmblemsDialog, "exec", taken)
    case.run("letter.emblems")
    assert has_state_emblem(case.office)
    assert visit
