"""Lists the guests of an earlier visit again: whole with a copied visit, or for a new list."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.days import PartialDate
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found, twin
from kunjungan.store.tables import Attendee, Delegation, Person, Visit


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier visit of the same institutions whose guests may be listed again."""

    visit_id: UUID
    title: str
    on: PartialDate
    guests: int


def earlier_guests(office: Office, visit_id: UUID) -> Earlier | None:
    """Return the last visit before this one with guests of the same institutions, if any."""
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        bodies = select(Delegation.institution_id).where(Delegation.visit_id == visit_id)
        query = (
            select(Visit)
            .join(Delegation, col(Delegation.visit_id) == col(Visit.id))
            .where(col(Delegation.institution_id).in_(bodies), Visit.id != visit_id)
        )
        before = [row for row in session.exec(query).all() if row.on.first < visit.on.first]
        for row in sorted(before, key=lambda each: each.on.first, reverse=True):
            if count := sum(len(guests) for _, guests in _offered(session, visit_id, row.id)):
                return Earlier(row.id, row.title, row.on, count)
    return None


def copy_earlier(office: Office, visit_id: UUID, earlier_id: UUID) -> int:
    """List the named guests of an earlier visit again, to be invited anew; return how many.

    They come under the delegation of the same institution; who is listed already stays as is.
    """
    with office.store.change(later("Copy guests")) as session:
        count = 0
        for delegation_id, guests in _offered(session, visit_id, earlier_id):
            copy_party(session, guests, delegation_id=delegation_id)
            count += len(guests)
    return count


def copy_party(
    session: Session,
    guests: Sequence[Attendee],
    *,
    delegation_id: UUID | None = None,
    visit_id: UUID | None = None,
) -> None:
    """List guests again inside a change that does more: invited anew, companions with theirs.

    Whoever came in another's place, and the number of the travel order, stay behind.
    """
    twins: dict[UUID, Attendee] = {}
    for guest in guests:
        twins[guest.id] = twin(
            guest,
            delegation_id=delegation_id,
            visit_id=visit_id,
            person_id=_person(session, guest.person_id),
            attendance="invited",
            represents_id=None,
            companion_of_id=None,
            travel_order="",
            rank=None,
            grade=None,
        )
        session.add(twins[guest.id])
    session.flush()
    for guest in guests:
        if guest.companion_of_id in twins:
            twins[guest.id].companion_of_id = twins[guest.companion_of_id].id


def _offered(
    session: Session, visit_id: UUID, earlier_id: UUID
) -> list[tuple[UUID, list[Attendee]]]:
    """Return each delegation with the earlier guests of its institution whom it lacks."""
    own = session.exec(select(Delegation).where(Delegation.visit_id == visit_id)).all()
    past = session.exec(select(Delegation).where(Delegation.visit_id == earlier_id)).all()
    found_guests = []
    for delegation in own:
        listed = select(Attendee.person_id).where(Attendee.delegation_id == delegation.id)
        ids = [row.id for row in past if row.institution_id == delegation.institution_id]
        query = (
            select(Attendee)
            .join(Person, col(Attendee.person_id) == col(Person.id))
            .where(col(Attendee.delegation_id).in_(ids), Person.name != "")
            .where(col(Attendee.person_id).not_in(listed))
            .order_by(col(Attendee.id))
        )
        found_guests.append((delegation.id, list(session.exec(query).all())))
    return found_guests


def _person(session: Session, person_id: UUID) -> UUID:
    """Return whom the new guest is: the same person, or another whose name is still to come."""
    person = found(session, Person, person_id)
    if person.name:
        return person.id
    other = twin(person)
    session.add(other)
    session.flush()
    return other.id
