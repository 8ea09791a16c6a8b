"""Reads the numbers, dates and months of a text, in digits, in words and in idiom."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from kunjungan.domain.bilingual import Language
from kunjungan.domain.date_claims import MONTHS, date_claims
from kunjungan.domain.figure_units import UNITS, Figure, unit_behind
from kunjungan.domain.figure_words import IDIOMS, WORD, idioms, spelled_figures
from kunjungan.domain.number_claims import CLAIM
from kunjungan.domain.numerals import RUN, as_number, from_roman, grouped
from kunjungan.domain.spelled import SCALES, WORDS

_DIGITS = re.compile(
    rf"(?P<digits>{RUN.pattern})(?:(?:st|nd|rd|th)\b)?(?:\s+(?P<scale>{'|'.join(SCALES)})\b)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<=\d):(?=\d\d\b)")
_ANNEX = re.compile(r"\b(?:lampiran|annex)\s+(?P<roman>[IVX]+)\b", re.IGNORECASE)
_MONTHS: Mapping[Language, Mapping[str, int]] = MappingProxyType(
    {
        side: {name: number for name, number in names.items() if name not in {"mei", "may"}}
        for side, names in MONTHS.items()
    }
)
"""The months by name, but for May, which in English is another word, too."""

_MONTH: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        side: re.compile(rf"\b(?:{'|'.join(f'{m.capitalize()}|{m.upper()}' for m in names)})\b")
        for side, names in _MONTHS.items()
    }
)


def figures_in(text: str, language: Language) -> list[Figure]:
    """Return the figures of a text; digits with the same number in brackets are one."""
    words = frozenset(WORD.findall(text.casefold()))
    if words.isdisjoint(_HINTS):
        return []
    found, rest = [], _CLOCK.sub(".", text)
    for claim in reversed(date_claims(rest, language)):
        if claim.day is not None:
            found.append(Figure(claim.text, frozenset({claim.day})))
            rest = f"{rest[: claim.start]} ; {rest[claim.end :]}"
    rest = CLAIM.sub(lambda claim: claim[0].replace(claim["words"], " "), rest)
    for hints, read in _READERS:
        if not words.isdisjoint(hints):
            found.extend(read(rest, language))
    return found


def _digits(text: str, language: Language) -> Iterator[Figure]:
    for found in _DIGITS.finditer(text):
        digits, scale = found["digits"], found["scale"]
        readings: set[object] = set()
        if (number := as_number(digits, language)) is not None:
            readings.add(number * SCALES[scale.casefold()] if scale else number)
        if as_number(digits, "id") is None and not grouped(digits, language):
            readings.add(digits)
        word, unit = unit_behind(text, found.end())
        yield Figure(f"{found[0]}{word}", frozenset(readings), unit)


def _annexes(text: str, _: Language) -> Iterator[Figure]:
    for found in _ANNEX.finditer(text):
        yield Figure(found[0], frozenset({Decimal(from_roman(found["roman"].upper()))}))


def _months(text: str, language: Language) -> Iterator[Figure]:
    for found in _MONTH[language].finditer(text):
        number = _MONTHS[language][found[0].casefold()]
        yield Figure(found[0], frozenset({f"month {number}"}))


_READERS = (
    (frozenset("0123456789"), _digits),
    (frozenset({"lampiran", "annex"}), _annexes),
    (frozenset({*_MONTHS["id"], *_MONTHS["en"]}), _months),
    (WORDS["id"] | WORDS["en"], spelled_figures),
    (frozenset({*IDIOMS, *UNITS}), idioms),
)
"""What reads figures, and the words by which a text shows that it may find some."""

_HINTS = frozenset(hint for hints, _ in _READERS for hint in hints)
