"""Files of an agreement and signatures from the command line."""

from datetime import date
from pathlib import Path

import pytest

from kunjungan.app.desk import open_desk
from kunjungan.services.institutions import list_institutions
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.people import PersonForm
from tests.cli.conftest import Run
from tests.services.signed_pdfs import signed_pdf


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Surat DPRD.pdf"
    path.write_bytes(signed_pdf("Ketua Contoh"))
    return path


def agreement(run: Run, office: Path) -> str:
    found: str = run("list", "agreements", "--json", "--office", office).json[0]["reference"]
    return found


def test_a_file_is_attached_listed_and_comes_out_as_it_went_in(
    run: Run, sample: Path, letter: Path, tmp_path: Path
) -> None:
    at = ("--office", sample)
    name = agreement(run, sample)
    done = run("attach", name, letter, "--number", "170/12", "--on", "2022-07-01", *at)
    assert done.code == 0
    assert done.out.startswith("Kept: Surat DPRD.pdf (")
    assert "electronic signatures: 1" in done.err
    (line,) = run("list", "files", name, "--json", *at).json
    assert (line["number"], line["on"], line["state"]) == ("170/12", "2022-07-01", "there")
    assert line["size"] == letter.stat().st_size
    assert "Surat DPRD.pdf" in run("list", "files", name, *at).out
    out = tmp_path / "hasil.pdf"
    assert run("export", "file", line["id"][:8], "--out", out, *at).out.strip() == str(out)
    assert out.read_bytes() == letter.read_bytes()
    again = run("attach", name, letter, *at)
    assert (again.code, "kept before" in again.out) == (0, True)
    assert run("undo", *at).out == "Taken back: Attach file\n"
    assert run("list", "files", name, "--json", *at).json == []


def test_a_file_is_evidence_of_a_document_of_a_stage(run: Run, sample: Path, letter: Path) -> None:
    at = ("--office", sample)
    name = agreement(run, sample)
    wrong = run("attach", name, letter, "--stage", "X99", *at)
    assert (wrong.code, "There is no stage “X99” here. There are: " in wrong.err) == (2, True)
    stage = wrong.err.split("There are: ")[1].split(",")[0]
    wrong = run("attach", name, letter, "--stage", stage, "--document", "none", *at)
    assert (wrong.code, "has no document “none”" in wrong.err) == (2, True)
    document = wrong.err.split("It has: ")[1].rstrip(".\n").split(", ")[0]
    assert run("attach", name, letter, "--stage", stage, "--document", document, *at).code == 0
    (line,) = run("list", "files", name, "--json", *at).json
    assert (line["stage"], line["document"]) == (stage, document)


def test_what_cannot_be_is_one_sentence(
    run: Run, sample: Path, letter: Path, tmp_path: Path
) -> None:
    at = ("--office", sample)
    name = agreement(run, sample)
    for words, told in (
        (("attach", name, tmp_path), "is a folder"),
        (("attach", name, tmp_path / "hilang.pdf"), "is no longer there"),
        (("attach", "KS-1999-001", letter), "There is no agreement"),
        (("attach", name, letter, "--original", "1"), "Nobody has signed original 1"),
        (("list", "files"), "Say of which agreement"),
        (("export", "file", "beef", "--out", tmp_path), "There is no file"),
        (("export", "file", "beef"), "Say where to"),
    ):
        ended = run(*words, *at)
        assert (ended.code, ended.out) == (2, "")
        assert told in ended.err
        assert ended.err.count("\n") == 1


def printed(run: Run, sample: Path, tmp_path: Path) -> str:
    name = agreement(run, sample)
    assert run("print", "agreement", name, "--out", tmp_path, "--office", sample).code == 0
    return name


def test_signing_in_two_places_tells_what_is_still_due(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    name, at = printed(run, sample, tmp_path), ("--office", sample)
    home = ("--on", "2022-09-01", "--place", "Bandung", "--party", 1)
    ended = run("sign", "agreement", name, *home, *at)
    assert ended.out.splitlines()[0] == "2 signatures were recorded."
    assert [line[:9] for line in ended.out.splitlines()[1:]] == ["Still due"] * 2
    away = ("--on", "2022-09-09", "--place", "Jauh", "--medium", "electronic")
    assert run("sign", "agreement", name, *away, *at).out == "2 signatures were recorded.\n"
    (line,) = [
        each for each in run("list", "agreements", "--json", *at).json if each["reference"] == name
    ]
    assert line["stage"] == "signed"


def test_a_signature_of_nobody_of_nothing_or_of_tomorrow_is_refused(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    name, at = printed(run, sample, tmp_path), ("--office", sample)
    here = ("sign", "agreement", name, "--place", "Bandung", *at)
    for words, told in (
        (("--on", date.max.isoformat()), "This day is still to come"),
        (("--on", "2022-09-01", "--party", 3), "has no party 3"),
        (("--on", "2022-09-01", "--original", 5), "no original 5; this agreement has 2"),
    ):
        refused = run(*here, *words)
        assert (refused.code, told in refused.err) == (2, True), refused.err
    assert run(*here, "--on", "2022-09-01").code == 0
    again = run(*here, "--on", "2022-09-01")
    assert (again.code, again.out) == (2, "")
    assert "nothing was recorded" in again.err


def test_a_substitute_is_named_for_a_party_and_has_an_authority(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    name, at = printed(run, sample, tmp_path), ("--office", sample)
    here = ("sign", "agreement", name, "--on", "2022-09-01", "--place", "Bandung")
    told = run(*here, "--signed-by", "Nobody", *at)
    assert "for which party" in told.err
    told = run(*here, "--signed-by", "Nobody", "--party", 1, *at)
    assert "“Nobody” stands for 0 people" in told.err
    told = run(*here, "--signed-by", "Nobody", "--party", 9, *at)
    assert "has no party 9" in told.err
    assert told.code == 2


def test_what_speaks_against_a_substitute_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    office, _ = open_desk(sample, "write")
    line = next(each for each in list_institutions(office) if each.name.id.endswith("Bandung"))
    form = OfficialForm(
        line.id, PersonForm("Contoh Bima"), "Wakil Wali Kota Bandung", "Vice Mayor of Bandung"
    )
    appoint(office, form)
    office.store.close()
    name, at = printed(run, sample, tmp_path), ("--office", sample)
    ended = run(
        "sign", "agreement", name, "--on", "2022-09-01", "--place", "Bandung", "--party", 1,
        "--signed-by", "Contoh Bima", "--reason", "Lisan", *at,
    )  # fmt: skip
    assert ended.out.startswith("2 signatures were recorded.\nThe head signs such an agreement")


def test_the_list_of_files_speaks_the_screens_language(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    name, at = agreement(run, sample), ("--office", sample)
    paper = tmp_path / "kak.txt"
    paper.write_text("KAK (SAMPLE)")
    run("attach", name, paper, "--stage", "K10", "--document", "kak", *at)
    table = run("list", "files", name, *at, lang="id").out
    assert "1 KB" in table
    assert "there" not in table
    (kept,) = run("list", "files", name, "--json", *at).json
    assert kept["state"] == "there"
