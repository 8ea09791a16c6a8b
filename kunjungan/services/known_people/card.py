"""One person on one card: how they are written and called, offices held, visits."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine, latest_first, official_line
from kunjungan.services.people import PersonForm, form_of
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    Attendee,
    Delegation,
    Institution,
    Person,
    Position,
    Tenure,
    Visit,
)


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """A term of office with the institution it is in."""

    term: OfficialLine
    body: Bilingual


@dataclass(frozen=True, slots=True)
class PersonVisit:
    """A visit somebody is listed for, with the title on that list, which stays as it was."""

    visit_id: UUID
    visit: str
    on: PartialDate
    title: Bilingual


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person; offices and visits are the latest first."""

    id: UUID
    form: PersonForm
    offices: tuple[OfficeHeld, ...]
    visits: tuple[PersonVisit, ...]


def person_card(office: Office, person_id: UUID) -> PersonCard:
    """Return what is known of a person.

    Raises:
        NotFound: the person is gone.
    """
    with office.store.read() as session:
        person = found(session, Person, person_id)
        offices = tuple(_offices(session, person))
        return PersonCard(person.id, form_of(person), offices, tuple(_visits(session, person_id)))


def _offices(session: Session, person: Person) -> list[OfficeHeld]:
    query = (
        select(Tenure, Position, Institution)
        .join(Position, col(Tenure.position_id) == col(Position.id))
        .join(Institution, col(Position.institution_id) == col(Institution.id))
        .where(Tenure.person_id == person.id)
    )
    held = [
        OfficeHeld(official_line(tenure, post, person), Bilingual(body.name_id, body.name_en))
        for tenure, post, body in session.exec(query)
    ]
    return sorted(held, key=_latest_first)


def _latest_first(held: OfficeHeld) -> tuple[bool, int, int]:
    until = held.term.until
    ended = until.last.toordinal() if until else 0
    return until is not None, -ended, latest_first(held.term.since)


def _visits(session: Session, person_id: UUID) -> list[PersonVisit]:
    guests = select(Attendee).where(Attendee.person_id == person_id)
    visits = []
    for guest in session.exec(guests):
        delegation = session.get(Delegation, guest.delegation_id) if guest.delegation_id else None
        visit = session.get(Visit, delegation.visit_id if delegation else guest.visit_id)
        if visit is not None:
            title = Bilingual(guest.title_id, guest.title_en)
            visits.append(PersonVisit(visit.id, visit.title, visit.on, title))
    return sorted(visits, key=lambda line: line.on.last, reverse=True)
