"""The page of an agreement: overtaken words, locked texts, long texts, its place kept."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.clauses import write_clause
from kunjungan.services.office import Office
from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.services.signing import sign_everything
from kunjungan.services.writing.shape import add_clause
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.buttons import Button
from tests.builders import AFTER_SIGNING, an_agreement
from tests.services.processing import at
from tests.ui.agreements_case import Case, agreements_window
from tests.ui.shared import QUIET

pytestmark = QUIET
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


def _whole(widget: QWidget) -> bool:
    """Say whether a widget has all the width that it asks for."""
    return widget.width() >= widget.sizeHint().width()


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


def rebuild(case: Case, **change: str) -> None:
    """Change language or theme and wait until the window is built anew."""
    before = case.window.frame
    case.parts.desk.change(**change)
    case.bot.waitUntil(lambda: case.window.frame is not before)


def banner(case: Case) -> str:
    QApplication.processEvents()  # a bar just made is shown by its layout a moment later
    found = [bar for bar in case.screen.header.findChildren(Banner) if not bar.isHidden()]
    return found[0].accessibleName() if found else ""


def test_words_that_somebody_else_overtook_stay_and_nothing_is_overwritten(
    case: Case, agreement: UUID
) -> None:
    clause = level(case, agreement, Level.LETTER)
    field = case.write_in(clause, "en")
    case.bot.keyClicks(field, " mine")
    write_clause(case.office, clause, "en", "theirs")
    assert field.toPlainText().endswith(" mine")
    assert case.page.flush() is False
    assert case.line(agreement, clause).text.en == "theirs"
    assert banner(case).startswith("Not saved; your words are still here.")
    buttons = {b.text(): b for b in case.screen.header.findChildren(QPushButton)}
    buttons["Copy my words"].click()
    assert QApplication.clipboard().text().endswith(" mine")
    buttons["Show what is stored"].click()
    row = case.page.rows.row(clause)
    assert row is not None
    assert row.fields["en"].toPlainText() == "theirs"
    assert case.page.flush() is True
    assert banner(case) == ""


def test_a_printed_text_is_only_read_and_a_new_draft_opens_it(case: Case, agreement: UUID) -> None:
    choices = [PaperChoice(number, "original") for number in (1, 2)]
    print_to_folder(case.office, new_press(), agreement, choices, case.office.folder)
    assert banner(case).startswith("Draft 1 is locked: its originals have been printed.")
    assert not case.can("clause.add")
    assert case.can("agreement.sign")
    field = case.write_in(level(case, agreement, Level.LETTER), "id")
    before = field.toPlainText()
    case.bot.keyClicks(field, "x")
    assert field.toPlainText() == before
    case.run("agreement.new_draft")
    assert banner(case) == ""
    assert case.can("clause.add")


def test_a_signed_text_points_to_an_addendum(case: Case, agreement: UUID) -> None:
    choices = [PaperChoice(number, "original") for number in (1, 2)]
    print_to_folder(case.office, new_press(), agreement, choices, case.office.folder)
    sign_everything(case.office, agreement, on=case.office.today(), place="Bandung")
    assert "A change needs an addendum." in banner(case)
    assert case.can("agreement.register")
    assert not case.can("agreement.new_draft")


def test_only_the_rows_near_what_one_sees_are_built(case: Case, agreement: UUID) -> None:
    last = case.lines(agreement)[-1].id
    after = level(case, agreement, Level.PARAGRAPH)
    for _ in range(60):
        after = add_clause(case.office, agreement, Level.LETTER, after=after)
    built = sum(case.page.rows.row(line.id) is not None for line in case.lines(agreement))
    assert 4 < built < 40
    assert case.page.rows.row(last) is None
    case.page.rows.go_to(last)
    row = case.page.rows.row(last)
    assert row is not None
    seen = row.mapTo(case.page.rows.viewport(), row.rect().topLeft()).y()
    assert 0 <= seen < case.page.rows.viewport().height()


def test_another_language_of_the_screen_keeps_the_place(case: Case, agreement: UUID) -> None:
    clause = level(case, agreement, Level.PARAGRAPH, 3)
    case.page.rows.go_to(clause, "en", write=False)
    case.go(agreement, "facts")
    case.page.rows.go_to(clause, "en", write=False)
    rebuild(case, language="id")
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side, case.page.side.tab) == (clause, "en", "facts")


def test_rows_in_sight_stay_where_they_are_in_another_language_and_theme(
    case: Case, agreement: UUID
) -> None:
    case.window.resize(1093, 576)
    QApplication.processEvents()
    case.page.rows.go_to(level(case, agreement, Level.ARTICLE, 4), write=False)
    QApplication.processEvents()
    before = case.page.rows.where()
    for change in ({"language": "id"}, {"theme": "dark"}):
        rebuild(case, **change)
        case.bot.waitUntil(lambda: case.page.rows.where() == before)


@pytest.mark.usefixtures("agreement")
def test_a_structure_that_was_hidden_comes_back_as_wide_as_ever(case: Case) -> None:
    wide = case.page.outline.width()
    case.window.resize(1000, 576)
    assert case.page.outline.isHidden()
    rebuild(case, language="id")
    case.window.resize(1366, 720)
    case.bot.waitUntil(lambda: case.page.outline.width() == wide)


@pytest.mark.usefixtures("agreement")
def test_in_a_narrow_window_every_tool_is_there_whole(case: Case) -> None:
    for language in ("en", "id"):
        if language == "id":
            rebuild(case, language="id")
        case.window.resize(900, 500)
        bar = case.page.bar
        case.bot.waitUntil(partial(_whole, bar.sides))
        tools = [made for made in bar.findChildren(Button) if made.isVisible()]
        assert len(tools) == 4
        assert [made.text() for made in tools if made.width() < made.sizeHint().width()] == []


@pytest.mark.usefixtures("agreement")
def test_what_undo_took_away_is_left_for_the_register(case: Case) -> None:
    assert case.page.isVisible()
    case.run("edit.undo")
    assert case.register.isVisible()
    assert case.screen.header.title == "Register of agreements"
