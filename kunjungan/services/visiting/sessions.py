"""The sessions of a visit: which delegations are where, from when to when, received by whom."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import check_hours
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    Delegation,
    Seat,
    SeatingPlan,
    SessionDelegation,
    Visit,
    VisitSession,
)


@dataclass(frozen=True, slots=True)
class SessionForm:
    """What a person fills in for a session; ``on`` empty means the visit's first day.

    ``turnaround`` is how many minutes the room needs before it, empty for the room's own.
    """

    title_id: str
    title_en: str = ""
    on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    room: str = ""
    host_tenure_id: UUID | None = None
    turnaround: int | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session of a visit; without ``delegations`` it is for everybody.

    ``on`` is its day, unknown where the visit's own day is.
    """

    id: UUID
    title: Bilingual
    on: date | None
    starts_at: time | None
    ends_at: time | None
    place: str
    room: str
    host_tenure_id: UUID | None
    turnaround: int | None
    note: str
    delegations: tuple[UUID, ...]


def list_sessions(office: Office, visit_id: UUID) -> list[SessionLine]:
    """Return a visit's sessions in the order of their time."""
    with office.store.read() as session:
        return sessions_in(session, found(session, Visit, visit_id))


def sessions_in(session: Session, visit: Visit) -> list[SessionLine]:
    """Return a visit's sessions as an open session sees them."""
    rows = session.exec(select(VisitSession).where(VisitSession.visit_id == visit.id)).all()
    pairs: dict[UUID, list[UUID]] = defaultdict(list)
    query = (
        select(SessionDelegation.session_id, SessionDelegation.delegation_id)
        .join(Delegation, col(Delegation.id) == col(SessionDelegation.delegation_id))
        .where(Delegation.visit_id == visit.id)
        .order_by(col(Delegation.rank), col(Delegation.id))
    )
    for own, delegation in session.exec(query):
        pairs[own].append(delegation)
    lines = [_line(row, visit.on.full, pairs[row.id]) for row in rows]
    return sorted(lines, key=_when)


def own_hours(session: Session, visit_id: UUID) -> dict[UUID, VisitSession]:
    """Return the first session that is held for each delegation by name."""
    query = (
        select(SessionDelegation.delegation_id, VisitSession)
        .join(VisitSession, col(SessionDelegation.session_id) == col(VisitSession.id))
        .where(VisitSession.visit_id == visit_id)
        .order_by(col(VisitSession.on).desc(), col(VisitSession.starts_at).desc())
    )
    return dict(session.exec(query).all())


def session_form(office: Office, session_id: UUID) -> SessionForm:
    """Return a session as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(SessionForm, found(session, VisitSession, session_id))


def add_session(
    office: Office, visit_id: UUID, form: SessionForm, delegations: Collection[UUID] = ()
) -> UUID:
    """Add a session for some delegations, or for everybody, and return its id."""
    _check(form)
    with office.store.change(later("Add session")) as session:
        found(session, Visit, visit_id)
        row = VisitSession(visit_id=visit_id, title_id="")
        put(row, form)
        session.add(row)
        _pair(session, row, delegations)
    return row.id


def edit_session(
    office: Office, session_id: UUID, form: SessionForm, delegations: Collection[UUID]
) -> None:
    """Change a session and the delegations that it is for."""
    _check(form)
    with office.store.change(later("Edit session")) as session:
        row = found(session, VisitSession, session_id, seen=form.version)
        put(row, form)
        _pair(session, row, delegations)


def remove_session(office: Office, session_id: UUID) -> None:
    """Remove a session; what belongs to it stays with the visit, and undo brings all back."""
    with office.store.change(later("Remove session")) as session:
        row = found(session, VisitSession, session_id)
        for table in (AgendaItem, Assignment, SeatingPlan):
            for child in session.exec(select(table).where(table.session_id == session_id)):
                child.session_id = None
        _pair(session, row, ())
        session.delete(row)


def remove_own_sessions(session: Session, delegation_id: UUID) -> None:
    """Remove the sessions that were held for one delegation alone, with rundown and seats.

    Else they would be for everybody. Crew and vehicles stay with the visit.
    """
    pairs = col(SessionDelegation.session_id)
    own = select(pairs).where(SessionDelegation.delegation_id == delegation_id)
    shared = select(pairs).where(SessionDelegation.delegation_id != delegation_id)
    held = select(VisitSession).where(
        col(VisitSession.id).in_(own), col(VisitSession.id).not_in(shared)
    )
    for row in session.exec(held).all():
        for item in session.exec(select(AgendaItem).where(AgendaItem.session_id == row.id)):
            session.delete(item)
        for crew in session.exec(select(Assignment).where(Assignment.session_id == row.id)):
            crew.session_id = None
        for plan in session.exec(select(SeatingPlan).where(SeatingPlan.session_id == row.id)):
            for seat in session.exec(select(Seat).where(Seat.plan_id == plan.id)):
                session.delete(seat)
            session.delete(plan)
        session.delete(row)


def _pair(session: Session, row: VisitSession, delegations: Collection[UUID]) -> None:
    """Let a session be for these delegations of its visit and no others."""
    query = select(SessionDelegation).where(SessionDelegation.session_id == row.id)
    there = {pair.delegation_id: pair for pair in session.exec(query)}
    for key, pair in there.items():
        if key not in delegations:
            session.delete(pair)
    for key in delegations:
        if found(session, Delegation, key).visit_id != row.visit_id:
            raise RuleBroken(later("A session is for delegations of its own visit."))
        if key not in there:
            session.add(SessionDelegation(session_id=row.id, delegation_id=key))


def _check(form: SessionForm) -> None:
    required(form.title_id, later("A session needs a title."))
    check_hours(form.starts_at, form.ends_at)


def _line(row: VisitSession, first_day: date | None, delegations: list[UUID]) -> SessionLine:
    return SessionLine(
        row.id,
        Bilingual(row.title_id, row.title_en),
        row.on or first_day,
        row.starts_at,
        row.ends_at,
        row.place,
        row.room,
        row.host_tenure_id,
        row.turnaround,
        row.note,
        tuple(delegations),
    )


def _when(line: SessionLine) -> tuple[date, time, str]:
    return line.on or date.min, line.starts_at or time.min, line.id.hex
