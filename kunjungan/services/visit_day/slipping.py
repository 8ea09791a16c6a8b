"""Lets a session slip, such as an afternoon by 20 minutes, and tells all that follows from it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bookings import OPEN_END
from kunjungan.domain.check_lines import CheckLine
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import check_hours
from kunjungan.domain.rundown import clock_at, minute_of
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.visit_day.clashing import near_bookings
from kunjungan.services.visit_day.slip_follows import Moved, SlipReport, follows
from kunjungan.services.visiting.sessions import sessions_in
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    SessionDelegation,
    Visit,
    VisitSession,
)

NO_HOURS = later("This session has no hours yet. Give it its hours first.")


def slip_session(
    office: Office, session_id: UUID, minutes: int, *, following: bool = True
) -> SlipReport:
    """Let a session slip with its rundown, as one change; earlier where ``minutes`` is negative.

    With ``following`` the later sessions of that day slip, too. Fixed points of the rundown stay
    where they are; own hours of the crew go along, and the visit's end where it was the last
    session's.

    Raises:
        RuleBroken: the session has no hours, or something would cross midnight.
    """
    with office.store.change(later("Slip a session")) as session:
        row = found(session, VisitSession, session_id)
        return _slipped(session, row, minutes, following=following)


def foreseen_slip(
    office: Office, session_id: UUID, minutes: int, *, following: bool = True
) -> SlipReport:
    """Return what ``slip_session`` would do; nothing is stored."""
    with office.store.read() as session, session.no_autoflush:
        row = found(session, VisitSession, session_id)
        return _slipped(session, row, minutes, following=following)


def stretch_session(
    office: Office, session_id: UUID, starts_at: time, ends_at: time | None
) -> SlipReport:
    """Give a session other hours as one change; its rundown goes along with its start."""
    check_hours(starts_at, ends_at)
    with office.store.change(later("Move a session")) as session:
        return _stretched(session, session_id, starts_at, ends_at)


def foreseen_stretch(
    office: Office, session_id: UUID, starts_at: time, ends_at: time | None
) -> SlipReport:
    """Return what ``stretch_session`` would do; nothing is stored."""
    with office.store.read() as session, session.no_autoflush:
        return _stretched(session, session_id, starts_at, ends_at)


def _stretched(
    session: Session, session_id: UUID, starts_at: time, ends_at: time | None
) -> SlipReport:
    row = found(session, VisitSession, session_id)
    minutes = minute_of(starts_at) - minute_of(_start(row))
    return _slipped(session, row, minutes, following=False, ends_at=ends_at)


def _slipped(
    session: Session,
    row: VisitSession,
    minutes: int,
    *,
    following: bool,
    ends_at: time | None = None,
) -> SlipReport:
    visit = found(session, Visit, row.visit_id)
    stored, hours = near_bookings(session, visit), (_start(row), row.ends_at)
    last = _last_end(session, visit)
    rows = _slipping(session, visit, row) if following else [row]
    moved = [_shift_session(session, each, minutes) for each in rows]
    if ends_at is not None:
        row.ends_at = ends_at
    before = hours[1] or _reckoned(hours[0])
    grown = _minutes(before, row.ends_at) - minutes if row.ends_at else 0
    end = _new_end(session, visit, last)
    told = follows(session, visit, moved, stored, (minutes, grown))
    if end is not None:
        told.insert(0, CheckLine("ok", later("The visit ends at {time}."), {"time": end}))
    ids = tuple(each.id for each in rows)
    return SlipReport((hours, (_start(row), row.ends_at)), ids, tuple(told))


def _start(row: VisitSession) -> time:
    if row.starts_at is None:
        raise RuleBroken(NO_HOURS)
    return row.starts_at


def _slipping(session: Session, visit: Visit, row: VisitSession) -> list[VisitSession]:
    """Return a session and the later ones of its day; one beside it is not later."""
    query = select(VisitSession).where(VisitSession.visit_id == visit.id)
    rows = {each.id: each for each in session.exec(query)}
    lines = sessions_in(session, visit)
    day, start = next(line.on for line in lines if line.id == row.id), _start(row)
    later_ones = (
        line for line in lines if line.on == day and line.starts_at and line.starts_at > start
    )
    return [row, *(rows[line.id] for line in later_ones)]


def _shift_session(session: Session, row: VisitSession, minutes: int) -> Moved:
    """Shift a session, what is not fixed in its rundown, and own hours of its crew."""
    crew = _crew_of(session, row)
    _shift(row, minutes)
    items = session.exec(select(AgendaItem).where(AgendaItem.session_id == row.id)).all()
    loose = [item for item in items if not item.fixed]
    for item in loose:
        clock_at(minute_of(item.starts_at) + item.minutes + minutes)
        item.starts_at = clock_at(minute_of(item.starts_at) + minutes)
    for member in crew:
        _shift(member, minutes)
    own = sum(member.starts_at is not None for member in crew)
    return Moved(row.id, len(loose), own, tuple(item for item in items if item.fixed))


def _crew_of(session: Session, row: VisitSession) -> list[Assignment]:
    """Return who works for a session: assigned to it, or to its guests at hours that meet it."""
    pairs = select(SessionDelegation.delegation_id)
    guests = set(session.exec(pairs.where(SessionDelegation.session_id == row.id)))
    query = select(Assignment).where(Assignment.visit_id == row.visit_id)
    return [
        member
        for member in session.exec(query)
        if member.session_id == row.id
        or (
            member.session_id is None
            and member.delegation_id in guests
            and member.on in {None, row.on}
            and _meet(member, row)
        )
    ]


def _meet(one: Assignment, row: VisitSession) -> bool:
    """Say whether own hours and those of a session overlap; without hours they do not."""
    if one.starts_at is None or row.starts_at is None:
        return False
    ends = row.ends_at or _reckoned(row.starts_at)
    return one.starts_at < ends and (one.ends_at or time.max) > row.starts_at


def _shift(row: VisitSession | Assignment, minutes: int) -> None:
    if row.starts_at is not None:
        row.starts_at = clock_at(minute_of(row.starts_at) + minutes)
    if row.ends_at is not None:
        row.ends_at = clock_at(minute_of(row.ends_at) + minutes)


def _last_end(session: Session, visit: Visit) -> time | None:
    ends: Sequence[time] = [line.ends_at for line in sessions_in(session, visit) if line.ends_at]
    return max(ends, default=None)


def _new_end(session: Session, visit: Visit, before: time | None) -> time | None:
    """Let the end of a visit of one day follow where it was that of its last session."""
    after = _last_end(session, visit)
    one_day = visit.until is None or visit.until == visit.on
    if not one_day or after is None or visit.ends_at != before or after == before:
        return None
    visit.ends_at = after
    return after


def _reckoned(starts_at: time) -> time:
    """Return when a session is taken to end that has no end."""
    return (datetime.combine(date.min, starts_at) + OPEN_END).time()


def _minutes(since: time, until: time) -> int:
    day = date.min
    between = datetime.combine(day, until) - datetime.combine(day, since)
    return between // timedelta(minutes=1)
