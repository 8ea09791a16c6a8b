"""Draws a label for a chair or a folder: words in the middle, a seat or a number at the left."""

from kunjungan.documents.cards.box import Box
from kunjungan.documents.cards.content import Label, Said
from kunjungan.documents.cards.drawing import Drawing, parts_of
from kunjungan.documents.cards.fitting import Part, Side
from kunjungan.documents.sheet import MM

_PAD_ACROSS, _PAD_DOWN = 4 * MM, 2.5 * MM
_MARK, _GAP = 0.22, 3 * MM
_BIG, _SMALL, _OVER, _MARKED = 0.165, 0.095, 0.085, 0.18
"""Type sizes in parts of a label's height, up to that of 56 mm."""
_HIGHEST = 56 * MM
_RULE = 0.8


def draw_label(drawing: Drawing, label: Label, box: Box) -> bool:
    """Draw a label in its place; return True where it is too small to read easily."""
    room, small = box.inset(_PAD_ACROSS, _PAD_DOWN), False
    side: Side = "middle"
    if label.mark:
        room, small = _draw_mark(drawing, label, room)
        side = "left"
    high = min(box.height, _HIGHEST)
    parts = [
        *parts_of(label.over, ("plain", "plain"), _OVER * high, 5.5),
        *parts_of((label.big,), ("bold_plain", "plain"), _BIG * high, 7.5, first=True),
        *parts_of(label.small, ("plain", "plain"), _SMALL * high, 5.5, over=0.2),
    ]
    return drawing.write(parts, room, side, level="middle") or small


def _draw_mark(drawing: Drawing, label: Label, room: Box) -> tuple[Box, bool]:
    """Draw the seat or number beside a rule; return what is left for the words."""
    wide = max(10 * MM, room.width * _MARK)
    mark = Box(room.left, room.top, wide, room.height)
    said = Said(label.big[0].language, label.mark)
    part = Part(said, "bold_plain", _MARKED * min(room.height, _HIGHEST), 9.0, first=True)
    small = drawing.write([part], mark, "middle", level="middle")
    x = mark.right + _GAP / 2
    with drawing.ink.artifact():
        drawing.ink.canvas.setLineWidth(_RULE)
        drawing.ink.canvas.line(x, room.top - 1 * MM, x, room.bottom + 1 * MM)
    left = wide + _GAP * 1.5
    return Box(room.left + left, room.top, room.width - left, room.height), small
