"""Visits in lists, read in a few plain queries so that 20,000 of them open at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import OVER, VisitStage
from kunjungan.domain.words import Direction
from kunjungan.services.office import Office
from kunjungan.store.tables import (
    AgreementVisit,
    Attendee,
    Delegation,
    Institution,
    Task,
    Visit,
)

Ids = Sequence[UUID] | None


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit in a list: its delegations by name, and how far its steps are."""

    id: UUID
    title: str
    on: PartialDate
    until: PartialDate | None
    stage: VisitStage
    direction: Direction
    place: str
    bodies: tuple[Bilingual, ...]
    guests: int
    agreements: int
    steps_done: int
    steps: int


def list_visits(office: Office, *, since: date | None = None) -> list[VisitLine]:
    """Return visits that are not over before ``since``, the latest first."""
    with office.store.read() as session:
        return lines_in(session, since=since)


def active_visits(office: Office) -> int:
    """Return how many visits are still before their end and not called off."""
    query = select(sa.func.count()).where(col(Visit.stage).not_in(OVER))
    with office.store.read() as session:
        return session.exec(query).one()


def lines_in(session: Session, *, since: date | None = None, ids: Ids = None) -> list[VisitLine]:
    """Return visits as lines, all or those of ``ids``.

    Four plain queries on raw keys: turning 200,000 keys into UUIDs costs more than the rest.
    """
    query = sa.select(
        _raw(col(Visit.id)),
        col(Visit.title),
        _raw(col(Visit.on)),
        _raw(col(Visit.until)),
        col(Visit.stage),
        col(Visit.direction),
        col(Visit.place),
    ).order_by(col(Visit.on).desc(), col(Visit.title))
    query = _only(query, col(Visit.id), ids)
    if since is not None:
        query = query.where(_raw(sa.func.coalesce(Visit.until, Visit.on)) >= f"{since:%Y-%m}")
    bodies, guests = _bodies(session, ids), _guests(session, ids)
    agreements, steps = _agreements(session, ids), _steps(session, ids)
    dates: dict[str | None, PartialDate | None] = {None: None}
    lines = []
    for key, title, on, until, stage, direction, place in session.connection().execute(query):
        for text in (on, until):
            if text not in dates:
                dates[text] = PartialDate.parse(text)
        line = VisitLine(
            key if isinstance(key, UUID) else UUID(key),
            title,
            dates[on] or PartialDate.parse(on),
            dates[until],
            stage,
            direction,
            place,
            tuple(bodies.get(key, ())),
            guests.get(key, 0),
            agreements.get(key, 0),
            *steps.get(key, (0, 0)),
        )
        lines.append(line)
    return lines


def _raw(column: Any) -> sa.ColumnElement[Any]:  # noqa: ANN401 - any column at all
    return sa.type_coerce(column, sa.String())


def _only(query: sa.Select[Any], key: Mapped[Any], ids: Ids) -> sa.Select[Any]:
    return query if ids is None else query.where(key.in_(ids))


def _bodies(session: Session, ids: Ids) -> dict[object, list[Bilingual]]:
    query = (
        sa.select(
            _raw(col(Delegation.visit_id)), col(Institution.name_id), col(Institution.name_en)
        )
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .order_by(col(Delegation.rank))
    )
    query = _only(query, col(Delegation.visit_id), ids)
    bodies: dict[object, list[Bilingual]] = defaultdict(list)
    for key, *name in session.connection().execute(query):
        bodies[key].append(Bilingual(*name))
    return bodies


def _guests(session: Session, ids: Ids) -> dict[object, int]:
    key = _raw(col(Delegation.visit_id))
    guests = col(Attendee.delegation_id) == col(Delegation.id)
    query = sa.select(key, sa.func.count()).join(Attendee, guests).group_by(key)
    query = _only(query, col(Delegation.visit_id), ids)
    return dict(session.connection().execute(query).all())


def _agreements(session: Session, ids: Ids) -> dict[object, int]:
    key = _raw(col(AgreementVisit.visit_id))
    query = sa.select(key, sa.func.count()).group_by(key)
    query = _only(query, col(AgreementVisit.visit_id), ids)
    return dict(session.connection().execute(query).all())


def _steps(session: Session, ids: Ids) -> dict[object, tuple[int, int]]:
    key = _raw(col(Task.visit_id))
    query = sa.select(key, sa.func.count(col(Task.done_on)), sa.func.count()).group_by(key)
    query = _only(query, col(Task.visit_id), ids)
    return {visit: (done, every) for visit, done, every in session.connection().execute(query)}
