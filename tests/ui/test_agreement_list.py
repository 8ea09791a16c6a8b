"""The register of agreements, and how a new one is drafted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.agreements import agreement_form
from kunjungan.services.clauses import write_clause
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.parties import parties_of
from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.services.register import register
from kunjungan.services.signing import sign_everything
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.ui.context import Address
from kunjungan.ui.screens.agreements.facts.draft_dialog import DraftDialog
from kunjungan.ui.screens.agreements.facts.form_parts import is_shown
from kunjungan.ui.screens.agreements.registry.view import RegisterView
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import AFTER_SIGNING, SIGNING_DAY, a_visit, an_agreement, bandung, prabumulih
from tests.services.processing import at
from tests.ui.agreements_case import Case, agreements_window, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET
Fill = Callable[[DraftDialog], object]


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


def shown(case: Case) -> list[list[str]]:
    return words_of(case.register.table)


def segments(register: RegisterView) -> dict[str, int]:
    return {o.key: o.count or 0 for o in register.filters._options()}


def draft(monkeypatch: pytest.MonkeyPatch, fill: Fill) -> list[bool]:
    """Fill in the next draft dialog instead of a person, until it is drafted or given up."""
    made: list[DraftDialog] = []
    done: list[bool] = []
    build = DraftDialog.__init__

    def remember(self: DraftDialog, *args: object) -> None:
        build(self, *args)  # type: ignore[arg-type]  # handed through
        made.append(self)

    def answered(dialog: FormDialog) -> int:
        fill(made[-1])
        done.append(dialog.submit())
        return int(done[-1])

    monkeypatch.setattr(DraftDialog, "__init__", remember)
    monkeypatch.setattr(FormDialog, "exec", answered)
    return done


def test_an_office_without_agreements_says_how_to_begin(case: Case) -> None:
    words = [label.text() for label in case.screen.findChildren(QLabel) if label.isVisible()]
    assert "No agreements yet" in words
    assert case.can("agreement.draft")


def test_the_register_tells_partner_numbers_and_what_is_missing(
    case: Case, qtmodeltester: ModelTester
) -> None:
    made = an_agreement(case.office)
    row = " ".join(shown(case)[0])
    for words in ("City of Prabumulih", "CONTOH-1", "planned 1 Sep", "1 Sep 2027"):
        assert words in row
    write_clause(case.office, case.lines(made)[4].id, "en", "")
    assert "untranslated: 1" in " ".join(shown(case)[0])
    qtmodeltester.check(case.register.table.view.model())


def test_a_registered_agreement_shows_its_place_and_leaves_the_drafts(case: Case) -> None:
    made = an_agreement(case.office)
    assert segments(case.register)["preparing"] == 1
    originals = [PaperChoice(number, "original") for number in (1, 2)]
    print_to_folder(case.office, new_press(), made, originals, case.office.folder)
    sign_everything(case.office, made, on=SIGNING_DAY, place="Bandung")
    register(case.office, made)
    assert "2022/001" in shown(case)[0]
    assert "In force" in shown(case)[0], "its term began on the day of signing"


def test_words_and_states_narrow_the_register(case: Case, qtbot: QtBot) -> None:
    an_agreement(case.office)
    for words, count in (
        ("prabumulih spbe", 1),
        ("contoh-1", 1),
        ("palembang", 0),
        ("%", 0),
        ("", 1),
    ):
        with qtbot.waitSignal(case.register.search.searched):
            case.register.search.setText(words or " ")
        assert len(shown(case)) == count, words
    case.register.segments.set_value("over")
    case.register.segments.chosen.emit("over")
    assert shown(case) == []


def test_enter_opens_an_agreement_and_back_returns_to_its_row(case: Case, qtbot: QtBot) -> None:
    made = an_agreement(case.office)
    case.register.table.select(made)
    qtbot.keyClick(case.register.table.view, Qt.Key.Key_Return)
    assert case.page.isVisible()
    case.run("window.back")
    line = case.register.table.current()
    assert line is not None
    assert line.id == made


def test_a_draft_is_removed_from_the_register_and_comes_back_by_undo(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = an_agreement(case.office)
    case.register.table.select(made)
    monkeypatch.setattr("kunjungan.ui.screens.agreements.screen.ask", lambda *_args, **_words: True)
    case.run("agreement.remove")
    assert shown(case) == []
    case.run("edit.undo")
    assert len(shown(case)) == 1


def an_office_of_bandung(office: Office) -> UUID:
    host = bandung(office)
    change_settings(office, replace(office_settings(office), own_institution=host.id))
    return host.id


def test_a_visit_offers_its_delegation_day_and_subject(
    case: Case, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = an_office_of_bandung(case.office)
    guest = prabumulih(case.office)
    visit = a_visit(case.office)
    form = visit_form(case.office, visit)
    edit_visit(case.office, visit, replace(form, theme_id="SPBE", theme_en="E-government"))
    add_delegation(case.office, visit, DelegationForm(guest.id, guest.head))
    done = draft(monkeypatch, lambda _asked: None)
    case.window.frame.go(Address("agreements", tab=f"new:{visit}"))
    qtbot.waitUntil(lambda: done == [True])
    line = list_agreements(case.office)[0]
    view = agreement_view(case.office, line.id)
    assert case.page.isVisible()
    assert [party.institution_id for party in view.parties] == [host, guest.id]
    assert [party.signatory for party in view.parties] == ["Yana Mulyana", "Ridho Yahya"]
    assert view.visits == ((visit, "Kunjungan SPBE"),)
    assert (view.subject.id, view.subject.en) == ("SPBE", "E-government")
    assert view.signing_on == SIGNING_DAY
    own, theirs = parties_of(case.office, line.id)
    assert own.number.endswith("/IX/2022")
    assert theirs.number_pending
    case.run("window.back")
    assert case.register.isVisible()
    assert done == [True]


def test_a_kind_that_is_unusual_for_the_partner_owes_a_reason(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_office_of_bandung(case.office)
    abroad = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Suwon", "City of Suwon")
    partner = add_institution(case.office, abroad)
    shows: list[bool] = []

    def fill(asked: DraftDialog) -> None:
        asked.subject.indonesian.set_value("Ekonomi kreatif")
        asked.parties.rows[1].body.set_value(partner)
        shows.append(is_shown(asked.kinds.reason))
        asked.kinds.kind.set_value(AgreementKind.KB)
        shows.append(is_shown(asked.kinds.reason))
        assert not asked.dialog.submit()
        asked.kinds.reason.set_value("Diminta mitra")

    done = draft(monkeypatch, fill)
    case.run("agreement.draft")
    assert (shows, done) == ([False, True], [True])
    made = list_agreements(case.office)[0].id
    assert agreement_form(case.office, made).reason == "Diminta mitra"


def test_in_a_narrow_window_every_state_is_there_whole(case: Case) -> None:
    before = case.window.frame
    case.parts.desk.change(language="id")
    case.bot.waitUntil(lambda: case.window.frame is not before)
    case.go()
    case.window.resize(900, 500)
    segments, search = case.register.segments, case.register.search
    case.bot.waitUntil(lambda: segments.width() >= segments.sizeHint().width())
    case.window.resize(1366, 720)
    case.bot.waitUntil(lambda: search.width() >= 130)


def test_an_office_that_has_not_said_who_it_is_is_led_to_that_setting(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_settings(case.office, replace(office_settings(case.office), own_institution=None))
    went: list[Address] = []
    monkeypatch.setattr("kunjungan.ui.screens.agreements.screen.ask", lambda *_args, **_words: True)
    monkeypatch.setattr(FormDialog, "exec", lambda _dialog: pytest.fail("a form was shown"))
    monkeypatch.setattr(
        case.screen, "_context", replace(case.screen._context, navigate=went.append)
    )
    case.run("agreement.draft")
    assert went == [Address("settings")]
