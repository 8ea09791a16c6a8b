"""The translation memory in the rows: offered, never inserted by itself."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm
from kunjungan.ui.screens.agreements.writing.suggestion_strip import SuggestionStrip
from kunjungan.ui.screens.agreements.writing.suggestions import Suggestions
from tests.builders import bandung, prabumulih
from tests.ui.agreements_case import Case, agreements_window
from tests.ui.shared import QUIET

pytestmark = QUIET
SAID = "Tim pelaksana menyampaikan laporan tertulis setiap 3 (tiga) bulan."
ENGLISH = "The implementing team shall report in writing every 3 (three) months."
OTHER = "The team reports in writing every 3 (three) months."


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(office: Office) -> UUID:
    host, guest = bandung(office), prabumulih(office)
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head)]
    for subject, english in (("Lama", ENGLISH), ("Lebih lama", OTHER)):
        earlier = draft_agreement(office, AgreementForm(subject, subject), parties)
        say(office, first(office, earlier), SAID, english)
    now = draft_agreement(office, AgreementForm("Baru", "New"), parties)
    say(office, first(office, now), SAID.replace("bulan", "pekan"), "")
    return now


def first(office: Office, agreement: UUID) -> UUID:
    lines = list_clauses(office, agreement)
    return next(line.id for line in lines if line.marker.id == "(1)")


def say(office: Office, clause: UUID, text_id: str, text_en: str) -> None:
    write_clause(office, clause, "id", text_id)
    write_clause(office, clause, "en", text_en)


def strip(case: Case) -> SuggestionStrip:
    return case.page.findChildren(Suggestions)[0].strip


def offered(case: Case, agreement: UUID) -> UUID:
    """Come to write the English that is missing, and wait for what is offered."""
    case.go(agreement)
    clause = first(case.office, agreement)
    case.write_in(clause, "en")
    case.bot.waitUntil(lambda: case.can("suggestion.accept"))
    return clause


def test_a_missing_english_is_offered_with_its_source_and_what_differs(
    case: Case, agreement: UUID
) -> None:
    clause = offered(case, agreement)
    shown = strip(case)
    assert shown.isVisible()
    assert shown.percent.text().startswith("Suggestion 9")
    assert "Prabumulih, Article 1 paragraph (1)" in shown.source.text()
    assert "<s>bulan</s>" in shown.difference.text()
    assert "<b>pekan</b>" in shown.difference.text()
    assert case.line(agreement, clause).text.en == ""


def test_alt_enter_accepts_as_one_step_to_undo(case: Case, agreement: UUID) -> None:
    clause = offered(case, agreement)
    field = case.page.rows.field()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert case.line(agreement, clause).text.en in {ENGLISH, OTHER}
    assert not case.can("suggestion.accept")
    assert not strip(case).isVisible()
    undo(case.office)
    assert case.line(agreement, clause).text.en == ""


def test_words_typed_before_are_replaced_and_one_undo_away(case: Case, agreement: UUID) -> None:
    clause = offered(case, agreement)
    field = case.page.rows.field()
    assert field is not None
    QTest.keyClicks(field, "To prepare")
    case.run("suggestion.accept")
    assert case.line(agreement, clause).text.en in {ENGLISH, OTHER}
    undo(case.office)
    assert case.line(agreement, clause).text.en == "To prepare"


def test_the_next_one_is_a_key_away(case: Case, agreement: UUID) -> None:
    offered(case, agreement)
    seen = strip(case).current()
    case.run("suggestion.next")
    now = strip(case).current()
    assert seen is not None
    assert now is not None
    assert {seen.text_en, now.text_en} == {ENGLISH, OTHER}
    case.run("suggestion.previous")
    assert strip(case).current() == seen


def test_a_dismissed_row_is_left_alone_from_then_on(case: Case, agreement: UUID) -> None:
    clause = offered(case, agreement)
    case.run("suggestion.dismiss")
    assert not strip(case).isVisible()
    lines = case.lines(agreement)
    case.write_in(lines[0].id, "en")
    case.write_in(clause, "en")
    case.bot.wait(200)
    assert not case.can("suggestion.accept")


def test_another_row_and_indonesian_are_offered_nothing(case: Case, agreement: UUID) -> None:
    clause = offered(case, agreement)
    full = next(line for line in case.lines(agreement) if line.marker.id == "(2)")
    case.write_in(full.id, "en")
    assert not case.can("suggestion.accept")
    assert not strip(case).isVisible()
    case.write_in(clause, "id")
    case.bot.wait(200)
    assert not case.can("suggestion.accept")


def test_a_stale_english_is_offered_what_says_the_new_text(
    case: Case, agreement: UUID, office: Office
) -> None:
    clause = first(office, agreement)
    write_clause(office, clause, "en", "Old words.")
    write_clause(office, clause, "id", SAID)
    case.go(agreement)
    case.write_in(clause, "en")
    case.bot.waitUntil(lambda: case.can("suggestion.accept"))
    assert strip(case).percent.text() == "Suggestion 100%"
    assert not strip(case).difference.isVisible()


def test_what_another_agreement_says_meanwhile_is_offered_too(
    case: Case, agreement: UUID, office: Office
) -> None:
    offered(case, agreement)
    earlier = next(line.source.agreement_id for line in [strip(case).current()] if line is not None)
    assert earlier is not None
    said = SAID.replace("bulan", "pekan")
    say(office, first(office, earlier), said, "It is weeks now.")
    case.write_in(case.lines(agreement)[0].id, "id")
    case.write_in(first(office, agreement), "en")
    case.bot.waitUntil(lambda: strip(case).percent.text().endswith("100%"))
    now = strip(case).current()
    assert now is not None
    assert now.text_en == "It is weeks now."
