"""The shape of a text: which rows belong under a row, and where it can be moved to."""

from collections.abc import Sequence
from itertools import takewhile

from kunjungan.domain.clauses import Level, is_inside

_ENDS = frozenset({Level.CLOSING, Level.ANNEX})
"""What ends an article without being one."""
TABLE = frozenset({Level.TABLE_HEAD, Level.TABLE_ROW})
HEADINGS = frozenset({Level.ARTICLE, Level.ANNEX})
JOINABLE = frozenset(Level) - TABLE - HEADINGS
"""The levels whose words can be joined with those of another row."""


def rows_under(levels: Sequence[Level], at: int) -> int:
    """Return how many rows right behind a row belong to it and go where it goes.

    An article has everything up to the next one, an annex up to the next annex, a list's row the
    lists inside it, a table's head its rows.
    """
    level, after = levels[at], levels[at + 1 :]
    if level is Level.ANNEX:
        inside = takewhile(lambda other: other is not Level.ANNEX, after)
    elif level is Level.ARTICLE:
        inside = takewhile(lambda other: other is not Level.ARTICLE and other not in _ENDS, after)
    elif level is Level.TABLE_HEAD:
        inside = takewhile(lambda other: other is Level.TABLE_ROW, after)
    else:
        inside = takewhile(lambda other: is_inside(other, level), after)
    return sum(1 for _ in inside)


def stops(rest: Sequence[Level], level: Level, start: int) -> list[int]:
    """Return where among the other rows one that stood before ``start`` may stand, in order.

    An article stays in its text or annex, a table's row in its table, a row of the body out of the
    annexes; nothing comes between a row and those that belong to it.
    """
    return sorted({start, *_stops(rest, level, start)})


def _stops(rest: Sequence[Level], level: Level, start: int) -> list[int]:
    if level is Level.TABLE_ROW:
        return _in_table(rest, start)
    if level is Level.ANNEX:
        return [*(n for n, other in enumerate(rest) if other is level), len(rest)]
    first, end = _part(rest, start)
    if level is Level.ARTICLE:
        end = next((n for n in range(start, end) if rest[n] in _ENDS), end)
        return [*(n for n in range(first, end) if rest[n] is level), end]
    return [*(n for n in range(first, end) if not _belongs(rest[n], level)), end]


def _part(rest: Sequence[Level], start: int) -> tuple[int, int]:
    """Return where the body or the annex round a place begins and ends, its heading left out."""
    heads = [place for place, level in enumerate(rest) if level is Level.ANNEX]
    first = max((place + 1 for place in heads if place < start), default=0)
    return first, min((place for place in heads if place >= start), default=len(rest))


def _in_table(rest: Sequence[Level], start: int) -> list[int]:
    first = start
    while first and rest[first - 1] is Level.TABLE_ROW:
        first -= 1
    end = start
    while end < len(rest) and rest[end] is Level.TABLE_ROW:
        end += 1
    return list(range(first, end + 1))


def _belongs(next_one: Level, level: Level) -> bool:
    """Say whether a row would take as its own what follows, or come into a table."""
    return next_one is Level.TABLE_ROW or is_inside(next_one, level)
