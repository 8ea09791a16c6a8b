"""Rows go with what belongs to them, and never end up between a row and its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.clauses import Level, is_inside
from kunjungan.domain.shape import rows_under, stops

SIGNS = {
    "t": Level.TEXT, "I": Level.PARTY, "A": Level.ARTICLE, "p": Level.PARAGRAPH,
    "l": Level.LETTER, "n": Level.NUMBER, "s": Level.SUBLETTER, "u": Level.SUBNUMBER,
    "c": Level.CLOSING, "X": Level.ANNEX, "h": Level.TABLE_HEAD, "r": Level.TABLE_ROW,
}  # fmt: skip
LEVELS = st.lists(st.sampled_from(Level), min_size=1, max_size=40)


def levels(signs: str) -> list[Level]:
    return [SIGNS[sign] for sign in signs]


@pytest.mark.parametrize(
    ("signs", "at", "under"),
    [
        ("Applnlp", 0, 6),
        ("Applnlp", 2, 3),
        ("Applnlp", 3, 1),
        ("Aplnsunl", 3, 2),
        ("AptlAp", 0, 3),
        ("Apc", 0, 1),
        ("ApXAp", 2, 2),
        ("ApXApX", 2, 2),
        ("thrrt", 1, 2),
        ("tllp", 0, 2),
        ("A", 0, 0),
    ],
)
def test_a_row_has_under_it_what_its_level_holds(signs: str, at: int, under: int) -> None:
    assert rows_under(levels(signs), at) == under


@pytest.mark.parametrize(
    ("rest", "moved", "start", "places"),
    [
        ("Appll", "p", 1, [0, 1, 2, 5]),
        ("Apllp", "l", 2, [0, 1, 2, 3, 4, 5]),
        ("ApApc", "A", 2, [0, 2, 4]),
        ("ApXApAp", "A", 5, [3, 5, 7]),
        ("ApXpXp", "X", 4, [2, 4, 6]),
        ("thrrt", "r", 3, [2, 3, 4]),
        ("Athrrt", "t", 1, [0, 1, 2, 5, 6]),
        ("Apcp", "p", 1, [0, 1, 2, 3, 4]),
    ],
)
def test_a_row_stops_where_nothing_is_torn_apart(
    rest: str, moved: str, start: int, places: list[int]
) -> None:
    assert stops(levels(rest), SIGNS[moved], start) == places


@given(LEVELS, st.data())
def test_where_a_row_stands_is_one_of_its_places(rows: list[Level], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    rest = rows[:at] + rows[at + 1 + rows_under(rows, at) :]
    places = stops(rest, rows[at], at)
    assert at in places
    assert places == sorted(set(places))
    assert 0 <= places[0] <= places[-1] <= len(rest)


@given(LEVELS, st.data())
def test_a_moved_row_keeps_the_rows_it_had(rows: list[Level], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    under = rows_under(rows, at)
    rest = rows[:at] + rows[at + 1 + under :]
    to = data.draw(st.sampled_from(stops(rest, rows[at], at)))
    after = rest[:to] + rows[at : at + 1 + under] + rest[to:]
    if to != at and rows[at] is not Level.ARTICLE and rows[at] is not Level.ANNEX:
        assert rows_under(after, to) == under


@given(LEVELS)
def test_what_stands_in_a_list_belongs_to_the_row_before_it(rows: list[Level]) -> None:
    for at in range(len(rows) - 1):
        if is_inside(rows[at + 1], rows[at]):
            assert rows_under(rows, at) >= 1
