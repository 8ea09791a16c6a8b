"""What the command line refuses: one sentence in either language, and every file as it was."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kunjungan.store.files import DATABASE
from kunjungan.store.migrations import SCHEMA
from tests.store.damage import damage, fingerprints
from tests.walk.disk import SmallDisk
from tests.walk.program import EVENT, Program, data_of

AGREEMENT = ("agreement", "KS-2022-001")
SIGN = ("--on", "2022-09-01", "--place", "Bandung")
HOLDER = """
import sys
from pathlib import Path
from kunjungan.app.desk import open_desk
office, _ = open_desk(Path(sys.argv[1]), "write", user="Meja sebelah")
print("held", flush=True)
sys.stdin.read()
office.store.close()
"""


def empty(database: Path) -> None:
    database.write_bytes(b"")


def foreign(database: Path) -> None:
    database.unlink()
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE visit (title)")
    connection.close()


def newer(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (Path.unlink, "The office's data is missing, but backups are there."),
    "damaged": (damage, "The office's data is damaged. It was left as it is;"),
    "foreign": (foreign, "is not the data of an office. It was left as it is;"),
    "empty": (empty, "is empty: its content was lost outside this program."),
    "newer": (newer, "was written by a newer version of this program."),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_data_is_told_and_left_alone(known: Program, kind: str) -> None:
    spoil, words = BAD[kind]
    spoil(known.office / DATABASE)
    before = data_of(known.office)
    assert words in known.refuses("import", "office", EVENT)
    looked = known.run("list", "visits")
    assert (looked.returncode, looked.stdout, words in looked.stderr) == (2, "", True)
    assert data_of(known.office) == before


def test_what_is_not_there_is_told_and_nothing_is_printed(known: Program, tmp_path: Path) -> None:
    before, out = data_of(known.office), tmp_path / "papers"
    printing = ("print", "agreement", "KS-2022-009", "--out", out)
    assert known.refuses(*printing).startswith("There is no agreement")
    assert known.refuses("print", *AGREEMENT, "--out", out, "--original", 3) == (
        "There is no original 3; this agreement has 2."
    )
    assert known.refuses("sign", *AGREEMENT, *SIGN).startswith("Print the originals first")
    assert known.refuses("register", *AGREEMENT).startswith("Only a signed agreement")
    assert (data_of(known.office), out.exists()) == (before, False)


def test_a_file_in_the_place_of_a_folder_takes_nothing(known: Program, tmp_path: Path) -> None:
    before, taken = data_of(known.office), tmp_path / "taken"
    taken.write_text("a letter", encoding="utf-8")
    for command in (
        ("print", *AGREEMENT, "--out", taken),
        ("export", "office", taken / "office.json"),
        ("backup", "--to", taken),
    ):
        assert "taken" in known.refuses(*command)
    assert taken.read_text(encoding="utf-8") == "a letter"
    assert data_of(known.office) == before
    assert known.tells("list", "agreements")[0]["stage"] == "draft"


def test_a_second_program_is_told_who_holds_the_office(known: Program, tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(known.office)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        papers = tmp_path / "papers"
        refusal = known.refuses("print", *AGREEMENT, "--out", papers)
        assert "by Meja sebelah since" in refusal
        assert not papers.exists()
        assert len(known.tells("list", "visits")) == 2
        assert holder.stdin is not None
        holder.stdin.close()
        assert holder.wait() == 0
    assert known.does("undo") == "Taken back: Import office\n"


def test_a_disk_for_reading_is_looked_at_and_not_written(known: Program, disk: SmallDisk) -> None:
    locked = known.elsewhere(disk.place / "office")
    shutil.copytree(known.office, locked.office)
    disk.lock()
    before = fingerprints(locked.office)
    for command in (("undo",), ("print", *AGREEMENT, "--out", known.desk)):
        assert "can be read but not written" in locked.refuses(*command)
    assert "No backup can be written in" in known.refuses("backup", "--to", locked.office)
    assert len(locked.tells("list", "agreements")) == 2
    assert fingerprints(locked.office) == before
