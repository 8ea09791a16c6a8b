"""The originals in the course of an agreement: signatures, scans, and where each lies."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from sqlmodel import select

from kunjungan.domain.stages import AgreementStage
from kunjungan.services.office import Office
from kunjungan.services.process.custody import custody
from kunjungan.services.process.file_lines import list_files
from kunjungan.services.process.lending import CustodyForm, set_custody
from kunjungan.services.signing import SignatureForm, sign, sign_everything
from kunjungan.store.tables import Agreement, Original
from kunjungan.ui.screens.agreements.process.originals_card import OriginalsCard
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import AFTER_SIGNING, SIGNING_DAY, an_agreement
from tests.services.processing import at
from tests.services.signed_pdfs import plain_pdf
from tests.ui.agreements_case import Case, agreements_window, words_of
from tests.ui.shared import QUIET
from tests.ui.signing_case import printed_in

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
    """An agreement with both originals printed, its course on screen."""
    made = printed_in(case)
    case.go(made, "process")
    return made


def card(case: Case) -> OriginalsCard:
    return case.screen.findChildren(OriginalsCard)[0]


def rows(case: Case) -> list[list[str]]:
    return words_of(card(case).table)


def due(case: Case) -> str:
    label = card(case)._due
    return label.text() if label.isVisibleTo(card(case)) else ""


def enter(
    monkeypatch: pytest.MonkeyPatch, kept: str = "", lent: str = "", back: str = ""
) -> list[str]:
    """Fill in where the paper lies in the next form; return what the form said."""
    said: list[str] = []

    def fill(dialog: FormDialog) -> int:
        said.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        lines = [f for f in dialog.findChildren(LineField) if type(f) is LineField]
        lines[0].set_value(kept)
        lines[1].set_value(lent)
        dialog.findChildren(DateField)[0].line.setText(back)
        return int(dialog.submit())

    monkeypatch.setattr(FormDialog, "exec", fill)
    return said


def test_each_original_says_who_keeps_it_and_how_far_it_is_signed(
    case: Case, printed: UUID
) -> None:
    assert rows(case) == [
        ["Original 1, for Pemkot Prabumulih", "not noted", "0 of 2"],
        ["Original 2, for Pemkot Bandung", "not noted", "0 of 2"],
    ]
    sign(case.office, printed, [SignatureForm(1, 1, SIGNING_DAY, "Bandung")])
    assert [row[2] for row in rows(case)] == ["1 of 2", "0 of 2"]
    assert due(case) == (
        "Still to sign: Pemerintah Kota Prabumulih (originals 1, 2); "
        "Pemerintah Kota Bandung (originals 2)."
    )
    sign_everything(case.office, printed, on=SIGNING_DAY, place="Bandung")
    assert due(case) == ""


def test_before_printing_nobody_is_awaited(case: Case) -> None:
    case.go(an_agreement(case.office), "process")
    assert [row[2] for row in rows(case)] == ["not printed"] * 2
    assert due(case) == ""


def test_enter_notes_where_it_lies_and_it_is_lent_and_returned(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(monkeypatch, kept="Lemari 3")
    case.bot.keyClick(card(case).table.view, Qt.Key.Key_Return)
    assert rows(case)[0][1] == "Lemari 3"
    assert not case.can("original.return")
    said = enter(monkeypatch, "Lemari 3", "Bagian Hukum", "25-8-2022")
    case.run("original.keep")
    assert "Lemari 3" in said[0]
    assert rows(case)[0][1] == "Lent to Bagian Hukum, overdue, Thu, 25 Aug 2022"
    assert custody(case.office, printed)[0].due_back_on == date(2022, 8, 25)
    case.run("original.return")
    assert rows(case)[0][1] == "Lemari 3"
    case.run("edit.undo")
    assert rows(case)[0][1].startswith("Lent to Bagian Hukum")


def test_a_day_of_return_without_a_borrower_is_refused_in_the_form(
    case: Case, printed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(monkeypatch, back="25-8-2022")
    case.run("original.keep")
    assert custody(case.office, printed)[0].due_back_on is None


def test_a_scan_is_filed_to_a_signed_original_and_opened_from_it(
    case: Case, printed: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "asli 1.pdf"
    scan.write_bytes(plain_pdf())
    assert not case.can("original.scan")
    sign(case.office, printed, [SignatureForm(1, 1, SIGNING_DAY, "Bandung")])
    assert case.can("original.scan")
    assert not case.can("original.show")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(scan)], ""))
    monkeypatch.setattr(FormDialog, "exec", lambda dialog: int(dialog.submit()))
    case.run("original.scan")
    case.bot.waitUntil(lambda: "scans: 1" in rows(case)[0][0])
    assert [line.original_no for line in list_files(case.office, printed)] == [1]
    assert case.can("original.show")


def test_of_an_old_agreement_a_paper_is_recorded(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = an_agreement(case.office)
    with case.office.store.change("Old") as session:
        session.get_one(Agreement, made).stage = AgreementStage.REGISTERED
        for row in session.exec(select(Original)):
            session.delete(row)
    case.go(made, "process")
    assert rows(case) == []
    enter(monkeypatch, kept="Fotokopi, map 3")
    assert card(case)._copy.isVisibleTo(card(case))
    card(case)._copy.click()
    assert rows(case) == [["Original 1, for Pemkot Bandung", "Fotokopi, map 3", "on record"]]
    assert not card(case)._copy.isVisibleTo(card(case))


def test_what_is_overdue_is_counted(case: Case, printed: UUID) -> None:
    set_custody(case.office, printed, 2, CustodyForm("", "Arsip", date(2022, 8, 1)))
    said = " ".join(label.text() for label in card(case).findChildren(QLabel))
    assert "1 overdue" in said
