"""Reads the figures of a text that are written in words or hidden in idiom."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from kunjungan.domain.bilingual import Language
from kunjungan.domain.figure_units import UNIT, Figure, unit_behind
from kunjungan.domain.spelled import RUN as SPELLED
from kunjungan.domain.spelled import value_of

SMALL = 12
"""Up to here a spelled number may be idiom ("kedua", "both") and counts only before a unit."""

WORD = re.compile(r"[a-z]+|\d")
_A_UNIT = re.compile(rf"\b(?:an?|each|every)\s+(?:\w+\s+)?{UNIT}", re.IGNORECASE)
IDIOMS: Mapping[str, int] = MappingProxyType(
    {"duplicate": 2, "triplicate": 3, "quadruplicate": 4, "both": 2, "twice": 2, "thrice": 3,
     "once": 1, "sekali": 1, "sehari": 1, "seminggu": 1, "sebulan": 1, "setahun": 1,
     "triwulan": 3, "quarter": 3, "quarterly": 3, "semester": 6}
)  # fmt: skip
_SPELLED: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {side: re.compile(run, re.IGNORECASE) for side, run in SPELLED.items()}
)


def spelled_figures(text: str, language: Language) -> Iterator[Figure]:
    """Yield the numbers written in words; a small one is owed only before a unit."""
    for found in _SPELLED[language].finditer(text):
        value = value_of(found[0], language)
        if value is not None:
            word, unit = unit_behind(text, found.end())
            owed = value > SMALL or (value > 1 and bool(unit))
            yield Figure(f"{found[0]}{word}", frozenset({Decimal(value)}), unit, owed)


def idioms(text: str, _: Language) -> Iterator[Figure]:
    """Yield the numbers in words such as "both" or "each day"; none of them is owed."""
    for word in WORD.findall(text.casefold()):
        if word in IDIOMS:
            yield Figure(word, frozenset({Decimal(IDIOMS[word])}), owed=False)
    for found in _A_UNIT.finditer(text):
        yield Figure(found[0], frozenset({Decimal(1)}), owed=False)
