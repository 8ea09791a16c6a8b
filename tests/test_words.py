from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from kunjungan import i18n, resources

CATALOGUE = """# header
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

#: ui/a.py:1
msgid "Save"
msgstr "Simpan"

#, python-brace-format
msgid ""
"Print {count} "
"originals"
msgstr ""
"Cetak {count} "
"naskah \\"asli\\"\\n"

#, fuzzy
msgid "Open"
msgstr "Tutup"

msgid "Close"
msgstr ""

#~ msgid "Old"
#~ msgstr "Lama"
"""


@pytest.fixture
def indonesian(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "id.po"
    path.write_text(CATALOGUE, encoding="utf-8", newline="\n")
    i18n.use_language(path)
    yield path
    i18n.use_language(None)


@pytest.mark.usefixtures("indonesian")
def test_the_screen_speaks_indonesian_where_the_catalogue_is_sure() -> None:
    assert i18n.tr("Save") == "Simpan"
    assert i18n.tr("Print {count} originals", count=4) == 'Cetak 4 naskah "asli"\n'
    assert [i18n.tr(text) for text in ("Open", "Close", "Old")] == ["Open", "Close", "Old"]
    assert i18n.tr("Not there {n}", n=1) == "Not there 1"
    assert i18n.tr("") == ""


@pytest.mark.usefixtures("indonesian")
def test_english_comes_back_at_once() -> None:
    i18n.use_language(None)
    assert i18n.tr("Save") == "Save"


def test_words_for_later_are_left_as_they_are() -> None:
    assert i18n.later("Save {x}") == "Save {x}"


def test_the_reader_agrees_with_the_translators_tools(indonesian: Path) -> None:
    with indonesian.open("rb") as file:
        theirs = {str(e.id): str(e.string) for e in read_po(file) if e.id and not e.fuzzy}
    ours = {k: v for k, v in i18n._entries(indonesian.read_text(encoding="utf-8")) if k}
    assert ours == {k: v for k, v in theirs.items() if v}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}")))
def test_any_sentence_survives_the_catalogue(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    entries = dict(i18n._entries(f'msgid "x"\nmsgstr "{quoted}"\n'))
    assert entries.get("x", "") == text


def test_resources_are_found_and_missing_ones_named() -> None:
    assert resources.resource("data/holidays.csv").is_file()
    with pytest.raises(FileNotFoundError, match="no such"):
        resources.resource("no such thing")


def test_the_code_itself_is_the_english_catalogue() -> None:
    assert resources.catalogue("en") is None


def test_an_installed_program_looks_into_what_it_was_shipped_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "x.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr(resources, "_SHIPPED", tmp_path)
    assert resources.resource("x.txt").parent.parent == tmp_path
