"""The free places of a room, and which of them is nearest to somebody: few are looked at."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from kunjungan.domain.seating_kinds import SeatPlace

Fits = Callable[[SeatPlace], bool]
_Kind = tuple[bool, str, str]
_Rank = tuple[float, int]


class FreeSeats:
    """Places that nobody has: in the order of honour, and line by line for each kind of seat.

    Whether a place fits somebody depends on its part and its side alone.
    """

    def __init__(self, places: Iterable[SeatPlace]) -> None:
        self._free = {place.key: place for place in places}
        self._kinds: dict[_Kind, _Lines] = defaultdict(_Lines)
        for place in self._free.values():
            self._kinds[place.behind, place.part, place.side].add(place)

    def take(self, place: SeatPlace) -> None:
        """Let a place be free no longer."""
        del self._free[place.key]
        kind = place.behind, place.part, place.side
        if not self._kinds[kind].remove(place):
            del self._kinds[kind]

    def nearest(self, near: SeatPlace | None, fits: Fits) -> SeatPlace | None:
        """Return the place nearest to another, one behind if there is any; the best near none."""
        if near is None:
            return next(filter(fits, self._free.values()), None)
        ranks: dict[tuple[bool, bool], list[tuple[_Rank, SeatPlace]]] = defaultdict(list)
        for kind, lines in self._kinds.items():
            behind, part, side = kind
            if fits(lines.any):
                away = part != near.part or side != near.side
                ranks[not behind, away].append(lines.nearest(near))
        if not ranks:
            return None
        return min(ranks[min(ranks)], key=lambda found: found[0])[1]


class _Lines:
    """The free places of one kind by their lines across the room."""

    def __init__(self) -> None:
        self._depths: list[float] = []
        self._lines: dict[float, list[tuple[float, int, SeatPlace]]] = {}

    def add(self, place: SeatPlace) -> None:
        """Put a place into its line."""
        if place.y not in self._lines:
            insort(self._depths, place.y)
            self._lines[place.y] = []
        insort(self._lines[place.y], (place.x, place.honour, place), key=lambda seat: seat[:2])

    def remove(self, place: SeatPlace) -> bool:
        """Take a place away; say whether any is left."""
        line = self._lines[place.y]
        at = bisect_left(line, (place.x, place.honour), key=lambda seat: seat[:2])
        del line[at]
        if not line:
            del self._lines[place.y]
            del self._depths[bisect_left(self._depths, place.y)]
        return bool(self._depths)

    @property
    def any(self) -> SeatPlace:
        """One of them."""
        return self._lines[self._depths[0]][0][2]

    def nearest(self, near: SeatPlace) -> tuple[_Rank, SeatPlace]:
        """Return the place nearest to another, of equally near ones the best, and how it ranks."""
        best: tuple[_Rank, SeatPlace] | None = None
        for depth in _outwards(self._depths, near.y):
            if best is not None and (depth - near.y) ** 2 > best[0][0] + 0.001:
                break
            line = self._lines[depth]
            at = bisect_left(line, near.x, key=lambda seat: seat[0])
            for x, honour, place in line[max(at - 1, 0) : at + 1]:
                away = (near.x - x) ** 2 + (near.y - depth) ** 2
                rank = round(away, 3), honour
                if best is None or rank < best[0]:
                    best = rank, place
        assert best is not None  # a kind without places is taken out
        return best


def _outwards(depths: Sequence[float], start: float) -> Iterator[float]:
    """Yield depths, the nearest to one of them first."""
    below = bisect_left(depths, start)
    above = below - 1
    while above >= 0 or below < len(depths):
        far = below == len(depths)
        if far or (above >= 0 and start - depths[above] <= depths[below] - start):
            yield depths[above]
            above -= 1
        else:
            yield depths[below]
            below += 1
