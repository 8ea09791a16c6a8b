"""Adds glyphs to a TrueType file that are others moved: marks in the places where a text has them.

A mark that is drawn where its letter wants it, by its own glyph, needs no step of the pen; so
readers of the file do not take the step for a space or for another line.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from struct import iter_unpack, pack, unpack_from

Variant = tuple[int, int, int]
"""A glyph, and how far right and up it is moved, in units of the file."""

_WORDS_AND_PLACES = 0x0003
"""The arguments of the one component are two words, and lengths."""


def with_variants(tables: Mapping[str, bytes], first: int, variants: Sequence[Variant]) -> bytes:
    """Return the file of the tables with more glyphs, numbered on from ``first``."""
    changed, outlines = dict(tables), _outlines(tables)
    metrics = _metrics(tables, len(outlines))
    outlines += [b""] * (first - len(outlines))
    metrics += [(0, 0)] * (first - len(metrics))
    for number, right, up in variants:
        drawn = outlines[number]
        advance, bearing = metrics[number]
        outlines.append(_moved(number, drawn, right, up) if drawn else b"")
        metrics.append((advance, bearing + right))
    ends = [0]
    for drawn in outlines:
        ends.append(ends[-1] + len(drawn))
    changed["glyf"] = b"".join(outlines)
    changed["loca"] = pack(f">{len(ends)}I", *ends)
    changed["hmtx"] = b"".join(pack(">Hh", *metric) for metric in metrics)
    changed["hhea"] = tables["hhea"][:34] + pack(">H", len(outlines))
    changed["head"] = tables["head"][:50] + pack(">hh", 1, 0)
    changed["maxp"] = _limits(tables["maxp"], len(outlines))
    return _file(changed)


def _outlines(tables: Mapping[str, bytes]) -> list[bytes]:
    """Return the outlines of all glyphs, each as long as a multiple of four bytes."""
    (long,) = unpack_from(">h", tables["head"], 50)
    places = [place for (place,) in iter_unpack(">I" if long else ">H", tables["loca"])]
    scale, data = 1 if long else 2, tables["glyf"]
    drawn = (data[start * scale : stop * scale] for start, stop in pairwise(places))
    return [outline + bytes(-len(outline) % 4) for outline in drawn]


def _metrics(tables: Mapping[str, bytes], glyphs: int) -> list[tuple[int, int]]:
    """Return advance and left side bearing of all glyphs."""
    (long,) = unpack_from(">H", tables["hhea"], 34)
    full = list(iter_unpack(">Hh", tables["hmtx"][: 4 * long]))
    rest = iter_unpack(">h", tables["hmtx"][4 * long : 4 * long + 2 * (glyphs - long)])
    return [*full, *((full[-1][0], bearing) for (bearing,) in rest)]


def _moved(number: int, drawn: bytes, right: int, up: int) -> bytes:
    left, bottom, edge, top = unpack_from(">4h", drawn, 2)
    box = (left + right, bottom + up, edge + right, top + up)
    outline = pack(">h4hHHhh", -1, *box, _WORDS_AND_PLACES, number, right, up)
    return outline + bytes(-len(outline) % 4)


def _limits(table: bytes, glyphs: int) -> bytes:
    """Return the table of limits: one component more, one level deeper."""
    limits = list(unpack_from(">I14H", table))
    points, contours, composed_points, composed_contours = limits[2:6]
    limits[1] = glyphs
    limits[4:6] = max(points, composed_points), max(contours, composed_contours)
    limits[13:15] = max(1, limits[13]), limits[14] + 1
    return pack(">I14H", *limits)


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Return tables as one TrueType file."""
    count = len(tables)
    power = count.bit_length() - 1
    head = pack(">I4H", 0x10000, count, 16 << power, power, 16 * count - (16 << power))
    at, rows, bodies = len(head) + 16 * count, list[bytes](), list[bytes]()
    for tag, data in sorted(tables.items()):
        body = data + bytes(-len(data) % 4)
        total = sum(word for (word,) in iter_unpack(">I", body)) & 0xFFFFFFFF
        rows.append(pack(">4s3I", tag.encode("ascii"), total, at, len(data)))
        bodies.append(body)
        at += len(body)
    return b"".join((head, *rows, *bodies))
