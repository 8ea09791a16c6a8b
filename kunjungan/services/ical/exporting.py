"""Writes the calendar as a file for other programs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.exchange.ical_writing import ical_bytes
from kunjungan.i18n import later
from kunjungan.services.ical.own_events import own_events
from kunjungan.services.office import Office

NAME = "Kalender Kunjungan"
"""What the calendar is called in other programs."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar as a file: how many events it holds, and which visits had to be left out.

    ``left_out`` are titles of visits of which only the month or the year is known.
    """

    data: bytes
    events: int
    left_out: tuple[str, ...]


def calendar_file(
    office: Office, since: date | None = None, until: date | None = None, *, rundown: bool = False
) -> CalendarFile:
    """Return the calendar as a file; ``until`` is its last day, no days at all mean everything."""
    with office.store.read() as session:
        own = own_events(session, rundown=rundown)
    low, high = since or date.min, until or date.max
    kept = [one.event for one in own.events if one.last >= low and one.first <= high]
    return CalendarFile(ical_bytes(NAME, kept), len(kept), own.month_only)


def write_calendar(path: Path, file: CalendarFile) -> Path:
    """Write a calendar and return its path, with ``.ics`` where it has no such end.

    Raises:
        RuleBroken: it holds nothing.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    if not file.events:
        raise RuleBroken(later("The calendar has nothing in this period. Nothing was written."))
    named = path if path.suffix.casefold() == ".ics" else path.with_name(f"{path.name}.ics")
    return write_whole(named, file.data)


def calendar_name(office: Office) -> str:
    """Return what the file is called: ``Kalender Kunjungan 29-08-2022.ics``."""
    return safe_file_name(f"{NAME} {day_month_year(office.today())}", ".ics")
