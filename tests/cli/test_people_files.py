"""The people on the command line."""

import json
from pathlib import Path

import pytest

from kunjungan.app.desk import open_desk
from kunjungan.services.people import PersonForm, add_person
from tests.cli.conftest import Run

NIP = "197501012000032002"


@pytest.fixture
def known(sample: Path) -> Path:
    """The sample office with somebody whose number is known."""
    office, _ = open_desk(sample, "make", user="uji")
    add_person(office, PersonForm("Siti Contoh", nip=NIP))
    office.store.close()
    return sample


def test_people_are_exported_without_personal_data_unless_asked(
    run: Run, known: Path, tmp_path: Path
) -> None:
    plain, whole = tmp_path / "a.json", tmp_path / "b.json"
    assert run("export", "people", plain, "--office", known).out.strip() == str(plain)
    assert NIP not in plain.read_text(encoding="utf-8")
    assert "Siti Contoh" in plain.read_text(encoding="utf-8")
    done = run("export", "people", whole, "--with-personal-data", "--office", known)
    assert done.code == 0
    rows = {row["name"]: row for row in json.loads(whole.read_bytes())}
    assert rows["Siti Contoh"]["nip"] == NIP
    assert rows["Panca Wijaya Akbar"]["post"] == "Bupati Ogan Ilir"


def test_another_kind_of_file_is_refused_in_a_sentence(
    run: Run, known: Path, tmp_path: Path
) -> None:
    done = run("export", "people", tmp_path / "a.pdf", "--office", known)
    assert done.code == 2
    assert done.err.startswith("People are written as .xlsx, .csv or .json, not as “a.pdf”.")


def test_a_file_that_is_there_stays_unless_it_is_told_to_be_replaced(
    run: Run, known: Path, tmp_path: Path
) -> None:
    path = tmp_path / "orang.csv"
    path.write_text("milik orang lain", encoding="utf-8")
    visit = run("list", "visits", "--json", "--office", known).json[0]["id"]
    for words in (("people", path), ("guests", path, "--visit", visit)):
        refused = run("export", *words, "--office", known)
        assert (refused.code, refused.err[:23]) == (2, "orang.csv is there alre")
        assert path.read_text(encoding="utf-8") == "milik orang lain"
    assert run("export", "people", path, "--force", "--office", known).code == 0
    assert "Ridho Yahya" in path.read_text(encoding="utf-8-sig")


def test_people_are_listed_without_their_numbers_unless_asked(run: Run, known: Path) -> None:
    at = ("--office", known)
    assert NIP not in run("list", "people", "--json", *at).out
    assert NIP not in run("list", "people", *at).out
    asked = run("list", "people", "--json", "--with-personal-data", *at).json
    assert [row["nip"] for row in asked if row["name"] == "Siti Contoh"] == [NIP]
    assert NIP in run("list", "people", "--with-personal-data", *at).out
    assert run("list", "visits", "--with-personal-data", *at).code == 2
