"""Rooms to start a seating plan from, as data (``seatings.toml``): office practice."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, cast

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.seating_kinds import Part, PartKind, SeatPlace, part_from
from kunjungan.domain.seating_parts import places
from kunjungan.resources import resource

Occasion = Literal["signing", "meeting", "meal", "any"]


@dataclass(frozen=True, slots=True)
class SeatingTemplate:
    """A room by its parts; ``occasion`` is what it fits, ``signatories`` how many sign in it."""

    code: str
    name: Bilingual
    parts: tuple[Part, ...]
    occasion: Occasion = "any"
    signatories: int = 0


@cache
def shipped_rooms() -> tuple[SeatingTemplate, ...]:
    """Return the rooms that the program brings."""
    text = resource("data/seatings.toml").read_text(encoding="utf-8")
    return tuple(_template(data) for data in tomllib.loads(text)["template"])


def _template(data: Mapping[str, Any]) -> SeatingTemplate:
    return SeatingTemplate(
        data["code"],
        Bilingual(data["id"], data["en"]),
        tuple(map(part_from, data["part"])),
        cast("Occasion", data["for"]),
        data.get("signatories", 0),
    )


def fitting(
    rooms: Sequence[SeatingTemplate], occasion: Occasion, signatories: int, people: int = 0
) -> SeatingTemplate:
    """Return the room for an occasion: at a signing the smallest table for those who sign.

    Of several the first with a seat for all ``people``; too many for a meeting's tables get rows.
    """
    fit = [room for room in rooms if room.occasion == occasion] or list(rooms)
    wide = [room for room in fit if room.signatories >= signatories] or fit
    enough = [room for room in wide if _seats(room) >= people]
    if occasion == "meeting" and not enough:
        return fitting(rooms, "any", signatories)
    return min(enough or wide, key=lambda room: room.signatories)


def _seats(room: SeatingTemplate) -> int:
    return sum(1 for place in places(room.parts) if not place.behind)


def seat_name(part: Part, place: SeatPlace) -> Bilingual:
    """Return what a seat is called on papers: "Baris 2, kursi 5", "Meja 3, kursi 1"."""
    return _SEAT_NAMES[part.kind, place.behind].filled(
        row=place.row, seat=place.number, side=_SIDE_NAMES.get((part.kind, place.row), _NOTHING)
    )


_NOTHING = Bilingual("", "")
_SIDE_NAMES: Mapping[tuple[PartKind, int], Bilingual] = MappingProxyType(
    {
        (PartKind.MEETING, 1): Bilingual("sisi tamu", "guests' side"),
        (PartKind.MEETING, 2): Bilingual("sisi tuan rumah", "hosts' side"),
        (PartKind.U_SHAPE, 1): Bilingual("ujung", "head"),
        (PartKind.U_SHAPE, 2): Bilingual("lengan kanan", "right arm"),
        (PartKind.U_SHAPE, 3): Bilingual("lengan kiri", "left arm"),
    }
)
"""The arms of a U are named from its head, as those who sit there see them."""

_SEAT_NAMES: Mapping[tuple[PartKind, bool], Bilingual] = MappingProxyType(
    {
        (PartKind.SIGNING, False): Bilingual(
            "Meja penandatanganan, kursi {seat}", "Signing table, seat {seat}"
        ),
        (PartKind.SIGNING, True): Bilingual(
            "Meja penandatanganan, kursi belakang {seat}", "Signing table, chair behind {seat}"
        ),
        (PartKind.HEAD, False): Bilingual("Meja utama, kursi {seat}", "Head table, seat {seat}"),
        (PartKind.HEAD, True): Bilingual(
            "Meja utama, kursi belakang {seat}", "Head table, chair behind {seat}"
        ),
        (PartKind.ROWS, False): Bilingual("Baris {row}, kursi {seat}", "Row {row}, seat {seat}"),
        (PartKind.MEETING, False): Bilingual(
            "Meja rapat, {side}, kursi {seat}", "Meeting table, {side}, seat {seat}"
        ),
        (PartKind.MEETING, True): Bilingual(
            "Meja rapat, {side}, kursi belakang {seat}",
            "Meeting table, {side}, chair behind {seat}",
        ),
        (PartKind.U_SHAPE, False): Bilingual(
            "Meja U, {side}, kursi {seat}", "U table, {side}, seat {seat}"
        ),
        (PartKind.ROUND, False): Bilingual("Meja {row}, kursi {seat}", "Table {row}, seat {seat}"),
        (PartKind.BANQUET, False): Bilingual(
            "Meja {row}, kursi {seat}", "Table {row}, seat {seat}"
        ),
    }
)
