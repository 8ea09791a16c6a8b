"""Puts those who lead a visit on its lists: the host's head, and the head of each delegation."""

from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Attendee, Delegation, Institution, Position, Tenure, Visit


def list_heads(session: Session, visit_id: UUID) -> list[Attendee]:
    """Add who receives and who leads a delegation where a list lacks them; return who was added.

    It is done inside a change that does more, such as the making of a seating plan. The host's
    head becomes the first of the host's own party.
    """
    visit = found(session, Visit, visit_id)
    rows = session.exec(select(Delegation).where(Delegation.visit_id == visit_id)).all()
    ids = [row.id for row in rows]
    listed = select(Attendee.person_id).where(
        (col(Attendee.visit_id) == visit_id) | col(Attendee.delegation_id).in_(ids)
    )
    known = set(session.exec(listed))
    wanted: list[tuple[UUID | None, UUID | None]] = [(visit.host_tenure_id, None)]
    wanted += [(row.head_tenure_id, row.id) for row in rows]
    added = []
    for tenure_id, delegation_id in wanted:
        guest = _head(session, visit_id, tenure_id, delegation_id)
        if guest is not None and guest.person_id not in known:
            known.add(guest.person_id)
            session.add(guest)
            added.append(guest)
    session.flush()
    return added


def add_heads(office: Office, visit_id: UUID) -> int:
    """Add who receives and who leads a delegation where a list lacks them; return how many."""
    with office.store.change(later("List the heads")) as session:
        return len(list_heads(session, visit_id))


def _head(
    session: Session, visit_id: UUID, tenure_id: UUID | None, delegation_id: UUID | None
) -> Attendee | None:
    if tenure_id is None:
        return None
    tenure = found(session, Tenure, tenure_id)
    position = found(session, Position, tenure.position_id)
    body = found(session, Institution, position.institution_id)
    group = position.precedence_group
    if group is None and position.is_head and body.kind is InstitutionKind.REGION:
        group = Group.REGION_HEAD
    return Attendee(
        delegation_id=delegation_id,
        visit_id=None if delegation_id else visit_id,
        person_id=tenure.person_id,
        title_id=position.title_id,
        title_en=position.title_en,
        precedence_group=group,
        capacity=tenure.capacity,
        since=tenure.begins_on,
        role="head",
        attendance="confirmed",
    )
