"""Everybody who takes part in a visit or in one of its sessions, as lists and papers need them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import FOREIGN
from kunjungan.domain.names import PersonName
from kunjungan.domain.precedence import Group
from kunjungan.domain.words import Attendance, Role
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.people import name_of
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
        return self.attendance not in {"absent", "represented"}


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
    visit = found(session, Visit, visit_id)
    host_id = visit.host_id or settings_in(session).own_institution
    host = session.get(Institution, host_id) if host_id else None
    own = select(Attendee, Person).join(Person, col(Attendee.person_id) == col(Person.id))
    mine = session.exec(own.where(Attendee.visit_id == visit_id)).all()
    lines = [_participant(guest, person, None, host, host=True) for guest, person in mine]
    query = (
        select(Attendee, Person, Delegation, Institution)
        .join(Person, col(Attendee.person_id) == col(Person.id))
        .join(Delegation, col(Attendee.delegation_id) == col(Delegation.id))
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.visit_id == visit_id)
    )
    pairs = select(SessionDelegation.delegation_id).where(
        SessionDelegation.session_id == session_id
    )
    named = set(session.exec(pairs)) if session_id else set()
    places: dict[UUID | None, str] = {None: ""}
    for guest, person, delegation, body in session.exec(query):
        if not named or delegation.id in named:
            places[delegation.id] = delegation.rank
            lines.append(_participant(guest, person, delegation, body, host=False))
    lines.sort(key=lambda line: (places[line.delegation_id], str(line.delegation_id), _place(line)))
    return lines


def _participant(
    guest: Attendee,
    person: Person,
    delegation: Delegation | None,
    body: Institution | None,
    *,
    host: bool,
) -> Participant:
    short = body.short_name or body.name_id if body else ""
    listed = {name: getattr(guest, name) for name in _OF_GUEST}
    known = {name: getattr(person, name) for name in _OF_PERSON}
    perhaps = {name: getattr(person, name) or "" for name in _PERHAPS}
    return Participant(
        **(listed | known | perhaps),
        person_id=person.id,
        name=name_of(person),
        title=_title(guest),
        body_id=body.id if body else None,
        body=Bilingual(short, body.name_en or short if body else ""),
        host=host,
        foreign=body is not None and body.kind in FOREIGN,
        group=guest.precedence_group,
        letter_on=delegation.letter_on if delegation else None,
    )


def _title(guest: Attendee) -> Bilingual:
    """Return the post as papers say it: a former official's is never that of the one in office."""
    title, title_en = guest.title_id, guest.title_en
    if guest.former and title and not title.casefold().startswith("mantan "):
        title = f"Mantan {title}"
        title_en = title_en and f"Former {title_en.removeprefix('Former ')}"
    return Bilingual(title, title_en)


_OF_GUEST = (
    *("id", "delegation_id", "role", "attendance", "local_rank_id", "capacity", "since", "former"),
    *("represents_id", "companion_of_id", "vehicle", "travel_order", "note"),
)
_OF_PERSON = (
    *("card_name", "known_as", "pronunciation", "honorific", "photo_sha", "diet", "access"),
)
_PERHAPS = ("nip", "rank", "grade", "phone")
"""Fields that are taken over as they are; the last ones may be nothing."""


def _place(line: Participant) -> tuple[bool, int, bool, str, str, str]:
    order = list(Group)
    place = order.index(line.group) if line.group is not None else len(order)
    known, name = line.known, line.name.plain
    return (line.role != "head", place, not known, name, line.title.id, line.id.hex)
