"""Draws a name tent: both faces say the same, the upper one turned so that it stands upright."""

from kunjungan.documents.cards.box import Box
from kunjungan.documents.cards.content import Tent
from kunjungan.documents.cards.drawing import Drawing, parts_of
from kunjungan.documents.sheet import MM

_EDGE_ACROSS, _EDGE_DOWN = 14 * MM, 10 * MM
_EMBLEM, _UNDER_EMBLEM = 0.17, 4 * MM
"""How high an emblem is, in parts of its face."""
_NAME, _POST = 54.0, 26.0
_USUAL = 148.5 * MM
_LEAST_NAME, _LEAST_POST = 20.0, 11.0


def draw_tent(drawing: Drawing, tent: Tent, box: Box, folds: int, *, post_first: bool) -> bool:
    """Draw a tent folded in two or three parts; True where it is too small to read easily.

    The first part is the face at the back, upside down; the second the face at the front, the
    third a foot that stays white. With ``post_first`` the post is larger than the name.
    """
    high = box.height / max(2, folds)
    front = Box(box.left, box.top - high, box.width, high)
    canvas = drawing.ink.canvas
    canvas.saveState()
    canvas.translate(2 * box.left + box.width, 2 * (box.top - high))
    canvas.rotate(180)
    small = _draw_face(drawing, tent, front, post_first=post_first)
    canvas.restoreState()
    _draw_face(drawing, tent, front, post_first=post_first)
    return small


def _draw_face(drawing: Drawing, tent: Tent, face: Box, *, post_first: bool) -> bool:
    scale = min(1.0, (face.height / _USUAL) ** 0.75, face.width / (190 * MM))
    room = face.inset(_EDGE_ACROSS * scale, _EDGE_DOWN * scale)
    emblem = face.height * _EMBLEM if tent.emblem is not None else 0.0
    taken = emblem + _UNDER_EMBLEM * scale if emblem else 0.0
    text = Box(room.left, room.top - taken, room.width, room.height - taken)
    large, less = _NAME * scale, _POST * scale
    sizes = (less, large) if post_first else (large, less)
    name = parts_of(
        (tent.name,), ("bold", "bold"), sizes[0], _LEAST_NAME * scale, first=not post_first
    )
    post = parts_of(
        tent.post, ("bold" if post_first else "regular", "italic"), sizes[1],
        _LEAST_POST * scale, over=0.25, first=post_first,
    )  # fmt: skip
    parts = [*post, *name] if post_first else [*name, *post]
    spare = text.height - drawing.height(parts, text)
    if tent.emblem is not None:
        wide = emblem * 21 / 25
        drawing.emblem(tent.emblem, face.middle - wide / 2, room.top - spare / 2, wide)
    return drawing.write(parts, text, "middle", level="middle")
