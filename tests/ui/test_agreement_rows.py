"""Rows cut, joined and referred to by their commands; problems found by their key."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import write_clause
from kunjungan.services.office import Office
from kunjungan.services.writing.shape import remove_clause
from kunjungan.ui.screens.agreements.text.text_view import TextView
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import SearchPicker
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window, answer, toast
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    made = an_agreement(case.office)
    case.go(made)
    return made


def paragraph(case: Case, agreement: UUID, place: int = 0) -> UUID:
    found = [line.id for line in case.lines(agreement) if line.level is Level.PARAGRAPH]
    return found[place]


def text(case: Case) -> TextView:
    return case.page.text


def here(case: Case) -> UUID:
    line = case.page.rows.current()
    assert line is not None
    return line.id


def test_a_row_is_cut_at_the_cursor_and_joined_again(case: Case, agreement: UUID) -> None:
    clause = paragraph(case, agreement, 1)
    write_clause(case.office, clause, "id", "Satu dua tiga empat.")
    count = len(case.lines(agreement))
    field = case.write_in(clause, "id")
    for _ in range(len(" tiga empat.")):
        case.bot.keyClick(field, Qt.Key.Key_Left)
    case.run("clause.split")
    rest = here(case)
    assert rest != clause
    assert case.line(agreement, clause).text.id == "Satu dua"
    assert case.line(agreement, rest).text.id == "tiga empat."
    assert len(case.lines(agreement)) == count + 1
    case.run("clause.join")
    assert here(case) == clause
    assert case.line(agreement, clause).text.id == "Satu dua tiga empat."
    assert "Rows joined" in toast(case)
    case.run("edit.undo")
    case.run("edit.undo")
    assert len(case.lines(agreement)) == count


def test_cutting_where_nothing_follows_says_what_to_do(case: Case, agreement: UUID) -> None:
    count = len(case.lines(agreement))
    case.page.rows.go_to(paragraph(case, agreement), "id", write=False)
    case.run("clause.split")
    assert "cursor" in toast(case)
    assert len(case.lines(agreement)) == count


def test_the_first_row_is_joined_with_nothing_and_says_so(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "kunjungan.ui.messages.tell", lambda _parent, _title, words, _tone: told.append(words)
    )
    case.page.rows.go_to(case.lines(agreement)[0].id, "id", write=False)
    case.run("clause.join")
    assert told == ["No row stands before this one to join it with."]


def test_a_row_that_goes_with_those_under_it_says_how_many(case: Case, agreement: UUID) -> None:
    lines = case.lines(agreement)
    head = next(n for n, x in enumerate(lines) if x.level is Level.LETTER) - 1
    case.page.rows.go_to(lines[head].id, "id", write=False)
    case.run("clause.remove")
    gone = len(lines) - len(case.lines(agreement))
    assert gone > 1
    assert f"{gone - 1} rows under it" in toast(case)


def test_a_reference_is_written_by_picking_its_row_and_follows_the_numbers(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [x for x in case.lines(agreement) if x.level is Level.ARTICLE]
    clause = paragraph(case, agreement)
    field = case.write_in(clause, "id")
    field.selectAll()
    case.bot.keyClick(field, Qt.Key.Key_Delete)

    def pick(dialog: FormDialog) -> None:
        dialog.findChildren(SearchPicker)[0].set_value(articles[3].id)

    answer(monkeypatch, pick)
    case.run("clause.reference")
    case.page.flush()
    stored = case.line(agreement, clause).text.id
    assert stored == f"{{ref:{articles[3].anchor}}}"
    case.page.rows.go_to(case.lines(agreement)[0].id, "id", write=False)
    row = case.page.rows.row(clause)
    assert row is None or row.fields["id"].toPlainText() == "Pasal 4"
    case.page.rows.go_to(articles[1].id, "id", write=False)
    case.run("clause.remove")
    case.page.rows.go_to(clause, "id", write=False)
    row = case.page.rows.row(clause)
    assert row is not None
    assert row.fields["id"].toPlainText() == "Pasal 3"


def test_written_references_are_linked_by_one_command(case: Case, agreement: UUID) -> None:
    clause = paragraph(case, agreement)
    write_clause(case.office, clause, "id", "Sesuai dengan Pasal 3.")
    write_clause(case.office, clause, "en", "In accordance with Article 3.")
    case.run("clause.link_references")
    assert "{ref:" in case.line(agreement, clause).text.id
    assert "{ref:" in case.line(agreement, clause).text.en
    assert "References linked" in toast(case)


def test_the_next_problem_is_also_figures_that_differ(case: Case, agreement: UUID) -> None:
    clause = paragraph(case, agreement, 2)
    line = case.line(agreement, clause)
    write_clause(case.office, clause, "en", f"{line.text.en} Within 99 days.")
    case.page.rows.go_to(case.lines(agreement)[0].id, "id", write=False)
    case.run("agreement.next_problem")
    assert (here(case), case.page.rows.side) == (clause, "en")


def test_the_bar_says_what_the_next_problem_is(case: Case, agreement: UUID) -> None:
    bar = text(case).bar
    assert bar._next.text() == "All translated"
    first, second = paragraph(case, agreement, 0), paragraph(case, agreement, 1)
    line = case.line(agreement, first)
    write_clause(case.office, first, "en", f"{line.text.en} Within 99 days.")
    case.bot.waitUntil(lambda: bar._next.text() == "To check")
    write_clause(case.office, second, "id", f"{case.line(agreement, second).text.id} Lagi.")
    assert bar._next.text() == "To review"
    write_clause(case.office, first, "en", "")
    assert bar._next.text() == "Not translated yet"


def test_an_agreement_without_rows_offers_how_to_begin(case: Case, agreement: UUID) -> None:
    while lines := case.lines(agreement):
        remove_clause(case.office, lines[0].id)
    assert text(case).editor._empty.isVisible()
    assert not case.page.rows.isVisible()
    for name in ("clause.standard", "clause.copy", "clause.paste", "clause.add_article"):
        assert case.can(name), name
    case.run("clause.add_article")
    assert not text(case).editor._empty.isVisible()
    assert [x.level for x in case.lines(agreement)] == [Level.ARTICLE]
