"""Both catalogues say what the code says: nothing stale, empty, fuzzy or left over."""

import ast
import string
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "i18n"


def read(name: str) -> Catalog:
    with (FOLDER / name).open("rb") as file:
        return read_po(file, locale="id")


def msgids(catalogue: Catalog) -> set[str]:
    return {str(entry.id) for entry in catalogue if entry.id}


def pairs(catalogue: Catalog) -> list[tuple[str, str]]:
    return [(str(e.id), str(e.string)) for e in catalogue if e.id and e.string]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def words() -> set[str]:
    found = extract_from_dir(ROOT / "kunjungan", keywords={"tr": None, "later": None})
    return {str(message) for _file, _line, message, _comments, _context in found}


@pytest.fixture(scope="module")
def indonesian() -> Catalog:
    return read("id.po")


def test_the_template_holds_the_words_of_the_code(words: set[str]) -> None:
    assert msgids(read("kunjungan.pot")) == words, "Run `python3 dev.py words`."


def test_no_word_is_hidden_from_the_template_in_a_formatted_text(words: set[str]) -> None:
    said = {
        call.args[0].value
        for file in (ROOT / "kunjungan").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"tr", "later"}
        and isinstance(call.args[0], ast.Constant)
    }
    assert said - words == set()


def test_every_word_has_its_indonesian(words: set[str], indonesian: Catalog) -> None:
    assert msgids(indonesian) == words, "Run `python3 dev.py words`, then translate."
    assert [entry.id for entry in indonesian if entry.id and not entry.string] == []
    assert [entry.id for entry in indonesian if entry.id and entry.fuzzy] == []
    assert list(indonesian.obsolete) == []


def test_the_compiled_words_are_those_of_the_catalogue(indonesian: Catalog) -> None:
    fresh = BytesIO()
    write_mo(fresh, indonesian)
    assert (FOLDER / "id.mo").read_bytes() == fresh.getvalue(), "Run `python3 dev.py words`."


def test_translations_keep_the_named_places(indonesian: Catalog) -> None:
    assert [source for source, said in pairs(indonesian) if places(said) != places(source)] == []


def test_translations_keep_shortcuts_ellipses_and_edges(indonesian: Catalog) -> None:
    """A menu's ``…``, a label's ``:`` and a ``&`` key are part of the sentence."""
    assert [source for source, said in pairs(indonesian) if edges(said) != edges(source)] == []


def edges(text: str) -> tuple[bool, ...]:
    """Return what a translation must share with its sentence besides the places."""
    ends = (text.endswith(mark) for mark in ("…", ":", ".", "?"))
    return (text != text.strip(), "&" in text.replace("&&", ""), "\n" in text, *ends)


def test_indonesian_has_one_plural_form() -> None:
    header = (FOLDER / "id.po").read_text(encoding="utf-8").split("\n\n", 1)[0]
    assert '"Plural-Forms: nplurals=1; plural=0;\\n"' in header
