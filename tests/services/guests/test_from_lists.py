"""What guests from a list are afterwards: who is no longer in office, and that all can go on."""

from pathlib import Path

import pytest

from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.services.guest_import.columns import guess
from kunjungan.services.guest_import.judging import Table, judge
from kunjungan.services.guest_import.lists import open_list
from kunjungan.services.guest_import.writing import bring_in
from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.services.transfer import export_office, import_office
from tests.services.guest_lists import Guests, guests_of
from tests.services.transfer_offices import all_rows, empty_office


@pytest.fixture
def guests(office: Office, tmp_path: Path) -> Guests:
    """A visit of two delegations whose lists are still empty."""
    return guests_of(office, tmp_path)


def test_a_former_mayor_comes_in_as_such_and_leads_nobody(guests: Guests) -> None:
    guests.come(("Nama Satu", "Mantan Walikota Prabumulih"), ("Nama Dua", "Walikota Prabumulih"))
    found = {one.name.plain: one for one in participants(guests.office, guests.visit)}
    assert (found["Nama Satu"].former, found["Nama Satu"].role) == (True, "member")
    assert found["Nama Satu"].title.en == "Former Mayor of Prabumulih"
    assert (found["Nama Dua"].former, found["Nama Dua"].role) == (False, "head")


def test_whatever_a_list_brings_in_goes_into_another_office(guests: Guests, tmp_path: Path) -> None:
    long = "vegetarian " * 300
    path = guests.folder / "panjang.xlsx"
    heads = ("Nama", "Pantangan makan", "Kendaraan", "Dikenal sebagai", "Catatan rapat " * 300)
    row = ("A" + ", b" * 60, long, long, long, "x")
    path.write_bytes(xlsx_of([SheetOut("Peserta", heads, (row,))]))
    sheet = open_list(path).best
    columns = guess(sheet, sheet.head, {})
    judged = judge(guests.office, guests.target, Table(sheet, sheet.head, columns))
    assert len(bring_in(guests.office, judged).added) == 1
    other = empty_office(tmp_path / "lain")
    assert import_office(other, export_office(guests.office)).refused == ()
    assert all_rows(other) == all_rows(guests.office)
