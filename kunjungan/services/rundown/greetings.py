"""Whom the MC greets in a session, in the order of precedence."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.rundown import Salutation
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.precedence import Guest
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.guests.standing_in import StandingIn
from kunjungan.services.precedence.order import guest_of, local_ranks, precedence_in
from kunjungan.services.rows import found
from kunjungan.services.rundown.cast import delegations_of, tenure_guest
from kunjungan.services.rundown.lines import ItemLine, officials_of
from kunjungan.services.visiting.sessions import SessionLine
from kunjungan.store.tables import Institution, Person, Position, Tenure, Visit

GREETED = 12
"""So many are greeted by name at most (office practice)."""


@dataclass(frozen=True, slots=True)
class _Greeted:
    """Somebody to be greeted, as precedence and as paper see one."""

    guest: Guest
    said: Salutation


def salutations(
    session: Session, visit: Visit, own: SessionLine | None, items: list[ItemLine]
) -> tuple[Salutation, ...]:
    """Return host, speakers and ranking guests of a session, the highest first.

    Everybody stands once, in the order in which guests are seated. Other guests without a place
    in the order, and those who do not come, are not greeted by name.
    """
    listed = participants_in(session, visit.id, own.id if own else None)
    host = (own.host_tenure_id if own else None) or visit.host_tenure_id
    heads = (row.head_tenure_id for row in delegations_of(session, visit, own))
    called: dict[UUID, UUID] = {}
    for key in filter(None, (host, *heads, *(line.tenure_id for line in items))):
        called.setdefault(found(session, Tenure, key).person_id, key)
    local, standing = local_ranks(session), StandingIn(participants_in(session, visit.id))
    people = [
        _attending(session, line, guest, standing.title(line))
        for line in listed
        if line.comes
        and ((guest := guest_of(line, local)).group is not None or line.person_id in called)
    ]
    known = {line.person_id for line in listed}
    people += [_tenured(session, visit, key) for who, key in called.items() if who not in known]
    by_key = {one.guest.key: one.said for one in people}
    order = precedence_in(session, visit, [one.guest for one in people])
    equal = {after for _, after in order.undecided}
    return tuple(
        replace(by_key[guest.key], equal=guest.key in equal) for guest in order.guests[:GREETED]
    )


def _attending(session: Session, line: Participant, guest: Guest, post: Bilingual) -> _Greeted:
    body = found(session, Institution, line.body_id) if line.body_id else None
    said = Salutation(
        line.name.full,
        post,
        body_name(body) if body else line.body,
        False,
        line.honorific,
        line.pronunciation,
    )
    return _Greeted(guest, said)


def _tenured(session: Session, visit: Visit, key: UUID) -> _Greeted:
    tenure = found(session, Tenure, key)
    position = found(session, Position, tenure.position_id)
    body = found(session, Institution, position.institution_id)
    person = found(session, Person, tenure.person_id)
    [line] = officials_of(session, [key])
    said = Salutation(
        line.name.full, line.post, body_name(body), False, person.honorific, person.pronunciation
    )
    return _Greeted(tenure_guest(session, visit, key), said)
