"""Reads numbers back that a text spells out, as ``number_words`` writes them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from kunjungan.domain.bilingual import Language
from kunjungan.domain.number_words import LARGEST, english_ordinal, english_words, terbilang

_UNITS: Mapping[Language, Mapping[str, int]] = MappingProxyType(
    {
        "id": {terbilang(number): number for number in range(12)},
        "en": {english_words(number): number for number in (*range(20), *range(20, 100, 10))},
    }
)
_SCALES: Mapping[Language, Mapping[str, int]] = MappingProxyType(
    {
        "id": {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12},
        "en": {
            "thousand": 10**3,
            "million": 10**6,
            "billion": 10**9,
            "trillion": 10**12,
            "quadrillion": 10**15,
        },
    }
)
_TENFOLD: Mapping[str, int] = MappingProxyType({"puluh": 10, "ratus": 100, "hundred": 100})
_ONE_OF: Mapping[str, int] = MappingProxyType({"seratus": 100, "seribu": 1000})
_CARDINALS: Mapping[str, str] = MappingProxyType(
    {english_ordinal(n): english_words(n) for n in (*range(1, 20), *range(20, 100, 10))}
    | {f"{scale}th": scale for scale in ("hundred", *_SCALES["en"])}
)
_OLD: Mapping[str, str] = MappingProxyType({"milyar": "miliar", "trilyun": "triliun"})
_ID_WORDS = (*_UNITS["id"], "belas", "puluh", "ratus", *_ONE_OF, *_SCALES["id"], *_OLD)
_EN_WORDS = (*_UNITS["en"], "hundred", *_SCALES["en"], *_CARDINALS)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _run(words: Iterable[str], between: str) -> str:
    """Match words that stand together; the bound keeps nonsense from being tried for ever."""
    word = rf"(?:{_any(words)})\b"
    return rf"\b{word}(?:{between}{word}){{0,40}}"


RUN: Mapping[Language, str] = MappingProxyType(
    {
        "id": _run(_ID_WORDS, r"\s+"),
        "en": _run(_EN_WORDS, r"(?:\s+and\s+|,\s+|[\s-]+)"),
    }
)
"""A pattern of number words that stand together, to be matched in either case."""

WORDS: Mapping[Language, frozenset[str]] = MappingProxyType(
    {"id": frozenset(_ID_WORDS), "en": frozenset(_EN_WORDS)}
)
SCALES: Mapping[str, int] = MappingProxyType(
    {**_SCALES["id"], **_SCALES["en"], **{old: _SCALES["id"][new] for old, new in _OLD.items()}}
)
"""What a word such as juta or million makes of the digits before it."""


def bare(text: str, language: Language) -> str:
    """Return number words as they compare: small, single spaces, old spellings made new.

    English commas, hyphens and the British "and" say nothing about the number.
    """
    words = re.findall(r"[a-z]+", text.casefold())
    if language == "id":
        return " ".join(_OLD.get(word, word) for word in words)
    return " ".join(word for word in words if word != "and")


def value_of(text: str, language: Language) -> int | None:
    """Return the number that cardinal or ordinal words say, None where they say none.

    Words count only as they are rightly written: "satu puluh" is no number.

    >>> value_of("Dua Ribu Dua Puluh Dua", "id")
    2022
    """
    said = bare(text, language)
    if language == "id":
        return _as_written("satu" if said == "pertama" else said.removeprefix("ke"), language)
    *before, last = said.split() or [""]
    words = [*before, _CARDINALS.get(last, last)]
    return _year_in_two_halves(words) or _as_written(" ".join(words), language)


def spell(number: int, language: Language) -> str:
    """Return a whole number in words."""
    return terbilang(number) if language == "id" else english_words(number)


def _as_written(said: str, language: Language) -> int | None:
    number = _total(said.split(), language)
    if number is None or not said or number > LARGEST:
        return None
    return number if bare(spell(number, language), language) == said else None


def _total(words: Iterable[str], language: Language) -> int | None:
    total = group = pending = 0
    for word in words:
        if word in _UNITS[language]:
            pending += _UNITS[language][word]
        elif word == "belas":
            pending += 10
        elif word in _TENFOLD:
            group, pending = group + pending * _TENFOLD[word], 0
        elif word in _ONE_OF:
            group += _ONE_OF[word]
        elif word in _SCALES[language]:
            total, group, pending = total + (group + pending) * _SCALES[language][word], 0, 0
        else:
            return None
    return total + group + pending


def _year_in_two_halves(words: Sequence[str]) -> int | None:
    """Read "twenty twenty-two" and "nineteen ninety-nine"."""
    values = [_UNITS["en"].get(word, 0) for word in words]
    if len(values) not in {2, 3} or values[0] not in {18, 19, 20} or values[1] < 10:
        return None
    tens, *unit = values[1:]
    if unit and (tens < 20 or not 0 < unit[0] < 10):
        return None
    return values[0] * 100 + tens + sum(unit)
