"""Which agreements end within the next months, as a line of time shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.life import PAST
from kunjungan.domain.term_days import shifted
from kunjungan.services.registry.follow_ups import FollowUp
from kunjungan.services.registry.row import RegisterRow

SPANS = (6, 12, 36)
"""How many months a line of time may show."""
NEAR_DAYS = 90
"""From how many days before its end an agreement stands in the shaded band (design)."""


@dataclass(frozen=True, slots=True)
class Ending:
    """An agreement on the line of time; ``share`` is where its end stands, from 0 to 1."""

    id: UUID
    partners: tuple[Bilingual, ...]
    shorts: tuple[str, ...]
    today: date
    ends_on: date
    days_left: int
    share: float
    near: bool
    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class Timeline:
    """The ends from today on, the earliest first.

    ``ticks`` are the first days of months with their places, ``near`` is where the band of
    ``NEAR_DAYS`` ends; all places are shares from 0 to 1.
    """

    today: date
    until: date
    near: float
    ticks: tuple[tuple[date, float], ...]
    endings: tuple[Ending, ...]


def timeline(rows: Iterable[RegisterRow], today: date, months: int) -> Timeline:
    """Return the agreements in force that end within so many months from today."""
    until = shifted(today, months)
    days = max((until - today).days, 1)
    endings = [
        _ending(row, today, row.course.last_day, days)
        for row in rows
        if row.course.last_day is not None
        and row.course.signed
        and row.status not in PAST
        and today <= row.course.last_day <= until
    ]
    endings.sort(key=lambda each: (each.ends_on, each.shorts))
    near = min(NEAR_DAYS / days, 1.0)
    return Timeline(today, until, near, tuple(_ticks(today, until, months)), tuple(endings))


def _ending(row: RegisterRow, today: date, last: date, days: int) -> Ending:
    left = (last - today).days
    names = tuple(party.name for party in row.partners)
    shorts = tuple(party.short for party in row.partners)
    near = left <= NEAR_DAYS
    return Ending(row.id, names, shorts, today, last, left, left / days, near, row.follow_up)


def _ticks(today: date, until: date, months: int) -> Iterable[tuple[date, float]]:
    """Yield the first day of each month, over years of every third."""
    step = 1 if months <= 12 else 3
    day = shifted(today.replace(day=1), 1)
    while step > 1 and day.month % step != 1:
        day = shifted(day, 1)
    while day <= until < date.max - timedelta(days=1):
        yield day, (day - today).days / (until - today).days
        day = shifted(day, step)
