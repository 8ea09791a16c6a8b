"""Numbers of the office's own papers; a partner's number is free text and never read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from typing_extensions import override

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.number_words import roman
from kunjungan.i18n import later

DEFAULT_PATTERN = "{class}/{seq:03}/{unit}/{roman}/{year}"

_TOKEN = re.compile(r"\{([^{}]*)\}")
_PADDED = re.compile(r"(seq|month|year):0([1-9])")
_SEQ = r"(?P<seq>\d+(?:\.[a-z]{1,2})?)"
_SHAPES = {
    "class": ".*?",
    "seq": _SEQ,
    "unit": ".*?",
    "roman": "[IVX]+",
    "month": r"\d+",
    "year": r"\d+",
}
_PLAIN = {**_SHAPES, "seq": _SEQ.replace("?P<seq>", "?:")}
_DATED = frozenset({"roman", "month", "year"})
_SERIAL = re.compile(r"\s*0*(\d+)(?:\s*\.?\s*([a-z]{1,2}))?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Serial:
    """A running number with the letter of one put in later: 91, then 91.a, then 92."""

    number: int
    suffix: str = ""

    @classmethod
    def parse(cls, text: str) -> "Serial":
        """Read 91, 091, 91.a or 91a; RuleBroken for anything else."""
        found = _SERIAL.fullmatch(text)
        if not found:
            raise RuleBroken(later("“{text}” is not a running number."), text=text)
        return cls(int(found[1]), (found[2] or "").lower())

    @override
    def __str__(self) -> str:
        """Return the number as registers write it."""
        return f"{self.number}.{self.suffix}" if self.suffix else str(self.number)


def fill_number(
    pattern: str, *, seq: Serial | int, on: date, code: str = "", unit: str = ""
) -> str:
    """Return a number made from a pattern such as ``{class}/{seq:03}/{unit}/{roman}/{year}``.

    Month and year are those of the number's own day ``on``, never of printing. Raises RuleBroken
    for a place the pattern may not have.
    """
    serial = seq if isinstance(seq, Serial) else Serial(seq)
    values = {**_dated(on), "class": code, "seq": str(serial), "unit": unit}
    return _TOKEN.sub(lambda token: _filled(token[1], values, serial), pattern)


def serial_in(number: str, pattern: str) -> Serial | None:
    """Return the running number inside a number made by a pattern, or None if it is another's.

    >>> serial_in("100.3.7.1/091/TAPEM/IX/2022", "{class}/{seq:03}/{unit}/{roman}/{year}")
    Serial(number=91, suffix='')
    """
    reader = _reader(pattern)
    found = reader.fullmatch(number.strip()) if reader else None
    return Serial.parse(found["seq"]) if found else None


def moved_number(
    number: str, pattern: str, on: date, *, seq: Serial | int | None = None
) -> str | None:
    """Return a number made by a pattern with the month and the year of another day.

    Its running number stays unless ``seq`` names another. None for a number of another's making.

    >>> moved_number("1/KSD/IX/2022", "{seq}/{unit}/{roman}/{year}", date(2022, 10, 3))
    '1/KSD/X/2022'
    """
    serial = serial_in(number, pattern)
    parts = _TOKEN.split(pattern)
    shape = "".join(
        f"({_PLAIN.get(part.partition(':')[0], '(?!)')})" if place % 2 else re.escape(part)
        for place, part in enumerate(parts)
    )
    found = re.fullmatch(shape, number.strip())
    if serial is None or found is None:
        return None
    wanted = serial if seq is None else seq if isinstance(seq, Serial) else Serial(seq)
    anew = _DATED if seq is None else _DATED | {"seq"}
    values = {**_dated(on), "seq": str(wanted)}
    kept = iter(found.groups())
    for place in range(1, len(parts), 2):
        old, token = next(kept), parts[place]
        parts[place] = _filled(token, values, wanted) if token.partition(":")[0] in anew else old
    return "".join(parts)


def next_seq(used: Iterable[tuple[int, int]], year: int) -> int:
    """Return the next running number of a year from the (year, number) pairs in use.

    It starts at 1 each January and never goes back into a gap (office practice).
    """
    return max((number for of_year, number in used if of_year == year), default=0) + 1


@lru_cache(maxsize=8)
def _reader(pattern: str) -> re.Pattern[str] | None:
    """Return what reads the running number out of a number, None where the pattern has none."""
    shape = ""
    for place, part in enumerate(_TOKEN.split(pattern)):
        token = _SHAPES.get(part.partition(":")[0], "(?!)")
        again = token == _SEQ and _SEQ in shape
        shape += re.escape(part) if place % 2 == 0 else "(?P=seq)" if again else token
    return re.compile(shape) if _SEQ in shape else None


def _dated(on: date) -> dict[str, str]:
    return {"roman": roman(on.month), "month": str(on.month), "year": str(on.year)}


def _filled(token: str, values: dict[str, str], serial: Serial) -> str:
    if token in values:
        return values[token]
    padded = _PADDED.fullmatch(token)
    if not padded:
        message = later("The number pattern knows no “{token}”.")
        raise RuleBroken(message, token=token)
    digits = str(serial.number) if padded[1] == "seq" else values[padded[1]]
    suffix = f".{serial.suffix}" if padded[1] == "seq" and serial.suffix else ""
    return digits.zfill(int(padded[2])) + suffix
