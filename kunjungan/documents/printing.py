"""Draws the divided pages of an agreement in reading order: head, columns, signatures, foot."""

from typing import TYPE_CHECKING

from kunjungan.documents.content import Place, StampPlace
from kunjungan.documents.foot import Foot
from kunjungan.documents.head import Head
from kunjungan.documents.ink import Ink
from kunjungan.documents.lines import Line
from kunjungan.documents.paging import Page, Part
from kunjungan.documents.sheet import MM, Sheet
from kunjungan.documents.signatures import Signatures

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_HAIRLINE, _HAIRLINE_GREY, _PALE = 0.35, 0.55, 0.5


class Printer:
    """Draws page after page, and notes where clauses and stamps stand."""

    def __init__(self, ink: Ink, sheet: Sheet, signatures: Signatures) -> None:
        self.places: list[Place] = []
        self.stamps: list[StampPlace] = []
        self._ink = ink
        self._sheet = sheet
        self._signatures = signatures
        self._page = 0

    @property
    def _canvas(self) -> "Canvas":
        return self._ink.canvas

    def draw(self, page: Page, head: Head | None, foot: Foot) -> None:
        """Draw one page; the head stands on the first only."""
        self._page += 1
        foot.draw_watermark(self._ink)
        if head is not None:
            head.draw(self._ink)
        for column in (0, 1):
            for part in page.parts:
                self._draw_column(part, column)
        self._note_places(page.parts)
        for number, top in page.bands:
            self.stamps += self._signatures.draw(self._ink, number, top, self._page)
        self._draw_hairline(page.parts)
        foot.draw(self._ink, self._page, initials=not page.bands)
        foot.draw_state(self._ink)
        self._canvas.showPage()

    def _draw_column(self, part: Part, column: int) -> None:
        row, sheet, ink = part.row, self._sheet, self._ink
        edge = sheet.english if column else sheet.left
        baseline = part.top - sheet.ascent
        lines = row.right if column else row.left
        if row.centred:
            for number, line in enumerate(lines[part.start : part.stop]):
                self._canvas.setFillGray(_PALE if row.pale[column] and number else 0)
                ink.centred(edge + sheet.measure / 2, baseline - number * sheet.lead, line)
            self._canvas.setFillGray(0)
            return
        if part.start == 0:
            for marker in row.markers[column]:
                ink.line(edge + row.marker_at, baseline, marker)
        self._draw_lines(
            edge + row.indent, baseline, lines[part.start : part.stop], row.pale[column]
        )

    def _draw_lines(self, x: float, baseline: float, lines: tuple[Line, ...], pale: bool) -> None:
        if pale:
            self._canvas.setFillGray(_PALE)
        for number, line in enumerate(lines):
            self._ink.line(x, baseline - number * self._sheet.lead, line)
        if pale:
            self._canvas.setFillGray(0)

    def _note_places(self, parts: list[Part]) -> None:
        height, lead = self._sheet.height, self._sheet.lead
        for part in parts:
            bottom = part.top - (part.stop - part.start) * lead
            self.places.append(
                Place(
                    part.row.piece,
                    self._page,
                    (height - part.top) / MM,
                    (height - bottom) / MM,
                )
            )

    def _draw_hairline(self, parts: list[Part]) -> None:
        if not parts:
            return
        last = parts[-1]
        bottom = last.top - (last.stop - last.start) * self._sheet.lead
        x = self._sheet.english - self._sheet.gutter / 2
        self._canvas.setLineWidth(_HAIRLINE)
        self._canvas.setStrokeGray(_HAIRLINE_GREY)
        self._canvas.line(x, parts[0].top, x, bottom)
        self._canvas.setStrokeGray(0)
