"""What is wrong with the numbers of a register: two alike, none at all, some left out."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TypeVar

K = TypeVar("K")


class NumberFault(Enum):
    """What a register's number is flagged for."""

    DUPLICATE = "duplicate"
    MISSING = "missing"
    PARTNER_MISSING = "partner_missing"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Gap:
    """Running numbers of a year that no agreement has, both ends among them."""

    year: int
    first: int
    last: int


def same_numbers(numbers: Iterable[tuple[K, Hashable, str]]) -> dict[K, tuple[K, ...]]:
    """Return for each agreement the others that have its number in the same series.

    Each entry is an agreement, its series and its number. Numbers are unique within a body and
    a year, not beyond (domain brief 8.2); capitals and blanks make no difference.
    """
    series: dict[tuple[Hashable, str], list[K]] = defaultdict(list)
    for key, of, number in numbers:
        if plain := "".join(number.casefold().split()):
            series[of, plain].append(key)
    alike: dict[K, list[K]] = defaultdict(list)
    for keys in series.values():
        for key in keys if len(keys) > 1 else ():
            alike[key] += [other for other in keys if other != key and other not in alike[key]]
    return {key: tuple(others) for key, others in alike.items() if others}


def left_out(serials: Iterable[tuple[int, int, K]]) -> dict[K, Gap]:
    """Return for each agreement the numbers of its year that are missing right before its own.

    Each entry is a year, a running number and an agreement. Nothing is said of a year in which
    more numbers are missing than there: its series is one that other papers share (domain
    brief 8.2: one common series per unit).
    """
    years: dict[int, dict[int, K]] = defaultdict(dict)
    for year, number, key in serials:
        years[year].setdefault(number, key)
    gaps: dict[K, Gap] = {}
    for year, known in years.items():
        numbers = sorted(known)
        missing = numbers[-1] - numbers[0] + 1 - len(numbers)
        if missing > len(numbers):
            continue
        for before, after in pairwise(numbers):
            if after - before > 1:
                gaps[known[after]] = Gap(year, before + 1, after - 1)
    return gaps
