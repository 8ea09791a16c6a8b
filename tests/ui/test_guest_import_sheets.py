"""The import of a guest list tells how it was read, and goes on from sheet to sheet."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import xlsxwriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.ui.screens.visits.guest_import.dialog import ImportGuestsDialog
from kunjungan.ui.screens.visits.guest_import.words import hint_words
from kunjungan.ui.screens.visits.guest_rows import OWN
from kunjungan.ui.screens.visits.words import body_name
from tests.ui.import_case import import_open, read, settle
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> UUID:
    """A visit with three guests, opened at its delegations."""
    made = a_full_visit(case.office)
    case.go(made, "delegations")
    return made


@pytest.fixture
def dialog(case: Case, visit: UUID) -> Iterator[ImportGuestsDialog]:
    with import_open(case, visit) as made:
        yield made


def said(dialog: ImportGuestsDialog) -> str:
    assert dialog.plan is not None
    return hint_words(dialog.plan)


def test_after_a_sheet_the_next_one_is_offered_for_the_delegation_of_its_name(
    case: Case, visit: UUID, dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (line,) = list_delegations(case.office, visit)
    one, two = (("Nama Satu", "Staf"), ("Nama Dua", "Staf"))
    heads, path = ("NAMA", "JABATAN"), tmp_path / "Rombongan.xlsx"
    sheets = (SheetOut("Panitia", heads, (one,)), SheetOut(body_name(line), heads, (two,)))
    path.write_bytes(xlsx_of([*sheets, SheetOut("Kode", ("Kode",), (("1",),))]))
    dialog.parts.first.party.set_value(OWN)
    read(dialog, path, qtbot)
    assert dialog.parts.sheet.itemText(1) == f"{body_name(line)} · 1 row"
    dialog.bring_in()
    settle(dialog, qtbot)
    following = dialog.parts.summary.next
    assert following.isVisible()
    assert (following.sheet.count(), following.party.value()) == (1, str(line.id))
    following.read.click()
    settle(dialog, qtbot)
    assert dialog.parts.verb.text() == "Import 1 row"
    dialog.bring_in()
    settle(dialog, qtbot)
    assert not following.isVisible()
    there = {guest.name.plain: guest.delegation_id for guest in participants(case.office, visit)}
    assert (there["Nama Satu"], there["Nama Dua"]) == (None, line.id)


def test_the_window_says_that_posts_and_names_were_joined_and_what_excel_hides(
    dialog: ImportGuestsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, "Kepala Bappeda\nNama Satu\nSekretaris Daerah\nNama Dua", qtbot)
    assert dialog.parts.check.hint.isVisible()
    assert "Each post was joined with the name on the line beside it: 2 guests." in said(dialog)
    path = tmp_path / "tamu.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Peserta")
    page.write_row(0, 0, ("Nama", "Jabatan", "HP"))
    page.write_row(1, 0, ("Nama Satu", "Staf", "081200000141"))
    page.set_row(1, None, None, {"hidden": True})
    page.set_column("C:XFD", None, None, {"hidden": True})
    book.close()
    read(dialog, path, qtbot)
    assert "Hidden in Excel, but read: rows 2. Hidden in Excel, but read: columns C." in said(
        dialog
    )
