"""Everybody the office knows, with every office held now and the last visit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.days import PartialDate
from kunjungan.domain.names import PersonName
from kunjungan.services.office import Office
from kunjungan.services.people import first_by_name
from kunjungan.services.posts_held import HeldPost, posts_now
from kunjungan.services.rows import chunks
from kunjungan.store.tables import (
    Attendee,
    Delegation,
    Institution,
    Person,
    Position,
    Tenure,
    Visit,
)

_AT_ONCE = 1000
MOST = 1000
"""So many people are listed; a word to find narrows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person in the list.

    ``guest_as`` is the title on the last list of guests, ``guest_of`` whose delegation it was.
    """

    id: UUID
    name: PersonName
    known_as: str
    card_name: str
    pronunciation: str
    nip: str
    rank: str
    grade: str
    phone: str
    email: str
    diet: str
    access: str
    photo_sha: str
    posts: tuple[HeldPost, ...] = ()
    guest_as: str = ""
    guest_of: str = ""
    last_visit: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """The first people that were wanted, by name, and how many there are in all."""

    people: tuple[KnownPerson, ...]
    count: int


def known_people(office: Office, text: str = "", *, most: int | None = MOST) -> PeopleFound:
    """Return the people in whom every word of ``text`` is found, by name.

    It is looked for in names, posts, institutions, NIP and telephone.
    """
    wanted = _wanted(text)
    with office.store.read() as session:
        ids, count = first_by_name(session, wanted, most)
        query = sa.select(*_COLUMNS).where(wanted)
        if len(ids) < count:
            query = query.where(col(Person.id).in_(ids))
        people = _read(session, query, office.today(), all_of_them=most is None)
    known = {person.id: person for person in people}
    return PeopleFound(tuple(known[key] for key in ids), count)


def people_of(session: Session, today: date, ids: Collection[UUID]) -> dict[UUID, KnownPerson]:
    """Return people by their ids; who is gone is left out."""
    found: dict[UUID, KnownPerson] = {}
    for part in chunks(ids, _AT_ONCE):
        query = sa.select(*_COLUMNS).where(col(Person.id).in_(part))
        found |= {person.id: person for person in _read(session, query, today)}
    return found


def last_visits(session: Session) -> dict[UUID, PartialDate]:
    """Return when each person was last on a list of guests or of the host's own party."""
    return {key: came.on for key, came in _last_came(session, None).items()}


_COLUMNS = (
    *(col(Person.id), col(Person.name), col(Person.titles_front), col(Person.titles_back)),
    *(col(Person.known_as), col(Person.card_name), col(Person.pronunciation), col(Person.nip)),
    *(col(Person.rank), col(Person.grade), col(Person.phone), col(Person.email)),
    *(col(Person.diet), col(Person.access), col(Person.photo_sha)),
)


def _read(
    session: Session, query: sa.Executable, today: date, *, all_of_them: bool = False
) -> tuple[KnownPerson, ...]:
    rows = session.connection().execute(query).all()
    ids = None if all_of_them else [row[0] for row in rows]
    posts, came = posts_now(session, today, ids), _last_came(session, ids)
    return tuple(_person(row, posts.get(row[0], ()), came.get(row[0])) for row in rows)


def _person(
    row: Any,  # noqa: ANN401 - a row of _COLUMNS
    posts: tuple[HeldPost, ...],
    came: "_Came | None",
) -> KnownPerson:
    return KnownPerson(
        id=row.id,
        name=PersonName(row.name, row.titles_front, row.titles_back),
        known_as=row.known_as,
        card_name=row.card_name,
        pronunciation=row.pronunciation,
        nip=row.nip or "",
        rank=row.rank or "",
        grade=row.grade or "",
        phone=row.phone or "",
        email=row.email or "",
        diet=row.diet,
        access=row.access,
        photo_sha=row.photo_sha or "",
        posts=posts,
        guest_as=came.title if came else "",
        guest_of=came.body if came else "",
        last_visit=came.on if came else None,
    )


@dataclass(frozen=True, slots=True)
class _Came:
    on: PartialDate
    title: str
    body: str


def _last_came(session: Session, people: list[UUID] | None) -> dict[UUID, _Came]:
    visit = sa.func.coalesce(col(Attendee.visit_id), col(Delegation.visit_id))
    query = (
        sa.select(
            *(col(Attendee.person_id), col(Visit.on)),
            *(col(Attendee.title_id), col(Institution.name_id)),
        )
        .select_from(Attendee)
        .outerjoin(Delegation, col(Attendee.delegation_id) == col(Delegation.id))
        .outerjoin(Institution, col(Delegation.institution_id) == col(Institution.id))
        .join(Visit, col(Visit.id) == visit)
        .order_by(col(Visit.on), col(Attendee.id))
    )
    if people is not None:
        query = query.where(col(Attendee.person_id).in_(people))
    found = session.connection().execute(query)
    return {key: _Came(on, title, body or "") for key, on, title, body in found}


def _wanted(text: str) -> sa.ColumnElement[bool]:
    """Return what holds for people with a name in whom every word is found."""
    return sa.and_(col(Person.name) != "", *map(_holds, text.split()))


def _holds(word: str) -> sa.ColumnElement[bool]:
    own = (Person.name, Person.known_as, Person.card_name, Person.nip, Person.phone)
    place = (Position.title_id, Position.title_en, Institution.name_id, Institution.short_name)
    held = (
        sa.select(col(Tenure.person_id))
        .join(Position, col(Tenure.position_id) == col(Position.id))
        .join(Institution, col(Position.institution_id) == col(Institution.id))
        .where(sa.or_(*(col(each).icontains(word, autoescape=True) for each in place)))
    )
    came = sa.select(col(Attendee.person_id)).where(
        col(Attendee.title_id).icontains(word, autoescape=True)
    )
    return sa.or_(
        *(col(each).icontains(word, autoescape=True) for each in own),
        col(Person.id).in_(held),
        col(Person.id).in_(came),
    )
