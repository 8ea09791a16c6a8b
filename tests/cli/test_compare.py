from pathlib import Path

import pytest

from kunjungan.app.desk import open_desk
from kunjungan.domain.clauses import Level
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.clauses import list_clauses, write_clause
from tests.cli.conftest import Run


@pytest.fixture
def agreement(run: Run, sample: Path) -> str:
    listed = run("list", "agreements", "--json", "--office", sample).json
    return str(listed[0]["reference"])


def change_a_row(folder: Path) -> None:
    office, _ = open_desk(folder, "write", user="tester")
    first = list_agreements(office)[0].id
    row = next(r for r in list_clauses(office, first) if r.level is Level.PARAGRAPH)
    write_clause(office, row.id, "id", row.text.id.replace("adalah", "yaitu"))
    office.store.close()


def test_nothing_kept_is_a_sentence(run: Run, sample: Path, agreement: str) -> None:
    ended = run("compare", agreement, "--office", sample)
    assert (ended.code, ended.out) == (2, "")
    assert "has been kept yet" in ended.err


def test_a_text_that_did_not_change_ends_in_0(run: Run, sample: Path, agreement: str) -> None:
    kept = run("drafts", agreement, "--keep", "--note", "dikirim ke mitra", "--office", sample)
    assert kept.code == 0
    ended = run("compare", agreement, "--office", sample)
    assert ended.code == 0
    assert "The two texts say the same." in ended.out


def test_differences_end_in_1_and_can_be_read(run: Run, sample: Path, agreement: str) -> None:
    run("drafts", agreement, "--keep", "--office", sample)
    change_a_row(sample)
    ended = run("compare", agreement, "--office", sample)
    assert ended.code == 1
    assert "1 changed, 0 added, 0 removed, 0 moved" in ended.out
    assert "Article 1 paragraph (1): Changed" in ended.out
    assert "[-adalah-]{+yaitu+}" in ended.out
    found = run("compare", f"{agreement}@1", f"{agreement}@now", "--json", "--office", sample)
    assert found.code == 1
    (row,) = found.json["rows"]
    assert (row["change"], row["right"]["id"]) == ("changed", "Pasal 1 ayat (1)")
    assert {"fate": "added", "text": "yaitu"} in row["parts"]["id"]
    assert found.json["left"]["draft"] == 1
    assert found.json["left"]["fingerprint"] != found.json["right"]["fingerprint"]


def test_a_draft_is_restored_as_the_present_text(run: Run, sample: Path, agreement: str) -> None:
    run("drafts", agreement, "--keep", "--office", sample)
    change_a_row(sample)
    listed = run("drafts", agreement, "--restore", 1, "--json", "--office", sample).json
    assert [(line["draft"], line["present"]) for line in listed] == [(2, True), (1, False)]
    assert run("compare", agreement, "--office", sample).code == 0


def test_what_is_not_there_is_a_sentence(run: Run, sample: Path, agreement: str) -> None:
    for words, said in (
        (("compare", f"{agreement}@7"), "Draft 7 of this agreement was not kept"),
        (("compare", f"{agreement}@x"), "is no draft"),
        (("compare", "KS-1999-001", agreement), "There is no agreement"),
        (("drafts", agreement, "--restore", "9"), "was not kept"),
        (("drafts", agreement, "--note", "x"), "A note needs --keep"),
        (("clearance", agreement, "--on", "2022-08-20"), "Say which step"),
        (("clearance", agreement, "--step", "2"), "Say the day"),
        (("clearance", agreement, "--step", "9", "--on", "2022-08-20"), "There is no step 9"),
    ):
        ended = run(*words, "--office", sample)
        assert (ended.code, ended.out) == (2, ""), words
        assert said in ended.err


def test_clearances_are_recorded_and_listed(run: Run, sample: Path, agreement: str) -> None:
    before = run("clearance", agreement, "--json", "--office", sample).json
    assert {step["outcome"] for step in before["steps"]} == {""}
    for step in before["steps"]:
        words = ("--step", step["step"], "--on", "2022-08-20", "--name", "Budi Contoh")
        assert run("clearance", agreement, *words, "--office", sample).code == 0
    ended = run("clearance", agreement, "--office", sample)
    assert "Every step has cleared the present text." in ended.out
    run("drafts", agreement, "--keep", "--office", sample)
    change_a_row(sample)
    after = run("clearance", agreement, "--json", "--office", sample).json
    assert not after["same"]
    assert all(step["stale"] for step in after["steps"])


def test_a_returned_text_needs_its_reason(run: Run, sample: Path, agreement: str) -> None:
    words = ("clearance", agreement, "--step", 2, "--on", "2022-08-20", "--returned")
    assert run(*words, "--office", sample).code == 2
    ended = run(*words, "--note", "Pasal 3", "--json", "--office", sample)
    assert ended.json["steps"][1]["outcome"] == "returned"


def test_the_clearance_sheet_is_written_where_it_is_wanted(
    run: Run, sample: Path, agreement: str, tmp_path: Path
) -> None:
    file = tmp_path / "paraf.pdf"
    ended = run("print", "clearance", agreement, "--out", file, "--paper", "a4", "--office", sample)
    assert (ended.code, ended.out.strip()) == (0, str(file))
    assert file.read_bytes().startswith(b"%PDF")
    refused = run("print", "clearance", agreement, "--out", file, "--draft", "--office", sample)
    assert (refused.code, "means nothing here" in refused.err) == (2, True)
    assert run("print", "clearance", "--out", file, "--office", sample).code == 2
