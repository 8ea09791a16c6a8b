"""Brings two languages of a text together by its structure: which row renders which."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kunjungan.domain.aligned_sections import section_pairs
from kunjungan.domain.clauses import Level, is_inside
from kunjungan.domain.in_step import at, in_step
from kunjungan.domain.pasting import PastedRow
from kunjungan.domain.row_gaps import gaps_closed
from kunjungan.domain.text_sections import Section, sections


@dataclass(frozen=True, slots=True)
class PastedPair:
    """A row in two languages; None on the side that has none."""

    id: PastedRow | None
    en: PastedRow | None


def align(rows_id: Sequence[PastedRow], rows_en: Sequence[PastedRow]) -> list[PastedPair]:
    """Return the rows of two languages in order, each with its partner if it has one.

    Articles are partners by number, title, length and figures, so that a missing one does not
    shift those behind it; inside them rows are partners by their numbers.
    """
    pairs = matches(rows_id, rows_en)
    return [PastedPair(at(rows_id, one), at(rows_en, two)) for one, two in pairs]


def matches(
    rows_id: Sequence[PastedRow], rows_en: Sequence[PastedRow]
) -> list[tuple[int | None, int | None]]:
    """Return the places of partners, as ``align``; each place of both sides comes once."""
    found: list[tuple[int | None, int | None]] = []
    one, two = sections(rows_id), sections(rows_en)
    for first, second in section_pairs(one, two):
        if first is None or second is None:
            found += [(n, None) for n in first.places] if first else []
            found += [(None, n) for n in second.places] if second else []
        else:
            found += _inside(first, second)
    return found


def _inside(one: Section, two: Section) -> Iterator[tuple[int | None, int | None]]:
    """Yield the partners in two sections: by the numbers round them, else in turn."""
    pairs = list(in_step(_paths(one.rows), _paths(two.rows)))
    for first, second in gaps_closed(pairs, one.rows, two.rows):
        yield at(one.places, first), at(two.places, second)


def _paths(rows: Sequence[PastedRow]) -> list[tuple[object, ...]]:
    """Return for each row the numbers that lead to it; rows without one count by themselves."""
    paths: list[tuple[object, ...]] = []
    round_it: list[tuple[Level, tuple[object, ...]]] = []
    counted: Counter[tuple[object, ...]] = Counter()
    for row in rows:
        while round_it and not is_inside(row.level, round_it[-1][0]):
            round_it.pop()
        above = round_it[-1][1] if round_it else ()
        own = (*above, row.level, row.number) if row.number else (*above, row.level)
        if not row.number or own in counted:
            counted[own] += 1
            own = (*own, "no", counted[own])
        else:
            counted[own] += 0
        paths.append(own)
        if row.level not in (Level.TEXT, Level.CLOSING):
            round_it.append((row.level, own))
    return paths
