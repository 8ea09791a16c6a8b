"""Compares the numbers, dates and amounts that two languages of a text name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from kunjungan.domain.bilingual import Language
from kunjungan.domain.date_claims import MONTHS, date_claims
from kunjungan.domain.number_claims import CLAIM
from kunjungan.domain.numerals import RUN, as_number, from_roman, grouped
from kunjungan.domain.spelled import RUN as SPELLED
from kunjungan.domain.spelled import SCALES, WORDS, value_of

SMALL = 12
"""Up to here a spelled number may be idiom ("kedua", "both") and counts only before a unit."""

_WORD = re.compile(r"[a-z]+|\d")
_DIGITS = re.compile(
    rf"(?P<digits>{RUN.pattern})(?:(?:st|nd|rd|th)\b)?(?:\s+(?P<scale>{'|'.join(SCALES)})\b)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<=\d):(?=\d\d\b)")
_ANNEX = re.compile(r"\b(?:lampiran|annex)\s+(?P<roman>[IVX]+)\b", re.IGNORECASE)
_UNITS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("hari", "day", "days"), "day"),
        **dict.fromkeys(("minggu", "pekan", "week", "weeks"), "week"),
        **dict.fromkeys(("bulan", "month", "months"), "month"),
        **dict.fromkeys(("tahun", "year", "years"), "year"),
        **dict.fromkeys(("jam", "hour", "hours"), "hour"),
        **dict.fromkeys(("persen", "percent", "%"), "percent"),
    }
)
_UNIT = rf"(?:{'|'.join(unit for unit in _UNITS if unit.isalpha())})\b"
_BEHIND = re.compile(
    rf"\s*(?:\([^()]*\))?\s*(?:(?:calendar|working|business)\s+)?(?P<unit>%|{_UNIT})",
    re.IGNORECASE,
)
_A_UNIT = re.compile(rf"\b(?:an?|each|every)\s+(?:\w+\s+)?{_UNIT}", re.IGNORECASE)
_IDIOMS: Mapping[str, int] = MappingProxyType(
    {"duplicate": 2, "triplicate": 3, "quadruplicate": 4, "both": 2, "twice": 2, "thrice": 3,
     "once": 1, "sekali": 1, "sehari": 1, "seminggu": 1, "sebulan": 1, "setahun": 1,
     "triwulan": 3, "quarter": 3, "quarterly": 3, "semester": 6}
)  # fmt: skip
_SPELLED: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {side: re.compile(run, re.IGNORECASE) for side, run in SPELLED.items()}
)
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


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, date or month as a text writes it, what it may mean, and what it counts.

    ``owed`` says that the other language must name it, too; idiom such as "both" need not be.
    """

    text: str
    readings: frozenset[object]
    unit: str = ""
    owed: bool = True

    def says(self, other: "Figure") -> bool:
        """Whether another figure means the same; a unit that one leaves out is no difference."""
        units = {self.unit, other.unit} - {""}
        return len(units) < 2 and bool(self.readings & other.readings)


@dataclass(frozen=True, slots=True)
class Differing:
    """What one language names and the other does not, as it is written."""

    only_id: tuple[str, ...] = ()
    only_en: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.only_id or self.only_en)

    @property
    def said(self) -> dict[str, object]:
        """Both sides as the values of a sentence, a dash for a side that names nothing."""
        sides = {"only_id": self.only_id, "only_en": self.only_en}
        return {name: ", ".join(texts) or "\N{EN DASH}" for name, texts in sides.items()}


def differing(text_id: str, text_en: str) -> Differing:
    """Return the figures that only one of two languages names, separators and words made alike.

    >>> differing("Rp52.245.500,00", "Rp52,245,500.00")
    Differing(only_id=(), only_en=())
    """
    named_id, named_en = figures_in(text_id, "id"), figures_in(text_en, "en")
    return Differing(_without(named_id, named_en), _without(named_en, named_id))


def lost_amounts(text_id: str, third: str) -> tuple[str, ...]:
    """Return the numbers from 100 on that a partner's own language does not write in digits.

    How it groups them is not known here, so only the digits count, in any script. Dates may follow
    another calendar and are left out.
    """
    written = re.findall(r"\d+", re.sub(r"(?<=\d)[.,\s\u066b\u066c](?=\d)", "", _ascii(third)))
    return tuple(
        figure.text
        for figure in figures_in(text_id, "id")
        for reading in figure.readings
        if isinstance(reading, Decimal) and reading >= 100
        if not _stands_among(figure.text, written)
    )


def figures_in(text: str, language: Language) -> list[Figure]:
    """Return the figures of a text; digits with the same number in brackets are one."""
    words = frozenset(_WORD.findall(text.casefold()))
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


def _without(figures: Iterable[Figure], others: Iterable[Figure]) -> tuple[str, ...]:
    known = list(others)
    lost = (f.text for f in figures if f.owed and not any(f.says(other) for other in known))
    return tuple(dict.fromkeys(lost))


def _digits(text: str, language: Language) -> Iterator[Figure]:
    for found in _DIGITS.finditer(text):
        digits, scale = found["digits"], found["scale"]
        readings: set[object] = set()
        if (number := as_number(digits, language)) is not None:
            readings.add(number * SCALES[scale.casefold()] if scale else number)
        if as_number(digits, "id") is None and not grouped(digits, language):
            readings.add(digits)
        word, unit = _unit(text, found.end())
        yield Figure(f"{found[0]}{word}", frozenset(readings), unit)


def _annexes(text: str, _: Language) -> Iterator[Figure]:
    for found in _ANNEX.finditer(text):
        yield Figure(found[0], frozenset({Decimal(from_roman(found["roman"].upper()))}))


def _months(text: str, language: Language) -> Iterator[Figure]:
    for found in _MONTH[language].finditer(text):
        number = _MONTHS[language][found[0].casefold()]
        yield Figure(found[0], frozenset({f"month {number}"}))


def _words(text: str, language: Language) -> Iterator[Figure]:
    for found in _SPELLED[language].finditer(text):
        value = value_of(found[0], language)
        if value is not None:
            word, unit = _unit(text, found.end())
            owed = value > SMALL or (value > 1 and bool(unit))
            yield Figure(f"{found[0]}{word}", frozenset({Decimal(value)}), unit, owed)


def _idioms(text: str, _: Language) -> Iterator[Figure]:
    for word in _WORD.findall(text.casefold()):
        if word in _IDIOMS:
            yield Figure(word, frozenset({Decimal(_IDIOMS[word])}), owed=False)
    for found in _A_UNIT.finditer(text):
        yield Figure(found[0], frozenset({Decimal(1)}), owed=False)


def _unit(text: str, end: int) -> tuple[str, str]:
    """Return the unit behind a figure, as it is written with its space and as it compares."""
    found = _BEHIND.match(text, end)
    return (f" {found['unit']}", _UNITS[found["unit"].casefold()]) if found else ("", "")


def _ascii(text: str) -> str:
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
    )


def _stands_among(figure: str, written: Iterable[str]) -> bool:
    digits = re.sub(r"\D", "", figure)
    whole = re.sub(r"\D", "", figure.partition(",")[0])
    return any(number in {digits, whole} for number in written)


_READERS = (
    (frozenset("0123456789"), _digits),
    (frozenset({"lampiran", "annex"}), _annexes),
    (frozenset({*_MONTHS["id"], *_MONTHS["en"]}), _months),
    (WORDS["id"] | WORDS["en"], _words),
    (frozenset({*_IDIOMS, *_UNITS}), _idioms),
)
"""What reads figures, and the words by which a text shows that it may find some."""

_HINTS = frozenset(hint for hints, _ in _READERS for hint in hints)
