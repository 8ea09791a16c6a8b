import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.cleaning import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("PARA\u00a0PIHAK", "PARA PIHAK"),
        ("sepa\u00adkat\u200b", "sepakat"),
        ("a\tb \u2003 c", "a b c"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeffa\x00b\x1bc\x7f", "abc"),
        ("\u202egnoleb\u202c", "gnoleb"),
        ("\uf0b7 satu", "\N{BULLET} satu"),
        ("\ue123rahasia", "rahasia"),
        ("e\u0301", "\u00e9"),
        ("\ufb01skal", "fiskal"),
        ("a\ud800b", "ab"),
        ("a\u200db", "ab"),
        ("\u0646\u200c\u0645", "\u0646\u200c\u0645"),
    ],
)
def test_what_cannot_be_seen_goes_and_words_stay(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text("abc XYZ (1).,;:"))
def test_plain_words_are_left_as_they_are(text: str) -> None:
    assert clean(text).split() == text.split()
