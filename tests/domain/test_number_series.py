from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.number_series import Gap, left_out, same_numbers


def test_two_agreements_with_one_number_are_told_of_each_other() -> None:
    found = same_numbers(
        [("a", "kota", "415.4/040-KSD/2018"), ("b", "kota", " 415.4/040-ksd/2018 ")]
    )
    assert found == {"a": ("b",), "b": ("a",)}


def test_a_number_may_stand_again_in_another_series_and_none_is_no_number() -> None:
    assert same_numbers([("a", ("kota", 2018), "7"), ("b", ("kota", 2019), "7")]) == {}
    assert same_numbers([("a", "kota", ""), ("b", "kota", " ")]) == {}


def test_an_agreement_is_no_double_of_itself() -> None:
    assert same_numbers([("a", "kota", "7"), ("a", "kota", "7")]) == {}


def test_numbers_left_out_are_told_at_the_next_one() -> None:
    known = [(2022, 1, "a"), (2022, 2, "b"), (2022, 5, "c"), (2023, 1, "d")]
    assert left_out(known) == {"c": Gap(2022, 3, 4)}


def test_a_series_that_other_papers_share_has_no_gaps() -> None:
    assert left_out([(2022, 3, "a"), (2022, 90, "b")]) == {}


@given(st.sets(st.integers(1, 400), min_size=1, max_size=60))
def test_a_gap_holds_only_numbers_that_nobody_has(numbers: set[int]) -> None:
    for key, gap in left_out((2022, number, number) for number in numbers).items():
        skipped = set(range(gap.first, gap.last + 1))
        assert not skipped & numbers
        assert (gap.first - 1 in numbers, gap.last + 1) == (True, key)
