from pathlib import Path

from sqlmodel import select

from kunjungan.domain.capacity import Capacity
from kunjungan.store.database import open_office
from kunjungan.store.tables import Clause, Tenure
from tests.cli.conftest import Run
from tests.store.clock import Clock

KEYS = {
    "code", "blocking", "message", "fix", "place", "person", "language", "field", "clause",
}  # fmt: skip


def first_agreement(run: Run, office: Path) -> str:
    return str(run("list", "agreements", "--json", "--office", office).json[0]["id"])


def spoil(run: Run, office: Path) -> str:
    """Take the English of one row away and return the agreement."""
    agreement = first_agreement(run, office)
    opened = open_office(office, user="tester", now=Clock())
    with opened.store.change("Spoil") as session:
        rows = session.exec(select(Clause).where(Clause.level == "paragraph")).all()
        row = next(row for row in rows if str(row.agreement_id) == agreement)
        row.text_en = ""
    opened.store.close()
    return agreement


def test_an_agreement_that_is_ready_ends_in_0(run: Run, sample: Path) -> None:
    agreement = first_agreement(run, sample)
    ended = run("check", "agreement", agreement, "--office", sample)
    assert (ended.code, ended.out) == (0, "Nothing stands in the way of the originals.\n")
    assert run("check", "agreement", agreement, "--json", "--office", sample).json == []


def test_what_blocks_ends_in_1_and_is_told_with_place_and_fix(run: Run, sample: Path) -> None:
    agreement = spoil(run, sample)
    ended = run("check", "agreement", agreement[:8], "--json", "--office", sample)
    (finding,) = ended.json
    assert ended.code == 1
    assert set(finding) == KEYS
    assert finding["code"] == "missing-translation"
    assert finding["blocking"] is True
    assert finding["place"] == {
        "id": "Pasal 1 ayat (1)",
        "en": "Article 1 paragraph (1)",
    }
    assert finding["message"] == "Article 1 paragraph (1) has no English yet."
    assert (finding["language"], finding["field"]) == ("en", "text_en")


def test_the_table_says_the_same_in_words(run: Run, sample: Path) -> None:
    agreement = spoil(run, sample)
    ended = run("check", "agreement", agreement, "--office", sample)
    assert ended.code == 1
    lines = ended.out.splitlines()
    assert lines[0].split("  ")[0] == "Weight"
    assert lines[2].startswith("Blocks  missing-translation  Article 1 paragraph (1) has no")
    assert "Translate the row" in lines[2]


def test_the_table_says_of_whom_a_finding_is(run: Run, sample: Path) -> None:
    agreement = first_agreement(run, sample)
    opened = open_office(sample, user="tester", now=Clock())
    with opened.store.change("Spoil") as session:
        for tenure in session.exec(select(Tenure)):
            tenure.capacity = Capacity.PLT
    opened.store.close()
    ended = run("check", "agreement", agreement, "--office", sample)
    assert ended.code == 0
    assert "Yana Mulyana: A Plt. takes no strategic decisions" in ended.out


def test_a_check_changes_nothing(run: Run, sample: Path) -> None:
    agreement = first_agreement(run, sample)
    before = run("history", "--json", "--office", sample).json
    run("check", "agreement", agreement, "--office", sample)
    assert run("history", "--json", "--office", sample).json == before


def test_what_is_mistyped_or_unknown_ends_in_2(run: Run, sample: Path) -> None:
    assert run("check", "visit", "x").code == 2
    assert run("check", "agreement").code == 2
    unknown = run("check", "agreement", "KS-0000-000", "--office", sample)
    assert (unknown.code, unknown.out) == (2, "")
