import csv
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.workdays import (
    CLOSED,
    REGISTER_WORDS,
    HolidayKind,
    add_working_days,
    day_warnings,
    is_working_day,
)
from kunjungan.resources import resource

LETTER = date(2022, 9, 1)


@dataclass(frozen=True)
class Row:
    on: date
    kind: HolidayKind
    name_id: str
    name_en: str


@pytest.fixture(scope="module")
def holidays() -> list[Row]:
    with resource("data/holidays.csv").open(encoding="utf-8", newline="") as file:
        return [
            Row(
                date.fromisoformat(row["date"]),
                REGISTER_WORDS[row["kind"]],
                row["name_id"],
                row["name_en"],
            )
            for row in csv.DictReader(file)
        ]


@pytest.fixture(scope="module")
def off(holidays: list[Row]) -> set[date]:
    return {row.on for row in holidays}


@pytest.mark.parametrize(
    ("count", "last"), [(0, LETTER), (14, date(2022, 9, 21)), (45, date(2022, 11, 3))]
)
def test_a_limit_is_counted_in_working_days(count: int, last: date, off: set[date]) -> None:
    assert add_working_days(LETTER, count, off) == last


def test_joint_leave_is_no_working_day(off: set[date]) -> None:
    assert add_working_days(date(2022, 4, 28), 1, off) == date(2022, 5, 9)


def test_an_office_may_work_six_days() -> None:
    saturday = date(2022, 9, 3)
    assert not is_working_day(saturday)
    assert is_working_day(saturday, week=range(6))
    assert add_working_days(date(2022, 9, 2), 1, week=range(6)) == saturday


@given(st.dates(date(2022, 1, 1), date(2027, 12, 31)), st.integers(1, 60))
def test_a_limit_ends_on_a_working_day_and_holds_just_as_many(day: date, count: int) -> None:
    closed = {date(2022, 10, 8) + timedelta(days=9 * n) for n in range(250)}
    last = add_working_days(day, count, closed)
    between = (day + timedelta(days=n) for n in range(1, (last - day).days + 1))
    assert is_working_day(last, closed)
    assert sum(is_working_day(each, closed) for each in between) == count


@pytest.mark.parametrize("week", [range(5), ()])
def test_a_limit_that_never_ends_is_refused(week: range) -> None:
    with pytest.raises(RuleBroken):
        add_working_days(LETTER, -1 if week else 1, week=week)


def test_the_day_of_the_true_case_is_a_plain_thursday(holidays: list[Row]) -> None:
    assert day_warnings(LETTER, holidays) == ()


def test_independence_day_is_named_in_the_warning(holidays: list[Row]) -> None:
    (warning,) = day_warnings(date(2026, 8, 17), holidays)
    assert "national holiday" in warning.message
    assert warning.values == {
        "name": Bilingual("Hari Kemerdekaan Republik Indonesia", "Independence Day")
    }


def test_joint_leave_is_called_by_its_name(holidays: list[Row]) -> None:
    messages = [warning.message for warning in day_warnings(date(2022, 4, 29), holidays)]
    assert any("joint leave" in message for message in messages)


def test_a_friday_as_such_is_no_reason_for_a_warning(holidays: list[Row]) -> None:
    assert day_warnings(date(2027, 5, 21), holidays) == ()


def test_an_observance_is_named_but_closes_nothing() -> None:
    anniversary = Row(date(2022, 9, 25), HolidayKind.OBSERVANCE, "Hari Jadi", "Anniversary")
    warnings = day_warnings(anniversary.on, [anniversary], week=range(7))
    assert [warning.code for warning in warnings] == ["observance"]
    assert HolidayKind.OBSERVANCE not in CLOSED
    assert HolidayKind.LOCAL in CLOSED


def test_a_sunday_is_warned_about() -> None:
    (warning,) = day_warnings(date(2022, 9, 11), [])
    assert "closed" in warning.message
