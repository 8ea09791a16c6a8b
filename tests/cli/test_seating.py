"""Seats on the command line: the order with its articles, both views, who has no seat."""

from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

VISIT = "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir"
SESSION = "Kota Prabumulih"


def numbers(lines: list[list[dict[str, Any]]]) -> list[list[int | None]]:
    """Return the ranks of a view, line by line."""
    return [[seat["number"] for seat in line] for line in lines]


def test_a_dry_run_shows_the_plan_and_writes_nothing(run: Run, sample: Path) -> None:
    done = run("seat", SESSION, "--dry-run", "--json", "--office", sample)
    assert done.code == 0, done.err
    again = run("seat", SESSION, "--dry-run", "--json", "--office", sample).json
    assert done.json["made"] is again["made"] is True
    assert numbers(done.json["plans"][0]["seen_by_audience"]) == numbers(
        again["plans"][0]["seen_by_audience"]
    )


def test_a_plan_is_made_once_and_then_read(run: Run, sample: Path) -> None:
    first = run("seat", SESSION, "--json", "--office", sample).json
    second = run("seat", SESSION, "--json", "--office", sample).json
    assert (first["made"], second["made"]) == (True, False)
    assert first["plans"] == second["plans"]
    assert first["order"] == second["order"]


def test_every_guest_has_an_article_or_no_place_in_the_law(run: Run, sample: Path) -> None:
    told = run("seat", SESSION, "--json", "--office", sample).json
    order = told["order"]
    assert [line["number"] for line in order] == list(range(1, len(order) + 1))
    assert order[0]["article"]["id"] == "Pasal 11 ayat (1) huruf a"
    assert order[1]["article"]["en"] == "Article 10(1), letter j"
    assert all((line["group"] is None) == (line["article"]["id"] == "") for line in order)
    pairs = {key for pair in told["undecided"] for key in pair}
    assert {line["id"] for line in order if line["undecided"]} <= pairs


def test_a_decision_is_taken_back_and_the_two_wait_again(run: Run, sample: Path) -> None:
    def waiting() -> list[list[str]]:
        told: list[list[str]] = run("seat", VISIT, "--json", "--office", sample).json["undecided"]
        return told

    before = waiting()
    ahead, behind = before[0]
    done = run("precede", VISIT, behind, ahead, "--reason", "Surat lebih dulu", "--office", sample)
    assert done.code == 0, done.err
    assert waiting() != before
    taken = run("precede", VISIT, behind, ahead, "--take-back", "--office", sample)
    assert (taken.code, waiting()) == (0, before)


def test_the_stage_sees_the_exact_mirror(run: Run, sample: Path) -> None:
    [plan] = run("seat", SESSION, "--json", "--office", sample).json["plans"]
    audience = numbers(plan["seen_by_audience"])
    assert numbers(plan["seen_from_stage"]) == [line[::-1] for line in reversed(audience)]
    table = next(line for line in audience if 1 in line)
    assert table == [2, 1]  # the guest at the host's right hand


def test_a_room_may_be_named_and_who_finds_no_seat_is_told(run: Run, sample: Path) -> None:
    told = run("seat", SESSION, "--template", "round", "--json", "--office", sample).json
    plan = told["plans"][0]
    assert plan["missing_seats"] == len(plan["unseated"]) == len(told["order"]) - 12
    listed = run("seat", SESSION, "--office", sample)
    assert "Without a seat" in listed.out
    assert "seats are missing" in listed.out


def test_a_person_reads_the_order_and_the_two_views(run: Run, sample: Path) -> None:
    done = run("seat", VISIT, "--office", sample)
    assert done.code == 0, done.err
    for words in ("UU 9/2010", "Yana Mulyana", "Seen by the audience", "Seen from the stage"):
        assert words in done.out
    assert "Dilihat dari hadirin" in run("seat", VISIT, "--office", sample, lang="id").out


def test_what_is_not_known_is_refused_in_a_sentence(run: Run, sample: Path) -> None:
    for words, said in (
        (("nothing",), "There is no session or visit"),
        ((SESSION, "--template", "sofa"), "no room template"),
    ):
        done = run("seat", *words, "--office", sample)
        assert (done.code, said in done.err) == (2, True), done.err
