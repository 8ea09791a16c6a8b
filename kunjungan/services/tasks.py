"""The steps still to be taken for a visit or an agreement."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found, put, required
from kunjungan.store.tables import Task


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


def list_tasks(office: Office, visit_id: UUID) -> list[TaskLine]:
    """Return a visit's steps by area, the most urgent first."""
    query = select(Task).where(Task.visit_id == visit_id).order_by(col(Task.area))
    with office.store.read() as session:
        rows = session.exec(query).all()
    lines = [TaskLine(r.id, r.area, r.title, r.owner, r.due_on, r.done_on) for r in rows]
    lines.sort(key=lambda line: (line.area, line.due_on or date.max, line.title))
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
