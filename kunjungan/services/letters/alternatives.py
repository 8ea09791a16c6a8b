"""Other days to offer to guests who cannot be received when they wish to come."""

from datetime import date, timedelta

from sqlmodel import Session, col, select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import CALLED_OFF, OVER
from kunjungan.services.process.deadlines import calendar_in
from kunjungan.store.tables import Visit

OFFERED = 3
_FURTHEST = 60
"""Days to look ahead for a free one (office practice)."""


def free_days(session: Session, visit: Visit, proposed: tuple[str, ...], today: date) -> list[date]:
    """Return up to three days without another visit: first those that the guests named.

    After them come the next working days, beginning a week after the visit's own day.
    """
    own = visit.on.full or visit.on.first
    start = max(own, today) + timedelta(days=7)
    named = [day for text in proposed if (day := PartialDate.parse(text).full)]
    ahead = [start + timedelta(days=number) for number in range(_FURTHEST)]
    taken, calendar = _taken(session, visit, today), calendar_in(session, today)
    fit = (
        day
        for day in dict.fromkeys([*named, *ahead])
        if day > today and day != own and day not in taken
        if calendar.works(day)
    )
    return sorted(day for day, _ in zip(fit, range(OFFERED), strict=False))


def _taken(session: Session, visit: Visit, today: date) -> set[date]:
    """Return the days of other visits of this year and later that take place."""
    query = select(Visit).where(
        Visit.id != visit.id,
        col(Visit.on) >= PartialDate(today.year),
        col(Visit.stage).not_in(OVER | CALLED_OFF),
    )
    days: set[date] = set()
    for row in session.exec(query):
        first, last = row.on.full, (row.until or row.on).full
        while first and last and first <= last:
            days.add(first)
            first += timedelta(days=1)
    return days
