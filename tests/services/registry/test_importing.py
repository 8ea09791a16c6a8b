"""A register that was kept elsewhere comes in: good rows as one change, the rest with reasons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.life import AgreementStatus
from kunjungan.domain.register_cells import Cell
from kunjungan.domain.register_heads import RegisterField
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import read_sheets
from kunjungan.services.history import undo, undo_label
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.registry.doubles import NUMBER_THERE, NUMBER_TWICE, ROW_THERE, ROW_TWICE
from kunjungan.services.registry.importing import (
    RegisterPlan,
    apply_plan,
    open_register,
    plan_columns,
    plan_sheet,
    save_refused,
)
from kunjungan.services.registry.lines import register_lines
from kunjungan.store.tables import Agreement, Institution, Original, Party, Setting
from tests.builders import bandung

HEADS = (
    "Mitra",
    "Jenis",
    "Nomor PIHAK I",
    "Nomor PIHAK II",
    "Tentang",
    "Mulai",
    "Selesai",
    "Lokasi arsip",
)
CIMAHI = (
    "Pemkot Cimahi", "KB", "415.4/0061-KSD/2019", "119/KS/2019", "Sampah", date(2019, 9, 30),
    date(2024, 9, 30), "Lemari 1",
)  # fmt: skip
GARUT = ("Kab. Garut", "PKS", "", "", "Pangan", "1 Juli 2020", "1 Juli 2025", "")
SWAPPED = ("Kota Depok", "KB", "3/X", "", "Data", date(2020, 7, 2), date(2025, 2, 7), "")
SAME_END = ("Kota Bogor", "KB", "4/X", "", "Jalan", date(2020, 7, 2), date(2020, 7, 2), "")
TABLES = (Agreement, Institution, Original, Party, Setting)


@pytest.fixture
def own(office: Office) -> UUID:
    """The office's own institution."""
    body = bandung(office).id
    change_settings(office, replace(office_settings(office), own_institution=body))
    return body


def a_file(folder: Path, *rows: Sequence[Cell], heads: Sequence[str] = HEADS) -> Path:
    path = folder / "register.xlsx"
    table = SheetOut("Register", tuple(heads), tuple(map(tuple, rows)))
    path.write_bytes(xlsx_of([table, SheetOut("Lain", ("satu", "dua"), (("a", "b"),))]))
    return path


def looked(office: Office, folder: Path, *rows: Sequence[Cell]) -> RegisterPlan:
    return open_register(office, a_file(folder, *rows))


def messages(plan: RegisterPlan) -> list[tuple[int, str]]:
    return [(row.place, fault.message) for row in plan.refused for fault in row.faults]


def everything(office: Office) -> dict[str, list[dict[str, object]]]:
    with office.store.read() as session:
        return {
            table.__name__: [row.model_dump() for row in session.exec(select(table))]
            for table in TABLES
        }


@pytest.mark.usefixtures("own")
def test_a_row_becomes_a_signed_agreement_with_its_partner(office: Office, tmp_path: Path) -> None:
    done = apply_plan(office, looked(office, tmp_path, CIMAHI))
    [row] = register_lines(office)
    assert (done.agreements, done.partners) == ((row.id,), 1)
    assert (row.kind, row.subject.id, row.status) == (
        AgreementKind.KB, "Sampah", AgreementStatus.IN_FORCE,
    )  # fmt: skip
    assert (row.own.number, row.partners[0].number) == ("415.4/0061-KSD/2019", "119/KS/2019")
    assert (row.signed_on, row.starts_on, row.ends_on) == (
        date(2019, 9, 30), date(2019, 9, 30), date(2024, 9, 30),
    )  # fmt: skip
    assert (row.custody.kept_at, row.reference) == ("Lemari 1", "KS-2019-001")
    assert row.partners[0].name.en == "Government of the City of Cimahi"


@pytest.mark.usefixtures("own")
def test_nothing_is_written_before_it_is_told_to(office: Office, tmp_path: Path) -> None:
    before = everything(office)
    assert len(looked(office, tmp_path, CIMAHI, GARUT).good) == 2
    assert everything(office) == before


@pytest.mark.usefixtures("own")
def test_an_import_undone_leaves_nothing_behind(office: Office, tmp_path: Path) -> None:
    before = everything(office)
    plan = looked(office, tmp_path, CIMAHI, GARUT)
    apply_plan(office, plan_columns(office, plan, {**plan.columns, 3: RegisterField.NOTE}))
    assert undo_label(office) == "Import register"
    assert everything(office) != before
    undo(office)
    assert everything(office) == before


@pytest.mark.usefixtures("own")
def test_a_register_that_came_in_once_brings_nothing_again(office: Office, tmp_path: Path) -> None:
    apply_plan(office, looked(office, tmp_path, CIMAHI, GARUT))
    again = looked(
        office,
        tmp_path,
        CIMAHI,
        ("Pemerintah Kabupaten Garut", *GARUT[1:]),
        ("kota garut", *GARUT[1:]),
    )
    assert messages(again) == [(2, NUMBER_THERE), (3, ROW_THERE)]
    assert [entry.partner for entry in again.good] == ["kota garut"]


@pytest.mark.usefixtures("own")
def test_the_same_agreement_twice_in_a_file_comes_in_once(office: Office, tmp_path: Path) -> None:
    other = (*CIMAHI[:2], " 415.4/0061-ksd/2019", *CIMAHI[3:])
    plan = looked(office, tmp_path, CIMAHI, GARUT, other, GARUT)
    assert messages(plan) == [(4, NUMBER_TWICE), (5, ROW_TWICE)]
    assert [fault.values["row"] for row in plan.refused for fault in row.faults] == [2, 3]


@pytest.mark.usefixtures("own")
def test_what_somebody_entered_meanwhile_stops_the_import(office: Office, tmp_path: Path) -> None:
    first, second = looked(office, tmp_path, CIMAHI), looked(office, tmp_path, GARUT, CIMAHI)
    apply_plan(office, first)
    with pytest.raises(Conflict):
        apply_plan(office, second)
    assert len(register_lines(office)) == 1


@pytest.mark.usefixtures("own")
def test_swapped_days_come_in_only_when_that_is_wanted(office: Office, tmp_path: Path) -> None:
    plan = looked(office, tmp_path, CIMAHI, SWAPPED, SAME_END)
    assert [entry.partner for entry in plan.good] == ["Pemkot Cimahi"]
    assert [row.place for row in plan.refused] == [3, 4]
    mended = plan.mended()
    assert [entry.ends_on for entry in mended.good] == [date(2024, 9, 30), date(2025, 7, 2)]
    assert [row.place for row in mended.refused] == [4]


@pytest.mark.usefixtures("own")
def test_rows_that_stay_out_are_saved_with_place_and_reasons(
    office: Office, tmp_path: Path
) -> None:
    plan = looked(office, tmp_path, CIMAHI, SAME_END, ("", "KB", "=1+1"))
    path = save_refused(plan, tmp_path / "sisa")
    [sheet] = read_sheets(path)
    assert path.name == "sisa.xlsx"
    assert sheet.rows[0] == ("Row", "Reason", *HEADS)
    assert sheet.rows[1] == (
        3.0, "The end is the same day as the start (02-07-2020).", "Kota Bogor", "KB", "4/X", None,
        "Jalan", date(2020, 7, 2), date(2020, 7, 2),
    )  # fmt: skip
    assert sheet.rows[2][4] == "=1+1"


@pytest.mark.usefixtures("own")
def test_the_rest_can_be_put_right_and_brought_in_as_it_is_saved(
    office: Office, tmp_path: Path
) -> None:
    path = save_refused(looked(office, tmp_path, SAME_END, SWAPPED), tmp_path / "sisa.xlsx")
    assert [entry.partner for entry in open_register(office, path).mended().good] == ["Kota Depok"]


@pytest.mark.usefixtures("own")
def test_what_a_person_says_of_the_columns_is_remembered_by_their_heads(
    office: Office, tmp_path: Path
) -> None:
    heads = ("A", "B", "Tanggal", "D")
    rows = (("Kota Cimahi", "Sampah", "1-9-2020", "7/X"), ("Kota Depok", "Data", "1-9-2021", "8/X"))
    plan = open_register(office, a_file(tmp_path, rows[0], heads=heads))
    assert (dict(plan.columns), plan.good) == ({2: RegisterField.SIGNED_ON}, ())
    said = {
        0: RegisterField.PARTNER, 1: RegisterField.SUBJECT, 2: RegisterField.SIGNED_ON,
        3: RegisterField.OWN_NUMBER,
    }  # fmt: skip
    apply_plan(office, plan_columns(office, plan, said))
    again = open_register(office, a_file(tmp_path, rows[1], heads=("a", "b ", "TANGGAL", "D")))
    assert again.columns == said
    assert [entry.own_number for entry in again.good] == ["8/X"]


@pytest.mark.usefixtures("own")
def test_another_sheet_is_looked_through_and_a_missing_one_refused(
    office: Office, tmp_path: Path
) -> None:
    plan = looked(office, tmp_path, CIMAHI)
    other = plan_sheet(office, plan, "Lain")
    assert (other.sheet, other.head, dict(other.columns)) == ("Lain", 0, {})
    assert [row.place for row in other.refused] == [2]
    with pytest.raises(NotFound):
        open_register(office, a_file(tmp_path, CIMAHI), sheet="Hilang")


def test_an_office_that_has_not_said_who_it_is_is_asked_to_first(
    office: Office, tmp_path: Path
) -> None:
    with pytest.raises(RuleBroken, match="which institution this office is"):
        looked(office, tmp_path, CIMAHI)


@pytest.mark.usefixtures("own")
def test_an_agreement_that_was_ended_early_is_terminated(office: Office, tmp_path: Path) -> None:
    heads = (*HEADS, "Status")
    row = (*CIMAHI, "Diakhiri 12 Maret 2021")
    apply_plan(office, open_register(office, a_file(tmp_path, row, heads=heads)))
    [line] = register_lines(office)
    assert (line.status, line.course.last_day) == (AgreementStatus.TERMINATED, date(2021, 3, 12))
    assert line.end_reason


@pytest.mark.usefixtures("own")
def test_partners_are_told_apart_by_what_they_look_like(office: Office, tmp_path: Path) -> None:
    names = {
        "Universitas Contoh": InstitutionKind.UNIVERSITY,
        "PT Contoh": InstitutionKind.COMPANY,
        "Pemkab. Garut": InstitutionKind.REGION,
        "Pemerintah Provinsi Jawa Barat": InstitutionKind.REGION,
        "Pemkot Entah": InstitutionKind.REGION,
        "Kementerian Contoh": InstitutionKind.MINISTRY,
        "Yayasan Contoh": InstitutionKind.ORGANISATION,
    }
    rows = [(name, "KB", f"{n}/X", "", "Uji", "1-9-2020") for n, name in enumerate(names)]
    rows.append(("Kabupaten Garut", "KB", "99/X", "", "Uji", "1-9-2020"))
    rows.append(("Pemkot Bandung", "KB", "98/X", "", "Uji", "1-9-2020"))
    done = apply_plan(office, looked(office, tmp_path, *rows))
    assert done.partners == len(names)
    with office.store.read() as session:
        found = {row.name_id: row for row in session.exec(select(Institution))}
    assert found["Pemerintah Kabupaten Garut"].region_id is not None
    assert found["Pemerintah Provinsi Jawa Barat"].region_id is not None
    kinds = {name: row.kind for name, row in found.items()}
    assert kinds["Pemkot Entah"] is InstitutionKind.REGION
    for name in ("Universitas Contoh", "PT Contoh", "Kementerian Contoh", "Yayasan Contoh"):
        assert kinds[name] is names[name]
