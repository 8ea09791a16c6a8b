"""Finding anything from the command line, and looking after what lets it be quick."""

from pathlib import Path

import pytest

from kunjungan.store.database import open_office
from tests.cli.conftest import Run
from tests.store.clock import Clock

KEYS = {
    "kind", "id", "title", "places", "detail", "on", "stage", "article", "opens", "visits",
    "agreements",
}  # fmt: skip


def test_what_is_found_is_told_with_its_places(run: Run, sample: Path) -> None:
    (mayor,) = run("search", "widjaja panca", "--json", "--office", sample).json
    assert set(mayor) == KEYS
    assert (mayor["kind"], mayor["title"]) == ("person", "Panca Wijaya Akbar")
    assert mayor["places"] == [[0, 5], [6, 12]]
    assert mayor["detail"] == "Bupati Ogan Ilir"
    assert mayor["opens"]["kind"] == "institution"


def test_a_kind_and_a_number_narrow_it(run: Run, sample: Path) -> None:
    found = run("search", "ogan", "--kind", "visit", "--json", "--office", sample).json
    assert {line["kind"] for line in found} == {"visit"}
    assert len(found) == 2
    one = run("search", "ogan", "--kind", "visit", "--most", 1, "--json", "--office", sample).json
    assert one == found[:1]
    people = run("search", "@ogan", "--json", "--office", sample).json
    assert {line["kind"] for line in people} == {"person"}


def test_the_table_names_what_it_is_and_where_a_clause_stands(run: Run, sample: Path) -> None:
    ended = run("search", "#kewenangan", "--office", sample)
    assert ended.code == 0
    assert any(line.startswith("Clause") and "Article" in line for line in ended.out.splitlines())
    words = run("search", "#kewenangan", "--office", sample, lang="id").out
    assert "Pasal" in words


def test_nothing_found_is_no_failure(run: Run, sample: Path) -> None:
    ended = run("search", "xyz", "--office", sample)
    assert (ended.code, ended.out) == (0, "No results for “xyz”\n")
    assert run("search", "xyz", "--json", "--office", sample).json == []


@pytest.mark.parametrize("options", [("--most", "0"), ("--most", "many"), ("--kind", "planet")])
def test_what_cannot_be_is_refused_in_words(
    run: Run, sample: Path, options: tuple[str, str]
) -> None:
    ended = run("search", "ogan", *options, "--office", sample)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err
    assert "Traceback" not in ended.err


def test_a_stale_index_is_mended_by_its_check(run: Run, sample: Path) -> None:
    assert run("check", "index", "--json", "--office", sample).json == {"mended": False}
    opened = open_office(sample, user="tester", now=Clock())
    with opened.store._beside_the_journal() as connection:
        connection.exec_driver_sql("DELETE FROM finding_doc")
    opened.store.close()
    told = run("verify", "--office", sample)
    assert told.code == 2
    assert "records are out of step" in told.err
    mended = run("check", "index", "--office", sample)
    assert "built anew" in mended.out
    assert run("verify", "--office", sample).code == 0
    assert run("check", "index", "--office", sample).out == "The index for searching is whole.\n"


def test_an_agreement_to_check_has_to_be_named(run: Run, sample: Path) -> None:
    ended = run("check", "agreement", "--office", sample)
    assert ended.code == 2
    assert "its id or its reference" in ended.err
