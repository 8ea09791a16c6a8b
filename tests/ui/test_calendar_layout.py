"""The calendar's arithmetic: weeks, lanes, widths, what fits, and where a drag leads."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kunjungan.services.calendar.moving import Slot
from kunjungan.ui.screens.calendar.drag import (
    STEP,
    Grip,
    at_minute,
    draw_days,
    draw_hours,
    minute_of,
    pulled,
)
from kunjungan.ui.screens.calendar.month_grid import (
    GAP,
    ONE,
    TWO,
    fit,
    monday_of,
    month_after,
    week_number,
    weeks_of,
)
from kunjungan.ui.screens.calendar.shown import range_of, stepped
from kunjungan.ui.screens.calendar.sieve import Group, Sieve, View, read_sieve
from kunjungan.ui.screens.calendar.week_columns import lanes, widths

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
SPANS = st.lists(
    st.tuples(st.integers(0, 1380), st.integers(15, 400)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=25,
)
COUNTS = st.lists(st.integers(1, 2), max_size=30)
TIMED = st.tuples(DAYS, st.integers(0, 1200), st.integers(15, 200)).map(
    lambda p: Slot(p[0], p[0], at_minute(p[1]), at_minute(p[1] + p[2]))
)


@given(DAYS)
def test_the_weeks_of_a_month_hold_all_its_days_and_begin_on_mondays(day: date) -> None:
    mondays = weeks_of(day)
    assert all(monday.weekday() == 0 for monday in mondays)
    shown = {monday + timedelta(days=by) for monday in mondays for by in range(7)}
    first = day.replace(day=1)
    days = (month_after(first, 1) - first).days
    assert {first + timedelta(days=by) for by in range(days)} <= shown
    assert 4 <= len(mondays) <= 6


def test_weeks_are_numbered_as_in_iso_8601() -> None:
    assert week_number(date(2022, 8, 29)) == 35
    assert week_number(date(2020, 12, 28)) == 53


@given(SPANS)
def test_entries_that_overlap_never_share_a_lane(spans: list[tuple[int, int]]) -> None:
    found = lanes(spans)
    for one, (start, end) in enumerate(spans):
        assert 0 <= found[one].at < found[one].of
        for other in range(one):
            meets = start < spans[other][1] and spans[other][0] < end
            assert not meets or found[one].at != found[other].at
            assert not meets or found[one].of == found[other].of


def test_back_to_back_entries_stand_under_each_other() -> None:
    assert [lane.of for lane in lanes([(540, 600), (600, 660)])] == [1, 1]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 20)), min_size=1, max_size=7))
def test_columns_fill_the_room_and_a_crowded_day_is_never_narrower(
    columns: list[tuple[int, int]],
) -> None:
    found = widths([day for day, _ in columns], [most for _, most in columns], 900)
    assert abs(sum(found) - 900) < 0.01
    weekdays = [(most, wide) for (day, most), wide in zip(columns, found, strict=True) if day < 5]
    for most, wide in weekdays:
        assert all(wide >= other - 0.01 for count, other in weekdays if most >= count)


def test_a_weekend_is_narrow_unless_it_is_shown_alone() -> None:
    week = widths(range(7), [1] * 7, 700)
    assert week[5] < week[0]
    assert widths([5], [1], 700) == [700]


@given(COUNTS, st.integers(20, 400))
def test_what_is_shown_of_a_day_fits_and_nothing_is_forgotten(wanted: list[int], room: int) -> None:
    found = fit(wanted, room)
    assert len(found.lines) + found.hidden == len(wanted)
    heights = [TWO if count > 1 else ONE for count in found.lines]
    heights += [ONE] if found.hidden else []
    assert sum(heights) + GAP * max(len(heights) - 1, 0) <= room or not found.lines


def test_a_crowded_day_has_single_lines_before_it_leaves_any_out() -> None:
    assert fit([2, 2], 70).lines == (2, 2)
    assert fit([2, 2, 2], 70).lines == (1, 1, 1)
    assert fit([1] * 6, 70) == fit([2] * 6, 70)
    assert fit([1] * 6, 70).hidden == 4


@given(TIMED, st.integers(-40, 40), st.integers(-96, 96))
def test_a_moved_entry_keeps_its_length_and_its_day(slot: Slot, days: int, steps: int) -> None:
    moved = pulled(slot, Grip.WHOLE, days, steps * STEP)
    assert length(moved) == length(slot)
    assert moved.on == moved.until == slot.on + timedelta(days=days)


@given(TIMED, st.integers(-96, 96), st.sampled_from([Grip.START, Grip.END]))
def test_a_stretched_entry_keeps_its_other_end_and_some_length(
    slot: Slot, steps: int, grip: Grip
) -> None:
    made = pulled(slot, grip, 0, steps * STEP)
    assert length(made) > 0
    assert made.on == made.until == slot.on
    kept = (made.ends_at, slot.ends_at) if grip is Grip.START else (made.starts_at, slot.starts_at)
    assert kept[0] == kept[1]


@given(st.integers(-96, 96), st.integers(-9, 9))
def test_what_passes_midnight_keeps_its_length_when_moved(steps: int, days: int) -> None:
    night = Slot(date(2022, 9, 6), date(2022, 9, 7), time(22), time(2))
    moved = pulled(night, Grip.WHOLE, days, steps * STEP)
    assert length(moved) == length(night)
    assert moved.until - moved.on == timedelta(days=1)


@given(st.integers(-96, 96), st.integers(-9, 9), st.sampled_from([Grip.START, Grip.END]))
def test_what_passes_midnight_stretches_at_the_end_that_is_held(
    steps: int, days: int, grip: Grip
) -> None:
    night = Slot(date(2022, 9, 6), date(2022, 9, 7), time(22), time(2))
    made = pulled(night, grip, days, steps * STEP)
    if grip is Grip.END:
        assert (made.on, made.starts_at) == (night.on, night.starts_at)
    else:
        assert (made.until, made.ends_at) == (night.until, night.ends_at)
    assert (made.on, made.starts_at) < (made.until, made.ends_at)


def test_a_quarter_more_of_what_passes_midnight_is_a_quarter_of_an_hour() -> None:
    night = Slot(date(2022, 9, 6), date(2022, 9, 7), time(22), time(2))
    assert pulled(night, Grip.END, 0, STEP).ends_at == time(2, 15)
    assert pulled(night, Grip.END, 1, 0) == Slot(night.on, date(2022, 9, 8), time(22), time(2))
    assert pulled(night, Grip.START, 0, -STEP).starts_at == time(21, 45)


def test_a_late_start_without_end_is_not_pulled_up_by_moving_down() -> None:
    late = Slot(date(2022, 9, 6), date(2022, 9, 6), time(23, 30), None)
    assert pulled(late, Grip.WHOLE, 0, STEP) == late


@given(DAYS, st.integers(0, 30), st.integers(-60, 60), st.sampled_from([Grip.START, Grip.END]))
def test_whole_days_stretch_by_days_and_never_turn_round(
    day: date, length: int, by: int, grip: Grip
) -> None:
    slot = Slot(day, day + timedelta(days=length))
    made = pulled(slot, grip, by, 0)
    assert made.on <= made.until
    assert (made.until if grip is Grip.START else made.on) in {slot.on, slot.until}


@given(DAYS, st.integers(0, 1440), st.integers(0, 1440))
def test_hours_are_drawn_the_same_either_way_round(day: date, first: int, last: int) -> None:
    made = draw_hours(day, first, last)
    assert made == draw_hours(day, last, first)
    assert length(made.slot) > 0


@given(DAYS, DAYS)
def test_days_are_drawn_the_same_either_way_round(first: date, last: date) -> None:
    assert draw_days(first, last) == draw_days(last, first)


@given(DAYS, st.sampled_from(list(View)))
def test_every_view_shows_the_day_it_is_opened_at(day: date, view: View) -> None:
    since, until = range_of(view, day)
    assert since <= day < until


@given(DAYS)
def test_turning_a_page_and_back_stays_in_the_month(day: date) -> None:
    back = stepped(View.MONTH, stepped(View.MONTH, day, 1), -1)
    assert (back.year, back.month) == (day.year, day.month)
    assert stepped(View.WEEK, stepped(View.WEEK, day, 1), -1) == day
    assert monday_of(stepped(View.WEEK, day, 1)) == monday_of(day) + timedelta(days=7)


def test_what_was_shown_is_read_again_and_rubbish_gives_the_default() -> None:
    sieve = Sieve(View.WEEK, frozenset({Group.OUTGOING}), room="aula", stage="ready")
    assert read_sieve(sieve.text) == sieve
    for text in ("", "{", "[]", '{"view": "year"}', '{"hidden": 3}'):
        assert read_sieve(text) == Sieve()


def length(slot: Slot) -> int:
    """Return how many minutes a slot with hours takes."""
    assert slot.starts_at is not None
    assert slot.ends_at is not None
    return minute_of(slot.ends_at) - minute_of(slot.starts_at)


def test_a_minute_past_the_day_is_its_last() -> None:
    assert at_minute(1440) == time(23, 59)
