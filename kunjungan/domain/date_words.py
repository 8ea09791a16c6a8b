"""Dates and clock times as an office writes them, in both languages.

Names of days and months are shipped here: a laptop's own language never decides.
"""

from datetime import date, time

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.number_words import english_ordinal, english_words, terbilang

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


def clock_hours(starts_at: time, ends_at: time | None) -> str:
    """Return hours with an en dash between them, 09.00-11.30; the start alone without an end."""
    return f"{clock(starts_at)}\N{EN DASH}{clock(ends_at)}" if ends_at else clock(starts_at)


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
