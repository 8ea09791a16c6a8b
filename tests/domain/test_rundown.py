"""The clock of a rundown: two of three give the third, and nothing is lost when items slip."""

from datetime import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.rundown import (
    LAST,
    LONGEST,
    Point,
    Stretch,
    clock_at,
    gaps,
    in_order,
    minute_of,
    overlaps,
    rippled,
    slipped,
    stepped,
    stretch_of,
    total,
)

STARTS = st.integers(0, LAST - LONGEST // 6)
LENGTHS = st.integers(1, 90)


@st.composite
def days(draw: st.DrawFn, *, fixed: bool = True) -> list[Point]:
    """The items of a day, some of them fixed; they may overlap."""
    times = draw(st.lists(st.tuples(STARTS, LENGTHS, st.booleans()), min_size=1, max_size=9))
    return [
        Point(key, start, minutes, fixed and stays)
        for key, (start, minutes, stays) in enumerate(times)
    ]


@given(STARTS, LENGTHS)
def test_any_two_of_start_duration_and_end_give_the_third(start: int, minutes: int) -> None:
    at = Stretch(clock_at(start), minutes)
    assert stretch_of(at.starts_at, minutes, None) == at
    assert stretch_of(at.starts_at, None, at.ends_at) == at
    assert stretch_of(None, minutes, at.ends_at) == at
    assert stretch_of(at.starts_at, minutes, at.ends_at) == at


@pytest.mark.parametrize(
    ("starts", "minutes", "ends"),
    [
        (time(9), None, None),
        (None, 10, None),
        (time(9), None, time(9)),
        (time(9), None, time(8)),
        (time(9), 0, None),
        (time(9), LONGEST + 1, None),
        (time(9), 15, time(9, 20)),
        (time(23, 50), 20, time(0, 10)),
        (time(23, 50), 20, None),
        (None, 20, time(0, 10)),
    ],
)
def test_what_is_no_time_of_a_day_is_refused(
    starts: time | None, minutes: int | None, ends: time | None
) -> None:
    with pytest.raises(RuleBroken):
        stretch_of(starts, minutes, ends)


@given(days(), st.data(), st.integers(-60, 60))
def test_slipping_keeps_minutes_and_fixed_points(
    points: list[Point], data: st.DataObject, minutes: int
) -> None:
    first = data.draw(st.sampled_from(points))
    try:
        after = {p.key: p for p in slipped(points, first.key, minutes).points}
    except RuleBroken:
        return
    order = in_order(points)
    later = order[order.index(first) :]
    for point in points:
        moved = after[point.key]
        assert (moved.minutes, moved.fixed) == (point.minutes, point.fixed)
        goes = point in later and not point.fixed
        assert moved.starts - point.starts == (minutes if goes else 0)


@given(days(fixed=False), st.data(), st.integers(1, 60))
def test_slipping_back_restores_everything(
    points: list[Point], data: st.DataObject, minutes: int
) -> None:
    first = data.draw(st.sampled_from(in_order(points)[:1]))
    assume(all(point.ends + minutes <= LAST for point in points))
    there = slipped(points, first.key, minutes).points
    assert list(slipped(there, first.key, -minutes).points) == in_order(points)


@given(days(), st.data(), st.integers(-30, 60))
def test_exactly_the_pairs_that_overlap_are_told(
    points: list[Point], data: st.DataObject, minutes: int
) -> None:
    try:
        told = slipped(points, data.draw(st.sampled_from(points)).key, minutes)
    except RuleBroken:
        return
    pairs = {
        frozenset((a.key, b.key))
        for a in told.points
        for b in told.points
        if a.key != b.key and a.starts < b.ends and b.starts < a.ends
    }
    assert {frozenset((a.key, b.key)) for a, b in overlaps(told.points)} == pairs


@given(days(fixed=False), st.data(), st.integers(1, 90))
def test_later_items_follow_the_end_of_the_one_that_changed(
    points: list[Point], data: st.DataObject, length: int
) -> None:
    old = data.draw(st.sampled_from(points))
    changed = Point(old.key, old.starts, length)
    assume(all(point.ends + 90 <= LAST for point in points))
    assume(all(point.starts >= 90 for point in points))
    before, after = in_order(points), {p.key: p for p in rippled(points, changed).points}
    for point in before[before.index(old) + 1 :]:
        assert after[point.key].starts - point.starts == length - old.minutes


@given(st.lists(st.tuples(st.integers(0, 60), LENGTHS), min_size=2, max_size=9), st.data())
def test_moving_an_item_down_and_up_again_restores_everything(
    times: list[tuple[int, int]], data: st.DataObject
) -> None:
    order: list[Point] = []
    for key, (gap, minutes) in enumerate(times):
        order.append(Point(key, gap + (order[-1].ends if order else 0), minutes))
    moved = data.draw(st.sampled_from(order[:-1])).key
    down = stepped(order, moved, 1)
    assert down != order
    assert stepped(down, moved, -1) == order


def test_two_neighbours_change_places_and_keep_the_time_between_them() -> None:
    order = [Point("a", 540, 10), Point("b", 555, 20), Point("c", 600, 5)]
    assert stepped(order, "a", 1) == [Point("b", 540, 20), Point("a", 565, 10), order[2]]


def test_an_item_passes_a_fixed_one_and_lies_beside_it() -> None:
    lunch = Point("lunch", 690, 90, fixed=True)
    assert stepped([Point("a", 660, 30), lunch], "a", 1) == [lunch, Point("a", 780, 30)]
    assert stepped([lunch, Point("b", 780, 30)], "b", -1) == [Point("b", 660, 30), lunch]
    with pytest.raises(RuleBroken):
        stepped([Point("a", 660, 30), lunch], "lunch", -1)


def test_nothing_slips_past_midnight_or_before_the_day() -> None:
    points = [Point("a", minute_of(time(23, 30)), 20)]
    with pytest.raises(RuleBroken):
        slipped(points, "a", 15)
    with pytest.raises(RuleBroken):
        slipped([Point("a", 5, 20)], "a", -10)


def test_sums_and_gaps_are_told() -> None:
    points = [Point("b", 570, 15), Point("a", 540, 20)]
    assert total(points) == 35
    assert [(a.key, b.key, free) for a, b, free in gaps(points)] == [("a", "b", 10)]
