"""Words to search by: what one may type, and what a text is found by all the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.search_words import (
    exact_text,
    fold,
    has_words,
    indexed,
    letters,
    places,
    read_query,
    words_in,
)
from kunjungan.domain.spelled_names import NAMES

WORDS = st.text("abcdehijknoprstuyé'\u2019ÉŌ0123 .-/,", min_size=1, max_size=30)
APOSTROPHES = "'\u2019\u2018\u02bc\u02bf`\u00b4"


def found(text: str, query: str) -> bool:
    """Say whether a text is found by a query, as it is written or in another spelling."""
    exact, folded = indexed(text)
    asked = read_query(query)
    as_written = has_words(exact, [(word,) for word in asked.exact])
    return bool(asked) and (as_written or has_words(folded, asked.folded))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Muhammad Nuh", "moh. nuh"),
        ("Moh. Nuh", "muhammad nuh"),
        ("Mochamad Nuh", "Mohammad Nuh"),
        ("M. Nuh", "Muhammad Nuh"),
        ("Muhammad Nuh", "m. nuh"),
        ("Muh Nuh", "mohammed nuh"),
        ("Achmad Fauzi", "ahmad fauzi"),
        ("Akhmad Fauzi", "achmad"),
        ("Soerabaja", "surabaya"),
        ("Surabaya", "soerabaja"),
        ("Djoko Widjaja", "joko wijaya"),
        ("Tjahjo", "cahyo"),
        ("Sjafrie Sjamsoeddin", "syafrie syamsudin"),
        ("Njoman", "nyoman"),
        ("Abdullah Saleh", "abdulah salech"),
        ("Jusuf Anwar", "yusuf"),
        ("Ma\u2019ruf Amin", "maruf"),
        ("Maruf Amin", "ma'ruf"),
        ("José Ramos-Horta", "jose horta"),
        ("Ōsaka", "osaka"),
        ("Straße", "strasse"),
        ("東京都", "東京"),
        ("Dr. H. Ridho Yahya, S.T., M.Si.", "ridho yahya"),
        ("Ridho Yahya", "Dr. H. Ridho Yahya, S.T., M.Si."),
        ("Ridho Yahya", "Bapak Ridho"),
        ("415.4/002-KSD/2022", "002-ksd"),
        ("415.4/002-KSD/2022", "415.4/002"),
        ("Kunjungan kerja Kabupaten Ogan Ilir", "ilir ogan kunj"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(written: str, typed: str) -> None:
    assert found(written, typed)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Suhartono, S.T., M.Si.", "muhammad"),
        ("Nota 0022", "nota 022"),
        ("Ridho Yahya", "ridho yana"),
        ("Ogan Ilir", "og ilir"),
        ("Kota Bandung", "bandungan"),
        ("Kota Bandung", "  "),
        ("Kota Bandung", "—"),
    ],
)
def test_what_is_something_else_is_not_found(written: str, typed: str) -> None:
    assert not found(written, typed)


@pytest.mark.parametrize("mark", APOSTROPHES)
def test_every_kind_of_apostrophe_is_ignored(mark: str) -> None:
    assert exact_text(f"Qur{mark}an") == "quran"


def test_titles_count_only_where_there_is_nothing_else() -> None:
    assert read_query("Drs. H.").exact == ("drs", "h")
    assert read_query("Drs. H. Slamet").exact == ("slamet",)
    assert found("Drs. Slamet", "drs")


def test_a_degree_is_told_from_a_name_by_its_points_or_its_comma() -> None:
    assert [word.text for word in words_in("Ma Se, S.E., MM") if word.title] == ["s", "e", "mm"]


def test_a_beginning_will_do_only_at_the_end() -> None:
    assert has_words("ogan ilir", [("ogan",), ("il",)])
    assert not has_words("ogan ilir", [("og",), ("ilir",)])
    assert has_words("ogan ilir", [("og",), ("il",)], loosely=True)


def test_the_letters_typed_are_marked_and_other_spellings_as_whole_words() -> None:
    text = "SPBE: Kab. Ogan Ilir"
    assert [text[a:b] for a, b in places(text, read_query("ilir og"))] == ["Og", "Ilir"]
    name = "Panca Widjaja Akbar"
    assert [name[a:b] for a, b in places(name, read_query("wijaya"))] == ["Widjaja"]
    assert places(name, read_query("")) == ()


@given(st.text(max_size=20))
def test_folding_again_changes_nothing(text: str) -> None:
    for word in exact_text(text).split():
        assert letters(letters(word)) == letters(word)
        assert fold(fold(word)) == fold(word)


@given(st.text("dtsnjkchoeamuy", max_size=12))
def test_old_spelling_ends_in_one_that_stays(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(text=st.one_of(WORDS, st.text(max_size=40)), data=st.data())
def test_any_words_of_a_text_in_any_order_find_it(text: str, data: st.DataObject) -> None:
    words = [text[word.start : word.end] for word in words_in(text)]
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1)) if words else []
    assert not chosen or found(text, " ".join(chosen))


@given(st.text(max_size=40))
def test_case_and_the_way_accents_are_stored_change_nothing(text: str) -> None:
    assert exact_text(unicodedata.normalize("NFC", text)) == exact_text(
        unicodedata.normalize("NFD", text)
    )


@given(text=st.text(max_size=40), typed=WORDS)
def test_places_lie_in_the_text_one_after_the_other(text: str, typed: str) -> None:
    at = 0
    for start, end in places(text, read_query(typed)):
        assert at <= start < end <= len(text)
        at = end


def test_every_name_that_spellings_stand_for_is_its_own_folded_form() -> None:
    assert {fold(name) for name in NAMES.values()} == set(NAMES.values())
