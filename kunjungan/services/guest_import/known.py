"""Whom a list may mean: the guests of the visit, and everybody whom the office knows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.guest_entry import GuestEntry
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.likeness import KnownName, Likeness, name_words, phone_digits
from kunjungan.domain.names import PersonName, search_key
from kunjungan.services.duplicates.known import everybody
from kunjungan.services.duplicates.matching import Matcher
from kunjungan.services.guests.participants import host_of
from kunjungan.services.office import Office
from kunjungan.services.people import name_of
from kunjungan.services.registry.partners import partner_key
from kunjungan.services.rows import found
from kunjungan.store.tables import Attendee, Delegation, Institution, LocalRank, Person, Visit

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who is on a list of the visit already; without delegation in the own party."""

    guest: Attendee
    person: Person

    @property
    def name(self) -> PersonName:
        """The name, empty while it is still to come."""
        return name_of(self.person)


@dataclass(slots=True)
class Known:
    """What is known when a list is looked through; made once, asked for every row.

    ``homes`` are the delegations by the name of their institution, ``bodies`` its name by
    delegation, ``hosts`` the names of who receives, ``additions`` the office's own additions to
    precedence by name.
    """

    listed: Mapping[UUID, Listed]
    homes: Mapping[str, UUID]
    bodies: Mapping[UUID, str]
    institutions: Mapping[UUID, UUID]
    people: Matcher
    office: Office
    hosts: frozenset[str] = frozenset()
    additions: Mapping[str, UUID] = field(default_factory=dict)
    _by_key: Mapping[Key, list[Listed]] = field(default_factory=dict)
    _people: dict[UUID, Person | None] = field(default_factory=dict)

    @classmethod
    def of(cls, office: Office, visit_id: UUID) -> "Known":
        """Return what is known at a visit; NotFound where it is gone."""
        with office.store.read() as session:
            return cls._read(office, session, visit_id)

    @classmethod
    def _read(cls, office: Office, session: Session, visit_id: UUID) -> "Known":
        host = host_of(session, found(session, Visit, visit_id))
        rows = session.exec(
            select(Delegation, Institution)
            .join(Institution, col(Delegation.institution_id) == col(Institution.id))
            .where(Delegation.visit_id == visit_id)
        ).all()
        listed = {guest.id: Listed(guest, person) for guest, person in guests_of(session, visit_id)}
        by_key: dict[Key, list[Listed]] = defaultdict(list)
        for one in listed.values():
            for key in _keys_of(one):
                by_key[key].append(one)
        return cls(
            listed,
            dict(_names(rows)),
            {row.id: body.short_name or body.name_id for row, body in rows},
            {row.id: row.institution_id for row, _ in rows},
            Matcher(everybody(session)),
            office,
            frozenset(map(partner_key, (*HOST_WORDS, *(_names_of(host) if host else ())))),
            {
                search_key(name): row.id
                for row in session.exec(select(LocalRank))
                for name in (row.name_id, row.name_en)
                if name
            },
            by_key,
        )

    def home(self, body: str) -> UUID | None:
        """Return the delegation of an institution's name, None where none of the visit has it."""
        return self.homes.get(partner_key(body))

    def is_host(self, body: str) -> bool:
        """Say whether a list means the host's own party by the name of an institution."""
        return partner_key(body) in self.hosts

    def local_rank(self, name: str) -> UUID | None:
        """Return the office's own addition to precedence of a name in either language."""
        return self.additions.get(search_key(name))

    def is_home(self, body: str) -> bool:
        """Say whether an institution is that of a delegation, or the host."""
        return self.home(body) is not None or self.is_host(body)

    def guests(self, keys: Iterable[Key]) -> list[Listed]:
        """Return the guests with a name, a NIP or a phone of an entry, each once."""
        own = (key for key in keys if key[0] != "post")
        there = (one for key in own for one in self._by_key.get(key, ()))
        return list({one.guest.id: one for one in there}.values())

    def awaited(self, entry: GuestEntry) -> list[Listed]:
        """Return the guests of the same post whose name is still to come."""
        return self._by_key.get(("post", search_key(entry.title.id)), [])

    def person(self, person_id: UUID) -> Person | None:
        """Return a person whom the office knows, None where the record is gone meanwhile."""
        if person_id not in self._people:
            with self.office.store.read() as session:
                self._people[person_id] = session.get(Person, person_id)
        return self._people[person_id]

    def guest_of(self, person_id: UUID, delegation_id: UUID | None) -> Listed | None:
        """Return a person's place in a delegation, or in the own party without one."""
        key = ("person", person_id.hex)
        there = (one for one in self._by_key.get(key, ()))
        return next((one for one in there if one.guest.delegation_id == delegation_id), None)

    def somebody(
        self, entry: GuestEntry, delegation_id: UUID | None
    ) -> tuple[UUID, Likeness] | None:
        """Return the person whom the office knows that an entry is most likely about."""
        found = self.people.like(as_known(entry, self.institutions.get(delegation_id or _NOBODY)))
        return (found[0][0].id, found[0][1]) if found else None


HOST_WORDS = ("Tuan rumah", "Host")
"""How a list calls the host's own party where no institution is meant by name."""
_NOBODY = UUID(int=0)


def as_known(entry: GuestEntry, institution_id: UUID | None) -> KnownName:
    """Return an entry as likeness sees a person; the id is nobody's."""
    words, folded = _words(entry.name.plain)
    return KnownName(
        _NOBODY,
        words,
        folded,
        entry.text(GuestField.NIP),
        phone_digits(entry.text(GuestField.PHONE)),
        entry.text(GuestField.EMAIL).casefold(),
        frozenset({institution_id} if institution_id else ()),
        frozenset({search_key(entry.title.id)} if entry.title.id else ()),
    )


@lru_cache(maxsize=4_096)
def _words(plain: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return name_words(plain)


def entry_keys(entry: GuestEntry) -> Iterator[Key]:
    """Yield what an entry has in common with another of the same person, the surest first."""
    return _keys(entry.text(GuestField.NIP), entry.text(GuestField.PHONE), entry.name.plain)


def name_key(plain: str) -> str:
    """Return a name as it is compared: its words folded, in one order, without titles."""
    return " ".join(sorted(_words(plain)[1]))


def _keys(nip: str, phone: str, plain: str) -> Iterator[Key]:
    if nip:
        yield "nip", nip
    if digits := phone_digits(phone):
        yield "phone", digits
    if plain:
        yield "name", name_key(plain)


def _keys_of(one: Listed) -> Iterator[Key]:
    yield from _keys(one.person.nip or "", one.person.phone or "", one.person.name)
    yield "person", one.person.id.hex
    if not one.person.name:
        yield "post", search_key(one.guest.title_id)


def guests_of(session: Session, visit_id: UUID) -> Sequence[tuple[Attendee, Person]]:
    """Return everybody on the lists of a visit, the host's own party among them."""
    own = select(Delegation.id).where(Delegation.visit_id == visit_id)
    there = sa.or_(col(Attendee.visit_id) == visit_id, col(Attendee.delegation_id).in_(own))
    query = select(Attendee, Person).join(Person, col(Attendee.person_id) == col(Person.id))
    return session.exec(query.where(there).order_by(col(Attendee.id))).all()


def _names(rows: Iterable[tuple[Delegation, Institution]]) -> Iterator[tuple[str, UUID]]:
    for row, body in rows:
        for name in _names_of(body):
            yield partner_key(name), row.id


def _names_of(body: Institution) -> list[str]:
    return [name for name in (body.name_id, body.name_en, body.short_name) if name]
