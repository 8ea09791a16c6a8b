from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_claims import date_claims
from kunjungan.domain.date_words import (
    date_in_words,
    day_month_year,
    long_date,
    opening,
    treaty_date,
    weekday,
)
from kunjungan.domain.days import PartialDate

days = st.dates(date(1945, 8, 17), date(2199, 12, 31))
languages = st.sampled_from(["id", "en"])
SENTENCE = Bilingual("{date}, bertempat di Bandung, 5 (lima) tahun", "{date}, in Bandung, 5 years")


def written(day: date) -> list[Bilingual]:
    """Return a day in every form the program writes it in."""
    with_weekday = Bilingual("{day}, {date}", "{day}, {date}")
    return [
        long_date(day),
        PartialDate.of(day).words,
        date_in_words(day),
        treaty_date(day),
        opening(day),
        with_weekday.filled(day=weekday(day), date=long_date(day)),
    ]


@given(days, languages)
def test_a_real_day_in_the_program_s_own_words_is_never_wrong(
    day: date, language: Language
) -> None:
    for form in written(day):
        (claim,) = date_claims(SENTENCE.filled(date=form).side(language), language)
        assert (claim.day, claim.fault) == (day, "")


@given(days, st.integers(1, 6), languages)
def test_a_wrong_weekday_is_always_found(day: date, later: int, language: Language) -> None:
    right = weekday(day).side(language)
    wrong = weekday(day + timedelta(days=later)).side(language)
    for form in (date_in_words(day), PartialDate.of(day).words, opening(day)):
        (claim,) = date_claims(form.side(language).replace(right, wrong), language)
        assert (claim.fault, claim.right) == ("weekday", right)
    (claim,) = date_claims(f"{wrong} ({day_month_year(day)})", language)
    assert (claim.fault, claim.right) == ("weekday", right)


@given(days, days, languages)
def test_digits_of_another_day_are_always_found(day: date, other: date, language: Language) -> None:
    assume(day != other)
    words = date_in_words(day).side(language).partition(" (")[0]
    (claim,) = date_claims(f"{words} ({day_month_year(other)})", language)
    assert (claim.fault, claim.right) == ("digits", day_month_year(day))


@given(days, st.sampled_from(["belaz", "Pulu", "Ribuu"]))
def test_misspelled_words_before_digits_are_found(day: date, slip: str) -> None:
    said = date_in_words(day).id.replace(" (", f" {slip} (")
    (claim,) = date_claims(said, "id")
    assert (claim.fault, claim.right) == ("words", date_in_words(day).id)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("31 September 2022", "id"),
        ("29 Februari 2023", "id"),
        ("tanggal 32 Januari 2022", "id"),
        ("31-11-2022", "id"),
        ("Thursday, 31 April 2022", "en"),
        ("the thirty-first day of June in the year two thousand and twenty-two", "en"),
        ("February 30, 2024", "en"),
    ],
)
def test_a_day_no_calendar_has_is_found(text: str, language: Language) -> None:
    (claim,) = date_claims(text, language)
    assert (claim.day, claim.fault) == (None, "no-such-day")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thursday, September 1, 2022", "en"),
        ("Thursday, the first of September two thousand and twenty-two", "en"),
        ("Kamis, 1 September dua ribu dua puluh dua", "id"),
        ("Thursday the 1st of September 2022", "en"),
        ("THURSDAY, 1 SEPTEMBER 2022", "en"),
        ("hari Kamis tanggal 1 (satu) bulan September tahun 2022 (dua ribu dua puluh dua)", "id"),
        ("hari Kamis, tanggal 1, bulan September, tahun 2022", "id"),
        ("Kamis (01-09-2022)", "id"),
        ("KAMIS, 1 SEPTEMBER 2022", "id"),
    ],
)
def test_other_forms_in_use_are_read(text: str, language: Language) -> None:
    (claim,) = date_claims(text, language)
    assert (claim.day, claim.fault) == (date(2022, 9, 1), "")


def test_old_spellings_are_read() -> None:
    (claim,) = date_claims("Jum'at, 4 Nopember 2022", "id")
    assert (claim.day, claim.fault) == (date(2022, 11, 4), "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("dalam 2 (dua) minggu setelah tahun 2022", "id"),
        ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "id"),
        ("100.3.7.1/31/02/2022", "id"),
        ("Nomor 119/31-02-2022", "id"),
        ("The Parties may, in the year 2022, decide", "en"),
        ("5 (lima) tahun", "id"),
    ],
)
def test_what_names_no_day_is_left_alone(text: str, language: Language) -> None:
    assert date_claims(text, language) == []


def test_each_of_several_dates_is_judged_by_itself() -> None:
    text = "Kamis, 1 September 2022 sampai dengan Kamis, 2 September 2022 (01-09-2022)"
    assert [claim.fault for claim in date_claims(text, "id")] == ["", "weekday"]
