"""Whom the MC greets in a session, in the order of precedence."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.documents.office.rundown import Salutation
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.institutions import FOREIGN
from kunjungan.domain.precedence import Guest, in_precedence
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.people import name_of
from kunjungan.services.rows import found
from kunjungan.services.rundown.cast import delegations_of, tenure_guest
from kunjungan.services.rundown.lines import ItemLine, officials_of
from kunjungan.services.visiting.sessions import SessionLine
from kunjungan.store.tables import (
    Attendee,
    Delegation,
    Institution,
    Person,
    Position,
    Tenure,
    Visit,
)

GREETED = 12
"""So many are greeted by name at most (office practice)."""


@dataclass(frozen=True, slots=True)
class _Greeted:
    """Somebody to be greeted, as precedence and as paper see one."""

    guest: Guest
    person: UUID
    said: Salutation


def salutations(
    session: Session, visit: Visit, own: SessionLine | None, items: list[ItemLine]
) -> tuple[Salutation, ...]:
    """Return host, speakers and ranking guests of a session, the highest first.

    Everybody stands once. Guests without a place in the order, and those who are absent, are not
    greeted by name.
    """
    people = {one.person: one for one in _attendees(session, visit, own)}
    host = (own.host_tenure_id if own else None) or visit.host_tenure_id
    heads = (row.head_tenure_id for row in delegations_of(session, visit, own))
    tenures = [key for key in (host, *heads, *(line.tenure_id for line in items)) if key]
    for key in dict.fromkeys(tenures):
        one = _tenured(session, visit, key)
        people[one.person] = one
    by_key = {one.guest.key: one.said for one in people.values()}
    order = in_precedence(one.guest for one in people.values())
    equal = {after for _, after in order.undecided}
    return tuple(
        Salutation(said.name, said.post, said.body, guest.key in equal)
        for guest in order.guests[:GREETED]
        if (said := by_key[guest.key])
    )


def _attendees(session: Session, visit: Visit, own: SessionLine | None) -> list[_Greeted]:
    delegations = {row.id: row for row in delegations_of(session, visit, own)}
    query = (
        select(Attendee, Person, Institution)
        .join(Person, col(Attendee.person_id) == col(Person.id))
        .join(Delegation, col(Attendee.delegation_id) == col(Delegation.id))
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(col(Attendee.delegation_id).in_(list(delegations)))
    )
    rows = session.exec(query).all()
    return [
        _attending(guest, person, body, delegations[guest.delegation_id])
        for guest, person, body in rows
        if guest.precedence_group is not None and guest.attendance != "absent"
    ]


def _attending(
    guest: Attendee, person: Person, body: Institution, delegation: Delegation
) -> _Greeted:
    seen = Guest(
        key=str(person.id),
        group=guest.precedence_group,
        visiting=True,
        foreign=body.kind in FOREIGN,
        letter_on=delegation.letter_on,
        region=body.short_name or body.name_id,
    )
    post = Bilingual(guest.title_id, guest.title_en or guest.title_id)
    return _Greeted(seen, person.id, Salutation(name_of(person).full, post, body_name(body), False))


def _tenured(session: Session, visit: Visit, key: UUID) -> _Greeted:
    tenure = found(session, Tenure, key)
    position = found(session, Position, tenure.position_id)
    body = found(session, Institution, position.institution_id)
    [line] = officials_of(session, [key])
    guest = tenure_guest(session, visit, key)
    return _Greeted(
        guest,
        tenure.person_id,
        Salutation(line.name.full, line.post, body_name(body), False),
    )
