import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.alternat_text import printed_order
from kunjungan.domain.clauses import Level

KEYS = st.sampled_from([None, "purpose", "party1", "party2", "party3", "party9"])
ROWS = st.lists(st.tuples(st.sampled_from(Level), KEYS), max_size=30)


def ordered(keys: str, order: tuple[int, ...], level: Level = Level.PARTY) -> str:
    """Return rows, written as digits for parties and letters for others, in printed order."""
    rows = [(level, f"party{key}") if key.isdigit() else (Level.TEXT, None) for key in keys]
    return "".join(keys[place] for place in printed_order(rows, order))


@pytest.mark.parametrize(
    ("keys", "order", "printed"),
    [
        ("a12b", (2, 1), "a21b"),
        ("123", (3, 1, 2), "312"),
        ("a1122b", (2, 1), "a2211b"),
        ("1212", (2, 1), "2121"),
        ("1a2", (2, 1), "1a2"),
        ("12a12", (2, 1), "21a21"),
        ("129", (2, 1), "219"),
        ("ab", (2, 1), "ab"),
    ],
)
def test_rows_that_introduce_parties_follow_the_order_and_others_stay(
    keys: str, order: tuple[int, ...], printed: str
) -> None:
    assert ordered(keys, order) == printed


def test_a_party_takes_along_what_stands_under_it() -> None:
    rows = [(Level.PARTY, "party1"), (Level.LETTER, None), (Level.PARTY, "party2")]
    assert printed_order([*rows, (Level.LETTER, None)], (2, 1)) == [2, 3, 0, 1]


def test_what_stands_under_the_last_party_alone_is_of_no_party() -> None:
    rows = [(Level.PARTY, "party1"), (Level.PARTY, "party2"), (Level.LETTER, None)]
    assert printed_order(rows, (2, 1)) == [1, 0, 2]


@given(ROWS)
def test_the_usual_order_changes_nothing_in_a_text_that_has_it(
    rows: list[tuple[Level, str | None]],
) -> None:
    keys = [int(key[5:]) for _, key in rows if key and key.startswith("party")]
    if keys == sorted(keys):
        assert printed_order(rows, (1, 2, 3)) == list(range(len(rows)))


@given(ROWS, st.permutations([1, 2, 3]))
def test_every_row_is_printed_once(rows: list[tuple[Level, str | None]], order: list[int]) -> None:
    assert sorted(printed_order(rows, order)) == list(range(len(rows)))
