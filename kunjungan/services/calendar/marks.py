"""What the days of the calendar are marked with: holidays, joint leave and observances."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.workdays import CLOSED
from kunjungan.services.office import Office
from kunjungan.store.tables import Holiday


@dataclass(frozen=True, slots=True)
class DayMark:
    """The names that a day has, and whether offices are closed on it."""

    names: tuple[Bilingual, ...]
    closed: bool


def day_marks(office: Office, since: date, until: date) -> dict[date, DayMark]:
    """Return the marked days from ``since`` up to, but without, ``until``."""
    with office.store.read() as session:
        rows = holidays_in(session, since, until)
    marks: dict[date, DayMark] = {}
    for row in rows:
        before = marks.get(row.on, DayMark((), closed=False))
        names = (*before.names, Bilingual(row.name_id, row.name_en or row.name_id))
        marks[row.on] = DayMark(names, before.closed or row.kind in CLOSED)
    return marks


def missing_years(office: Office, years: Iterable[int]) -> list[int]:
    """Return those of the years for which no day off is on record, in their order."""
    query = sa.select(col(Holiday.on)).where(col(Holiday.kind).in_(CLOSED))
    with office.store.read() as session:
        known = {on.year for (on,) in session.connection().execute(query)}
    return sorted(set(years) - known)


def holidays_in(session: Session, since: date, until: date) -> list[Holiday]:
    """Return the holidays of a time as an open session sees them, closed days first."""
    query = select(Holiday).where(Holiday.on >= since, Holiday.on < until)
    rows = session.exec(query.order_by(col(Holiday.on), col(Holiday.name_id))).all()
    return sorted(rows, key=lambda row: (row.on, row.kind not in CLOSED, row.name_id))
