"""Draws a sign for a windscreen or a door: few words, as large as they can be."""

from kunjungan.documents.cards.badge import draw_band
from kunjungan.documents.cards.box import Box
from kunjungan.documents.cards.content import Sign
from kunjungan.documents.cards.drawing import Drawing, parts_of
from kunjungan.documents.sheet import MM

_EDGE = 14 * MM
_HEAD, _BAND = 26 * MM, 26 * MM
_BIG, _SMALL, _EVENT = 96.0, 30.0, 16.0
_USUAL = 297 * MM


def draw_sign(drawing: Drawing, sign: Sign, box: Box) -> bool:
    """Draw a sign in its place; return True where it is too small to read easily."""
    scale = min(1.2, box.width / _USUAL)
    edge, high = _EDGE * scale, _BAND * scale
    small = draw_band(drawing, sign.band, Box(box.left, box.bottom + high, box.width, high))
    head = Box(box.left + edge, box.top - edge, box.width - 2 * edge, _HEAD * scale)
    _draw_head(drawing, sign, head, scale)
    top = head.bottom - 4 * MM
    room = Box(head.left, top, head.width, top - box.bottom - high - 4 * MM)
    parts = [
        *parts_of((sign.big,), ("bold_plain", "plain"), _BIG * scale, 36.0 * scale, first=True),
        *parts_of(sign.small, ("plain", "plain"), _SMALL * scale, 13.0 * scale, over=0.2),
    ]
    return drawing.write(parts, room, "middle", level="middle") or small


def _draw_head(drawing: Drawing, sign: Sign, head: Box, scale: float) -> None:
    left = head.left
    if sign.emblem is not None:
        wide = head.height * 21 / 25
        drawing.emblem(sign.emblem, left, head.top, wide)
        left += wide + 6 * MM
    room = Box(left, head.top, head.right - left, head.height)
    parts = parts_of(sign.event, ("plain", "plain"), _EVENT * scale, 8.0 * scale)
    drawing.write(parts, room, "left", level="middle")
