"""Dates and clock times as an office writes them, in both languages.

Names of days and months are shipped here: a laptop's own language never decides.
"""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from functools import total_ordering

from typing_extensions import override

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.number_words import english_ordinal, english_words, terbilang
from kunjungan.i18n import later

_WEEKDAYS = tuple(
    Bilingual(name, calendar_name)
    for name, calendar_name in (
        ("Senin", "Monday"), ("Selasa", "Tuesday"), ("Rabu", "Wednesday"), ("Kamis", "Thursday"),
        ("Jumat", "Friday"), ("Sabtu", "Saturday"), ("Minggu", "Sunday"),
    )
)  # fmt: skip
_MONTHS = tuple(
    Bilingual(name, english)
    for name, english in (
        ("Januari", "January"), ("Februari", "February"), ("Maret", "March"), ("April", "April"),
        ("Mei", "May"), ("Juni", "June"), ("Juli", "July"), ("Agustus", "August"),
        ("September", "September"), ("Oktober", "October"), ("November", "November"),
        ("Desember", "December"),
    )
)  # fmt: skip
_BLANK_OPENING = Bilingual(
    "Pada hari ini, ........ tanggal ........ bulan ........ tahun ........ (..-..-....)",
    "On this day, ........, the ........ day of ........ in the year ........",
)


class Zone(StrEnum):
    """An Indonesian time zone; none has daylight saving."""

    WIB = "wib"
    WITA = "wita"
    WIT = "wit"

    @property
    def iana(self) -> str:
        """The zone's name in the time zone database, for calendars of others."""
        return {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}[self.value]

    @property
    def offset(self) -> timezone:
        """The zone as a fixed distance from UTC."""
        return timezone(timedelta(hours={"wib": 7, "wita": 8, "wit": 9}[self.value]))

    @property
    def label(self) -> str:
        """The zone as it is written after a clock time: WIB."""
        return self.name


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


@dataclass(frozen=True, slots=True)
class EventTime:
    """A local day and clock time with its zone, kept as told and never shifted."""

    on: PartialDate
    starts_at: time | None = None
    ends_at: time | None = None
    zone: Zone = Zone.WIB

    @property
    def words(self) -> Bilingual:
        """The day with its hours: "…, pukul 09.00 WIB s.d. selesai"."""
        if self.starts_at is None:
            return self.on.words
        return Bilingual("{day}, pukul {hours}", "{day}, {hours}").filled(
            day=self.on.words, hours=self._hours(self.starts_at)
        )

    def starts_utc(self) -> datetime | None:
        """Return the moment it starts in UTC, if day and hour are known; never stored."""
        if self.on.full is None or self.starts_at is None:
            return None
        local = datetime.combine(self.on.full, self.starts_at, tzinfo=self.zone.offset)
        return local.astimezone(UTC)

    def _hours(self, starts_at: time) -> Bilingual:
        start, zone = clock(starts_at), self.zone.label
        if self.ends_at is None:
            return Bilingual(f"{start} {zone} s.d. selesai", f"from {start} {zone} until finished")
        hours = f"{start}\N{EN DASH}{clock(self.ends_at)} {zone}"
        return Bilingual(hours, hours)


def weekday(day: date) -> Bilingual:
    """Return the name of the day of the week, computed from the date."""
    return _WEEKDAYS[day.weekday()]


def month_name(month: int) -> Bilingual:
    """Return the name of a month from 1 to 12."""
    return _MONTHS[month - 1]


def long_date(day: date) -> Bilingual:
    """Return a date as letters write it: 1 September 2022, no zero before the day."""
    return Bilingual("{day} {month} {year}", "{day} {month} {year}").filled(
        day=day.day, month=month_name(day.month), year=day.year
    )


def day_month_year(day: date) -> str:
    """Return a date in digits as agreements write it: 01-09-2022."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def clock(at: time) -> str:
    """Return a clock time of 24 hours with a dot: 09.00."""
    return f"{at.hour:02}.{at.minute:02}"


def check_hours(starts_at: time | None, ends_at: time | None) -> None:
    """Refuse an end without a start, and an end that is not after the start of the same day."""
    if ends_at is None:
        return
    if starts_at is None:
        raise RuleBroken(later("Say when it starts, too."))
    if ends_at <= starts_at:
        raise RuleBroken(later("It cannot end before it starts."))


def date_in_words(day: date) -> Bilingual:
    """Return a date spelled out: "Kamis, tanggal Satu bulan September tahun …"."""
    spelled = Bilingual(terbilang(day.day).title(), english_ordinal(day.day))
    year = Bilingual(terbilang(day.year).title(), english_words(day.year))
    form = Bilingual(
        f"{{weekday}}, tanggal {{day}} bulan {{month}} tahun {{year}} ({day_month_year(day)})",
        "{weekday}, the {day} day of {month} in the year {year}",
    )
    return form.filled(weekday=weekday(day), day=spelled, month=month_name(day.month), year=year)


def treaty_date(day: date) -> Bilingual:
    """Return the date of a treaty's last sentence: "this first day of September in the year …"."""
    spelled = Bilingual(terbilang(day.day), english_ordinal(day.day))
    year = Bilingual(terbilang(day.year), english_words(day.year))
    form = Bilingual(
        "tanggal {day} bulan {month} tahun {year}", "this {day} day of {month} in the year {year}"
    )
    return form.filled(day=spelled, month=month_name(day.month), year=year)


def opening(day: date | None) -> Bilingual:
    """Return the opening words of an agreement; without a date, dotted blanks to write on."""
    if day is None:
        return _BLANK_OPENING
    return Bilingual("Pada hari ini, {date}", "On this day, {date}").filled(date=date_in_words(day))
