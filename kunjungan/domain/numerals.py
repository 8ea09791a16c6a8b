"""Reads numbers in digits, with the separators of their language, and in Roman letters."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from kunjungan.domain.bilingual import Language

RUN = re.compile(r"\d(?:[\d.,]*\d)?")
"""Digits with whatever points and commas stand between them."""

_MARKS: Mapping[Language, tuple[str, str]] = MappingProxyType({"id": (".", ","), "en": (",", ".")})
"""What separates the thousands, and what the decimals."""

_FORMS: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"),
        "en": re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"),
    }
)

_ROMANS: Mapping[str, int] = MappingProxyType({"I": 1, "V": 5, "X": 10})


def as_number(digits: str, language: Language) -> Decimal | None:
    """Return what digits say to a reader of a language, None where they are no number there.

    >>> as_number("52.245.500", "id") == as_number("52,245,500", "en")
    True
    """
    thousands, point = _MARKS[language]
    if not _FORMS[language].fullmatch(digits):
        return None
    return Decimal(digits.replace(thousands, "").replace(point, "."))


def grouped(digits: str, language: Language) -> bool:
    """Say whether digits are set off in thousands as a language does."""
    thousands, _ = _MARKS[language]
    return thousands in digits and as_number(digits, language) is not None


def from_roman(letters: str) -> int:
    """Return what Roman capitals up to X say: IV is 4."""
    values = [_ROMANS[letter] for letter in letters]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))
