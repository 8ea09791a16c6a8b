"""Signing: who signs which original, recorded once and for all; then the register."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
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
from kunjungan.services.register import registered
from kunjungan.services.signing import list_signatures, sign_everything
from kunjungan.ui.screens.agreements import signing
from kunjungan.ui.screens.agreements.number_dialog import NumberDialog
from kunjungan.ui.screens.agreements.print_dialog import PrintDialog
from kunjungan.ui.screens.agreements.register_dialog import RegisterDialog
from kunjungan.ui.screens.agreements.signing import SigningDialog
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import SIGNING_DAY, an_agreement
from tests.services.memoranda import a_memorandum
from tests.ui.agreements_case import Case, agreements_window, chips, meet, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def printed(case: Case) -> UUID:
    """An agreement with both originals printed, on screen."""
    made = an_agreement(case.office)
    originals = [PaperChoice(number, "original") for number in (1, 2)]
    print_to_folder(case.office, new_press(), made, originals, case.office.folder)
    case.go(made)
    return made


def stage(case: Case, agreement: UUID) -> AgreementStage:
    return agreement_view(case.office, agreement).stage


def rows(dialog: SigningDialog) -> list[str]:
    return [" ".join(row[:3]) for row in words_of(dialog.table)]


def agreeing(monkeypatch: pytest.MonkeyPatch, *, agrees: bool = True) -> list[str]:
    """Answer the question that comes before what cannot be undone; return what was asked."""
    asked: list[str] = []

    def answered(_parent: object, title: str, text: str, **_words: object) -> bool:
        asked.append(f"{title} {text}")
        return agrees

    monkeypatch.setattr(signing, "ask", answered)
    return asked


@pytest.mark.usefixtures("printed")
def test_the_sheet_says_who_signs_what_over_the_stamp_or_not(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def read(dialog: SigningDialog) -> None:
        seen.extend(rows(dialog))
        assert dialog.verb.text() == "Record 4 signatures"
        assert dialog.place.value() == "Bandung"
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
        dialog.medium.set_value(Medium.WET)
        dialog.verb.click()
        assert dialog.result() == dialog.DialogCode.Accepted

    meet(monkeypatch, SigningDialog, sign)
    case.run("agreement.sign")
    assert asked == [
        "Record 4 signatures? Signatures stand on paper; recording them cannot be undone."
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
        dialog.on.line.setText("2-9-2022")
        dialog.place.set_value("Prabumulih")
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
        dialog.on.line.clear()
        dialog.verb.click()
        said.append(dialog._notice.findChildren(type(dialog._intro()))[-1].text())
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
    line = registered(case.office, printed)
    assert (line.label, line.kept_at) == ("2022/001", "Lemari 2, map 7")
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
    assert (partner.number, partner.number_pending) == ("119/77/2022", False)
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
