"""The register and what follows an agreement, from the command line."""

from datetime import date
from pathlib import Path

import pytest

from kunjungan.app import desk
from kunjungan.app.desk import open_desk
from tests.builders import Old, an_old_agreement
from tests.cli.conftest import Run

TODAY = date(2022, 8, 29)


@pytest.fixture
def old(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample office of 2022, with two agreements of an old register."""
    monkeypatch.setattr(desk, "_today", lambda: TODAY)
    office, _ = open_desk(sample, "write")
    an_old_agreement(office, Old("1/LAMA", date(2017, 9, 30), field="Persampahan"))
    an_old_agreement(office, Old("2/LAMA", date(2010, 9, 30), partner="Kota Garut"))
    office.store.close()
    return sample


def test_the_register_is_narrowed_by_options(run: Run, old: Path) -> None:
    at = ("--json", "--office", old)
    assert len(run("list", "register", *at).json) == 4
    [ending] = run("list", "register", "--ending", "3", *at).json
    assert (ending["status"], ending["days_left"]) == ("ending", 32)
    assert (ending["own_number"], ending["signed_on"]) == ("1/LAMA", "2017-09-30")
    for options, numbers in (
        (("--status", "ended"), ["2/LAMA"]),
        (("--status", "ended", "--status", "ending"), ["1/LAMA", "2/LAMA"]),
        (("--field", "Persampahan"), ["1/LAMA"]),
        (("--year", "2010", "--kind", "kb"), ["2/LAMA"]),
        (("--words", "garut lama"), ["2/LAMA"]),
    ):
        rows = run("list", "register", *options, *at).json
        assert [row["own_number"] for row in rows] == numbers, options


def test_what_narrows_the_register_is_refused_elsewhere(run: Run, sample: Path) -> None:
    ended = run("list", "visits", "--year", "2022", "--office", sample)
    assert (ended.code, ended.out) == (2, "")
    assert "--year" in ended.err
    assert run("list", "register", "--year", "dua", "--office", sample).code == 2


def test_an_early_end_stands_in_the_register_and_is_taken_back(run: Run, old: Path) -> None:
    at = ("--office", old)
    ended = ("end", "agreement", "LAMA-1/LAMA", *at)
    assert run(*ended).code == run(*ended, "--on", "2022-08-01").code == 2
    assert run(*ended, "--on", "2022-08-01", "--reason", "Sepakat").code == 0
    table = run("list", "register", "--words", "cimahi", *at, lang="id").out
    assert "2022-08-01" in table
    assert "2022-09-30" not in table
    assert run(*ended, "--take-back").code == 0
    assert "2022-09-30" in run("list", "register", "--words", "cimahi", *at).out


def test_reminders_are_listed_and_settled(run: Run, old: Path) -> None:
    [line] = run("list", "reminders", "--json", "--office", old).json
    assert (line["what"], line["due_on"], line["ends_on"]) == (
        "ending:3",
        "2022-06-30",
        "2022-09-30",
    )
    table = run("list", "reminders", "--office", old).out
    assert "Kota Cimahi" in table
    assert table.split()[:3] == ["Due", "Reminder", "Code"]
    assert "ending:3" in table
    reminded = ("remind", "agreement", line["agreement"], line["what"])
    assert run(*reminded, "--until", "2022-09-10", "--office", old).code == 0
    assert run("list", "reminders", "--json", "--office", old).json == []
    assert run(*reminded, "--office", old).code == 0


def test_an_agreement_is_extended_and_ended(run: Run, old: Path) -> None:
    made = run("renew", "agreement", "LAMA-1/LAMA", "--json", "--office", old).json
    assert (made["starts_on"], made["ends_on"]) == ("2022-10-01", "2027-10-01")
    again = run("renew", "agreement", "LAMA-1/LAMA", "--office", old)
    assert (again.code, made["reference"] in again.err) == (2, True)
    ended = run(
        "end", "agreement", "LAMA-1/LAMA", "--on", "2022-08-20", "--reason", "Sepakat",
        "--office", old,
    )  # fmt: skip
    assert ended.code == 0
    [row] = run("list", "register", "--status", "terminated", "--json", "--office", old).json
    assert (row["end_reason"], row["ended_on"]) == ("Sepakat", "2022-08-20")
