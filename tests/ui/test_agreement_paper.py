"""The paper beside the text: live preview, readiness with its remedies, facts."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import Unavailable
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form, edit_agreement, new_draft
from kunjungan.services.clauses import write_clause
from kunjungan.services.institutions import edit_institution, institution_form
from kunjungan.services.office import Office
from kunjungan.services.parties import edit_party, parties_of
from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.services.set_paper import SetPaper
from kunjungan.ui.screens.agreements.facts.party_dialog import PartyDialog
from kunjungan.ui.screens.agreements.facts.redate_dialog import RedateDialog
from kunjungan.ui.screens.agreements.text import preview_pane
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.toast import ToastBar
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window, answer, caught, chips, meet
from tests.ui.shared import QUIET

pytestmark = QUIET
UNPRINTABLE = "\N{LINEAR B SYLLABLE B008 A}"
"""A letter that no typeface here has."""


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    """An agreement whose paper is on screen."""
    made = an_agreement(case.office)
    with case.bot.waitSignal(case.page.side.preview.view.shown):
        case.go(made)
    return made


def clause(case: Case, agreement: UUID) -> UUID:
    return next(line.id for line in case.lines(agreement) if line.level is Level.LETTER)


def words(case: Case) -> str:
    """Return everything the readiness pane says."""
    labels = case.page.side.ready.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


def fixes(case: Case) -> dict[str, Button]:
    """Return the buttons of the findings, by the words of each finding."""
    case.page.flush()
    return {
        made.accessibleDescription(): made
        for made in case.page.side.ready.findChildren(Button)
        if not made.isHidden()
    }


def test_the_paper_follows_the_typing(case: Case, agreement: UUID) -> None:
    preview = case.page.side.preview
    assert preview.view.page_count >= 3
    field = case.write_in(clause(case, agreement), "en")
    papers: list[SetPaper] = []
    preview.made.connect(papers.append)
    with case.bot.waitSignal(preview.view.shown):
        case.bot.keyClicks(field, " unmistakable")
    assert papers[-1].choice.state == "draft"
    case.page.flush()
    before = papers[-1].fingerprint
    with case.bot.waitSignal(preview.made):
        case.run("edit.undo")
    assert papers[-1].fingerprint != before


def test_the_paper_shows_words_that_are_typed_and_not_kept_yet(case: Case, agreement: UUID) -> None:
    preview = case.page.side.preview
    made = clause(case, agreement)
    before = case.line(agreement, made).text.en
    field = case.write_in(made, "en")
    case.page.rows._pause.setInterval(20_000)
    papers: list[SetPaper] = []
    preview.made.connect(papers.append)
    with case.bot.waitSignal(preview.made):
        case.bot.keyClicks(field, " quickly")
    assert case.line(agreement, made).text.en == before
    unkept = papers[-1].fingerprint
    case.page.flush()
    with case.bot.waitSignal(preview.made):
        preview.refresh()
    assert papers[-1].fingerprint == unkept


def test_a_press_that_breaks_leaves_the_pages_and_tells_what_broke(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = case.page.side.preview
    pages, page = preview.view.page_count, preview.view.page

    class BrokenPress:
        def set_agreement(self, _content: object) -> SetPaper:
            raise ZeroDivisionError("no room")

    monkeypatch.setattr(preview_pane, "new_press", BrokenPress)
    monkeypatch.setattr(preview, "_make", preview_pane._setter(case.page._context))
    field = case.write_in(clause(case, agreement), "en")
    case.bot.keyClicks(field, " on")
    case.bot.waitUntil(lambda: bool(preview.view.findChildren(Banner)))
    assert (preview.view.page_count, preview.view.page) == (pages, page)
    told: list[str] = []
    meet(monkeypatch, MessageDialog, lambda dialog: told.append(dialog.words))
    preview.view.findChildren(Banner)[0].findChildren(Button)[0].click()
    assert "ZeroDivisionError, no room" in told[0]
    assert "Every word of the text is stored" in told[0]
    case.bot.keyClicks(field, " writing")
    assert case.page.flush() is True
    assert case.line(agreement, clause(case, agreement)).text.en.endswith(" on writing")


@pytest.mark.usefixtures("agreement")
def test_another_original_is_shown_by_choice(case: Case) -> None:
    preview = case.page.side.preview
    with case.bot.waitSignal(preview.made) as made:
        preview.choice.set_value("original:2")
    assert made.args is not None
    assert made.args[0].choice.original_no == 2


def test_a_click_on_the_paper_leads_to_its_row_and_back(case: Case, agreement: UUID) -> None:
    preview = case.page.side.preview
    with case.bot.waitSignal(preview.made) as made:
        preview.refresh()
    assert made.args is not None
    place = next(p for p in made.args[0].places if p.piece == 12)
    preview.view.clicked.emit(place.page - 1, 50.0, (place.top_mm + place.bottom_mm) / 2)
    here = case.page.rows.current()
    assert here is not None
    assert here.id == case.lines(agreement)[12].id


@pytest.mark.usefixtures("agreement")
def test_a_failure_keeps_the_last_good_pages_and_says_why(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = case.page.side.preview
    pages = preview.view.page_count

    def refuse(*_: object) -> SetPaper:
        raise Unavailable("The disk is full: {name} was not written.", name="x")

    monkeypatch.setattr(preview, "_make", refuse)
    preview.refresh()
    case.bot.waitUntil(lambda: bool(preview.view.findChildren(Banner)))
    bar = preview.view.findChildren(Banner)[0]
    assert bar.accessibleName() == "The preview failed; the text is kept."
    told: list[str] = []
    meet(monkeypatch, MessageDialog, lambda dialog: told.append(dialog.words))
    bar.findChildren(Button)[0].click()
    assert told[0].startswith("The disk is full: x was not written.")
    assert preview.view.page_count == pages
    monkeypatch.undo()
    with case.bot.waitSignal(preview.view.shown):
        preview.refresh()


def test_print_with_blockers_shows_them_with_the_keyboard_on_the_remedy(
    case: Case, agreement: UUID
) -> None:
    gap = clause(case, agreement)
    write_clause(case.office, gap, "en", "")
    case.run("agreement.print")
    assert case.page.side.tab == "ready"
    assert "Opening letter a has no English yet" in words(case)
    button = QApplication.focusWidget()
    assert isinstance(button, Button)
    case.bot.keyClick(button, Qt.Key.Key_Space)
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side) == (gap, "en")


def test_each_finding_has_a_button_that_mends_it(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = agreement_form(case.office, agreement)
    edit_agreement(case.office, agreement, replace(form, signing_on=None))
    host, guest = parties_of(case.office, agreement)
    edit_party(case.office, agreement, 2, replace(guest, tenure_id=None))
    body = institution_form(case.office, host.institution_id)
    edit_institution(case.office, host.institution_id, replace(body, address_id=""))
    said = "\n".join(fixes(case))
    assert "There is no signing date yet" in said
    assert "Nobody signs for Government of the City of Prabumulih yet" in said
    assert "Government of the City of Bandung has no address" in said
    days, parties = caught(monkeypatch, RedateDialog), caught(monkeypatch, PartyDialog)
    asked = answer(monkeypatch, lambda _dialog: days[-1].day.line.setText("2-9-2022"))
    for start in ("There is no signing date", "Nobody signs"):
        next(made for text, made in fixes(case).items() if text.startswith(start)).click()
    assert asked == [True, True]
    assert (len(days), len(parties)) == (1, 1)
    next(made for text, made in fixes(case).items() if "no address" in text).click()
    assert case.elsewhere.asked[0] == host.institution_id


def test_our_number_is_proposed_and_entered(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = caught(monkeypatch, PartyDialog)

    def propose(_dialog: object) -> None:
        links = [b for b in made[-1].dialog.findChildren(Button) if b.property("kind") == "link"]
        links[0].click()

    answer(monkeypatch, propose)
    case.page.side.facts.wanted.emit("party:1")
    assert parties_of(case.office, agreement)[0].number.endswith("/IX/2022")


def test_letters_that_cannot_be_printed_block_and_lead_to_their_row(
    case: Case, agreement: UUID
) -> None:
    made = clause(case, agreement)
    version = case.line(agreement, made).version
    write_clause(case.office, made, "en", f"the {UNPRINTABLE} city", seen=version)
    case.bot.waitUntil(lambda: f"can print {UNPRINTABLE} in" in words(case))
    assert "1 blocking" in chips(case.screen)
    case.page.rows.go_to(case.lines(agreement)[0].id)
    next(fix for what, fix in fixes(case).items() if UNPRINTABLE in what).click()
    here = case.page.rows.current()
    assert here is not None
    assert (here.id, case.page.rows.side) == (made, "en")
    write_clause(case.office, made, "en", "the city", seen=version + 1)
    case.bot.waitUntil(lambda: "Ready to print" in chips(case.screen))


def test_the_paper_beside_a_text_just_locked_is_its_original(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    preview = case.page.side.preview
    assert preview.choice.currentText() == "Draft"
    print_to_folder(case.office, new_press(), agreement, [PaperChoice(1, "original")], tmp_path)
    assert preview.choice.currentText() == "Original 1"
    new_draft(case.office, agreement)
    assert preview.choice.currentText() == "Draft"


def test_data_saved_as_they_were_offer_no_undo_of_something_else(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, lambda _dialog: None)
    for command in ("agreement.facts", "agreement.number"):
        case.run(command)
        assert case.window.frame.findChildren(ToastBar)[0].isHidden()
    assert case.lines(agreement)
