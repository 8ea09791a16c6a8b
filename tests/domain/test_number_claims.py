import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Language
from kunjungan.domain.number_claims import wrong_words
from kunjungan.domain.number_words import counted, rupiah
from kunjungan.domain.spelled import spell

numbers = st.integers(0, 10**12) | st.integers(0, 100)
languages = st.sampled_from(["id", "en"])


@given(numbers, languages, st.sampled_from(["", " hari kerja", " (lima)", " years.", ", dan"]))
def test_what_the_program_itself_writes_is_never_wrong(
    number: int, language: Language, behind: str
) -> None:
    for both in (counted(number), rupiah(number)):
        assert list(wrong_words(f"paling lama {both.side(language)}{behind}", language)) == []


@given(numbers, numbers, languages)
def test_the_words_of_another_number_are_always_found(
    number: int, other: int, language: Language
) -> None:
    assume(number != other)
    digits = counted(number).side(language).partition(" ")[0]
    (wrong,) = wrong_words(f"{digits} ({spell(other, language)}) hari", language)
    assert wrong.right == spell(number, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("14 (hari kalender)", "id"),
        ("45 (empat puluh lima hari kerja)", "id"),
        ("10% (sepuluh persen)", "id"),
        ("2,5% (dua koma lima persen)", "id"),
        ("Rp1.500,50 (seribu lima ratus rupiah lima puluh sen)", "id"),
        ("2.000.000.000 (dua milyar)", "id"),
        ("5 (LIMA) tahun", "id"),
        ("Pasal 1 (kesatu)", "id"),
        ("ayat (1)", "id"),
        ("2019 (COVID)", "id"),
        ("22/2020 (dua)", "id"),
        ("5 (one of the parties)", "en"),
        ("2022 (twenty twenty-two)", "en"),
        ("21 (twenty one) days", "en"),
        ("1,001 (one thousand one)", "en"),
        ("3 (third)", "en"),
        ("1.5 (one point five)", "en"),
    ],
)
def test_remarks_and_other_right_spellings_are_left_alone(text: str, language: Language) -> None:
    assert list(wrong_words(text, language)) == []


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("5 (lma) tahun", "id", "lima"),
        ("14 (empat blas) hari", "id", "empat belas"),
        ("1.000 (satu ribu)", "id", "seribu"),
        ("10 (satu puluh)", "id", "sepuluh"),
        ("2,5 (dua koma enam)", "id", "dua koma lima"),
        ("40 (fourty)", "en", "forty"),
        ("12 (twelf) months", "en", "twelve"),
        ("1.000 (one thousand)", "en", "one"),
    ],
)
def test_slips_of_the_pen_and_foreign_separators_are_found(
    text: str, language: Language, right: str
) -> None:
    assert [wrong.right for wrong in wrong_words(text, language)] == [right]
