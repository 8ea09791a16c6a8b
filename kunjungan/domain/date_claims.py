"""Finds the dates a text states, and whether weekday, words and digits agree in each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from kunjungan.domain.bilingual import Language
from kunjungan.domain.date_words import date_in_words, day_month_year, month_name, weekday
from kunjungan.domain.spelled import RUN, value_of

Fault = Literal["", "no-such-day", "weekday", "digits", "words"]
"""What is wrong with a date: no calendar has it, or its weekday, digits or words are another's."""

_MONDAY = date(2024, 1, 1)
_WEEK = tuple(weekday(_MONDAY + timedelta(days=number)) for number in range(7))
_MONTH_NAMES = tuple(month_name(number) for number in range(1, 13))
MONTHS: Mapping[Language, Mapping[str, int]] = MappingProxyType(
    {
        "id": {name.id.casefold(): number for number, name in enumerate(_MONTH_NAMES, 1)}
        | {"pebruari": 2, "nopember": 11},
        "en": {name.en.casefold(): number for number, name in enumerate(_MONTH_NAMES, 1)},
    }
)
"""The number of each month by its small name, old spellings among them."""

_WEEKDAYS: Mapping[Language, Mapping[str, int]] = MappingProxyType(
    {
        "id": {name.id.casefold(): number for number, name in enumerate(_WEEK)}
        | {"jum'at": 4, "jum\N{RIGHT SINGLE QUOTATION MARK}at": 4, "ahad": 6},
        "en": {name.en.casefold(): number for number, name in enumerate(_WEEK)},
    }
)
_DIGITS = r"(?P<numeric>\d{1,2}-\d{1,2}-\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4})"
_DAY = r"(?<![\d/.])\d{1,2}"
_ALONE = r"(?<![\w./-])(?P<numeric>\d{1,2}-\d{1,2}-\d{4})(?![\w/-])"
_WORDS = r"[A-Za-z]+(?:[\s-]+[A-Za-z]+){0,9}?"
_SPELLED = rf"(?P<year>{_WORDS})"
_GLOSS = r"(?:\s*\([^()\d]*\))?"
_YEAR = re.compile(r"\d{4}")
_YEAR_WORDS = ("tahun", "year", "ribu", "thousand")


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A date that stands in a text from ``start`` to ``end``, and what does not fit in it.

    ``day`` is None where no calendar has it; ``right`` is what should stand for what is wrong.
    """

    start: int
    end: int
    text: str
    day: date | None
    fault: Fault = ""
    right: str = ""


def date_claims(text: str, language: Language) -> list[DateClaim]:
    """Return the dates of a text in order, with the first thing that is wrong in each.

    Read are days with a month's name and a year, in digits or words, with weekday before and
    digits in brackets behind, and dates in digits such as 01-09-2022, day first.
    """
    if not _may_hold_a_date(text, language):
        return []
    claims: list[DateClaim] = []
    for pattern in _PATTERNS[language]:
        for found in pattern.finditer(text):
            apart = all(found.end() <= one.start or one.end <= found.start() for one in claims)
            if apart and (claim := _read(found, language)) is not None:
                claims.append(claim)
    return sorted(claims, key=lambda claim: claim.start)


def _may_hold_a_date(text: str, language: Language) -> bool:
    """Look quickly, for few rows name a day."""
    small = text.casefold()
    if not any(word in small for word in _YEAR_WORDS) and _YEAR.search(text) is None:
        return False
    return "-" in text or any(month in small for month in MONTHS[language])


def _read(found: re.Match[str], language: Language) -> DateClaim | None:
    """Return the date a match states; None where its words are those of no date."""
    parts = found.groupdict()
    digits = _in_digits(parts["numeric"]) if parts["numeric"] else None
    if "month" not in parts:
        return _checked(found, digits, language)
    numbers = [_number(parts[part], language) for part in ("year", "day")]
    month = MONTHS[language].get(parts["month"].casefold())
    year, day = numbers
    if year is not None and month is not None and day is not None:
        return _checked(found, _date(year, month, day), language)
    if digits is None:
        return None
    return _claim(found, digits, "words", date_in_words(digits).side(language))


def _checked(found: re.Match[str], day: date | None, language: Language) -> DateClaim:
    """Return what weekday and digits say of a day."""
    if day is None:
        return _claim(found, None, "no-such-day")
    named, digits = found["weekday"], found["numeric"]
    if named and _WEEKDAYS[language][named.casefold()] != day.weekday():
        return _claim(found, day, "weekday", weekday(day).side(language))
    if digits and _in_digits(digits) != day:
        return _claim(found, day, "digits", day_month_year(day))
    return _claim(found, day)


def _claim(found: re.Match[str], day: date | None, fault: Fault = "", right: str = "") -> DateClaim:
    return DateClaim(found.start(), found.end(), found[0].strip(), day, fault, right)


def _number(text: str, language: Language) -> int | None:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else value_of(text, language)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_digits(text: str) -> date | None:
    day, month, year = (int(part) for part in re.findall(r"\d+", text))
    return _date(year, month, day)


def _weekday(language: Language) -> str:
    """Match a weekday that begins with a capital, for minggu is a week, too."""
    names = "|".join(f"{name.capitalize()}|{name.upper()}" for name in _WEEKDAYS[language])
    return rf"\b(?P<weekday>(?-i:{names}))\b"


def _forms(language: Language) -> tuple[str, ...]:
    """Return how a language writes a date, the fullest form first."""
    name, run = _weekday(language), RUN[language]
    month = rf"(?P<month>{'|'.join(MONTHS[language])})\b"
    digits = rf"(?:\s*\(\s*{_DIGITS}\s*\))"
    year = rf"(?P<year>\d{{4}}\b|{run}){_GLOSS}{digits}?"
    before = rf"(?:{name}\s*,?\s+)?"
    if language == "id":
        spelled = rf"tanggal\s+(?P<day>{_WORDS})\s+bulan\s+(?P<month>[a-z]+)\s+tahun\s+{_SPELLED}"
        usual = rf"(?:tanggal\s+)?(?P<day>{_DAY}|{run}){_GLOSS}\s*,?\s+(?:bulan\s+)?{month}"
        return before + spelled + digits, rf"{before}{usual}\s*,?\s+(?:tahun\s+)?{year}"
    spelled = rf"(?:the|this)\s+(?P<day>{_WORDS})\s+day\s+of\s+(?P<month>[a-z]+)\s*,?"
    day = rf"(?P<day>{_DAY}(?:st|nd|rd|th)?|{run}){_GLOSS}"
    usual = rf"(?:(?:the|this)\s+)?{day}\s*,?\s+(?:day\s+)?(?:of\s+)?{month}\s*,?\s+"
    of_year = r"(?:in\s+the\s+year\s+(?:of\s+)?|of\s+(?:the\s+year\s+)?)?"
    return (
        rf"{before}{spelled}\s+in\s+the\s+year\s+{_SPELLED}{digits}",
        before + usual + of_year + year,
        rf"{before}{month}\s+{day}\s*,?\s+{year}",
    )


def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    alone = rf"(?:{_weekday(language)}\s*,?\s*\(?)?{_ALONE}"
    return tuple(re.compile(form, re.IGNORECASE) for form in (*_forms(language), alone))


_PATTERNS: Mapping[Language, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {"id": _patterns("id"), "en": _patterns("en")}
)
