"""The people written out."""

import json
from pathlib import Path

import pytest
from python_calamine import load_workbook

from kunjungan.domain.errors import RuleBroken
from kunjungan.services.known_people.exporting import people_name, write_people
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, add_person
from tests.builders import prabumulih

NIP = "197501012000032002"


@pytest.fixture(autouse=True)
def people(office: Office) -> None:
    prabumulih(office)
    add_person(
        office, PersonForm("Siti Contoh", ("Dr.",), ("M.Si.",), nip=NIP, phone="0812", diet="Vegan")
    )


def test_personal_data_is_left_out_unless_it_is_asked_for(office: Office, tmp_path: Path) -> None:
    plain = json.loads(write_people(office, tmp_path / "a.json").read_bytes())
    assert [row["name"] for row in plain] == ["Ridho Yahya", "Siti Contoh"]
    assert not {"nip", "phone", "email", "diet", "access"} & plain[1].keys()
    assert NIP not in (tmp_path / "a.json").read_text(encoding="utf-8")
    whole = json.loads(write_people(office, tmp_path / "b.json", personal=True).read_bytes())
    assert (whole[1]["nip"], whole[1]["diet"]) == (NIP, "Vegan")
    assert plain[0]["post"] == "Wali Kota Prabumulih"


def test_a_number_of_18_figures_stays_text(office: Office, tmp_path: Path) -> None:
    book = load_workbook(write_people(office, tmp_path / "a.xlsx", "en", personal=True))
    head, mayor, guest = book.get_sheet_by_index(0).to_python()
    assert (head[0], head.index("NIP")) == ("Name", 12)
    assert (mayor[0], guest[12]) == ("Ridho Yahya", NIP)
    text = write_people(office, tmp_path / "a.csv", personal=True).read_text(encoding="utf-8-sig")
    assert f";{NIP};" in text


def test_another_kind_of_file_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match=r"orang\.pdf"):
        write_people(office, tmp_path / "orang.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_named_by_its_day(office: Office) -> None:
    assert people_name(office, "id").startswith("Orang yang dikenal ")
