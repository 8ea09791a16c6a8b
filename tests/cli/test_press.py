"""Printing, checking a paper, and moving a day: what each option does, and what is refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Run
from tests.walk.press import ADDENDUM, CONTRACT, LOI, MSP, PKS, Agreement, spoilt
from tests.walk.program import EVENT

PRABUMULIH = ("agreement", "KS-2022-001")
SQUARE = "KJ1:1A2B3C4D:O1:D1:P1:00000000:00000000"


def refused(run: Run, *words: object) -> str:
    """A command that is refused in one sentence, in either language; return the English one."""
    ended = [run(*words, lang=lang) for lang in ("en", "id")]
    for each in ended:
        assert (each.code, each.out, each.err.count("\n")) == (2, "", 1)
    assert ended[0].err != ended[1].err
    return ended[0].err.rstrip("\n")


def test_a_paper_asked_for_in_a_way_it_has_not_is_refused(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    at = ("--out", out, "--office", sample)
    asked = {
        ("--translation",): "The English of this agreement stands in its originals;",
        ("--language", "en"): "Such a paper of this agreement holds all its languages.",
        ("--word", "--language", "en"): "--language means nothing here,",
        ("--word", "--pages", "1"): "--pages means nothing here,",
        ("--draft", "--pages", "9"): "There is no page 9; this paper has 5.",
        ("--original", "2", "--pages", "1"): "Original 2 was never printed whole",
    }
    for options, words in asked.items():
        assert refused(run, "print", *PRABUMULIH, *options, *at).startswith(words)
    assert refused(run, "print", "agreement", *at).startswith("Say which agreement:")
    assert refused(run, "print", "test-page", "KS-2022-001", *at).startswith(
        "KS-2022-001 means nothing here,"
    )
    assert not out.exists()


def test_a_test_page_needs_no_office(run: Run, tmp_path: Path) -> None:
    for paper in ("f4", "a4"):
        (told,) = run("print", "test-page", "--out", tmp_path, "--paper", paper, "--json").json
        assert Path(told["file"]).read_bytes().startswith(b"%PDF-")
        assert told["paper"] == paper


def test_pages_that_did_not_change_are_not_printed_again(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    words = ("print", *PRABUMULIH, "--draft", "--out", tmp_path, "--office", sample)
    assert [line["sheets"] for line in run(*words, "--pages", "1,2", "--json").json] == [[1, 2]]
    assert [line["sheets"] for line in run(*words, "--pages", "changed", "--json").json] == [[]]
    assert run(*words, "--pages", "changed").out == (
        "No page has changed since it was printed. Nothing was printed.\n"
    )
    log = run("list", "prints", "--json", "--office", sample).json
    assert [(line["what"], line["sheets"], line["stale"]) for line in log] == [
        ("draft", [], False),
        ("draft", [1, 2], False),
    ]
    assert "Draft" in run("list", "prints", "--office", sample).out


def test_a_day_that_is_the_day_already_moves_nothing(run: Run, sample: Path) -> None:
    at = ("--office", sample)
    same = run("redate", *PRABUMULIH, "--on", "2022-09-01", *at)
    assert same.out == "That is the day of signing already; nothing was moved.\n"
    moved = run("redate", *PRABUMULIH, "--on", "2022-09-02", *at).out
    assert "Date of signing  2022-09-01  2022-09-02" in moved
    assert "outdated" not in moved
    assert run("undo", *at).out == "Taken back: Move the signing date\n"


FORBIDDEN: dict[str, tuple[Callable[[Agreement], object], str]] = {
    LOI: (
        lambda a: a.update(kind="kb", third_language="", language_clause="id_prevails"),
        "This kind of agreement is unusual",
    ),
    PKS: (lambda a: a["parties"][0].pop("authority"), "power of attorney"),
    CONTRACT: (
        lambda a: a.update(language_clause="en_prevails"),
        "In an agreement at home the Indonesian text prevails",
    ),
    ADDENDUM: (lambda a: a.pop("umbrella"), "umbrella|[Aa]ddendum"),
    MSP: (lambda a: a["clauses"][3]["text"].pop("en"), "Article 1 has no English yet."),
}


def test_what_the_law_or_the_office_forbids_is_never_an_original(run: Run, tmp_path: Path) -> None:
    at, out = ("--office", tmp_path / "office"), tmp_path / "out"
    changes = {reference: change for reference, (change, _) in FORBIDDEN.items()}
    for file in (EVENT, spoilt(tmp_path / "spoilt.json", changes)):
        assert run("import", "office", file, *at).code == 0
    for reference, (_, words) in FORBIDDEN.items():
        said = refused(run, "print", "agreement", reference, "--out", out, *at)
        assert re.search(words, said), said
        assert run("check", "agreement", reference, *at).code == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("id", "Indonesian and English are there already."),
        ("xx", "No paper can be written in the language xx."),
    ],
)
def test_a_third_language_is_one_that_papers_can_be_written_in(
    code: str, words: str, run: Run, tmp_path: Path
) -> None:
    file = spoilt(tmp_path / "spoilt.json", {LOI: lambda a: a.update(third_language=code)})
    ended = run("import", "office", file, "--office", tmp_path / "office")
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err


def a_foreign_pdf(file: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)


def a_locked_pdf(file: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file, encryption=pikepdf.Encryption(owner="x", user="y"))


def a_text(file: Path) -> None:
    file.write_text("Kesepakatan Bersama", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (a_foreign_pdf, "x.pdf shows no code that can be read."),
        (a_locked_pdf, "x.pdf is protected by a password."),
        (a_text, "x.pdf is neither a whole PDF nor a picture."),
        (Path.mkdir, "x.pdf could not be read."),
        (bool, "x.pdf could not be read."),
    ],
)
def test_a_file_that_tells_nothing_is_one_sentence(
    make: Callable[[Path], None], words: str, run: Run, sample: Path, tmp_path: Path
) -> None:
    make(tmp_path / "x.pdf")
    assert refused(run, "verify", tmp_path / "x.pdf", "--office", sample).startswith(words)


def test_what_is_no_code_is_said_to_be_none(run: Run, sample: Path) -> None:
    said = refused(run, "verify", "nonsense", "--office", sample)
    assert said.startswith("This is no code of a printed paper.")


def test_a_paper_of_another_office_is_unknown_and_ends_in_1(run: Run, sample: Path) -> None:
    for code in (SQUARE, SQUARE.lower(), "0badc0de"):
        ended = run("verify", code, "--office", sample)
        assert (ended.code, ended.err) == (1, "")
        assert "This office knows no print of this text." in ended.out
    (told,) = run("verify", SQUARE, "--json", "--office", sample).json
    assert (told["verdict"], told["page"], told["agreement"]) == ("unknown", 1, None)
