"""The steps still to be taken for a visit, and all that is to be done in the office."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, func, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklists import due_day, step_name
from kunjungan.domain.process_lists import duty_title
from kunjungan.domain.ranks import rank_between, ranks
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.checklists.checklist import TaskLine, steps_in, ticked_in
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import Agreement, Institution, Party, Task, Visit


@dataclass(frozen=True, slots=True)
class TaskForm:
    """What a person fills in for a step; ``area`` groups the checklist.

    With ``days_before`` its due day is counted from the visit's day, after its last day below 0.
    """

    title: str
    area: str = ""
    owner: str = ""
    due_on: date | None = None
    version: int = 0
    days_before: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTask:
    """A step of a visit or a duty of an agreement, in the list of the whole office.

    ``about`` is the visit's title or the agreement's subject, ``party`` who owes it; ``auto``
    where the data shows that it is done.
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
    auto: bool = False


def list_tasks(office: Office, visit_id: UUID) -> list[TaskLine]:
    """Return a visit's steps in their order."""
    with office.store.read() as session:
        return steps_in(session, visit_id)


def office_tasks(office: Office) -> list[OfficeTask]:
    """Return what is to be done in the whole office: open first, the most urgent before others."""
    today = office.today()
    with office.store.read() as session:
        rows = session.exec(select(Task)).all()
        ticked = ticked_in(session, rows)
        lines = [_office_task(session, row, today, auto=row.id in ticked) for row in rows]
    lines.sort(key=_urgency)
    return lines


def task_form(office: Office, task_id: UUID) -> TaskForm:
    """Return a step as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(TaskForm, found(session, Task, task_id))


def add_task(office: Office, visit_id: UUID, form: TaskForm) -> UUID:
    """Add a step as the last of a visit's checklist and return its id."""
    title = required(form.title, later("Say what is to be done."))
    with office.store.change(later("Add step")) as session:
        visit = found(session, Visit, visit_id)
        last = session.exec(select(func.max(Task.rank)).where(Task.visit_id == visit_id)).one()
        row = Task(visit_id=visit_id, title=title, rank=rank_between(last or None, None))
        _fill(row, form, visit)
        session.add(row)
    return row.id


def edit_task(office: Office, task_id: UUID, form: TaskForm) -> None:
    """Change a step."""
    required(form.title, later("Say what is to be done."))
    with office.store.change(later("Edit step")) as session:
        row = found(session, Task, task_id, seen=form.version)
        _fill(row, form, session.get(Visit, row.visit_id) if row.visit_id else None)


def tick_task(office: Office, task_id: UUID, *, done: bool) -> None:
    """Tick a step off today, or take the tick back."""
    with office.store.change(later("Tick step") if done else later("Untick step")) as session:
        found(session, Task, task_id).done_on = office.today() if done else None


def move_task(office: Office, task_id: UUID, by: int) -> bool:
    """Move a step before (-1) or behind (1) its neighbour of the same area; False at its end."""
    with office.store.change(later("Move step")) as session:
        row = found(session, Task, task_id)
        if row.visit_id is None:
            return False
        lines = steps_in(session, row.visit_id)
        own = [
            line.id
            for line in lines
            if line.area.id == next(each.area.id for each in lines if each.id == task_id)
        ]
        place = own.index(task_id) + by
        if not 0 <= place < len(own):
            return False
        order = [line.id for line in lines if line.id != task_id]
        order.insert(order.index(own[place]) + (by > 0), task_id)
        _rank(session, order)
    return True


def remove_task(office: Office, task_id: UUID) -> None:
    """Remove a step."""
    with office.store.change(later("Remove step")) as session:
        session.delete(found(session, Task, task_id))


def _fill(row: Task, form: TaskForm, visit: Visit | None) -> None:
    put(row, form)
    if visit is not None and form.days_before is not None:
        row.due_on = due_day(form.days_before, visit.on, visit.until)


def _rank(session: Session, order: list[UUID]) -> None:
    """Give steps their places; those that stand right already keep theirs."""
    rows = [found(session, Task, key) for key in order]
    places = sorted(row.rank for row in rows)
    if "" in places or len(set(places)) < len(places):
        places = ranks(len(rows))
    for row, place in zip(rows, places, strict=True):
        row.rank = place


def _urgency(line: OfficeTask) -> tuple[bool, date, date, str]:
    done = line.auto or line.done_on is not None
    return done, line.done_on or date.min, line.due_on or date.max, line.title.id


def _office_task(session: Session, row: Task, today: date, *, auto: bool) -> OfficeTask:
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
        title=_title(row),
        code=row.code,
        area=row.area,
        visit_id=row.visit_id,
        agreement_id=row.agreement_id,
        about=about,
        party=body_name(body) if body else None,
        owner=row.owner,
        due_on=row.due_on,
        done_on=row.done_on,
        overdue=not auto and row.done_on is None and row.due_on is not None and row.due_on < today,
        auto=auto,
    )


def _title(row: Task) -> Bilingual:
    return step_name(row.code, row.title) if row.visit_id else duty_title(row.code, row.title)
