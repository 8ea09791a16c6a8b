"""Calendars for tests, written line by line, and what is read of them."""

from datetime import UTC, date, datetime

from kunjungan.domain.event_times import Zone
from kunjungan.exchange.ical_reading import Window, parse_ical
from kunjungan.exchange.ical_rows import IcalFile, IcalRow

YEAR = Window(date(2022, 1, 1), date(2023, 1, 1), Zone.WIB.offset)
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Contoh//EN\r\n"


def event(*lines: str, uid: str = "a", title: str = "Rapat") -> str:
    inner = "".join(f"{line}\r\n" for line in lines)
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\n{inner}END:VEVENT\r\n"


def calendar(*parts: str) -> bytes:
    return f"{HEAD}{''.join(parts)}END:VCALENDAR\r\n".encode()


def read(*parts: str, window: Window = YEAR) -> IcalFile:
    return parse_ical(calendar(*parts), "agenda.ics", window)


def only(*parts: str) -> IcalRow:
    file = read(*parts)
    assert not file.faults
    [row] = file.rows
    return row


def utc(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
