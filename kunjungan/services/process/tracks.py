"""The track of an agreement: as chosen, else by its kind and partners."""

from sqlmodel import Session

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.institutions import partner_kind
from kunjungan.domain.tracks import Track, track_for
from kunjungan.services.kinds import partners_among
from kunjungan.services.office_settings import settings_in
from kunjungan.services.parties import party_rows
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    Agreement,
    Institution,
)


def track_in(session: Session, row: Agreement) -> Track:
    """Return the track of an agreement: as chosen, else by its kind and partners.

    An addendum takes that of what it changes.
    """
    if row.track in set(Track):
        return Track(row.track)
    own = settings_in(session).own_institution
    parties = party_rows(session, row.id)
    bodies = [found(session, Institution, party.institution_id) for party in parties]
    partners = [partner_kind(body.kind) for body in partners_among(bodies, own)]
    return track_for(_changed(session, row).kind, partners)


def _changed(session: Session, row: Agreement) -> Agreement:
    """Return the agreement that an addendum changes in the end, else the agreement itself."""
    seen = {row.id}
    while row.kind is AgreementKind.ADDENDUM and row.parent_id and row.parent_id not in seen:
        seen.add(row.parent_id)
        row = found(session, Agreement, row.parent_id)
    return row
