from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
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


def compiled(catalogue: Catalog, folder: Path) -> Path:
    """A catalogue as ``dev.py words`` compiles it."""
    path = folder / "id.mo"
    with path.open("wb") as file:
        write_mo(file, catalogue)
    return path


@pytest.fixture
def indonesian(tmp_path: Path) -> Iterator[Path]:
    path = compiled(read_po(StringIO(CATALOGUE), locale="id"), tmp_path)
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


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}"), min_size=1))
def test_any_sentence_survives_the_catalogue(text: str) -> None:
    catalogue = Catalog(locale="id")
    catalogue.add("x", text)
    with TemporaryDirectory() as folder:
        i18n.use_language(compiled(catalogue, Path(folder)))
        try:
            assert i18n.tr("x") == text
        finally:
            i18n.use_language(None)


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
