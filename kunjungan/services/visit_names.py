"""Finds a visit by what a person calls it: its id, the beginning of that, or its title."""

from uuid import UUID

from sqlmodel import select

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.i18n import later
from kunjungan.services.naming import ids_named
from kunjungan.services.office import Office
from kunjungan.store.tables import Visit


def visit_named(office: Office, text: str) -> UUID:
    """Return the visit with an id, the beginning of an id (4 characters or more), or a title.

    Raises:
        NotFound: there is none.
        RuleBroken: there are several.
    """
    with office.store.read() as session:
        known = dict(session.exec(select(Visit.id, Visit.title)).all())
    found = ids_named(known, text)
    if not found:
        message = later("There is no visit “{text}”. `list visits` tells their ids and titles.")
        raise NotFound(message, text=text)
    if len(found) > 1:
        message = later("“{text}” stands for {count} visits. Write more of the id.")
        raise RuleBroken(message, text=text, count=len(found))
    return found[0]
