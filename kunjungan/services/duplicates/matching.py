"""Finds who may be whom among many without comparing everybody with everybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from uuid import UUID

from rapidfuzz import fuzz

from kunjungan.domain.likeness import NOT_ALIKE, POSSIBLE, KnownName, Likeness, likeness

CROWD = 60
"""A group of so many who share a key is compared with neighbours by name only."""
NEIGHBOURS = 8
_WORDS = 4
"""So many words of a name make keys."""
_FAR = 65
"""Names less alike than this are not looked at any further."""
_VOWELS = str.maketrans("", "", "aeiouy")

Key = tuple[str, ...]


class Matcher:
    """Known people by the keys that they share; built once, asked often."""

    def __init__(self, people: Iterable[KnownName]) -> None:
        self._groups: dict[Key, list[KnownName]] = defaultdict(list)
        for person in people:
            self.add(person)

    def add(self, person: KnownName) -> None:
        """Know one more person."""
        for key in keys_of(person):
            self._groups[key].append(person)

    def like(self, person: KnownName) -> list[tuple[KnownName, Likeness]]:
        """Return whom a person may be, the likeliest first."""
        others: dict[UUID, KnownName] = {}
        for key in keys_of(person):
            if key in self._groups:
                others |= {other.id: other for other in self._groups[key][:CROWD]}
        others.pop(person.id, None)
        if not others:
            return []
        found = [(other, compared(person, other)) for other in others.values()]
        likely = [(other, like) for other, like in found if like.score >= POSSIBLE]
        return sorted(likely, key=lambda pair: (-pair[1].score, pair[0].id.int))

    def pairs(self) -> Iterator[tuple[KnownName, KnownName, Likeness]]:
        """Yield every two who may be one, each pair once."""
        seen: set[frozenset[int]] = set()
        for group in self._groups.values():
            for one, other in _compared_in(group):
                like = compared(one, other)
                if like.score < POSSIBLE:
                    continue
                pair = frozenset((one.id.int, other.id.int))
                if pair not in seen:
                    seen.add(pair)
                    yield one, other, like


def keys_of(person: KnownName) -> Iterator[Key]:
    """Yield what a person has in common with whom one may be mistaken for."""
    for kind, value in (("nip", person.nip), ("phone", person.phone), ("email", person.email)):
        if value:
            yield kind, value
    bones = sorted({_bones(word) for word in person.folded[:_WORDS]})
    if len(bones) == 1:
        yield ("only", *bones)
    yield from combinations(bones, 2)
    for body in person.bodies:
        yield from (("at", body.hex, bone) for bone in bones)


def compared(one: KnownName, other: KnownName) -> Likeness:
    """Return how likely two are one person."""
    close = fuzz.ratio(one.line, other.line, score_cutoff=_FAR)
    if not close and not one.nip:
        return NOT_ALIKE
    return likeness(one, other, close)


def _compared_in(group: Sequence[KnownName]) -> Iterator[tuple[KnownName, KnownName]]:
    if len(group) <= CROWD:
        yield from combinations(group, 2)
        return
    line = sorted(group, key=lambda person: (person.folded, person.id.int))
    for place, person in enumerate(line):
        yield from ((person, other) for other in line[place + 1 : place + 1 + NEIGHBOURS])


@lru_cache(maxsize=65_536)
def _bones(word: str) -> str:
    """Return a word's first letter and the consonants after it, where vowels may be mistaken."""
    return word[:1] + word[1:].translate(_VOWELS)
