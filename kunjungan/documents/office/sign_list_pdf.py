"""Sets lists to be signed as PDF: ``sign_list_pdf(paper)``; time grows with the rows alone.

Rules are drawn once for a page, not for every cell, and words that come again are set once.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from kunjungan.documents.office.both_words import both_lines, inline, sayer
from kunjungan.documents.office.flow import Level, draw_levels, height_of
from kunjungan.documents.office.letter_head import HEAD_SCALE, UNDER_HEAD, LetterheadSetter
from kunjungan.documents.office.pages import PAGE, Pages, SetPages
from kunjungan.documents.office.sheet import (
    LEAD,
    SIZE,
    SMALL,
    SMALL_LEAD,
    TITLE,
    TITLE_LEAD,
    OfficeSheet,
)
from kunjungan.documents.office.sign_list import SignList, SignPaper
from kunjungan.documents.office.sign_rows import RowSetter, SetRow
from kunjungan.documents.setting.centred import filled_lines, line_width
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual

_LABEL = 0.235
"""The width of the labels of facts, in parts of the text."""
_AFTER_TITLE, _AFTER_FACTS, _OVER_NOTES = 8.0, 7.0, 7.0
_HEAVY, _THIN, _SHADE = 0.8, 0.35, 0.93


def sign_list_pdf(paper: SignPaper) -> SetPages:
    """Return the lists as PDF/A, one after the other; equal lists give equal bytes."""
    width, height = (side * MM for side in paper.paper.size_mm)
    if paper.landscape:
        width, height = height, width
    pages = Pages(FaceCase(), width, height)
    for number, each in enumerate(paper.lists):
        ListPrinter(pages, OfficeSheet(width, height), paper, number).print(each)
    languages = ("id", "en") if paper.language == "both" else (paper.language,)
    return pages.finished(inline(paper.lists[0].title), paper.author, languages)


class ListPrinter:
    """Prints one list, the ``number``-th of a paper, on pages of its own."""

    def __init__(self, pages: Pages, sheet: OfficeSheet, paper: SignPaper, number: int) -> None:
        self._pages = pages
        self._ink = pages.ink
        self._faces = pages.ink.faces
        self._sheet = sheet
        self._say = sayer(paper.language)
        self._language = "en" if paper.language == "en" else "id"
        self._number = number
        self._edges: list[float] = []
        self._row = 0

    def print(self, each: SignList) -> None:
        """Print the list: its head once, its columns' heads on every page."""
        head = self._head(each)
        opening, notes = list(self._opening(each)), list(self._notes(each))
        self._edges = _edges(self._sheet, [column.share for column in each.columns])
        setter = RowSetter(self._faces, each.columns, self._edges)
        heads = setter.heads([self._say(column.head) for column in each.columns])
        whole = self._sheet.top - self._sheet.bottom - heads.height
        taken = (head.height + UNDER_HEAD if head else 0.0) + height_of(opening)
        rows = setter.rows(each.rows, each.row_mm * MM)
        placed = list(_placed(rows, whole - taken, whole, height_of(notes)))
        if len(placed) > 1 and 2 * len(placed[-1]) <= each.spare:
            del placed[-1]
        for page, own in enumerate(placed, 1):
            top = self._sheet.top
            if page == 1:
                top = draw_levels(self._ink, opening, self._draw_head(head, top))
            bottom = self._draw_rows(heads, own, top, again=page > 1)
            if page == len(placed):
                draw_levels(self._ink, notes, bottom)
            counted = self._say(PAGE.filled(page=page, pages=len(placed)))
            self._pages.end(self._sheet, each.foot, inline(counted))

    def _head(self, each: SignList) -> LetterheadSetter | None:
        if each.head is None:
            return None
        return LetterheadSetter(self._faces, self._sheet, each.head, HEAD_SCALE)

    def _opening(self, each: SignList) -> Iterator[Level]:
        """Yield the title in the middle, and the facts under it."""
        title = self._say(each.title)
        for line in both_lines(self._faces, title, "bold", TITLE, self._sheet.measure):
            x = self._sheet.middle - line_width(self._faces, line) / 2
            yield Level(TITLE_LEAD, ((x, line),), "H1", self._language)
        yield Level(_AFTER_TITLE)
        for label, value in each.facts:
            yield from self._fact(label, value)
        yield Level(_AFTER_FACTS)

    def _fact(self, label: Bilingual, value: Bilingual) -> Iterator[Level]:
        wide = self._sheet.measure * _LABEL
        left, room = self._sheet.left + wide, self._sheet.measure - wide - 8
        labels = both_lines(self._faces, self._say(label), "regular", SIZE, wide - 4)
        values = both_lines(self._faces, self._say(value), "regular", SIZE, room)
        colon = filled_lines(self._faces, ":", "regular", SIZE, room)
        for at in range(max(len(labels), len(values))):
            said = [(self._sheet.left, line) for line in labels[at : at + 1]]
            said += [(left, line) for line in colon if at == 0]
            said += [(left + 8, line) for line in values[at : at + 1]]
            yield Level(LEAD, tuple(said), language=self._language)

    def _notes(self, each: SignList) -> Iterator[Level]:
        if each.notes:
            yield Level(_OVER_NOTES)
        for note in each.notes:
            for line in both_lines(self._faces, self._say(note), "regular", SMALL,
                                   self._sheet.measure):  # fmt: skip
                yield Level(SMALL_LEAD, ((self._sheet.left, line),), language=self._language)

    def _draw_head(self, head: LetterheadSetter | None, top: float) -> float:
        if head is None:
            return top
        head.draw(self._ink, top, self._language)
        return top - head.height - UNDER_HEAD

    def _draw_rows(
        self, heads: SetRow, rows: Sequence[SetRow], top: float, *, again: bool
    ) -> float:
        """Draw heads and rows from a top, then the rules round them; return where they end."""
        levels = [top, top - heads.height]
        self._shade(*levels)
        if again:
            with self._ink.artifact("Pagination"):
                for spot in heads.spots:
                    self._ink.line(spot.x, top - spot.down, spot.line)
        else:
            self._draw_row(heads, top, "TH")
        for row in rows:
            self._draw_row(row, levels[-1], "TD")
            levels.append(levels[-1] - row.height)
        self._rule(levels)
        return levels[-1]

    def _draw_row(self, row: SetRow, top: float, role: str) -> None:
        ink, language = self._ink, self._language
        self._row += 1
        for column, spots in groupby(row.spots, key=itemgetter(0)):
            with ink.tagged(role, language, key=(self._number, self._row, column)):
                for _, x, down, line in spots:
                    ink.line(x, top - down, line)

    def _shade(self, top: float, bottom: float) -> None:
        canvas, left = self._ink.canvas, self._edges[0]
        with self._ink.artifact():
            canvas.setFillGray(_SHADE)
            canvas.rect(left, bottom, self._edges[-1] - left, top - bottom, stroke=0, fill=1)
            canvas.setFillGray(0)

    def _rule(self, levels: Sequence[float]) -> None:
        """Draw the rules of a page at once: level ones from edge to edge, the upright ones."""
        canvas, left, right = self._ink.canvas, self._edges[0], self._edges[-1]
        with self._ink.artifact():
            canvas.setLineWidth(_THIN)
            canvas.lines([(left, y, right, y) for y in levels[2:]])
            canvas.lines([(x, levels[0], x, levels[-1]) for x in self._edges])
            canvas.setLineWidth(_HEAVY)
            canvas.lines([(left, y, right, y) for y in levels[:2]])


def _edges(sheet: OfficeSheet, shares: Sequence[float]) -> list[float]:
    """Return the edges of the columns from left to right, one more than there are columns."""
    edges, whole = [sheet.left], sum(shares)
    for share in shares:
        edges.append(edges[-1] + sheet.measure * share / whole)
    return edges


def _placed(
    rows: Iterable[SetRow], first: float, room: float, notes: float
) -> Iterator[list[SetRow]]:
    """Yield the rows of each page; the notes stay with the last row."""
    page, left = list[SetRow](), first
    for row in rows:
        if page and row.height > left:
            yield page
            page, left = [], room
        page.append(row)
        left -= row.height
    if len(page) > 1 and left < notes:
        yield page[:-1]
        page = page[-1:]
    yield page
