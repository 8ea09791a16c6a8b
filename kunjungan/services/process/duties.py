"""Duties after signing as people change them: added, edited, ticked off, removed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.process.duty_course import follow
from kunjungan.services.process.duty_making import OBLIGATION
from kunjungan.services.rows import found, put, required
from kunjungan.store.tables import Agreement, Party, Task

_TITLE = later("Say what is to be done.")


@dataclass(frozen=True, slots=True)
class DutyForm:
    """What a person fills in for a duty; ``party`` is the place of who owes it, 0 for nobody's.

    ``done_on`` may be past, for what is entered late.
    """

    title: str
    party: int = 0
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None
    version: int = 0


def duty_form(office: Office, task_id: UUID) -> DutyForm:
    """Return a duty as it stands, ready to be edited."""
    with office.store.read() as session:
        row = found(session, Task, task_id)
        party = session.get(Party, row.party_id) if row.party_id else None
        place = party.seq if party else 0
        return DutyForm(row.title, place, row.owner, row.due_on, row.done_on, row.version)


def add_duty(office: Office, agreement_id: UUID, form: DutyForm) -> UUID:
    """Add what a party owes, or another duty of the office, and return its id."""
    title = required(form.title, _TITLE)
    with office.store.change(later("Add duty")) as session:
        found(session, Agreement, agreement_id)
        row = Task(agreement_id=agreement_id, code=OBLIGATION, title=title)
        _fill(session, office, row, form)
        session.add(row)
    return row.id


def edit_duty(office: Office, task_id: UUID, form: DutyForm) -> None:
    """Change a duty; a day on which it was done moves what follows from it."""
    required(form.title, _TITLE)
    with office.store.change(later("Edit duty")) as session:
        row = found(session, Task, task_id, seen=form.version)
        before = row.done_on
        _fill(session, office, row, form)
        if row.done_on is not None and before is None:
            follow(session, office, row)


def tick_duty(office: Office, task_id: UUID, *, done: bool) -> None:
    """Tick a duty off today, or take the tick back; what follows from it gets its day."""
    with office.store.change(later("Tick duty") if done else later("Untick duty")) as session:
        row = found(session, Task, task_id)
        row.done_on = office.today() if done else None
        if done:
            follow(session, office, row)


def remove_duty(office: Office, task_id: UUID) -> None:
    """Remove a duty."""
    with office.store.change(later("Remove duty")) as session:
        session.delete(found(session, Task, task_id))


def _fill(session: Session, office: Office, row: Task, form: DutyForm) -> None:
    if form.done_on is not None and form.done_on > office.today():
        raise RuleBroken(later("A duty cannot be done on a day that is still to come."))
    put(row, form)
    row.title = form.title.strip()
    query = select(Party.id).where(Party.agreement_id == row.agreement_id, Party.seq == form.party)
    row.party_id = session.exec(query).first()
