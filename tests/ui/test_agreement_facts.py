"""An agreement's data, its date and its parties, each changed in one step that can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.layouts import Layout
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form
from kunjungan.services.history import undo_label
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import edit_party, parties_of
from kunjungan.services.people import PersonForm
from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.services.redating import foreseen, redate
from kunjungan.services.signing import sign_everything
from kunjungan.ui.screens.agreements.facts.facts_dialog import FactsDialog
from kunjungan.ui.screens.agreements.facts.form_parts import is_shown
from kunjungan.ui.screens.agreements.facts.party_dialog import PartyDialog
from kunjungan.ui.screens.agreements.facts.redate_dialog import RedateDialog
from tests.builders import AFTER_SIGNING, SIGNING_DAY, an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.processing import at
from tests.ui.agreements_case import Case, agreements_window, answer, caught, toast
from tests.ui.shared import QUIET

pytestmark = QUIET
OWN = "100.3.7.1/007/KSD/IX/2022"
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
    made = an_agreement(case.office)
    case.go(made)
    return made


def numbered(case: Case, agreement: UUID) -> None:
    """Give the host a number of the office's own series."""
    form = parties_of(case.office, agreement)[0]
    edit_party(case.office, agreement, 1, replace(form, number=OWN, number_on=SIGNING_DAY))


def shown(asked: RedateDialog) -> str:
    """Return everything the dialog says will move."""
    labels = asked.dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


def test_what_moves_with_the_date_is_shown_before_and_moves_in_one_step(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbered(case, agreement)
    print_to_folder(case.office, new_press(), agreement, BOTH, case.office.folder)
    made = caught(monkeypatch, RedateDialog)
    said: list[str] = []

    def fill(_dialog: object) -> None:
        assert "Nothing moves yet" in shown(made[-1])
        made[-1].day.line.setText("3-10-2022")
        said.append(shown(made[-1]))

    assert answer(monkeypatch, fill) == []
    case.run("agreement.redate")
    for words in (
        "Thursday, 1 September 2022 → Monday, 3 October 2022",
        f"{OWN} → 100.3.7.1/007/KSD/X/2022",
        "Sunday, 3 October 2027",
        "1 → 2",
        "hari ini, Senin",
        "this day, Monday",
        "become outdated: 2",
    ):
        assert words in said[0], words
    assert "Signing moved to Monday, 3 October 2022; outdated papers: 2" in toast(case)
    assert undo_label(case.office) == "Move the signing date"
    case.run("edit.undo")
    assert agreement_form(case.office, agreement).signing_on == SIGNING_DAY
    assert parties_of(case.office, agreement)[0].number == OWN


def test_looking_at_what_would_move_stores_nothing_and_says_what_moving_does(
    case: Case, agreement: UUID, tmp_path: Path
) -> None:
    numbered(case, agreement)
    print_to_folder(case.office, new_press(), agreement, [PaperChoice()], tmp_path)
    before = agreement_form(case.office, agreement), parties_of(case.office, agreement)
    expected = foreseen(case.office, agreement, date(2022, 10, 3))
    assert (agreement_form(case.office, agreement), parties_of(case.office, agreement)) == before
    assert undo_label(case.office) == "Edit party"
    assert redate(case.office, agreement, date(2022, 10, 3)) == expected
    assert expected.stale == 1


def test_the_same_day_moves_nothing_and_offers_no_undo(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, lambda _dialog: None)
    case.run("agreement.redate")
    assert toast(case) == ""
    assert agreement_form(case.office, agreement).signing_on == SIGNING_DAY


def test_a_signed_agreement_has_no_date_to_move(case: Case, agreement: UUID) -> None:
    assert case.can("agreement.redate")
    print_to_folder(case.office, new_press(), agreement, BOTH, case.office.folder)
    assert case.can("agreement.redate")
    sign_everything(case.office, agreement, on=case.office.today(), place="Bandung")
    assert not case.can("agreement.redate")
    assert not case.can("agreement.facts")


def test_the_date_among_the_facts_leads_to_moving_it(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = caught(monkeypatch, RedateDialog)
    answer(monkeypatch, lambda _dialog: made[-1].day.line.setText("2-9-2022"))
    case.page.side.facts.wanted.emit("redate")
    assert agreement_form(case.office, agreement).signing_on == date(2022, 9, 2)
    opening = case.page.rows.row(case.lines(agreement)[0].id)
    assert opening is not None
    assert "Jumat" in opening.fields["id"].toPlainText()


def test_the_data_show_what_is_stored_and_saving_them_unchanged_changes_nothing(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = a_memorandum(
        case.office,
        layout=Layout.VOLUMES,
        third_language="ko",
        title_third="양해각서",
        subject_third="자매도시",
        language_clause="third_prevails",
        alternat=True,
    )
    case.go(made)
    before = agreement_form(case.office, made)
    dialogs = caught(monkeypatch, FactsDialog)

    def fill(_dialog: object) -> None:
        asked = dialogs[-1]
        assert asked.languages.clause.value() == "third_prevails"
        assert asked.languages.title_third.value() == "양해각서"
        assert asked.alternat.value()

    assert answer(monkeypatch, fill) == []
    case.run("agreement.facts")
    assert replace(agreement_form(case.office, made), version=before.version) == before
    assert toast(case) == ""


def test_another_kind_against_the_partner_asks_why_later_too(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs = caught(monkeypatch, FactsDialog)

    def fill(_dialog: object) -> None:
        asked = dialogs[-1]
        assert not is_shown(asked.kinds.reason)
        asked.kinds.kind.set_value(AgreementKind.NK)
        assert is_shown(asked.kinds.reason)
        assert not asked.dialog.submit()
        asked.kinds.reason.set_value("Atas permintaan mitra")
        asked.languages.layout.set_value(Layout.SEQUENCE)

    answer(monkeypatch, fill)
    case.run("agreement.facts")
    form = agreement_form(case.office, agreement)
    assert (form.kind, form.reason) == (AgreementKind.NK, "Atas permintaan mitra")
    assert form.layout is Layout.SEQUENCE
    assert form.signing_on == SIGNING_DAY


def a_deputy(case: Case, agreement: UUID) -> UUID:
    body = parties_of(case.office, agreement)[1].institution_id
    official = OfficialForm(
        body,
        PersonForm("Wakil Contoh"),
        "Wakil Wali Kota Prabumulih",
        "Vice Mayor of Prabumulih",
        capacity=Capacity.FOR_HEAD,
        begins_on=PartialDate(2018, 9),
    )
    return appoint(case.office, official)


def test_who_signs_without_the_needed_authority_owes_a_reason_that_is_kept(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    deputy = a_deputy(case, agreement)
    dialogs = caught(monkeypatch, PartyDialog)
    said: list[str] = []

    def fill(_dialog: object) -> None:
        asked = dialogs[-1]
        assert not is_shown(asked.reason)
        asked.signatory.set_value(deputy)
        assert is_shown(asked.reason)
        said.append("\n".join(x.text() for x in asked.dialog.findChildren(QLabel)))
        asked.reason.set_value("Wali Kota berhalangan")

    answer(monkeypatch, fill)
    case.run("agreement.number")
    assert "On behalf of the head (a.n.)" in said[0]
    assert "Vice Mayor of Prabumulih" in said[0]
    assert "PP 28/2018 art 2(2)" in said[0]
    party = parties_of(case.office, agreement)[1]
    assert (party.tenure_id, party.authority_reason) == (deputy, "Wali Kota berhalangan")
    assert "Party saved" in toast(case)


@pytest.mark.usefixtures("agreement")
def test_names_in_the_partners_language_are_asked_for_where_the_text_has_one(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs = caught(monkeypatch, PartyDialog)
    answer(monkeypatch, lambda _dialog: None)
    case.run("agreement.number")
    assert not dialogs[-1].name_third.isVisibleTo(dialogs[-1].dialog)
    made = a_memorandum(case.office, third_language="ko", title_third="양해", subject_third="협력")
    case.go(made)

    def fill(_dialog: object) -> None:
        asked = dialogs[-1]
        assert asked.name_third.isVisibleTo(asked.dialog)
        assert not asked.number.isVisibleTo(asked.dialog)
        asked.name_third.set_value("수원시")
        asked.office_third.set_value("수원시장")
        asked.signer_third.set_value("이 견본")

    answer(monkeypatch, fill)
    case.run("agreement.number")
    party = parties_of(case.office, made)[1]
    names = (party.name_third, party.office_third, party.signer_third)
    assert names == ("수원시", "수원시장", "이 견본")


def test_a_finding_about_a_fact_opens_its_own_field(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs = caught(monkeypatch, FactsDialog)
    held: list[bool] = []

    def fill(_dialog: object) -> None:
        dialogs[-1].dialog.show()
        case.bot.waitUntil(dialogs[-1].subject.english.hasFocus)
        held.append(True)

    answer(monkeypatch, fill)
    case.page.does.facts.edit_facts("subject_en")
    assert held == [True]
    assert agreement_form(case.office, agreement).signing_on == SIGNING_DAY
