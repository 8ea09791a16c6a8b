"""Where people stand for a photograph."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.photo_calls import PER_ROW, photo_places, photo_rows

people = st.integers(1, 60)


@given(people)
def test_everybody_stands_once_and_the_highest_in_the_middle_of_the_front(count: int) -> None:
    rows = photo_rows(range(1, count + 1))
    assert sorted(one for row in rows for one in row) == list(range(1, count + 1))
    front = rows[0]
    assert abs(front.index(1) - (len(front) - 1) / 2) <= 0.5
    assert all(len(row) <= PER_ROW for row in rows)


@given(people)
def test_nobody_stands_in_front_of_somebody_higher_in_another_row(count: int) -> None:
    rows = photo_rows(range(1, count + 1))
    for before, behind in pairwise(rows):
        assert max(before) < min(behind)
        assert len(before) >= len(behind)


def test_of_three_the_second_stands_at_the_right_hand_of_the_first() -> None:
    assert photo_rows([1, 2, 3]) == [[2, 1, 3]]


@given(people)
def test_places_lie_inside_the_picture_and_apart(count: int) -> None:
    places, size = photo_places(photo_rows(range(count)))
    spots = [(place.x, place.y) for row in places for place in row]
    assert len(set(spots)) == count
    assert all(0.4 <= x <= size.width - 0.4 and 0 < y < size.depth for x, y in spots)
