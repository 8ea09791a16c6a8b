"""Finds what is seated by what a person calls it: a session of a visit, or the whole visit."""

from uuid import UUID

from sqlmodel import col, select

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.i18n import later
from kunjungan.services.naming import ids_named
from kunjungan.services.office import Office
from kunjungan.store.tables import Visit, VisitSession


def seated_event(office: Office, text: str) -> tuple[UUID, UUID | None]:
    """Return a visit and its session by the id, its beginning, or the title of either.

    The session is empty where the whole visit is meant.

    Raises:
        NotFound: there is none.
        RuleBroken: there are several.
    """
    with office.store.read() as session:
        own = session.exec(
            select(VisitSession, Visit.title).join(
                Visit, col(VisitSession.visit_id) == col(Visit.id)
            )
        ).all()
        visits = dict(session.exec(select(Visit.id, Visit.title)).all())
    parents = {row.id: row.visit_id for row, _ in own}
    found = ids_named({row.id: row.title_id for row, _ in own}, text) or ids_named(visits, text)
    if not found:
        raise NotFound(later("There is no session or visit “{text}”."), text=text)
    if len(found) > 1:
        message = later("“{text}” stands for {count} sessions. Write more of the id.")
        raise RuleBroken(message, text=text, count=len(found))
    [key] = found
    return (parents[key], key) if key in parents else (key, None)
