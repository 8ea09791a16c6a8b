"""Those who are to be seated, and which of free places suits whom."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kunjungan.domain.seating_kinds import SeatPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """Somebody to be seated; ``number`` is the place in the order of precedence.

    Those of one ``level`` may change places for the sake of their delegation, ``body``. ``signs``
    seats at the signing table, ``leads`` is a delegation's or the host's head. ``partner`` is
    whose spouse this is, ``principal`` whom an interpreter or an aide stays with.
    """

    key: str
    number: int
    level: int
    body: str
    host: bool = False
    leads: bool = False
    signs: bool = False
    partner: str = ""
    principal: str = ""
    interpreter: bool = False


class Waiting:
    """Those who are to be seated by rank: in one line, and in a line for each kind of seat."""

    def __init__(self, queue: Sequence[Sitter], seated: Iterable[str]) -> None:
        self._seated = set(seated)
        self._lines = {
            "": deque(queue),
            "host": deque(one for one in queue if one.host),
            "guest": deque(one for one in queue if not one.host),
            "signs": deque(one for one in queue if one.signs),
        }

    def line(self, name: str) -> Iterator[Sitter]:
        """Yield those of a line who have no seat yet, the highest first."""
        line = self._lines[name]
        while line and line[0].key in self._seated:
            line.popleft()
        return (one for one in line if one.key not in self._seated)

    def let_go(self, one: Sitter) -> None:
        """Let somebody wait no longer."""
        self._seated.add(one.key)


def together(run: Sequence[SeatPlace], people: Sequence[Sitter]) -> dict[str, str]:
    """Seat equals of a row in blocks by delegation; the first delegation has the better block."""
    bodies = list(dict.fromkeys(one.body for one in people))
    if len(bodies) < 2 or len(bodies) == len(people):
        return {}
    across = sorted(run, key=lambda place: place.x)
    first, *_ = bodies
    sides = [_blocks(across, people, order) for order in (bodies, bodies[::-1])]
    return min(sides, key=lambda made: _best(run, people, made, first))


def _blocks(
    across: Sequence[SeatPlace], people: Sequence[Sitter], bodies: Sequence[str]
) -> dict[str, str]:
    made: dict[str, str] = {}
    start = 0
    for body in bodies:
        members = [one for one in people if one.body == body]
        block = sorted(across[start : start + len(members)], key=lambda place: place.honour)
        made |= {place.key: one.key for place, one in zip(block, members, strict=True)}
        start += len(members)
    return made


def _best(
    run: Sequence[SeatPlace], people: Sequence[Sitter], made: Mapping[str, str], body: str
) -> int:
    members = {one.key for one in people if one.body == body}
    return min(place.honour for place in run if made[place.key] in members)
