"""The rows of a list to be signed: words set into cells, each row as high as it needs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kunjungan.documents.office.both_words import both_lines
from kunjungan.documents.office.sheet import ASCENT, PAD, SMALL, SMALL_LEAD
from kunjungan.documents.office.sign_list import SignColumn
from kunjungan.documents.setting.centred import filled_lines, line_width
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.lines import Line
from kunjungan.domain.bilingual import Bilingual

_SIDE_PAD, _NARROW_PAD, _HAIR = 4.5, 2.5, 1e-6
_INDENT = 0.46
"""How far into its cell the number of an even row stands, in parts of the cell."""


class Spot(NamedTuple):
    """A set line in a column, from ``x`` and ``down`` under the top of its row to its baseline."""

    column: int
    x: float
    down: float
    line: Line


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row that is set; its height in points."""

    height: float
    spots: tuple[Spot, ...]


class RowSetter:
    """Sets the rows of one list between the edges of its columns, which count one more."""

    def __init__(
        self, faces: FaceCase, columns: Sequence[SignColumn], edges: Sequence[float]
    ) -> None:
        self._faces = faces
        self._columns = columns
        pads = [_NARROW_PAD if column.side == "middle" else _SIDE_PAD for column in columns]
        self._left = [edge + pad for edge, pad in zip(edges, pads, strict=False)]
        self._widths = [
            right - left - 2 * pad for (left, right), pad in zip(pairwise(edges), pads, strict=True)
        ]
        self._known: dict[tuple[int, str], tuple[tuple[float, Line], ...]] = {}

    def heads(self, heads: Sequence[Bilingual]) -> SetRow:
        """Return the heads of the columns, in the middle of each."""
        spots = [
            (column, *self._centred(column, line), at)
            for column, head in enumerate(heads)
            for at, line in enumerate(
                both_lines(self._faces, head, "bold", SMALL, self._widths[column])
            )
        ]
        most = max(at for *_, at in spots) + 1
        height = most * SMALL_LEAD + 3 * PAD
        counts = [sum(spot[0] == column for spot in spots) for column in range(len(heads))]
        return SetRow(
            height,
            tuple(
                Spot(column, x, _top(height, counts[column]) + at * SMALL_LEAD, line)
                for column, x, line, at in spots
            ),
        )

    def rows(self, rows: Iterable[Sequence[str]], least: float) -> Iterator[SetRow]:
        """Yield rows that are ``least`` points high or more, zigzags by their place from 1."""
        for number, row in enumerate(rows, 1):
            cells = [self._cell(column, words) for column, words in enumerate(row)]
            height = max(least, max(map(len, cells)) * SMALL_LEAD + 2 * PAD)
            yield SetRow(height, tuple(self._spots(cells, height, even=number % 2 == 0)))

    def _spots(
        self, cells: Sequence[tuple[tuple[float, Line], ...]], height: float, *, even: bool
    ) -> Iterator[Spot]:
        for column, lines in enumerate(cells):
            if self._columns[column].side == "zigzag":
                indent = self._widths[column] * _INDENT if even else 0.0
                down = PAD + ASCENT * SMALL
            else:
                indent, down = 0.0, _top(height, len(lines))
            for at, (x, line) in enumerate(lines):
                yield Spot(column, x + indent, down + at * SMALL_LEAD, line)

    def _cell(self, column: int, words: str) -> tuple[tuple[float, Line], ...]:
        """Return the lines of a cell with where each begins; words that come again are kept."""
        if not words:
            return ()
        known = self._known.get((column, words))
        if known is None:
            lines = quick_lines(self._faces, words, SMALL, self._widths[column])
            middle = self._columns[column].side == "middle"
            known = tuple(
                self._centred(column, line) if middle else (self._left[column], line)
                for line in lines
            )
            self._known[column, words] = known
        return known

    def _centred(self, column: int, line: Line) -> tuple[float, Line]:
        spare = self._widths[column] - line_width(self._faces, line)
        return self._left[column] + spare / 2, line


def quick_lines(faces: FaceCase, text: str, size: float, width: float) -> list[Line]:
    """Return what ``filled_lines`` does, at less cost for plain words that all fit the width."""
    words = text.split(" ")
    face = faces.latin("regular")
    widths = [face.width(word, size) for word in words]
    if not (text.isascii() and text.isprintable() and all(words)) or max(widths) > width:
        return filled_lines(faces, text, "regular", size, width)
    space = face.space * size / 1000
    lines, start, used = list[Line](), 0, 0.0
    for place, wide in enumerate(widths):
        if place > start and used + wide > width + _HAIR:
            lines.append(_plain_line(words[start:place], size, space))
            start, used = place, 0.0
        used += wide + space
    return [*lines, _plain_line(words[start:], size, space)]


def _plain_line(words: Sequence[str], size: float, space: float) -> Line:
    made = tuple((("regular", word),) for word in words)
    return Line(made, size, space, 1.0, 1.0, 0.0, spaced=True)


def _top(height: float, lines: int) -> float:
    """Return how far under the top of a row the first baseline of centred lines stands."""
    return (height - lines * SMALL_LEAD) / 2 + ASCENT * SMALL + (SMALL_LEAD - SMALL) / 2
