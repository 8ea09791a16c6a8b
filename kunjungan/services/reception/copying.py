"""Starts a visit from a past one, with the parts of it that are wanted."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.checklists import PROMISE, due_day
from kunjungan.domain.days import PartialDate
from kunjungan.i18n import later
from kunjungan.services.guests.copying import copy_party
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, twin
from kunjungan.services.visits import VisitForm, new_visit
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    Attendee,
    Delegation,
    Letter,
    SessionDelegation,
    Task,
    Visit,
    VisitSession,
)
from kunjungan.store.tables.record import Record

R = TypeVar("R", bound=Record)
Twins = dict[UUID | None, UUID | None]


@dataclass(frozen=True, slots=True)
class CopyForm:
    """What the new visit is called, when it is, and which parts of the old one it takes along.

    Delegations always come along, without their letters. ``people`` are their guests, all to be
    invited anew; ``sessions`` bring the rundown; ``letters`` start as drafts.
    """

    title: str
    on: PartialDate
    people: bool = True
    sessions: bool = True
    steps: bool = True
    crew: bool = True
    letters: bool = False


def copy_visit(office: Office, visit_id: UUID, form: CopyForm) -> UUID:
    """Make a visit like another on another day, as one change, and return its id.

    All that was done, sent, confirmed, reported or signed stays behind.
    """
    with office.store.change(later("Copy visit")) as session:
        old = found(session, Visit, visit_id)
        facts = as_form(VisitForm, old)
        until = _until(old, form.on)
        new = new_visit(session, _facts(facts, form, until), office.today())
        away = _distance(old, new)
        bodies = _delegations(session, old, new, people=form.people)
        sessions: Twins = {None: None}
        if form.sessions:
            sessions = _sessions(session, old, new, bodies, away)
        if form.steps:
            _steps(session, old, new, away)
        if form.crew:
            _crew(session, old, new, (bodies, sessions), away)
        if form.letters:
            _letters(session, old, new, bodies)
    return new.id


def _facts(old: VisitForm, form: CopyForm, until: PartialDate | None) -> VisitForm:
    return replace(old, title=form.title.strip(), on=form.on, until=until, sample=False, version=0)


def _until(old: Visit, on: PartialDate) -> PartialDate | None:
    """Return the last day of as many days as the old visit had, where they are known."""
    first, last = old.on.full, old.until.full if old.until else None
    if first is None or last is None or on.full is None:
        return None
    return PartialDate.of(on.full + (last - first))


def _distance(old: Visit, new: Visit) -> timedelta:
    known = old.on.full and new.on.full
    return new.on.first - old.on.first if known else timedelta()


def _delegations(session: Session, old: Visit, new: Visit, *, people: bool) -> Twins:
    twins: Twins = {None: None}
    for row in _rows(session, Delegation, old):
        made = Delegation(
            visit_id=new.id,
            institution_id=row.institution_id,
            rank=row.rank,
            head_tenure_id=row.head_tenure_id,
            announced=row.announced,
            contact=row.contact,
            contact_phone=row.contact_phone,
        )
        session.add(made)
        session.flush()
        twins[row.id] = made.id
        if people:
            query = select(Attendee).where(Attendee.delegation_id == row.id)
            copy_party(session, session.exec(query).all(), delegation_id=made.id)
    if people:
        own = session.exec(select(Attendee).where(Attendee.visit_id == old.id)).all()
        copy_party(session, own, visit_id=new.id)
    return twins


def _sessions(session: Session, old: Visit, new: Visit, bodies: Twins, away: timedelta) -> Twins:
    twins: Twins = {None: None}
    for row in _rows(session, VisitSession, old):
        made = twin(row, visit_id=new.id, on=_moved(row.on, away))
        session.add(made)
        session.flush()
        twins[row.id] = made.id
        query = select(SessionDelegation).where(SessionDelegation.session_id == row.id)
        for pair in session.exec(query).all():
            session.add(twin(pair, session_id=made.id, delegation_id=bodies[pair.delegation_id]))
    for item in _rows(session, AgendaItem, old):
        session.add(
            twin(
                item,
                visit_id=new.id,
                delegation_id=bodies[item.delegation_id],
                session_id=twins[item.session_id],
                agreement_id=None,
                speech=None,
                began_at=None,
                ended_at=None,
                remark="",
            )
        )
    return twins


def _steps(session: Session, old: Visit, new: Visit, away: timedelta) -> None:
    for row in _rows(session, Task, old):
        if row.code == PROMISE or row.agreement_id is not None:
            continue  # made there and then, or owed with an agreement of the old visit
        due = due_day(row.days_before, new.on, new.until)
        if row.days_before is None and away:
            due = _moved(row.due_on, away)
        session.add(twin(row, visit_id=new.id, done_on=None, due_on=due))


def _crew(
    session: Session, old: Visit, new: Visit, twins: tuple[Twins, Twins], away: timedelta
) -> None:
    bodies, sessions = twins
    for row in _rows(session, Assignment, old):
        session.add(
            twin(
                row,
                visit_id=new.id,
                delegation_id=bodies[row.delegation_id],
                session_id=sessions.get(row.session_id),
                on=_moved(row.on, away),
            )
        )


def _letters(session: Session, old: Visit, new: Visit, bodies: Twins) -> None:
    for row in _rows(session, Letter, old):
        session.add(
            twin(
                row,
                visit_id=new.id,
                delegation_id=bodies[row.delegation_id],
                number="",
                on=None,
                sent_on=None,
                answer_by=None,
                answered_on=None,
            )
        )


def _rows(session: Session, table: type[R], visit: Visit) -> list[R]:
    return list(session.exec(select(table).where(col(table.visit_id) == visit.id)))  # type: ignore[attr-defined]  # each has it


def _moved(day: date | None, away: timedelta) -> date | None:
    return day + away if day else None
