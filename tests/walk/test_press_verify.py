"""Papers that come back to the office: told by file, scan or code, also after a change."""

import json
from pathlib import Path
from typing import Any

import pikepdf

from tests.walk.press import ADDENDUM, LOI, MSP, NK, PKS, Printed, codes, picture, said, scanned
from tests.walk.program import Program

PRESENT = "This is the present text, not signed yet: {reference}, draft 1. It was printed on "
PROVEN = "The file is byte for byte the one that was printed."
BY_CODE = "Only its code was read: compare the words with those of the archived paper."


def told(program: Program, paper: object) -> tuple[int, list[dict[str, Any]]]:
    """How ``verify`` ends for a paper, and what it knows of it."""
    ended = program.run("verify", paper, "--json")
    assert ended.stderr == ""
    return ended.returncode, json.loads(ended.stdout)


def prints(program: Program) -> list[tuple[str, int | None, int, list[int], bool]]:
    """What was printed: what, which original, which draft, which pages, and whether it is old."""
    return [
        (line["what"], line["original"], line["draft"], line["sheets"], line["stale"])
        for line in program.tells("list", "prints")
    ]


def test_the_file_that_was_printed_is_proven(printed: Printed) -> None:
    for file, name in (
        (printed.files[PKS][1], "Original 2"),
        (printed.files[MSP][4], "Original 5"),
    ):
        reference = PKS if name == "Original 2" else MSP
        line = printed.program.does("verify", file)
        assert line.startswith(f"{name}: {PRESENT.format(reference=reference)}")
        assert line.endswith(f"{PROVEN}\n")
        assert line.count("\n") == 1


def test_scans_are_told_page_by_page(printed: Printed, tmp_path: Path) -> None:
    papers = [(PKS, 1, 8), (NK, 2, 5), (LOI, 2, 3), (MSP, 6, 2), (ADDENDUM, 1, 1)]
    pictures = [
        picture(printed.files[reference][number - 1].read_bytes(), page)
        for reference, number, page in papers
    ]
    code, found = told(printed.program, scanned(pictures, tmp_path / "scan.pdf"))
    assert code == 0
    assert [(one["reference"], one["original"], one["page"]) for one in found] == papers
    assert {(one["verdict"], one["proven"]) for one in found} == {("present", False)}
    askew = pictures[1].rotate(1.5, expand=True, fillcolor=255)
    line = printed.program.does("verify", scanned([askew], tmp_path / "photo.jpg"))
    assert line.startswith(f"Original 2, page 5: {PRESENT.format(reference=NK)}")
    assert line.endswith(f"{BY_CODE}\n")


def test_a_code_is_told_as_it_was_scanned_or_typed(printed: Printed) -> None:
    scan = codes(printed.files[LOI][0].read_bytes())[1]
    assert printed.program.does("verify", scan).startswith("Original 1, page 2: This is")
    present = f"This is the present text, not signed yet: {LOI}, draft 1. "
    assert printed.program.does("verify", scan.split(":")[-2]).startswith(present)
    code, (found,) = told(printed.program, f"{scan[:-8]}00000000")
    assert (code, found["verdict"]) == (1, "unknown")


def test_a_locked_file_is_one_sentence(printed: Printed, tmp_path: Path) -> None:
    with pikepdf.open(printed.files[PKS][0]) as pdf:
        pdf.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(owner="x", user="y"))
    assert printed.program.refuses("verify", tmp_path / "x.pdf").startswith(
        "x.pdf is protected by a password."
    )


def test_a_new_day_moves_what_follows_from_it_and_comes_back(
    drafting: Program, tmp_path: Path
) -> None:
    def draft(*options: str) -> list[dict[str, Any]]:
        command = ("print", "agreement", ADDENDUM, "--draft", "--out", tmp_path, *options)
        return list(drafting.tells(*command))

    before = Path(draft()[0]["file"])
    assert "Kamis, tanggal Lima Belas bulan Desember" in said(before)["id"]
    pages = [scanned([picture(before.read_bytes(), n)], tmp_path / f"{n}.png") for n in (1, 2)]
    moved = drafting.tells("redate", "agreement", ADDENDUM, "--on", "2023-01-05")
    assert [(one["what"], one["before"], one["after"]) for one in moved["moved"]] == [
        ("Date of signing", "2022-12-15", "2023-01-05"),
        ("End", "2025-12-15", "2026-01-05"),
        ("Our number", "100.3.7.1/018/KSD/XII/2022", "100.3.7.1/018/KSD/I/2023"),
    ]
    assert moved["stale"] == 1
    old = drafting.run("verify", before)
    assert (old.returncode, old.stderr) == (1, "")
    assert old.stdout.startswith(f"Draft: {ADDENDUM}, draft 1, has changed since")
    assert old.stdout.endswith(f"{PROVEN}\n")
    (changed,) = draft("--pages", "changed")
    assert (changed["sheets"], changed["pages"]) == ([1], 2)
    assert (
        "Kamis, tanggal Lima bulan Januari tahun Dua Ribu Dua Puluh Tiga"
        in said(Path(draft()[0]["file"]))["id"]
    )
    assert draft("--pages", "changed") == []
    assert [told(drafting, page)[1][0]["page_same"] for page in pages] == [False, True]
    assert prints(drafting) == [
        ("draft", None, 1, [], False),
        ("draft", None, 1, [1], False),
        ("draft", None, 1, [], True),
    ]
    assert drafting.does("undo") == "Taken back: Move the signing date\n"
    assert told(drafting, before)[1][0]["verdict"] == "present"


def test_a_new_day_makes_printed_originals_outdated_until_it_is_taken_back(
    drafting: Program, tmp_path: Path
) -> None:
    told_of = drafting.tells("print", "agreement", ADDENDUM, "--out", tmp_path)
    first, second = (Path(paper["file"]) for paper in told_of)
    moved = drafting.does("redate", "agreement", ADDENDUM, "--on", "2023-01-05")
    assert "Printed papers that are outdated now: 2" in moved
    line = drafting.run("verify", second)
    assert line.returncode == 1
    assert (
        f"This is an older draft: {ADDENDUM}, draft 1. The present one is draft 2." in line.stdout
    )
    assert {stale for *_, stale in prints(drafting)} == {True}
    assert "Other pages of original 1 have changed too: 1." in drafting.refuses(
        "print", "agreement", ADDENDUM, "--out", tmp_path, "--original", 1, "--pages", 2
    )
    drafting.does("undo")
    assert {stale for *_, stale in prints(drafting)} == {False}
    (again,) = drafting.tells(
        "print", "agreement", ADDENDUM, "--out", tmp_path / "again", "--original", 1
    )
    assert Path(again["file"]).read_bytes() == first.read_bytes()
    assert prints(drafting)[0] == ("original", 1, 1, [], False)


def test_an_office_takes_what_it_printed_with_it(printed: Printed, tmp_path: Path) -> None:
    printed.program.does("export", "office", tmp_path / "office.json")
    other = printed.program.elsewhere(tmp_path / "other")
    report = other.tells("import", "office", tmp_path / "office.json")
    assert (report["differing"], report["refused"], report["missing_files"]) == ([], [], [])
    assert prints(other) == prints(printed.program)
    code, (found,) = told(other, printed.files[MSP][4])
    assert (code, found["verdict"], found["proven"]) == (0, "present", True)
