"""Draws what stands in a room besides seats: stage, emblem, flags, tables, aisles, door."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kunjungan.documents.office.both_words import Sayer, inline
from kunjungan.documents.office.fitting import Box, Fitted, fitted_lines
from kunjungan.documents.office.sheet import ASCENT
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import line_width, single_line
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.flags import NATIONAL
from kunjungan.domain.seating_kinds import ObjectKind, RoomObject

_LABELS = (9.0, 8.0, 7.0, 6.2, 5.4)
_LABEL, _LEAST, _SMALL_ROOM = 7.0, 3.6, 34.0
"""The size of a label, the least one, and below which scale (points for a seat) it shrinks."""
_ON_TABLE = frozenset({ObjectKind.FOLDERS, ObjectKind.PENS, ObjectKind.STAMPS})


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


def write(ink: Ink, found: Fitted, box: Box, corner: tuple[float, float]) -> None:
    """Write lines in the middle of a box under its upper left corner."""
    lead = found.size * box.lead
    y = corner[1] - (box.height - len(found.lines) * lead) / 2 - ASCENT * found.size
    for line in found.lines:
        with ink.tagged("P", "id"):
            ink.centred(corner[0] + box.width / 2, y, line)
        y -= lead


class ThingPainter:
    """Draws the things of one view of a room; where they are tiny it leaves out what lies there."""

    def __init__(self, ink: Ink, frame: Frame, say: Sayer) -> None:
        self._ink, self._frame, self._say = ink, frame, say
        self._table_size = _LABELS[0]
        self._tiny = frame.down < _SMALL_ROOM
        self._size = max(_LEAST, min(_LABEL, _LABEL * frame.down / _SMALL_ROOM))

    def things(self, things: Sequence[RoomObject]) -> None:
        """Draw what stands in the room; a table with folders on it is not named."""
        laid = any(thing.kind is ObjectKind.FOLDERS for thing in things)
        sizes = [self._fitted(thing)[1].size for thing in things if thing.kind in _ON_TABLE]
        self._table_size = min(sizes, default=_LABELS[0])
        for thing in things:
            bare = laid and thing.kind is ObjectKind.TABLE
            shown = replace(thing, label=Bilingual("", "")) if bare else thing
            _PAINTERS.get(thing.kind, ThingPainter._words)(self, shown)

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
        """Draw a flag on its pole, its name over it where it has one of its own."""
        left, below, wide, high = self._corners(thing)
        cloth, canvas = high * 0.34, self._ink.canvas
        with self._ink.artifact():
            canvas.setLineWidth(1.0)
            canvas.line(left + wide * 0.1, below, left + wide * 0.1, below + high)
            canvas.setLineWidth(0.4)
            for shade, part in ((0.5 if thing.owner in ("", NATIONAL) else 1.0, 1), (1.0, 2)):
                canvas.setFillGray(shade)
                lower = below + high - part * cloth / 2
                canvas.rect(left + wide * 0.1, lower, wide * 0.9, cloth / 2, fill=1)
            canvas.setFillGray(0)
        aside = thing.x < self._frame.middle
        self._beside(thing, left + wide if aside else left, below + high + 3, before=aside)

    def _beside(self, thing: RoomObject, x: float, y: float, *, before: bool) -> None:
        """Write a thing's name from a point on, or ending there."""
        words = inline(self._say(thing.label))
        if words:
            line = single_line(self._ink.faces, words, "foot", self._size)
            with self._ink.tagged("P", "id"):
                self._ink.line(x - line_width(self._ink.faces, line) * before, y, line)

    def _emblem(self, thing: RoomObject) -> None:
        """Draw the state emblem as a shield, with its name."""
        left, below, wide, high = self._corners(thing)
        right, low = left + wide, below + high * 0.4
        with self._ink.artifact():
            path = self._ink.canvas.beginPath()
            path.moveTo(left, below + high)
            path.lineTo(right, below + high)
            path.curveTo(right, low, left + wide * 0.7, below, left + wide / 2, below)
            path.curveTo(left + wide * 0.3, below, left, low, left, below + high)
            self._ink.canvas.setLineWidth(0.8)
            self._ink.canvas.setFillGray(0.86)
            self._ink.canvas.drawPath(path, fill=1)
            self._ink.canvas.setFillGray(0)
        self._name(thing)

    def _portrait(self, thing: RoomObject) -> None:
        """Draw a portrait in its frame, with its name."""
        left, below, wide, high = self._corners(thing)
        with self._ink.artifact():
            self._ink.canvas.setLineWidth(0.6)
            self._ink.canvas.rect(left, below, wide, high)
            self._ink.canvas.circle(left + wide / 2, below + high * 0.62, min(wide, high) * 0.2)
        self._name(thing)

    def _name(self, thing: RoomObject) -> None:
        """Write the name of what hangs on the wall towards the room, a line for each language."""
        _, below, _, high = self._corners(thing)
        label, size = self._say(thing.label), min(self._size, _LABELS[3])
        names = [name for name in dict.fromkeys((label.id, label.en)) if name]
        seen_from_stage = thing.y > 1
        first = below + high + size * (len(names) - 0.6) if seen_from_stage else below - size
        for place, name in enumerate(names):
            line = single_line(self._ink.faces, name, "foot", size)
            with self._ink.tagged("P", "id"):
                self._ink.centred(self._frame.x(thing.x), first - place * size * 1.1, line)

    def _door(self, thing: RoomObject) -> None:
        left, below, wide, high = self._corners(thing)
        with self._ink.artifact():
            self._ink.canvas.setFillGray(0.35)
            self._ink.canvas.rect(left, below, wide, max(high, 2), stroke=0, fill=1)
            self._ink.canvas.setFillGray(0)
        self._label(thing, below + high + 14)

    def _table_flags(self, thing: RoomObject) -> None:
        """Tell beside the table on one line what no small drawing could show."""
        if not self._tiny:
            _, below, _, high = self._corners(thing)
            self._label(thing, below + high)

    def _row_name(self, thing: RoomObject) -> None:
        left, below, _, high = self._corners(thing)
        self._beside(thing, left, below + high / 2 - self._size * 0.36, before=False)

    def _label(self, thing: RoomObject, top: float) -> None:
        """Write a label in the middle under a top, as wide as it is."""
        words = inline(self._say(thing.label))
        if words:
            line = single_line(self._ink.faces, words, "foot", self._size)
            with self._ink.tagged("P", "id"):
                self._ink.line(
                    self._frame.x(thing.x) - line_width(self._ink.faces, line) / 2, top - 7, line
                )

    def _words(self, thing: RoomObject) -> None:
        """Write a label inside a thing; where all is tiny, only one that fits."""
        if inline(self._say(thing.label)):
            left, below, _, high = self._corners(thing)
            box, found = self._fitted(thing)
            if found.fits or not self._tiny:
                write(self._ink, found, box, (left + 2, below + (high + box.height) / 2))

    def _fitted(self, thing: RoomObject) -> tuple[Box, Fitted]:
        """Return a label's room and its lines: one, or each language in its own.

        What lies on a table is named in one size.
        """
        _, _, wide, high = self._corners(thing)
        most = self._table_size if thing.kind in _ON_TABLE else _LABELS[0]
        sizes = [size for size in _LABELS if size <= most]
        box = Box(wide - 4, max(high - 3, 6), [*sizes, _LEAST] if self._tiny else sizes)
        label, faces = self._say(thing.label), self._ink.faces
        found = fitted_lines(faces, inline(label), "foot", box)
        if len(found.lines) > 1 and label.en != label.id:
            found = fitted_lines(faces, f"{label.id}\n{label.en}", "foot", box)
        return box, found


_PAINTERS: Mapping[ObjectKind, Callable[[ThingPainter, RoomObject], None]] = MappingProxyType(
    {
        ObjectKind.STAGE: ThingPainter._plate,  # noqa: SLF001 - its own painters
        ObjectKind.LECTERN: ThingPainter._plate,  # noqa: SLF001
        ObjectKind.TABLE: ThingPainter._table,  # noqa: SLF001
        ObjectKind.ROUND_TABLE: ThingPainter._round_table,  # noqa: SLF001
        ObjectKind.AISLE: ThingPainter._aisle,  # noqa: SLF001
        ObjectKind.FLAG: ThingPainter._flag,  # noqa: SLF001
        ObjectKind.EMBLEM: ThingPainter._emblem,  # noqa: SLF001
        ObjectKind.PORTRAIT: ThingPainter._portrait,  # noqa: SLF001
        ObjectKind.DOOR: ThingPainter._door,  # noqa: SLF001
        ObjectKind.TABLE_FLAGS: ThingPainter._table_flags,  # noqa: SLF001
        ObjectKind.ROW_NAME: ThingPainter._row_name,  # noqa: SLF001
    }
)
