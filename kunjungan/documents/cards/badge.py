"""Draws a badge: the event over it, the name large, a code at its side, a band with the role."""

from kunjungan.documents.cards.box import Box
from kunjungan.documents.cards.content import Badge, Band, Said, Words
from kunjungan.documents.cards.drawing import Drawing, colour, parts_of
from kunjungan.documents.cards.fitting import Part
from kunjungan.documents.parts.qr import LEAST, QUIET, code_rows, draw_modules
from kunjungan.documents.sheet import MM

_PAD = 4.5 * MM
_EMBLEM = 7 * MM
_PHOTO, _UPRIGHT = 0.36, 1.4
"""How much of an upright badge a photo takes, and how much larger its words are."""
_GAP, _BESIDE = 3 * MM, 1 * MM
_BAND = 0.14
_LOWEST_BAND, _HIGHEST_BAND = 7 * MM, 11 * MM
_HEAD = 9.5 * MM
_SIDE, _SIDE_UPRIGHT = 0.29, 0.42
"""How much of a card's width the code takes with its quiet zone."""
_NAME, _POST, _EVENT, _WORD = 18.0, 11.0, 8.0, 0.42


def draw_badge(drawing: Drawing, badge: Badge, box: Box) -> bool:
    """Draw a badge in its place; return True where something on it is too small to read easily.

    One that is higher than wide has its words and code in the middle, and the photo if there is
    one.
    """
    band_high = min(_HIGHEST_BAND, max(_LOWEST_BAND, box.height * _BAND))
    band = Box(box.left, box.bottom + band_high, box.width, band_high)
    room = Box(box.left, box.top, box.width, box.height - band_high)
    small = draw_band(drawing, badge.band, band)
    head = _head(drawing, badge, room)
    body = Box(room.left, head.bottom, room.width, head.bottom - room.bottom)
    draw = _draw_upright if box.height > box.width else _draw_across
    return draw(drawing, badge, body, drawing.scale(box)) or small


def _draw_across(drawing: Drawing, badge: Badge, body: Box, scale: float) -> bool:
    """Draw the name at the left of the code."""
    side = _draw_code(drawing, badge.code, body, upright=False)
    room = Box(body.left + _PAD, body.top, body.width - _PAD - side - _BESIDE, body.height)
    text = Box(room.left, room.top, room.width, room.height - 1.5 * MM)
    return drawing.write(_name(badge, scale), text, "left")


def _draw_upright(drawing: Drawing, badge: Badge, body: Box, scale: float) -> bool:
    """Draw the photo, the name under it and the code at the bottom."""
    side = _draw_code(drawing, badge.code, body, upright=True)
    photo = body.height * _PHOTO if badge.photo else 0.0
    if badge.photo:
        drawing.photo(badge.photo, Box(body.left, body.top, body.width, photo))
    text = Box(body.left, body.top - photo, body.width, body.height - photo - side)
    return drawing.write(
        _name(badge, scale * _UPRIGHT), text.inset(_PAD, 2 * MM), "middle", level="middle"
    )


def _name(badge: Badge, scale: float) -> list[Part]:
    """Return the large line of a badge and what stands under it."""
    return [
        *parts_of((badge.big,), ("bold_plain", "plain"), _NAME * scale, 9.0, first=True),
        *parts_of(badge.small, ("plain", "plain"), _POST * scale, 6.5, over=0.2),
    ]


def draw_band(drawing: Drawing, band: Band, box: Box) -> bool:
    """Draw the band of a role: the institution at its left, the word at its right.

    The word is in every language of the card, the institution in the main one.
    """
    ink = drawing.ink
    fill, letters = ("#000000", "#FFFFFF") if drawing.mono else (band.colour, band.ink)
    with ink.artifact():
        ink.canvas.setFillColor(colour(fill))
        ink.canvas.rect(box.left, box.bottom, box.width, box.height, stroke=0, fill=1)
        ink.canvas.setFillColor(colour(letters))
    size = box.height * _WORD
    half = box.inset(_PAD, 1.2 * MM)
    word_room = half.width * 0.42
    word = [Part(_inline(band.word), "bold_plain", size, 5.5)]
    said = [Part(each, "bold_plain", size, 5.5) for each in band.body[:1]]
    right = Box(half.right - word_room, half.top, word_room, half.height)
    left = Box(half.left, half.top, half.width - word_room - _GAP, half.height)
    small = drawing.write(word, right, "right", level="middle")
    small = drawing.write(said, left, "left", level="middle") or small
    with ink.artifact():
        ink.canvas.setFillGray(0)
    return small


def _inline(words: Words) -> Said:
    """Return what is said in every language on one line, once where it is the same."""
    texts = dict.fromkeys(said.text for said in words)
    return Said(words[0].language, " / ".join(texts))


def _head(drawing: Drawing, badge: Badge, room: Box) -> Box:
    """Draw emblem, event and day; return the place that they take."""
    scale = drawing.scale(room)
    high = _HEAD * scale + 3 * MM
    left = room.left + _PAD
    top = room.top - _PAD * 0.8
    if badge.emblem is not None:
        drawing.emblem(badge.emblem, left, top, _EMBLEM * scale)
        left += _EMBLEM * scale + 2.5 * MM
    box = Box(left, top, room.right - _PAD - left, _HEAD * scale)
    parts = parts_of(badge.event, ("plain", "plain"), _EVENT * scale, 5.0)
    drawing.write(parts, box, "left", level="middle")
    return Box(room.left, room.top, room.width, high + _PAD * 0.8)


def _draw_code(drawing: Drawing, text: str, box: Box, *, upright: bool) -> float:
    """Draw the code with white round it; return how much of the box it takes."""
    rows = code_rows(text, "M")
    count = len(rows) + 2 * QUIET
    room = min(box.width * (_SIDE_UPRIGHT if upright else _SIDE), box.height)
    module = max(LEAST, room / count)
    side = module * count
    if upright:
        left, top = box.middle - side / 2, box.bottom + side
    else:
        left, top = box.right - side, box.top - max(0.0, (box.height - side) / 2)
    with drawing.ink.artifact():
        draw_modules(drawing.ink, rows, left + QUIET * module, top - QUIET * module, module)
    return side
