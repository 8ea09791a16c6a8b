"""Finds an agreement by what a person calls it: its reference, its id or the beginning of it."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.i18n import later
from kunjungan.services.naming import ids_named
from kunjungan.services.office import Office
from kunjungan.store.tables import Agreement


def references(office: Office) -> dict[UUID, str]:
    """Return the reference of every agreement."""
    query = sa.select(col(Agreement.id), col(Agreement.reference))
    with office.store.read() as session:
        return dict(session.connection().execute(query).all())


def agreement_named(office: Office, text: str) -> UUID:
    """Return the agreement with a reference, an id, or the beginning of an id.

    Raises:
        NotFound: there is none.
        RuleBroken: there are several.
    """
    found = ids_named(references(office), text)
    if not found:
        raise NotFound(later("There is no agreement “{text}”."), text=text)
    if len(found) > 1:
        raise RuleBroken(
            later("“{text}” stands for {count} agreements. Write more of the id."),
            text=text,
            count=len(found),
        )
    return found[0]
