import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kunjungan.cli.main import GROUPS, command_line, language_of
from kunjungan.cli.parser import refused
from kunjungan.settings import Settings
from tests.cli.conftest import Run

COMMANDS = (
    "sample", "list", "check", "print", "redate", "sign", "register", "verify", "export", "import",
    "schema", "backup", "restore", "undo", "redo", "history", "attach", "compare", "drafts",
    "clearance", "stage", "renew", "end", "remind", "search", "intake", "message",
    "seat", "precede", "represent",
)  # fmt: skip


def test_help_is_indonesian_unless_told_otherwise(run: Run) -> None:
    assert "Pemakaian: kunjungan" in run("--help", lang="").out
    assert "Usage: kunjungan" in run("--help").out
    assert "Usage" not in run("print", "--help", lang="id").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_both_languages(command: str, run: Run) -> None:
    english, indonesian = run(command, "--help"), run(command, "--help", lang="id")
    assert (english.code, indonesian.code) == (0, 0)
    assert english.out.startswith(f"Usage: kunjungan {command}")
    assert "--office" in english.out
    assert sentences(english.out).isdisjoint(sentences(indonesian.out))


def sentences(text: str) -> set[str]:
    """The lines that say something, and not only what options and choices are called."""
    return {line for line in text.splitlines() if re.search(r"[a-z]+ [a-z]+ [a-z]+", line)}


def test_the_language_comes_from_option_then_environment_then_desk() -> None:
    desk = Settings(language="en")
    assert language_of([], {}, Settings()) == "id"
    assert language_of([], {}, desk) == "en"
    assert language_of([], {"KUNJUNGAN_LANG": "id"}, desk) == "id"
    assert language_of(["--lang", "en"], {"KUNJUNGAN_LANG": "id"}, Settings()) == "en"
    assert language_of(["list", "--lang=en"], {}, Settings()) == "en"
    assert language_of(["--lang"], {"KUNJUNGAN_LANG": "nl"}, Settings(language="x")) == "id"


def test_the_desk_s_own_language_and_office_are_taken(desk: Path, sample: Path, run: Run) -> None:
    desk.parent.mkdir()
    chosen = {"language": "en", "last_office": str(sample)}
    desk.write_text(json.dumps(chosen), encoding="utf-8")
    ended = run("list", "institutions", lang="")
    assert ended.code == 0
    assert "Institution" in ended.out


MISTYPED = {
    (): "",
    ("frob",): "frob is not one of these: sample, list,",
    ("list",): "Still needed: visits|agreements|people|institutions|prints|register|reminders|",
    ("list", "cakes"): "cakes is not one of these: visits,",
    ("list", "visits", "--frob"): "Not understood: --frob.",
    ("list", "visits", "--js"): "Not understood: --js.",
    ("list", "visits", "--json=1"): "--json takes no value.",
    ("list", "visits", "--office"): "--office needs a value.",
    ("print", "agreement", "x"): "Still needed: --out.",
    ("print", "agreement", "x", "--out", "y", "--paper", "a3"): "a3 is not one of these: f4, a4.",
    ("print", "agreement", "x", "--out", "y", "--original", "0"): "--original: a number from 1",
    ("print", "agreement", "x", "--out", ""): "--out: a folder is needed.",
    ("print", "agreement", "x", "--out", "y", "--word", "--copy"): (
        "--copy and --word do not go together."
    ),
    ("print", "agreement", "x", "--out", "y", "--pages", "1;2"): "--pages: page numbers such as",
    ("check", "visit", "x"): "visit is not one of these: agreement, index.",
    ("redate", "agreement", "x"): "Still needed: --on.",
    ("verify", "x", "y"): "Not understood: y.",
    ("print", "agreement", "x", "--out", "y", "--draft", "--original", "2"): (
        "--original and --draft do not go together."
    ),
    ("sign", "agreement", "x", "--place", "y", "--on", "1/9/22"): "--on: a day such as 2022-09-01",
    ("sign", "visit", "x"): "visit is not one of these: agreement.",
}


@pytest.mark.parametrize("words", [words for words in MISTYPED if words])
def test_what_is_mistyped_is_one_sentence_and_code_2(words: tuple[str, ...], run: Run) -> None:
    ended = run(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(MISTYPED[words])
    assert ended.err.count("\n") == 1
    assert "--help`" in ended.err
    assert run(*words, lang="id").err != ended.err


@pytest.mark.skipif(os.name == "nt", reason="Windows hands over letters, never bytes")
def test_bytes_that_are_no_letters_are_refused_in_one_sentence(run: Run, tmp_path: Path) -> None:
    result = run("sample", str(tmp_path / "kantor\udcff"))
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "UTF-8" in result.err


def test_a_refusal_nobody_translated_is_still_told() -> None:
    assert refused("something new") == "something new"


def test_every_group_adds_its_commands() -> None:
    text = command_line().format_help()
    assert [name for name in COMMANDS if f"    {name} " not in text] == []
    assert len(GROUPS) == 19


NO_OFFICE = ("list", "visits"), ("verify",), ("undo",), ("history",), ("backup",)


@pytest.mark.parametrize("words", NO_OFFICE)
def test_a_folder_without_an_office_is_refused_and_left_alone(
    words: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder in (empty, tmp_path / "nowhere"):
        ended = run(*words, "--office", folder)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.count("\n") == 1
        assert str(folder) in ended.err
    assert list(empty.iterdir()) == []
    assert not (tmp_path / "nowhere").exists()


def test_an_office_that_someone_holds_can_be_read_but_not_changed(run: Run, sample: Path) -> None:
    from kunjungan.app.desk import open_desk  # noqa: PLC0415

    office, _ = open_desk(sample, "write")
    try:
        assert run("list", "visits", "--office", sample).code == 0
        refusal = run("undo", "--office", sample)
    finally:
        office.store.close()
    assert refusal.code == 2
    assert refusal.err.count("\n") == 1


def program(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person would, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kunjungan", *map(str, words)],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_a_console_of_cp1252_gets_question_marks_instead_of_a_crash(
    sample: Path, tmp_path: Path
) -> None:
    event = {
        "format": "kunjungan-office",
        "version": 1,
        "people": [{"ref": "p", "name": "Łukasz 李"}],
    }
    file = tmp_path / "event.json"
    file.write_text(json.dumps(event), encoding="utf-8")
    assert program("import", "office", file, "--office", sample).returncode == 0
    ended = program("list", "people", "--office", sample, PYTHONIOENCODING="cp1252")
    assert ended.returncode == 0
    assert b"?ukasz ?" in ended.stdout
    exact = program("list", "people", "--json", "--office", sample, PYTHONIOENCODING="cp1252")
    assert "Łukasz 李" in {row["name"] for row in json.loads(exact.stdout)}


def test_help_needs_neither_database_nor_printer_nor_window() -> None:
    code = (
        "import sys; from kunjungan.cli.main import command_line; command_line().format_help();"
        "print([m for m in ('sqlalchemy', 'PySide6', 'reportlab', 'pydantic') if m in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ended.stdout.strip() == "[]"


def test_a_reader_that_has_seen_enough_is_no_error(sample: Path) -> None:
    words = [sys.executable, "-m", "kunjungan", "history", "--json", "--office", str(sample)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only there a screen can be missing")
def test_without_a_screen_the_window_says_so() -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "KUNJUNGAN_LANG": "en"}
    ended = program(**nothing)
    assert ended.returncode == 2
    assert ended.stderr.startswith(b"There is no screen here.")
