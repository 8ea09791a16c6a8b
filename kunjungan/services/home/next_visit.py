"""The visit that comes next, and how ready it is."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.event_times import EventTime
from kunjungan.domain.stages import CALLED_OFF, OVER, VisitStage
from kunjungan.services.checklists.checklist import steps_in
from kunjungan.services.office import Office
from kunjungan.services.visit_lists import lines_in
from kunjungan.store.tables import Visit


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The next visit with a known day: what it is, how far its steps are, which comes next.

    ``days`` is how many days off it is, 0 today.
    """

    id: UUID
    title: str
    stage: VisitStage
    when: EventTime
    on: date
    days: int
    place: str
    guests: int
    agreements: int
    steps_done: int
    steps: int
    step: Bilingual | None
    step_due: date | None


def next_visit(office: Office) -> NextVisit | None:
    """Return the next visit of which the day is known, or the one that is on today."""
    today = office.today()
    with office.store.read() as session:
        query = select(Visit).where(col(Visit.stage).not_in(OVER | CALLED_OFF))
        coming = [
            row
            for row in session.exec(query)
            if row.on.full and (row.until or row.on).last >= today
        ]
        if not coming:
            return None
        row = min(coming, key=lambda row: (row.on.first, str(row.starts_at), row.title))
        (line,) = lines_in(session, ids=[row.id])
        open_ = [step for step in steps_in(session, row.id) if not step.done]
        step = min(open_, key=lambda step: step.due_on or date.max, default=None)
        return NextVisit(
            id=row.id,
            title=row.title,
            stage=row.stage,
            when=EventTime(row.on, row.starts_at, row.ends_at, row.zone),
            on=row.on.first,
            days=max((row.on.first - today).days, 0),
            place=", ".join(part for part in (row.room, row.place) if part),
            guests=line.guests,
            agreements=line.agreements,
            steps_done=line.steps_done,
            steps=line.steps,
            step=step.title if step else None,
            step_due=step.due_on if step else None,
        )
