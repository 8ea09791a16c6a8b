import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.ranks import rank_between, ranks, ranks_between

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
KEYS = st.text(DIGITS, min_size=1, max_size=12).filter(lambda key: not key.endswith("0"))


@given(KEYS, KEYS)
def test_a_key_lies_strictly_between_two_others(a: str, b: str) -> None:
    low, high = sorted((a, b))
    if low == high:
        with pytest.raises(ValueError, match=low):
            rank_between(low, high)
    else:
        assert low < rank_between(low, high) < high
        assert not rank_between(low, high).endswith("0")


@given(KEYS)
def test_a_key_can_go_to_either_end(key: str) -> None:
    assert rank_between(None, key) < key < rank_between(key, None)


@given(st.lists(st.integers(0, 10**6), max_size=120))
def test_a_list_stays_in_order_wherever_rows_are_put_in(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        before = keys[at - 1] if at else None
        keys.insert(at, rank_between(before, keys[at] if at < len(keys) else None))
    assert keys == sorted(set(keys))


@given(st.integers(0, 5000))
def test_a_list_made_at_once_has_short_keys_in_order(count: int) -> None:
    keys = ranks(count)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    assert all(len(key) <= 3 and not key.endswith("0") for key in keys)


def test_a_text_typed_from_top_to_bottom_keeps_its_keys_short() -> None:
    key = None
    for _ in range(300):
        key = rank_between(key, None)
    assert key is not None
    assert len(key) <= 12


@pytest.mark.parametrize(("before", "after"), [("a", "A"), ("a0", None), ("", None), ("é", None)])
def test_what_is_no_key_is_a_mistake_of_the_program(before: str, after: str | None) -> None:
    with pytest.raises(ValueError, match=r"None|A"):
        rank_between(before, after)


@given(st.one_of(st.none(), KEYS), st.integers(0, 500))
def test_many_keys_between_two_stay_short_and_in_order(before: str | None, count: int) -> None:
    after = rank_between(before, None)
    keys = ranks_between(before, after, count)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    assert all((before or "") < key < after for key in keys)
    assert max(map(len, keys), default=0) <= len(after) + 12
