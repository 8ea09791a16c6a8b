"""The steps still to be taken for a visit, and all that is to be done in the office."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.process_lists import duty_title
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found, put, required
from kunjungan.store.tables import Agreement, Institution, Party, Task, Visit


@dataclass(frozen=True, slots=True)
class TaskForm:
    """What a person fills in for a step; ``area`` groups the checklist."""

    title: str
    area: str = ""
    owner: str = ""
    due_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A step in the checklist."""

    id: UUID
    area: str
    title: str
    owner: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTask:
    """A step of a visit or a duty of an agreement, in the list of the whole office.

    ``about`` is the visit's title or the agreement's subject, ``party`` who owes it.
    """

    id: UUID
    title: Bilingual
    code: str
    area: str
    visit_id: UUID | None
    agreement_id: UUID | None
    about: Bilingual
    party: Bilingual | None
    owner: str
    due_on: date | None
    done_on: date | None
    overdue: bool


def list_tasks(office: Office, visit_id: UUID) -> list[TaskLine]:
    """Return a visit's steps by area, the most urgent first."""
    query = select(Task).where(Task.visit_id == visit_id).order_by(col(Task.area))
    with office.store.read() as session:
        rows = session.exec(query).all()
    lines = [TaskLine(r.id, r.area, r.title, r.owner, r.due_on, r.done_on) for r in rows]
    lines.sort(key=lambda line: (line.area, line.due_on or date.max, line.title))
    return lines


def office_tasks(office: Office) -> list[OfficeTask]:
    """Return what is to be done in the whole office: open first, the most urgent before others."""
    today = office.today()
    with office.store.read() as session:
        lines = [_office_task(session, row, today) for row in session.exec(select(Task))]
    lines.sort(key=lambda line: (line.done_on or date.min, line.due_on or date.max, line.title.id))
    return lines


def task_form(office: Office, task_id: UUID) -> TaskForm:
    """Return a step as it stands, ready to be edited."""
    with office.store.read() as session:
        row = found(session, Task, task_id)
        return TaskForm(row.title, row.area, row.owner, row.due_on, row.version)


def add_task(office: Office, visit_id: UUID, form: TaskForm) -> UUID:
    """Add a step to a visit's checklist and return its id."""
    title = required(form.title, later("Say what is to be done."))
    with office.store.change(later("Add step")) as session:
        row = Task(visit_id=visit_id, title=title)
        put(row, form)
        session.add(row)
    return row.id


def edit_task(office: Office, task_id: UUID, form: TaskForm) -> None:
    """Change a step."""
    required(form.title, later("Say what is to be done."))
    with office.store.change(later("Edit step")) as session:
        put(found(session, Task, task_id, seen=form.version), form)


def tick_task(office: Office, task_id: UUID, *, done: bool) -> None:
    """Tick a step off today, or take the tick back."""
    with office.store.change(later("Tick step") if done else later("Untick step")) as session:
        found(session, Task, task_id).done_on = office.today() if done else None


def remove_task(office: Office, task_id: UUID) -> None:
    """Remove a step."""
    with office.store.change(later("Remove step")) as session:
        session.delete(found(session, Task, task_id))


def _office_task(session: Session, row: Task, today: date) -> OfficeTask:
    visit = session.get(Visit, row.visit_id) if row.visit_id else None
    agreement = session.get(Agreement, row.agreement_id) if row.agreement_id else None
    about = Bilingual("", "")
    if visit is not None:
        about = Bilingual(visit.title, visit.title)
    elif agreement is not None:
        about = Bilingual(agreement.subject_id, agreement.subject_en or agreement.subject_id)
    party = session.get(Party, row.party_id) if row.party_id else None
    body = session.get(Institution, party.institution_id) if party else None
    return OfficeTask(
        id=row.id,
        title=duty_title(row.code, row.title),
        code=row.code,
        area=row.area,
        visit_id=row.visit_id,
        agreement_id=row.agreement_id,
        about=about,
        party=Bilingual(body.name_id, body.name_en or body.name_id) if body else None,
        owner=row.owner,
        due_on=row.due_on,
        done_on=row.done_on,
        overdue=row.done_on is None and row.due_on is not None and row.due_on < today,
    )
