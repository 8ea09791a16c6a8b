import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]  # ships no types

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.number_words import (
    LARGEST,
    counted,
    english_ordinal,
    english_words,
    ordinal_id,
    roman,
    rupiah,
    terbilang,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (110, "seratus sepuluh"),
        (200, "dua ratus"),
        (1_000, "seribu"),
        (1_100, "seribu seratus"),
        (1_111, "seribu seratus sebelas"),
        (2_022, "dua ribu dua puluh dua"),
        (10_000, "sepuluh ribu"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (111_111, "seratus sebelas ribu seratus sebelas"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (10**15, "seribu triliun"),
        (
            1_234_567_890,
            (
                "satu miliar dua ratus tiga puluh empat juta lima ratus enam puluh tujuh ribu"
                " delapan ratus sembilan puluh"
            ),
        ),
    ],
)
def test_numbers_are_spelled_in_indonesian(number: int, words: str) -> None:
    assert terbilang(number) == words


@given(st.integers(0, LARGEST - 1))
def test_indonesian_words_agree_with_an_independent_speller(number: int) -> None:
    theirs = num2words(number, lang="id")
    for scale in ("juta", "miliar", "triliun"):
        theirs = theirs.replace(f"{scale} satu ribu", f"{scale} seribu")
    assert terbilang(number) == theirs


@given(st.integers(0, LARGEST))
def test_the_prefix_se_stands_for_one_before_small_scales_only(number: int) -> None:
    words = f" {terbilang(number)} "
    assert not any(f" satu {scale} " in words for scale in ("puluh", "belas", "ratus"))
    assert not any(f" se{scale} " in words for scale in ("juta", "miliar", "triliun"))


@given(st.integers(0, LARGEST - 1))
def test_english_words_agree_with_an_independent_speller(number: int) -> None:
    assert english_words(number) == num2words(number, lang="en").replace(",", "")


@given(st.integers(1, 10**9))
def test_english_ordinals_agree_with_an_independent_speller(number: int) -> None:
    assert english_ordinal(number) == num2words(number, lang="en", to="ordinal").replace(",", "")


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "kesatu"), (2, "kedua"), (3, "ketiga"), (11, "kesebelas"), (21, "kedua puluh satu")],
)
def test_ordinals_of_articles_and_parties_start_with_kesatu(number: int, words: str) -> None:
    assert ordinal_id(number) == words


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (5, "fifth"),
        (8, "eighth"),
        (9, "ninth"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (30, "thirtieth"),
        (31, "thirty-first"),
    ],
)
def test_english_days_of_the_month_are_ordinals(number: int, word: str) -> None:
    assert english_ordinal(number) == word


def test_counts_stand_as_digits_and_words() -> None:
    assert counted(2) == Bilingual("2 (dua)", "2 (two)")
    assert counted(45) == Bilingual("45 (empat puluh lima)", "45 (forty-five)")
    assert counted(1_500).id == "1.500 (seribu lima ratus)"


def test_the_stamp_duty_is_written_in_both_languages() -> None:
    assert rupiah(10_000) == Bilingual(
        "Rp10.000,00 (sepuluh ribu rupiah)", "Rp10,000.00 (ten thousand rupiah)"
    )


@pytest.mark.parametrize(
    ("number", "letters"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (12, "XII"),
        (40, "XL"),
        (2022, "MMXXII"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_roman_numbers(number: int, letters: str) -> None:
    assert roman(number) == letters


@given(st.integers(1, 3999))
def test_roman_numbers_read_back(number: int) -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    values = [worth[letter] for letter in roman(number)]
    after = [*values[1:], 0]
    assert sum(-v if v < n else v for v, n in zip(values, after, strict=True)) == number


@pytest.mark.parametrize("number", [-1, 10**15 + 1])
def test_numbers_out_of_reach_are_refused_in_words(number: int) -> None:
    with pytest.raises(RuleBroken, match=str(number)):
        terbilang(number)


def test_there_is_no_party_nought_and_no_roman_nought() -> None:
    for rule in (ordinal_id, english_ordinal, roman):
        with pytest.raises(RuleBroken):
            rule(0)
