"""Writing an agreement in two languages: typing, going about, adding rows, undo."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import write_clause
from kunjungan.services.history import undo_label
from kunjungan.services.office import Office
from kunjungan.ui.labels import label
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window, chips
from tests.ui.shared import QUIET

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
    found = [line.id for line in case.lines(agreement) if line.level is wanted]
    return found[place]


def wait(case: Case, agreement: UUID, clause: UUID, english: str) -> None:
    case.bot.waitUntil(lambda: case.line(agreement, clause).text.en == english)


def menu(case: Case) -> QMenu:
    case.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def test_a_clause_reads_as_it_will_be_printed_also_while_one_writes_in_it(
    case: Case, agreement: UUID
) -> None:
    first = level(case, agreement, Level.TEXT)
    row = case.page.rows.row(first)
    assert row is not None
    assert row.fields["id"].toPlainText().startswith("Pada hari ini, Kamis")
    field = case.write_in(first, "id")
    assert field.toPlainText().startswith("Pada hari ini, Kamis")
    assert field.source().startswith("{opening}, bertempat di {place}")
    assert field.locale().name() == "id_ID"


def test_typed_words_are_kept_after_a_pause_as_one_change(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.LETTER)
    before = case.line(agreement, clause).text.en
    field = case.write_in(clause, "en")
    case.bot.keyClicks(field, " and more")
    assert case.line(agreement, clause).text.en == before
    wait(case, agreement, clause, f"{before} and more")
    assert undo_label(case.office) == "Write clause"
    case.run("edit.undo")
    assert case.line(agreement, clause).text.en == before
    assert field.toPlainText() == before
    case.run("edit.redo")
    assert field.toPlainText() == f"{before} and more"


def test_undo_by_its_key_takes_back_what_was_typed_just_now(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.LETTER)
    before = case.line(agreement, clause).text.en
    field = case.write_in(clause, "en")
    case.bot.keyClicks(field, " too early")
    case.bot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    case.bot.waitUntil(lambda: field.toPlainText() == before)
    assert case.line(agreement, clause).text.en == before


def test_tab_goes_to_english_and_on_to_the_next_row_and_keeps_the_words_at_once(
    case: Case, agreement: UUID
) -> None:
    lines = case.lines(agreement)
    field = case.write_in(lines[4].id, "id")
    case.bot.keyClicks(field, " lagi")
    case.bot.keyClick(field, Qt.Key.Key_Tab)
    assert case.line(agreement, lines[4].id).text.id.endswith(" lagi")
    assert (case.page.rows.current(), case.page.rows.side) == (
        case.line(agreement, lines[4].id),
        "en",
    )
    english = QApplication.focusWidget()
    assert english is not None
    case.bot.keyClick(english, Qt.Key.Key_Tab)
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side) == (lines[5].id, "id")
    back = QApplication.focusWidget()
    assert back is not None
    case.bot.keyClick(back, Qt.Key.Key_Backtab)
    assert case.page.rows.side == "en"


def test_escape_leaves_the_text_and_the_arrows_go_over_the_rows(
    case: Case, agreement: UUID
) -> None:
    lines = case.lines(agreement)
    field = case.write_in(lines[1].id, "en")
    case.bot.keyClick(field, Qt.Key.Key_Escape)
    rows = case.page.rows
    assert rows.hasFocus()
    case.bot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current() == case.line(agreement, lines[2].id)
    case.bot.keyClick(rows, Qt.Key.Key_Return)
    entered = rows.field()
    assert entered is not None
    assert entered.hasFocus()


def test_the_next_untranslated_row_is_found_and_counted(case: Case, agreement: UUID) -> None:
    gaps = [level(case, agreement, Level.LETTER, 1), level(case, agreement, Level.PARAGRAPH, 2)]
    for clause in gaps:
        write_clause(case.office, clause, "en", "")
    for clause in (*gaps, gaps[0]):
        case.run("agreement.next_problem")
        here = case.page.rows.current()
        assert here is not None
        assert (here.id, case.page.rows.side) == (clause, "en")
    case.bot.waitUntil(lambda: "2 blocking" in chips(case.screen))


def test_rows_are_added_and_numbered_by_themselves(case: Case, agreement: UUID) -> None:
    article = level(case, agreement, Level.ARTICLE)
    case.write_in(article, "id")
    case.run("clause.add")
    field = QApplication.focusWidget()
    assert field is not None
    case.bot.keyClicks(field, "Ayat baru.")
    made = case.page.rows.current()
    assert made is not None
    case.run("clause.add_article")
    added = case.page.rows.current()
    assert added is not None
    assert case.line(agreement, made.id).text.id == "Ayat baru."
    assert (added.level, added.marker.id) == (Level.ARTICLE, "Pasal 2")
    case.run("clause.add_letter")
    letter = case.page.rows.current()
    assert letter is not None
    assert (letter.level, letter.marker.en) == (Level.LETTER, "a.")


def test_an_article_moves_with_its_paragraphs_and_goes_with_them(
    case: Case, agreement: UUID
) -> None:
    first, second = (level(case, agreement, Level.ARTICLE, place) for place in (0, 1))
    case.page.rows.go_to(second)
    case.run("clause.up")
    assert [level(case, agreement, Level.ARTICLE, place) for place in (0, 1)] == [second, first]
    assert case.line(agreement, second).marker.id == "Pasal 1"
    count = len(case.lines(agreement))
    case.run("clause.remove")
    assert len(case.lines(agreement)) < count - 1
    case.run("edit.undo")
    assert len(case.lines(agreement)) == count


def test_a_row_becomes_a_letter_and_data_is_inserted_by_menu(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.PARAGRAPH)
    case.write_in(clause, "id")
    case.run("clause.level")
    shown = menu(case)
    next(action for action in shown.actions() if action.text() == label(Level.LETTER)).trigger()
    shown.close()
    assert case.line(agreement, clause).level is Level.LETTER
    field = case.write_in(clause, "en")
    field.selectAll()
    case.run("clause.field")
    shown = menu(case)
    next(action for action in shown.actions() if action.text().startswith("{term}")).trigger()
    shown.close()
    wait(case, agreement, clause, "{term}")


def test_bold_is_set_and_taken_away_by_its_key(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.LETTER)
    field = case.write_in(clause, "en")
    field.selectAll()
    words = field.toPlainText()
    case.bot.keyClick(field, Qt.Key.Key_B, CONTROL)
    assert (field.toPlainText(), field.source()) == (words, f"**{words}**")
    wait(case, agreement, clause, f"**{words}**")
    case.bot.keyClick(field, Qt.Key.Key_B, CONTROL)
    assert field.source() == words


def test_pasted_lines_become_one_paragraph(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.LETTER)
    field = case.write_in(clause, "en")
    field.selectAll()
    QApplication.clipboard().setText("two\n lines\there")
    field.paste()
    assert field.toPlainText() == "two lines here"
    QApplication.clipboard().setText("\u200b and\u00ad more\n")
    field.paste()
    assert field.toPlainText() == "two lines here and more"
    field.selectAll()
    QApplication.clipboard().setText("\n")
    field.paste()
    assert field.toPlainText() == "two lines here and more"


def test_an_article_keeps_its_number_in_sight_while_one_writes_its_heading(
    case: Case, agreement: UUID
) -> None:
    article = level(case, agreement, Level.ARTICLE)
    field = case.write_in(article, "en")
    row = case.page.rows.row(article)
    assert row is not None
    head = QRect(field.x() + 4, 8, field.width() - 8, field.y() - 10)
    picture = row.grab(head).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    shades = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(shades) > 8, "no letters over the text"
