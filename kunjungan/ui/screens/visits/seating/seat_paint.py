"""Paints a seat: its rank in a circle, who sits on it, and what is remarkable about it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from kunjungan.i18n import tr
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import SeatView
from kunjungan.ui.screens.visits.seating import pens
from kunjungan.ui.screens.visits.seating.looks import Look, Looks
from kunjungan.ui.screens.visits.seating.words import brief_name, under_name
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.tokens import Tokens

_COMPACT, _NUMBER_ONLY = 78.0, 44.0
"""Narrower than this a card has only the name, or only the rank."""
_DISC, _OUT = 18.0, 0.45
_MARK = 12
_THREE_LINES = 38.0
"""A card as high as this has room for three lines."""


@dataclass(frozen=True, slots=True)
class SeatStyle:
    """What all seats of a plan are painted with."""

    looks: Looks
    tokens: Tokens
    zoom: float


def paint_seat(painter: QPainter, rect: QRectF, seat: SeatView, style: SeatStyle) -> None:
    """Paint a seat with its guest, or as an empty one."""
    if seat.guest is None:
        paint_empty(painter, rect, style, aide=seat.place.behind)
        return
    paint_guest(painter, rect, seat.guest, style)
    if seat.deviates and not seat.reason:
        pens.box(painter, rect, "", style.tokens.warn, 2)
    marks = ["lock_closed"] if seat.locked else []
    marks += ["warning"] if seat.deviates and not seat.reason else []
    marks += ["edit"] if seat.reason else []
    _paint_marks(painter, rect, marks, style)


def paint_empty(painter: QPainter, rect: QRectF, style: SeatStyle, *, aide: bool) -> None:
    """Paint a seat that nobody has; the chairs in the second line wait for aides."""
    tokens = style.tokens
    pens.box(painter, rect, tokens.surface, tokens.stroke, dashed=True)
    if rect.width() >= _NUMBER_ONLY:
        look = (pens.face(TextRole.NOTE, style.zoom), tokens.text2)
        pens.write(painter, rect, tr("Aide") if aide else tr("Empty"), look)


def paint_guest(painter: QPainter, rect: QRectF, line: RankedGuest, style: SeatStyle) -> None:
    """Paint a guest's card: as much as it has room for, at least the rank."""
    look = style.looks[line.guest.body_id]
    pens.box(painter, rect, look.fill, look.edge)
    if rect.width() < _NUMBER_ONLY:
        face = pens.face(TextRole.LABEL, style.zoom)
        pens.write(painter, rect, str(line.number), (face, look.text))
        return
    if rect.width() < _COMPACT:
        _paint_name(painter, rect, line, style)
    else:
        _paint_lines(painter, rect, line, style)
    edge = max(_DISC * style.zoom, 13)
    corner = rect.topLeft() - QPointF(edge, edge) * _OUT
    _paint_number(painter, QRectF(corner.x(), corner.y(), edge, edge), line, style)


def _paint_name(painter: QPainter, rect: QRectF, line: RankedGuest, style: SeatStyle) -> None:
    """Paint only the name, in two lines where it needs them."""
    face = pens.face(TextRole.LABEL, style.zoom)
    painter.setFont(face)
    painter.setPen(QColor(style.looks[line.guest.body_id].text))
    lines = pens.in_lines(brief_name(line.guest), face, rect.width() - 6)
    painter.drawText(rect, pens.CENTRE, "\n".join(lines))


def _paint_lines(painter: QPainter, rect: QRectF, line: RankedGuest, style: SeatStyle) -> None:
    """Paint the name, with initials where it is too long, and the post or the body below.

    What is too long all the same takes a third line where the card is high enough.
    """
    guest, look = line.guest, style.looks[line.guest.body_id]
    disc, spare = _DISC * style.zoom * (1 - _OUT), int(rect.height() >= _THREE_LINES)
    bold, plain = (pens.face(role, style.zoom) for role in (TextRole.LABEL, TextRole.NOTE))
    beside, whole = rect.adjusted(disc + 1, 0, -4, 0), rect.adjusted(4, 0, -4, 0)
    name = brief_name(guest)
    if guest.known:
        name = pens.with_initials(name, bold, beside.width())
    upper, strong = pens.set_in(name, bold, beside.width(), 1 + spare)
    left = 2 + spare - len(upper)
    lower, small = pens.set_in(under_name(guest), plain, whole.width(), left)
    rows = [(words, strong, look.text) for words in upper]
    rows += [(words, small, look.quiet) for words in lower]
    height = (rect.height() - 5) / len(rows)
    for place, (words, face, colour) in enumerate(rows):
        room = QRectF(whole if place else beside)
        room.setTop(rect.top() + 2.5 + place * height)
        room.setHeight(height)
        pens.write(painter, room, words, (face, colour))


def _paint_number(painter: QPainter, at: QRectF, line: RankedGuest, style: SeatStyle) -> None:
    """Paint the rank in its circle."""
    pens.disc(painter, at, style.tokens.surface, style.tokens.stroke)
    face = pens.face(TextRole.NOTE, style.zoom)
    face.setBold(True)
    pens.write(painter, at, str(line.number), (face, style.tokens.text))


def _paint_marks(painter: QPainter, rect: QRectF, marks: list[str], style: SeatStyle) -> None:
    """Paint small signs over the lower right corner, the last one outermost."""
    ratio = painter.device().devicePixelRatioF()
    for place, name in enumerate(reversed(marks)):
        tokens = style.tokens
        at = QRectF(rect.right() - 18 - place * 17, rect.bottom() - 10, 16, 16)
        colour = tokens.warn if name == "warning" else tokens.text2
        pens.disc(painter, at, tokens.surface, colour)
        corner = at.center() - QPointF(_MARK / 2, _MARK / 2)
        painter.drawPixmap(corner, pixmap(name, _MARK, colour, ratio))


def key_look(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Paint the little box of a body in the legend."""
    pens.box(painter, rect, look.fill, look.edge)
