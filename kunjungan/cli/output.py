"""Writes results for a person or for a program, and refusals in one sentence each."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate

GAP = "  "
MOST = 3
"""How many of a list a cell of a table shows; JSON always has all."""


def survive_any_console() -> None:
    """Write a question mark where a console such as cp1252 has no such character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def say(text: str) -> None:
    """Write a line on standard output."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Write a line on standard error."""
    sys.stderr.write(f"{text}\n")


def say_json(value: object) -> None:
    """Write JSON that any console passes on unharmed: stable, indented, ASCII."""
    say(json.dumps(plain(value), indent=2))


def say_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows under their headings, each column as wide as its widest cell."""
    cells = [list(headings), *([shown(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    rule = ["-" * width for width in widths]
    for row in (cells[0], rule, *cells[1:]):
        line = GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        say(line.rstrip())


def shown(value: object) -> str:
    """Return a value as a cell of a table."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return _few(value)
    if isinstance(value, Enum | Bilingual | UUID | datetime):
        return _word(value)
    return " ".join(str(plain(value)).split())


def _few(values: Sequence[object]) -> str:
    """Return the first of a list, and how many more there are."""
    words = [word for word in map(shown, values) if word]
    if len(words) <= MOST + 1:
        return ", ".join(words)
    return ", ".join([*words[:MOST], f"+{len(words) - MOST}"])


def _word(value: Enum | Bilingual | UUID | datetime) -> str:
    """Return what the screen's language calls it, or what a person reads quickest."""
    from kunjungan.ui.labels import label, screen_side  # noqa: PLC0415 (quick --help)

    match value:
        case UUID():
            return str(value)[:8]
        case datetime():
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case Enum():
            return label(value)
        case Bilingual():
            return screen_side(value)


def plain(value: object) -> object:
    """Return a value as JSON has it."""
    for kind, write in WRITERS:
        if isinstance(value, kind):
            return write(value)
    return value


Writer = Callable[[Any], object]
WRITERS: tuple[tuple[type, Writer], ...] = (
    (Bilingual, lambda pair: {"id": pair.id, "en": pair.en}),
    (Mapping, lambda found: {str(key): plain(one) for key, one in found.items()}),
    (tuple, lambda found: [plain(one) for one in found]),
    (list, lambda found: [plain(one) for one in found]),
    (Enum, lambda member: member.value),
    (date, date.isoformat),
    (UUID, str),
    (PartialDate, str),
)
