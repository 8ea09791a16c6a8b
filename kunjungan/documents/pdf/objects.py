"""A PDF file as it grows: its streams, its other objects packed together, and where they stand."""

import zlib
from collections.abc import Iterable
from hashlib import md5
from struct import pack

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 1_000
"""How many objects share a stream: a reader unpacks all to see one."""
_LEVEL = 5
_NOWHERE = b"\0\0\0\0\0\xff\xff"
"""The row of a number that has no object."""
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class PdfFile:
    """Objects get their numbers as they come, or are promised one with ``reserve``."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._length = len(_HEADER)
        self._plain: list[tuple[int, bytes]] = []
        self._where = [_NOWHERE]
        """By number: the row of the table that tells where an object is (ISO 32000-1 7.5.8)."""

    def reserve(self, count: int = 1) -> int:
        """Return the first of so many numbers for objects that are written later."""
        first = len(self._where)
        self._where += [_NOWHERE] * count
        return first

    def add(self, body: bytes, number: int = 0) -> int:
        """Keep an object that is no stream; return its number."""
        number = number or self.reserve()
        self._plain.append((number, body))
        if len(self._plain) == _PACKED:
            self._pack()
        return number

    def stream(self, entries: bytes, data: bytes, *, flate: bool = True) -> int:
        """Write a stream with the entries of its dictionary; ``flate`` says it is compressed."""
        number = self.reserve()
        self._write(number, entries, data, flate=flate)
        return number

    def finished(self, root: int, info: int) -> bytes:
        """Return the whole file; equal objects give equal bytes, and an equal identity."""
        if self._plain:
            self._pack()
        number, start = self.reserve(), self._length
        self._where[number] = _place(1, start, 0)
        digest = md5(usedforsecurity=False)
        for part in self._parts:
            digest.update(part)
        name = digest.hexdigest().encode()
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            number + 1,
            root,
            info,
            name,
            name,
        )
        self._write(number, entries, packed(b"".join(self._where)))
        return b"".join((*self._parts, b"startxref\n%d\n%%%%EOF\n" % start))

    def _pack(self) -> None:
        """Write the objects kept so far into a stream of their own."""
        objects, self._plain = self._plain, []
        at, index, stream = 0, [], self.reserve()
        for place, (number, body) in enumerate(objects):
            index.append(b"%d %d" % (number, at))
            at += len(body) + 1
            self._where[number] = _place(2, stream, place)
        head = b" ".join(index) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
        data = head + b"\n".join(body for _, body in objects)
        self._write(stream, entries, packed(data))

    def _write(self, number: int, entries: bytes, data: bytes, *, flate: bool = True) -> None:
        self._where[number] = _place(1, self._length, 0)
        coded = b"/Filter/FlateDecode" if flate else b""
        head = b"%d 0 obj\n<<%b%b/Length %d>>\nstream\n" % (number, entries, coded, len(data))
        parts = (head, data, b"\nendstream\nendobj\n")
        self._parts += parts
        self._length += sum(map(len, parts))


def packed(data: bytes) -> bytes:
    """Return data compressed as all streams of a file are."""
    return zlib.compress(data, _LEVEL)


def text(words: str) -> bytes:
    """Return words as a PDF string."""
    if words.isascii() and words.isprintable():
        return b"(%b)" % words.translate(_ESCAPES).encode("ascii")
    return b"<FEFF%b>" % words.encode("utf-16-be").hex().encode("ascii")


def array(references: Iterable[int]) -> bytes:
    """Return an array of references to objects."""
    return b"[%b]" % b" ".join(b"%d 0 R" % number for number in references)


def _place(kind: int, first: int, second: int) -> bytes:
    """Return where an object is: at a byte of the file (1), or in a stream at a place in it (2)."""
    return pack(">BIH", kind, first, second)
