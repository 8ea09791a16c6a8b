"""Two figures of the office: visits received by month, agreements in force by the time left."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import col

from kunjungan.domain.days import PartialDate
from kunjungan.domain.life import AgreementStatus, status
from kunjungan.domain.stages import CALLED_OFF
from kunjungan.services.courses import courses
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.store.tables import Visit

_NEAR, _YEAR = 90, 365
_RUNNING = frozenset({AgreementStatus.IN_FORCE, AgreementStatus.ENDING})


@dataclass(frozen=True, slots=True)
class Months:
    """How many visits each month of a year received, from January to the month of today.

    ``undated`` are those of which only the year is known.
    """

    year: int
    counts: tuple[int, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """Agreements in force: over a year or no end, up to a year, up to 90 days before the end."""

    long: int
    year: int
    near: int


def visits_by_month(office: Office) -> Months:
    """Return the visits received this year, up to today; those called off do not count."""
    today = office.today()
    query = sa.select(col(Visit.on)).where(
        col(Visit.direction) == "incoming",
        col(Visit.stage).not_in(CALLED_OFF),
        col(Visit.on) >= PartialDate(today.year),
        col(Visit.on) <= PartialDate.of(today),
    )
    counts, undated = [0] * today.month, 0
    with office.store.read() as session:
        for (on,) in session.connection().execute(query):
            if on.month is None:
                undated += 1
            else:
                counts[on.month - 1] += 1
    return Months(today.year, tuple(counts), undated)


def agreements_by_time_left(office: Office) -> TimeLeft:
    """Return how many agreements in force have how much time left."""
    today = office.today()
    with office.store.read() as session:
        months = settings_in(session).ending_months
        running = [
            course.last_day
            for course in courses(session, today).values()
            if status(course, today, ending_months=months) in _RUNNING
        ]
    left = [(day or date.max) - today for day in running]
    near = sum(one.days <= _NEAR for one in left)
    year = sum(_NEAR < one.days <= _YEAR for one in left)
    return TimeLeft(len(left) - near - year, year, near)
