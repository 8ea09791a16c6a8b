"""What was promised to a delegation: steps that outlive the visit, with an owner and a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklists import PROMISE
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.services.visiting.belonging import refuse_foreign
from kunjungan.store.tables import Delegation, Institution, Task, Visit


@dataclass(frozen=True, slots=True)
class PromiseForm:
    """What a person fills in for a promise; without a delegation it is a follow-up of ours."""

    title: str
    delegation_id: UUID | None = None
    owner: str = ""
    due_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise with the visit and the partner that it was made in and to."""

    id: UUID
    visit_id: UUID
    visit: str
    delegation_id: UUID | None
    partner: Bilingual
    title: str
    owner: str
    due_on: date | None
    done_on: date | None
    overdue: bool


def list_promises(office: Office, visit_id: UUID) -> list[PromiseLine]:
    """Return what was promised in a visit, open ones first, the most urgent before others."""
    with office.store.read() as session:
        return promises_in(session, office.today(), visit_id=visit_id)


def promises_in(
    session: Session,
    today: date,
    *,
    visit_id: UUID | None = None,
    institution_id: UUID | None = None,
) -> list[PromiseLine]:
    """Return promises of a visit, or to an institution, as an open session sees them."""
    query = (
        select(Task, Visit, Institution)
        .join(Visit, col(Task.visit_id) == col(Visit.id))
        .join(Delegation, col(Task.delegation_id) == col(Delegation.id), isouter=True)
        .join(Institution, col(Delegation.institution_id) == col(Institution.id), isouter=True)
        .where(Task.code == PROMISE)
    )
    if visit_id is not None:
        query = query.where(Task.visit_id == visit_id)
    if institution_id is not None:
        query = query.where(Institution.id == institution_id)
    lines = [_line(task, visit, body, today) for task, visit, body in session.exec(query)]
    return sorted(lines, key=_order)


def promise_form(office: Office, promise_id: UUID) -> PromiseForm:
    """Return a promise as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(PromiseForm, found(session, Task, promise_id))


def add_promise(office: Office, visit_id: UUID, form: PromiseForm) -> UUID:
    """Note what was promised in a visit and return its id."""
    _check(form)
    with office.store.change(later("Note a promise")) as session:
        found(session, Visit, visit_id)
        row = Task(visit_id=visit_id, title="", code=PROMISE)
        _fill(session, row, form)
        session.add(row)
    return row.id


def edit_promise(office: Office, promise_id: UUID, form: PromiseForm) -> None:
    """Change a promise, by whom and until when."""
    _check(form)
    with office.store.change(later("Edit a promise")) as session:
        _fill(session, found(session, Task, promise_id, seen=form.version), form)


def _check(form: PromiseForm) -> None:
    required(form.title, later("Say what was promised."))


def _fill(session: Session, row: Task, form: PromiseForm) -> None:
    message = later("A promise is made to a delegation of its own visit.")
    refuse_foreign(session, Delegation, form.delegation_id, row.visit_id, message)
    put(row, form)


def _line(task: Task, visit: Visit, body: Institution | None, today: date) -> PromiseLine:
    late = task.done_on is None and task.due_on is not None and task.due_on < today
    return PromiseLine(
        task.id,
        visit.id,
        visit.title,
        task.delegation_id,
        Bilingual(body.name_id, body.name_en) if body else Bilingual("", ""),
        task.title,
        task.owner,
        task.due_on,
        task.done_on,
        late,
    )


def _order(line: PromiseLine) -> tuple[date, date, str, str]:
    return line.done_on or date.min, line.due_on or date.max, line.title.casefold(), line.id.hex
