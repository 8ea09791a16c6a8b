"""What stands before the originals: listed, counted in the structure, and each led to by a key."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form, edit_agreement
from kunjungan.services.clauses import write_clause
from kunjungan.services.office import Office
from kunjungan.services.parties import edit_party, parties_of
from kunjungan.services.preflight import Finding, without_press
from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.services.witnesses import WitnessForm, set_witnesses
from kunjungan.services.writing.term_form import TermForm
from kunjungan.services.writing.terms import add_term
from kunjungan.ui.screens.agreements.facts.facts_dialog import FactsDialog
from kunjungan.ui.screens.agreements.facts.party_dialog import PartyDialog
from kunjungan.ui.screens.agreements.facts.witnesses_dialog import WitnessesDialog
from kunjungan.ui.screens.agreements.findings.finding_line import FindingLine
from kunjungan.ui.screens.agreements.findings.finding_words import grouped
from kunjungan.ui.screens.agreements.text.outline import Outline
from kunjungan.ui.screens.agreements.text.part_delegate import SECTION
from kunjungan.ui.widgets.buttons import Button
from tests.builders import an_agreement
from tests.ui.agreements_case import (
    Case,
    agreements_window,
    answer,
    caught,
    chips,
    meet,
)
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


def paragraphs(case: Case, agreement: UUID) -> list[UUID]:
    return [line.id for line in case.lines(agreement) if line.level is Level.PARAGRAPH]


def lines(case: Case) -> list[FindingLine]:
    found = case.page.side.ready.findChildren(FindingLine)
    return [line for line in found if not line.isHidden() and line.fix is not None]


def titles(case: Case) -> list[str]:
    return [line.findChildren(QLabel)[1].text() for line in lines(case)]


def part(outline: Outline, title: str) -> tuple[str, int, int]:
    """Return what a part of the structure lacks: untranslated, blocking, to consider."""
    items = (outline._list.item(n).data(SECTION) for n in range(outline._list.count()))
    found = next(item for item in items if item.title == title)
    return found.lacks, found.blocking, found.advice


def wait_for(case: Case, blocking: str) -> None:
    case.bot.waitUntil(lambda: blocking in chips(case.screen))


def test_findings_follow_a_change_by_themselves_blocking_ones_first(
    case: Case, agreement: UUID
) -> None:
    wait_for(case, "Ready to print")
    first, second, *_ = paragraphs(case, agreement)
    write_clause(case.office, first, "en", "The purpose is 7 things.")
    write_clause(case.office, second, "en", "")
    wait_for(case, "1 blocking")
    assert "has no English yet" in titles(case)[0]
    assert any("numbers" in title for title in titles(case)[1:])
    assert case.page.side._blocking == len(titles(case))


def test_rows_with_the_same_fault_are_one_line_that_leads_to_each_in_turn(
    case: Case, agreement: UUID
) -> None:
    gaps = paragraphs(case, agreement)[1:4]
    for clause in gaps:
        write_clause(case.office, clause, "en", "")
    wait_for(case, "3 blocking")
    assert titles(case) == ["3 rows without English"]
    places = lines(case)[0].findChildren(QLabel)[2].text()
    assert places.count("Article") == 3
    visited = []
    for _ in range(4):
        case.page.show_blockers()
        button = QApplication.focusWidget()
        assert isinstance(button, Button)
        case.bot.keyClick(button, Qt.Key.Key_Return)
        here = case.page.rows.current()
        assert here is not None
        visited.append(here.id)
    assert visited == [*gaps, gaps[0]]


def test_a_click_anywhere_on_a_line_leads_to_its_place(case: Case, agreement: UUID) -> None:
    gap = paragraphs(case, agreement)[2]
    write_clause(case.office, gap, "en", "")
    wait_for(case, "1 blocking")
    case.page.side.show_tab("ready")
    line = lines(case)[0]
    case.bot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side) == (gap, "en")


def test_the_arrows_go_over_the_lines(case: Case, agreement: UUID) -> None:
    form = agreement_form(case.office, agreement)
    edit_agreement(case.office, agreement, replace(form, place_id="", subject_en=""))
    case.page.show_blockers()
    first = QApplication.focusWidget()
    assert isinstance(first, Button)
    assert first is lines(case)[0].fix
    case.bot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is lines(case)[1].fix


def test_the_structure_counts_what_is_lacking_in_each_part_and_in_the_data(
    case: Case, agreement: UUID
) -> None:
    outline = case.page.outline
    case.bot.waitUntil(lambda: part(outline, "1 Purpose and objectives") == ("", 0, 0))
    clause = paragraphs(case, agreement)[0]
    text = case.line(agreement, clause).text
    write_clause(case.office, clause, "id", f"{text.id} Lihat Pasal 99.")
    host = parties_of(case.office, agreement)[0]
    edit_party(case.office, agreement, 1, replace(host, number="", number_pending=False))
    write_clause(case.office, paragraphs(case, agreement)[-2], "en", "")
    wait_for(case, "4 blocking")
    lacks, blocking, _ = part(outline, "1 Purpose and objectives")
    assert (lacks, blocking) == ("", 2)  # to be reviewed, and a reference to nothing
    assert part(outline, "Data and parties")[1] == 1
    assert part(outline, "12 Termination")[0] == "1 EN"
    outline.chosen.emit(None)
    assert case.page.side.tab == "facts"


def test_a_row_says_what_was_found_in_it(case: Case, agreement: UUID) -> None:
    clause = paragraphs(case, agreement)[0]
    text = case.line(agreement, clause).text
    write_clause(case.office, clause, "en", f"{text.en} See Article 99.")
    wait_for(case, "1 blocking")
    case.page.rows.go_to(clause, write=False)
    row = case.page.rows.row(clause)
    assert row is not None
    assert row._state is not None
    assert row._state.tone.value == "bad"
    assert "Article 99" in row._state.words


def test_findings_about_people_open_what_mends_them(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = WitnessForm("witness", None, "Ahli Contoh", "Kepala Bagian Hukum", "")
    set_witnesses(case.office, agreement, [nobody])
    guest = parties_of(case.office, agreement)[1]
    edit_party(case.office, agreement, 2, replace(guest, number_pending=False))
    form = agreement_form(case.office, agreement)
    edit_agreement(case.office, agreement, replace(form, place_id=""))
    wait_for(case, "3 blocking")
    met: list[str] = []
    meet(monkeypatch, WitnessesDialog, lambda _dialog: met.append("witnesses"))
    parties, facts = caught(monkeypatch, PartyDialog), caught(monkeypatch, FactsDialog)
    answer(monkeypatch, lambda _dialog: None)
    for words in ("witness Ahli Contoh", "has no number yet", "no place of signing"):
        line = next(
            line for line, title in zip(lines(case), titles(case), strict=True) if words in title
        )
        assert line.fix is not None
        line.fix.click()
    assert met == ["witnesses"]
    assert (len(parties), len(facts)) == (1, 1)


def test_letters_of_the_paper_are_found_by_a_press_of_its_own(case: Case, agreement: UUID) -> None:
    wait_for(case, "Ready to print")
    clause = paragraphs(case, agreement)[0]
    text = case.line(agreement, clause).text.en
    write_clause(case.office, clause, "en", f"{text} \u1200")
    found: list[list[Finding]] = []
    case.page.text.watch.found.connect(lambda _agreement, findings: found.append(findings))
    case.bot.waitUntil(
        lambda: any("missing-glyph" in {each.code for each in all_} for all_ in found)
    )
    assert "missing-glyph" not in {f.code for f in without_press(case.office, agreement)}
    wait_for(case, "1 blocking")


def test_a_wrong_term_is_replaced_by_its_button_and_undo_brings_it_back(
    case: Case, agreement: UUID
) -> None:
    add_term(case.office, TermForm("bejana uji", "test vessel; !sample pot"))
    clause = paragraphs(case, agreement)[1]
    write_clause(case.office, clause, "id", "PARA PIHAK memakai bejana uji.")
    write_clause(case.office, clause, "en", "The PARTIES use a sample pot.")
    case.page.flush()
    line = next(x for x in lines(case) if x.fix is not None and x.fix.text() == "Replace")
    assert line.fix is not None
    line.fix.click()
    assert case.line(agreement, clause).text.en == "The PARTIES use a test vessel."
    case.run("edit.undo")
    assert case.line(agreement, clause).text.en == "The PARTIES use a sample pot."


def test_many_rows_are_grouped_by_fault_and_language_and_nothing_is_lost(
    case: Case, agreement: UUID
) -> None:
    for line in case.lines(agreement)[3:9]:
        write_clause(case.office, line.id, "en", "")
    form = agreement_form(case.office, agreement)
    edit_agreement(case.office, agreement, replace(form, subject_en=""))
    findings = without_press(case.office, agreement)
    groups = grouped(findings)
    assert [f for group in groups for f in group.findings if f not in findings] == []
    assert sum(len(group.findings) for group in groups) == len(findings)
    assert max(len(group.findings) for group in groups) == 6


def test_a_locked_text_is_not_looked_through(case: Case, agreement: UUID) -> None:
    wait_for(case, "Ready to print")
    write_clause(case.office, paragraphs(case, agreement)[0], "en", "7 things.")
    case.page.flush()
    assert titles(case) != []
    choices = [PaperChoice(number, "original") for number in (1, 2)]
    print_to_folder(case.office, new_press(), agreement, choices, case.office.folder)
    assert "Draft 1, locked" in chips(case.screen)
    assert titles(case) == []
    case.bot.waitUntil(lambda: not case.page.text.watch.waiting)
    assert titles(case) == []
