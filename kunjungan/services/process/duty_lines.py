"""The duties after signing as a page shows them, and the days they are counted from."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.citing import cited
from kunjungan.services.agreement_fields import AgreementFacts, agreement_facts, body_name
from kunjungan.services.office import Office
from kunjungan.services.process.deadlines import Due, WorkCalendar, calendar_in
from kunjungan.services.process.duty_plan import PlannedDuty, planned_duties, signing_day
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """A duty as the page shows it; ``party`` is who owes it, ``law`` what asks for it.

    ``due`` is its last day with the working days left, while it is open.
    """

    id: UUID
    code: str
    title: Bilingual
    law: Bilingual
    practice: bool
    party: Bilingual | None
    owner: str
    due_on: date | None
    done_on: date | None
    due: Due | None


def list_duties(office: Office, agreement_id: UUID) -> list[DutyLine]:
    """Return an agreement's duties: open ones by their days, then what is done."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        facts = agreement_facts(session, row)
        days = calendar_in(session, office.today())
        known = {(each.duty.code, each.name.id): each for each in planned_duties(session, row)}
        tasks = session.exec(select(Task).where(Task.agreement_id == agreement_id)).all()
        lines = [_line(task, known.get((task.code, task.title)), facts, days) for task in tasks]
    lines.sort(key=lambda line: (line.done_on or date.min, line.due_on or date.max, line.title.id))
    return lines


def due_after(office: Office, start: date, unit: str, count: int) -> date:
    """Return the day so many ``working_days``, ``days`` or ``months`` after another one."""
    with office.store.read() as session:
        return calendar_in(session, office.today()).after(start, {unit: count})


def signed_on(office: Office, agreement_id: UUID) -> date | None:
    """Return the day of the last signature, from which duties are counted."""
    with office.store.read() as session:
        return signing_day(session, found(session, Agreement, agreement_id))


def _line(
    task: Task, known: PlannedDuty | None, facts: AgreementFacts, days: WorkCalendar
) -> DutyLine:
    party = next((each for each in facts.parties if each.row.id == task.party_id), None)
    waits = task.done_on is None and task.due_on is not None
    return DutyLine(
        id=task.id,
        code=task.code,
        title=known.name if known else Bilingual(task.title, task.title),
        law=cited(known.duty.law) if known else Bilingual("", ""),
        practice=known.duty.practice if known else False,
        party=body_name(party.body) if party else None,
        owner=task.owner,
        due_on=task.due_on,
        done_on=task.done_on,
        due=days.due(task.due_on) if waits and task.due_on else None,
    )
