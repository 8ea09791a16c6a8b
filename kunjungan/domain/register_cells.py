"""What a cell of somebody else's list says: a day, a term, a kind of agreement, a number.

Faults that published registers have are told apart here: two ways to write a day, day and month
swapped, an end that is the start.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.date_claims import MONTHS

Cell = str | int | float | bool | date | datetime | time | timedelta | None
_FIRST_DAY = date(1899, 12, 30)
_SERIALS = range(10_000, 80_000)
_YEARS = range(1945, 2200)
"""Years that an agreement can have; another is a slip of the pen."""
_OLD_CENTURY = 70
"""Two figures from here on are a year of the last century."""
_NUMERIC = re.compile(
    r"(\d{4}|\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?:[ T]+00[:.]00(?:[:.]00)?)?"
)
_WORDED = re.compile(r"\b(\d{1,2})[-\s]+([A-Za-z]+)\.?\s*,?[-\s]+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]+)\.?\s+(\d{1,2})\s*,?\s+(\d{4})\b")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_TERM = re.compile(
    r"(\d+)\s*(?:\([^)]*\)\s*)?(tahun|thn|th|years?|bulan|bln|months?)\b", re.IGNORECASE
)
_SHORT = {
    **{name[:3]: number for side in MONTHS.values() for name, number in side.items()},
    "agt": 8,
    "ags": 8,
    "peb": 2,
    "nop": 11,
}
"""Months by their first letters, in both languages and in old spelling."""
_KINDS: tuple[tuple[str, AgreementKind], ...] = (
    (r"adendum|addendum|amandemen", AgreementKind.ADDENDUM),
    (r"^perubahan$|perubahan( \w+)? (atas|perjanjian|kesepakatan|nota)", AgreementKind.ADDENDUM),
    (r"letter of intent|\bloi\b|pernyataan kehendak", AgreementKind.LOI),
    (r"memorandum saling pengertian|\bmsp\b", AgreementKind.MSP),
    (r"perjanjian kerja\s?sama|\bpks\b|cooperation agreement", AgreementKind.PKS),
    (r"kesepakatan bersama|\bkb\b|\bksb\b", AgreementKind.KB),
    (r"nota kesepakatan|^sinergi", AgreementKind.SYNERGY),
    (r"nota kesepahaman|\bnk\b|\bmou\b|memorandum of understanding", AgreementKind.NK),
    (r"kontrak|contract", AgreementKind.CONTRACT),
)
_NAMED_FIRST = 12
"""A kind that a subject names stands within so many letters of its beginning."""


@dataclass(frozen=True, slots=True)
class DayRead:
    """What a cell says of a day; ``other`` is that day with day and month swapped, if it is one.

    ``swapped`` says that it is a day only when read the other way round; ``text`` is the cell.
    """

    on: date | None
    other: date | None = None
    swapped: bool = False
    text: str = ""

    @property
    def unreadable(self) -> bool:
        """Whether something stands there that is no day."""
        return self.on is None and bool(self.text)


def read_day(cell: Cell) -> DayRead:
    """Return the day that a cell holds: a date, a serial of Excel, or words in either language.

    Numbers are read day first, as they are written in Indonesia.
    """
    if isinstance(cell, int | float) and _SERIALS[0] <= cell <= _SERIALS[-1]:
        cell = _FIRST_DAY + timedelta(days=int(cell))
    if isinstance(cell, date):
        day = date(cell.year, cell.month, cell.day)
        on = day if day.year in _YEARS else None
        return DayRead(on, _turned(day), text=f"{day:%d-%m-%Y}")
    text = text_of(cell)
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found, text)
    return DayRead(_worded(text), text=text)


def text_of(cell: Cell) -> str:
    """Return a cell as text: whole numbers without ``.0``, days as ``01-09-2022``, single blanks.

    Control characters, which no keyboard writes, are dropped.
    """
    if cell is None or isinstance(cell, str):
        return _tidy(cell or "")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date) and (not isinstance(cell, datetime) or cell.time() == time()):
        return f"{cell:%d-%m-%Y}"
    return _tidy(str(cell))


def _tidy(text: str) -> str:
    """Return a text with single blanks and without controls; most texts are so already."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    text = " ".join(text.split())
    return text if text.isprintable() else _CONTROLS.sub("", text)


def read_kind(text: str) -> AgreementKind | None:
    """Return the kind of agreement that words name, the most telling ones first."""
    small = text.casefold()
    return next((kind for words, kind in _KINDS if re.search(words, small)), None)


def kind_of_subject(text: str) -> AgreementKind | None:
    """Return the kind that a subject begins with: ``Perjanjian Kerja Sama tentang …``."""
    small = text.casefold()
    found = ((re.search(words, small), kind) for words, kind in _KINDS)
    return next((kind for at, kind in found if at and at.start() < _NAMED_FIRST), None)


def read_term(text: str) -> tuple[int, int] | None:
    """Return the years and months that words name: ``5 (lima) tahun``."""
    years = months = 0
    for count, unit in _TERM.findall(text):
        if unit.casefold().startswith(("b", "m")):
            months += int(count)
        else:
            years += int(count)
    return (years, months) if years or months else None


def _worded(text: str) -> date | None:
    """Return the day whose month is written out: ``1 September 2022``, ``September 1, 2022``."""
    if found := _WORDED.search(text):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.search(text):
        month, day, year = found.groups()
    else:
        return None
    return _day(int(year), _SHORT.get(month.casefold()[:3], 0), int(day))


def _numeric(found: re.Match[str], text: str) -> DayRead:
    first, month, last = (int(part) for part in found.groups())
    year, day = (first, last) if len(found[1]) == 4 else (_whole_year(found[3]), first)
    on = _day(year, month, day)
    if on is None and (turned := _day(year, day, month)):
        return DayRead(turned, None, swapped=True, text=text)
    return DayRead(on, _turned(on) if on else None, text=text)


def _whole_year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return year + (1900 if year >= _OLD_CENTURY else 2000)


def _turned(day: date) -> date | None:
    """Return a day with day and month swapped, if that is another day."""
    return _day(day.year, day.day, day.month) if day.day != day.month else None


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day, None where the calendar or the history of the republic has none."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
