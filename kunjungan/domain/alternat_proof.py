"""Proves that two originals of one text differ in nothing but the order of the parties.

Alternat: in its own original each party is named first. Obligations never move with it, so only two
things may differ: rows that introduce one party each stand in another order, and a listing
such as ``X and Y`` names the same parties in another order.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kunjungan.domain.clauses import Level

CONJUNCTIONS = ("dan", "and", "serta", "&")
_OPEN, _CLOSE = "\ue000", "\ue001"
_PARTY = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_ENDS = re.compile(r"[\s.,;:]*(?:\s(?:dan|and))?\s*$")
_Body = tuple[Level, tuple[str, ...]]
_ARTICLE = r"(?:(?:the|The|THE)\s+)?"
_IN_TURN = re.compile(r"\brespectively\b|\bberturut-turut\b|\bsecara berurutan\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an original: its level, its marks and its words, in every language."""

    level: Level
    markers: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Rows from ``start`` up to ``stop`` that differ; ``order`` when by the party order alone."""

    start: int
    stop: int
    order: bool


class PartyNames:
    """What the parties of an agreement are called, party 1 first, and how a listing joins them.

    A name that two parties share tells nothing and is disregarded.
    """

    def __init__(
        self, names: Sequence[Collection[str]], conjunctions: Collection[str] = CONJUNCTIONS
    ) -> None:
        owners: dict[str, set[int]] = {}
        for party, called in enumerate(names, 1):
            for name in _written(called):
                owners.setdefault(name, set()).add(party)
        self._owner = {name: min(who) for name, who in owners.items() if len(who) == 1}
        self._names = _any_of(self._owner)
        words = "|".join(re.escape(word) for word in sorted(conjunctions, key=len, reverse=True))
        joint = rf"[\s,;、،]*(?:(?:{words})\s*)?"
        self._listing = re.compile(f"{_PARTY.pattern}(?:{joint}{_PARTY.pattern})+", re.IGNORECASE)

    def marked(self, text: str) -> str:
        """Return a text with each party's own names replaced by its mark."""
        if self._names is None:
            return text
        return self._names.sub(lambda found: f"{_OPEN}{self._owner[found[1]]}{_CLOSE}", text)

    def first_in(self, text: str) -> int | None:
        """Return the party that a text names first."""
        found = _PARTY.search(self.marked(text))
        return int(found[1]) if found else None

    def same_but_for_listings(self, first: str, second: str) -> bool:
        """Say whether two texts differ only in the order in which a listing names parties.

        A text that speaks of them respectively says something else in another order, unless all
        its listings follow one order.
        """
        one, two = self.marked(first), self.marked(second)
        if self._settled(one) != self._settled(two):
            return False
        if not _IN_TURN.search(first):
            return True
        return all(self._in_one_order(text) for text in (one, two))

    def _settled(self, marked: str) -> str:
        return self._listing.sub(lambda found: str(sorted(_parties(found[0]))), marked)

    def _in_one_order(self, marked: str) -> bool:
        listings = [tuple(_parties(found[0])) for found in self._listing.finditer(marked)]
        return len(listings) > 1 and len(set(listings)) == 1


def differing(
    first: Sequence[Row],
    second: Sequence[Row],
    names: PartyNames,
    orders: tuple[Sequence[int], Sequence[int]],
) -> Iterator[Differing]:
    """Yield where two originals differ; ``orders`` are those of the parties in each of them."""
    place = 0
    while place < min(len(first), len(second)):
        stop = place + 1
        if first[place] != second[place]:
            stop = _moved(first, second, place) or stop
            rows = first[place:stop], second[place:stop]
            order = _by_party(rows, names, orders) if stop > place + 1 else _alike(rows, names)
            yield Differing(place, stop, order)
        place = stop
    if len(first) != len(second):
        yield Differing(place, max(len(first), len(second)), order=False)


def _moved(first: Sequence[Row], second: Sequence[Row], start: int) -> int | None:
    """Return where the shortest run ends that holds the same rows in another order."""
    lead, owed = first[start].level, Counter[_Body]()
    for place, (one, two) in enumerate(zip(first[start:], second[start:], strict=False), start):
        owed[_body(one, lead)] += 1
        owed[_body(two, lead)] -= 1
        if not any(owed.values()):
            return place + 1 if place > start else None
    return None


def _by_party(
    rows: tuple[Sequence[Row], Sequence[Row]],
    names: PartyNames,
    orders: tuple[Sequence[int], Sequence[int]],
) -> bool:
    """Say whether rows, each with what stands under it, follow the order of the parties.

    Their marks and the punctuation at their ends must have stayed in their places.
    """
    lead = rows[0][0].level
    leading = [[row for row in side if row.level is lead] for side in rows]
    if rows[1][0].level is not lead or _left(leading[0]) != _left(leading[1]):
        return False
    if Counter(_units(rows[0], lead)) != Counter(_units(rows[1], lead)):
        return False
    return all(
        _follows([names.first_in(" ".join(row.texts)) for row in side], order)
        for side, order in zip(leading, orders, strict=True)
    )


def _units(rows: Sequence[Row], lead: Level) -> list[tuple[_Body, ...]]:
    """Return each leading row together with what stands under it."""
    units: list[tuple[_Body, ...]] = []
    for row in rows:
        own = (_body(row, lead),)
        if row.level is lead or not units:
            units.append(own)
        else:
            units[-1] += own
    return units


def _follows(parties: Sequence[int | None], order: Sequence[int]) -> bool:
    places = [order.index(party) if party in order else -1 for party in parties]
    return min(places) >= 0 and places == sorted(places)


def _alike(rows: tuple[Sequence[Row], Sequence[Row]], names: PartyNames) -> bool:
    (one,), (two,) = rows
    same = (one.level, one.markers, len(one.texts)) == (two.level, two.markers, len(two.texts))
    return same and all(map(names.same_but_for_listings, one.texts, two.texts))


def _body(row: Row, lead: Level) -> _Body:
    """Return what moves with a row: its words, and its marks where it stands under another."""
    marks = () if row.level is lead else row.markers
    return row.level, (*marks, *(_ENDS.sub("", text) for text in row.texts))


def _left(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """Return what does not move with rows: their marks, and how each of them ends."""
    return [(*row.markers, *(text[_ending(text) :] for text in row.texts)) for row in rows]


def _ending(text: str) -> int:
    found = _ENDS.search(text)
    return found.start() if found else len(text)


def _parties(marked: str) -> list[int]:
    return [int(number) for number in _PARTY.findall(marked)]


def _written(called: Collection[str]) -> set[str]:
    """Return names without an article: as they are, at the head of a sentence, in capitals."""
    names = {re.sub(f"^{_ARTICLE}", "", name.strip()) for name in called} - {""}
    return {form for name in names for form in (name, name[0].upper() + name[1:], name.upper())}


def _any_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Return a pattern of whole names, the longest first, with the article before an English one.

    Names in scripts that write without spaces need no edge.
    """
    if not names:
        return None
    longest = sorted(names, key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"(?<![A-Za-z0-9]){_ARTICLE}({words})(?![A-Za-z0-9])")
