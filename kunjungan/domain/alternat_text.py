"""The order of a text in which another party than usual stands first."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from kunjungan.domain.clauses import Level, is_inside

_OF_PARTY = re.compile(r"party(\d+)")


def printed_order(rows: Sequence[tuple[Level, str | None]], order: Sequence[int]) -> list[int]:
    """Return the places (from 0) of a text's rows, level and key each, as they are printed.

    Rows that introduce the parties one after the other (keys ``party1``, ``party2``) stand in
    ``order``, each with the rows under it; all others stay where they are.
    """
    rank = {party: place for place, party in enumerate(order)}
    printed: list[int] = []
    run: dict[int, list[int]] = {}
    for place, (level, key) in enumerate(rows):
        party, last = _party(key, rank), next(reversed(run), 0)
        if party is None and run and is_inside(level, rows[run[last][0]][0]):
            party = last
        if party is not None and party == last:
            run[party].append(place)
            continue
        if party is None or party in run:
            printed += _flat(rows, run, rank)
            run = {}
        if party is None:
            printed.append(place)
        else:
            run[party] = [place]
    return printed + _flat(rows, run, rank)


def _party(key: str | None, rank: Mapping[int, int]) -> int | None:
    found = _OF_PARTY.fullmatch(key or "")
    return int(found[1]) if found and int(found[1]) in rank else None


def _flat(
    rows: Sequence[tuple[Level, str | None]], run: Mapping[int, list[int]], rank: Mapping[int, int]
) -> list[int]:
    """Return the places of a run; rows without a key under its last party alone are of no party."""
    if not run:
        return []
    *others, last = run.values()
    tail = [] if any(_loose(rows, each) for each in others) else _loose(rows, last)
    inner = [place for party in sorted(run, key=rank.__getitem__) for place in run[party]]
    return [place for place in inner if place not in tail] + tail


def _loose(rows: Sequence[tuple[Level, str | None]], places: Sequence[int]) -> list[int]:
    """Return the rows without a key that stand last under a party."""
    return list(takewhile(lambda place: not rows[place][1], reversed(places)))[::-1]
