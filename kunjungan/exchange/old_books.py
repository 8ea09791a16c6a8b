"""How many cells a workbook in Excel's binary formats spans, read from its records alone."""

import struct
from collections.abc import Iterator

MOST_VALUES = 600_000
"""So many cells of a sheet may hold anything."""
_SECTOR_LIMIT = 0xFFFFFFFA
"""Numbers from here on name no sector."""
_SMALL = 4096
"""Streams below this size lie in the small sectors."""
_ENTRY = 128
_ROOT = 5
_CELLS = frozenset({0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x206, 0x27E, 0x406})
_SEVERAL = frozenset({0xBD, 0xBE})
"""Records of several cells, whose last column stands at their end."""
_BINARY_ROW, _BINARY_CELLS, _CELLS_BEGIN = 0, range(1, 12), 0x91
_STREAMS = frozenset({"Workbook", "Book"})


def old_span(data: bytes) -> int:
    """Return how many cells the sheets of an .xls file span together, 0 where it holds no book.

    Raises:
        ValueError: its sectors run in a circle or out of the file.
    """
    try:
        return _span(_cells(_book(data)))
    except (struct.error, IndexError) as error:
        message = "a damaged compound file"
        raise ValueError(message) from error


def binary_span(data: bytes) -> int:
    """Return how many cells a part of an .xlsb file spans; a part that is no sheet spans few."""
    return _span(_binary_cells(data))


def _span(cells: Iterator[tuple[int, int]]) -> int:
    right = bottom = -1
    for count, (row, column) in enumerate(cells):
        right, bottom = max(right, column), max(bottom, row)
        if count >= MOST_VALUES:
            return _FAR
    return (right + 1) * (bottom + 1)


_FAR = 1 << 40
"""More cells than any list has."""


def _cells(book: bytes) -> Iterator[tuple[int, int]]:
    """Yield row and last column of every record of cells."""
    at = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        at += 4
        if kind in _CELLS and size >= 6 and at + size <= len(book):
            row, column = struct.unpack_from("<HH", book, at)
            last = struct.unpack_from("<H", book, at + size - 2)[0] if kind in _SEVERAL else column
            yield row, max(column, last)
        at += size


def _binary_cells(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield row and column of every cell record behind the mark where cells begin."""
    at = row = 0
    begun = False
    while at < len(data):
        kind, at = _varying(data, at, 2)
        size, at = _varying(data, at, 4)
        begun = begun or kind == _CELLS_BEGIN
        if begun and size >= 4 and at + 4 <= len(data):
            number = int.from_bytes(data[at : at + 4], "little")
            if kind == _BINARY_ROW:
                row = number
            elif kind in _BINARY_CELLS:
                yield row, number
        at += size


def _varying(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number of at most so many bytes of seven bits, and where it ends."""
    number = 0
    for place, byte in enumerate(data[at : at + most]):
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return number, at + place + 1
    return number, at + most


def _book(data: bytes) -> bytes:
    """Return the stream that holds the sheets, empty where there is none."""
    file = _Compound(data)
    entries = list(file.entries())
    for name, kind, start, size in entries:
        if name in _STREAMS and kind == 2:
            if size >= _SMALL:
                return file.stream(start)[:size]
            root = next(first for _, each, first, _ in entries if each == _ROOT)
            return file.small_stream(root, start)[:size]
    return b""


class _Compound:
    """The sectors of a compound file and which follows which."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or small_shift != 6:
            message = "sectors of an unknown size"
            raise ValueError(message)
        self._size, self._small = 1 << shift, 1 << small_shift
        self._directory, self._small_table = (
            struct.unpack_from("<I", data, at)[0] for at in (48, 60)
        )
        self._next = self._table()

    def entries(self) -> Iterator[tuple[str, int, int, int]]:
        """Yield name, kind, first sector and size of what it holds."""
        directory = self.stream(self._directory)
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length = struct.unpack_from("<H", directory, at + 64)[0]
            name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", directory, at + 116)
            yield name, directory[at + 66], start, size

    def stream(self, start: int) -> bytes:
        """Return what lies in the sectors from ``start`` on."""
        return b"".join(self._sector(place) for place in _chain(start, self._next))

    def small_stream(self, root: int, start: int) -> bytes:
        """Return what lies in the small sectors from ``start`` on."""
        table = self.stream(self._small_table)
        following = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
        whole, size = self.stream(root), self._small
        chain = _chain(start, following)
        return b"".join(whole[place * size : (place + 1) * size] for place in chain)

    def _sector(self, place: int) -> bytes:
        return self._data[(place + 1) * self._size : (place + 2) * self._size]

    def _table(self) -> tuple[int, ...]:
        """Return which sector follows each, as the file's own tables say."""
        places = [*struct.unpack_from("<109I", self._data, 76)]
        more, count = struct.unpack_from("<II", self._data, 68)
        per = self._size // 4
        for _ in range(min(count, len(self._data) // self._size)):
            if more >= _SECTOR_LIMIT:
                break
            *found, more = struct.unpack(f"<{per}I", self._sector(more))
            places += found
        tables = b"".join(self._sector(place) for place in places if place < _SECTOR_LIMIT)
        return struct.unpack(f"<{len(tables) // 4}I", tables[: len(tables) // 4 * 4])


def _chain(start: int, following: tuple[int, ...]) -> Iterator[int]:
    """Yield the sectors of a stream in order; ValueError where they run in a circle."""
    for _ in range(len(following) + 1):
        if start >= _SECTOR_LIMIT:
            return
        yield start
        start = following[start]
    message = "sectors in a circle"
    raise ValueError(message)
