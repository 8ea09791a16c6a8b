"""What belongs to a visit stays within it."""

from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.services.rows import found
from kunjungan.store.tables import Delegation, VisitSession


def refuse_foreign(
    session: Session,
    table: type[Delegation] | type[VisitSession],
    row_id: UUID | None,
    visit_id: UUID | None,
    message: str,
) -> None:
    """Refuse with ``message`` a delegation or session of another visit; none is fine."""
    if row_id is not None and found(session, table, row_id).visit_id != visit_id:
        raise RuleBroken(message)
