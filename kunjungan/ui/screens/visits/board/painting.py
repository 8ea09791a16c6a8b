"""Paints a board: heads, hours, sessions, and the time that rooms have between them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kunjungan.domain.turnarounds import Turnaround
from kunjungan.i18n import tr
from kunjungan.ui.dates import long_day
from kunjungan.ui.screens.visits.board.places import (
    DAY_HEAD,
    GUTTER,
    HEAD,
    DayPlace,
    Placed,
    Places,
)
from kunjungan.ui.screens.visits.board.words import (
    column_words,
    crew_words,
    gap_words,
    marks_words,
    need_words,
    room_words,
    session_hours,
    title_words,
)
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.chips import ChipText, chip_width, draw_chip

_LINE = 16.0
_BAR = 3.0
_NARROW, _HOURS = 250.0, 84.0
"""Under which width hours and title stand on lines of their own, and what the hours need."""
_HIGH, _TITLE_SHARE = 104.0, 0.4
"""From which height on chips stand at the foot; what the title keeps of the width above."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Marks:
    """How sessions are told apart: the one on the keyboard, those that clash, the faint one."""

    current: UUID | None
    clashing: Collection[UUID]
    faint: UUID | None = None
    focus: bool = False


def paint_board(painter: QPainter, places: Places, marks: Marks) -> None:
    """Paint a whole board."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for day in places.days:
        _paint_day(painter, places, day)
    if places.board.apart:
        room = QRectF(8, places.apart_top, 600, DAY_HEAD)
        words = tr("Day or hour not known yet")
        _write(painter, room, words, TextRole.LABEL, current_tokens().text2)
    for placed in places.placed:
        painter.setOpacity(0.45 if placed.id == marks.faint else 1.0)
        for box in placed.boxes:
            paint_session(painter, placed, box, marks)
    painter.setOpacity(1.0)


def paint_session(painter: QPainter, placed: Placed, box: QRectF, marks: Marks) -> None:
    """Paint one box of a session with as many lines as it has room for."""
    tokens, clashes = current_tokens(), placed.id in marks.clashing
    colours = ink(tokens, Tone.WARN if clashes else Tone.INFO)
    chosen = placed.id == marks.current
    edge = tokens.accent_text if chosen and marks.focus else colours.line
    painter.setPen(QPen(QColor(edge), 2 if chosen and marks.focus else 1))
    painter.setBrush(QColor(tokens.sel if chosen and not clashes else colours.soft))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.text))
    painter.drawRoundedRect(QRectF(box.left() + 2, box.top() + 3, _BAR, box.height() - 6), 1, 1)
    _paint_words(painter, placed, box.adjusted(11, 3, -7, -3), clashes=clashes)


def paint_ghost(painter: QPainter, box: QRectF, words: str) -> None:
    """Paint where a session would stand while it is dragged, with its new hours."""
    tokens = current_tokens()
    painter.setPen(QPen(QColor(tokens.accent_text), 2, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(tokens.accent_soft))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
    inside = QRectF(box.left() + 10, box.top() + 3, box.width() - 20, _LINE)
    _write(painter, inside, words, TextRole.STRONG, tokens.accent_text)


def _paint_words(painter: QPainter, placed: Placed, room: QRectF, *, clashes: bool) -> None:
    session, tokens = placed.session, current_tokens()
    high = room.height() >= _HIGH
    middle = room.bottom() - 10 if high else room.top() + 9
    narrow = room.width() < _NARROW
    kept = 0.0 if high else _HOURS if narrow else room.width() * _TITLE_SHARE
    right = _paint_chips(
        painter, room.adjusted(kept, 0, 0, 0), middle, _chips(placed, clashes=clashes)
    )
    hours = session_hours(session)
    if placed.day is None:
        detail = joined(hours, room_words(session), session.host)
        _write(painter, room.adjusted(220, 0, 0, 0), detail, TextRole.SMALL, tokens.text2)
        first = QRectF(room.left(), room.top(), 212, room.height())
        _write(painter, first, title_words(session), TextRole.STRONG, tokens.text)
        return
    title_end = room.right() if high else right - 4
    head = hours if narrow else joined(hours, title_words(session))
    lines = (
        (head, TextRole.STRONG, tokens.text),
        (title_words(session) if narrow else "", TextRole.STRONG, tokens.text),
        (room_words(session), TextRole.SMALL, tokens.text2),
        (session.host, TextRole.SMALL, tokens.text2),
        (crew_words(session), TextRole.SMALL, tokens.text2),
        (marks_words(session), TextRole.SMALL, tokens.accent_text),
    )
    y = room.top()
    for words, role, colour in lines:
        if words and y + _LINE <= room.bottom() + 4:
            end = title_end if y == room.top() else room.right()
            _write(painter, QRectF(room.left(), y, end - room.left(), _LINE), words, role, colour)
            y += _LINE


def _paint_chips(painter: QPainter, room: QRectF, middle: float, chips: list[ChipText]) -> float:
    """Draw chips from the right as far as there is room, at least the icon of the first.

    Returns where the last one begins.
    """
    right = room.right()
    for place, chip in enumerate(chips):
        bare = ChipText("", chip.tone, chip.icon)
        shown = chip if right - chip_width(chip) >= room.left() else bare
        wide = chip_width(shown)
        if right - wide >= room.left() or place == 0:
            draw_chip(painter, QPointF(right - wide, middle), shown)
            right -= wide + 4
    return right


def _chips(placed: Placed, *, clashes: bool) -> list[ChipText]:
    session = placed.session
    chips = []
    if clashes:
        chips.append(ChipText(tr("Clashes"), Tone.WARN, "warning"))
    if session.crowded:
        chips.append(ChipText(tr("too few seats"), Tone.WARN, "people"))
    if session.joint:
        chips.append(ChipText(tr("Joint"), Tone.NEUTRAL, "people_community"))
    return chips


def _paint_day(painter: QPainter, places: Places, place: DayPlace) -> None:
    tokens = current_tokens()
    _write(painter, QRectF(8, place.top, 500, DAY_HEAD), long_day(place.day.on), TextRole.CARD,
           tokens.text)  # fmt: skip
    top, right = place.top + DAY_HEAD, places.column(len(places.board.columns) - 1)
    edge = right[0] + right[1]
    painter.fillRect(QRectF(0, top, edge + places.gaps, HEAD - 2), QColor(tokens.sunken))
    for at, column in enumerate(places.board.columns):
        left, wide = places.column(at)
        name, quiet = column_words(column)
        _write(painter, QRectF(left + 8, top + 4, wide - 16, 18), name, TextRole.LABEL, tokens.text)
        _write(painter, QRectF(left + 8, top + 22, wide - 16, 18), quiet, TextRole.SMALL,
               tokens.text2)  # fmt: skip
    _paint_hours(painter, places, place, edge)
    if places.gaps:
        room = QRectF(edge + 8, top + 4, places.gaps - 12, 18)
        _write(painter, room, tr("Turn-around"), TextRole.LABEL, tokens.text)
        _write(painter, room.translated(0, 18), tr("of the rooms"), TextRole.SMALL, tokens.text2)
        for gap in place.day.turnarounds:
            _paint_gap(painter, places.gap_box(place, gap), gap)


def _paint_hours(painter: QPainter, places: Places, place: DayPlace, edge: float) -> None:
    tokens = current_tokens()
    for minute in range(place.first, place.last + 1, 60):
        y = place.y(minute)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(GUTTER - 6, y), QPointF(edge + places.gaps, y))
        room = QRectF(0, y, GUTTER - 10, _LINE)
        if minute < place.last:
            hour = f"{minute // 60:02}.00"
            _write(painter, room, hour, TextRole.SMALL, tokens.text3, _RIGHT)
    for at in range(len(places.board.columns) + (1 if places.gaps else 0)):
        left = places.column(at)[0]
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(QPointF(left, place.grid), QPointF(left, place.bottom))


def _paint_gap(painter: QPainter, box: QRectF, gap: Turnaround[UUID]) -> None:
    tokens = current_tokens()
    tone = Tone.NEUTRAL if gap.enough else Tone.BAD if gap.minutes < 0 else Tone.WARN
    colours = ink(tokens, tone)
    painter.setPen(QPen(QColor(colours.line), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(colours.soft))
    painter.drawRect(box)
    needed = "" if gap.enough else need_words(gap)
    lines = [line for line in (gap.room, gap_words(gap), needed) if line]
    if box.height() < len(lines) * _LINE:
        lines = [joined(gap_words(gap), needed)]
    y = box.center().y() - len(lines) * _LINE / 2
    for at, words in enumerate(lines):
        room = QRectF(box.left() + 6, y + at * _LINE, box.width() - 10, _LINE)
        role = TextRole.SMALL if len(lines) > 1 and at == 0 else TextRole.LABEL
        _write(painter, room, words, role, colours.text)


def _write(
    painter: QPainter, room: QRectF, words: str, role: TextRole, colour: str, side: int = _LEFT
) -> None:
    """Write one line, cut where it does not fit."""
    face = font(role)
    painter.setFont(face)
    painter.setPen(QColor(colour))
    cut = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, side, cut)
