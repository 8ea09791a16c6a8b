"""What the reader of workbooks does not tell: long numbers to the last figure, formulas unsaved.

A program may write the 18 digits of a NIP as a number; read as one, its last figures are lost.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from posixpath import join, normpath

Place = tuple[int, int]
"""Row and column from 0."""
_CELL = re.compile(
    rb"""<(?:\w+:)?c\b([^<>]*)>(\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?"""
    rb"""\s*(?:<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>)?"""
)
_TAG = re.compile(rb"<[^<>]*>")
_LONG = re.compile(rb"\d{16,20}")
_TELLING = re.compile(rb"<(?:\w+:)?v>\s*\d{16,20}\s*<|<(?:\w+:)?f\b")
"""Without any of these a sheet has nothing to tell, and is not looked through cell by cell."""
_HIDDEN = re.compile(rb"""<(?:\w+:)?row\b[^<>]*\bhidden\s*=\s*["'](?:1|true)["'][^<>]*>""")
_COLUMNS = re.compile(rb"""<(?:\w+:)?col\b[^<>]*\bhidden\s*=\s*["'](?:1|true)["'][^<>]*>""")
_ROW_AT = re.compile(rb"""\br\s*=\s*["'](\d{1,7})["']""")
_AT = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_TEXT_TYPE = re.compile(rb"""\bt\s*=\s*["'](?!n["'])""")
_MOST_COLUMNS, _MOST_SPANS = 16_384, 200
"""The widest sheet that there is; beyond so many spans of columns nobody told them by hand."""
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")


@dataclass(slots=True)
class RawCells:
    """Cells of a sheet as the file has them: whole numbers of 16 figures and more, and formulas.

    ``unsaved`` are the formulas without a result, ``hidden`` and ``hidden_columns`` the rows and
    columns that are not shown.
    """

    numbers: dict[Place, int] = field(default_factory=dict)
    unsaved: dict[Place, str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def raw_cells(data: bytes) -> Mapping[str, RawCells]:
    """Return such cells by the name of their sheet; none for what is no workbook in XML.

    The file has been found to unpack to no more than a computer holds.
    """
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = set(package.namelist())
        if "xl/workbook.xml" not in names:
            return {}
        return {
            title: found
            for title, part in _sheets(package)
            if part in names and (found := _of(package.read(part))) is not None
        }


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield name and part of each sheet."""
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in package.namelist():
        return
    targets = {
        _attribute(tag, b"Id"): _attribute(tag, b"Target")
        for tag in _RELATION.findall(package.read(relations))
    }
    for tag in _SHEET.findall(package.read("xl/workbook.xml")):
        target = targets.get(_attribute(tag, rb"\w+:id"), "")
        part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        yield _attribute(tag, b"name"), part


def _of(xml: bytes) -> RawCells | None:
    hides = b"hidden" in xml
    rows = [at for tag in _HIDDEN.findall(xml) if (at := _ROW_AT.search(tag))] if hides else ()
    columns = _hidden_columns(xml) if hides else ()
    hidden = frozenset(int(at[1]) - 1 for at in rows)
    found = RawCells(hidden=hidden, hidden_columns=frozenset(columns))
    if not _TELLING.search(xml):
        return found if rows or columns else None
    for cell in _CELL.finditer(xml):
        attributes, formula, held = cell.groups()
        value = (held or b"").strip()
        at = _AT.search(attributes)
        if at is None:
            continue
        place = int(at[2]) - 1, _column(at[1])
        if value and _LONG.fullmatch(value) and not _TEXT_TYPE.search(attributes):
            found.numbers[place] = int(value)
        elif formula is not None and not value:
            found.unsaved[place] = "=" + _TAG.sub(b"", formula).decode("utf-8", "replace").strip()
    return found


def _hidden_columns(xml: bytes) -> list[int]:
    """Return the columns that are not shown, from 0; a sheet has no more than 16,384."""
    tags = [found[0] for found in islice(_COLUMNS.finditer(xml), _MOST_SPANS)]
    spans = [(_attribute(tag, b"min"), _attribute(tag, b"max")) for tag in tags]
    return [
        at
        for first, last in spans
        if first.isdecimal() and last.isdecimal()
        for at in range(int(first) - 1, min(int(last), _MOST_COLUMNS))
    ]


def _attribute(tag: bytes, name: bytes) -> str:
    from html import unescape  # noqa: PLC0415 - lists only

    found = re.search(rb"""\b""" + name + rb"""\s*=\s*(["'])(.*?)\1""", tag)
    return unescape(found[2].decode("utf-8", "replace")) if found else ""


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number - 1
