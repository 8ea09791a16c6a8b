"""Visits in lists, read in a few plain queries so that 20,000 of them open at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklists import PROMISE
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import OVER, VisitStage
from kunjungan.domain.visit_words import Duty, VisitKind
from kunjungan.domain.words import Direction
from kunjungan.services.checklists.checklist import ticks_by_visit
from kunjungan.services.office import Office
from kunjungan.store.tables import (
    AgreementVisit,
    Assignment,
    Attendee,
    Delegation,
    Institution,
    Person,
    Task,
    Visit,
)

Ids = Sequence[UUID] | None


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit in a list: its delegations by name, and how far its steps are.

    ``guests`` are those listed; of a delegation without a list as many as came or were announced.
    ``liaison`` looks after them.
    """

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
    kind: VisitKind = VisitKind.STUDY
    institutions: tuple[UUID, ...] = ()
    reported: bool = False
    liaison: str = ""


def list_visits(office: Office) -> list[VisitLine]:
    """Return all visits, the latest first."""
    with office.store.read() as session:
        return lines_in(session)


def active_visits(office: Office) -> int:
    """Return how many visits are still before their end and not called off."""
    query = select(sa.func.count()).where(col(Visit.stage).not_in(OVER))
    with office.store.read() as session:
        return session.exec(query).one()


def lines_in(session: Session, *, ids: Ids = None) -> list[VisitLine]:
    """Return visits as lines, all or those of ``ids``.

    A few plain queries on raw keys: turning 200,000 keys into UUIDs costs more than the rest.
    """
    query = sa.select(
        _raw(col(Visit.id)),
        col(Visit.title),
        _raw(col(Visit.on)),
        _raw(col(Visit.until)),
        col(Visit.stage),
        col(Visit.direction),
        col(Visit.place),
        col(Visit.kind),
        col(Visit.report) != "",
    ).order_by(col(Visit.on).desc(), col(Visit.title))
    query = _only(query, col(Visit.id), ids)
    known = _Known(
        _bodies(session, ids),
        _guests(session, ids),
        _agreements(session, ids),
        _steps(session, ids),
        _liaisons(session, ids),
    )
    dates: dict[str | None, PartialDate | None] = {None: None}
    return [_line(row, known, dates) for row in session.connection().execute(query)]


class _Known(NamedTuple):
    """What belongs to the visits, by their raw keys."""

    bodies: Mapping[object, list[tuple[UUID, Bilingual]]]
    guests: Mapping[object, int]
    agreements: Mapping[object, int]
    steps: Mapping[object, tuple[int, int]]
    liaisons: Mapping[object, str]


def _line(row: Any, known: _Known, dates: dict[str | None, PartialDate | None]) -> VisitLine:  # noqa: ANN401 - a row of raw values
    """Return a row as a line; ``dates`` keeps those that were read before."""
    key, title, on, until, stage, direction, place, kind, reported = row
    for text in (on, until):
        if text not in dates:
            dates[text] = PartialDate.parse(text)
    bodies = known.bodies.get(key, ())
    return VisitLine(
        key if isinstance(key, UUID) else UUID(key),
        title,
        dates[on] or PartialDate.parse(on),
        dates[until],
        stage,
        direction,
        place,
        tuple(name for _, name in bodies),
        known.guests.get(key, 0),
        known.agreements.get(key, 0),
        *known.steps.get(key, (0, 0)),
        kind,
        tuple(body for body, _ in bodies),
        bool(reported),
        known.liaisons.get(key, ""),
    )


def _raw(column: Any) -> sa.ColumnElement[Any]:  # noqa: ANN401 - any column at all
    return sa.type_coerce(column, sa.String())


def _only(query: sa.Select[Any], key: Mapped[Any], ids: Ids) -> sa.Select[Any]:
    return query if ids is None else query.where(key.in_(ids))


def _bodies(session: Session, ids: Ids) -> dict[object, list[tuple[UUID, Bilingual]]]:
    query = (
        sa.select(
            _raw(col(Delegation.visit_id)),
            _raw(col(Institution.id)),
            col(Institution.name_id),
            col(Institution.name_en),
        )
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .order_by(col(Delegation.rank))
    )
    query = _only(query, col(Delegation.visit_id), ids)
    known: dict[object, tuple[UUID, Bilingual]] = {}
    bodies: dict[object, list[tuple[UUID, Bilingual]]] = defaultdict(list)
    for key, body, *name in session.connection().execute(query):
        if body not in known:
            known[body] = (body if isinstance(body, UUID) else UUID(body), Bilingual(*name))
        bodies[key].append(known[body])
    return bodies


def _guests(session: Session, ids: Ids) -> dict[object, int]:
    """Return how many come to each visit, those without a name by their number."""
    key = _raw(col(Attendee.delegation_id))
    named = sa.select(key, sa.func.count()).group_by(key)
    if ids is not None:
        own = sa.select(col(Delegation.id)).where(col(Delegation.visit_id).in_(ids))
        named = named.where(col(Attendee.delegation_id).in_(own))
    listed: dict[object, int] = dict(session.connection().execute(named).all())
    query = sa.select(
        _raw(col(Delegation.visit_id)),
        _raw(col(Delegation.id)),
        sa.func.coalesce(Delegation.came, Delegation.announced, 0),
    )
    guests: dict[object, int] = defaultdict(int)
    for visit, delegation, heads in session.connection().execute(
        _only(query, col(Delegation.visit_id), ids)
    ):
        guests[visit] += listed.get(delegation, 0) or heads
    return guests


def _agreements(session: Session, ids: Ids) -> dict[object, int]:
    key = _raw(col(AgreementVisit.visit_id))
    query = sa.select(key, sa.func.count()).group_by(key)
    query = _only(query, col(AgreementVisit.visit_id), ids)
    return dict(session.connection().execute(query).all())


def _liaisons(session: Session, ids: Ids) -> dict[object, str]:
    """Return who looks after the guests of each visit; the first where there are several."""
    query = (
        sa.select(_raw(col(Assignment.visit_id)), sa.func.coalesce(Person.name, Assignment.name))
        .outerjoin(Person, col(Assignment.person_id) == col(Person.id))
        .where(col(Assignment.duty) == Duty.LIAISON)
        .order_by(col(Assignment.id).desc())
    )
    query = _only(query, col(Assignment.visit_id), ids)
    return dict(session.connection().execute(query).all())


def _steps(session: Session, ids: Ids) -> dict[object, tuple[int, int]]:
    """Return how many steps of each visit are done, those that the data shows too, and of how many.

    Keys are raw, as the database has them.
    """
    key = _raw(col(Task.visit_id))
    query = sa.select(key, sa.func.count(col(Task.done_on)), sa.func.count()).group_by(key)
    query = _only(query.where(col(Task.code) != PROMISE), col(Task.visit_id), ids)
    ticked = {_bare(visit): count for visit, count in ticks_by_visit(session, ids).items()}
    return {
        visit: (done + ticked.get(_bare(visit), 0), every)
        for visit, done, every in session.connection().execute(query)
    }


def _bare(key: object) -> str:
    return str(key).replace("-", "")
