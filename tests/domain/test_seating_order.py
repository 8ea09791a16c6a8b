from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.domain.seating_order import Deviation, arranged, deviations
from kunjungan.domain.seating_parts import Part, PartKind, places
from kunjungan.domain.seating_people import Sitter

HOST = Sitter(key="host", number=1, level=1, body="host", host=True, leads=True, signs=True)
FIRST = Sitter(key="first", number=2, level=2, body="a", leads=True, signs=True)
SECOND = Sitter(key="second", number=3, level=2, body="b", leads=True, signs=True)
TABLE = Part(kind=PartKind.SIGNING, key="t", seats=3, behind=2)
ROWS = Part(kind=PartKind.ROWS, key="r", seats=5, rows=3)


def plain(number: int, level: int, body: str = "a", *, host: bool = False) -> Sitter:
    return Sitter(key=f"g{number}", number=number, level=level, body=body, host=host)


def by_place(parts: list[Part], seated: Mapping[str, str]) -> list[str]:
    """Return who sits, from the best seat on."""
    return [seated[p.key] for p in places(parts) if p.key in seated]


def test_who_signs_sits_at_the_table_and_the_others_in_rows() -> None:
    guests = [HOST, FIRST, SECOND, plain(4, 3), plain(5, 4)]
    seated = arranged([TABLE, ROWS], guests, {})
    assert [seated[f"t-1-{n}"] for n in (1, 2, 3)] == ["host", "first", "second"]
    assert [seated[f"r-1-{n}"] for n in (1, 2)] == ["g4", "g5"]


def test_the_host_s_seat_is_the_host_s_even_behind_a_higher_guest() -> None:
    guests = [replace(FIRST, number=1, level=1), replace(HOST, number=2, level=2)]
    seated = arranged([TABLE, ROWS], guests, {})
    assert seated["t-1-1"] == "host"
    assert deviations([TABLE, ROWS], guests, seated) == {}


def test_a_free_seat_at_the_signing_table_is_for_nobody_who_signs_nothing() -> None:
    seated = arranged([TABLE, ROWS], [HOST, FIRST, plain(3, 3)], {})
    assert "t-1-3" not in seated
    assert seated["r-1-1"] == "g3"


def test_a_locked_guest_stays_and_the_others_close_up() -> None:
    guests = [plain(n, n) for n in range(1, 6)]
    seated = arranged([ROWS], guests, {"r-1-1": "g5"})
    assert by_place([ROWS], seated) == ["g5", "g1", "g2", "g3", "g4"]
    assert deviations([ROWS], guests, seated) == {"r-1-1": Deviation.RANK}


def test_a_spouse_kept_from_the_partner_s_table_at_a_banquet_is_not_out_of_rank() -> None:
    room = [Part(kind=PartKind.BANQUET, key="b", seats=3, rows=2), replace(ROWS, seats=1, rows=1)]
    guests = [HOST, *(plain(n, 1) for n in (2, 3, 4)), *(plain(n, 2) for n in (5, 6, 7))]
    guests[3] = replace(guests[3], partner="g3")
    seated = arranged(room, guests, {"b-1-2": "g7"})
    assert seated["r-1-1"] == "g4"
    assert "r-1-1" not in deviations(room, guests, seated)


def test_equals_of_a_delegation_sit_together() -> None:
    guests = [plain(1, 1, "a"), plain(2, 1, "a"), plain(3, 1, "b"), plain(4, 1, "b")]
    seated = arranged([replace(ROWS, seats=4)], guests, {})
    line = sorted(places([replace(ROWS, seats=4, rows=1)]), key=lambda p: p.x)
    bodies = ["a" if seated[p.key] in {"g1", "g2"} else "b" for p in line]
    assert bodies in (["a", "a", "b", "b"], ["b", "b", "a", "a"])
    assert deviations([replace(ROWS, seats=4)], guests, seated) == {}


def test_rank_goes_before_delegation() -> None:
    guests = [plain(1, 1, "a"), plain(2, 2, "b"), plain(3, 3, "a"), plain(4, 4, "b")]
    seated = arranged([ROWS], guests, {})
    assert by_place([ROWS], seated) == ["g1", "g2", "g3", "g4"]


def test_each_side_of_a_meeting_is_for_its_own_people() -> None:
    table = Part(kind=PartKind.MEETING, key="m", seats=2)
    guests = [plain(1, 1, "h", host=True), plain(2, 2), plain(3, 3), plain(4, 4)]
    seated = arranged([table], guests, {})
    assert set(seated.values()) == {"g1", "g2", "g3"}
    moved = {"m-2-2": "g3", **{k: v for k, v in seated.items() if v != "g3"}}
    assert deviations([table], guests, moved)["m-2-2"] is Deviation.SIDE


def test_an_interpreter_sits_behind_the_principal() -> None:
    table = Part(kind=PartKind.MEETING, key="m", seats=3, behind=1)
    speaker = Sitter(key="voice", number=9, level=9, body="a", principal="g1", interpreter=True)
    seated = arranged([table], [plain(1, 1), plain(2, 2), speaker], {})
    assert seated["m-b1-1"] == "voice"


def test_an_interpreter_without_a_chair_behind_sits_beside_the_principal() -> None:
    table = Part(kind=PartKind.MEETING, key="m", seats=3)
    speaker = Sitter(key="voice", number=9, level=9, body="a", principal="g1", interpreter=True)
    guests = [plain(1, 1), plain(2, 2), speaker]
    seated = arranged([table], guests, {})
    assert (seated["m-1-1"], seated["m-1-2"]) == ("g1", "voice")
    assert deviations([table], guests, seated) == {}


def test_at_a_signing_without_chairs_behind_an_interpreter_takes_no_better_seat() -> None:
    table = replace(TABLE, behind=0)
    speaker = Sitter(key="voice", number=5, level=9, body="a", principal="host", interpreter=True)
    guests = [HOST, FIRST, SECOND, plain(4, 3), speaker]
    seated = arranged([table, ROWS], guests, {})
    assert (seated["r-1-1"], seated["r-1-2"]) == ("g4", "voice")


def couple(number: int, level: int) -> list[Sitter]:
    one = plain(number, level, f"b{number}")
    return [one, replace(one, key=f"s{number}", number=number + 1, partner=one.key)]


def test_nobody_sits_beside_the_own_spouse_at_a_banquet() -> None:
    table = Part(kind=PartKind.BANQUET, key="b", seats=8)
    guests = [*couple(1, 1), *couple(3, 2), *couple(5, 3)]
    seated = arranged([table], guests, {})
    assert len(seated) == 6
    assert deviations([table], guests, seated) == {}
    ring = {p.number: seated.get(p.key) for p in places([table])}
    for number, key in ring.items():
        beside = ring[number % 8 + 1]
        assert {key, beside} not in ({"g1", "s1"}, {"g3", "s3"}, {"g5", "s5"})


def test_a_couple_moved_together_at_a_banquet_is_told() -> None:
    table = Part(kind=PartKind.BANQUET, key="b", seats=8)
    found = deviations([table], couple(1, 1), {"b-1-1": "g1", "b-1-2": "s1"})
    assert set(found.values()) == {Deviation.COUPLE}


def test_a_swap_of_two_ranks_is_told_once_and_a_swap_of_equals_never() -> None:
    guests = [plain(n, n) for n in range(1, 5)]
    swapped = {"r-1-1": "g1", "r-1-2": "g3", "r-1-3": "g2", "r-1-4": "g4"}
    assert list(deviations([ROWS], guests, swapped).values()) == [Deviation.RANK]
    equals = [replace(one, level=1) for one in guests]
    assert deviations([ROWS], equals, swapped) == {}


def test_who_signs_but_sits_in_the_rows_is_told_while_the_table_has_room() -> None:
    guests = [HOST, FIRST, plain(3, 3)]
    seated = {"t-1-1": "host", "r-1-1": "first", "t-1-2": "g3"}
    found = deviations([TABLE, ROWS], guests, seated)
    assert found["t-1-2"] is Deviation.TABLE
    assert found["r-1-1"] is Deviation.AWAY


def test_of_more_guests_than_seats_the_lowest_stay_without() -> None:
    guests = [plain(n, n) for n in range(1, 21)]
    seated = arranged([ROWS], guests, {})
    assert {one.number for one in guests if one.key not in seated.values()} == set(range(16, 21))


def test_one_who_stays_away_moves_no_more_than_one_of_each_level() -> None:
    guests = [plain(n, n // 5 + 1) for n in range(1, 15)]
    before = arranged([ROWS], guests, {})
    after = arranged([ROWS], guests[1:], {}, before)
    moved = [place for place, key in after.items() if before.get(place) != key]
    assert len(moved) == 3
    assert deviations([ROWS], guests[1:], after) == {}


KINDS = st.sampled_from([k for k in PartKind if k is not PartKind.SIGNING])
ROOMS = st.lists(
    st.tuples(KINDS, st.integers(1, 9), st.integers(1, 3), st.integers(0, 2), st.booleans()),
    min_size=1,
    max_size=3,
).map(
    lambda made: [
        Part(kind=kind, key=f"p{n}", seats=seats, rows=rows, behind=behind, halves=halves, arm=2)
        for n, (kind, seats, rows, behind, halves) in enumerate(made)
    ]
)


@st.composite
def people(draw: st.DrawFn) -> list[Sitter]:
    count, level = draw(st.integers(1, 24)), 1
    made = [HOST]
    for number in range(2, count + 2):
        level += draw(st.integers(0, 1))
        role = draw(st.sampled_from(["", "", "", "spouse", "voice"]))
        beside = draw(st.sampled_from(made)).key
        made.append(
            Sitter(
                key=f"g{number}",
                number=number,
                level=level,
                body=draw(st.sampled_from("ab")),
                host=draw(st.booleans()),
                signs=draw(st.integers(0, 5)) == 0,
                partner=beside if role == "spouse" else "",
                principal=beside if role == "voice" else "",
                interpreter=role == "voice",
            )
        )
    return made


@given(ROOMS, people(), st.booleans(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_arranging_keeps_locks_seats_nobody_twice_and_changes_nothing_the_second_time(
    parts: list[Part], guests: list[Sitter], table: bool, chance: Random
) -> None:
    room = [TABLE, *parts] if table else parts
    seats = [p.key for p in places(room)]
    count = min(3, len(seats), len(guests))
    fixed = dict(
        zip(chance.sample(seats, count), chance.sample([g.key for g in guests], count), strict=True)
    )
    seated = arranged(room, guests, fixed)
    assert fixed.items() <= seated.items()
    assert len(set(seated.values())) == len(seated)
    assert set(seated) <= set(seats)
    assert arranged(room, guests[::-1], fixed) == seated
    assert arranged(room, guests, fixed, seated) == seated
    keys = [guest.key for guest in guests]
    mess = dict(zip(chance.sample(seats, len(seats)), keys, strict=False))
    settled = arranged(room, guests, fixed, mess)
    assert arranged(room, guests, fixed, settled) == settled


@given(ROOMS, people(), st.booleans())
@settings(max_examples=60)
def test_what_is_arranged_freely_never_deviates(
    parts: list[Part], guests: list[Sitter], table: bool
) -> None:
    room = [TABLE, *parts] if table else parts
    seated = arranged(room, guests, {})
    found = deviations(room, guests, seated)
    assert set(found.values()) <= {Deviation.COUPLE}


@given(st.integers(1, 9), st.integers(1, 3), people())
def test_nobody_stands_while_a_seat_in_rows_is_free(
    seats: int, rows: int, guests: list[Sitter]
) -> None:
    room = [replace(ROWS, seats=seats, rows=rows)]
    seated = arranged(room, guests, {})
    assert len(seated) == min(len(guests), seats * rows)


@pytest.mark.parametrize("seats", [1, 2, 3, 7])
def test_no_guest_no_seat_taken(seats: int) -> None:
    assert arranged([replace(ROWS, seats=seats)], [], {}) == {}
