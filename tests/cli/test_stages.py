from datetime import date
from pathlib import Path

from tests.cli.conftest import Run

KB = "KS-2022-001"


def states(run: Run, sample: Path) -> dict[str, str]:
    listed = run("list", "stages", KB, "--json", "--office", sample)
    return {row["code"]: row["state"] for row in listed.json}


def test_the_stages_of_an_agreement_are_listed_with_their_law_and_what_is_missing(
    run: Run, sample: Path
) -> None:
    rows = run("list", "stages", KB, "--json", "--office", sample).json
    offer = next(row for row in rows if row["code"] == "K20")
    assert (offer["track"], offer["state"]) == ("domestic", "open")
    assert offer["law"]["id"] == "PP 28/2018 pasal 6 ayat (1)"
    assert [paper["document"] for paper in offer["documents"]] == ["surat_penawaran"]
    table = run("list", "stages", KB, "--office", sample, lang="id").out
    assert "Penawaran" in table


def test_a_stage_is_left_and_reopened(run: Run, sample: Path) -> None:
    at = ("--office", sample)
    bare = run("stage", KB, "k10", "done", "--on", "2022-05-02", *at)
    assert bare.code == 2
    assert "Missing: Terms of reference (KAK). Attach it" in bare.err
    assert "PP 28/2018 article 6(1)" in bare.err
    done = run("stage", KB, "k10", "done", "--on", "2022-05-02", "--reason", "On paper", *at)
    assert "Preparation: Passed" in done.out
    passed = run("stage", KB, "K20", "pass", "--reason", "By word of mouth", *at)
    assert (passed.code, states(run, sample)["K20"]) == (0, "passed")
    run("stage", KB, "K21", "not-required", "--reason", "The visit was the answer", *at)
    assert states(run, sample)["K21"] == "not_required"
    run("stage", KB, "K20", "reopen", *at)
    assert states(run, sample)["K20"] == "open"
    run("undo", *at)
    assert states(run, sample)["K20"] == "passed"


def test_what_cannot_be_said_of_a_stage_is_refused_in_a_sentence(run: Run, sample: Path) -> None:
    at = ("--office", sample)
    for words, told in (
        ((KB, "K20", "pass"), "Say why"),
        ((KB, "F60", "done"), "no stage F60"),
        ((KB, "K20", "reopen"), "Nobody has closed"),
        ((KB, "K20", "done", "--on", date.max.isoformat()), "still to come"),
        (("KS-0000", "K20", "done"), "no agreement"),
    ):
        refused = run("stage", *words, *at)
        assert (refused.code, told in refused.err) == (2, True), refused.err
    assert "list stages" in run("list", "stages", *at).err
    assert set(states(run, sample).values()) == {"open"}


def test_the_duties_after_signing_are_listed_with_the_steps_of_visits(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    at = ("--office", sample)
    before = run("list", "tasks", "--json", *at).json
    assert all(row["visit"] for row in before)
    run("print", "agreement", KB, "--out", tmp_path / "out", *at)
    run("sign", "agreement", KB, "--on", "2022-09-01", "--place", "Bandung", *at)
    owed = {row["code"]: row for row in run("list", "tasks", "--json", *at).json if row["code"]}
    assert owed.keys() >= {"copy", "implementing_agreement", "report", "evaluation"}
    assert owed["report"]["due_on"] == "2023-09-01"
    assert owed["report"]["overdue"] is True
    assert states(run, sample)["K40"] == "done"
