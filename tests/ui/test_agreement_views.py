"""The two views of an agreement: text and process, the ways between them, and the ways out."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.office import Office
from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.services.signing import sign_everything
from kunjungan.ui.shell.sidebar import RAIL, WIDE, Sidebar
from kunjungan.ui.widgets.banner import Banner
from tests.builders import AFTER_SIGNING, an_agreement
from tests.services.processing import at
from tests.ui.agreements_case import Case, agreements_window
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    made = an_agreement(case.office)
    case.go(made)
    return made


def in_process(case: Case) -> bool:
    return case.page.process.isVisible() and not case.page.text.isVisible()


def switched_to(case: Case) -> str:
    return case.page._switch.value()


def test_the_switch_goes_to_the_process_and_back_leads_to_the_same_row(
    case: Case, agreement: UUID
) -> None:
    clause = case.lines(agreement)[9].id
    case.page.rows.go_to(clause, "en", write=False)
    case.page._switch.chosen.emit("process")
    assert in_process(case)
    assert case.parts.desk.settings.last_place == f"agreements/{agreement}/process"
    case.run("window.back")
    assert not in_process(case)
    assert switched_to(case) == ""
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side) == (clause, "en")
    case.run("window.forward")
    assert in_process(case)
    assert switched_to(case) == "process"


def test_an_address_opens_the_process(case: Case, agreement: UUID) -> None:
    case.go()
    case.go(agreement, "process")
    assert in_process(case)


@pytest.mark.usefixtures("agreement")
def test_commands_on_rows_are_shut_in_the_process(case: Case) -> None:
    assert case.can("clause.add")
    case.run("agreement.view")
    assert in_process(case)
    assert not case.can("clause.add")
    assert case.can("agreement.facts")
    case.run("agreement.view")
    assert not in_process(case)
    assert case.can("clause.add")


@pytest.mark.usefixtures("agreement")
def test_escape_leaves_the_process_for_the_text_and_the_text_for_the_register(case: Case) -> None:
    case.run("agreement.view")
    case.bot.keyClick(case.page, Qt.Key.Key_Escape)
    assert not in_process(case)
    case.page.rows.setFocus()
    case.bot.keyClick(case.page.rows, Qt.Key.Key_Escape)
    assert case.register.isVisible()


def test_escape_in_a_text_leaves_only_the_text(case: Case, agreement: UUID) -> None:
    field = case.write_in(case.lines(agreement)[3].id, "en")
    case.bot.keyClick(field, Qt.Key.Key_Escape)
    assert case.page.text.isVisible()
    assert case.page.rows.hasFocus()


@pytest.mark.usefixtures("agreement")
def test_the_register_has_no_switch(case: Case) -> None:
    assert case.page._switch.isVisible()
    case.go()
    assert not case.page._switch.isVisible()


def test_words_typed_before_the_process_is_opened_are_kept(case: Case, agreement: UUID) -> None:
    clause = case.lines(agreement)[4].id
    field = case.write_in(clause, "en")
    case.bot.keyClicks(field, " kept")
    case.page._switch.chosen.emit("process")
    assert case.line(agreement, clause).text.en.endswith(" kept")


def test_what_blocks_is_shown_in_the_text_also_from_the_process(
    case: Case, agreement: UUID
) -> None:
    clause = next(x.id for x in case.lines(agreement) if x.level is Level.PARAGRAPH)
    case.page.rows.go_to(clause)
    field = case.page.rows.field()
    assert field is not None
    field.selectAll()
    case.bot.keyClick(field, Qt.Key.Key_Delete)
    case.run("agreement.view")
    case.run("agreement.print")
    assert not in_process(case)
    assert case.page.side.tab == "ready"


def test_the_text_begins_with_a_narrow_sidebar_that_its_key_spreads(
    case: Case, agreement: UUID
) -> None:
    sidebar = case.window.findChildren(Sidebar)[0]
    assert sidebar.width() == RAIL
    case.run("window.rail")
    assert sidebar.width() == WIDE
    assert case.parts.desk.settings.rail is False
    case.run("window.rail")
    assert sidebar.width() == RAIL
    case.go()
    assert sidebar.width() == WIDE
    case.go(agreement)
    assert sidebar.width() == RAIL


def test_a_wide_window_shows_paper_and_readiness_together(case: Case, agreement: UUID) -> None:
    assert case.page.side.ready.isVisible() is False
    case.window.resize(1920, 1032)
    case.bot.waitUntil(case.page.side.ready.isVisible)
    assert case.page.side.preview.isVisible()
    assert case.window.findChildren(Sidebar)[0].width() == WIDE
    assert case.lines(agreement)


@pytest.mark.usefixtures("agreement")
def test_in_a_narrow_window_the_side_is_a_drawer(case: Case) -> None:
    case.window.resize(900, 500)
    case.bot.waitUntil(case.page.side.isHidden)
    case.page.bar.side_wanted.emit()
    assert case.page.side.isVisible()
    case.page.bar.side_wanted.emit()
    assert case.page.side.isHidden()
    case.page.show_blockers()
    assert case.page.side.isVisible()


def test_the_bar_over_a_signed_text_drafts_an_addendum(case: Case, agreement: UUID) -> None:
    choices = [PaperChoice(number, "original") for number in (1, 2)]
    print_to_folder(case.office, new_press(), agreement, choices, case.office.folder)
    sign_everything(case.office, agreement, on=case.office.today(), place="Bandung")
    QApplication.processEvents()
    bars = [bar for bar in case.screen.header.findChildren(Banner) if not bar.isHidden()]
    buttons = {made.text(): made for made in bars[0].findChildren(QPushButton)}
    buttons["Draft an addendum"].click()
    assert case.window.frame.page is case.screen
    assert case.screen.header.title.startswith("Addendum")
    case.run("edit.undo")
    assert case.can("agreement.addendum") is False
