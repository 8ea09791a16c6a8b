"""The register leaves the program: workbook, CSV, and the book of a year."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Language
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.domain.register_heads import RegisterField, guess_heads
from kunjungan.domain.register_rows import judge
from kunjungan.exchange.sheets import read_sheets
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.registry.columns import COLUMNS
from kunjungan.services.registry.doubles import NUMBER_THERE
from kunjungan.services.registry.exporting import (
    register_name,
    write_register,
    write_yearbook,
    yearbook_pdf,
)
from kunjungan.services.registry.importing import open_register
from kunjungan.services.registry.lines import register_lines
from tests.builders import Old, an_agreement, an_old_agreement, bandung
from tests.documents.reading import page_size_mm, words

EVIL = '=HYPERLINK("http://contoh")'


@pytest.fixture
def filled(office: Office) -> Office:
    """An office with two old agreements and a draft."""
    an_agreement(office)
    an_old_agreement(office, Old("0061", date(2019, 9, 30), subject=EVIL, field="Kominfo"))
    an_old_agreement(
        office, Old("415.4/2", date(2019, 3, 1), partner="Kota Garut", kind=AgreementKind.PKS)
    )
    return office


def test_a_workbook_has_real_days_and_numbers_as_text(filled: Office, tmp_path: Path) -> None:
    rows = [row for row in register_lines(filled) if row.own.number == "0061"]
    [sheet] = read_sheets(write_register(rows, tmp_path / "a.xlsx"))
    heads = dict(zip(sheet.rows[0], sheet.rows[1], strict=False))
    assert (heads["Nomor"], heads["Nomor mitra"], heads["Tentang"]) == ("0061", "0061/MITRA", EVIL)
    assert (heads["Ditandatangani"], heads["Berakhir"]) == (date(2019, 9, 30), date(2024, 9, 30))
    assert heads["Sisa hari"] == (date(2024, 9, 30) - filled.today()).days
    assert (heads["Tahun"], heads["Status"], heads["Bidang"]) == (2019.0, "Berlaku", "Kominfo")


def test_a_csv_keeps_what_a_table_program_would_run_as_text(filled: Office, tmp_path: Path) -> None:
    path = write_register(register_lines(filled), tmp_path / "a.CSV", "en")
    lines = list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert lines[0][:4] == ["Year", "Register number", "Kind", "Number"]
    assert len(lines) == 4
    assert f"'{EVIL}" in {cell for line in lines for cell in line}
    assert "2019-09-30" in {cell for line in lines for cell in line}


def test_rows_are_written_in_the_order_given_and_in_either_language(
    filled: Office, tmp_path: Path
) -> None:
    rows = register_lines(filled)[::-1]
    [sheet] = read_sheets(write_register(rows, tmp_path / "a.xlsx", "en"))
    assert sheet.name == "Register of agreements"
    subjects = [row[6] for row in sheet.rows[1:]]
    assert subjects == [row.subject.en or row.subject.id for row in rows]


def test_another_kind_of_file_is_refused_and_nothing_written(
    filled: Office, tmp_path: Path
) -> None:
    with pytest.raises(RuleBroken, match="xlsx or"):
        write_register(register_lines(filled), tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_exported_register_names_its_columns_so_that_it_can_come_in(language: str) -> None:
    heads = [column.head.id if language == "id" else column.head.en for column in COLUMNS]
    found = {what: heads[column] for column, what in guess_heads(heads).items()}
    assert set(found) == set(RegisterField) - {RegisterField.TERM}
    assert found[RegisterField.OWN_NUMBER] == ("Nomor" if language == "id" else "Number")


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_an_exported_row_comes_back_as_the_same_agreement(
    filled: Office, tmp_path: Path, suffix: str, language: Language
) -> None:
    [row] = [row for row in register_lines(filled) if row.own.number == "415.4/2"]
    [sheet] = read_sheets(write_register([row], tmp_path / f"a{suffix}", language))
    entry = judge(2, sheet.rows[1], guess_heads(sheet.rows[0]), filled.today()).entry
    assert entry is not None
    assert (entry.kind, entry.own_number) == (AgreementKind.PKS, "415.4/2")
    assert (entry.partner_number, entry.subject) == ("415.4/2/MITRA", row.subject.id)
    assert (entry.signed_on, entry.starts_on, entry.ends_on) == (
        date(2019, 3, 1),
        date(2019, 3, 1),
        date(2024, 3, 1),
    )


def test_an_exported_register_is_known_when_it_comes_back(filled: Office, tmp_path: Path) -> None:
    own = bandung(filled).id
    change_settings(filled, replace(office_settings(filled), own_institution=own))
    rows = [row for row in register_lines(filled) if row.own.number == "415.4/2"]
    [row] = open_register(filled, write_register(rows, tmp_path / "a.xlsx")).rows
    assert [fault.message for fault in row.faults] == [NUMBER_THERE]


def test_the_file_is_named_by_the_day(office: Office) -> None:
    assert register_name(office, "id") == "Register kerja sama 26-08-2022.xlsx"


@pytest.mark.parametrize("paper", list(Paper))
def test_the_book_of_a_year_holds_what_was_signed_in_it(filled: Office, paper: Paper) -> None:
    an_old_agreement(filled, Old("3", date(2020, 1, 1), subject="Tahun lain"))
    pdf = yearbook_pdf(filled, 2019, paper)
    said = words(pdf)
    assert page_size_mm(pdf) == pytest.approx(paper.size_mm[::-1], abs=0.1)
    assert "REGISTER KERJA SAMA TAHUN 2019" in said
    assert said.index("415.4/2") < said.index("0061/MITRA")
    assert "Tahun lain" not in said
    assert "Perjanjian Kerja Sama 1" in said
    assert "Cooperation Agreement 1" in said


def test_a_year_without_agreements_has_no_book(filled: Office, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="1999"):
        write_yearbook(filled, 1999, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_book_goes_into_a_folder_under_its_own_name(filled: Office, tmp_path: Path) -> None:
    assert write_yearbook(filled, 2019, tmp_path).name == "Register kerja sama 2019.pdf"
