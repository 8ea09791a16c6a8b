"""What follows from a duty that was done: the day of the next, and the next of a repeated one."""

from datetime import date

from sqlmodel import Session, col, select

from kunjungan.domain.process_lists import duties_of
from kunjungan.domain.processes import Duty
from kunjungan.domain.term_days import shifted
from kunjungan.services.office import Office
from kunjungan.services.process.deadlines import calendar_in
from kunjungan.services.process.duty_plan import planned_duties
from kunjungan.services.process.tracks import track_in
from kunjungan.store.tables import Agreement, Task


def follow(session: Session, office: Office, row: Task) -> None:
    """Give a day to what follows from a duty that was done, and make the next of a repeated one."""
    agreement = session.get(Agreement, row.agreement_id) if row.agreement_id else None
    if agreement is None or row.done_on is None or not row.code:
        return
    duties = duties_of(track_in(session, agreement), agreement.kind)
    for duty in duties:
        if duty.after == row.code:
            _move(session, agreement, duty, row.done_on)
        if duty.repeat and duty.code == row.code:
            _repeat(session, office, agreement, duty, row)


def _move(session: Session, agreement: Agreement, duty: Duty, done_on: date) -> None:
    """Count a duty from the day its forerunner was done, unless the office chose its day."""
    planned = next(
        (each.on for each in planned_duties(session, agreement) if each.duty.code == duty.code),
        None,
    )
    query = select(Task).where(Task.agreement_id == agreement.id, Task.code == duty.code)
    for task in session.exec(query):
        if task.done_on is None and task.due_on in {None, planned}:
            task.due_on = shifted(done_on, duty.after_months)


def _repeat(session: Session, office: Office, agreement: Agreement, duty: Duty, row: Task) -> None:
    """Make the next of a repeated duty, counted from its day, until the agreement ends."""
    query = select(Task).where(
        Task.agreement_id == agreement.id, Task.code == duty.code, col(Task.done_on).is_(None)
    )
    if session.exec(query).first() is not None or row.due_on is None:
        return
    days = calendar_in(session, office.today())
    following = days.after(row.due_on, duty.due)
    end = agreement.ended_on or agreement.ends_on
    if end is not None and following > end:
        return
    session.add(
        Task(
            agreement_id=agreement.id,
            code=duty.code,
            title=row.title,
            owner=row.owner,
            due_on=following,
        )
    )
