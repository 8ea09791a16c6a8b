"""Tables of an annex: rows across the whole page, cells with the text of every language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kunjungan.documents.content import AgreementContent, Piece
from kunjungan.documents.page.column_widths import Demand, column_widths
from kunjungan.documents.page.table_rows import HEAVY, MIDDLE, THIN, Cell, TableRow
from kunjungan.documents.setting.compositor import Compositor, Style, paragraphs
from kunjungan.documents.setting.galley import Galley
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.setting.ragged import Widths, one_line, ragged_lines, widths
from kunjungan.documents.sheet import Sheet, sheet_for
from kunjungan.domain.clauses import Level
from kunjungan.domain.languages import tongue
from kunjungan.domain.richtext import Rich, plain

_USUAL, _SMALL = 0.94, 0.82
"""The type of a table in parts of the text's, and that of one whose words do not fit else."""
_GAP = 9.0
"""White between two columns in points."""
_NARROWEST = 0.85
"""Letters narrower than this, in parts of their own width, are no longer read with ease."""
_ANY_WIDTH = 1e6
_FIGURES = re.compile(
    r"""(?:(?:Rp|IDR|US\$|USD|EUR|SGD|AUD|JPY|[$€£¥])\.?[ \u00a0]*)?
    [(+\u2212-]?\d[\d.,'\u00a0 ]*\)?(?:,-)?[ \u00a0]*[%\u2030]?\.? | [-\u2013\u2014]""",
    re.VERBOSE,
)
"""Numbers and amounts as they are written in either language, and the dash for none."""

_Numbered = tuple[int, Piece]
"""A piece, and before it its number among the pieces of the content."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One paragraph of a cell, ready to be cut into lines of any width."""

    words: Rich
    style: Style
    galley: Galley
    widths: Widths

    def lines(self, compositor: Compositor, width: float, *, one: bool) -> tuple[Line, ...]:
        """Return its lines, or its ``one`` line; what is too wide is divided, narrowed or cut."""
        galley, size = self.galley, self.style.size
        if one:
            return (one_line(galley, width, size),)
        if self.widths.word > width:
            galley = compositor.galley(self.words, self.style._replace(measure=width / _NARROWEST))
        return tuple(ragged_lines(galley, width, size))

    def fits(self, width: float, *, one: bool) -> bool:
        """True when its words can be read with ease in a column, or on ``one`` line of it."""
        return (self.widths.whole if one else self.widths.part) * _NARROWEST <= width


@dataclass(frozen=True, slots=True)
class _Column:
    """The cells of one column, those of the heads first."""

    cells: list[list[_Text]]
    heads: int
    figures: bool

    @property
    def demand(self) -> Demand:
        """What width it asks for; a head over figures may be wider than they are."""
        heads = [text.widths.word for cell in self.cells[: self.heads] for text in cell]
        body = [text.widths.whole for cell in self.cells[self.heads :] for text in cell]
        natural = [[text.widths.whole for text in cell] for cell in self.cells]
        if self.figures:
            least = max(heads + body)
            return Demand(least, least, natural, figures=True)
        least = max((text.widths.word for cell in self.cells for text in cell), default=0.0)
        return Demand(least, max(map(max, filter(None, natural)), default=0.0), natural)


class Tables:
    """Sets the tables of one paper across all its columns.

    Beside a single column there is more room: a table whose words do not fit that takes it.
    """

    def __init__(self, compositor: Compositor, sheet: Sheet, content: AgreementContent) -> None:
        self._compositor = compositor
        self._sheet = sheet
        self._languages = content.languages
        self._leftward = tongue(content.languages[0]).right_to_left
        self._sheets = (sheet, sheet_for(content.paper))
        """The sheet of the text, and the one with the widest text that the paper can have."""

    def blocks(self, first: int, pieces: Sequence[Piece]) -> list[TableRow]:
        """Return a block for each of neighbouring pieces: heads and rows of one table or more.

        ``first`` is the number of the first piece among those of the content.
        """
        runs = [list(run) for _, run in groupby(enumerate(pieces, first), key=_is_head)]
        blocks = list[TableRow]()
        while runs:
            heads = runs.pop(0) if _is_head(runs[0][0]) else []
            blocks += self._table(heads, runs.pop(0) if runs else [])
        return blocks

    def _table(self, heads: Sequence[_Numbered], body: Sequence[_Numbered]) -> list[TableRow]:
        numbered = (*heads, *body)
        pieces = [piece for _, piece in numbered]
        breadth = max(1, *(len(piece.cells) for piece in pieces))
        sheet, size, columns = self._fitting(pieces, len(heads), breadth)
        shares = column_widths([column.demand for column in columns], _room(sheet, breadth))
        rows = [
            TableRow(number, *self._cells(at, columns, shares, sheet), size)
            for at, (number, _) in enumerate(numbered)
        ]
        self._finish(rows[: len(heads)], rows[len(heads) :])
        return rows

    def _fitting(
        self, pieces: Sequence[Piece], heads: int, breadth: int
    ) -> tuple[Sheet, float, list[_Column]]:
        """Return the columns, and the largest size and the room in which their words fit."""
        size = _USUAL * self._sheet.size
        columns = self._columns(pieces, heads, breadth, size)
        if (sheet := self._room_for(columns)) is None:
            size = _SMALL * self._sheet.size
            columns = self._columns(pieces, heads, breadth, size)
            sheet = self._room_for(columns)
        return sheet or self._sheets[-1], size, columns

    def _room_for(self, columns: Sequence[_Column]) -> Sheet | None:
        """Return the first sheet that no word of the columns is too wide for."""
        least = sum(column.demand.least for column in columns)
        fitting = (sheet for sheet in self._sheets if least <= _room(sheet, len(columns)))
        return next(fitting, None)

    def _columns(
        self, pieces: Sequence[Piece], heads: int, breadth: int, size: float
    ) -> list[_Column]:
        return [self._column(pieces, heads, at, size) for at in range(breadth)]

    def _column(self, pieces: Sequence[Piece], heads: int, at: int, size: float) -> _Column:
        cells = [piece.cells[at] if at < len(piece.cells) else () for piece in pieces]
        words = [plain(text).strip() for cell in cells[heads:] for text in cell]
        return _Column(
            [self._cell(cell, size, bold=row < heads) for row, cell in enumerate(cells)],
            heads,
            figures=any(words) and all(_FIGURES.fullmatch(each) for each in words if each),
        )

    def _cell(self, cell: Sequence[Rich], size: float, *, bold: bool) -> list[_Text]:
        """Return the paragraphs of a cell; what is the same in two languages stands once."""
        texts, seen = list[_Text](), set[str]()
        for number, text in enumerate(cell):
            words = plain(text).strip()
            if words and words not in seen:
                seen.add(words)
                spans = tuple(replace(span, bold=True) for span in text) if bold else text
                style = Style(self._languages[number], size, _ANY_WIDTH, slanted=number > 0)
                texts += [self._text(part, style) for part in paragraphs(spans)]
        return texts

    def _text(self, words: Rich, style: Style) -> _Text:
        galley = self._compositor.galley(words, style)
        return _Text(words, style, galley, widths(galley, style.size))

    def _cells(
        self, at: int, columns: Sequence[_Column], shares: Sequence[float], sheet: Sheet
    ) -> tuple[tuple[Cell, ...], tuple[str, ...]]:
        """Return the cells of a row, and the texts that do not fit theirs."""
        cells, cut, left = list[Cell](), list[str](), sheet.left
        for column, width in zip(columns, shares, strict=True):
            one = column.figures and at >= column.heads
            texts = [
                (each, each.lines(self._compositor, width, one=one)) for each in column.cells[at]
            ]
            held = tuple((text.style.language, lines) for text, lines in texts)
            start = sheet.left + sheet.right - left - width if self._leftward else left
            cells.append(Cell(start, width, held, column.figures or self._leftward))
            cut += [plain(text.words) for text, _ in texts if not text.fits(width, one=one)]
            left += width + _GAP
        return tuple(cells), tuple(cut)

    def _finish(self, heads: Sequence[TableRow], body: Sequence[TableRow]) -> None:
        """Give the rows of a table their head, its rules, and the white round it."""
        rows = (*heads, *body)
        high = sum(head.height(0, head.count) for head in heads)
        again = heads if high < (self._sheet.top - self._sheet.bottom) / 3 else ()
        for row in body:
            row.head = again
        for head in heads:
            head.role = "TH"
            head.under = MIDDLE if head is heads[-1] else THIN
        rows[0].before, rows[0].over = self._sheet.lead / 2, HEAVY
        rows[-1].below, rows[-1].under = self._sheet.lead / 2, HEAVY


def _room(sheet: Sheet, breadth: int) -> float:
    """Return what the columns of a table share, in points."""
    return max(sheet.right - sheet.left - _GAP * (breadth - 1), 1.0)


def _is_head(numbered: _Numbered) -> bool:
    return numbered[1].level is Level.TABLE_HEAD
