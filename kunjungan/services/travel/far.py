"""Says which delegations come from another province or from abroad."""

from collections.abc import Callable
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.institutions import FOREIGN
from kunjungan.services.letters.facts import own_body
from kunjungan.store.tables import Delegation, Institution, Region, Visit


def far_bodies(session: Session, visit: Visit) -> frozenset[UUID]:
    """Return the delegations that come to a visit from another province or from abroad.

    A body whose province nobody knows is not far, unless it is foreign where the host is not.
    """
    host = session.get(Institution, visit.host_id) if visit.host_id else own_body(session, visit)
    if host is None:
        return frozenset()
    query = (
        select(Delegation.id, Institution)
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.visit_id == visit.id)
    )
    is_far = _far_from(session, host)
    return frozenset(key for key, body in session.exec(query) if is_far(body))


def _far_from(session: Session, host: Institution) -> Callable[[Institution], bool]:
    here, foreign = _province(session, host), host.kind in FOREIGN

    def is_far(body: Institution) -> bool:
        if foreign is not (body.kind in FOREIGN):
            return True
        there = _province(session, body)
        return bool(here and there) and here != there

    return is_far


def _province(session: Session, body: Institution) -> str:
    """Return the code of the province a body is in, by its own region or that of one above it."""
    met = set[UUID]()
    step: Institution | None = body
    while step is not None and step.id not in met:
        if step.region_id is not None and (region := session.get(Region, step.region_id)):
            return region.province_code or region.code
        met.add(step.id)
        step = session.get(Institution, step.parent_id) if step.parent_id else None
    return ""
