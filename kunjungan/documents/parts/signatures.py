"""The signature block: who signs, in every language, with room to sign and for the duty stamp."""

from kunjungan.documents import phrases
from kunjungan.documents.content import AgreementContent, Overflow, StampPlace, State
from kunjungan.documents.parts.bands import Band, Cell, CellSetter, places
from kunjungan.documents.parts.witnesses import witness_bands
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM, SIGNING_SPACE, STAMP_HEIGHT, STAMP_WIDTH, Sheet
from kunjungan.domain.originals import StampForm

_FEW = 4
"""Up to so many parties have the full room to sign, more have ``_LOW_SPACE``."""
_LOW_SPACE = 30 * MM
_STAMP_FROM_MIDDLE = 36 * MM
_OVER_ROOM = 3 * MM
"""White that the last line over the room to sign has under its letters."""


class Signatures:
    """The bands of signatures of one paper: those of its parties, then its witnesses'."""

    def __init__(self, faces: FaceCase, sheet: Sheet, content: AgreementContent) -> None:
        self.overflows: list[Overflow] = []
        """Bands higher than a page and words wider than their cell, noted when they are drawn."""
        self._sheet = sheet
        self._content = content
        setter = CellSetter(faces, sheet, content)
        self._room = 0.0
        if setter.signed:
            self._room = SIGNING_SPACE if len(content.parties) <= _FEW else _LOW_SPACE
        self._bands = [*self._party_bands(setter), *witness_bands(setter, sheet, content)]
        if self._bands:
            self._bands[-1].under = 0.0

    @property
    def heights(self) -> list[float]:
        """The height of each band in points."""
        return [band.height for band in self._bands]

    @property
    def gap(self) -> float:
        """White above the first band."""
        return self._sheet.lead * 1.2

    def draw(self, ink: Ink, number: int, top: float, page: int) -> list[StampPlace]:
        """Draw one band; return where its duty stamps go."""
        band = self._bands[number]
        band.draw(ink, top)
        cut = [text for cell in band.cells for text in cell.cut]
        if band.height > self._sheet.top - self._sheet.bottom:
            cut.append(band.cells[0].name)
        self.overflows += [Overflow("signature", text, page) for text in cut]
        spare = self._room - STAMP_HEIGHT - _OVER_ROOM
        box_top = top - band.room_top - max(0.0, spare / 2)
        stamped = [cell for cell in band.cells if self._stamped(cell)]
        return [self._draw_stamp(ink, cell, box_top, page) for cell in stamped]

    def _party_bands(self, setter: CellSetter) -> list[Band]:
        """Return the bands of the parties; the first-named stands on the side where it signs."""
        parties = self._content.parties
        waiting = zip(parties, range(1, len(parties) + 1), strict=True)
        bands = list[Band]()
        for band in places(self._sheet, self._content, len(parties)):
            across = band if self._content.first_signs == "left" else band[::-1]
            cells = [setter.cell(place, *next(waiting)) for place in across]
            bands.append(Band(cells, self._sheet, self._room))
        return bands

    def _stamped(self, cell: Cell) -> bool:
        """True for a party whose signature goes over a stamp; copies and translations have none."""
        content = self._content
        return (
            cell.party > 0
            and self._room > 0
            and content.state is not State.COPY
            and content.stamp_form is not StampForm.NONE
            and content.parties[cell.party - 1].stamp
        )

    def _draw_stamp(self, ink: Ink, cell: Cell, top: float, page: int) -> StampPlace:
        """Draw the box of the stamp at the left of the signature (UU 10/2020; place: practice)."""
        x = max(cell.place.middle - _STAMP_FROM_MIDDLE, cell.place.left + MM)
        with ink.artifact():
            canvas = ink.canvas
            canvas.saveState()
            canvas.setLineWidth(0.6)
            canvas.setStrokeGray(0.4)
            canvas.setDash(2, 2)
            canvas.rect(x, top - STAMP_HEIGHT, STAMP_WIDTH, STAMP_HEIGHT)
            if self._content.stamp_form is StampForm.ADHESIVE:
                canvas.setFillGray(0.4)
                for number, text in enumerate(phrases.STAMP):
                    line = single_line(ink.faces, text, "foot", 6.5)
                    y = top - STAMP_HEIGHT / 2 + 2 - number * 9
                    ink.centred(x + STAMP_WIDTH / 2, y, line)
            canvas.restoreState()
        down = (self._sheet.height - top) / MM
        return StampPlace(cell.party, page, x / MM, down, STAMP_WIDTH / MM, STAMP_HEIGHT / MM)
