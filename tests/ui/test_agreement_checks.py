"""Papers told apart in the window, the text as a Word document, and the log of what was printed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.layouts import Layout
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form, edit_agreement
from kunjungan.services.clauses import write_clause
from kunjungan.services.office import Office
from kunjungan.services.paper_check import PaperVerdict, Verdict
from kunjungan.services.print_log import list_prints
from kunjungan.services.printing import new_press, preview, print_to_folder
from kunjungan.services.signing import sign_everything
from kunjungan.ui.screens.agreements.facts.facts_words import pages_words, what_words
from kunjungan.ui.screens.agreements.printing.prints_dialog import PrintsDialog
from kunjungan.ui.screens.agreements.verifying.verdict_card import VerdictCard
from kunjungan.ui.screens.agreements.verifying.verify_dialog import VerifyDialog
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.confirm import MessageDialog
from tests.builders import AFTER_SIGNING, an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.processing import at
from tests.ui.agreements_case import Case, agreements_window, meet, toast, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET
BOTH = [PaperChoice(number, "original") for number in (1, 2)]


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
    return an_agreement(case.office)


def verify(
    case: Case, monkeypatch: pytest.MonkeyPatch, use: Callable[[VerifyDialog], None]
) -> None:
    """Open the check of papers, use it, and close it."""
    meet(monkeypatch, VerifyDialog, use)
    case.run("agreement.verify")


def check(case: Case, dialog: VerifyDialog, code: str) -> None:
    """Type a code as a scanner does, Enter behind it."""
    dialog.show()
    dialog.code.setText(code)
    case.bot.keyClick(dialog.code, Qt.Key.Key_Return)


def fingerprint(case: Case, agreement: UUID) -> str:
    return preview(case.office, new_press(), agreement, PaperChoice()).fingerprint[:8]


def test_a_code_tells_of_the_present_text_an_older_draft_and_one_in_force(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    print_to_folder(case.office, new_press(), agreement, [PaperChoice()], tmp_path)
    old = fingerprint(case, agreement)
    seen: list[tuple[Verdict, str]] = []

    def use(dialog: VerifyDialog) -> None:
        check(case, dialog, old.upper())
        seen.append((dialog.cards[0].verdict, dialog.cards[0].words))

    verify(case, monkeypatch, use)
    write_clause(case.office, case.lines(agreement)[4].id, "en", "that all is new;")
    verify(case, monkeypatch, use)
    print_to_folder(case.office, new_press(), agreement, BOTH, tmp_path)
    sign_everything(case.office, agreement, on=case.office.today(), place="Bandung")
    old = fingerprint(case, agreement)
    verify(case, monkeypatch, use)
    assert [verdict for verdict, _ in seen] == [Verdict.PRESENT, Verdict.OLDER, Verdict.IN_FORCE]
    assert "nobody has signed it yet" in seen[0][1]
    assert "Print the present draft instead" in seen[1][1]
    assert "Compare its signatures" in seen[2][1]
    assert all("Penerapan" in words or "Implementation" in words for _, words in seen)
    assert all("Analis Protokol" in words for _, words in seen)


def test_an_unknown_code_and_no_code_at_all_say_what_to_do(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def use(dialog: VerifyDialog) -> None:
        check(case, dialog, "0123ABCD")
        assert dialog.cards[0].verdict is Verdict.UNKNOWN
        assert "Do not rely on this paper" in dialog.cards[0].words
        check(case, dialog, "halo")
        assert dialog.cards == []
        said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
        assert "This is no code of a printed paper" in said

    verify(case, monkeypatch, use)


def test_a_paper_of_an_agreement_that_has_ended_warns_and_says_what_to_do(case: Case) -> None:
    found = PaperVerdict(
        Verdict.IN_FORCE,
        reference="KS-2017-001",
        subject=Bilingual("SPBE", "E-government"),
        state="original",
        original_no=2,
        draft_no=1,
        printed_at="2017-09-01T02:00+00:00",
        printed_by="Analis Protokol",
        over=True,
    )
    card = VerdictCard(found, case.office.now().tzinfo, case.window)
    assert "Original 2 · E-government" in card.words
    assert "See whether it was extended" in card.words
    assert "Compare its signatures" not in card.words


def test_a_file_is_proven_and_leads_to_its_agreement(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written = print_to_folder(case.office, new_press(), agreement, BOTH, tmp_path)
    assert written
    path = next(tmp_path.glob("*.pdf"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    def use(dialog: VerifyDialog) -> None:
        dialog.choose_file()
        case.bot.waitUntil(lambda: bool(dialog.cards))
        assert "byte for byte" in dialog.cards[0].words
        links = {made.text(): made for made in dialog.cards[0].findChildren(Button)}
        links["Open the agreement"].click()

    verify(case, monkeypatch, use)
    assert case.page.isVisible()
    assert case.page._view is not None
    assert case.page._view.id == agreement


def test_a_file_that_is_no_paper_is_refused_in_words(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "catatan.pdf"
    path.write_text("bukan PDF", encoding="utf-8")

    def use(dialog: VerifyDialog) -> None:
        dialog.show()
        dialog.check_file(path)
        case.bot.waitUntil(dialog._notice.isVisible)
        assert dialog.cards == []

    verify(case, monkeypatch, use)


def test_the_text_is_exported_to_word_under_a_name_that_says_what_it_is(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case.go(agreement)
    offered: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(tmp_path / "untuk mitra"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    case.run("agreement.word")
    path = tmp_path / "untuk mitra.docx"
    case.bot.waitUntil(path.exists)
    assert path.read_bytes()[:2] == b"PK"
    assert offered[0].endswith(".docx")
    assert "Prabumulih" in offered[0]
    case.bot.waitUntil(lambda: "Exported: untuk mitra.docx" in toast(case))


def test_a_word_file_that_cannot_be_written_is_told_and_nothing_else_happens(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case.go(agreement)
    (tmp_path / "berkas").touch()
    gone = tmp_path / "berkas" / "x.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(gone), ""))
    told: list[str] = []

    def answered(box: MessageDialog) -> int:
        told.append(box.heading)
        return 0

    monkeypatch.setattr(MessageDialog, "exec", answered)
    case.run("agreement.word")
    case.bot.waitUntil(lambda: bool(told))
    assert told == ["This did not work"]
    assert toast(case) == ""


def test_the_log_tells_language_pages_and_what_is_outdated(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = a_memorandum(case.office, layout=Layout.VOLUMES)
    press = new_press()
    drafts = [PaperChoice(language="en"), PaperChoice(language="id")]
    print_to_folder(case.office, press, made, drafts, tmp_path)
    form = agreement_form(case.office, made)
    edit_agreement(case.office, made, replace(form, place_id="Suwon"))
    print_to_folder(case.office, press, made, drafts[:1], tmp_path)
    case.go(made)
    rows: list[list[str]] = []
    meet(monkeypatch, PrintsDialog, lambda dialog: rows.extend(words_of(dialog.table)))
    case.run("agreement.prints")
    assert len(rows) == 3
    assert {row[1] for row in rows} == {"English", "Indonesian"}
    assert sorted(row[-1] for row in rows) == ["current", "outdated", "outdated"]
    assert {row[3] for row in rows} == {"Analis Protokol"}


def test_pages_printed_in_part_are_named_and_a_translation_has_its_word(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    print_to_folder(case.office, new_press(), agreement, [PaperChoice()], tmp_path)
    line = list_prints(case.office, agreement)[0]
    assert pages_words(line) == str(line.pages)
    part = replace(line, sheets=(2, 5, 6, 7), pages=9, what="translation", language="en")
    assert pages_words(part) == "2, 5\N{EN DASH}7 of 9"
    assert what_words(part) == "Translation"
