"""Turns the clauses of an agreement into rows: numbers, indents, headings, white."""

from collections.abc import Sequence
from itertools import groupby

from kunjungan.documents import phrases
from kunjungan.documents.content import AgreementContent, Piece, State
from kunjungan.documents.page.rows import Block, Row
from kunjungan.documents.page.tables import Tables
from kunjungan.documents.setting.centred import balanced_lines, line_width, single_line, too_wide
from kunjungan.documents.setting.compositor import Compositor, Style
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import Sheet
from kunjungan.domain.clauses import LISTED, Level
from kunjungan.domain.richtext import Rich, Span, plain

_HANG = 2.0
"""Between the edge of a numbered paragraph's number and its text, in type sizes."""
_NESTED_HANG = 1.6
_AFTER_MARKER = 4.0
_HEADING_WIDTH = 0.96
"""The part of a column that a heading may fill."""
_TABLE = (Level.TABLE_HEAD, Level.TABLE_ROW)
_INSIDE = {
    Level.PARAGRAPH: (Level.PARAGRAPH, *LISTED, *_TABLE),
    Level.PARTY: (Level.PARTY, *LISTED),
    **{level: LISTED[depth:] for depth, level in enumerate(LISTED)},
}
"""What a list of each level may hold without ending."""
_HEADINGS = {Level.ARTICLE: "H2", Level.ANNEX: "H1"}


class Arranger:
    """Makes the rows of one agreement, keeping track of how deep its lists are."""

    def __init__(
        self, faces: FaceCase, compositor: Compositor, sheet: Sheet, content: AgreementContent
    ) -> None:
        self._faces = faces
        self._compositor = compositor
        self._sheet = sheet
        self._languages = content.languages
        self._draft = content.state is State.DRAFT
        self._tables = Tables(compositor, sheet, content)
        self._paragraph_at = 0.0
        self._lists_at: dict[Level, float] = {}
        self._under_annex = False
        self._hangs: list[float] = []
        self._numbers: dict[tuple[str, FaceKey], Line] = {}

    def rows(self, pieces: Sequence[Piece]) -> list[Block]:
        """Return a block for every clause; neighbouring rows of tables are set together."""
        self._hangs = self._list_hangs(pieces)
        blocks: list[Block] = []
        for in_table, run in groupby(enumerate(pieces), key=_is_of_table):
            numbered = list(run)
            if in_table:
                blocks += self._tables.blocks(numbered[0][0], [piece for _, piece in numbered])
            else:
                blocks += (self._row(number, piece) for number, piece in numbered)
        return blocks

    def _row(self, number: int, piece: Piece) -> Row:
        if piece.level in _HEADINGS:
            return self._heading(number, piece)
        return self._clause(number, piece)

    def _heading(self, number: int, piece: Piece) -> Row:
        self._paragraph_at, self._lists_at = 0.0, {}
        self._under_annex = piece.level is Level.ANNEX
        return Row(
            number,
            tuple(
                self._heading_lines(marker, title, column)
                for column, (marker, title) in enumerate(zip(piece.marker, piece.text, strict=True))
            ),
            indent=0.0,
            marker_at=0.0,
            markers=(None,) * len(self._languages),
            before=self._sheet.lead,
            lead=self._sheet.lead,
            role=_HEADINGS[piece.level],
            keep_next=True,
            fresh=self._under_annex,
            pale=_blank_sides(piece),
            cut=self._cut_titles(piece),
        )

    def _heading_lines(self, marker: str, title: Rich, column: int) -> tuple[Line, ...]:
        key: FaceKey = "bold_italic" if column else "bold"
        words = plain(title).strip() or (phrases.UNTRANSLATED if self._draft else "")
        width = self._sheet.measure * _HEADING_WIDTH
        return tuple(
            line
            for text in (marker, words)
            for line in balanced_lines(self._faces, text, key, self._sheet.size, width)
        )

    def _cut_titles(self, piece: Piece) -> list[str]:
        """Return the titles with a word that is wider than its column."""
        width, size = self._sheet.measure * _HEADING_WIDTH, self._sheet.size
        texts = map(plain, piece.text)
        return [text for text in texts if too_wide(self._faces, text, "bold", size, width)]

    def _clause(self, number: int, piece: Piece) -> Row:
        marker_at, indent = self._indents(number, piece)
        measure = self._sheet.measure - indent
        return Row(
            number,
            tuple(self._lines(text, column, measure) for column, text in enumerate(piece.text)),
            indent,
            marker_at,
            self._markers(piece),
            self._before(piece),
            self._sheet.lead,
            keep_next=any(plain(text).rstrip().endswith(":") for text in piece.text),
            closing=piece.level is Level.CLOSING,
            pale=_blank_sides(piece),
        )

    def _before(self, piece: Piece) -> float:
        """Return the white above a clause; an annex begins with more."""
        under_annex, self._under_annex = self._under_annex, False
        if under_annex:
            return self._sheet.lead
        return self._sheet.item_gap if piece.level in LISTED else self._sheet.paragraph_gap

    def _lines(self, text: Rich, column: int, measure: float) -> tuple[Line, ...]:
        """Set one side of a clause; what is not written yet is said in drafts, else left white."""
        if not plain(text).strip():
            text = (Span(phrases.UNTRANSLATED),) if self._draft else ()
        style = Style(self._languages[column], self._sheet.size, measure, slanted=column > 0)
        return self._compositor.lines(text, style)

    def _indents(self, number: int, piece: Piece) -> tuple[float, float]:
        """Return where the number stands and where the text begins, in points."""
        level, start, hang = piece.level, 0.0, _HANG if any(piece.marker) else 0.0
        if level in LISTED:
            outer = LISTED[: LISTED.index(level)]
            self._lists_at = {each: at for each, at in self._lists_at.items() if each in outer}
            start = max([self._paragraph_at, *self._lists_at.values()])
            hang = _NESTED_HANG if start else _HANG
        text_at = start + max(hang * self._sheet.size, self._hangs[number])
        if level in LISTED:
            self._lists_at[level] = text_at
        else:
            self._paragraph_at, self._lists_at = text_at, {}
        return start, text_at

    def _list_hangs(self, pieces: Sequence[Piece]) -> list[float]:
        """Return for each piece what the widest number of its list needs: all begin alike."""
        last: dict[Level, int] = {}
        lists, widest = list[tuple[Level, int]](), dict[tuple[Level, int], float]()
        for number, piece in enumerate(pieces):
            last |= {
                level: number for level, inside in _INSIDE.items() if piece.level not in inside
            }
            own = (piece.level, last.get(piece.level, number))
            lists.append(own)
            widest[own] = max(widest.get(own, 0.0), self._marker_width(piece))
        return [widest[own] for own in lists]

    def _marker_width(self, piece: Piece) -> float:
        widths = [line_width(self._faces, line) for line in self._markers(piece) if line]
        return max(widths) + _AFTER_MARKER if widths else 0.0

    def _markers(self, piece: Piece) -> tuple[Line | None, ...]:
        return tuple(
            self._marker(text, "italic" if column else "regular")
            for column, text in enumerate(piece.marker)
        )

    def _marker(self, text: str, key: FaceKey) -> Line | None:
        """Return a number as a line, the same one for all clauses that bear it; None if none."""
        if not text:
            return None
        known = self._numbers.get((text, key))
        if known is None:
            known = single_line(self._faces, text, key, self._sheet.size)
            self._numbers[(text, key)] = known
        return known


def _blank_sides(piece: Piece) -> tuple[bool, ...]:
    return tuple(not plain(text).strip() for text in piece.text)


def _is_of_table(numbered: tuple[int, Piece]) -> bool:
    return numbered[1].level in _TABLE
