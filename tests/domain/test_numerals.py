from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Language
from kunjungan.domain.number_words import figure, roman
from kunjungan.domain.numerals import as_number, from_roman, grouped


@given(st.integers(0, 10**15), st.integers(0, 99))
def test_a_number_is_the_same_in_the_notation_of_either_language(whole: int, cents: int) -> None:
    both = figure(whole)
    said = Decimal(whole) + Decimal(cents) / 100
    assert as_number(f"{both.id},{cents:02}", "id") == as_number(f"{both.en}.{cents:02}", "en")
    assert as_number(f"{both.id},{cents:02}", "id") == said
    assert as_number(both.id, "id") == as_number(both.en, "en") == whole


@pytest.mark.parametrize(
    ("digits", "language"),
    [
        ("52,245,500", "id"),
        ("52.245.500", "en"),
        ("09.00", "id"),
        ("100.3.7.1", "id"),
        ("100.3.7.1", "en"),
        ("1.00.000", "id"),
    ],
)
def test_what_is_no_number_there_is_none(digits: str, language: Language) -> None:
    assert as_number(digits, language) is None


def test_a_point_groups_in_indonesian_and_parts_in_english() -> None:
    assert as_number("1.500", "id") == 1500
    assert as_number("1.500", "en") == Decimal("1.5")
    assert grouped("1.500", "id")
    assert not grouped("1.500", "en")


@given(st.integers(1, 39))
def test_roman_numerals_are_read_back(number: int) -> None:
    assert from_roman(roman(number)) == number
