"""What a cell of somebody else's register says."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.date_claims import MONTHS
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.register_cells import (
    Cell,
    kind_of_subject,
    read_day,
    read_kind,
    read_term,
    text_of,
)

DAY = date(2022, 9, 1)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime(2022, 9, 1),  # noqa: DTZ001 - as a sheet gives it
        44805,
        44805.0,
        "1 September 2022",
        "Kamis, 1 Sept. 2022",
        "1-Sep-2022",
        "September 1, 2022",
        "01/09/2022",
        "1.9.22",
        "2022-09-01",
        "2022-09-01 00:00:00",
    ],
)
def test_a_day_is_read_however_it_is_written(cell: Cell) -> None:
    assert read_day(cell).on == DAY


@given(DAYS)
def test_a_day_is_the_same_in_every_notation(day: date) -> None:
    names = [
        name for side in MONTHS.values() for name, number in side.items() if number == day.month
    ]
    written = [f"{day.day} {name} {day.year}" for name in names]
    for text in (*written, f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}"):
        read = read_day(text)
        assert (read.on, read.swapped) == (day, False), text


@given(DAYS.filter(lambda day: day.day > 12))
def test_a_day_written_month_first_is_told_from_its_impossible_month(day: date) -> None:
    read = read_day(f"{day:%m/%d/%Y}")
    assert (read.on, read.swapped, read.other) == (day, True, None)


@given(DAYS.filter(lambda day: day.day <= 12 and day.day != day.month))
def test_a_day_that_can_be_read_both_ways_knows_the_other(day: date) -> None:
    assert read_day(day).other == date(day.year, day.day, day.month)


@pytest.mark.parametrize(
    "cell",
    ["Juli 2025", "31-02-2022", "1/2/202", "01-09-0222", "2922-09-01", 12.5, float("nan"), True],
)
def test_what_is_no_day_is_unreadable_and_keeps_its_words(cell: Cell) -> None:
    read = read_day(cell)
    assert read.unreadable
    assert read.text == text_of(cell)


def test_two_figures_of_a_year_belong_to_the_century_that_knew_them() -> None:
    assert read_day("1/9/98").on == date(1998, 9, 1)
    assert read_day("1/9/22").on == date(2022, 9, 1)


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.datetimes()))
def test_no_cell_breaks_the_reading(cell: Cell) -> None:
    text = text_of(cell)
    assert "\n" not in text
    assert "\x00" not in text
    read_day(cell)
    read_kind(text)
    read_term(text)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("415.4/0061", "415.4/0061"),
        (415.0, "415"),
        ("  Kota\n Bandung\x07 ", "Kota Bandung"),
        (DAY, "01-09-2022"),
        (None, ""),
    ],
)
def test_a_cell_is_told_as_a_person_reads_it(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize("kind", list(AgreementKind))
def test_every_kind_is_known_by_its_own_name(kind: AgreementKind) -> None:
    assert read_kind(KINDS[kind].name.id) is kind


@pytest.mark.parametrize(
    "subject", ["Mitigasi perubahan iklim", "Sinergi dan kontrak kinerja", "Pengelolaan sampah"]
)
def test_a_subject_is_no_kind_because_a_word_of_it_could_be_one(subject: str) -> None:
    assert kind_of_subject(subject) in {None, AgreementKind.SYNERGY}
    assert kind_of_subject(f"Perjanjian Kerja Sama tentang {subject}") is AgreementKind.PKS


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("5 (lima) tahun", (5, 0)),
        ("1 tahun 6 bulan", (1, 6)),
        ("18 months", (0, 18)),
        ("sampai selesai", None),
    ],
)
def test_a_term_is_read_in_years_and_months(text: str, term: tuple[int, int] | None) -> None:
    assert read_term(text) == term
