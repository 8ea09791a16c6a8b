from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kunjungan.domain.date_words import date_in_words, long_date, treaty_date
from kunjungan.domain.figure_readers import figures_in
from kunjungan.domain.figures import Differing, differing, lost_amounts
from kunjungan.domain.number_words import counted, figure, rupiah

numbers = st.integers(0, 10**12) | st.integers(0, 100)
days = st.dates(date(1945, 8, 17), date(2199, 12, 31))


@given(st.lists(numbers, max_size=4), st.lists(days, max_size=3), st.randoms())
def test_what_each_language_writes_in_its_own_way_never_differs(
    amounts: list[int], dates: list[date], order: object
) -> None:
    pairs = [form(number) for number in amounts for form in (counted, rupiah, figure)]
    pairs += [form(day) for day in dates for form in (long_date, date_in_words, treaty_date)]
    text_id = "; ".join(f"sebesar {pair.id}" for pair in pairs)
    order.shuffle(pairs)  # type: ignore[attr-defined]  # a random.Random
    text_en = "; ".join(f"the sum {pair.en}" for pair in pairs)
    assert not differing(text_id, text_en)


@given(numbers, numbers)
def test_two_numbers_always_differ(one: int, other: int) -> None:
    assume(one != other)
    assert differing(f"sebesar {counted(one).id}", f"of {counted(other).en}")
    assert differing(f"Rp{figure(one).id},50", f"Rp{figure(other).en}.50")


@given(days, days)
def test_two_days_always_differ(one: date, other: date) -> None:
    assume(one != other)
    assert differing(date_in_words(one).id, long_date(other).en)
    assert differing(long_date(one).id, treaty_date(other).en)


@pytest.mark.parametrize(
    ("text_id", "text_en"),
    [
        ("1,5 miliar rupiah", "1.5 billion rupiah"),
        ("Rp1.500.000.000", "Rp1.5 billion"),
        ("12,5%", "12.5 percent"),
        ("pukul 09.00 WIB", "09.00 WIB"),
        ("pukul 09.00 WIB", "09:00 WIB"),
        ("dua puluh lima orang", "twenty-five persons"),
        ("2 (dua) rangkap", "in duplicate"),
        ("kedua belah pihak", "both parties"),
        ("1 (satu) tahun", "one year"),
        ("1 (satu) kali dalam setahun", "once a year"),
        ("setiap triwulan", "every three months"),
        ("ke-3", "3rd"),
        ("bulan Desember", "December"),
        ("bulan Mei", "in May"),
        ("para pihak dapat", "the parties may"),
        ("31 Desember", "31 December"),
        ("Nomor 23 Tahun 2014", "Number 23 of 2014"),
        ("100.3.7.1/001/KSD/IX/2022", "100.3.7.1/001/KSD/IX/2022"),
        ("2022-2027", "2022\N{EN DASH}2027"),
        ("Lampiran II", "Annex II"),
        ("14 (empat belas) hari kerja", "14 (fourteen) working days"),
        ("pihak ketiga", "third party"),
        ("salah satu", "one of"),
    ],
)
def test_right_translations_do_not_differ(text_id: str, text_en: str) -> None:
    assert differing(text_id, text_en) == Differing()


@pytest.mark.parametrize(
    ("text_id", "text_en", "only_id", "only_en"),
    [
        ("1.000", "1.000", ("1.000",), ("1.000",)),
        ("52,245,500", "52,245,500", ("52,245,500",), ("52,245,500",)),
        ("5 (lima) tahun", "4 (four) years", ("5 tahun",), ("4 years",)),
        ("dua tahun", "three years", ("dua tahun",), ("three years",)),
        ("dua puluh lima", "twenty-six", ("dua puluh lima",), ("twenty-six",)),
        ("14 hari dan 3 bulan", "3 days and 14 months", ("14 hari", "3 bulan"),
         ("3 days", "14 months")),
        ("bulan Desember", "November", ("Desember",), ("November",)),
        ("Lampiran II", "Annex III", ("Lampiran II",), ("Annex III",)),
        ("Rp1,5 miliar", "Rp1.5 million", ("1,5 miliar",), ("1.5 million",)),
        ("paling lambat 14 (empat belas) hari", "without delay", ("14 hari",), ()),
    ],
)  # fmt: skip
def test_what_one_language_alone_names_is_told_as_it_is_written(
    text_id: str, text_en: str, only_id: tuple[str, ...], only_en: tuple[str, ...]
) -> None:
    assert differing(text_id, text_en) == Differing(only_id, only_en)


@given(st.text(), st.text())
def test_no_text_is_too_odd_to_be_compared(text_id: str, text_en: str) -> None:
    found = differing(text_id, text_en)
    assert {*found.only_id} <= {figure.text for figure in figures_in(text_id, "id")}
    assert {*found.only_en} <= {figure.text for figure in figures_in(text_en, "en")}
    assert {*lost_amounts(text_id, text_en)} <= {f.text for f in figures_in(text_id, "id")}


@pytest.mark.parametrize(
    "third",
    [
        "52 245 500 루피아",
        "٥٢٬٢٤٥٬٥٠٠ روبية",  # noqa: RUF001
        "52.245.500 Rupiah",
        "52,245,500元",
        "52\N{NO-BREAK SPACE}245 500",
    ],
)
def test_an_amount_is_found_in_the_digits_of_any_script(third: str) -> None:
    assert lost_amounts("sebesar Rp52.245.500,00 (…)", third) == ()


def test_an_amount_that_the_third_language_lacks_is_told() -> None:
    assert lost_amounts("500 dari 1.000 dan 5 (lima)", "1,000") == ("500",)
    assert [figure.readings for figure in figures_in("1.000", "id")] == [{Decimal(1000)}]
