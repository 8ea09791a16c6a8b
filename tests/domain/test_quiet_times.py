"""Quiet times: read and written as lines, and which of them an event runs into."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.quiet_times import (
    QUIET_TIMES,
    QuietTime,
    quiet_time,
    quiet_times,
    quiet_warnings,
)

FRIDAY, THURSDAY = date(2022, 9, 2), date(2022, 9, 1)


def met(day: date, starts: time | None, ends: time | None) -> list[str]:
    """The Indonesian names of the quiet times that an event runs into."""
    found = quiet_warnings(quiet_times(QUIET_TIMES), day, starts, ends)
    return [str(getattr(one.values["name"], "id", "")) for one in found]


@pytest.mark.parametrize(
    ("starts", "ends", "names"),
    [
        (time(9), time(11, 30), []),
        (time(9), time(11, 31), ["Salat Jumat"]),
        (time(12, 59), time(14), ["Salat Jumat"]),
        (time(13), time(15), []),
        (time(10), time(16), ["Salat Jumat", "Salat Asar"]),
        (time(10), None, ["Salat Jumat"]),
        (time(23), None, []),
        (None, None, []),
    ],
)
def test_a_friday_is_warned_of_only_where_the_hours_meet(
    starts: time | None, ends: time | None, names: list[str]
) -> None:
    assert met(FRIDAY, starts, ends) == names


def test_on_other_days_noon_is_the_noon_prayer() -> None:
    assert met(THURSDAY, time(11), time(12)) == ["Salat Zuhur"]
    assert met(THURSDAY, time(0), time(23)) == [
        "Salat Zuhur", "Salat Asar", "Salat Magrib",
    ]  # fmt: skip


def test_hours_of_the_fasting_month_count_from_its_first_to_its_last_day() -> None:
    fast = quiet_time("*|04:30|18:00|2027-02-08|2027-03-09|Puasa|Fasting")
    assert fast.meets(date(2027, 3, 9), time(12), time(13))
    assert not fast.meets(date(2027, 3, 10), time(12), time(13))


@pytest.mark.parametrize(
    "line",
    [
        "5|11:30|13:00|||Salat Jumat",
        "8|11:30|13:00|||A|B",
        "|11:30|13:00|||A|B",
        "5|13:00|11:30|||A|B",
        "5|noon|13:00|||A|B",
        "5|11:30|13:00|2027-03-02|2027-03-01|A|B",
        "5|11:30|13:00||| |B",
    ],
)
def test_a_line_that_is_no_quiet_time_is_refused(line: str) -> None:
    with pytest.raises(RuleBroken):
        quiet_time(line)


@given(
    st.sets(st.integers(1, 7), min_size=1),
    st.integers(0, 1438),
    st.integers(1, 600),
    st.none() | st.dates(date(2000, 1, 1), date(2090, 1, 1)),
)
def test_a_line_says_what_it_was_made_from(
    days: set[int], start: int, length: int, since: date | None
) -> None:
    end = min(start + length, 1439)
    starts, ends = (time(*divmod(minutes, 60)) for minutes in (start, end))
    made = QuietTime(frozenset(days), starts, ends, since, None, Bilingual("Salat", "Prayer"))
    assert quiet_time(made.line) == made
