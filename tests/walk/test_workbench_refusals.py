"""What the workbench refuses by commands: one sentence in either language, every file as it was."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.walk.program import Program, data_of
from tests.walk.workbench import REPLICATION, WORKBENCH, changed, locked_pdf, old_register

LIMIT, HUGE = 1, 101 << 20
"""Megabytes that the office lets in, and the bytes of a file that is larger than any office's."""


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office that keeps no files above a megabyte; copy it, never open it."""
    folder = tmp_path_factory.mktemp("limited")
    program = Program(folder / "office", folder / "desk")
    file = changed(
        folder / "limited.json",
        lambda office: office["settings"].update(attachment_megabytes=LIMIT),
    )
    program.does("import", "office", file)
    return program.office


@pytest.fixture
def office(program: Program, limited: Path) -> Program:
    """The command line on a copy of that office."""
    shutil.copytree(limited, program.office)
    return program


def sparse(folder: Path) -> Path:
    """A file of more than a hundred megabytes that takes no room."""
    with (folder / "besar.pdf").open("wb") as file:
        file.truncate(HUGE)
    return folder / "besar.pdf"


def broken(folder: Path) -> Path:
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    return folder / "rusak.xlsx"


def cut_off(folder: Path) -> Path:
    whole = old_register(folder / "utuh.xlsx").read_bytes()
    (folder / "potong.xlsx").write_bytes(whole[: len(whole) // 2])
    return folder / "potong.xlsx"


def letter(folder: Path) -> Path:
    (folder / "surat.csv").write_text("Dengan hormat,\nterlampir naskah.\n", encoding="utf-8")
    return folder / "surat.csv"


FILES: dict[str, tuple[tuple[str, ...], Callable[[Path], Path], str]] = {
    "too large": (("attach", REPLICATION), sparse, "1 MB"),
    "not there": (("attach", REPLICATION), lambda folder: folder / "tiada.pdf", "tiada.pdf"),
    "broken workbook": (("import", "register"), broken, "cannot be read: it is damaged"),
    "half a workbook": (("import", "register"), cut_off, "cannot be read: it is damaged"),
    "no register": (("import", "register"), letter, "names the columns of a register"),
    "a list too large": (("import", "register"), sparse, "too large for a list"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_good_is_told_and_changes_nothing(
    office: Program, tmp_path: Path, kind: str
) -> None:
    command, make, said = FILES[kind]
    file, before = make(tmp_path), data_of(office.office)
    assert said in office.refuses(*command, file)
    assert data_of(office.office) == before


COMMANDS: dict[str, tuple[tuple[object, ...], str]] = {
    "a stage without reason": (("stage", REPLICATION, "K10", "pass"), "Say why."),
    "evidence of nothing": (
        ("attach", REPLICATION, WORKBENCH, "--stage", "K20", "--document", "surat"),
        "surat_penawaran",
    ),
    "a scan of what nobody signed": (
        ("attach", REPLICATION, WORKBENCH, "--original", 1),
        "Nobody has signed original 1",
    ),
    "a step that is not there": (
        ("clearance", REPLICATION, "--step", 9, "--on", "2022-02-01"),
        "There is no step 9; this route has 3.",
    ),
    "a day to come": (
        ("clearance", REPLICATION, "--step", 1, "--on", "2999-01-01"),
        "still to come",
    ),
    "a draft that nobody kept": (("compare", f"{REPLICATION}@7"), "7"),
    "to extend a draft": (("renew", "agreement", REPLICATION), "Only a signed agreement"),
    "a year without agreements": (
        ("print", "register", "1999", "--out", WORKBENCH.parent),
        "No agreement was signed in 1999",
    ),
    "a register as a picture": (("export", "register", "register.png"), ".xlsx or .csv"),
    "a file that is not kept": (("export", "file", "deadbeef", "--out", "x"), "deadbeef"),
    "a reminder of nothing": (("remind", "agreement", REPLICATION, "ending:6"), "no longer due"),
}


@pytest.mark.parametrize("kind", COMMANDS)
def test_what_cannot_be_done_is_told_and_changes_nothing(office: Program, kind: str) -> None:
    command, said = COMMANDS[kind]
    before = data_of(office.office)
    assert said in office.refuses(*command)
    assert data_of(office.office) == before


def test_a_locked_or_damaged_pdf_is_kept_as_it_is_with_a_remark(
    office: Program, tmp_path: Path
) -> None:
    locked, damaged = tmp_path / "terkunci.pdf", tmp_path / "rusak.pdf"
    locked.write_bytes(locked_pdf())
    damaged.write_bytes(b"%PDF-1.7\n\x00 and no more")
    for file, remark in ((locked, "password"), (damaged, "cannot be read to its end")):
        ended = office.run("attach", REPLICATION, file)
        assert ended.returncode == 0
        assert remark in ended.stderr
        assert ended.stderr.count("\n") == 1
    kept = office.tells("list", "files", REPLICATION)
    assert {line["name"]: line["state"] for line in kept} == {
        file.name: "there" for file in (locked, damaged)
    }
    for line, file in ((line, tmp_path / line["name"]) for line in kept):
        office.does("export", "file", line["id"], "--out", tmp_path / "out.pdf")
        assert (tmp_path / "out.pdf").read_bytes() == file.read_bytes()


def test_a_kept_file_that_is_gone_from_the_archive_is_told_wherever_it_is_wanted(
    office: Program, tmp_path: Path
) -> None:
    file = tmp_path / "surat.pdf"
    file.write_bytes(locked_pdf())
    office.run("attach", REPLICATION, file)
    (line,) = office.tells("list", "files", REPLICATION)
    (kept,) = (office.office / "arsip").rglob(f"{line['sha256']}*")
    kept.unlink()
    (line,) = office.tells("list", "files", REPLICATION)
    assert line["state"] == "missing"
    before = data_of(office.office)
    out = tmp_path / "out.pdf"
    assert "missing from the archive" in office.refuses("export", "file", line["id"], "--out", out)
    assert not out.exists()
    ended = office.run("verify")
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)
    assert data_of(office.office) == before
    assert office.run("attach", REPLICATION, file).returncode == 0
    (line,) = office.tells("list", "files", REPLICATION)
    assert line["state"] == "there"


def test_a_text_of_marks_and_scripts_comes_in_as_words_and_is_printed_as_such(
    program: Program, tmp_path: Path
) -> None:
    hostile = "<script>alert(1)</script> ** __ {money:x} {{kind}} \u202e &nbsp; =1+1"

    def spoil(office: dict[str, object]) -> None:
        clauses = office["agreements"][0]["clauses"]  # type: ignore[index]
        clauses[-1]["text"] = {"id": hostile, "en": hostile}

    program.does("import", "office", changed(tmp_path / "hostile.json", spoil))
    checked = program.run("check", "agreement", REPLICATION, "--json")
    assert (checked.returncode, checked.stderr) == (1, "")
    assert json.loads(checked.stdout)
    printed = program.run("print", "agreement", REPLICATION, "--draft", "--out", tmp_path)
    assert "Traceback" not in printed.stderr
