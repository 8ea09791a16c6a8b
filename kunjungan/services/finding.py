"""Finding records by a few letters where a list would be too long to read whole."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import col

from kunjungan.services.office import Office
from kunjungan.services.people import PersonLine, first_by_name, person_lines
from kunjungan.services.rows import found_all
from kunjungan.store.tables import Attendee, Delegation, Person, Visit


def visits_naming(office: Office, text: str) -> frozenset[UUID]:
    """Return the visits whose theme, letter or guest holds ``text`` as it is written."""
    wanted = text.strip()
    themes = sa.select(col(Visit.id)).where(
        _holds(col(Visit.theme_id), wanted) | _holds(col(Visit.theme_en), wanted)
    )
    letters = sa.select(col(Delegation.visit_id)).where(
        _holds(col(Delegation.letter_number), wanted)
    )
    people = sa.select(col(Person.id)).where(_holds(col(Person.name), wanted))
    delegations = sa.select(col(Attendee.delegation_id)).where(col(Attendee.person_id).in_(people))
    guests = sa.select(col(Delegation.visit_id)).where(col(Delegation.id).in_(delegations))
    with office.store.read() as session:
        found = session.connection().execute(sa.union(themes, letters, guests))
        return frozenset(found.scalars())


def people_naming(office: Office, text: str, *, most: int = 30) -> list[PersonLine]:
    """Return the first people whose name holds ``text``, with the posts held now, by name."""
    wanted = sa.and_(col(Person.name) != "", _holds(col(Person.name), text.strip()))
    with office.store.read() as session:
        ids, _ = first_by_name(session, wanted, most)
        return person_lines(session, found_all(session, Person, ids), office.today())


def _holds(column: Mapped[str], text: str) -> sa.ColumnElement[bool]:
    return column.icontains(text, autoescape=True)
