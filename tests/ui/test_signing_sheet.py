"""Signing: who signs which original, recorded once and for all; then the register."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import Medium
from kunjungan.domain.stages import AgreementStage
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.history import undo_label
from kunjungan.services.office import Office
from kunjungan.services.parties import parties_of
from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.services.signing import list_signatures, sign_everything
from kunjungan.ui.screens.agreements.facts.number_dialog import NumberDialog
from kunjungan.ui.screens.agreements.printing.print_dialog import PrintDialog
from kunjungan.ui.screens.agreements.signing.register_dialog import RegisterDialog
from kunjungan.ui.screens.agreements.signing.signing_dialog import SigningDialog
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import AFTER_SIGNING, SIGNING_DAY
from tests.services.memoranda import a_memorandum
from tests.services.processing import at
from tests.ui.agreements_case import Case, agreements_window, chips, meet
from tests.ui.shared import QUIET
from tests.ui.signing_case import agreeing, printed_in, rows

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


def stage(case: Case, agreement: UUID) -> AgreementStage:
    return agreement_view(case.office, agreement).stage


@pytest.mark.usefixtures("printed")
def test_the_sheet_says_who_signs_what_over_the_stamp_or_not(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def read(dialog: SigningDialog) -> None:
        seen.extend(rows(dialog))
        assert dialog.verb.text() == "Record 4 signatures"
        assert dialog.fields.place.value() == "Bandung"
        dialog.reject()

    meet(monkeypatch, SigningDialog, read)
    case.run("agreement.sign")
    assert seen == [
        "[Original 1, kept by Pemerintah Kota Prabumulih]",
        "Yana Mulyana, Pemerintah Kota Bandung over the stamp due",
        "Ridho Yahya, Pemerintah Kota Prabumulih — due",
        "[Original 2, kept by Pemerintah Kota Bandung]",
        "Yana Mulyana, Pemerintah Kota Bandung — due",
        "Ridho Yahya, Pemerintah Kota Prabumulih over the stamp due",
    ]


def test_the_sheet_tells_the_volumes_apart_by_their_language(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = a_memorandum(case.office, layout=Layout.VOLUMES)
    originals = [PaperChoice(number, "original") for number in (1, 2, 3, 4)]
    print_to_folder(case.office, new_press(), made, originals, case.office.folder)
    case.go(made)
    groups: list[str] = []
    meet(monkeypatch, SigningDialog, lambda dialog: groups.extend(rows(dialog)[::3]))
    case.run("agreement.sign")
    assert [title.strip("[]").rpartition(", ")[2] for title in groups] == [
        "Indonesian",
        "Indonesian",
        "English",
        "English",
    ]


def test_all_signatures_at_once_after_asking_and_no_undo_takes_them_back(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = agreeing(monkeypatch)

    def sign(dialog: SigningDialog) -> None:
        dialog.fields.medium.set_value(Medium.WET)
        dialog.verb.click()
        assert dialog.result() == dialog.DialogCode.Accepted

    meet(monkeypatch, SigningDialog, sign)
    case.run("agreement.sign")
    assert asked == [
        (
            "Record 4 signatures? Thursday, 1 September 2022, Bandung. "
            "Signatures stand on paper; recording them cannot be undone."
        )
    ]
    assert stage(case, printed) is AgreementStage.SIGNED
    assert {line.on for line in list_signatures(case.office, printed)} == {SIGNING_DAY}
    assert undo_label(case.office) is None
    assert case.can("agreement.register")


def test_who_does_not_agree_records_nothing(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreeing(monkeypatch, agrees=False)
    meet(monkeypatch, SigningDialog, lambda dialog: dialog.verb.click())
    case.run("agreement.sign")
    assert stage(case, printed) is AgreementStage.FINAL


def test_signatures_one_by_one_on_different_days_and_places(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreeing(monkeypatch)

    def sign(dialog: SigningDialog) -> None:
        view = dialog.table.view
        for key in ((1, 1), (1, 2), (2, 1)):
            dialog.table.select(key)
            case.bot.keyClick(view, Qt.Key.Key_Space)
        assert dialog.verb.text() == "Record 1 signatures"
        dialog.fields.on.line.setText("2-9-2022")
        dialog.fields.place.set_value("Prabumulih")
        dialog.verb.click()
        assert not dialog.verb.isEnabled()
        dialog.reject()

    meet(monkeypatch, SigningDialog, sign)
    case.run("agreement.sign")
    done = [line for line in list_signatures(case.office, printed) if line.on is not None]
    assert [(line.original_no, line.seq, line.place) for line in done] == [(2, 2, "Prabumulih")]
    assert stage(case, printed) is AgreementStage.FINAL
    assert not case.can("agreement.new_draft")


def test_a_day_that_is_none_is_refused_in_the_sheet(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreeing(monkeypatch)
    said: list[str] = []

    def sign(dialog: SigningDialog) -> None:
        dialog.fields.on.line.clear()
        dialog.verb.click()
        said.append(dialog._notice.findChildren(QLabel)[-1].text())
        dialog.reject()

    meet(monkeypatch, SigningDialog, sign)
    case.run("agreement.sign")
    assert said == ["Enter the day of signing."]
    assert stage(case, printed) is AgreementStage.FINAL


def test_a_signed_agreement_is_entered_in_the_register_with_its_shelf(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_everything(case.office, printed, on=SIGNING_DAY, place="Bandung")
    asked: list[RegisterDialog] = []
    build = RegisterDialog.__init__

    def remember(self: RegisterDialog, *args: object) -> None:
        build(self, *args)  # type: ignore[arg-type]  # handed through
        asked.append(self)

    def enter(dialog: FormDialog) -> int:
        asked[-1].kept_at.set_value("Lemari 2, map 7")
        return int(dialog.submit())

    monkeypatch.setattr(RegisterDialog, "__init__", remember)
    monkeypatch.setattr(FormDialog, "exec", enter)
    case.run("agreement.register")
    view = agreement_view(case.office, printed)
    assert (view.register_no, view.kept_at) == ("2022/001", "Lemari 2, map 7")
    assert not case.can("agreement.register")
    assert "Registered 2022/001" in chips(case.screen)


def test_a_partner_s_number_comes_later_also_after_signing(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_everything(case.office, printed, on=SIGNING_DAY, place="Bandung")
    asked: list[NumberDialog] = []
    build = NumberDialog.__init__

    def remember(self: NumberDialog, *args: object) -> None:
        build(self, *args)  # type: ignore[arg-type]  # handed through
        asked.append(self)

    def enter(dialog: FormDialog) -> int:
        asked[-1].number.set_value("119/77/2022")
        asked[-1].number_on.line.setText("9-9-2022")
        return int(dialog.submit())

    monkeypatch.setattr(NumberDialog, "__init__", remember)
    monkeypatch.setattr(FormDialog, "exec", enter)
    case.run("agreement.number")
    partner = parties_of(case.office, printed)[1]
    assert (partner.number, partner.number_pending) == ("119/77/2022", True)
    case.run("edit.undo")
    assert parties_of(case.office, printed)[1].number == ""


def test_of_a_signed_agreement_a_copy_is_printed_and_no_draft(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked: list[list[str]] = []

    def read(dialog: PrintDialog) -> None:
        ticked.append([item.key for item in dialog.list.items()])
        dialog.reject()

    meet(monkeypatch, PrintDialog, read)
    case.run("agreement.print_draft")
    sign_everything(case.office, printed, on=SIGNING_DAY, place="Bandung")
    case.run("agreement.print_draft")
    assert ticked == [["draft:"], ["copy:"]]
