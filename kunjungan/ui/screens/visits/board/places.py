"""Where everything of a board stands, in pixels: days under each other, hours downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF

from kunjungan.domain.rundown import LAST, minute_of
from kunjungan.domain.turnarounds import Turnaround
from kunjungan.services.visit_day.board import Board, BoardDay, BoardSession

GUTTER, GAPS = 52.0, 128.0
HEAD, DAY_HEAD, APART_ROW = 46.0, 28.0, 34.0
_LEAST_HEIGHT = 20.0
_SLOWEST, _FASTEST = 0.85, 1.6
"""The fewest and the most pixels for a minute."""
_PAD = 4.0
_FOOT = 10.0


@dataclass(frozen=True, slots=True)
class DayPlace:
    """A day on the board: where it begins, and the hours of its grid in minutes from midnight."""

    day: BoardDay
    top: float
    first: int
    last: int
    scale: float

    @property
    def grid(self) -> float:
        """The upper edge of the hours."""
        return self.top + DAY_HEAD + HEAD

    @property
    def bottom(self) -> float:
        """The lower edge of the hours."""
        return self.grid + (self.last - self.first) * self.scale

    def y(self, at: int) -> float:
        """Return where a minute of the day stands."""
        return self.grid + (at - self.first) * self.scale

    def minute(self, y: float) -> int:
        """Return the minute of the day at a height, within the day."""
        return min(max(round(self.first + (y - self.grid) / self.scale), 0), LAST)


@dataclass(frozen=True, slots=True)
class Placed:
    """A session where it is drawn: a box for each run of columns."""

    session: BoardSession
    boxes: tuple[QRectF, ...]
    day: DayPlace | None

    @property
    def id(self) -> UUID:
        """The session's id."""
        return self.session.line.id

    def holds(self, at: QPointF) -> bool:
        """Say whether a point is on it."""
        return any(box.contains(at) for box in self.boxes)


class Places:
    """The board laid out for a width; ``room`` is the height to be filled where it can be."""

    def __init__(self, board: Board, width: float, room: float) -> None:
        self.board = board
        self._width = width
        self._columns = max(len(board.columns), 1)
        self.gaps = GAPS if any(day.turnarounds for day in board.days) else 0.0
        self.days = self._days(room)
        end = self.days[-1].bottom + _FOOT if self.days else 0.0
        self.apart_top = end
        apart = DAY_HEAD + APART_ROW * len(board.apart) if board.apart else 0.0
        self.height = end + apart
        self.placed = [*self._timed(), *self._apart()]

    def column(self, at: int) -> tuple[float, float]:
        """Return the left edge and the width of a column."""
        each = (self._width - GUTTER - self.gaps) / self._columns
        return GUTTER + at * each, each

    def gap_box(self, day: DayPlace, gap: Turnaround[UUID]) -> QRectF:
        """Return where the time between two seatings of a room is drawn."""
        top, bottom = sorted((day.y(minute_of(gap.ends_at)), day.y(minute_of(gap.starts_at))))
        left = self._width - self.gaps + _PAD
        return QRectF(left, top, self.gaps - 2 * _PAD, max(bottom - top, 2.0))

    def at(self, point: QPointF) -> Placed | None:
        """Return the session at a point."""
        return next((each for each in self.placed if each.holds(point)), None)

    def find(self, session_id: UUID | None) -> Placed | None:
        """Return where a session stands."""
        return next((each for each in self.placed if each.id == session_id), None)

    def boxes(self, placed: Placed, starts: int, ends: int) -> list[QRectF]:
        """Return where a session would stand with other minutes of its day."""
        day = placed.day
        if day is None:
            return []
        return [
            QRectF(box.left(), day.y(starts), box.width(), (ends - starts) * day.scale)
            for box in placed.boxes
        ]

    def _days(self, room: float) -> list[DayPlace]:
        days, top = [], 0.0
        for day in self.board.days:
            first, last = _hours(day)
            fit = (room - DAY_HEAD - HEAD - _FOOT) / (last - first)
            scale = min(max(fit, _SLOWEST), _FASTEST)
            days.append(DayPlace(day, top, first, last, scale))
            top = days[-1].bottom + _FOOT
        return days

    def _timed(self) -> list[Placed]:
        return [
            Placed(session, tuple(self._boxes(place, session)), place)
            for place in self.days
            for session in place.day.sessions
        ]

    def _boxes(self, place: DayPlace, session: BoardSession) -> list[QRectF]:
        starts, ends = session_minutes(session)
        top, height = place.y(starts), max((ends - starts) * place.scale, _LEAST_HEIGHT)
        found = []
        for first, last in _runs(session):
            left = self.column(first)[0]
            wide = self.column(last)[0] + self.column(last)[1] - left
            lane = wide / session.lane.of
            x = left + lane * session.lane.at
            found.append(QRectF(x + _PAD, top + 1, lane - 2 * _PAD, height - 2))
        return found

    def _apart(self) -> list[Placed]:
        top = self.apart_top + DAY_HEAD
        wide = self._width - GUTTER - _PAD
        return [
            Placed(session, (QRectF(GUTTER, top + at * APART_ROW, wide, APART_ROW - 4),), None)
            for at, session in enumerate(self.board.apart)
        ]


def _runs(session: BoardSession) -> Sequence[tuple[int, int]]:
    """Return the columns of a session; where it shares the width, each column by itself."""
    if session.lane.of == 1:
        return session.spans
    return [(at, at) for first, last in session.spans for at in range(first, last + 1)]


def session_minutes(session: BoardSession) -> tuple[int, int]:
    """Return a session's start and end in minutes from midnight; midnight where it has none."""
    start, end = session.line.starts_at or time.min, session.ends_at or time.min
    return minute_of(start), max(minute_of(end), minute_of(start))


def _hours(day: BoardDay) -> tuple[int, int]:
    """Return the whole hours round the sessions of a day, in minutes."""
    minutes = [session_minutes(session) for session in day.sessions]
    first, last = min(start for start, _ in minutes), max(end for _, end in minutes)
    return first // 60 * 60, min(-(-(last + 1) // 60) * 60, 24 * 60)
