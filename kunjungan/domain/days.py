"""Days as an office knows them: whole, or only a month or a year."""

import calendar
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from typing_extensions import override

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import long_date, month_name, weekday
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or only a month or a year where no more is known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a day that is in no calendar."""
        try:
            date(
                self.year,
                1 if self.month is None else self.month,
                1 if self.day is None else self.day,
            )
        except ValueError as error:
            raise RuleBroken(later("There is no such date: {text}."), text=str(self)) from error
        if self.day is not None and self.month is None:
            raise RuleBroken(later("There is no such date: {text}."), text=str(self))

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return a full date."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read 2021, 2021-12 or 2021-12-05; RuleBroken for anything else."""
        parts = text.strip().split("-")
        shaped = [len(part) for part in parts] in ([4], [4, 2], [4, 2, 2])
        if not shaped or not all(part.isascii() and part.isdigit() for part in parts):
            raise RuleBroken(later("There is no such date: {text}."), text=text)
        return cls(*(int(part) for part in parts))

    @override
    def __str__(self) -> str:
        """Return the ISO form, as long as it is known."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: "PartialDate") -> bool:
        """Sort a month ahead of its days and a year ahead of its months."""
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @property
    def full(self) -> date | None:
        """The day, if it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def first(self) -> date:
        """The earliest day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def words(self) -> Bilingual:
        """The date as running text: "Kamis, 1 September 2022", "Desember 2021", "2021"."""
        if self.full is not None:
            return Bilingual("{weekday}, {date}", "{weekday}, {date}").filled(
                weekday=weekday(self.full), date=long_date(self.full)
            )
        if self.month is None:
            return Bilingual(str(self.year), str(self.year))
        return Bilingual("{month} {year}", "{month} {year}").filled(
            month=month_name(self.month), year=self.year
        )


def holds_on(since: PartialDate | None, until: PartialDate | None, day: date) -> bool:
    """Whether a term from ``since`` to ``until`` may cover the day.

    A term known only to the month counts for the whole month: doubt is not a refusal.
    """
    return (since is None or since.first <= day) and (until is None or until.last >= day)


def span_words(first: PartialDate, last: PartialDate | None) -> Bilingual:
    """Return one day or several as running text: "Selasa, … s.d. Kamis, …"."""
    if last is None or last == first:
        return first.words
    return _SPAN.filled(first=first.words, last=last.words)


_SPAN = Bilingual("{first} s.d. {last}", "{first} to {last}")
