"""Who must be told that a visit is postponed, called off or moved, with a number to ring."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.visit_words import Duty
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.office import Office
from kunjungan.services.people import name_of
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    Assignment,
    Delegation,
    Institution,
    Letter,
    Person,
    Tenure,
    Visit,
    VisitSession,
)

Part = Literal["contact", "head", "host", "crew", "letter"]
_NOBODY = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody to be told: what part they have, of which body or with which duty.

    ``phone`` is empty where none is known. Who got a letter is named by its address.
    """

    part: Part
    name: str
    phone: str
    body: Bilingual = _NOBODY
    duty: Duty | None = None


def people_to_tell(office: Office, visit_id: UUID) -> list[ToTell]:
    """Return everybody who is to be told of a change: guests first, then the own side.

    Who is named twice with the same number stands once.
    """
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        told = [*_guests(session, visit), *_hosts(session, visit), *_crew(session, visit)]
        told += _letters(session, visit)
    once = {(one.name.casefold(), one.phone): one for one in reversed(told)}
    return [one for one in told if once[one.name.casefold(), one.phone] is one]


def _guests(session: Session, visit: Visit) -> Iterator[ToTell]:
    query = (
        select(Delegation, Institution)
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.visit_id == visit.id)
        .order_by(col(Delegation.rank))
    )
    for row, institution in session.exec(query).all():
        body = body_name(institution)
        if row.contact or row.contact_phone:
            yield ToTell("contact", row.contact or body.id, row.contact_phone, body)
        if row.head_tenure_id is not None:
            yield _official(session, "head", row.head_tenure_id, body)
        elif not (row.contact or row.contact_phone):
            yield ToTell("contact", body.id, "", body)


def _hosts(session: Session, visit: Visit) -> Iterator[ToTell]:
    query = select(VisitSession.host_tenure_id).where(VisitSession.visit_id == visit.id)
    tenures = dict.fromkeys([visit.host_tenure_id, *session.exec(query)])
    for tenure in tenures:
        if tenure is not None:
            yield _official(session, "host", tenure, _NOBODY)


def _crew(session: Session, visit: Visit) -> Iterator[ToTell]:
    query = select(Assignment).where(Assignment.visit_id == visit.id)
    for row in session.exec(query.order_by(col(Assignment.duty))).all():
        person = found(session, Person, row.person_id) if row.person_id else None
        name = name_of(person).full if person else row.name or row.vehicle
        known = person.phone if person else None
        yield ToTell("crew", name, row.phone or known or "", duty=row.duty)


def _letters(session: Session, visit: Visit) -> Iterator[ToTell]:
    """Yield whom the office has written to; each gets another letter rather than a call."""
    query = select(Letter).where(Letter.visit_id == visit.id, col(Letter.sent_on).is_not(None))
    for row in session.exec(query).all():
        if row.to_id.strip():
            yield ToTell("letter", ", ".join(row.to_id.split("\n")), "")


def _official(session: Session, part: Part, tenure_id: UUID, body: Bilingual) -> ToTell:
    person = found(session, Person, found(session, Tenure, tenure_id).person_id)
    return ToTell(part, name_of(person).full, person.phone or "", body)
