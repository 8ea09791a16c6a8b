from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.life import AgreementStatus, Course, status
from kunjungan.domain.renewals import takeovers
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.term_days import months_between, shifted
from kunjungan.domain.terms import (
    EndsRule,
    ends_on,
    meets_no_day,
    reminders,
    starts_after,
    term_between,
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
RUNNING = Course(AgreementStage.REGISTERED, SIGNING, ENDS)


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
    assert status(Course(stage, SIGNING, ENDS), today) is expected


def test_an_agreement_without_an_end_runs_on() -> None:
    assert status(Course(AgreementStage.SIGNED), date(2099, 1, 1)) is AgreementStatus.IN_FORCE


def test_how_soon_an_end_is_near_is_the_office_s_choice() -> None:
    course, day = Course(AgreementStage.SIGNED, ends_on=ENDS), date(2027, 7, 1)
    near, far = (status(course, day, ending_months=months) for months in (3, 1))
    assert (near, far) == (AgreementStatus.ENDING, AgreementStatus.IN_FORCE)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 5, 31), AgreementStatus.ENDING),
        (date(2024, 6, 1), AgreementStatus.TERMINATED),
        (date(2030, 1, 1), AgreementStatus.TERMINATED),
    ],
)
def test_an_early_end_counts_from_its_own_day(today: date, expected: AgreementStatus) -> None:
    course = replace(RUNNING, ended_on=date(2024, 6, 1))
    assert status(course, today) is expected


def test_a_draft_that_was_given_up_is_terminated() -> None:
    given_up = Course(AgreementStage.DRAFT, ended_on=SIGNING)
    assert status(given_up, SIGNING) is AgreementStatus.TERMINATED


def test_an_end_that_a_signed_renewal_waits_for_is_not_called_near() -> None:
    followed = replace(RUNNING, renewed_on=date(2027, 9, 2))
    assert status(followed, ENDS) is AgreementStatus.IN_FORCE
    assert status(followed, date(2027, 9, 2)) is AgreementStatus.EXTENDED


def lives(**later: Course) -> dict[str, Course]:
    return {"old": RUNNING, **later}


def test_a_signed_renewal_takes_over_on_its_first_day() -> None:
    after = Course(AgreementStage.SIGNED, date(2027, 9, 2), date(2032, 9, 2))
    assert takeovers(lives(new=after), {"new": "old"}, date(2027, 5, 1)) == {
        "old": date(2027, 9, 2)
    }


@pytest.mark.parametrize(
    "after",
    [
        Course(AgreementStage.DRAFT, date(2027, 9, 2), date(2032, 9, 2)),
        Course(AgreementStage.SIGNED, date(2027, 9, 2), date(2028, 9, 2)),
        Course(AgreementStage.SIGNED, date(2027, 9, 2), None, date(2028, 1, 1)),
    ],
    ids=["draft", "over", "ended early"],
)
def test_a_renewal_that_does_not_bind_extends_nothing(after: Course) -> None:
    assert takeovers(lives(new=after), {"new": "old"}, date(2029, 1, 1)) == {}


def test_a_renewal_that_was_itself_extended_still_counts() -> None:
    second = Course(AgreementStage.SIGNED, date(2027, 9, 2), date(2028, 9, 2))
    third = Course(AgreementStage.SIGNED, date(2028, 9, 3), date(2033, 9, 3))
    renews = {"second": "old", "third": "second"}
    found = takeovers(lives(second=second, third=third), renews, date(2029, 1, 1))
    assert found == {"old": date(2027, 9, 2), "second": date(2028, 9, 3)}


def test_agreements_that_renew_each_other_end_the_search() -> None:
    past = Course(AgreementStage.SIGNED, date(2000, 1, 1), date(2001, 1, 1))
    assert takeovers({"a": past, "b": past}, {"a": "b", "b": "a"}, SIGNING) == {}


@given(st.dates(), st.integers(-200_000, 200_000))
def test_no_day_is_moved_out_of_the_calendar(day: date, months: int) -> None:
    moved = shifted(day, months)
    assert (moved >= day) == (months >= 0) or moved == day


@given(STARTS, STARTS)
def test_whole_months_never_reach_beyond_the_later_day(first: date, last: date) -> None:
    months = months_between(first, last)
    assert months == 0 or shifted(first, months) <= last
    assert last < first or shifted(first, months + 1) > last


@given(STARTS, st.integers(1, 120), st.sampled_from([EndsRule.SAME_DAY, EndsRule.DAY_BEFORE]))
def test_a_term_is_read_back_from_its_days(starts_on: date, months: int, rule: EndsRule) -> None:
    end = ends_on(starts_on, months=months, rule=rule)
    found = term_between(starts_on, end)
    assert found is not None
    years, rest, read = found
    assert ends_on(starts_on, years=years, months=rest, rule=read) == end


def test_days_that_are_no_whole_months_give_no_term() -> None:
    assert term_between(SIGNING, date(2022, 9, 20)) is None
    assert term_between(SIGNING, SIGNING) is None
    assert term_between(SIGNING, date(2020, 9, 1)) is None


def test_a_renewal_starts_after_the_old_end_or_with_its_signing() -> None:
    assert starts_after(ENDS, date(2027, 5, 1)) == date(2027, 9, 2)
    assert starts_after(ENDS, date(2028, 5, 1)) == date(2028, 5, 1)
    assert starts_after(None, SIGNING) == SIGNING
    assert starts_after(date.max, SIGNING) == date.max


def test_an_end_is_remembered_six_and_three_months_before() -> None:
    assert reminders(ENDS) == (date(2027, 3, 1), date(2027, 6, 1))
    assert reminders(date(2024, 8, 31)) == (LEAP_DAY, date(2024, 5, 31))


def test_an_odd_term_brings_a_warning_and_no_refusal() -> None:
    assert term_warnings(SIGNING, ENDS, ENDS) == ()
    assert "starts" in term_warnings(SIGNING, SIGNING)[0]
    assert "outlives" in term_warnings(SIGNING, ENDS, date(2025, 9, 1))[0]
    assert "outlives" in term_warnings(SIGNING, None, date(2025, 9, 1))[0]
    assert term_warnings(None, None) == ()
