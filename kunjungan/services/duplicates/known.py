"""Everybody the office knows, as likeness sees them, read in a few plain queries."""

from collections import defaultdict
from collections.abc import Callable
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.domain.likeness import KnownName, name_words, phone_digits
from kunjungan.domain.names import search_key
from kunjungan.services.people import PersonForm
from kunjungan.store.tables import Attendee, Delegation, Person, Position, Tenure

_Places = dict[object, tuple[set[UUID], set[str]]]


def everybody(session: Session) -> list[KnownName]:
    """Return everybody with a name, by id."""
    places = _places(session)
    query = sa.select(
        sa.type_coerce(col(Person.id), sa.String()),
        *(col(Person.name), col(Person.nip), col(Person.phone), col(Person.email)),
    ).where(col(Person.name) != "")
    known = [_known(*row, places) for row in session.connection().execute(query)]
    known.sort(key=lambda one: one.id.int)
    return known


def known_by_form(form: PersonForm, bodies: frozenset[UUID], posts: frozenset[str]) -> KnownName:
    """Return somebody new as likeness sees one; the id is nobody's."""
    words, folded = name_words(form.name)
    keys = frozenset(search_key(post) for post in posts)
    email = form.email.strip().casefold()
    return KnownName(
        UUID(int=0), words, folded, form.nip, phone_digits(form.phone), email, bodies, keys
    )


def _known(
    key: object, name: str, nip: str | None, phone: str | None, email: str | None, places: _Places
) -> KnownName:
    words, folded = name_words(name)
    bodies, posts = places.get(key, (set(), set()))
    return KnownName(
        key if isinstance(key, UUID) else UUID(str(key)),
        words,
        folded,
        nip or "",
        phone_digits(phone or ""),
        (email or "").strip().casefold(),
        frozenset(bodies),
        frozenset(posts),
    )


def _places(session: Session) -> _Places:
    """Return where everybody is or was, and what they are called there, by raw key."""
    held = sa.select(
        sa.type_coerce(col(Tenure.person_id), sa.String()),
        col(Position.institution_id),
        col(Position.title_id),
    ).join(Position, col(Tenure.position_id) == col(Position.id))
    came = sa.select(
        sa.type_coerce(col(Attendee.person_id), sa.String()),
        col(Delegation.institution_id),
        col(Attendee.title_id),
    ).join(Delegation, col(Attendee.delegation_id) == col(Delegation.id))
    places: _Places = defaultdict(lambda: (set(), set()))
    plain = _remembered(search_key)
    for query in (held, came):
        for key, body, title in session.connection().execute(query):
            bodies, posts = places[key]
            bodies.add(body)
            if title:
                posts.add(plain(title))
    return places


def _remembered(made: Callable[[str], str]) -> Callable[[str], str]:
    kept: dict[str, str] = {}

    def of(text: str) -> str:
        if text not in kept:
            kept[text] = made(text)
        return kept[text]

    return of
