"""Who signs for the own office at a visit, and when."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.calendar.plan import ItemFacts, Someone
from kunjungan.store.tables import (
    AgendaItem,
    Agreement,
    AgreementVisit,
    Party,
    Person,
    Tenure,
    Visit,
    VisitSession,
)

_ANY_DAY = date(2000, 1, 1)


class Signatory(NamedTuple):
    """Who signs an agreement of a visit for the own office; ``on`` is the day, if it is known."""

    agreement_id: UUID
    on: date | None
    person: Someone

    def signs_in(self, item: ItemFacts, day: date) -> bool:
        """Say whether a line of a rundown on a day is the signing of this agreement."""
        if self.on not in {None, day}:
            return False
        if item.agreement_id is not None:
            return item.agreement_id == self.agreement_id
        return item.kind is ItemKind.SIGNING


def signatories_of(
    session: Session, visits: Collection[UUID], own: UUID | None
) -> dict[UUID, list[Signatory]]:
    """Return the own institution's signatories by visit; none where it is not known."""
    query = (
        sa.select(
            col(AgreementVisit.visit_id),
            col(Agreement.id),
            col(Agreement.signing_on),
            col(Person.id),
            col(Person.name),
        )
        .join(Agreement, col(Agreement.id) == col(AgreementVisit.agreement_id))
        .join(Party, col(Party.agreement_id) == col(Agreement.id))
        .join(Tenure, col(Tenure.id) == col(Party.tenure_id))
        .join(Person, col(Person.id) == col(Tenure.person_id))
        .where(col(Party.institution_id) == own, col(Agreement.stage) != AgreementStage.ENDED)
        .order_by(col(Agreement.id), col(Person.id))
    )
    found: dict[UUID, list[Signatory]] = defaultdict(list)
    for visit, agreement, on, person, name in session.connection().execute(query):
        if visit in visits:
            found[visit].append(Signatory(agreement, on, Someone(person, name)))
    return found


def signing_hours(session: Session, agreement_id: UUID, day: date) -> list[tuple[time, time]]:
    """Return the hours of a day's rundowns at which an agreement is signed, on local clocks."""
    query = (
        sa.select(
            col(AgendaItem.starts_at),
            col(AgendaItem.minutes),
            col(VisitSession.on),
            col(Visit.on),
        )
        .join(Visit, col(Visit.id) == col(AgendaItem.visit_id))
        .outerjoin(VisitSession, col(VisitSession.id) == col(AgendaItem.session_id))
        .where(col(AgendaItem.agreement_id) == agreement_id)
        .order_by(col(AgendaItem.starts_at))
    )
    rows = session.connection().execute(query)
    return [
        (starts, _after(starts, minutes))
        for starts, minutes, own_day, visit_day in rows
        if (own_day or visit_day.full) == day
    ]


def _after(starts: time, minutes: int) -> time:
    ends = datetime.combine(_ANY_DAY, starts) + timedelta(minutes=minutes)
    return ends.time() if ends.date() == _ANY_DAY else time.max
