"""Workbooks in Excel's binary formats, made by hand as small as they can be."""

import struct
import zipfile
from collections.abc import Sequence
from io import BytesIO

Number = tuple[int, int, float]
"""Row, column and number of a cell."""
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_RELATIONS = (
    '<?xml version="1.0"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.bin" Type="http://schemas.openxmlformats.org'
    '/officeDocument/2006/relationships/worksheet"/></Relationships>'
)


def xls(cells: Sequence[Number], *, circle: bool = False) -> bytes:
    """Return an .xls with one sheet; with ``circle`` its directory never ends."""
    stream = _stream(cells).ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % 512)
    sectors = len(stream) // 512
    following = [_TABLE, 1 if circle else _END, *range(3, sectors + 2), _END]
    following += [_FREE] * (128 - len(following))
    directory = _entry("Root Entry", 5, _END, 0, 1) + _entry("Workbook", 2, 2, len(stream))
    directory += _entry("", 0, 0, 0) * 2
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    return head + struct.pack("<128I", *following) + directory + stream


def xlsb(cells: Sequence[Number]) -> bytes:
    """Return an .xlsb with one sheet."""
    sheet = _wide(0x81) + _wide(0x94, b"\0" * 16) + _wide(0x91)
    for row, column, number in cells:
        sheet += _wide(0, struct.pack("<I", row) + b"\0" * 13)
        sheet += _wide(5, struct.pack("<IId", column, 0, number))
    named = _wide(0x9C, struct.pack("<II", 0, 1) + _text("rId1") + _text("A"))
    book = _wide(0x83) + _wide(0x8F) + named + _wide(0x90) + _wide(0x84)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/_rels/workbook.bin.rels", _RELATIONS)
        package.writestr("xl/workbook.bin", book)
        package.writestr("xl/worksheets/sheet1.bin", sheet + _wide(0x92) + _wide(0x82))
    return out.getvalue()


def _stream(cells: Sequence[Number]) -> bytes:
    def bound(at: int) -> bytes:
        return _record(0x85, struct.pack("<IBBBB", at, 0, 0, 1, 0) + b"A")

    head, end = _begin(5) + _record(0x42, struct.pack("<H", 1200)), _record(0x0A)
    numbers = b"".join(_record(0x203, struct.pack("<HHHd", r, c, 0, n)) for r, c, n in cells)
    at = len(head) + len(bound(0)) + len(end)
    return head + bound(at) + end + _begin(0x10) + numbers + end


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    written = name.encode("utf-16-le")
    made = written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2 * bool(name), kind, 1)
    made += struct.pack("<III", _FREE, _FREE, child) + b"\0" * 36
    return made + struct.pack("<II", start, size) + b"\0" * 4


def _wide(kind: int, body: bytes = b"") -> bytes:
    """Return a record of the binary package; numbers are of seven bits each."""
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(body)]) + body


def _text(words: str) -> bytes:
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")
