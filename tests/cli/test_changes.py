"""The history on the command line, and the help of the commands that carry files."""

from pathlib import Path
from typing import get_args

import pytest

from kunjungan.app.desk import open_desk
from kunjungan.cli.changes import KINDS
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.register_heads import RegisterField
from kunjungan.services.people import PersonForm, add_person
from kunjungan.store.chain import Kind
from tests.cli.conftest import Run


def test_the_history_says_in_words_what_made_a_change(run: Run, sample: Path) -> None:
    office, _ = open_desk(sample, "make", user="uji")
    add_person(office, PersonForm("Siti Contoh"))
    office.store.close()
    at = ("--office", sample)
    run("undo", *at)
    kinds = [line["kind"] for line in run("history", "--json", *at).json]
    english, indonesian = run("history", *at).out, run("history", *at, lang="id").out
    assert kinds[:2] == ["undo", "cmd"]
    assert "system" in kinds
    for told, words in (
        (english, ("Undo", "By a person", "By the program")),
        (indonesian, ("Urungkan", "Oleh aplikasi")),
    ):
        assert all(f"  {word}  " in told for word in words)
        assert not any(f"  {kind}  " in told for kind in set(kinds))


def test_every_kind_of_change_has_words() -> None:
    assert set(KINDS) == set(get_args(Kind))


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_help_says_what_columns_of_registers_and_guest_lists_may_be(
    run: Run, lang: str
) -> None:
    told = " ".join(run("import", "people", "--help", lang=lang).out.split())
    assert ", ".join(RegisterField) in told
    assert ", ".join(GuestField) in told


def test_the_help_speaks_of_every_file_that_goes_out_or_comes_in(run: Run) -> None:
    out, into = (" ".join(run(word, "--help").out.split()) for word in ("export", "import"))
    assert "People and guests: also write NIP" in out
    for suffix in (".json", ".xlsx", ".csv", ".ics"):
        assert suffix in out
    for what in ("terms", "register", "calendar", "guest list"):
        assert what in into
