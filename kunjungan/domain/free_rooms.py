"""Ranks the rooms that are free for so many guests."""

from collections.abc import Iterable
from dataclasses import dataclass

from kunjungan.domain.bookings import name_key


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the office; ``seats`` is None where nobody counted them."""

    name: str
    place: str = ""
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class RoomOffer:
    """A free room: whether its seats are known to be enough, and whether it is at hand."""

    name: str
    seats: int | None
    enough: bool
    same_place: bool


def ranked_rooms(rooms: Iterable[Room], need: int, place: str = "") -> list[RoomOffer]:
    """Return rooms with the best first (office practice).

    Those with seats enough come first, of them those at the same place, then the smallest that
    does. Of the others the largest comes first, and one whose seats nobody counted last.
    """
    here = name_key(place)
    offers = [
        RoomOffer(
            room.name,
            room.seats,
            room.seats is not None and room.seats >= need,
            bool(here) and name_key(room.place) == here,
        )
        for room in rooms
    ]
    return sorted(offers, key=_rank)


def _rank(offer: RoomOffer) -> tuple[bool, bool, int, str]:
    seats = -1 if offer.seats is None else offer.seats
    wasted = seats if offer.enough else -seats
    return not offer.enough, not offer.same_place, wasted, name_key(offer.name)
