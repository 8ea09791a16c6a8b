"""The numbers of an agreement in its head: one line for each party, or a rule to write it on."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import zip_longest
from math import ceil

from kunjungan.documents import phrases
from kunjungan.documents.content import AgreementContent
from kunjungan.documents.parts.translation_note import is_translation
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import balanced_lines, line_width, single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM

_PARTS = re.compile(r"[^/]+/?|/")
_SMALL = re.compile(r"[^-/.]+[-/.]*|[-/.]+")
_BLANK = 62 * MM
"""The rule on which a number is written by hand, of the same width for every party."""
_LEAD = 1.4
_LISTED = 4
"""Up to so many numbers stand under each other; more stand in two columns."""
_APART = 12.0
_AFTER_LABEL, _COLON = 10.0, 8.0
"""From a label to its number, and from the colon to it."""

Draw = Callable[[float, Ink, float], None]
"""Draws a line, given the middle between the margins, the ink and the line's upper edge."""

_Column = list[list[Line]]
"""Numbers under each other, each in its lines."""


class NumberLines:
    """The number lines of one head; those of many parties are read down two columns."""

    def __init__(
        self, faces: FaceCase, content: AgreementContent, size: float, width: float
    ) -> None:
        self._faces = faces
        self._language = content.languages[0]
        self._size = size
        self._labels = self._label(content.languages)
        shown = content.numbers and not is_translation(content)
        parties = content.parties if shown else ()
        texts = [party.number for party in parties]
        self._width, self._columns = self._in_columns(texts, 1, width)
        if len(texts) > _LISTED:
            beside, columns = self._in_columns(texts, 2, (width - _APART) / 2)
            if _lines(columns) < _lines(self._columns):
                self._width, self._columns = beside, columns
        self._widths = [self._widest(column) for column in self._columns]

    def strips(self) -> Iterator[tuple[float, Draw]]:
        """Yield all lines from top to bottom: how high each is, and what draws it."""
        for number, row in enumerate(_rows(self._columns)):
            for line in range(max(map(len, row))):
                yield self._size * _LEAD, partial(self._draw, number, line)

    def _draw(self, number: int, line: int, middle: float, ink: Ink, top: float) -> None:
        """Draw one line of the numbers that stand beside each other."""
        x = middle - (sum(self._widths) + _APART * (len(self._widths) - 1)) / 2
        y = top - self._size * _LEAD
        for place, (column, width) in enumerate(zip(self._columns, self._widths, strict=True)):
            lines = column[number] if number < len(column) else []
            if line < len(lines):
                with ink.tagged("P", self._language, key=("number", place, number)):
                    self._draw_line(ink, x, y, lines[line], first=line == 0)
                if not lines[line].words:
                    self._draw_blank(ink, x + self._number_at, y - 1.5)
            x += width + _APART

    def _draw_line(self, ink: Ink, x: float, y: float, line: Line, *, first: bool) -> None:
        at = x + self._number_at
        if first:
            for label in self._labels:
                ink.line(x, y, label)
                x += line_width(self._faces, label) + label.space
            ink.text(at - _COLON, y, ":", "regular", self._size)
        ink.line(at, y, line)

    def _draw_blank(self, ink: Ink, x: float, y: float) -> None:
        with ink.artifact():
            ink.canvas.setLineWidth(0.5)
            ink.canvas.line(x, y, x + self._blank, y)

    def _label(self, languages: tuple[str, ...]) -> list[Line]:
        """Return what stands before a number: "Nomor", or "Nomor /" and then "Number"."""
        first, *second = (phrases.said(phrases.NUMBER, language) for language in languages)
        upright = single_line(self._faces, f"{first} /" if second else first, "regular", self._size)
        return [upright, *(single_line(self._faces, text, "italic", self._size) for text in second)]

    @property
    def _number_at(self) -> float:
        """How far right of its label's beginning a number begins."""
        labels = sum(line_width(self._faces, label) + label.space for label in self._labels)
        return labels + _AFTER_LABEL

    @property
    def _blank(self) -> float:
        return min(_BLANK, self._width - self._number_at)

    def _widest(self, column: _Column) -> float:
        widths = (
            line_width(self._faces, line) if line.words else self._blank
            for lines in column
            for line in lines
        )
        return self._number_at + max(widths, default=0.0)

    def _in_columns(
        self, texts: list[str | None], count: int, width: float
    ) -> tuple[float, list[_Column]]:
        """Return the numbers in columns of a width, and that width."""
        room = width - self._number_at
        numbers = [self._number_lines(text, room) for text in texts]
        tall = ceil(len(numbers) / count)
        return width, [numbers[:tall], numbers[tall:]][:count]

    def _number_lines(self, text: str | None, room: float) -> list[Line]:
        """Return a number's lines: one, or more where it is long, broken after its strokes."""
        faces, size = self._faces, self._size
        rows = [""]
        for part in self._parts(text or "", room):
            longer = single_line(faces, rows[-1] + part, "regular", size)
            if rows[-1] and line_width(faces, longer) > room:
                rows.append("")
            rows[-1] += part
        found = [line for row in rows for line in balanced_lines(faces, row, "regular", size, room)]
        return found or [single_line(faces, "", "regular", size)]

    def _parts(self, text: str, room: float) -> Iterator[str]:
        """Yield the parts of a number; what is wide between strokes is parted at other marks."""
        for part in _PARTS.findall(text):
            line = single_line(self._faces, part, "regular", self._size)
            yield from [part] if line_width(self._faces, line) <= room else _SMALL.findall(part)


def _rows(columns: list[_Column]) -> Iterator[tuple[list[Line], ...]]:
    return zip_longest(*columns, fillvalue=list[Line]())


def _lines(columns: list[_Column]) -> int:
    return sum(max(map(len, row)) for row in _rows(columns))
