"""Brings together the articles and annexes of two languages: by number, title, length, figures."""

from collections.abc import Iterator, Sequence

from kunjungan.domain.in_step import at, in_step
from kunjungan.domain.text_sections import Section

_MOST = 400
"""So many articles on a side are compared each with each; more are paired by number alone."""


def _likeness(one: Section, two: Section) -> float:
    """Return how likely two sections are partners; 0 or less if they are not."""
    if one.head is None or two.head is None:
        return 9.0 if one.head is two.head else -9.0
    if one.head.level is not two.head.level:
        return -9.0
    score = 4.0 if one.head.number and one.head.number == two.head.number else 0.0
    if one.key and two.key:
        score += 6.0 if one.key == two.key else -6.0
    score += 2.0 * min(len(one.rows), len(two.rows)) / max(len(one.rows), len(two.rows))
    either = one.figures | two.figures
    score += 2.0 * len(one.figures & two.figures) / len(either) if either else 0.0
    return score - 1.5


def section_pairs(
    one: Sequence[Section], two: Sequence[Section]
) -> Iterator[tuple[Section | None, Section | None]]:
    """Yield sections with their partners, in order, so that all together are likest."""
    if max(len(one), len(two)) > _MOST:
        yield from _by_number(one, two)
        return
    best = [[0.0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(two))):
            paired = _likeness(one[i], two[j]) + best[i + 1][j + 1]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(one) and j < len(two):
        if best[i][j] == best[i + 1][j]:
            yield one[i], None
            i += 1
        elif best[i][j] == best[i][j + 1]:
            yield None, two[j]
            j += 1
        else:
            yield one[i], two[j]
            i, j = i + 1, j + 1
    yield from ((section, None) for section in one[i:])
    yield from ((None, section) for section in two[j:])


def _by_number(
    one: Sequence[Section], two: Sequence[Section]
) -> Iterator[tuple[Section | None, Section | None]]:
    keys = [[_number(section) for section in side] for side in (one, two)]
    for first, second in in_step(keys[0], keys[1]):
        yield at(one, first), at(two, second)


def _number(section: Section) -> tuple[object, ...]:
    return (section.head.level, section.head.number) if section.head else ()
