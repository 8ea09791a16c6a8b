from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.seating import seated_view
from kunjungan.domain.seating_kinds import CARD_HEIGHT, CARD_WIDTH
from kunjungan.domain.seating_parts import (
    ObjectKind,
    Part,
    PartKind,
    SeatPlace,
    json_of,
    mirrored,
    objects,
    part_from,
    places,
    size_of,
)
from kunjungan.domain.seating_templates import (
    fitting,
    seat_name,
    shipped_rooms,
)

PARTS = st.builds(
    Part,
    kind=st.sampled_from(PartKind),
    key=st.just("p"),
    seats=st.integers(1, 14),
    rows=st.integers(1, 5),
    arm=st.integers(0, 6),
    behind=st.integers(0, 4),
    aisles=st.lists(st.integers(1, 13), max_size=2, unique=True).map(lambda a: tuple(sorted(a))),
    halves=st.booleans(),
    guest_right=st.booleans(),
)
ROOMS = st.lists(PARTS, min_size=1, max_size=3).map(
    lambda parts: [
        Part(**{**{f: getattr(p, f) for f in p.__dataclass_fields__}, "key": f"p{n}"})
        for n, p in enumerate(parts)
    ]
)


def across(parts: list[Part], row: int = 1) -> list[int]:
    """Return the honours of a row as the audience sees it from left to right."""
    line = [p for p in places(parts) if p.row == row and not p.behind]
    return [p.honour for p in sorted(line, key=lambda p: p.x)]


def test_three_sign_with_the_host_in_the_middle_and_the_second_at_the_right_hand() -> None:
    table = Part(kind=PartKind.SIGNING, key="t", seats=3)
    assert across([table]) == [2, 1, 3]


def test_of_two_who_sign_the_guest_sits_at_the_host_s_right_unless_chosen_otherwise() -> None:
    assert across([Part(kind=PartKind.SIGNING, key="t", seats=2)]) == [2, 1]
    other = Part(kind=PartKind.SIGNING, key="t", seats=2, guest_right=False)
    assert across([other]) == [1, 2]


@pytest.mark.parametrize("count", range(1, 9))
def test_rows_look_at_the_stage_so_their_own_right_is_the_audience_s(count: int) -> None:
    row = Part(kind=PartKind.ROWS, key="r", seats=count)
    assert across([row]) == seated_view(count)
    assert {p.turn for p in places([row])} == {180}


def test_the_front_row_fills_before_the_next() -> None:
    rows = Part(kind=PartKind.ROWS, key="r", seats=3, rows=2)
    assert across([rows], 1) == [3, 1, 2]
    assert across([rows], 2) == [6, 4, 5]


def test_halves_seat_guests_on_the_right_from_the_aisle_outwards() -> None:
    rows = Part(kind=PartKind.ROWS, key="r", seats=6, aisles=(3,), halves=True)
    line = sorted(places([rows]), key=lambda p: p.x)
    assert [p.side for p in line] == ["host"] * 3 + ["guest"] * 3
    hosts = [p.honour for p in line[:3]]
    assert hosts == sorted(hosts, reverse=True)


@pytest.mark.parametrize("count", range(1, 9))
def test_heads_face_each_other_at_a_meeting_and_guests_look_at_the_door(count: int) -> None:
    seats = places([Part(kind=PartKind.MEETING, key="m", seats=count)])
    guests = [p for p in seats if p.side == "guest"]
    hosts = [p for p in seats if p.side == "host"]
    assert guests[0].x == hosts[0].x
    assert {p.turn for p in guests} == {0}
    assert {p.turn for p in hosts} == {180}


def test_at_a_meeting_the_second_sits_at_the_own_right_of_the_head() -> None:
    seats = places([Part(kind=PartKind.MEETING, key="m", seats=3)])
    guest, second = [p for p in seats if p.side == "guest"][:2]
    assert second.x < guest.x  # who looks at the audience has the right hand at its left
    host, own = [p for p in seats if p.side == "host"][:2]
    assert own.x > host.x


def test_heads_of_a_u_sit_at_its_closed_end() -> None:
    seats = places([Part(kind=PartKind.U_SHAPE, key="u", seats=3, arm=2)])
    assert [p.row for p in seats] == [1, 1, 1, 2, 3, 2, 3]
    assert seats[0].y == min(p.y for p in seats)
    right, left = seats[3], seats[4]
    assert right.x < left.x


def test_the_first_of_round_tables_is_in_front_in_the_middle() -> None:
    seats = places([Part(kind=PartKind.BANQUET, key="b", seats=8, rows=3)])
    tables = {n: sum(p.x for p in seats if p.row == n) / 8 for n in (1, 2, 3)}
    assert tables[2] < tables[1] < tables[3]
    assert [p.row for p in seats[:8]] == [1] * 8


@given(ROOMS)
def test_seats_stand_in_the_room_apart_from_each_other(parts: list[Part]) -> None:
    seats, size = places(parts), size_of(parts)
    assert len({p.key for p in seats}) == len(seats)
    assert [p.honour for p in seats] == list(range(1, len(seats) + 1))
    for one in seats:
        assert 0.4 <= one.x <= size.width - 0.4
        assert 0 <= one.y <= size.depth
    for one, other in combinations(seats[:60], 2):
        assert (
            abs(one.x - other.x) >= CARD_WIDTH - 1e-6 or abs(one.y - other.y) >= CARD_HEIGHT - 1e-6
        )


@given(ROOMS)
def test_the_view_from_the_stage_is_the_exact_mirror(parts: list[Part]) -> None:
    size = size_of(parts)
    for seat in places(parts):
        turned = mirrored(seat, size)
        assert turned.x == pytest.approx(size.width - seat.x, abs=1e-3)
        assert turned.y == pytest.approx(size.depth - seat.y, abs=1e-3)
        assert mirrored(turned, size) == seat
    for thing in objects(parts):
        back = mirrored(mirrored(thing, size), size)
        assert back.x == pytest.approx(thing.x)
        assert back.y == pytest.approx(thing.y)


@given(ROOMS)
def test_the_right_hand_is_the_same_hand_in_both_views(parts: list[Part]) -> None:
    def to_the_right(one: SeatPlace, other: SeatPlace) -> bool:
        return (other.x > one.x) is (one.turn == 180)

    size = size_of(parts)
    rows = [p for p in places(parts) if p.turn in {0, 180}]
    for one, other in combinations([p for p in rows if p.row == 1 and not p.behind][:8], 2):
        if (one.part, one.turn) != (other.part, other.turn):
            continue
        turned = to_the_right(mirrored(one, size), mirrored(other, size))
        assert turned == to_the_right(one, other)


@given(PARTS)
def test_a_part_comes_back_from_what_is_stored(part: Part) -> None:
    assert part_from(json_of(part)) == part


@pytest.mark.parametrize(
    "data", [{}, {"kind": "sofa", "key": "a", "seats": 2}, {"kind": "rows", "key": "a"}, [1]]
)
def test_a_damaged_part_is_refused_in_words(data: dict[str, object]) -> None:
    with pytest.raises(RuleBroken):
        part_from(data)


@pytest.mark.parametrize(("seats", "rows"), [(0, 1), (61, 1), (3, 101), (3, 0)])
def test_no_room_holds_an_endless_part(seats: int, rows: int) -> None:
    with pytest.raises(RuleBroken):
        Part(kind=PartKind.ROWS, key="r", seats=seats, rows=rows)


def test_every_shipped_room_has_seats_with_names() -> None:
    for room in shipped_rooms():
        parts = {part.key: part for part in room.parts}
        assert len(parts) == len(room.parts)
        assert all(seat_name(parts[p.part], p).complete for p in places(room.parts))
        assert room.name.complete


def test_a_seat_is_called_by_its_row_and_its_number_from_the_audience_s_left() -> None:
    rows = Part(kind=PartKind.ROWS, key="r", seats=3, rows=2)
    last = max(places([rows]), key=lambda p: (p.row, p.x))
    assert seat_name(rows, last).id == "Baris 2, kursi 3"


def test_the_smallest_table_that_holds_the_signatories_is_chosen() -> None:
    rooms = shipped_rooms()
    assert fitting(rooms, "signing", 2).code == "signing-2"
    assert fitting(rooms, "signing", 3).code == "signing-3"
    assert fitting(rooms, "signing", 9).occasion == "signing"
    assert fitting(rooms, "meal", 0).code == "banquet"


def test_a_signing_table_has_folders_pens_and_seals_before_who_signs() -> None:
    table = Part(kind=PartKind.SIGNING, key="t", seats=3)
    kinds = [thing.kind for thing in objects([table])]
    assert kinds.count(ObjectKind.FOLDERS) == 2
    assert {ObjectKind.PENS, ObjectKind.STAMPS, ObjectKind.STAGE, ObjectKind.LECTERN} <= set(kinds)
