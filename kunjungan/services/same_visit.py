"""Which visit a guest is of; whom a guest stands in for or goes with must be of the same."""

from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.rows import found
from kunjungan.store.tables import Attendee, Delegation

_ITSELF = later("Nobody goes with, or comes in the place of, the same person.")
_STRANGER = later("Only somebody of the same visit comes in a guest's place, or with a guest.")


def visit_of(session: Session, guest: Attendee) -> UUID | None:
    """Return the visit on whose list a guest stands; one of the own party names it itself."""
    if guest.delegation_id is None:
        return guest.visit_id
    return found(session, Delegation, guest.delegation_id).visit_id


def refuse_stranger(session: Session, guest: Attendee, other_id: UUID | None) -> None:
    """Refuse as a guest's other one the same guest, and one of another visit.

    Raises:
        NotFound: the other is gone.
        RuleBroken: it is the same guest, or one of another visit.
    """
    if other_id is None:
        return
    if other_id == guest.id:
        raise RuleBroken(_ITSELF)
    if visit_of(session, found(session, Attendee, other_id)) != visit_of(session, guest):
        raise RuleBroken(_STRANGER)
