import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.seating import View, audience_view, in_rows, seated_view, seats

ROWS = [
    (2, "2 1", "1 2"),
    (3, "3 1 2", "2 1 3"),
    (4, "4 2 1 3", "3 1 2 4"),
    (5, "5 3 1 2 4", "4 2 1 3 5"),
    (6, "6 4 2 1 3 5", "5 3 1 2 4 6"),
    (7, "7 5 3 1 2 4 6", "6 4 2 1 3 5 7"),
    (8, "8 6 4 2 1 3 5 7", "7 5 3 1 2 4 6 8"),
]
COUNTS = st.integers(1, 60)


@pytest.mark.parametrize(("count", "seated", "audience"), ROWS)
def test_a_row_is_drawn_from_both_sides(count: int, seated: str, audience: str) -> None:
    assert seated_view(count) == [int(rank) for rank in seated.split()]
    assert audience_view(count) == [int(rank) for rank in audience.split()]


@given(COUNTS)
def test_everybody_has_one_seat(count: int) -> None:
    assert sorted(seated_view(count)) == list(range(1, count + 1))


@given(COUNTS)
def test_the_first_sits_in_the_middle_or_right_of_it(count: int) -> None:
    assert seated_view(count).index(1) == count // 2


@given(st.integers(2, 60))
def test_the_more_honourable_half_is_at_the_seated_persons_right(count: int) -> None:
    row = seated_view(count)
    first = row.index(1)
    at_left, at_right = row[:first], row[first + 1 :]
    assert at_left == sorted(at_left, reverse=True)
    assert at_right == sorted(at_right)
    if count % 2:
        assert 2 in at_right
    else:
        assert at_left[-1] == 2


def test_guests_take_the_seats_of_their_rank() -> None:
    order = ["Wali Kota Bandung", "Bupati Ogan Ilir", "Wali Kota Prabumulih"]
    assert seats(order, View.AUDIENCE) == [order[1], order[0], order[2]]
    assert seats(order, View.SEATED) == [order[2], order[0], order[1]]
    assert seats([], View.SEATED) == []


def test_the_front_row_is_filled_first() -> None:
    assert in_rows([1, 2, 3, 4, 5], 2) == [[1, 2], [3, 4], [5]]


def test_a_row_without_seats_is_refused() -> None:
    with pytest.raises(RuleBroken):
        in_rows([1], 0)
