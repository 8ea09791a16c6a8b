"""Finds a visit by what a person calls it: its id, the beginning of that, or its title."""

from uuid import UUID

from sqlmodel import select

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.store.tables import Visit

SHORTEST = 4


def visit_named(office: Office, text: str) -> UUID:
    """Return the visit with an id, the beginning of an id (4 characters or more), or a title.

    Raises:
        NotFound: there is none.
        RuleBroken: there are several.
    """
    wanted = text.strip().casefold()
    with office.store.read() as session:
        known = dict(session.exec(select(Visit.id, Visit.title)).all())
    found = [key for key, title in known.items() if title.casefold() == wanted and wanted]
    if not found and len(wanted) >= SHORTEST:
        found = [
            key for key in known if wanted in {str(key)[: len(wanted)], key.hex[: len(wanted)]}
        ]
    if not found:
        raise NotFound(later("There is no visit “{text}”."), text=text)
    if len(found) > 1:
        message = later("“{text}” stands for {count} visits. Write more of the id.")
        raise RuleBroken(message, text=text, count=len(found))
    return found[0]
