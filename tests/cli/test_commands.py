import json
from pathlib import Path
from uuid import UUID

import jsonschema
import pytest

from tests.cli.conftest import Run

PEOPLE = {"format": "kunjungan-office", "version": 1, "people": [{"ref": "p", "name": "Ridho"}]}


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_the_main_job_goes_from_sample_to_register(run: Run, sample: Path, tmp_path: Path) -> None:
    at = ("--office", sample)
    out = tmp_path / "out"
    for agreement in run("list", "agreements", "--json", *at).json:
        printed = run("print", "agreement", agreement["id"], "--out", out, "--json", *at)
        assert [paper["original"] for paper in printed.json] == [1, 2]
        assert all(Path(paper["file"]).read_bytes()[:5] == b"%PDF-" for paper in printed.json)
        day = ("--on", "2022-09-01", "--place", "Bandung")
        signed = run("sign", "agreement", agreement["reference"], *day, *at)
        assert signed.out == "4 signatures were recorded.\n"
        assert (
            run("register", "agreement", agreement["id"][:8], "--kept-at", "Lemari 3", *at).code
            == 0
        )
    assert len(list(out.glob("*.pdf"))) == 4
    register = run("list", "register", "--json", *at).json
    assert [line["register"] for line in register] == ["2022/001", "2022/002"]
    assert {line["kept_at"] for line in register} == {"Lemari 3"}
    assert run("verify", *at).out == "Data, journal and archive are whole.\n"
    ended = run("undo", *at)
    assert (ended.code, ended.out) == (2, "")


def test_an_exported_office_is_the_same_in_an_empty_one(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    file, other = tmp_path / "office.json", tmp_path / "other"
    agreement = run("list", "agreements", "--json", "--office", sample).json[0]
    run("print", "agreement", agreement["id"], "--out", tmp_path, "--office", sample)
    assert run("export", "office", file, "--office", sample).out.strip() == str(file)
    planned = run("import", "office", file, "--dry-run", "--office", other)
    assert "Nothing was written" in planned.out
    assert not other.exists()
    report = run("import", "office", file, "--json", "--office", other).json
    assert report["written"]
    assert (report["differing"], report["refused"], report["missing_files"]) == ([], [], [])
    again = tmp_path / "again.json"
    run("export", "office", again, "--office", other)
    assert again.read_bytes() == file.read_bytes()
    for what in ("visits", "agreements", "people", "institutions", "register"):
        lists = [run("list", what, "--json", "--office", place).json for place in (sample, other)]
        assert lists[0] == lists[1]
    assert run("verify", "--office", other).code == 0


def test_the_schema_describes_an_export(run: Run, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "office.json"
    run("export", "office", file, "--office", sample)
    described = jsonschema.Draft202012Validator(run("schema").json)
    assert described.is_valid(json.loads(file.read_text(encoding="utf-8")))


def test_an_import_is_undone_and_done_again(run: Run, sample: Path, tmp_path: Path) -> None:
    at = ("--office", sample)
    before = run("list", "people", "--json", *at).json
    run("import", "office", written(tmp_path / "people.json", PEOPLE), *at)
    assert len(run("list", "people", "--json", *at).json) == len(before) + 1
    assert run("undo", *at).out == "Taken back: Import office\n"
    assert run("list", "people", "--json", *at).json == before
    assert run("redo", *at).out == "Done again: Import office\n"
    assert [line["kind"] for line in run("history", "--json", *at).json[:3]] == [
        "redo",
        "undo",
        "cmd",
    ]


def test_a_wrong_file_is_refused_place_by_place(run: Run, sample: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "wrong.json", PEOPLE | {"visits": [{"ref": "v", "zone": "utc"}]})
    ended = run("import", "office", file, "--office", sample)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0].startswith("Nothing was imported")
    assert "$.visits[0].zone: Only these are allowed here: wib, wita, wit." in ended.err
    report = run("import", "office", file, "--json", "--office", sample)
    assert report.code == 2
    assert {line["place"] for line in report.json["refused"]} >= {"$.visits[0].title"}


def test_what_differs_is_shown_and_left(run: Run, sample: Path, tmp_path: Path) -> None:
    at = ("--office", sample)
    run("import", "office", written(tmp_path / "one.json", PEOPLE), *at)
    changed = PEOPLE | {"people": [{"ref": "p", "name": "Ridho Yahya", "note": "x"}]}
    ended = run("import", "office", written(tmp_path / "two.json", changed), *at)
    assert ended.code == 0
    assert "$.people[0]: This differs here; the office's own was kept. (name, note)" in ended.out


def test_an_agreement_is_known_by_reference_id_or_its_beginning(run: Run, sample: Path) -> None:
    at = ("--office", sample)
    day = ("--on", "2022-09-01", "--place", "Bandung")
    first = run("list", "agreements", "--json", *at).json[0]
    for name in (first["id"], first["id"][:9], UUID(first["id"]).hex[:4], first["reference"]):
        ended = run("sign", "agreement", name, *day, *at)
        assert "Print the originals first" in ended.err
    for name in (first["id"][:3], "KS-0000-000", "ffffffff-ffff"):
        assert run("sign", "agreement", name, *day, *at).err.startswith("There is no agreement")


def test_an_original_that_is_not_planned_is_one_sentence(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    first = run("list", "agreements", "--json", "--office", sample).json[0]["id"]
    words = ("print", "agreement", first, "--out", tmp_path / "out", "--office", sample)
    ended = run(*words, "--original", 3)
    assert ended.code == 2
    assert ended.err == "There is no original 3; this agreement has 2.\n"
    assert not (tmp_path / "out").exists()


def test_a_draft_locks_nothing_and_paper_may_be_chosen(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    at = ("--office", sample)
    first = run("list", "agreements", "--json", *at).json[0]["id"]
    words = ("print", "agreement", first, "--out", tmp_path / "out", "--draft", "--json", *at)
    assert [line["paper"] for line in run(*words).json] == ["f4"]
    assert [line["paper"] for line in run(*words, "--paper", "a4").json] == ["a4"]
    assert run("list", "agreements", "--json", *at).json[0]["stage"] == "draft"


def test_an_output_folder_that_cannot_be_is_one_sentence(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    at = ("--office", sample)
    taken = written(tmp_path / "taken", {})
    first = run("list", "agreements", "--json", *at).json[0]["id"]
    for words in (
        ("print", "agreement", first, "--draft", "--out", taken),
        ("print", "agreement", first, "--draft", "--out", tmp_path / "no" / "such"),
        ("export", "office", taken / "x.json"),
        ("backup", "--to", taken),
        ("sample", taken),
    ):
        ended = run(*words, *at)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.count("\n") == 1


def test_a_backup_comes_back(run: Run, sample: Path, tmp_path: Path) -> None:
    at = ("--office", sample)
    before = run("list", "people", "--json", *at).json
    made = run("backup", "--to", tmp_path / "stick", "--json", *at).json
    run("import", "office", written(tmp_path / "people.json", PEOPLE), *at)
    ended = run("restore", made["file"], *at)
    assert ended.code == 0
    assert "The former data was put aside" in ended.out
    assert run("list", "people", "--json", *at).json == before
    assert run("verify", *at).code == 0


def test_a_backup_of_the_office_itself_is_found_by_its_name(run: Run, sample: Path) -> None:
    name = Path(run("backup", "--office", sample).out.strip()).name
    assert run("restore", name, "--office", sample).code == 0
    refused = run("restore", "no-such.kjb", "--office", sample)
    assert refused.code == 2
    assert refused.err.count("\n") == 1


def test_a_file_missing_from_the_archive_is_found(run: Run, sample: Path, tmp_path: Path) -> None:
    at = ("--office", sample)
    first = run("list", "agreements", "--json", *at).json[0]["id"]
    run("print", "agreement", first, "--out", tmp_path / "out", *at)
    for path in (sample / "arsip").glob("??/*"):
        path.unlink()
    ended = run("verify", *at)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("is missing from the archive") == 3  # two originals, their draft
    assert len(run("verify", "--json", *at).json["problems"]) == 3


def test_a_sample_is_made_only_where_no_office_is(run: Run, sample: Path) -> None:
    ended = run("sample", sample)
    assert ended.code == 2
    assert ended.err.startswith("There is an office in")


def test_tables_are_tidy_and_speak_the_language(run: Run, sample: Path) -> None:
    table = run("list", "visits", "--office", sample).out.splitlines()
    assert table[0].startswith("Id")
    assert "In preparation" in table[2]
    assert all(line == line.rstrip() for line in table)
    assert run("list", "register", "--office", sample).out.startswith("Reference")


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0" + b"x" * 2000, b"hello"])
def test_a_damaged_or_foreign_database_is_one_sentence(
    damage: bytes, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "kunjungan.db").write_bytes(damage)
    for words in (("list", "visits"), ("undo",), ("import", "office", "x.json")):
        ended = run(*words, "--office", tmp_path)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.count("\n") == 1
    assert (tmp_path / "kunjungan.db").read_bytes() == damage


def test_a_file_that_is_not_there_is_told_as_such(run: Run, sample: Path, tmp_path: Path) -> None:
    ended = run("import", "office", tmp_path / "hilang.json", "--office", sample)
    assert ended.code == 2
    assert "hilang.json is not there. Nothing was imported" in ended.err
