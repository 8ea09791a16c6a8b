"""A third language beside the two, translations to be reviewed, annexes and tables in the text."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.services.agreements import agreement_form, edit_agreement, remove_agreement
from kunjungan.services.clauses import write_clause
from kunjungan.services.history import undo_label
from kunjungan.services.office import Office
from kunjungan.services.set_paper import SetPaper
from kunjungan.services.writing.shape import add_clause
from kunjungan.ui.labels import label
from kunjungan.ui.screens.agreements.rows.clause_columns import HEADINGS
from kunjungan.ui.screens.agreements.rows.clause_row import ClauseRow
from kunjungan.ui.screens.agreements.rows.review_strip import ReviewStrip
from kunjungan.ui.screens.agreements.text.outline import Outline
from kunjungan.ui.screens.agreements.text.part_delegate import SECTION
from kunjungan.ui.widgets.buttons import Button
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.ui.agreements_case import Case, agreements_window
from tests.ui.shared import QUIET

pytestmark = QUIET
CONTROL = Qt.KeyboardModifier.ControlModifier


def under_headings(case: Case, agreement: UUID) -> int:
    """Return how many rows are no headings: those are what the progress counts."""
    return sum(line.level not in HEADINGS for line in case.lines(agreement))


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    made = an_agreement(case.office)
    case.go(made)
    return made


@pytest.fixture
def korean(case: Case) -> UUID:
    """A memorandum in Indonesian, English and Korean, the Korean still to be written."""
    made = a_memorandum(
        case.office, third_language="ko", title_third="양해각서", subject_third="자매도시"
    )
    case.go(made)
    return made


def level(case: Case, agreement: UUID, wanted: Level, place: int = 0) -> UUID:
    return [line.id for line in case.lines(agreement) if line.level is wanted][place]


def row(case: Case, clause: UUID) -> ClauseRow:
    case.page.rows.go_to(clause, write=False)
    found = case.page.rows.row(clause)
    assert found is not None
    return found


def parts(outline: Outline) -> list[tuple[str, str]]:
    """Return the parts of the structure with what they lack."""
    items = (outline._list.item(n).data(SECTION) for n in range(outline._list.count()))
    return [(part.title, part.lacks) for part in items]


def strips(case: Case) -> list[ReviewStrip]:
    return [made for made in case.page.rows.findChildren(ReviewStrip) if made.isVisible()]


def test_the_third_language_stands_beside_indonesian_or_beside_both(
    case: Case, korean: UUID
) -> None:
    first = row(case, case.lines(korean)[0].id)
    shown = [side for side, field in first.fields.items() if field.isVisible()]
    assert shown == ["id", "en"]
    options = case.page.bar.sides._keys
    assert options == ["both", "third", "all"]
    for key, columns in (("third", ["id", "third"]), ("all", ["id", "en", "third"])):
        case.page.text.show_columns(key)
        assert [side for side, field in first.fields.items() if field.isVisible()] == columns
    widths = {field.width() for field in first.fields.values()}
    assert max(widths) - min(widths) <= 2


def test_what_is_typed_in_korean_is_kept_and_taken_back(case: Case, korean: UUID) -> None:
    clause = level(case, korean, Level.PARAGRAPH)
    case.page.rows.go_to(clause, "third")
    field = case.page.rows.field()
    assert field is not None
    assert (field.column, field.locale().name()) == ("third", "ko_KR")
    written = QInputMethodEvent()  # as an input method hands over what was composed
    written.setCommitString("합의한다")
    QApplication.sendEvent(field, written)
    assert case.page.flush()
    assert case.line(korean, clause).third == "합의한다"
    case.run("edit.undo")
    assert case.line(korean, clause).third == ""


def test_a_row_to_translate_brings_its_language_into_sight(case: Case, korean: UUID) -> None:
    assert case.page.bar.sides.value() == "both"
    case.run("agreement.next_problem")
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side) == (case.lines(korean)[1].id, "third")
    assert case.page.bar.sides.value() == "third"
    done = case.page.bar._count.text()
    assert done == f"0/{under_headings(case, korean)} paragraphs"
    assert ("1 Objective", "2 KO") in parts(case.page.outline)


def test_an_article_is_called_in_the_third_language_over_its_heading(
    case: Case, korean: UUID
) -> None:
    article = level(case, korean, Level.ARTICLE, 1)
    assert row(case, article)._mark("third") == "제2조"


def test_a_language_from_right_to_left_is_written_so(case: Case) -> None:
    made = a_memorandum(
        case.office, third_language="ar", title_third="مذكرة", subject_third="توأمة"
    )
    case.go(made, "facts")
    case.page.text.show_columns("third")
    field = row(case, level(case, made, Level.PARAGRAPH)).fields["third"]
    block = field.document().firstBlock()
    assert block.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_leaving_for_a_text_of_two_languages_takes_the_third_away(case: Case, korean: UUID) -> None:
    case.page.text.show_columns("all")
    remove_agreement(case.office, korean)  # or Bandung would be there twice
    made = an_agreement(case.office)
    case.go(made)
    first = row(case, case.lines(made)[0].id)
    assert list(first.fields) == ["id", "en"]
    assert case.page.bar.sides.value() == "both"


def test_the_paper_of_an_alternat_leads_to_the_row_it_shows(case: Case, agreement: UUID) -> None:
    form = agreement_form(case.office, agreement)
    edit_agreement(case.office, agreement, replace(form, alternat=True))
    preview = case.page.side.preview
    papers: list[SetPaper] = []
    preview.made.connect(papers.append)
    preview.choice.set_value("original:1")
    case.bot.waitUntil(lambda: [p.rows[:4] for p in papers[-1:]] == [(0, 2, 1, 3)])
    paper = papers[-1]
    first = next(place for place in paper.places if place.piece == 1)
    preview.view.clicked.emit(first.page - 1, 50.0, (first.top_mm + first.bottom_mm) / 2)
    here = case.page.rows.current()
    assert here is not None
    assert here.id == case.lines(agreement)[2].id
    assert "{party2.name}" in here.text.id


def test_a_changed_indonesian_text_asks_for_review_and_one_key_confirms_it(
    case: Case, agreement: UUID
) -> None:
    clause = level(case, agreement, Level.PARAGRAPH)
    assert not case.can("clause.confirm")
    field = case.write_in(clause, "id")
    case.bot.keyClicks(field, " Tambahan.")
    case.bot.keyClick(field, Qt.Key.Key_Tab)
    assert case.line(agreement, clause).stale
    assert len(strips(case)) == 1
    words = [x.text() for x in strips(case)[0].findChildren(QLabel)]
    assert words == ["To be reviewed"]
    state = row(case, clause)._state
    assert state is not None
    assert "To be reviewed" in state.words
    assert case.can("clause.confirm")
    english = case.write_in(clause, "en")
    case.bot.keyClick(english, Qt.Key.Key_R, CONTROL)
    assert not case.line(agreement, clause).stale
    assert strips(case) == []
    assert undo_label(case.office) == "Confirm translation"
    case.run("edit.undo")
    assert case.line(agreement, clause).stale


def test_the_mouse_confirms_what_stands_under_the_translation(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.LETTER)
    write_clause(case.office, clause, "id", "bahwa teks ini baru;")
    row(case, clause)
    case.bot.waitUntil(lambda: len(strips(case)) == 1)
    strips(case)[0].findChildren(Button)[0].click()
    assert not case.line(agreement, clause).stale


def test_the_next_problem_finds_translations_to_review_too(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.PARAGRAPH, 3)
    write_clause(case.office, clause, "id", "Teks lain.")
    case.run("agreement.next_problem")
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side) == (clause, "en")


def choose_level(case: Case, wanted: Level) -> None:
    case.run("clause.level")
    case.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    next(action for action in shown.actions() if action.text() == label(wanted)).trigger()
    shown.close()


def test_an_annex_with_a_table_is_written_row_by_row(case: Case, agreement: UUID) -> None:
    last = case.lines(agreement)[-1].id
    case.page.rows.go_to(last, "id")
    case.run("clause.add")
    made = case.page.rows.current()
    assert made is not None
    choose_level(case, Level.ANNEX)
    assert case.line(agreement, made.id).marker.id == "LAMPIRAN"
    write_clause(case.office, made.id, "id", "RENCANA KERJA")
    write_clause(case.office, made.id, "en", "WORK PLAN")
    assert parts(case.page.outline)[-1][0] == "Annex: Work plan"
    case.page.rows.go_to(made.id, "id")
    case.run("clause.add")
    choose_level(case, Level.TABLE_HEAD)
    case.run("clause.add")
    lines = case.lines(agreement)
    assert [line.level for line in lines[-3:]] == [
        Level.ANNEX,
        Level.TABLE_HEAD,
        Level.TABLE_ROW,
    ]


def test_cells_are_shown_apart_and_kept_with_a_plain_bar(case: Case, agreement: UUID) -> None:
    head = add_clause(case.office, agreement, Level.TABLE_HEAD, after=case.lines(agreement)[-1].id)
    write_clause(case.office, head, "id", "No. | Kegiatan | Biaya")
    made = row(case, head)
    field = made.fields["id"]
    assert field.toPlainText() == "No. │ Kegiatan │ Biaya"
    assert field.document().defaultFont().bold()
    entered = case.write_in(head, "id")
    case.bot.keyClicks(entered, "|Ket.")
    assert entered.toPlainText() == "No. │ Kegiatan │ Biaya│Ket."
    assert entered.source() == "No. | Kegiatan | Biaya|Ket."


def test_figures_in_a_table_need_no_translation_but_words_do(case: Case, agreement: UUID) -> None:
    after = case.lines(agreement)[-1].id
    for text in ("1 | 52.245.500", "2 | Pelatihan"):
        after = add_clause(case.office, agreement, Level.TABLE_ROW, after=after)
        write_clause(case.office, after, "id", text)
    case.run("agreement.next_problem")
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side) == (after, "en")
    total = under_headings(case, agreement)
    assert case.page.bar._count.text() == f"{total - 1}/{total} paragraphs"
