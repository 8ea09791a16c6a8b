"""How many cells a workbook claims to span, found before anything is made of them.

A few bytes can name a cell at the far end of a sheet, repeat one a thousand million times, or
unpack to more than a computer holds. What is asked here costs no more than reading the file once.
"""

import re
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import chain
from typing import Any

from kunjungan.exchange.old_books import MOST_VALUES, binary_span, old_span
from kunjungan.exchange.shared_texts import named_bytes

MOST_UNPACKED = 80_000_000
MOST_CELLS = 5_000_000
MOST_TAGS = 4_000_000
MOST_TEXT = 60_000_000
"""So many cells a sheet may span, so many tags may stand in its part, and so long may be the text
of all cells: what a computer reads in a few seconds and keeps in half a gigabyte.
"""
TOO_MANY = MOST_CELLS + 1
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK = 1 << 20
_LONGEST_TAG = 1 << 16
"""What runs on longer is no tag, but a picture or a trap; it is looked through in pieces."""
_PLACE = re.compile(rb"""r(?<=\br)\s*=\s*["']([A-Za-z]{1,3})(\d{1,9})["']""")
_ROW_PLACE = re.compile(rb"""r(?<=\br)\s*=\s*["'](\d{1,10})["']""")
"""A letter to look for comes first, and only then that a word begins with it: much the faster."""
_ROW = re.compile(rb"<(?:\w+:)?row\b")
_CELL = re.compile(rb"<(?:\w+:)?c\b")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is|si)\b")
"""What a cell holds, and each text that cells share."""
_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576
"""The largest sheet that there is."""


def claimed_cells(data: bytes) -> int:
    """Return how many cells the largest sheet of a workbook spans, TOO_MANY for any such number.

    Raises:
        zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError: the file is damaged.
    """
    if not data.startswith(b"PK"):
        return old_span(data)
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            return TOO_MANY
        if any(part.compress_type not in _KNOWN for part in parts):
            message = "packed in a way that no office program packs"
            raise ValueError(message)
        binary = "xl/workbook.bin" in {part.filename.casefold() for part in parts}
        claimed = max((_part(package, part, binary=binary) for part in parts), default=0)
        if claimed <= MOST_CELLS and named_bytes(package, MOST_TEXT) > MOST_TEXT:
            return TOO_MANY
        return claimed


def _part(package: zipfile.ZipFile, part: zipfile.ZipInfo, *, binary: bool) -> int:
    """Return what a part claims; all are looked through, for a sheet may have any name.

    A part that is longer than it says fails here, before a library unpacks it.
    """
    with package.open(part) as stream:
        chunks = iter(partial(stream.read, _CHUNK), b"")
        if part.filename == "content.xml":
            return _open_document_span(b"".join(chunks))
        return binary_span(b"".join(chunks)) if binary else _sheet_span(chunks)


def _sheet_span(chunks: Iterator[bytes]) -> int:
    """Return how many cells a sheet spans by the places that its rows and cells name or take."""
    right = bottom = rows = run = values = tags = 0
    tail = b""
    for chunk in chain(chunks, [b"<"]):
        text = tail + chunk
        cut = max(text.rfind(b"<"), len(text) - _LONGEST_TAG, 0)
        text, tail = text[:cut], text[cut:]
        tags += text.count(b"<")
        values += len(_VALUE.findall(text))
        if values > MOST_VALUES or tags > MOST_TAGS:
            return TOO_MANY
        places = _PLACE.findall(text)
        right = max(right, *map(_number, {column for column, _ in places}), 0)
        bottom = max(bottom, *map(int, {row for _, row in places}), 0)
        bottom = max(bottom, *map(int, _ROW_PLACE.findall(text)), 0)
        counts = [len(_CELL.findall(part)) for part in _ROW.split(text)]
        counts[0] += run
        run, rows, right = counts[-1], rows + len(counts) - 1, max(right, *counts, 0)
    return right * max(bottom, rows)


def _open_document_span(data: bytes) -> int:
    """Return how many cells the widest and longest table of an OpenDocument sheet spans."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - lists only

    if data.count(b"<") > MOST_TAGS:
        return TOO_MANY
    right = bottom = most = above = values = written = 0
    tags = [f"{{*}}{name}" for name in ("table-cell", "covered-table-cell", "table-row", "table")]
    try:
        steps = etree.iterparse(BytesIO(data), tag=tags, resolve_entities=False, no_network=True)
        cells: list[Repeated] = []
        for _, element in steps:
            kind = etree.QName(element).localname
            if kind.endswith("cell"):
                cells.append((_repeats(element, "columns"), _letters(element)))
            elif kind == "table-row":
                repeats = _repeats(element, "rows")
                wide = _filled(cells)
                above += repeats
                right, bottom = max(right, wide), above if wide else bottom
                values += repeats * sum(times for times, letters in cells if letters)
                written += repeats * sum(times * letters for times, letters in cells)
                if values > MOST_VALUES or written > MOST_TEXT:
                    return TOO_MANY
                cells = []
            else:
                most, right, bottom, above = max(most, right * bottom), 0, 0, 0
            element.clear()
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    return most


Repeated = tuple[int, int]
"""How often a cell stands there, and how long its text is; 0 where it is empty."""


def _letters(element: Any) -> int:  # noqa: ANN401 - a library without types
    holds = len(element) > 0 or any(name.endswith("value") for name in element.attrib)
    return 1 + sum(map(len, element.itertext())) if holds else 0


def _filled(cells: list[Repeated]) -> int:
    """Return how wide a row is up to its last cell that holds anything."""
    while cells and not cells[-1][1]:
        cells.pop()
    return sum(repeats for repeats, _ in cells)


def _repeats(element: Any, what: str) -> int:  # noqa: ANN401 - a library without types
    """Return how often a cell or row stands there; beyond any sheet's size it is a trap."""
    names = element.attrib.items()
    found = [value for name, value in names if name.endswith(f"number-{what}-repeated")]
    count = int(found[0]) if found else 1
    if count > (_MOST_COLUMNS if what == "columns" else _MOST_ROWS):
        return TOO_MANY
    return count


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
