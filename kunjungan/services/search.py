"""Finds anything in the office by a few letters: visits, agreements, institutions, people."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from kunjungan.domain.days import PartialDate
from kunjungan.services.office import Office
from kunjungan.store.tables import (
    Agreement,
    Attendee,
    Delegation,
    Institution,
    Party,
    Person,
    Position,
    Tenure,
    Visit,
)

Kind = Literal["visit", "agreement", "institution", "guest", "official"]


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Something found: what it is, the record to open, what it is called, and more about it.

    A guest opens the visit, an official the institution.
    """

    kind: Kind
    id: UUID
    title: str
    detail: str
    on: PartialDate | None = None


def search(office: Office, text: str, *, most: int = 8) -> list[FoundLine]:
    """Return what holds ``text`` as it is written, at most so many of each kind."""
    wanted = text.strip()
    if not wanted:
        return []
    with office.store.read() as session:
        finders = (_visits, _agreements, _institutions, _officials, _guests)
        return [line for find in finders for line in find(session, wanted, most)]


def _visits(session: Session, text: str, most: int) -> Iterator[FoundLine]:
    query = (
        sa.select(col(Visit.id), col(Visit.title), col(Visit.place), col(Visit.on))
        .where(_any(text, col(Visit.title), col(Visit.theme_id), col(Visit.theme_en)))
        .order_by(col(Visit.on).desc(), col(Visit.id))
    )
    for row in session.connection().execute(query.limit(most)):
        yield FoundLine("visit", *row)


def _agreements(session: Session, text: str, most: int) -> Iterator[FoundLine]:
    numbered = sa.select(col(Party.agreement_id)).where(_any(text, col(Party.number)))
    words = _any(text, *(col(c) for c in (Agreement.subject_id, Agreement.subject_en)))
    query = (
        sa.select(col(Agreement.id), col(Agreement.subject_id), col(Agreement.reference))
        .where(words | _any(text, col(Agreement.reference)) | col(Agreement.id).in_(numbered))
        .order_by(col(Agreement.reference).desc(), col(Agreement.id))
    )
    for row in session.connection().execute(query.limit(most)):
        yield FoundLine("agreement", *row)


def _institutions(session: Session, text: str, most: int) -> Iterator[FoundLine]:
    names = (Institution.name_id, Institution.name_en, Institution.short_name)
    query = (
        sa.select(col(Institution.id), col(Institution.name_id), col(Institution.name_en))
        .where(_any(text, *(col(name) for name in names)))
        .order_by(col(Institution.name_id), col(Institution.id))
    )
    for row in session.connection().execute(query.limit(most)):
        yield FoundLine("institution", *row)


def _officials(session: Session, text: str, most: int) -> Iterator[FoundLine]:
    query = (
        sa.select(col(Position.institution_id), col(Person.name), col(Position.title_id))
        .join(Tenure, col(Tenure.person_id) == col(Person.id))
        .join(Position, col(Tenure.position_id) == col(Position.id))
        .where(_any(text, col(Person.name), col(Position.title_id)))
        .order_by(col(Person.name), col(Tenure.id))
    )
    for row in session.connection().execute(query.limit(most)):
        yield FoundLine("official", *row)


def _guests(session: Session, text: str, most: int) -> Iterator[FoundLine]:
    query = (
        sa.select(col(Visit.id), col(Person.name), col(Visit.title), col(Visit.on))
        .join(Attendee, col(Attendee.person_id) == col(Person.id))
        .join(Delegation, col(Attendee.delegation_id) == col(Delegation.id))
        .join(Visit, col(Delegation.visit_id) == col(Visit.id))
        .where(_any(text, col(Person.name)))
        .order_by(col(Visit.on).desc(), col(Person.name), col(Attendee.id))
    )
    for row in session.connection().execute(query.limit(most)):
        yield FoundLine("guest", *row)


def _any(text: str, *columns: Mapped[str] | Mapped[str | None]) -> sa.ColumnElement[bool]:
    return sa.or_(*(column.icontains(text, autoescape=True) for column in columns))
