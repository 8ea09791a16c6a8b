"""Moves a visit to other days, and with it all that is dated by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.checklists import due_day
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_words import LetterKind
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.parties import OPEN
from kunjungan.services.rows import found
from kunjungan.services.visiting.travel_days import shift_travel
from kunjungan.store.tables import (
    Agreement,
    AgreementVisit,
    Assignment,
    Letter,
    PrintRun,
    Task,
    Visit,
    VisitSession,
)

LEFT_OUT = later(
    "“{session}” on {day} would no longer be on a day of the visit. Move that session first."
)
_DATED = (LetterKind.ANSWER, LetterKind.RESCHEDULE, LetterKind.INVITATION)


@dataclass(frozen=True, slots=True)
class Shifted:
    """What another day of a visit moves, and what it makes worth doing again.

    ``travel`` are journeys and lodgings. ``letters`` that name the day were sent already,
    ``prints`` show it, ``agreements`` are to be signed on the old day and are dated anew only on
    request.
    """

    sessions: int = 0
    steps: int = 0
    crew: int = 0
    travel: int = 0
    letters: int = 0
    prints: int = 0
    rundown_sent: bool = False
    agreements: tuple[UUID, ...] = ()


def foreseen_shift(
    office: Office, visit_id: UUID, on: PartialDate, until: PartialDate | None
) -> Shifted:
    """Return what other days would move; nothing is stored."""
    with office.store.read() as session, session.no_autoflush:
        visit = found(session, Visit, visit_id)
        if (visit.on, visit.until) == (on, until):
            return Shifted()
        return shift_days(session, visit, on, until)


def shift_days(
    session: Session, visit: Visit, on: PartialDate, until: PartialDate | None
) -> Shifted:
    """Give a visit other days inside a change; sessions, crew and steps counted back follow.

    So do journeys and lodgings, by as many days. Sessions and crew keep their distance from the
    first day. Where that was not known, they keep their distance from each other; where it no
    longer is, they stay. Raises RuleBroken where a session would no longer be on a day of its
    visit.
    """
    with sessions_held(session, visit):
        return _shift_days(session, visit, on, until)


def _shift_days(
    session: Session, visit: Visit, on: PartialDate, until: PartialDate | None
) -> Shifted:
    old, first = visit.on, on.full
    dated = _dated_rows(session, visit)
    start = old.full or min((row.on for row in dated if row.on), default=None)
    away = first - start if first and start else timedelta()
    for row in dated:
        row.on = row.on + away if row.on else None
    visit.on, visit.until = on, until
    return Shifted(
        sessions=sum(isinstance(row, VisitSession) for row in dated) if away else 0,
        crew=sum(isinstance(row, Assignment) for row in dated) if away else 0,
        travel=shift_travel(session, visit.id, away),
        steps=recount(session, visit),
        letters=_count_sent(session, visit.id),
        prints=len(session.exec(select(PrintRun.id).where(PrintRun.visit_id == visit.id)).all()),
        rundown_sent=visit.rundown_sent_on is not None,
        agreements=_signed_on(session, visit.id, old.full) if first and first != old.full else (),
    )


@contextmanager
def sessions_held(session: Session, visit: Visit) -> Iterator[None]:
    """Refuse other days of a visit that leave out a session which its days held before.

    Days that are not known, before or after, leave nothing out.
    """
    known = visit.on.full
    held = [one for one in _own_days(session, visit) if _holds(visit, one.on)]
    yield
    for one in held if known and visit.on.full else ():
        if one.on is not None and not _holds(visit, one.on):
            raise RuleBroken(LEFT_OUT, session=one.title_id, day=PartialDate.of(one.on).words)


def recount(session: Session, visit: Visit) -> int:
    """Count the due days of a visit's steps from its days again; return how many moved."""
    query = select(Task).where(Task.visit_id == visit.id, col(Task.days_before).is_not(None))
    moved = 0
    for task in session.exec(query):
        due = due_day(task.days_before, visit.on, visit.until)
        moved += task.due_on != due
        task.due_on = due
    return moved


def _holds(visit: Visit, day: date | None) -> bool:
    return day is not None and visit.on.first <= day <= (visit.until or visit.on).last


def _own_days(session: Session, visit: Visit) -> list[VisitSession]:
    """Return the sessions that have a day of their own."""
    query = select(VisitSession).where(
        VisitSession.visit_id == visit.id, col(VisitSession.on).is_not(None)
    )
    return list(session.exec(query))


def _dated_rows(session: Session, visit: Visit) -> list[VisitSession | Assignment]:
    """Return the sessions and the crew that have a day of their own."""
    crew = select(Assignment).where(
        Assignment.visit_id == visit.id, col(Assignment.on).is_not(None)
    )
    return [*_own_days(session, visit), *session.exec(crew)]


def _count_sent(session: Session, visit_id: UUID) -> int:
    query = select(Letter.id).where(Letter.visit_id == visit_id, col(Letter.kind).in_(_DATED))
    return len(session.exec(query.where(col(Letter.sent_on).is_not(None))).all())


def _signed_on(session: Session, visit_id: UUID, day: date | None) -> tuple[UUID, ...]:
    """Return the agreements of a visit that are to be signed on its old day."""
    query = (
        select(Agreement.id)
        .join(AgreementVisit, col(AgreementVisit.agreement_id) == col(Agreement.id))
        .where(AgreementVisit.visit_id == visit_id, col(Agreement.stage).in_(OPEN))
        .where(Agreement.signing_on == day, col(Agreement.signing_on).is_not(None))
    )
    return tuple(session.exec(query))
