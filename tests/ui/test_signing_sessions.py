"""Signing in two places on two days, by substitutes, and what was recorded wrongly."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.capacity import Capacity
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import parties_of
from kunjungan.services.people import PersonForm
from kunjungan.services.signing import list_signatures, sign_everything
from kunjungan.ui.screens.agreements.signing.signing_dialog import SigningDialog
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import AFTER_SIGNING, SIGNING_DAY
from tests.services.processing import at
from tests.ui.agreements_case import Case, agreements_window, meet
from tests.ui.shared import QUIET
from tests.ui.signing_case import agreeing, choose, printed_in, rows

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
def printed(case: Case) -> UUID:
    """An agreement with both originals printed, on screen."""
    return printed_in(case)


def due(dialog: SigningDialog) -> str:
    return dialog._due.text()


def test_in_two_sessions_each_party_signs_in_its_own_place(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreeing(monkeypatch)

    def home(dialog: SigningDialog) -> None:
        choose(dialog, "Pemkot Bandung 2")
        assert dialog.verb.text() == "Record 2 signatures"
        assert due(dialog) == "Still to sign: Pemerintah Kota Prabumulih (originals 1, 2)."
        dialog.verb.click()
        assert (dialog.session.value(), dialog.verb.isEnabled()) == ("2", False)
        assert dialog.fields.place.value() == "Prabumulih"
        dialog.reject()

    def away(dialog: SigningDialog) -> None:
        choose(dialog, "Pemkot Prabumulih 2")
        dialog.fields.on.line.setText("9-9-2022")
        dialog.verb.click()
        assert dialog.result() == dialog.DialogCode.Accepted

    for session in (home, away):
        meet(monkeypatch, SigningDialog, session)
        case.run("agreement.sign")
    lines = list_signatures(case.office, printed)
    assert {(line.seq, line.place, str(line.on)) for line in lines} == {
        (1, "Bandung", "2022-09-01"),
        (2, "Prabumulih", "2022-09-09"),
    }
    assert str(agreement_view(case.office, printed).ends_on) == "2027-09-09"


def test_all_here_today_ticks_everyone_with_todays_date(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreeing(monkeypatch)

    def sign(dialog: SigningDialog) -> None:
        choose(dialog, "Pemkot Prabumulih 2")
        dialog.today.click()
        dialog.verb.click()

    meet(monkeypatch, SigningDialog, sign)
    case.run("agreement.sign")
    lines = list_signatures(case.office, printed)
    assert {(line.place, line.on) for line in lines} == {("Bandung", case.office.today())}


def test_a_substitute_brings_the_decree_and_is_refused_without_one(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreeing(monkeypatch)
    body = parties_of(case.office, printed)[0].institution_id
    deputy = OfficialForm(
        body,
        PersonForm("Ema Sumarna"),
        "Wali Kota Bandung",
        is_head=True,
        capacity=Capacity.PLH,
        decree="821/15/2022",
        decree_on=SIGNING_DAY,
    )
    appoint(case.office, deputy)

    def sign(dialog: SigningDialog) -> None:
        assert not dialog.fields.who.isVisibleTo(dialog)
        choose(dialog, "Pemkot Bandung 2")
        assert dialog.fields.who.isVisibleTo(dialog)
        dialog.fields.who.setCurrentIndex(1)
        assert dialog.fields.number.value() == "821/15/2022"
        dialog.fields.number.clear()
        dialog.fields.number_on.line.clear()
        dialog.verb.click()
        assert "say why there is none" in dialog._notice.findChildren(QLabel)[-1].text()
        dialog.fields.reason.set_value("Surat perintah menyusul")
        dialog.verb.click()
        assert rows(dialog)[1].startswith("Ema Sumarna, for Yana Mulyana: Surat perintah menyusul")
        dialog.reject()

    meet(monkeypatch, SigningDialog, sign)
    case.run("agreement.sign")
    done = [line for line in list_signatures(case.office, printed) if line.on is not None]
    assert [line.substitute.name.full for line in done if line.substitute] == ["Ema Sumarna"] * 2


def test_a_recorded_signature_is_corrected_with_a_reason(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_everything(case.office, printed, on=SIGNING_DAY, place="Bandung")
    case.go()
    case.go(printed)

    def correct(dialog: FormDialog) -> int:
        place, why = dialog.findChildren(LineField)[-2:]
        place.set_value("Jakarta")
        assert not dialog.submit()
        why.set_value("Salah ketik")
        return int(dialog.submit())

    def open_one(dialog: SigningDialog) -> None:
        dialog.table.select((2, 2))
        case.bot.keyClick(dialog.table.view, Qt.Key.Key_Return)
        dialog.reject()

    monkeypatch.setattr(FormDialog, "exec", correct)
    meet(monkeypatch, SigningDialog, open_one)
    case.run("agreement.sign")
    line = list_signatures(case.office, printed)[-1]
    assert (line.original_no, line.seq, line.place) == (2, 2, "Jakarta")
