"""Letters taken in and visits told on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LETTER = {
    "sender": "Pemerintah Kota Prabumulih",
    "number": "005/99/2022",
    "dated": "2022-11-20",
    "received": "2022-11-24",
    "proposed": ["2022-12-10", "2023-01"],
    "announced": 12,
    "kind": "courtesy",
}


def a_file(folder: Path, **more: object) -> Path:
    path = folder / "surat.json"
    path.write_text(json.dumps({**LETTER, **more}), encoding="utf-8")
    return path


def test_a_letter_becomes_a_visit_that_the_list_shows(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    at = ("--office", sample)
    (tmp_path / "pindai.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    made = run("intake", a_file(tmp_path, scan="pindai.png"), "--json", *at).json
    rows = run("list", "visits", "--json", *at).json
    (row,) = [row for row in rows if row["id"] == made["visit"]]
    assert (row["on"], row["kind"], row["guests"]) == ("2022-12-10", "courtesy", 12)
    assert row["stage"] == "letter"
    told = run("message", made["visit"], "--in", "en", *at).out
    assert "Government of the City of Prabumulih; 12 people" in told
    again = run("intake", a_file(tmp_path), *at)
    assert again.code == 2
    assert "recorded already" in again.err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"sender": "Pemerintah Kota Antah"}, "No institution is called"),
        ({"dated": "20-11-2022"}, "“dated” of the letter cannot be"),
        ({"announced": -1}, "“announced” of the letter cannot be"),
        ({"proposed": "besok"}, "“proposed” of the letter cannot be"),
        ({"proposed": ["besok"]}, "“proposed” of the letter cannot be"),
        ({"kind": "tamasya"}, "“kind” of the letter cannot be"),
        ({"nomer": "1"}, "“nomer” is no part of a letter"),
        ({"visit": "tidak ada"}, "There is no visit"),
    ],
)
def test_a_letter_that_is_wrong_is_refused_by_its_part(
    run: Run, sample: Path, tmp_path: Path, more: dict[str, object], said: str
) -> None:
    before = len(run("list", "visits", "--json", "--office", sample).json)
    ended = run("intake", a_file(tmp_path, **more), "--office", sample)
    assert ended.code == 2
    assert said in ended.err
    assert len(run("list", "visits", "--json", "--office", sample).json) == before


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_what_is_no_letter_is_refused_in_words(
    run: Run, sample: Path, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "surat.json"
    path.write_text(text, encoding="utf-8")
    ended = run("intake", path, "--office", sample)
    assert (ended.code, ended.out) == (2, "")
    assert "surat.json is no letter" in ended.err
