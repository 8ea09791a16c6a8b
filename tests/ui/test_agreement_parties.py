"""The parties of a new agreement: added, removed, put in order, each with its number."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.agreements import agreement_form
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.originals import list_originals
from kunjungan.services.parties import parties_of
from kunjungan.services.preflight import without_press
from kunjungan.ui.screens.agreements.facts.draft_dialog import DraftDialog
from kunjungan.ui.screens.agreements.facts.party_rows import MOST
from tests.builders import Body, a_region, prabumulih
from tests.ui.agreements_case import Case, agreements_window, answer, caught
from tests.ui.draft_case import draft, own_office, subject
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def host(case: Case) -> Body:
    """Bandung, whose office this is."""
    return own_office(case)


def labels(asked: DraftDialog) -> list[str]:
    return [line.label.text() for line in asked.parties.rows]


def test_parties_are_added_moved_and_removed_and_named_anew(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    regions = [
        a_region(case.office, code, f"Kepala Contoh {code}") for code in ("16.74", "32.77", "16.10")
    ]

    def fill(asked: DraftDialog) -> None:
        parties = asked.parties
        parties.rows[1].body.set_value(regions[0].id)
        for body in regions[1:]:
            parties.more.click()
            parties.rows[-1].body.set_value(body.id)
        assert labels(asked)[-1] == "The Fourth Party"
        parties.rows[3].earlier.click()
        parties.rows[1].remove.click()
        assert labels(asked) == ["The First Party", "The Second Party", "The Third Party"]
        subject(asked)

    made = draft(case, monkeypatch, fill)
    signing = [party.institution_id for party in parties_of(case.office, made)]
    assert signing == [host.id, regions[2].id, regions[1].id]
    assert [party.tenure_id for party in parties_of(case.office, made)][1:] == [
        regions[2].head,
        regions[1].head,
    ]
    assert len(list_originals(case.office, made)) == 3


def test_the_partner_decides_the_kind_wherever_the_own_institution_stands(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    ministry = InstitutionForm(InstitutionKind.MINISTRY, "Kementerian Contoh")
    partner = add_institution(case.office, ministry)

    def fill(asked: DraftDialog) -> None:
        rows = asked.parties.rows
        rows[1].body.set_value(partner)
        rows[1].earlier.click()
        assert [line.institution() for line in rows] == [partner, host.id]
        subject(asked)

    made = draft(case, monkeypatch, fill)
    form = agreement_form(case.office, made)
    assert (form.kind, form.reason) == (AgreementKind.SYNERGY, "")
    codes = {finding.code for finding in without_press(case.office, made)}
    assert "kind-without-reason" not in codes


@pytest.mark.usefixtures("host")
def test_two_parties_stay_and_eighteen_are_the_most(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = caught(monkeypatch, DraftDialog)
    counts: list[int] = []

    def fill(_dialog: object) -> None:
        parties = made[-1].parties
        parties.remove(parties.rows[0])
        counts.append(len(parties.rows))
        for _ in range(MOST + 3):
            parties.add()
        counts.append(len(parties.rows))
        assert not parties.more.isEnabled()

    answer(monkeypatch, fill)
    case.run("agreement.draft")
    made[-1].dialog.hide()
    assert counts == [2, 18]


@pytest.mark.usefixtures("host")
def test_a_party_without_institution_is_asked_for_under_the_parties(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = caught(monkeypatch, DraftDialog)
    done = answer(monkeypatch, lambda _dialog: subject(made[-1]))
    case.run("agreement.draft")
    made[-1].dialog.hide()
    assert done == [False]
    assert list_agreements(case.office) == []


def test_the_own_number_is_proposed_for_the_own_institution_wherever_it_stands(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = prabumulih(case.office)

    def fill(asked: DraftDialog) -> None:
        rows = asked.parties.rows
        rows[1].body.set_value(partner.id)
        asked.signing_on.line.setText("1-9-2022")
        assert rows[0].number.value().endswith("/IX/2022")
        rows[0].later.click()
        asked.signing_on.line.setText("3-10-2022")
        subject(asked)

    made = draft(case, monkeypatch, fill)
    first, second = parties_of(case.office, made)
    assert (first.institution_id, first.number, first.number_pending) == (partner.id, "", True)
    assert second.institution_id == host.id
    assert second.number.endswith("/X/2022")
    assert second.number_on == date(2022, 10, 3)


def test_the_arrow_and_the_cross_are_reached_by_the_keyboard(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = caught(monkeypatch, DraftDialog)

    def fill(_dialog: object) -> None:
        dialog, row = made[-1].dialog, made[-1].parties.rows[0]
        dialog.show()
        row.later.setFocus()
        case.bot.keyClick(row.later, Qt.Key.Key_Space)

    answer(monkeypatch, fill)
    case.run("agreement.draft")
    made[-1].dialog.hide()
    assert made[-1].parties.rows[1].institution() == host.id
