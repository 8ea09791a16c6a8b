from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.free_seats import FreeSeats
from kunjungan.domain.seating_kinds import Part, PartKind, SeatPlace
from kunjungan.domain.seating_parts import places

rooms = st.builds(
    lambda front, rest: (
        Part(kind=front, key="a", seats=4, behind=3, arm=2),
        Part(kind=rest, key="b", seats=6, rows=4, halves=True, arm=3, behind=2),
    ),
    st.sampled_from(PartKind),
    st.sampled_from(PartKind),
)


def nearest_of_all(free: Sequence[SeatPlace], near: SeatPlace) -> SeatPlace:
    """Look at every place, as one would by hand."""

    def rank(one: SeatPlace) -> tuple[bool, bool, float, int]:
        away = (one.x - near.x) ** 2 + (one.y - near.y) ** 2
        elsewhere = one.part != near.part or one.side != near.side
        return not one.behind, elsewhere, round(away, 3), one.honour

    return min(free, key=rank)


@given(rooms, st.data())
def test_the_nearest_seat_is_the_one_found_by_looking_at_all(
    parts: tuple[Part, ...], data: st.DataObject
) -> None:
    there = list(places(parts))
    seats = FreeSeats(there)
    gone = data.draw(st.lists(st.sampled_from(there), unique=True, max_size=len(there) - 1))
    for place in gone:
        seats.take(place)
    free = [place for place in there if place not in gone]
    near = data.draw(st.sampled_from(there))
    assert seats.nearest(near, lambda _: True) == nearest_of_all(free, near)
    assert seats.nearest(None, lambda _: True) == free[0]
    front = [place for place in free if not place.behind]
    wanted = nearest_of_all(front, near) if front else None
    assert seats.nearest(near, lambda place: not place.behind) == wanted
    assert seats.nearest(near, lambda _: False) is None


def test_few_places_are_asked_for_many_who_follow() -> None:
    room = places((Part(kind=PartKind.ROWS, key="r", seats=50, rows=100),))
    seats, asked = FreeSeats(room), list[SeatPlace]()

    def fits(place: SeatPlace) -> bool:
        asked.append(place)
        return True

    for near in room[:500]:
        found = seats.nearest(near, fits)
        assert found is not None
        seats.take(found)
    assert len(asked) == 500
