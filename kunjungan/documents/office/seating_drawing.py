"""Draws a room with its seats: cards with number, name and post, and what else stands there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType

from kunjungan.documents.office.both_words import Sayer, inline
from kunjungan.documents.office.fitting import Box, Fitted, fitted_lines
from kunjungan.documents.office.seating_sheet import SheetSeat
from kunjungan.documents.office.sheet import ASCENT
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import line_width, single_line
from kunjungan.documents.setting.faces import FaceKey
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.seating_kinds import (
    CARD_HEIGHT,
    CARD_WIDTH,
    ObjectKind,
    RoomObject,
    SeatPlace,
)

_NAMES = (19.0, 16.5, 14.5, 12.5, 11.0, 10.0, 9.0, 8.2, 7.5, 6.8, 6.2, 5.6)
_POSTS = (11.5, 10.0, 8.6, 7.5, 6.8, 6.2, 5.6, 5.0)
_LABELS = (9.0, 8.0, 7.0, 6.2, 5.4)
_PAD, _CIRCLE, _CLEAR, _BLANK_PART = 2.5, 5.6, 4.5, 0.36
_NAME_PARTS = (0.54, 0.45, 0.62)
_NARROWEST = 50.0
"""Cards narrower than this hold the number alone; the legend has the name. In points."""
_ON_TABLE = frozenset({ObjectKind.FOLDERS, ObjectKind.PENS, ObjectKind.STAMPS})
_BESIDE = 1.2
"""So far from the middle of the room a flag has its name over it, in the widths of seats."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a room stands on the page, in points: its upper left corner, a seat's width across.

    ``down`` is the same width down the page: a room is drawn broader than it is to have room for
    names.
    """

    left: float
    top: float
    unit: float
    down: float
    middle: float
    """The middle of the room, in the widths of seats."""

    def x(self, value: float) -> float:
        """Return a place across the page."""
        return self.left + value * self.unit

    def y(self, value: float) -> float:
        """Return a place up the page."""
        return self.top - value * self.down


class RoomPainter:
    """Draws one view of a room; ``tight`` gathers the keys of cards whose words do not fit."""

    def __init__(self, ink: Ink, frame: Frame, say: Sayer) -> None:
        self._ink, self._frame, self._say = ink, frame, say
        self.tight: list[str] = []
        self._table_size = _LABELS[0]
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
        if wide < _NARROWEST or not self._names(seat, left, top, (wide, high)):
            self._centred(seat.number, "bold", Box(wide - 2, high, _NAMES), (left + 1, top))
            return
        self._numbers.append((seat.number, left + 1, top - 1))

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
            self.tight.append(seat.key)
            return False
        upper = boxes[0].height
        if not seat.name:
            self._blank(left + size[0] * 0.18, top - upper * 0.85, size[0] * 0.64)
        self._write(name, boxes[0], (left + _PAD + _CLEAR, top - _PAD))
        self._write(said, boxes[1], (left + _PAD, top - _PAD / 2 - upper))
        return True

    def _blank(self, left: float, y: float, width: float) -> None:
        with self._ink.artifact():
            self._ink.canvas.setLineWidth(0.5)
            self._ink.canvas.line(left, y, left + width, y)

    def _centred(self, words: str, key: FaceKey, box: Box, corner: tuple[float, float]) -> None:
        """Write words in the middle of a box under its upper left corner."""
        self._write(fitted_lines(self._ink.faces, words, key, box), box, corner)

    def _write(self, found: Fitted, box: Box, corner: tuple[float, float]) -> None:
        lead = found.size * box.lead
        y = corner[1] - (box.height - len(found.lines) * lead) / 2 - ASCENT * found.size
        for line in found.lines:
            with self._ink.tagged("P", "id"):
                self._ink.centred(corner[0] + box.width / 2, y, line)
            y -= lead

    def things(self, things: Sequence[RoomObject]) -> None:
        """Draw what stands in the room; a table with folders on it is not named."""
        laid = any(thing.kind is ObjectKind.FOLDERS for thing in things)
        sizes = [self._fitted(thing)[1].size for thing in things if thing.kind in _ON_TABLE]
        self._table_size = min(sizes, default=_LABELS[0])
        for thing in things:
            bare = laid and thing.kind is ObjectKind.TABLE
            shown = replace(thing, label=Bilingual("", "")) if bare else thing
            _PAINTERS.get(thing.kind, RoomPainter._words)(self, shown)

    def _corners(self, thing: RoomObject) -> tuple[float, float, float, float]:
        """Return a thing's left and lower edge, its width and its height."""
        frame = self._frame
        wide, high = thing.w * frame.unit, thing.h * frame.down
        return frame.x(thing.x) - wide / 2, frame.y(thing.y) - high / 2, wide, high

    def _plate(self, thing: RoomObject, shade: float = 0.93) -> None:
        left, below, wide, high = self._corners(thing)
        with self._ink.artifact():
            self._ink.canvas.setLineWidth(0.6)
            self._ink.canvas.setFillGray(shade)
            self._ink.canvas.roundRect(left, below, wide, high, 2, fill=1)
            self._ink.canvas.setFillGray(0)
        self._words(thing)

    def _table(self, thing: RoomObject) -> None:
        self._plate(thing, 1.0)

    def _round_table(self, thing: RoomObject) -> None:
        left, below, wide, high = self._corners(thing)
        with self._ink.artifact():
            self._ink.canvas.setLineWidth(0.6)
            self._ink.canvas.ellipse(left, below, left + wide, below + high)
        self._words(thing)

    def _aisle(self, thing: RoomObject) -> None:
        left, below, wide, high = self._corners(thing)
        with self._ink.artifact():
            self._ink.canvas.setLineWidth(0.5)
            self._ink.canvas.setDash(1, 3)
            self._ink.canvas.line(left + wide / 2, below, left + wide / 2, below + high)
            self._ink.canvas.setDash()

    def _flag(self, thing: RoomObject) -> None:
        """Draw a flag on its pole, its name over it or, in the middle of a room, under it."""
        left, below, wide, high = self._corners(thing)
        cloth, canvas = high * 0.34, self._ink.canvas
        with self._ink.artifact():
            canvas.setLineWidth(1.0)
            canvas.line(left + wide * 0.1, below, left + wide * 0.1, below + high)
            canvas.setLineWidth(0.4)
            for shade, part in ((0.5, 1), (1.0, 2)):
                canvas.setFillGray(shade)
                lower = below + high - part * cloth / 2
                canvas.rect(left + wide * 0.1, lower, wide * 0.9, cloth / 2, fill=1)
            canvas.setFillGray(0)
        aside = thing.x - self._frame.middle
        if abs(aside) < _BESIDE:
            self._label(thing, below - 2)
            return
        line = single_line(self._ink.faces, inline(self._say(thing.label)), "foot", 7.0)
        x = left + wide - line_width(self._ink.faces, line) if aside < 0 else left
        with self._ink.tagged("P", "id"):
            self._ink.line(x, below + high + 3, line)

    def _door(self, thing: RoomObject) -> None:
        left, below, wide, high = self._corners(thing)
        with self._ink.artifact():
            self._ink.canvas.setFillGray(0.35)
            self._ink.canvas.rect(left, below, wide, max(high, 2), stroke=0, fill=1)
            self._ink.canvas.setFillGray(0)
        self._label(thing, below + high + 14)

    def _table_flags(self, thing: RoomObject) -> None:
        """Tell beside the table on one line what no small drawing could show."""
        _, below, _, high = self._corners(thing)
        self._label(thing, below + high)

    def _row_name(self, thing: RoomObject) -> None:
        words = inline(self._say(thing.label))
        line = single_line(self._ink.faces, words, "foot", 7.0)
        left, below, _, high = self._corners(thing)
        with self._ink.tagged("P", "id"):
            self._ink.line(left, below + high / 2 - 2.5, line)

    def _label(self, thing: RoomObject, top: float) -> None:
        """Write a label in the middle under a top, as wide as it is."""
        words = inline(self._say(thing.label))
        if words:
            line = single_line(self._ink.faces, words, "foot", 7.0)
            with self._ink.tagged("P", "id"):
                self._ink.line(
                    self._frame.x(thing.x) - line_width(self._ink.faces, line) / 2, top - 7, line
                )

    def _words(self, thing: RoomObject) -> None:
        if inline(self._say(thing.label)):
            left, below, _, high = self._corners(thing)
            box, found = self._fitted(thing)
            self._write(found, box, (left + 2, below + (high + box.height) / 2))

    def _fitted(self, thing: RoomObject) -> tuple[Box, Fitted]:
        """Return a label's room and its lines: one, or each language in its own.

        What lies on a table is named in one size.
        """
        _, _, wide, high = self._corners(thing)
        most = self._table_size if thing.kind in _ON_TABLE else _LABELS[0]
        box = Box(wide - 4, max(high - 3, 6), [size for size in _LABELS if size <= most])
        label, faces = self._say(thing.label), self._ink.faces
        found = fitted_lines(faces, inline(label), "foot", box)
        if len(found.lines) > 1 and label.en != label.id:
            found = fitted_lines(faces, f"{label.id}\n{label.en}", "foot", box)
        return box, found


_PAINTERS: Mapping[ObjectKind, Callable[[RoomPainter, RoomObject], None]] = MappingProxyType(
    {
        ObjectKind.STAGE: RoomPainter._plate,  # noqa: SLF001 - its own painters
        ObjectKind.LECTERN: RoomPainter._plate,  # noqa: SLF001
        ObjectKind.TABLE: RoomPainter._table,  # noqa: SLF001
        ObjectKind.ROUND_TABLE: RoomPainter._round_table,  # noqa: SLF001
        ObjectKind.AISLE: RoomPainter._aisle,  # noqa: SLF001
        ObjectKind.FLAG: RoomPainter._flag,  # noqa: SLF001
        ObjectKind.DOOR: RoomPainter._door,  # noqa: SLF001
        ObjectKind.TABLE_FLAGS: RoomPainter._table_flags,  # noqa: SLF001
        ObjectKind.ROW_NAME: RoomPainter._row_name,  # noqa: SLF001
    }
)
