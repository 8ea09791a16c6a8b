"""Parts a large room into blocks that each fill a page at a scale where names can be read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

from kunjungan.documents.office.seating_sheet import SeatingSheet, SheetSeat
from kunjungan.domain.seating_kinds import (
    CARD_HEIGHT,
    CARD_WIDTH,
    NO_WORDS,
    ObjectKind,
    RoomObject,
    SeatPlace,
    Size,
)

_RIM, _SAME = 0.34, 0.01
_WIDE = frozenset({ObjectKind.STAGE, ObjectKind.TABLE, ObjectKind.AISLE})
"""Things that may reach from one block into another."""
_AISLE_PULL = 3.0
"""How much rather a block ends at a wide gap than where it would be largest."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a room, in the widths of seats from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> Size:
        """How large it is."""
        return Size(self.right - self.left, self.bottom - self.top)

    def joined(self, other: "Area") -> "Area":
        """Return the smallest area that holds both."""
        return Area(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def mirrored(self, room: Size) -> "Area":
        """Return it as it lies in a room that is seen from its other side."""
        return Area(
            room.width - self.right,
            room.depth - self.bottom,
            room.width - self.left,
            room.depth - self.top,
        )


@dataclass(frozen=True, slots=True)
class Tile:
    """A block of a room: where it is, its seats, and the things that stand there."""

    area: Area
    seats: tuple[SheetSeat, ...]
    things: tuple[RoomObject, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Seats that are never parted: one seat, or all of a round table."""

    area: Area
    part: str
    seats: tuple[SheetSeat, ...]


def tiles_of(sheet: SeatingSheet, most: Size) -> list[Tile]:
    """Return the blocks of a room from the stage to the door, each no larger than ``most``.

    Blocks end between rows and at aisles or gaps; a round table is never parted.
    """
    inner = Size(most.width - 2 * _RIM, most.depth - 2 * _RIM)
    runs = list(_runs(_lines(sheet), inner))
    tops = [0.0, *(_whole(run).top - _RIM for run in runs[1:]), sheet.size.depth]
    tiles = list[Tile]()
    for run, (top, bottom) in zip(runs, pairwise(tops), strict=True):
        level = [thing for thing in sheet.objects if _crosses(thing, top, bottom)]
        blocks = list(_across(run, inner.width))
        for block in blocks:
            tiles.append(_tile(block, level, (top, bottom), alone=len(blocks) == 1))
    return tiles


def _lines(sheet: SeatingSheet) -> list[list[_Group]]:
    """Return the groups line by line, the one at the stage first."""
    lines: list[list[_Group]] = []
    bottom = float("-inf")
    for group in sorted(_groups(sheet), key=lambda group: group.area.top):
        if group.area.top > bottom - _SAME:
            lines.append([])
            bottom = group.area.bottom
        lines[-1].append(group)
        bottom = max(bottom, group.area.bottom)
    return lines


def _groups(sheet: SeatingSheet) -> Iterator[_Group]:
    """Yield every seat by itself, and together those of a round table."""
    rings = {thing.owner for thing in sheet.objects if thing.kind is ObjectKind.ROUND_TABLE}

    def slot(seat: SheetSeat) -> tuple[str, ...]:
        place = seat.place
        table = f"{place.part}-{place.row}"
        return (place.part, table) if table in rings else (place.part, table, place.key)

    for (part, *_), seats in groupby(sorted(sheet.seats, key=slot), key=slot):
        kept = tuple(seats)
        yield _Group(_around(seat.place for seat in kept), part, kept)


def _around(places: Iterable[SeatPlace]) -> Area:
    there = list(places)
    wide, high = CARD_WIDTH / 2, CARD_HEIGHT / 2
    xs, ys = [place.x for place in there], [place.y for place in there]
    return Area(min(xs) - wide, min(ys) - high, max(xs) + wide, max(ys) + high)


def _whole(groups: Iterable[_Group]) -> Area:
    areas = [group.area for group in groups]
    return list(accumulate(areas, Area.joined))[-1]


def _runs(lines: Sequence[list[_Group]], most: Size) -> Iterator[list[_Group]]:
    """Yield lines of one part, or of several narrow ones, parted evenly where they are deep."""
    run: list[list[_Group]] = []
    for line in lines:
        if run and line[0].part != run[-1][0].part and not _narrow([*run, line], most):
            yield from _down(run, most.depth)
            run = []
        run.append(line)
    yield from _down(run, most.depth)


def _narrow(lines: Sequence[list[_Group]], most: Size) -> bool:
    size = _whole(group for line in lines for group in line).size
    return size.width <= most.width and size.depth <= most.depth


def _down(lines: list[list[_Group]], most: float) -> Iterator[list[_Group]]:
    if not lines:
        return
    depth = _whole(group for line in lines for group in line).size.depth
    count = min(-(-depth // most), len(lines))
    for _, part in groupby(enumerate(lines), key=lambda pair: pair[0] * count // len(lines)):
        yield [group for _, line in part for group in line]


def _across(groups: list[_Group], most: float) -> Iterator[list[_Group]]:
    """Yield the groups from the left to the right, parted at gaps where they are wide."""
    area = _whole(groups)
    count = int(-(-area.size.width // most))
    gaps = list(_gaps(groups))
    cuts = {_cut(gaps, area.left + area.size.width * at / count) for at in range(1, count)}
    edges = [*sorted(cut for cut in cuts if cut is not None), float("inf")]
    start = float("-inf")
    for edge in edges:
        block = [group for group in groups if start <= group.area.left < edge]
        start = edge
        if block:
            yield block


def _gaps(groups: list[_Group]) -> Iterator[tuple[float, float]]:
    """Yield the gaps that no group bridges: their middle and their width."""
    spans = sorted((group.area.left, group.area.right) for group in groups)
    ends = accumulate((right for _, right in spans), max)
    for end, (left, _) in zip(ends, spans[1:], strict=False):
        if left > end:
            yield (left + end) / 2, left - end


def _cut(gaps: Sequence[tuple[float, float]], ideal: float) -> float | None:
    near = min(gaps, key=lambda gap: abs(gap[0] - ideal) - _AISLE_PULL * gap[1], default=None)
    return near[0] if near is not None else None


def _crosses(thing: RoomObject, top: float, bottom: float) -> bool:
    if thing.kind is ObjectKind.AISLE:
        return thing.y - thing.h / 2 < bottom and thing.y + thing.h / 2 > top
    return top <= thing.y < bottom


def _tile(
    block: list[_Group], things: Sequence[RoomObject], level: tuple[float, float], *, alone: bool
) -> Tile:
    """Return a block with what stands there; one that is alone has all of its level."""
    seats = tuple(seat for group in block for seat in group.seats)
    bare = _whole(block)
    area = Area(bare.left - _RIM, level[0], bare.right + _RIM, level[1])
    if alone:
        edges = [Area(t.x - t.w / 2, level[0], t.x + t.w / 2, level[1]) for t in things]
        area = list(accumulate([area, *edges], Area.joined))[-1]
    kept = (_within(thing, area, bare.left + CARD_WIDTH / 2) for thing in things)
    return Tile(area, seats, tuple(thing for thing in kept if thing is not None))


def _within(thing: RoomObject, area: Area, first: float) -> RoomObject | None:
    """Return what of a thing is in an area; the name of a row stands over its first seat there."""
    if thing.kind is ObjectKind.ROW_NAME:
        return replace(thing, x=max(thing.x, first))
    inside = area.left <= thing.x <= area.right
    if thing.kind not in _WIDE:
        return thing if inside else None
    left = max(thing.x - thing.w / 2, area.left)
    right = min(thing.x + thing.w / 2, area.right)
    top = max(thing.y - thing.h / 2, area.top)
    bottom = min(thing.y + thing.h / 2, area.bottom)
    if left >= right:
        return None
    return replace(
        thing,
        x=(left + right) / 2,
        y=(top + bottom) / 2,
        w=right - left,
        h=bottom - top,
        label=thing.label if inside else NO_WORDS,
    )
