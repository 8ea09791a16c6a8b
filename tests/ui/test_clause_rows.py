"""Rows of a text on the agreement's page: cut and joined, marked in place, given up when far."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.writing.cross_references import reference_to
from kunjungan.services.writing.paste import Clipping
from kunjungan.services.writing.shape import add_clause
from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.rows.clause_row import ClauseRow
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.rows.clause_text import same_cut
from kunjungan.ui.screens.agreements.rows.row_state import state_of
from kunjungan.ui.theme.tokens import Tone
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    made = an_agreement(case.office)
    case.go(made)
    return made


def level(case: Case, agreement: UUID, wanted: Level, place: int = 0) -> UUID:
    return [line.id for line in case.lines(agreement) if line.level is wanted][place]


def row(case: Case, clause: UUID) -> ClauseRow:
    case.page.rows.go_to(clause, write=False)
    found = case.page.rows.row(clause)
    assert found is not None
    return found


def here(case: Case) -> ClauseField:
    field = case.page.rows.field()
    assert field is not None
    return field


def underlined(field: ClauseField) -> list[str]:
    return [line.cursor.selectedText() for line in field.extraSelections()]


def test_a_row_is_cut_at_the_cursor_and_joined_again_by_backspace(
    case: Case, agreement: UUID
) -> None:
    clause = level(case, agreement, Level.LETTER)
    write_clause(case.office, clause, "id", "satu **dua tiga** empat")
    field = case.write_in(clause, "id")
    field.go_to(len("satu **dua "))
    case.run("clause.add")
    place = [line.id for line in case.lines(agreement)].index(clause)
    first, second = case.lines(agreement)[place : place + 2]
    assert (first.text.id, second.text.id) == ("satu **dua**", "**tiga** empat")
    entered = here(case)
    assert (case.page.rows.current(), entered.textCursor().position()) == (second, 0)
    case.bot.keyClick(entered, Qt.Key.Key_Backspace)
    joined = case.line(agreement, clause)
    assert joined.text.id == "satu **dua tiga** empat"
    assert here(case).source()[: -len(" empat")] == "satu **dua tiga**"
    case.run("edit.undo")
    case.run("edit.undo")
    assert case.line(agreement, clause).text.id == "satu **dua tiga** empat"


def test_undo_of_a_cut_leads_back_to_the_row_that_was_cut(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.LETTER)
    write_clause(case.office, clause, "id", "satu dua")
    case.write_in(clause, "id").go_to(len("satu "))
    case.run("clause.add")
    case.run("edit.undo")
    current = case.page.rows.current()
    assert current is not None
    assert current.id == clause
    assert here(case).hasFocus()


def test_between_two_sentences_both_languages_are_cut(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.LETTER)
    write_clause(case.office, clause, "id", "Satu dua. Tiga {place}. Empat.")
    write_clause(case.office, clause, "en", "One two. Three in {place}. Four.")
    field = case.write_in(clause, "en")
    field.go_to(len("One two. Three in {place}."))
    case.run("clause.add")
    place = [line.id for line in case.lines(agreement)].index(clause)
    first, second = (line.text for line in case.lines(agreement)[place : place + 2])
    assert (first.id, second.id) == ("Satu dua. Tiga {place}.", "Empat.")
    assert (first.en, second.en) == ("One two. Three in {place}.", "Four.")


@pytest.mark.parametrize(
    ("text", "place", "other", "cut"),
    [
        ("Satu. Dua.", 5, "One. Two.", 5),
        ("Satu. Dua.", 6, "One. Two.", 5),
        ("Satu. Dua.", 3, "One. Two.", None),
        ("Satu. Dua. Tiga.", 5, "One. Two.", None),
        ("Satu. Dua.", 5, "", None),
    ],
)
def test_a_cut_is_carried_over_only_where_the_sentences_match(
    text: str, place: int, other: str, cut: int | None
) -> None:
    assert same_cut(text, place, other) == cut


def test_a_term_that_strays_is_marked_in_place_and_named_at_the_rows_end(
    case: Case, agreement: UUID
) -> None:
    clause = level(case, agreement, Level.LETTER)
    write_clause(case.office, clause, "id", "Perjanjian Kerja Sama di {place}")
    write_clause(case.office, clause, "en", "the Contract in {place}, {nowhere}")
    shown = row(case, clause)
    assert underlined(shown.fields["en"])[0] == "{nowhere}"
    case.bot.waitUntil(lambda: "Glossary term: " in shown.accessibleDescription())


def test_a_reference_shows_its_words_and_leads_to_its_row(case: Case, agreement: UUID) -> None:
    target, clause = (level(case, agreement, Level.PARAGRAPH, place) for place in (0, 4))
    field = reference_to(case.office, clause, target)
    write_clause(case.office, clause, "id", f"sesuai {field}.")
    shown = row(case, clause).fields["id"]
    assert shown.toPlainText().startswith("sesuai Pasal 1")
    assert shown.source() == f"sesuai {field}."
    written = case.write_in(clause, "id")
    written.go_to(len("sesuai "))
    case.bot.keyClick(written, Qt.Key.Key_F2)
    case.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    case.bot.keyClick(menu, Qt.Key.Key_Return)
    now = case.page.rows.current()
    assert now is not None
    assert now.id == target


def test_a_strip_stands_under_the_english_text_until_one_goes_elsewhere(
    qapp: QApplication, qtbot: QtBot, office: Office
) -> None:
    dressed(qapp)
    lines = list_clauses(office, an_agreement(office))
    rows = ClauseRows(lambda *_: True)
    qtbot.addWidget(rows)
    rows.resize(800, 600)
    rows.show()
    rows.show_lines(lines, {"id": {}, "en": {}}, is_open=True)
    rows.go_to(lines[1].id, "en")
    shown = rows.row(lines[1].id)
    assert shown is not None
    before = shown.height()
    strip = QLabel("Suggestion")
    strip.setFixedHeight(60)
    rows.show_strip(strip)
    qtbot.waitUntil(lambda: shown.height() >= before + 60)
    english = shown.fields["en"].geometry()
    assert strip.isVisible()
    assert (strip.x(), strip.width()) == (english.x(), english.width())
    assert strip.y() >= english.bottom()
    rows.go_to(lines[2].id, "en")
    assert not strip.isVisible()
    qtbot.waitUntil(lambda: shown.height() == before)


def test_of_a_long_text_only_rows_near_what_one_sees_are_there(case: Case, agreement: UUID) -> None:
    after = level(case, agreement, Level.PARAGRAPH)
    for _ in range(80):
        after = add_clause(case.office, agreement, Level.LETTER, after=after)
    most = 0
    for line in case.lines(agreement):
        case.page.rows.go_to(line.id, write=False)
        most = max(most, len(case.page.rows._rows))
    assert 4 < most < 40
    case.bot.waitUntil(lambda: len(case.page.rows.findChildren(ClauseRow)) < most + 10)


def test_tab_goes_on_from_a_field_that_ends_a_text(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.PARAGRAPH, 1)
    write_clause(case.office, clause, "id", "di {place}")
    field = case.write_in(clause, "id")
    case.bot.keyClick(field, Qt.Key.Key_Tab)
    assert case.page.rows.side == "en"


def test_spelling_is_marked_when_wished_and_the_desk_remembers(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.LETTER)
    write_clause(case.office, clause, "id", "pelaksanan kegiatan {place}")
    field = row(case, clause).fields["id"]
    assert underlined(field) == []
    case.run("clause.spelling")
    case.bot.waitUntil(lambda: underlined(field) == ["pelaksanan"])
    assert case.parts.desk.settings.spelling
    case.run("clause.spelling")
    assert underlined(field) == []
    assert not case.parts.desk.settings.spelling


def test_the_states_of_a_row_have_words(office: Office) -> None:
    agreement = an_agreement(office)
    lines = list_clauses(office, agreement)
    whole = next(line for line in lines if line.level is Level.LETTER)
    same = state_of(whole, None)
    assert same is not None
    assert (same.tone, same.icon) == (Tone.OK, "checkmark_circle")
    write_clause(office, whole.id, "id", f"{whole.text.id} Lagi.")
    write_clause(office, lines[0].id, "en", "")
    stale, bare = (
        state_of(next(line for line in list_clauses(office, agreement) if line.id == key), None)
        for key in (whole.id, lines[0].id)
    )
    assert stale is not None
    assert stale.words.startswith("To be reviewed")
    assert bare is not None
    assert (bare.tone, bare.words) == (Tone.BAD, "Not translated yet: English text")


def test_several_paragraphs_pasted_into_a_row_ask_first(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Clipping, str]] = []
    case.page.rows.pasted.connect(lambda clipping, line, column: asked.append((clipping, column)))
    monkeypatch.setattr(
        "kunjungan.ui.screens.agreements.writing.paste_dialog.PasteDialog.exec", lambda _: 0
    )
    clause = level(case, agreement, Level.LETTER)
    before = case.line(agreement, clause).text
    field = case.write_in(clause, "en")
    clip = QMimeData()
    clip.setText("Article 1\n(1) one.\n(2) two.")
    field.insertFromMimeData(clip)
    ((clipping, column),) = asked
    assert (clipping.text, column) == (clip.text(), "en")
    assert case.page.flush()
    assert case.line(agreement, clause).text == before
