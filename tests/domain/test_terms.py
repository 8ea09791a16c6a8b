from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.terms import (
    AgreementStatus,
    EndsRule,
    ends_on,
    meets_no_day,
    reminders,
    status,
    term_warnings,
)

LEAP_DAY = date(2024, 2, 29)
SIGNING = date(2022, 9, 1)
STARTS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("starts_on", "years", "rule", "end"),
    [
        (date(2025, 6, 25), 5, EndsRule.SAME_DAY, date(2030, 6, 25)),
        (date(2025, 6, 25), 5, EndsRule.DAY_BEFORE, date(2030, 6, 24)),
        (SIGNING, 1, EndsRule.DAY_BEFORE, date(2023, 8, 31)),
        (LEAP_DAY, 1, EndsRule.SAME_DAY, date(2025, 2, 28)),
        (LEAP_DAY, 1, EndsRule.DAY_BEFORE, date(2025, 2, 28)),
        (LEAP_DAY, 4, EndsRule.SAME_DAY, date(2028, 2, 29)),
        (LEAP_DAY, 4, EndsRule.DAY_BEFORE, date(2028, 2, 28)),
        (date(2023, 3, 1), 1, EndsRule.DAY_BEFORE, date(2024, 2, 29)),
    ],
)
def test_a_term_ends_by_the_same_day_or_the_day_before(
    starts_on: date, years: int, rule: EndsRule, end: date
) -> None:
    assert ends_on(starts_on, years=years, rule=rule) == end


def test_months_reach_over_the_turn_of_the_year() -> None:
    assert ends_on(date(2022, 11, 30), months=3) == date(2023, 2, 28)
    assert ends_on(SIGNING, years=1, months=6) == date(2024, 3, 1)


def test_a_start_on_the_29th_of_february_is_asked_about() -> None:
    assert meets_no_day(LEAP_DAY, years=1)
    assert not meets_no_day(LEAP_DAY, years=4)
    assert not meets_no_day(SIGNING, years=1)


@given(STARTS, st.integers(0, 30), st.integers(1, 11))
def test_the_day_before_is_at_most_a_day_before(starts_on: date, years: int, months: int) -> None:
    same = ends_on(starts_on, years=years, months=months)
    before = ends_on(starts_on, years=years, months=months, rule=EndsRule.DAY_BEFORE)
    gap = 0 if meets_no_day(starts_on, years=years, months=months) else 1
    assert same - before == timedelta(days=gap)
    assert before > starts_on


@pytest.mark.parametrize(("years", "months"), [(0, 0), (-1, 0), (1, -1)])
def test_a_term_without_length_is_refused(years: int, months: int) -> None:
    with pytest.raises(RuleBroken):
        ends_on(SIGNING, years=years, months=months)


def test_an_explicit_end_is_not_computed() -> None:
    with pytest.raises(RuleBroken):
        ends_on(SIGNING, years=1, rule=EndsRule.EXPLICIT)


ENDS = date(2027, 9, 1)


@pytest.mark.parametrize(
    ("stage", "today", "expected"),
    [
        (AgreementStage.DRAFT, SIGNING, AgreementStatus.DRAFT),
        (AgreementStage.FINAL, SIGNING, AgreementStatus.IN_PROCESS),
        (AgreementStage.SIGNED, date(2022, 8, 31), AgreementStatus.IN_PROCESS),
        (AgreementStage.SIGNED, SIGNING, AgreementStatus.IN_FORCE),
        (AgreementStage.REGISTERED, date(2027, 2, 28), AgreementStatus.IN_FORCE),
        (AgreementStage.REGISTERED, date(2027, 3, 1), AgreementStatus.ENDING),
        (AgreementStage.REGISTERED, ENDS, AgreementStatus.ENDING),
        (AgreementStage.REGISTERED, date(2027, 9, 2), AgreementStatus.ENDED),
        (AgreementStage.ENDED, SIGNING, AgreementStatus.ENDED),
    ],
)
def test_the_register_knows_the_state_on_a_day(
    stage: AgreementStage, today: date, expected: AgreementStatus
) -> None:
    assert status(stage, ENDS, today, starts_on=SIGNING) is expected


def test_an_agreement_without_an_end_runs_on() -> None:
    assert status(AgreementStage.SIGNED, None, date(2099, 1, 1)) is AgreementStatus.IN_FORCE


def test_how_soon_an_end_is_near_is_the_office_s_choice() -> None:
    day = date(2027, 7, 1)
    near = status(AgreementStage.SIGNED, ENDS, day, ending_months=3)
    far = status(AgreementStage.SIGNED, ENDS, day, ending_months=1)
    assert (near, far) == (AgreementStatus.ENDING, AgreementStatus.IN_FORCE)


def test_an_end_is_remembered_six_and_three_months_before() -> None:
    assert reminders(ENDS) == (date(2027, 3, 1), date(2027, 6, 1))
    assert reminders(date(2024, 8, 31)) == (LEAP_DAY, date(2024, 5, 31))


def test_an_odd_term_brings_a_warning_and_no_refusal() -> None:
    assert term_warnings(SIGNING, ENDS, ENDS) == ()
    assert "starts" in term_warnings(SIGNING, SIGNING)[0]
    assert "outlives" in term_warnings(SIGNING, ENDS, date(2025, 9, 1))[0]
    assert "outlives" in term_warnings(SIGNING, None, date(2025, 9, 1))[0]
    assert term_warnings(None, None) == ()
