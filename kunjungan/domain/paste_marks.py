"""Reads the number before a pasted paragraph, whether it was typed or given by a list."""

import re
from dataclasses import dataclass, replace

from kunjungan.domain.number_words import roman

BULLET = "•"
_BULLETS = "•●○▪■◦‣\u2043·*§o\u2013\u2014-"
_TYPED = re.compile(
    r"[*_]{0,4}(?P<mark>\((?:\d{1,3}|[a-z]|(?P<pair>[a-z])(?P=pair)|[ivx]{1,6})\)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?"
    r"|(?:\d{1,3}|[A-Za-z]|(?P<two>[a-z])(?P=two)|[ivx]{1,6}|[IVX]{1,6})[.)]"
    rf"|[{re.escape(_BULLETS)}])(?=[*_]{{0,4}}(?:\s|$))"
)
_UNSPACED = re.compile(r"[*_]{0,4}(?P<mark>\(\d{1,3}\))(?=[A-Z*_])")
"""A paragraph's number may touch its first word, because nothing else begins like that."""
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class PasteMark:
    """A number before a paragraph: ``style`` is its form ("(1)", "a."), ``value`` its count.

    ``roman`` is what it counts if its letters are Roman, 0 if they cannot be; ``depth`` how deep a
    list stands that tells it, else 0.
    """

    style: str
    value: int
    roman: int = 0
    depth: int = 0


def list_number(kind: str, count: int) -> str:
    """Return a number of a list as it is counted: by "1", "a", "A", "i" or "I"; else ``kind``."""
    if kind in ("a", "A"):
        return chr(ord(kind) + (count - 1) % 26) * min((count - 1) // 26 + 1, 3)
    if kind in ("i", "I") and 1 <= count <= 39:
        return roman(count) if kind == "I" else roman(count).lower()
    return str(count)


def typed_mark(text: str) -> tuple[PasteMark, int] | None:
    """Return the number typed before a paragraph and where it ends; None if there is none."""
    found = _TYPED.match(text) or _UNSPACED.match(text)
    mark = read_mark(found["mark"]) if found else None
    return (mark, found.end("mark")) if found and mark else None


def read_mark(text: str, depth: int = 0) -> PasteMark | None:
    """Return what a number alone says, None if it is none."""
    text = text.strip()
    if len(text) == 1 and text in _BULLETS:
        return PasteMark(f"{BULLET}{text}", 0, depth=depth)
    found = _read(text, text.strip("()."))
    return replace(found, depth=depth) if found else None


def _read(text: str, core: str) -> PasteMark | None:
    if re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){1,3}", core):
        return PasteMark(f"1{'.1' * core.count('.')}", int(core.rpartition(".")[2]))
    if re.fullmatch(r"\d{1,3}", core):
        return PasteMark(text.replace(core, "1"), int(core))
    if re.fullmatch(r"[A-Za-z]+", core) and text != core:
        return _lettered(text, core)
    return None


def _lettered(text: str, core: str) -> PasteMark | None:
    small = core.casefold()
    alike = len(set(small)) == 1 and (core.islower() or len(core) == 1)
    value = 26 * (len(core) - 1) + ord(small[0]) - ord("a") + 1 if alike else 0
    roman = _roman(small)
    if not value and not roman:
        return None
    return PasteMark(text.replace(core, "a" if core.islower() else "A"), value, roman)


def _roman(letters: str) -> int:
    if not _ROMAN.fullmatch(letters):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in letters]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))
