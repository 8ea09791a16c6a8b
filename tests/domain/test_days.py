from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import (
    clock,
    date_in_words,
    day_month_year,
    long_date,
    month_name,
    opening,
    treaty_date,
    weekday,
)
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import EventTime, Zone

OPENINGS = """\
2022-09-01|Kamis, tanggal Satu bulan September tahun Dua Ribu Dua Puluh Dua (01-09-2022)
2022-09-11|Minggu, tanggal Sebelas bulan September tahun Dua Ribu Dua Puluh Dua (11-09-2022)
2019-11-11|Senin, tanggal Sebelas bulan November tahun Dua Ribu Sembilan Belas (11-11-2019)
2023-12-12|Selasa, tanggal Dua Belas bulan Desember tahun Dua Ribu Dua Puluh Tiga (12-12-2023)
2024-02-29|Kamis, tanggal Dua Puluh Sembilan bulan Februari tahun Dua Ribu Dua Puluh Empat \
(29-02-2024)
2025-12-31|Rabu, tanggal Tiga Puluh Satu bulan Desember tahun Dua Ribu Dua Puluh Lima (31-12-2025)
2026-01-10|Sabtu, tanggal Sepuluh bulan Januari tahun Dua Ribu Dua Puluh Enam (10-01-2026)
2026-08-17|Senin, tanggal Tujuh Belas bulan Agustus tahun Dua Ribu Dua Puluh Enam (17-08-2026)
2027-05-21|Jumat, tanggal Dua Puluh Satu bulan Mei tahun Dua Ribu Dua Puluh Tujuh (21-05-2027)
2030-10-20|Minggu, tanggal Dua Puluh bulan Oktober tahun Dua Ribu Tiga Puluh (20-10-2030)
2100-11-12|Jumat, tanggal Dua Belas bulan November tahun Dua Ribu Seratus (12-11-2100)
"""
SIGNING = date(2022, 9, 1)


@pytest.mark.parametrize("line", OPENINGS.splitlines())
def test_an_agreement_opens_with_its_date_in_words(line: str) -> None:
    iso, words = line.split("|")
    day = date.fromisoformat(iso)
    assert date_in_words(day).id == words
    assert opening(day).id == f"Pada hari ini, {words}"


def test_the_english_side_spells_the_same_day() -> None:
    words = "Thursday, the first day of September in the year two thousand and twenty-two"
    assert date_in_words(SIGNING).en == words
    assert opening(SIGNING).en == f"On this day, {words}"


def test_a_treaty_ends_with_its_date_in_words() -> None:
    assert treaty_date(SIGNING) == Bilingual(
        "tanggal satu bulan September tahun dua ribu dua puluh dua",
        "this first day of September in the year two thousand and twenty-two",
    )


def test_a_date_to_be_written_by_hand_is_dotted() -> None:
    blank = "Pada hari ini, ........ tanggal ........ bulan ........ tahun ........ (..-..-....)"
    assert opening(None).id == blank
    assert opening(None).en.startswith("On this day, ........,")


def test_days_and_months_are_named_in_current_spelling() -> None:
    week = [weekday(date(2022, 8, 29 + n)) for n in range(3)]
    assert [day.id for day in week] == ["Senin", "Selasa", "Rabu"]
    assert weekday(date(2022, 9, 2)) == Bilingual("Jumat", "Friday")
    assert [month_name(n).id for n in (2, 3, 8, 11)] == ["Februari", "Maret", "Agustus", "November"]


@given(st.dates())
def test_the_weekday_is_computed_and_the_same_in_both_languages(day: date) -> None:
    assert weekday(day).en == day.strftime("%A")
    assert month_name(day.month).en == day.strftime("%B")


def test_dates_in_letters_and_in_agreements() -> None:
    assert long_date(SIGNING) == Bilingual("1 September 2022", "1 September 2022")
    assert day_month_year(SIGNING) == "01-09-2022"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021", Bilingual("2021", "2021")),
        ("2021-12", Bilingual("Desember 2021", "December 2021")),
        ("2022-09-01", Bilingual("Kamis, 1 September 2022", "Thursday, 1 September 2022")),
    ],
)
def test_a_date_may_be_only_a_month_or_a_year(text: str, words: Bilingual) -> None:
    assert PartialDate.parse(text).words == words


def test_a_month_reaches_from_its_first_to_its_last_day() -> None:
    december = PartialDate(2021, 12)
    assert (december.first, december.last) == (date(2021, 12, 1), date(2021, 12, 31))
    assert december.full is None
    assert PartialDate(2024, 2).last == date(2024, 2, 29)
    assert PartialDate(2021).last == date(2021, 12, 31)


def test_known_dates_sort_after_the_month_and_year_they_are_in() -> None:
    texts = ["2021", "2021-12", "2021-12-05", "2022", "2022-09-01", "2022-09-02"]
    assert sorted(map(PartialDate.parse, reversed(texts))) == [PartialDate.parse(t) for t in texts]


PARTIAL_DATES = st.one_of(
    st.builds(PartialDate, st.integers(1, 9999)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(PartialDate.of),
)


@given(PARTIAL_DATES)
def test_a_partial_date_reads_back_as_it_was_written(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day
    assert day.first <= day.last


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_partial_dates_sort_as_their_texts(a: PartialDate, b: PartialDate) -> None:
    assert (a < b) == (str(a) < str(b))
    assert (a <= b) == (str(a) <= str(b))


@pytest.mark.parametrize("text", ["", "21", "2021-13", "2021-2", "2022-02-30", "1/9/2022", "²⁰²²"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken):
        PartialDate.parse(text)


def test_a_day_without_a_month_is_no_date() -> None:
    with pytest.raises(RuleBroken):
        PartialDate(2022, None, 3)


def test_clock_times_carry_a_dot_and_their_zone() -> None:
    assert clock(time(9, 5)) == "09.05"
    morning = EventTime(PartialDate.of(SIGNING), time(9), None, Zone.WIB)
    assert morning.words.id == "Kamis, 1 September 2022, pukul 09.00 WIB s.d. selesai"
    session = EventTime(PartialDate.of(SIGNING), time(13), time(15, 30), Zone.WIT)
    assert session.words == Bilingual(
        "Kamis, 1 September 2022, pukul 13.00\N{EN DASH}15.30 WIT",
        "Thursday, 1 September 2022, 13.00\N{EN DASH}15.30 WIT",
    )


def test_a_visit_of_which_only_the_month_is_known_has_no_hours() -> None:
    earlier = EventTime(PartialDate(2021, 12))
    assert earlier.words.id == "Desember 2021"


@pytest.mark.parametrize(
    ("zone", "iana"),
    [
        (Zone.WIB, "Asia/Jakarta"),
        (Zone.WITA, "Asia/Makassar"),
        (Zone.WIT, "Asia/Jayapura"),
    ],
)
def test_each_zone_is_known_by_its_city(zone: Zone, iana: str) -> None:
    assert zone.iana == iana


@given(st.times(), st.sampled_from(Zone), st.sampled_from(Zone))
def test_the_local_day_and_hour_are_never_shifted(at: time, zone: Zone, other: Zone) -> None:
    told = EventTime(PartialDate.of(SIGNING), at, None, zone)
    elsewhere = EventTime(PartialDate.of(SIGNING), at, None, other)
    assert (told.on, told.starts_at) == (elsewhere.on, elsewhere.starts_at)
    assert told.words.id.replace(zone.label, "") == elsewhere.words.id.replace(other.label, "")
