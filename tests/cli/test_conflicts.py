"""Conflicts and rooms on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_conflict_is_told_with_both_events_and_their_hours(run: Run, sample: Path) -> None:
    found = run("list", "conflicts", "--from", "2022-09-01", "--json", "--office", sample).json
    (line,) = [one for one in found if not one["missing"]]
    assert (line["kind"], line["name"], line["firm"]) == ("room", "Auditorium (contoh)", True)
    assert (line["since"], line["until"]) == (
        "2022-09-01T13:00:00+07:00", "2022-09-01T14:30:00+07:00",
    )  # fmt: skip
    hours = {(side["starts_at"], side["ends_at"]) for side in (line["first"], line["second"])}
    assert hours == {("13:00", "14:30"), ("13:00", "15:00")}
    assert line["what"].startswith("conflict:")


def test_conflicts_of_other_days_are_left_out(run: Run, sample: Path) -> None:
    at = ("--office", sample)
    days = ("--from", "2022-09-02", "--to", "2022-09-03")
    assert "Rakor" not in run("list", "conflicts", *days, *at).out
    assert "Rakor" not in run("list", "conflicts", *at).out
    day = ("--to", "2022-09-01", "--from", "2022-09-01")
    assert "2022-09-01 13:00" in run("list", "conflicts", *day, *at).out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("conflicts", "--from", "1 Sep"), "a day such as 2022-09-01 is needed"),
        (("conflicts", "--from", "2022-09-02", "--to", "2022-09-01"), "before the first"),
        (("visits", "--to", "2022-09-01"), "narrow only conflicts"),
        (("rooms", "--year", "2022"), "narrows only the register"),
    ],
)
def test_days_that_make_no_sense_are_refused(
    run: Run, sample: Path, words: tuple[str, ...], told: str
) -> None:
    ended = run("list", *words, "--office", sample)
    assert ended.code == 2
    assert told in ended.err


def test_rooms_and_vehicles_are_listed(run: Run, sample: Path) -> None:
    found = run("list", "rooms", "--json", "--office", sample).json
    assert {one["name"]: one["seats"] for one in found} == {
        "Auditorium (contoh)": 120,
        "Bandung Command Center (contoh)": 45,
        "Ruang Tengah (contoh)": 30,
        "Bus tamu (contoh)": 25,
        "Minibus protokol (contoh)": 12,
    }
    assert "Auditorium (contoh)" in run("list", "rooms", "--office", sample).out
