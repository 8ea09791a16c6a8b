"""Seats people by rank, and tells who sits otherwise; the same people always get the same seats."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from itertools import chain, groupby
from types import MappingProxyType

from kunjungan.domain.free_seats import FreeSeats
from kunjungan.domain.longest_chain import in_order
from kunjungan.domain.seating_kinds import Part, PartKind, SeatPlace
from kunjungan.domain.seating_parts import places
from kunjungan.domain.seating_people import Sitter, Waiting, together

NOBODY: Mapping[str, str] = MappingProxyType({})


class Deviation(StrEnum):
    """How somebody sits otherwise than by rank."""

    RANK = "rank"
    SIDE = "side"
    TABLE = "table"
    AWAY = "away"
    COUPLE = "couple"


def arranged(
    parts: Sequence[Part],
    sitters: Sequence[Sitter],
    fixed: Mapping[str, str],
    now: Mapping[str, str] = NOBODY,
) -> dict[str, str]:
    """Return who sits where: keys of places to keys of people, those in ``fixed`` unmoved.

    Whoever finds no seat is left out. The signing table takes those who sign, the host's head in
    the host's seat; then the parts fill by honour, each side with its own people. Delegations stay
    together where those of one level may change places, and of those whoever sits well ``now``
    stays there, so that as few as possible move. At a banquet nobody sits beside the own spouse
    (PP 39/2018, elucidation).
    """
    room = _Room(parts, sitters)
    there = {place.key for place in room.places}
    seated = {place: key for place, key in fixed.items() if place in there and key in room.people}
    waiting = Waiting(room.queue, seated.values())
    for place in room.front:
        if place.key not in seated:
            chosen = room.first_for(place, waiting, seated)
            if chosen is not None:
                seated[place.key] = chosen.key
                waiting.let_go(chosen)
    room.keep_together(seated, frozenset(fixed))
    room.stay(seated, frozenset(fixed), now)
    room.seat_followers(seated)
    return seated


def deviations(
    parts: Sequence[Part], sitters: Sequence[Sitter], seated: Mapping[str, str]
) -> dict[str, Deviation]:
    """Return who sits otherwise than by rank, by the key of the place."""
    room = _Room(parts, sitters)
    found: dict[str, Deviation] = {}
    for pool in room.pools(seated):
        pairs = {at: one.level * len(pool) + at for at, (_, one) in enumerate(pool)}
        stay = in_order(pairs)
        found |= {place.key: Deviation.RANK for at, (place, _) in enumerate(pool) if at not in stay}
    return found | room.misplaced(seated)


class _Room:
    """A room with the people who are to sit in it."""

    def __init__(self, parts: Sequence[Part], sitters: Sequence[Sitter]) -> None:
        self.parts = {part.key: part for part in parts}
        self.places = places(parts)
        self.by_key = {place.key: place for place in self.places}
        self.front = [place for place in self.places if not place.behind]
        self.people = {one.key: one for one in sitters}
        pairs = ((one.key, one.partner) for one in sitters if one.partner in self.people)
        self.couples = frozenset(chain.from_iterable(pairs))
        self.signing = [p for p in self.front if self.kind(p) is PartKind.SIGNING]
        self.banquet = any(part.kind is PartKind.BANQUET for part in parts)
        self.queue = self._queue(sitters)
        self.tables: dict[tuple[str, int], list[SeatPlace]] = defaultdict(list)
        for place in self.places:
            self.tables[place.part, place.row].append(place)

    def kind(self, place: SeatPlace) -> PartKind:
        """Return what a place is part of."""
        return self.parts[place.part].kind

    def follows(self, one: Sitter) -> bool:
        """Say whether somebody stays with another who is there."""
        return one.principal in self.people

    def _queue(self, sitters: Sequence[Sitter]) -> list[Sitter]:
        """Return who is to be seated by rank.

        An interpreter without a chair behind sits beside the principal, but not at a signing.
        """
        order = sorted(sitters, key=lambda one: one.number)
        if any(place.behind for place in self.places):
            return [one for one in order if not self.follows(one)]
        if self.signing:
            return order
        along: dict[str, list[Sitter]] = defaultdict(list)
        for one in order:
            if self._goes_along(one):
                along[one.principal].append(one)
        leading = (one for one in order if not self._goes_along(one))
        return list(chain.from_iterable((one, *along.get(one.key, ())) for one in leading))

    def _goes_along(self, one: Sitter) -> bool:
        principal = self.people.get(one.principal)
        return one.interpreter and principal is not None and not self.follows(principal)

    def first_for(
        self, place: SeatPlace, waiting: Waiting, seated: Mapping[str, str]
    ) -> Sitter | None:
        """Return who is next for a place, if anybody is."""
        if self.kind(place) is PartKind.SIGNING:
            return min(
                waiting.line("signs"),
                key=lambda one: (not (one.host and one.leads), one.number),
                default=None,
            )
        fit = waiting.line(place.side)
        first = next(fit, None)
        if self.kind(place) is PartKind.BANQUET and first is not None:
            apart = (
                one for one in chain((first,), fit) if not self._beside_partner(one, place, seated)
            )
            return next(apart, first)
        return first

    def _may_sit(self, one: Sitter, place: SeatPlace) -> bool:
        if self.kind(place) is PartKind.SIGNING:
            return one.signs
        return not place.side or one.host is (place.side == "host")

    def _beside_partner(self, one: Sitter, place: SeatPlace, seated: Mapping[str, str]) -> bool:
        for other in self._neighbours(place) if one.key in self.couples else ():
            beside = self.people.get(seated.get(other, ""))
            if beside is not None and (beside.partner == one.key or one.partner == beside.key):
                return True
        return False

    def _neighbours(self, place: SeatPlace) -> list[str]:
        count = self.parts[place.part].seats
        near = {place.number % count + 1, (place.number - 2) % count + 1}
        return [other.key for other in self.tables[place.part, place.row] if other.number in near]

    def keep_together(self, seated: dict[str, str], fixed: frozenset[str]) -> None:
        """Let people of one level in one row change places so that delegations sit together."""
        rows = [p for p in self.front if self.kind(p) is PartKind.ROWS and p.key in seated]
        free = [place for place in rows if place.key not in fixed]

        def slot(place: SeatPlace) -> tuple[str, int, str, int]:
            return place.part, place.row, place.side, self.people[seated[place.key]].level

        for _, group in groupby(sorted(free, key=lambda p: (slot(p), p.honour)), key=slot):
            run = list(group)
            seated |= together(run, [self.people[seated[place.key]] for place in run])

    def stay(self, seated: dict[str, str], fixed: frozenset[str], now: Mapping[str, str]) -> None:
        """Leave those of one level who sit on a seat of that level now; the others fill up."""
        levels: dict[tuple[str, bool, int], list[str]] = {}
        for place in self.front:
            one = self.people.get(seated.get(place.key, ""))
            if one is not None and place.key not in fixed and not self._coupled(one, place):
                table = self.kind(place) is PartKind.SIGNING
                levels.setdefault((place.side, table, one.level), []).append(place.key)
        for keys in levels.values():
            people = {seated[key]: None for key in keys}
            kept = {key: now[key] for key in keys if now.get(key) in people}
            staying = set(kept.values())
            moving = iter([one for one in people if one not in staying])
            seated |= {key: kept[key] if key in kept else next(moving) for key in keys}

    def _coupled(self, one: Sitter, place: SeatPlace) -> bool:
        """Say whether somebody must be kept apart from a spouse there."""
        return self.kind(place) is PartKind.BANQUET and one.key in self.couples

    def seat_followers(self, seated: dict[str, str]) -> None:
        """Seat interpreters and aides behind those they are with, else on what is free."""
        placed = {key: self.by_key[place] for place, key in seated.items()}
        free = FreeSeats(place for place in self.places if place.key not in seated)
        for one in sorted(self.people.values(), key=lambda one: one.number):
            if one.key in placed or not self.follows(one):
                continue
            fits = partial(self._may_follow, one)
            place = free.nearest(placed.get(one.principal), fits)
            if place is not None:
                seated[place.key] = one.key
                placed[one.key] = place
                free.take(place)

    def _may_follow(self, one: Sitter, place: SeatPlace) -> bool:
        return place.behind or self._may_sit(one, place)

    def pools(self, seated: Mapping[str, str]) -> list[list[tuple[SeatPlace, Sitter]]]:
        """Return who sits by rank, from the best seat on: the table, each side, everybody else."""
        pools: dict[str, list[tuple[SeatPlace, Sitter]]] = {}
        for place in self.front:
            one = self.people.get(seated.get(place.key, ""))
            if one is None or self.follows(one) or self._apart(one):
                continue
            if self.kind(place) is PartKind.SIGNING:
                first = one.host and one.leads
                pools.setdefault("table", []).append(
                    (place, replace(one, level=0) if first else one)
                )
            else:
                pools.setdefault(place.side, []).append((place, one))
        return list(pools.values())

    def _apart(self, one: Sitter) -> bool:
        """Say whether somebody is seated apart from the own partner, and so not by rank."""
        return self.banquet and one.partner in self.people

    def misplaced(self, seated: Mapping[str, str]) -> dict[str, Deviation]:
        """Return who sits where others belong."""
        found = {}
        table_free = any(place.key not in seated for place in self.signing)
        for place in self.front:
            one = self.people.get(seated.get(place.key, ""))
            if one is None or self.follows(one):
                continue
            at_table = self.kind(place) is PartKind.SIGNING
            if at_table and not one.signs:
                found[place.key] = Deviation.TABLE
            elif one.signs and table_free and not at_table:
                found[place.key] = Deviation.AWAY
            elif not self._may_sit(one, place):
                found[place.key] = Deviation.SIDE
            elif self.kind(place) is PartKind.BANQUET and self._beside_partner(one, place, seated):
                found[place.key] = Deviation.COUPLE
        return found
