from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.numbering import (
    DEFAULT_PATTERN,
    Serial,
    fill_number,
    moved_number,
    next_seq,
    serial_in,
)

SIGNING = date(2022, 9, 1)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        (DEFAULT_PATTERN, "100.3.7.1/091/TAPEM/IX/2022"),
        ("{class}/{seq}/{unit}/{year}", "100.3.7.1/91/TAPEM/2022"),
        ("{seq:02}/{unit}/KKP/NK/{roman}/{year}", "91/TAPEM/KKP/NK/IX/2022"),
        ("{seq:04}/Men/KL.01/{month:02}/{year}", "0091/Men/KL.01/09/2022"),
        ("{class}/NK.{seq}", "100.3.7.1/NK.91"),
        ("MoU tanpa nomor", "MoU tanpa nomor"),
    ],
)
def test_the_own_number_follows_its_pattern(pattern: str, number: str) -> None:
    assert fill_number(pattern, seq=91, on=SIGNING, code="100.3.7.1", unit="TAPEM") == number


def test_month_and_year_are_those_of_the_number_s_own_date() -> None:
    slipped = [fill_number("{roman}/{year}", seq=1, on=date(2022, m, 30)) for m in (9, 12)]
    assert slipped == ["IX/2022", "XII/2022"]


@pytest.mark.parametrize("token", ["{nomor}", "{seq.real}", "{seq:3}", "{}", "{unit:03}"])
def test_a_pattern_with_an_unknown_place_is_refused(token: str) -> None:
    with pytest.raises(RuleBroken):
        fill_number(token, seq=1, on=SIGNING)


def test_values_are_never_read_as_patterns() -> None:
    assert fill_number("{unit}", seq=1, on=SIGNING, unit="{seq}") == "{seq}"


def test_the_sequence_starts_anew_each_year_and_leaves_gaps_alone() -> None:
    used = [(2021, 88), (2022, 1), (2022, 2), (2022, 7)]
    assert next_seq(used, 2022) == 8
    assert next_seq(used, 2021) == 89
    assert next_seq(used, 2023) == 1


@given(st.lists(st.tuples(st.integers(2020, 2024), st.integers(1, 999))))
def test_the_next_number_is_unused(used: list[tuple[int, int]]) -> None:
    assert (2022, next_seq(used, 2022)) not in used


@pytest.mark.parametrize(
    ("text", "serial"),
    [
        ("91", Serial(91)),
        ("091", Serial(91)),
        ("91.a", Serial(91, "a")),
        ("91A", Serial(91, "a")),
        (" 91 b ", Serial(91, "b")),
    ],
)
def test_a_number_put_in_later_carries_a_letter(text: str, serial: Serial) -> None:
    assert Serial.parse(text) == serial


def test_a_number_put_in_later_sorts_between_its_neighbours() -> None:
    texts = ["91", "91.a", "91.b", "92"]
    assert [str(serial) for serial in sorted(map(Serial.parse, reversed(texts)))] == texts


@pytest.mark.parametrize("text", ["", "a", "91.", "9/1", "-3", "91.abc"])
def test_what_is_no_running_number_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken):
        Serial.parse(text)


@given(
    st.builds(Serial, st.integers(1, 9999), st.sampled_from(["", "a", "b"])),
    st.sampled_from(
        [DEFAULT_PATTERN, "{class}/{seq}/{unit}/{year}", "{class}/NK.{seq:02}", "{seq}/{seq}"]
    ),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
)
def test_the_running_number_reads_back_from_the_whole(
    serial: Serial, pattern: str, on: date
) -> None:
    number = fill_number(pattern, seq=serial, on=on, code="100.3.7.1", unit="PEM-KTGN")
    assert serial_in(number, pattern) == serial


@pytest.mark.parametrize("number", ["152/UN6.RKT/HK.07.00/2024 - MOU", "DIR/409.1", ""])
def test_a_partner_s_number_is_not_read_by_our_pattern(number: str) -> None:
    assert serial_in(number, DEFAULT_PATTERN) is None


def test_a_pattern_without_a_running_number_gives_none() -> None:
    assert serial_in("TAPEM/2022", "{unit}/{year}") is None


def test_a_number_moves_to_another_day_with_its_running_number() -> None:
    pattern = "{class}/{seq:03}/{unit}/{roman}/{year}"
    moved = moved_number("100.3.7.1/091.a/KSD/IX/2022", pattern, date(2023, 1, 5))
    assert moved == "100.3.7.1/091.a/KSD/I/2023"
    moved = moved_number("100.3.7.1/091/KSD/IX/2022", pattern, date(2023, 1, 5), seq=7)
    assert moved == "100.3.7.1/007/KSD/I/2023"
    assert moved_number("CONTOH-1", pattern, date(2023, 1, 5)) is None


def test_a_number_without_a_date_stays_whatever_the_day() -> None:
    assert moved_number("7/KSD", "{seq}/{unit}", date(2023, 1, 5)) == "7/KSD"


@given(st.integers(1, 9999), st.dates(), st.dates())
def test_a_moved_number_is_what_the_pattern_makes_of_the_new_day(
    seq: int, old: date, new: date
) -> None:
    pattern = "{class}/{seq:03}/{unit}/{month:02}/{roman}/{year}"

    def made(on: date) -> str:
        return fill_number(pattern, seq=seq, on=on, code="100.3.7.1", unit="KSD")

    assert moved_number(made(old), pattern, new) == made(new)
