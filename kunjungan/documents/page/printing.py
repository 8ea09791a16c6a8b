"""Draws the divided pages of an agreement in reading order: head, blocks, signatures, foot."""

from itertools import groupby
from typing import Literal

from kunjungan.documents.content import Overflow, Place, StampPlace
from kunjungan.documents.page.paging import Page
from kunjungan.documents.page.rows import Part, Pen
from kunjungan.documents.page.side import Side
from kunjungan.documents.parts.state_marks import draw_state, draw_watermark
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.sheet import MM

_HAIRLINE, _HAIRLINE_GREY = 0.35, 0.55


class Printer:
    """Draws side after side, and notes where clauses and stamps stand and what did not fit."""

    def __init__(self, ink: Ink, pages: int) -> None:
        """Take the number of all pages of the paper."""
        self.places: list[Place] = []
        self.stamps: list[StampPlace] = []
        self.overflows: list[Overflow] = []
        self.marks: list[str] = []
        self._ink = ink
        self._pages = pages

    def draw(self, side: Side) -> None:
        """Draw all pages of one side."""
        for number, page in enumerate(side.pages):
            self._draw_page(side, page, number)
        self.overflows += side.signatures.overflows

    def _draw_page(self, side: Side, page: Page, place: int) -> None:
        """Draw a page, and let go of its lines: a long paper has many."""
        ink, sheet, number = self._ink, side.sheet, len(self.marks) + 1
        with ink.artifact("Pagination"):
            top = sheet.top if place else side.head.clear
            draw_watermark(ink, sheet, side.content, top)
        if place < len(side.head.pages):
            side.head.draw(ink, place)
        if not place:
            self.overflows += [Overflow("head", text, number) for text in side.head.cut]
        self._draw_parts(side, page.parts, number)
        for band, top in page.bands:
            self.stamps += side.signatures.draw(ink, band, top, number)
        self.marks.append(ink.mark())
        with ink.artifact("Pagination"):
            side.foot.draw(ink, number, self._pages, self.marks[-1], initials=not page.bands)
            draw_state(ink, sheet, side.content, first=not place)
        ink.next_page()
        page.parts.clear()

    def _draw_parts(self, side: Side, parts: list[Part], page: int) -> None:
        pen = Pen(self._ink, side.sheet, side.content.languages)
        language = pen.languages[0] if len(pen.languages) == 1 else ""
        for part in parts:
            part.block.draw(pen, part)
            if part.again:
                continue
            if not part.start:
                what: Literal["head", "cell"] = "head" if part.block.ruled else "cell"
                self.overflows += [Overflow(what, text, page) for text in part.block.cut]
            top, bottom = (pen.sheet.height - part.top), (pen.sheet.height - _bottom(part))
            self.places.append(Place(part.block.piece, page, top / MM, bottom / MM, language))
        if pen.sheet.columns > 1:
            with self._ink.artifact():
                _draw_hairlines(pen, parts)


def _draw_hairlines(pen: Pen, parts: list[Part]) -> None:
    """Draw the line between the columns beside every run of clauses."""
    x, canvas = pen.sheet.edge(1) - pen.sheet.gutter / 2, pen.ink.canvas
    canvas.setLineWidth(_HAIRLINE)
    canvas.setStrokeGray(_HAIRLINE_GREY)
    for ruled, run in groupby(parts, lambda part: part.block.ruled):
        if ruled:
            beside = list(run)
            canvas.line(x, beside[0].top, x, _bottom(beside[-1]))
    canvas.setStrokeGray(0)


def _bottom(part: Part) -> float:
    return part.top - part.block.height(part.start, part.stop)
