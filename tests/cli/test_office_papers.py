"""Letters and a leader's sheets on the command line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kunjungan.app.desk import open_desk
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.letters.letters import add_letter, list_letters, new_letter, remove_letter
from kunjungan.services.visit_lists import list_visits
from tests.cli.conftest import Run
from tests.documents.reading import page_size_mm, words

NUMBER = "005/077/KSD/VIII/2022"


@pytest.fixture
def folder(sample: Path) -> Path:
    """The sample office with one letter, a draft with a number."""
    office, _ = open_desk(sample, "write", user="tester")
    try:
        for line in list_letters(office):
            remove_letter(office, line.id)
        visit = list_visits(office)[0].id
        form = new_letter(office, visit, LetterKind.INVITATION, on=date(2022, 8, 24))
        add_letter(office, visit, replace(form, number=NUMBER))
    finally:
        office.store.close()
    return sample


def test_a_letter_is_printed_by_its_number_or_the_beginning_of_its_id(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (letter,) = run("list", "letters", "--office", folder, "--json").json
    by_number, by_id = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert run("print", "letter", NUMBER, "--out", by_number, "--office", folder).code == 0
    start = letter["id"][:8]
    assert run("print", "letter", start, "--out", by_id, "--office", folder).code == 0
    assert by_number.read_bytes() == by_id.read_bytes()
    assert "WALI KOTA BANDUNG" in words(by_number.read_bytes())


def test_letters_are_listed_as_json_with_their_state(run: Run, folder: Path) -> None:
    (letter,) = run("list", "letters", "--office", folder, "--json").json
    assert (letter["state"], letter["kind"], letter["number"]) == ("draft", "invitation", NUMBER)
    assert letter["on"] == "2022-08-24"
    table = run("list", "letters", "--office", folder)
    assert "Invitation" in table.out
    assert "Draft" in table.out


@pytest.mark.parametrize(
    "wanted", [("letter", "nothing"), ("letter",), ("day", "2022-13-01"), ("day", "--leader", "x")]
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(
    run: Run, folder: Path, tmp_path: Path, wanted: tuple[str, ...]
) -> None:
    ended = run("print", *wanted, "--out", tmp_path / "x.pdf", "--office", folder)
    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert "Traceback" not in ended.err
    assert not (tmp_path / "x.pdf").exists()


def test_a_day_and_its_week_are_printed(run: Run, folder: Path, tmp_path: Path) -> None:
    day, week = tmp_path / "day.pdf", tmp_path / "week.pdf"
    given = ("2022-09-01", "--office", folder, "--leader", "yana", "--language", "en")
    assert run("print", "day", *given, "--out", day).code == 0
    assert run("print", "week", *given, "--out", week, "--public").code == 0
    assert "AGENDA OF THE MAYOR OF BANDUNG" in words(day.read_bytes())
    assert "CONTOH / SAMPLE" in words(day.read_bytes())
    assert "CONTOH / SAMPLE" not in words(week.read_bytes())
    assert page_size_mm(week.read_bytes()) == pytest.approx((297, 210), abs=0.1)


def test_options_of_agreements_mean_nothing_for_a_letter(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    out = ("--out", tmp_path, "--office", folder)
    assert run("print", "letter", NUMBER, *out, "--pages", "1").code == 2
    assert run("print", "day", *out, "--draft").code == 2
