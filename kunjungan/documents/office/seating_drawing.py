"""Draws the seats of a room: cards with number, name and post."""

from itertools import product

from kunjungan.documents.office.both_words import Sayer
from kunjungan.documents.office.fitting import Box, fitted_lines
from kunjungan.documents.office.seating_sheet import SheetSeat
from kunjungan.documents.office.seating_things import Frame, write
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import single_line
from kunjungan.domain.seating_kinds import CARD_HEIGHT, CARD_WIDTH, SeatPlace

_NAMES = (19.0, 16.5, 14.5, 12.5, 11.0, 10.0, 9.0, 8.2, 7.5, 6.8, 6.2, 5.6)
_TINY = (*_NAMES, 4.8, 4.0, 3.4)
_POSTS = (11.5, 10.0, 8.6, 7.5, 6.8, 6.2, 5.6, 5.0)
_PAD, _CIRCLE, _CLEAR, _BLANK_PART = 2.5, 5.6, 4.5, 0.36
_NAME_PARTS = (0.54, 0.45, 0.62)
NARROWEST = 50.0
"""Cards narrower than this hold the number alone. In points."""


class SeatPainter:
    """Draws the cards of one view of a room.

    ``tight`` gathers the keys of those whose words do not fit, also of cards that are too narrow
    for any words.
    """

    def __init__(self, ink: Ink, frame: Frame, say: Sayer) -> None:
        self._ink, self._frame, self._say = ink, frame, say
        self.tight: list[str] = []
        self._numbers: list[tuple[str, float, float]] = []

    def seat(self, seat: SheetSeat, place: SeatPlace) -> None:
        """Draw a seat's card at a place."""
        ink, frame = self._ink, self._frame
        wide, high = CARD_WIDTH * frame.unit, CARD_HEIGHT * frame.down
        left, top = frame.x(place.x) - wide / 2, frame.y(place.y) + high / 2
        with ink.artifact():
            ink.canvas.setLineWidth(1.3 if seat.host else 0.6)
            ink.canvas.setFillGray(seat.shade if seat.number else 1)
            if not seat.number:
                ink.canvas.setDash(2, 2)
            ink.canvas.roundRect(left, top - high, wide, high, 3, fill=1)
            ink.canvas.setDash()
            ink.canvas.setFillGray(0)
        if not seat.number:
            return
        if wide >= NARROWEST and self._names(seat, left, top, (wide, high)):
            self._numbers.append((seat.number, left + 1, top - 1))
            return
        self.tight.append(seat.key)
        box = Box(wide - 2, high, _TINY)
        found = fitted_lines(ink.faces, seat.number, "bold", box)
        write(ink, found, box, (left + 1, top))

    def numbers(self) -> None:
        """Draw the numbers of the order at the cards' corners, white on black, over all cards."""
        ink = self._ink
        with ink.artifact():
            for _, x, y in self._numbers:
                ink.canvas.circle(x, y, _CIRCLE, stroke=0, fill=1)
            ink.canvas.setFillGray(1)
        for number, x, y in self._numbers:
            with ink.tagged("P", "id"):
                ink.centred(x, y - 2.3, single_line(ink.faces, number, "foot", 6.5))
        with ink.artifact():
            ink.canvas.setFillGray(0)

    def _names(self, seat: SheetSeat, left: float, top: float, size: tuple[float, float]) -> bool:
        """Write name, post and body on a card; where not even the post fits, tell so."""
        wide, high = size[0] - 2 * _PAD, size[1] - 1.5 * _PAD
        post, body = self._say(seat.post).id, self._say(seat.body).id
        both = ", ".join(filter(None, (post, body)))
        parts = _NAME_PARTS if seat.name else (_BLANK_PART,)
        for under, part in product(dict.fromkeys((both, post)), parts):
            boxes = (
                Box(wide - 2 * _CLEAR, high * part, _NAMES),
                Box(wide, high * (1 - part), _POSTS),
            )
            name = fitted_lines(self._ink.faces, seat.name, "bold", boxes[0])
            said = fitted_lines(self._ink.faces, under, "foot", boxes[1])
            if name.fits and said.fits:
                break
        else:
            return False
        upper = boxes[0].height
        if not seat.name:
            self._blank(left + size[0] * 0.18, top - upper * 0.85, size[0] * 0.64)
        write(self._ink, name, boxes[0], (left + _PAD + _CLEAR, top - _PAD))
        write(self._ink, said, boxes[1], (left + _PAD, top - _PAD / 2 - upper))
        return True

    def _blank(self, left: float, y: float, width: float) -> None:
        with self._ink.artifact():
            self._ink.canvas.setLineWidth(0.5)
            self._ink.canvas.line(left, y, left + width, y)
