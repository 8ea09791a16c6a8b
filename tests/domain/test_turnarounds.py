"""The time a room has between two seatings."""

from datetime import date, time
from random import Random

import hypothesis.strategies as st
from hypothesis import given

from kunjungan.domain.turnarounds import Seating, turnarounds

DAY = date(2022, 9, 1)


def seating(
    key: int, start: int, end: int, room: str = "Auditorium", need: int = 30
) -> Seating[int]:
    """A use of a room from minute to minute."""
    return Seating(key, room, DAY, time(*divmod(start, 60)), time(*divmod(end, 60)), need)


def test_back_to_back_leaves_no_minute_and_is_too_short() -> None:
    (gap,) = turnarounds([seating(1, 540, 690), seating(2, 690, 800)])
    assert (gap.minutes, gap.enough) == (0, False)


def test_just_as_many_minutes_as_needed_are_enough() -> None:
    (gap,) = turnarounds([seating(1, 540, 690), seating(2, 720, 800)])
    assert (gap.before, gap.after, gap.minutes, gap.enough) == (1, 2, 30, True)


def test_a_room_is_the_same_however_it_is_written_and_others_are_strangers() -> None:
    found = turnarounds(
        [seating(1, 540, 600), seating(2, 610, 700, " auditorium "), seating(3, 610, 700, "B")]
    )
    assert [(gap.before, gap.after) for gap in found] == [(1, 2)]
    assert turnarounds([seating(1, 540, 600, ""), seating(2, 610, 700, "")]) == []


def test_a_short_use_inside_a_long_one_does_not_hide_the_long_one() -> None:
    found = turnarounds([seating(1, 540, 720), seating(2, 600, 620), seating(3, 700, 760)])
    assert [(gap.before, gap.after, gap.minutes) for gap in found] == [(1, 2, -120), (1, 3, -20)]


USES = st.lists(
    st.tuples(st.integers(0, 1300), st.integers(1, 120), st.sampled_from("AB")), max_size=6
)


@given(USES, st.randoms(use_true_random=False))
def test_the_order_of_the_seatings_does_not_matter(
    uses: list[tuple[int, int, str]], luck: Random
) -> None:
    rows = [seating(key, start, start + long, room) for key, (start, long, room) in enumerate(uses)]
    mixed = list(rows)
    luck.shuffle(mixed)
    assert turnarounds(mixed) == turnarounds(rows)
    rooms = len({room for _, _, room in uses})
    assert len(turnarounds(rows)) == len(rows) - rooms
