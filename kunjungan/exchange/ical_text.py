"""Looks at the text of an iCalendar file before any library does (RFC 5545, 3.1 and 3.4)."""

import re
from collections.abc import Iterator

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

DEPTH = 4
"""How deep parts may lie in each other: calendar, event or zone, alarm or rule, one to spare."""
EVENTS = 10_000
"""How many events one file may hold."""
_NOT_ICAL = later(
    "{name} is no calendar file (iCalendar, .ics). Nothing was imported; export the calendar from "
    "the other program once more and choose that file."
)
_ZIP = later(
    "{name} is a compressed file. Nothing was imported; unpack it and choose the .ics file in it."
)
_CHARSET = later(
    "{name} is not written in UTF-8, so its words cannot be read. Nothing was imported; "
    "export it once more, or save it as UTF-8."
)
_TRUNCATED = later(
    "{name} breaks off: the part {part} of line {line} is never closed. Nothing was imported; "
    "copy or download it once more."
)
_CROSSED = later(
    "Line {line} of {name} closes a part that is not open there: {part}. Nothing was imported; "
    "export the calendar once more."
)
_DEEP = later(
    "Line {line} of {name}: parts lie in each other too deep. Nothing was imported; "
    "this is no calendar of a known program."
)
_MANY = later(
    "{name} holds more than {most} events. Nothing was imported; export a shorter period."
)
_EDGE = re.compile(r"(BEGIN|END)[ \t]*:[ \t]*([A-Z0-9-]{1,40})[ \t]*", re.IGNORECASE)


def calendar_text(data: bytes, name: str) -> str:
    """Return the text of a file.

    Raises:
        RuleBroken: it is packed, no calendar, or in a charset that is not named.
    """
    if data.startswith(b"PK"):
        raise RuleBroken(_ZIP, name=name)
    text = _decoded(data, name).lstrip("\ufeff \t\r\n")
    if not re.match(r"BEGIN[ \t]*:[ \t]*VCALENDAR\b", text, re.IGNORECASE) or "\0" in text:
        raise RuleBroken(_NOT_ICAL, name=name)
    return text


def event_lines(text: str, name: str) -> list[int]:
    """Return the line in which each event begins, in the order of the file.

    Raises:
        RuleBroken: the file breaks off, its parts cross or lie too deep, or it holds too many.
    """
    opened: list[tuple[str, int]] = []
    found: list[int] = []
    for line, what, part in _edges(text):
        if what == "BEGIN":
            opened.append((part, line))
            if part == "VEVENT":
                found.append(line)
        elif not opened or opened.pop()[0] != part:
            raise RuleBroken(_CROSSED, name=name, line=line, part=part)
        _refuse_odd(opened, len(found), name)
    if opened:
        raise RuleBroken(_TRUNCATED, name=name, line=opened[-1][1], part=opened[-1][0])
    return found


def _refuse_odd(opened: list[tuple[str, int]], events: int, name: str) -> None:
    parts = [part for part, _ in opened]
    if len(opened) > DEPTH or parts.count("VEVENT") > 1 or parts.count("VCALENDAR") > 1:
        raise RuleBroken(_DEEP, name=name, line=opened[-1][1])
    if events > EVENTS:
        raise RuleBroken(_MANY, name=name, most=EVENTS)


def _edges(text: str) -> Iterator[tuple[int, str, str]]:
    for line, words in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if words[:1] in "BbEe" and (edge := _EDGE.fullmatch(words)):
            yield line, edge[1].upper(), edge[2].upper()


def _decoded(data: bytes, name: str) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        known = re.match(rb"\s*BEGIN\s*:\s*VCALENDAR\b", data, re.IGNORECASE)
        raise RuleBroken(_CHARSET if known or wide else _NOT_ICAL, name=name) from error
