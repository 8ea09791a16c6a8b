import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Language
from kunjungan.domain.number_words import LARGEST, english_ordinal, ordinal_id
from kunjungan.domain.spelled import RUN, spell, value_of

numbers = st.integers(0, LARGEST) | st.integers(0, 2100)
languages = st.sampled_from(["id", "en"])


@given(numbers, languages)
def test_every_number_is_read_back_as_it_is_spelled(number: int, language: Language) -> None:
    words = spell(number, language)
    assert value_of(words, language) == number
    assert value_of(words.title(), language) == number
    assert value_of(words.upper(), language) == number


@given(numbers, languages)
def test_a_spelled_number_is_found_whole_in_a_sentence(number: int, language: Language) -> None:
    words = spell(number, language)
    found = re.search(RUN[language], f"paling lama {words} xyz", re.IGNORECASE)
    assert found is not None
    assert found[0] == words


@given(st.integers(1, LARGEST))
def test_ordinals_are_read_as_their_numbers(number: int) -> None:
    assert value_of(ordinal_id(number), "id") == number
    assert value_of(english_ordinal(number), "en") == number


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("dua milyar", "id", 2_000_000_000),
        ("pertama", "id", 1),
        ("two thousand twenty two", "en", 2022),
        ("one thousand, one hundred", "en", 1100),
        ("twenty twenty-two", "en", 2022),
        ("nineteen ninety-nine", "en", 1999),
        ("twenty-twenty", "en", 2020),
    ],
)
def test_other_spellings_in_use_are_read_too(words: str, language: Language, number: int) -> None:
    assert value_of(words, language) == number


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("satu puluh", "id"),
        ("satu belas", "id"),
        ("satu ribu", "id"),
        ("dua puluh puluh", "id"),
        ("hari kerja", "id"),
        ("", "id"),
        ("one two", "en"),
        ("twenty thirteen five", "en"),
        ("hundred", "en"),
        ("", "en"),
    ],
)
def test_what_is_no_number_as_one_writes_it_is_none(words: str, language: Language) -> None:
    assert value_of(words, language) is None
