"""A session that is held by the pointer, and the minutes it is given."""

from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QPointF

from kunjungan.domain.rundown import LAST, clock_at
from kunjungan.ui.screens.visits.board.places import Placed

STEP = 5
"""The minutes by which a session is moved."""
_EDGE = 7.0


@dataclass(frozen=True, slots=True)
class Hold:
    """A session that is held by the pointer: where, its minutes before, and those it has now."""

    placed: Placed
    at: QPointF
    before: tuple[int, int]
    stretches: bool
    now: tuple[int, int]

    @property
    def moved(self) -> bool:
        """Whether it stands elsewhere than it did."""
        return self.now != self.before


def at_edge(placed: Placed, at: QPointF) -> bool:
    """Say whether a point is where a session is stretched."""
    return any(box.contains(at) and box.bottom() - at.y() < _EDGE for box in placed.boxes)


def other_minutes(before: tuple[int, int], by: int, *, stretches: bool) -> tuple[int, int]:
    """Return other minutes within the day; a session lasts ``STEP`` or more."""
    start, end = before
    if stretches:
        return start, min(max(end + by, start + STEP), LAST)
    by = min(max(by, -start), LAST - end)
    return start + by, end + by


def told_hours(
    placed: Placed, now: tuple[int, int], *, stretches: bool
) -> tuple[time, time | None]:
    """Return minutes as hours; an end that is not told stays so unless it was stretched."""
    told = placed.session.line.ends_at is not None or stretches
    return clock_at(now[0]), clock_at(now[1]) if told else None
