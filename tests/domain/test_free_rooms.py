"""Free rooms in the order in which an office would take them."""

from kunjungan.domain.free_rooms import Room, ranked_rooms

ROOMS = [
    Room("Auditorium", "Balai Kota", 120),
    Room("Ruang Tengah", "Balai Kota", 30),
    Room("Pendopo", "Dago", 60),
    Room("Lobi", "Balai Kota"),
]


def test_the_smallest_room_at_hand_that_seats_everybody_comes_first() -> None:
    names = [one.name for one in ranked_rooms(ROOMS, 40, "balai kota")]
    assert names == ["Auditorium", "Pendopo", "Ruang Tengah", "Lobi"]


def test_without_a_place_the_smallest_that_does_comes_first() -> None:
    offers = ranked_rooms(ROOMS, 25)
    assert [one.name for one in offers] == ["Ruang Tengah", "Pendopo", "Auditorium", "Lobi"]
    assert [one.enough for one in offers] == [True, True, True, False]
    assert not any(one.same_place for one in offers)


def test_rooms_too_small_come_with_the_largest_first() -> None:
    assert [one.name for one in ranked_rooms(ROOMS, 500)][:3] == [
        "Auditorium", "Pendopo", "Ruang Tengah",
    ]  # fmt: skip
