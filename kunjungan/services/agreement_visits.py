"""The visits in which an agreement stands."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.store.tables import AgreementVisit, Visit


def visits_of(session: Session, agreement_id: UUID) -> Sequence[Visit]:
    """Return the visits that an agreement belongs to, the earliest first."""
    query = select(Visit).join(AgreementVisit, col(AgreementVisit.visit_id) == col(Visit.id))
    own = query.where(AgreementVisit.agreement_id == agreement_id)
    return session.exec(own.order_by(col(Visit.on))).all()
