"""Sessions beside each other on the board."""

from datetime import time

import hypothesis.strategies as st
from hypothesis import given

from kunjungan.domain.board_lanes import Lane, Part, lanes, runs


def part(key: int, start: int, end: int, *columns: int) -> Part[int]:
    """A part of the day from hour to hour."""
    return Part(key, time(start), time(end), frozenset(columns))


def test_back_to_back_sessions_have_the_whole_width_each() -> None:
    assert lanes([part(1, 9, 11, 0), part(2, 11, 12, 0)]) == {1: Lane(0, 1), 2: Lane(0, 1)}


def test_a_joint_session_beside_one_of_its_delegations_shares_the_width() -> None:
    found = lanes([part(1, 9, 12, 0, 1), part(2, 10, 11, 1), part(3, 10, 11, 2)])
    assert found == {1: Lane(0, 2), 2: Lane(1, 2), 3: Lane(0, 1)}


def test_columns_side_by_side_are_one_run() -> None:
    assert runs([3, 0, 1]) == ((0, 1), (3, 3))


PARTS = st.lists(
    st.tuples(st.integers(7, 20), st.integers(1, 3), st.frozensets(st.integers(0, 3), min_size=1)),
    max_size=9,
)


@given(PARTS)
def test_no_session_hides_another_and_none_is_lost(
    rows: list[tuple[int, int, frozenset[int]]],
) -> None:
    parts = [part(at, start, start + long, *who) for at, (start, long, who) in enumerate(rows)]
    found = lanes(parts)
    assert set(found) == {each.key for each in parts}
    for one in parts:
        assert 0 <= found[one.key].at < found[one.key].of
        for other in parts:
            if one.key < other.key and one.meets(other):
                assert found[one.key].at != found[other.key].at
                assert found[one.key].of == found[other.key].of


@given(st.frozensets(st.integers(0, 12)))
def test_runs_hold_every_column_once(columns: frozenset[int]) -> None:
    told = [at for first, last in runs(columns) for at in range(first, last + 1)]
    assert told == sorted(columns)
