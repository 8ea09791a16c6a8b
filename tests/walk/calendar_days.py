"""The calendar's part of the true case, as the walks speak of it, and files of other programs."""

from datetime import datetime
from pathlib import Path
from typing import Any

import vobject  # type: ignore[import-untyped]

VISIT = "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir"
EARLIER = "Studi SPBE Kabupaten Ogan Ilir"
AUDITORIUM = "Auditorium (contoh)"
MONTHS = ("--from", "2022-08-01", "--to", "2022-09-30")
AFTERNOON = (("13:00", "13:10"), ("13:10", "13:25"), ("13:25", "13:40"), ("13:40", "15:00"))
SLIPPED = (("13:20", "13:30"), ("13:30", "13:45"), ("13:45", "14:00"), ("14:00", "15:20"))
"""The hours of the second session's items, before and after it slips by 20 minutes."""


def calendar_of(file: Path, *events: str) -> Path:
    """Write a calendar as another program would."""
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Contoh//EN\r\n"
    lines = (
        line for event in events for line in ("BEGIN:VEVENT", *event.split("\n"), "END:VEVENT")
    )
    body = "".join(f"{line}\r\n" for line in lines)
    file.write_bytes(f"{head}{body}END:VCALENDAR\r\n".encode())
    return file


def events_in(file: Path) -> dict[str, Any]:
    """Return the events of a calendar by their UIDs, as another library reads them."""
    found = vobject.readOne(file.read_text(encoding="utf-8"))
    return {event.uid.value: event for event in found.contents["vevent"]}


def hours_in(event: Any) -> tuple[datetime, datetime]:  # noqa: ANN401 (the library has no types)
    """Return when an event starts and ends."""
    return event.dtstart.value, event.dtend.value


def session_slipped(calendar: str, minutes: int = 20) -> str:
    """Return our own calendar with the second session so many minutes later, under 60."""
    before, name, after = calendar.partition("SUMMARY:Kabupaten Ogan Ilir")
    for hour in ("13", "15"):
        after = after.replace(f"T{hour}0000", f"T{hour}{minutes:02}00", 1)
    return before + name + after
