"""The checklist of a visit: laid out from a template, counted from its day, ticked by the data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklists import (
    PROMISE,
    ChecklistStep,
    area_name,
    blocks,
    due_day,
    owner_name,
    step_name,
    steps_of,
)
from kunjungan.domain.ranks import ranks_between
from kunjungan.domain.stages import VISIT_PATH, VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import later
from kunjungan.services.checklists.ticks import SEEN, done_by_itself
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Task, Visit

_AT_ONCE = 900
"""How many visits one query asks for: databases take only so many values."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A step in the checklist; ``auto`` where the data shows that it is done.

    A ``blocking`` one keeps the visit from being called ready. ``days_before`` the visit's day it
    is due, after its last day below 0.
    """

    id: UUID
    area: Bilingual
    title: Bilingual
    owner: Bilingual
    due_on: date | None
    done_on: date | None
    code: str = ""
    days_before: int | None = None
    auto: bool = False
    blocking: bool = False

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return self.auto or self.done_on is not None


def apply_checklist(
    office: Office, visit_id: UUID, kind: VisitKind, steps: Sequence[ChecklistStep] | None = None
) -> int:
    """Add the steps of a kind of visit, or those given, and return how many were not there yet."""
    with office.store.change(later("Lay out the checklist")) as session:
        visit = found(session, Visit, visit_id)
        return add_steps(session, visit, steps_of(kind) if steps is None else steps)


def add_steps(session: Session, visit: Visit, steps: Iterable[ChecklistStep]) -> int:
    """Add steps to a visit inside a change, behind those that it has; none comes twice."""
    query = select(Task.code, Task.title, Task.rank).where(Task.visit_id == visit.id)
    known = session.exec(query).all()
    there = {code for code, _, _ in known if code in SEEN} | {title for _, title, _ in known}
    new = [step for step in steps if step.code not in there and step.name.id not in there]
    last = max((rank for _, _, rank in known), default="")
    for rank, step in zip(ranks_between(last or None, None, len(new)), new, strict=True):
        session.add(_task(visit, step, rank))
    return len(new)


def steps_in(session: Session, visit_id: UUID) -> list[TaskLine]:
    """Return a visit's steps in their order as an open session sees them.

    What was promised is no step: it outlives the visit.
    """
    query = select(Task).where(Task.visit_id == visit_id, Task.code != PROMISE)
    rows = session.exec(query).all()
    ticked = ticked_in(session, rows)
    lines = sorted(rows, key=_place)
    return [_line(row, auto=row.id in ticked) for row in lines]


def ticked_in(session: Session, rows: Iterable[Task]) -> frozenset[UUID]:
    """Return those of the steps that nobody ticked off but the data shows as done."""
    open_ = [r for r in rows if r.visit_id and r.done_on is None and r.code in SEEN]
    return frozenset(row.id for row in open_) & _seen(
        session, [(row.id, row.visit_id, row.code) for row in open_ if row.visit_id]
    )


def ticks_by_visit(session: Session, ids: Sequence[UUID] | None) -> dict[UUID, int]:
    """Return how many open steps of each visit the data shows as done."""
    query = select(Task.id, Task.visit_id, Task.code).where(
        col(Task.done_on).is_(None), col(Task.visit_id).is_not(None), col(Task.code).in_(SEEN)
    )
    if ids is not None:
        query = query.where(col(Task.visit_id).in_(ids))
    open_ = [(key, visit, code) for key, visit, code in session.exec(query) if visit]
    ticked = _seen(session, open_)
    counts: dict[UUID, int] = {}
    for key, visit, _ in open_:
        counts[visit] = counts.get(visit, 0) + (key in ticked)
    return counts


def open_steps(office: Office, visit_id: UUID, stage: VisitStage) -> list[TaskLine]:
    """Return the steps of a visit that a stage asks for and that are still open."""
    with office.store.read() as session:
        return owed_steps(session, found(session, Visit, visit_id), stage)


def owed_steps(session: Session, visit: Visit, stage: VisitStage) -> list[TaskLine]:
    """Return the steps still open that a stage asks for; most stages ask for none.

    To be ready or under way it needs what is due until its last day, to be filed everything.
    """
    if stage not in VISIT_PATH[4:] or _behind(visit.stage, stage):
        return []
    last = (visit.until or visit.on).last
    lines = [line for line in steps_in(session, visit.id) if not line.done]
    if stage is VisitStage.REPORTED:
        return lines
    return [
        line
        for line in lines
        if (line.days_before or 0) >= 0 and (line.due_on is None or line.due_on <= last)
    ]


def _behind(now: VisitStage, wanted: VisitStage) -> bool:
    return now in VISIT_PATH and VISIT_PATH.index(now) > VISIT_PATH.index(wanted)


def _seen(session: Session, open_: Sequence[tuple[UUID, UUID, str]]) -> frozenset[UUID]:
    """Return those of the steps that the data shows as done, some hundred visits at a time."""
    visits = sorted({visit for _, visit, _ in open_})
    codes = {code for _, _, code in open_}
    done: set[tuple[str, UUID]] = set()
    for start in range(0, len(visits), _AT_ONCE):
        some = visits[start : start + _AT_ONCE]
        for code, ready in done_by_itself(session, some, codes).items():
            done |= {(code, visit) for visit in ready}
    return frozenset(key for key, visit, code in open_ if (code, visit) in done)


def _place(row: Task) -> tuple[bool, str, str, date, str]:
    """Return where a step stands; one that was never put in an order comes last."""
    return not row.rank, row.rank, row.area, row.due_on or date.max, row.title


def _task(visit: Visit, step: ChecklistStep, rank: str) -> Task:
    return Task(
        visit_id=visit.id,
        rank=rank,
        code=step.code,
        area=step.area.id,
        title=step.name.id,
        owner=step.owner.id,
        days_before=step.days_before,
        due_on=due_day(step.days_before, visit.on, visit.until),
    )


def _line(row: Task, *, auto: bool) -> TaskLine:
    return TaskLine(
        row.id,
        area_name(row.area),
        step_name(row.code, row.title),
        owner_name(row.owner),
        row.due_on,
        row.done_on,
        row.code,
        row.days_before,
        auto,
        blocks(row.code),
    )
