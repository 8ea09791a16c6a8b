"""Lets journeys and lodgings follow their visit to other days."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.store.tables import Delegation, Journey, Lodging


def shift_travel(session: Session, visit_id: UUID, by: timedelta) -> int:
    """Move the journeys and lodgings of a visit by whole days inside a change; return how many."""
    own = select(Delegation.id).where(Delegation.visit_id == visit_id)
    journeys = session.exec(select(Journey).where(col(Journey.delegation_id).in_(own))).all()
    lodgings = session.exec(select(Lodging).where(col(Lodging.delegation_id).in_(own))).all()
    if not by:
        return 0
    for journey in journeys:
        journey.on += by
    for lodging in lodgings:
        lodging.on += by
        lodging.until = lodging.until + by if lodging.until else None
    return len(journeys) + len(lodgings)
