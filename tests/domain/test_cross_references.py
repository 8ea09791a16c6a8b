"""A computed reference always names the number that is printed before its row."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import bare_marker, markers, marks
from kunjungan.domain.clauses import Level
from kunjungan.domain.cross_references import Signposts, reference
from kunjungan.domain.languages import tongue
from kunjungan.domain.linking import Linker
from kunjungan.domain.references import Outline, references
from kunjungan.domain.richtext import plain, rich
from kunjungan.domain.spots import spots

LEVELS = st.lists(st.sampled_from(Level), min_size=1, max_size=50)
SIGNS = {
    "t": Level.TEXT, "A": Level.ARTICLE, "p": Level.PARAGRAPH, "l": Level.LETTER,
    "n": Level.NUMBER, "s": Level.SUBLETTER, "u": Level.SUBNUMBER, "X": Level.ANNEX,
}  # fmt: skip


def names(count: int) -> list[str]:
    return [f"r{number}" for number in range(count)]


def said(signs: str, here: int, target: int, language: str = "id") -> str:
    posts = Signposts([SIGNS[sign] for sign in signs], names(len(signs)))
    (both,) = posts.said(here, reference(f"r{target}")).values()
    return str(getattr(both, language))


@pytest.mark.parametrize(
    ("signs", "here", "target", "said_id", "said_en"),
    [
        ("AppApp", 4, 2, "Pasal 1 ayat (2)", "Article 1 paragraph (2)"),
        ("AppApp", 4, 5, "ayat (2)", "paragraph (2)"),
        ("ApplnsuAp", 8, 6, "Pasal 1 ayat (2) huruf a angka 1 huruf a) angka 1)",
         "Article 1 paragraph (2) letter a number 1 letter a) number 1)"),
        ("Applnsu", 1, 5, "ayat (2) huruf a angka 1 huruf a)",
         "paragraph (2) letter a number 1 letter a)"),
        ("ApAp", 3, 1, "Pasal 1", "Article 1"),
        ("ApAp", 1, 0, "Pasal 1", "Article 1"),
        ("AppXApp", 5, 1, "Pasal 1 ayat (1)", "Article 1 paragraph (1)"),
        ("AppXAppA", 7, 5, "Lampiran Pasal 1 ayat (1)", "Annex Article 1 paragraph (1)"),
        ("AppXAppXA", 1, 5, "Lampiran I Pasal 1 ayat (1)", "Annex I Article 1 paragraph (1)"),
    ],
)  # fmt: skip
def test_a_reference_is_as_short_as_its_place_allows(
    signs: str, here: int, target: int, said_id: str, said_en: str
) -> None:
    assert (said(signs, here, target), said(signs, here, target, "en")) == (said_id, said_en)


@given(LEVELS, st.data())
def test_a_reference_names_the_number_of_its_row(levels: list[Level], data: st.DataObject) -> None:
    posts = Signposts(levels, names(len(levels)))
    here, target = (data.draw(st.integers(0, len(levels) - 1)) for _ in range(2))
    (both,) = posts.said(here, reference(f"r{target}")).values()
    mark, marked = marks(levels)[target], markers(levels)[target]
    assert both.complete
    if mark is not None and mark.level is Level.ARTICLE:
        assert both.id.endswith(marked.id)
        assert both.en.endswith(marked.en)
    elif mark is not None and mark.level is not Level.ANNEX:
        assert both.id.endswith(bare_marker(mark).rstrip("."))
        assert both.en.endswith(bare_marker(mark).rstrip("."))


@given(LEVELS, st.data())
def test_what_a_reference_says_leads_back_to_a_row(
    levels: list[Level], data: st.DataObject
) -> None:
    known = spots(levels)
    posts = Signposts(levels, names(len(levels)))
    here, target = (data.draw(st.integers(0, len(levels) - 1)) for _ in range(2))
    (both,) = posts.said(here, reference(f"r{target}")).values()
    if known[target].article and not (known[target].only_annex and known[target].annex):
        assert Outline(known).nowhere(references(both.id, "id"), known[here]) == []


@given(LEVELS, st.data())
def test_a_written_reference_becomes_one_to_the_same_place(
    levels: list[Level], data: st.DataObject
) -> None:
    known = spots(levels)
    here, target = (data.draw(st.integers(0, len(levels) - 1)) for _ in range(2))
    assume(not known[target].party and not known[target].closing)
    words = known[target].words
    written = Bilingual(f"seperti dalam {words.id} ini", f"as in {words.en} here")
    anchors = names(len(levels))
    linked, count = Linker(levels, anchors).linked(here, written)
    posts = Signposts(levels, anchors)
    values = posts.said(here, linked.id, linked.en)
    filled = plain(rich(linked.id, {name: both.id for name, both in values.items()}))
    assert references(filled, "id") or not references(written.id, "id")
    assert (linked == written) == (count == 0)
    if count:
        assert all(known[int(name[5:])].place == known[target].place for name in values)


def test_a_reference_to_no_row_says_nothing() -> None:
    assert Signposts([Level.TEXT], ["r0"]).said(0, "{ref:gone} {kind} {number:3}") == {}


def test_two_rows_of_one_name_are_told_by_the_first() -> None:
    posts = Signposts([Level.ARTICLE, Level.ARTICLE], ["x", "x"])
    assert posts.said(0, "{ref:x}") == {"ref:x": Bilingual("Pasal 1", "Article 1")}


@pytest.mark.parametrize(
    ("code", "words"), [("ko", "제1조 (2) a"), ("nl", "Artikel 1 (2) a"), ("ms", "Perkara 1 (2) a")]
)
def test_another_language_says_its_own_article_and_bare_marks(code: str, words: str) -> None:
    levels = [SIGNS[sign] for sign in "ApplAp"]
    said = Signposts(levels, names(6)).said_in(tongue(code), 5, "{ref:r3}")
    assert said["ref:r3"].casefold() == words.casefold()


@pytest.mark.parametrize(
    ("text_id", "text_en", "linked"),
    [
        ("Pasal 1", "Article 1", True),
        ("pasal 1", "article 1", True),
        ("PASAL 1", "ARTICLE 1", False),
        ("lihat Pasal 1", "see the above", False),
        ("lihat Pasal 1", "", True),
        ("Ayat (1) berlaku.", "Paragraph (1) applies.", False),
        ("Pasal 9", "Article 9", False),
        ("Pasal 0", "Article 0", False),
        ("Pasal 1 Undang-Undang Dasar 1945", "Article 1 of the Constitution", False),
    ],
)
def test_a_reference_is_linked_where_its_words_fit(
    text_id: str, text_en: str, linked: bool
) -> None:
    levels = [SIGNS[sign] for sign in "AppAp"]
    both, count = Linker(levels, names(5)).linked(1, Bilingual(text_id, text_en))
    assert bool(count) == linked
    assert ("{ref:" in both.id) == linked
