"""The seats of a room made of parts, and what stands in it, seen from either side."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from kunjungan.domain.seating_kinds import (
    ObjectKind,
    Part,
    PartKind,
    RoomObject,
    SeatPlace,
    SeatSide,
    Size,
    json_of,
    part_from,
)
from kunjungan.domain.seating_shapes import layout

__all__ = [
    "ObjectKind", "Part", "PartKind", "RoomObject", "SeatPlace", "SeatSide", "Size", "json_of",
    "mirrored", "objects", "part_from", "places", "size_of",
]  # fmt: skip

Thing = TypeVar("Thing", SeatPlace, RoomObject)


def places(parts: Sequence[Part]) -> tuple[SeatPlace, ...]:
    """Return every seat of a room in order of honour."""
    return layout(parts).places


def objects(parts: Sequence[Part]) -> tuple[RoomObject, ...]:
    """Return what stands in a room besides seats and flags."""
    return layout(parts).objects


def size_of(parts: Sequence[Part]) -> Size:
    """Return how large a room of these parts is."""
    return layout(parts).size


def mirrored(thing: Thing, size: Size) -> Thing:
    """Return a seat or an object as seen from the stage: left and right, near and far change."""
    turned = replace(thing, x=round(size.width - thing.x, 3), y=round(size.depth - thing.y, 3))
    if isinstance(turned, SeatPlace):
        return replace(turned, turn=(turned.turn + 180) % 360)
    return turned
