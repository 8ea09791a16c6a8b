"""Everybody who takes part in a visit or in one of its sessions, as lists and papers need them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity, title_line
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import FOREIGN
from kunjungan.domain.names import PersonName, search_key
from kunjungan.domain.precedence import Group
from kunjungan.domain.words import Attendance, Role
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.people import name_of
from kunjungan.services.rank_of_day import rank_holder, ranks_of
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    Attendee,
    Delegation,
    Institution,
    Person,
    SessionDelegation,
    Visit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A guest, or somebody of the host's own party, on the day of a visit.

    ``id`` is the attendee's; ``name.plain`` is empty while the name is still to come. ``body`` is
    the short name of the institution in both languages, ``letter_on`` the day of its letter.
    ``rank`` and ``grade`` are those of that day.
    """

    id: UUID
    delegation_id: UUID | None
    person_id: UUID
    name: PersonName
    card_name: str
    known_as: str
    pronunciation: str
    honorific: str
    title: Bilingual
    body_id: UUID | None
    body: Bilingual
    host: bool
    foreign: bool
    role: Role
    attendance: Attendance
    group: Group | None
    local_rank_id: UUID | None
    capacity: Capacity
    since: PartialDate | None
    former: bool
    represents_id: UUID | None
    companion_of_id: UUID | None
    letter_on: date | None
    vehicle: str
    travel_order: str
    nip: str
    rank: str
    grade: str
    phone: str
    photo_sha: str | None
    diet: str
    access: str
    note: str

    @property
    def known(self) -> bool:
        """Whether the name is known."""
        return bool(self.name.plain)

    @property
    def comes(self) -> bool:
        """Whether a seat and a card are needed: neither absent nor represented by another."""
        return self.attendance not in _AWAY


_AWAY = frozenset({"absent", "represented"})


def participants(
    office: Office, visit_id: UUID, session_id: UUID | None = None
) -> list[Participant]:
    """Return who takes part: the host's own party first, then each delegation in its order.

    Of a session those of the delegations that it is for; inside a delegation the head comes first,
    then everybody by precedence group, name and post. Those who do not come are among them.

    Raises:
        NotFound: the visit is gone.
    """
    with office.store.read() as session:
        return participants_in(session, visit_id, session_id)


def participants_in(
    session: Session, visit_id: UUID, session_id: UUID | None = None
) -> list[Participant]:
    """Return who takes part, as an open session sees it."""
    return of_parties(everybody_in(session, visit_id), parties_of(session, session_id))


def everybody_in(session: Session, visit_id: UUID) -> list[Participant]:
    """Return who takes part in any session of a visit."""
    visit = found(session, Visit, visit_id)
    host = host_of(session, visit)
    bodies = _bodies(session, visit_id)
    query = select(Attendee, Person).join(Person, col(Attendee.person_id) == col(Person.id))
    lines = [
        _participant(guest, person, *bodies.get(guest.delegation_id, (None, host)))
        for guest, person in session.exec(query.where(_at(visit_id)))
    ]
    places = {key: delegation.rank for key, (delegation, _) in bodies.items()}
    lines.sort(
        key=lambda line: (places.get(line.delegation_id, ""), str(line.delegation_id), _place(line))
    )
    return lines


def host_of(session: Session, visit: Visit) -> Institution | None:
    """Return who receives: the host of the visit, else the office's own institution."""
    host_id = visit.host_id or settings_in(session).own_institution
    return session.get(Institution, host_id) if host_id else None


def coming_in(session: Session, visit_id: UUID, session_id: UUID | None) -> set[UUID]:
    """Return the attendees who come to a visit, or to one of its sessions."""
    parties = parties_of(session, session_id)
    query = select(Attendee.id, Attendee.delegation_id, Attendee.attendance).where(_at(visit_id))
    return {
        key
        for key, delegation_id, attendance in session.exec(query)
        if attendance not in _AWAY and _belongs(delegation_id, parties)
    }


def _at(visit_id: UUID) -> sa.ColumnElement[bool]:
    """Return what is true of the attendees of a visit."""
    own = select(Delegation.id).where(Delegation.visit_id == visit_id)
    return sa.or_(col(Attendee.visit_id) == visit_id, col(Attendee.delegation_id).in_(own))


def parties_of(session: Session, session_id: UUID | None) -> frozenset[UUID]:
    """Return the delegations that a session is for; none where it is for all of the visit."""
    if session_id is None:
        return frozenset()
    own = SessionDelegation.session_id == session_id
    return frozenset(session.exec(select(SessionDelegation.delegation_id).where(own)))


def of_parties(everybody: Iterable[Participant], parties: Collection[UUID]) -> list[Participant]:
    """Return those of some delegations with the host's own party; without any, everybody."""
    return [one for one in everybody if _belongs(one.delegation_id, parties)]


def _belongs(delegation_id: UUID | None, parties: Collection[UUID]) -> bool:
    return not parties or delegation_id is None or delegation_id in parties


def _bodies(session: Session, visit_id: UUID) -> dict[UUID | None, tuple[Delegation, Institution]]:
    """Return a visit's delegations with their institutions, by id."""
    from_it = col(Delegation.institution_id) == col(Institution.id)
    query = select(Delegation, Institution).join(Institution, from_it)
    rows = session.exec(query.where(Delegation.visit_id == visit_id))
    return {delegation.id: (delegation, body) for delegation, body in rows}


def _participant(
    guest: Attendee,
    person: Person,
    delegation: Delegation | None,
    body: Institution | None,
) -> Participant:
    short = body.short_name or body.name_id if body else ""
    listed = {name: getattr(guest, name) for name in _OF_GUEST}
    known = {name: getattr(person, name) for name in _OF_PERSON}
    perhaps = {name: getattr(person, name) or "" for name in _PERHAPS}
    rank, grade = ranks_of(rank_holder(guest, person))
    return Participant(
        **(listed | known | perhaps),
        rank=rank,
        grade=grade,
        person_id=person.id,
        name=name_of(person),
        title=title_of(guest),
        body_id=body.id if body else None,
        body=Bilingual(short, body.name_en or short if body else ""),
        host=delegation is None,
        foreign=body is not None and body.kind in FOREIGN,
        group=guest.precedence_group,
        letter_on=delegation.letter_on if delegation else None,
    )


def title_of(guest: Attendee) -> Bilingual:
    """Return the post as papers say it, never that of the one in office for somebody else's.

    A former official's is "Mantan …", that of who acts for somebody "Plt. …", "Acting …".
    """
    title, title_en = guest.title_id, guest.title_en
    if guest.former and title and not title.casefold().startswith("mantan "):
        return Bilingual(
            f"Mantan {title}", title_en and f"Former {title_en.removeprefix('Former ')}"
        )
    line = title_line(Bilingual(title, title_en), guest.capacity)
    short = line.id.removesuffix(title).strip()
    if not title or (short and title.startswith(short)):
        return Bilingual(title, title_en)
    return Bilingual(line.id, title_en and line.en)


_OF_GUEST = (
    *("id", "delegation_id", "role", "attendance", "local_rank_id", "capacity", "since", "former"),
    *("represents_id", "companion_of_id", "vehicle", "travel_order", "note"),
)
_OF_PERSON = (
    *("card_name", "known_as", "pronunciation", "honorific", "photo_sha", "diet", "access"),
)
_PERHAPS = ("nip", "phone")
"""Fields that are taken over as they are; the last ones may be nothing."""
_PLACES: Mapping[Group | None, int] = MappingProxyType({g: n for n, g in enumerate(Group)})


def _place(line: Participant) -> tuple[bool, int, bool, str, str, str, str]:
    place = _PLACES.get(line.group, len(_PLACES))
    known, name = line.known, line.name.plain
    by_name = search_key(name), name
    return (line.role != "head", place, not known, *by_name, line.title.id, line.id.hex)
