"""Who may sign a letter: those in office in the own institution and its agencies."""

from uuid import UUID

from sqlmodel import select

from kunjungan.services.letters.facts import own_body
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine, officials_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Institution, Visit


def list_signers(office: Office, visit_id: UUID) -> list[OfficialLine]:
    """Return terms of office, those of the own institution before its agencies', heads first."""
    with office.store.read() as session:
        own = own_body(session, found(session, Visit, visit_id))
        if own is None:
            return officials_in(session)
        below = session.exec(select(Institution.id).where(Institution.parent_id == own.id))
        return [line for body in (own.id, *below) for line in officials_in(session, body)]
