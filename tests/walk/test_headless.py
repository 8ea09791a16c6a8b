"""The main job by the command line alone, from an empty folder to the register."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.documents.reading import page_size_mm, words
from tests.store.damage import fingerprints
from tests.walk.press import PAPERS
from tests.walk.program import EVENT, Program, archived_papers
from tests.walk.workbench import WORKBENCH

PRABUMULIH, OGAN_ILIR = "KS-2022-001", "KS-2022-002"
DAY = ("--on", "2022-09-01", "--place", "Bandung")
WHOLE = "Data, journal and archive are whole.\n"
OPENING = "Kamis, tanggal Satu bulan September tahun Dua Ribu Dua Puluh Dua (01-09-2022)"
NOTHING = {"format": "kunjungan-office", "version": 6}


def exported(program: Program) -> Any:  # noqa: ANN401 (a whole office)
    """Return the office as its export has it, its archived files included."""
    file = program.desk.with_name("exported.json")
    program.does("export", "office", file)
    return json.loads(file.read_text(encoding="utf-8"))


def print_originals(program: Program, papers: Path) -> list[Path]:
    """Print the four originals on F4 and return their files."""
    printed = [
        paper
        for agreement in (PRABUMULIH, OGAN_ILIR)
        for paper in program.tells(
            "print", "agreement", agreement, "--out", papers, "--original", "all", "--paper", "f4"
        )
    ]
    assert [(paper["original"], paper["paper"]) for paper in printed] == [(1, "f4"), (2, "f4")] * 2
    return [Path(paper["file"]) for paper in printed]


def sign_and_register(program: Program) -> None:
    """Record the eight signatures and enter both agreements in the register."""
    for place, agreement in enumerate((PRABUMULIH, OGAN_ILIR), 1):
        signed = program.does("sign", "agreement", agreement, *DAY)
        assert signed == "4 signatures were recorded.\n"
        entered = program.does("register", "agreement", agreement, "--kept-at", "Lemari 3 (SAMPLE)")
        assert entered == f"2022/00{place}\n"


def check_papers(originals: list[Path]) -> None:
    """Check size, opening and names of four originals."""
    partners = ["RIDHO YAHYA"] * 2 + ["PANCA WIJAYA AKBAR"] * 2
    for original, name in zip(originals, partners, strict=True):
        pdf = original.read_bytes()
        width, height = page_size_mm(pdf)
        assert (round(width), round(height)) == (215, 330)
        text = words(pdf)
        for printed in (OPENING, "YANA MULYANA", name):
            assert printed in text


def test_what_is_written_by_hand_is_what_the_schema_describes(program: Program) -> None:
    schema = jsonschema.Draft202012Validator(json.loads(program.does("schema")))
    for file in (EVENT, PAPERS, WORKBENCH):
        assert list(schema.iter_errors(json.loads(file.read_text(encoding="utf-8")))) == []


def test_the_main_job_goes_from_an_empty_folder_to_the_register(
    program: Program, tmp_path: Path
) -> None:
    planned = program.tells("import", "office", EVENT, "--dry-run")
    assert (planned["written"], program.office.exists()) == (False, False)
    done = program.tells("import", "office", EVENT)
    assert (done["written"], done["new"]) == (True, planned["new"])
    visits = program.tells("list", "visits")
    assert [(line["on"], line["guests"]) for line in visits] == [("2022-09-01", 5), ("2021-12", 0)]
    (draft,) = program.tells(
        "print", "agreement", OGAN_ILIR, "--out", tmp_path / "draft", "--draft", "--paper", "a4"
    )
    assert page_size_mm(Path(draft["file"]).read_bytes()) == pytest.approx((210, 297), abs=0.1)
    originals = print_originals(program, tmp_path / "papers")
    check_papers(originals)
    sign_and_register(program)
    assert program.refuses("undo") == "There is nothing to undo."
    assert program.does("verify") == WHOLE
    assert archived_papers(program.office) == sorted(fingerprints(tmp_path / "papers").values())
    assert [line["stage"] for line in program.tells("list", "agreements")] == ["registered"] * 2
    (again,) = program.tells(
        "print", "agreement", OGAN_ILIR, "--out", tmp_path / "again", "--original", 2
    )
    assert Path(again["file"]).read_bytes() == originals[-1].read_bytes()


def test_the_whole_office_moves_into_an_empty_one(known: Program, tmp_path: Path) -> None:
    print_originals(known, tmp_path / "papers")
    sign_and_register(known)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    known.does("export", "office", first)
    other = known.elsewhere(tmp_path / "other")
    report = other.tells("import", "office", first)
    assert (report["differing"], report["refused"], report["missing_files"]) == ([], [], [])
    other.does("export", "office", second)
    assert second.read_bytes() == first.read_bytes()
    assert other.does("verify") == WHOLE
    register = other.tells("list", "register")
    assert {line["register"] for line in register} == {"2022/001", "2022/002"}
    assert other.tells("import", "office", EVENT)["new"] == []


def test_an_import_is_taken_back_and_done_again_until_an_original_is_printed(
    known: Program, tmp_path: Path
) -> None:
    before = exported(known)
    assert known.does("undo") == "Taken back: Import office\n"
    assert exported(known) == NOTHING
    assert known.does("redo") == "Done again: Import office\n"
    assert exported(known) == before
    known.does("print", "agreement", PRABUMULIH, "--out", tmp_path / "papers", "--original", 1)
    assert known.refuses("undo") == "There is nothing to undo."
    told = [(line["kind"], line["label"]) for line in known.tells("history")[:3]]
    assert told == [
        ("cmd", "Print agreement"), ("redo", "Import office"), ("undo", "Import office"),
    ]  # fmt: skip


def test_a_backup_brings_back_what_was_there(known: Program, tmp_path: Path) -> None:
    print_originals(known, tmp_path / "papers")
    before, saved = exported(known), known.tells("backup", "--to", tmp_path / "stick")
    known.does("sign", "agreement", PRABUMULIH, *DAY)
    for file in (known.office / "arsip").glob("??/*"):
        file.unlink()
    assert known.run("verify").returncode == 2
    restored = known.does("restore", saved["file"])
    assert "The former data was put aside as" in restored
    assert exported(known) == before
    assert known.does("verify") == WHOLE
    assert archived_papers(known.office) == sorted(fingerprints(tmp_path / "papers").values())
