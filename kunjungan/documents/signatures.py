"""The signature block: who signs, in both languages, with room to sign and for the duty stamp."""

from dataclasses import dataclass

from kunjungan.documents import phrases
from kunjungan.documents.centred import balanced_lines, single_line
from kunjungan.documents.content import AgreementContent, PartyBlock, StampPlace
from kunjungan.documents.faces import FaceCase, FaceKey
from kunjungan.documents.ink import Ink
from kunjungan.documents.lines import Line
from kunjungan.documents.sheet import MM, SIGNING_SPACE, STAMP_HEIGHT, STAMP_WIDTH, Sheet
from kunjungan.domain.originals import StampForm

_BETWEEN = 4.0
_UNDER_BAND = 7 * MM
_STAMP_FROM_MIDDLE = 36 * MM


@dataclass(frozen=True, slots=True)
class _Signatory:
    """One party's lines: above the room to sign, and the name below it."""

    party: PartyBlock
    number: int
    label: list[Line]
    office: list[Line]
    name: list[Line]


class Signatures:
    """The bands of signatures of one agreement, side by side as many as the page allows."""

    def __init__(self, faces: FaceCase, sheet: Sheet, content: AgreementContent) -> None:
        self._sheet = sheet
        self._content = content
        count = len(content.parties)
        self._across = 2 if count == 4 else max(1, min(count, 3))
        width = self._cell - 5 * MM
        signing = [
            self._signatory(faces, number, party, width)
            for number, party in enumerate(content.parties, 1)
        ]
        self._bands = [
            self._ordered(signing[at : at + self._across]) for at in range(0, count, self._across)
        ]

    @property
    def heights(self) -> list[float]:
        """The height of each band in points."""
        lead = self._sheet.lead
        return [
            sum(max(len(part) for part in parts) for parts in self._parts(band)) * lead
            + _BETWEEN
            + SIGNING_SPACE
            + (_UNDER_BAND if band is not self._bands[-1] else 0.0)
            for band in self._bands
        ]

    @property
    def gap(self) -> float:
        """White above the first band."""
        return self._sheet.lead * 1.2

    def draw(self, ink: Ink, number: int, top: float, page: int) -> list[StampPlace]:
        """Draw one band; return where its duty stamps go."""
        band, lead = self._bands[number], self._sheet.lead
        rows = [max(len(part) for part in parts) for parts in self._parts(band)]
        space_top = top - (rows[0] + rows[1]) * lead - _BETWEEN
        stamps = []
        for place, signatory in enumerate(band):
            middle = self._middle(place, len(band))
            office_top = top - rows[0] * lead - _BETWEEN
            for start, lines in ((top, signatory.label), (office_top, signatory.office)):
                self._stack(ink, middle, start, lines)
            self._stack(ink, middle, space_top - SIGNING_SPACE, signatory.name)
            if signatory.party.stamp and self._content.stamp_form is not StampForm.NONE:
                stamps.append(self._draw_stamp(ink, signatory.number, middle, space_top, page))
        return stamps

    @property
    def _cell(self) -> float:
        return (self._sheet.right - self._sheet.left) / self._across

    def _middle(self, place: int, count: int) -> float:
        """Return the middle of a cell; two stand under the columns, others are spread evenly."""
        sheet = self._sheet
        if count == self._across == 2:
            return (sheet.english if place else sheet.left) + sheet.measure / 2
        return sheet.middle + (place - (count - 1) / 2) * self._cell

    def _ordered(self, band: list[_Signatory]) -> list[_Signatory]:
        return band if self._content.first_signs == "left" else band[::-1]

    @staticmethod
    def _parts(band: list[_Signatory]) -> list[list[list[Line]]]:
        return [
            [each.label for each in band],
            [each.office for each in band],
            [each.name for each in band],
        ]

    def _signatory(
        self, faces: FaceCase, number: int, party: PartyBlock, width: float
    ) -> _Signatory:
        def lines(text: str, key: FaceKey) -> list[Line]:
            return balanced_lines(faces, text, key, self._sheet.size, width)

        return _Signatory(
            party,
            number,
            lines(party.label.id, "bold") + lines(party.label.en, "italic"),
            lines(party.office.id, "regular") + lines(party.office.en, "italic"),
            lines(party.name, "bold"),
        )

    def _stack(self, ink: Ink, middle: float, top: float, lines: list[Line]) -> None:
        for number, line in enumerate(lines):
            ink.centred(middle, top - number * self._sheet.lead - self._sheet.ascent, line)

    def _draw_stamp(
        self, ink: Ink, party: int, middle: float, space_top: float, page: int
    ) -> StampPlace:
        """Draw the box of the stamp at the left of the signature (UU 10/2020; place: practice)."""
        x = max(middle - _STAMP_FROM_MIDDLE, middle - self._cell / 2 + MM)
        top = space_top - (SIGNING_SPACE - STAMP_HEIGHT) / 2
        canvas = ink.canvas
        canvas.saveState()
        canvas.setLineWidth(0.6)
        canvas.setStrokeGray(0.4)
        canvas.setDash(2, 2)
        canvas.rect(x, top - STAMP_HEIGHT, STAMP_WIDTH, STAMP_HEIGHT)
        if self._content.stamp_form is StampForm.ADHESIVE:
            canvas.setFillGray(0.5)
            for number, text in enumerate(phrases.STAMP):
                y = top - STAMP_HEIGHT / 2 + 2 - number * 9
                ink.centred(x + STAMP_WIDTH / 2, y, single_line(ink.faces, text, "foot", 6.5))
        canvas.restoreState()
        return StampPlace(
            party,
            page,
            x / MM,
            (self._sheet.height - top) / MM,
            STAMP_WIDTH / MM,
            STAMP_HEIGHT / MM,
        )
