"""Tells which rows of a list are guests already, people already known, or doubles of each other.

The same NIP is the same person, and two NIP are two people, whatever their names. Beyond that a
name without titles, a phone, and a post that only one can hold in a delegation count, in this
order (office practice). Nobody is taken for another in silence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.guest_entry import GuestEntry
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.likeness import LIKELY, phone_digits
from kunjungan.domain.names import search_key
from kunjungan.domain.protocol_groups import Group
from kunjungan.i18n import later
from kunjungan.services.guest_import.differences import Changes, changes_to, filled_by
from kunjungan.services.guest_import.judged import Choices, Decision, JudgedRow, State
from kunjungan.services.guest_import.known import Key, Known, Listed, entry_keys, name_key
from kunjungan.services.people import name_of
from kunjungan.store.tables import Person

F = GuestField
ON_LIST = later("On the list already; nothing changes.")
UPDATED = later("On the list already; changes: {fields}.")
KNOWN = later("Already known as {known}; that record is used.")
KNOWN_UPDATED = later("Already known as {known}; changes: {fields}.")
OVERWRITES = later(
    "On the list already with other facts ({fields}); the list does not change them."
)
ELSEWHERE = later("{known} is already listed with {body}.")
OWN_PARTY = later("{known} is already in the host's own party.")
MAYBE_KNOWN = later("May be {known}, who is known already.")
MAYBE_LISTED = later("May be {known}, who is on the list already.")
SAME_NIP = later("The same NIP as row {row}.")
SAME_PHONE = later("The same phone number as row {row}.")
SAME_NAME = later("The same name as row {row}.")
SAME_POST = later("The same position as row {row}.")
MAYBE_TWIN = later("May be the same person as row {row}.")
JOINED = later("Joined with row {row}.")
_TWINS: Mapping[str, str] = MappingProxyType(
    {"nip": SAME_NIP, "phone": SAME_PHONE, "name": SAME_NAME, "post": SAME_POST}
)
_MANY = frozenset(
    {Group.COUNCIL_MEMBERS, Group.PROVINCE_COUNCIL_MEMBERS, Group.VISITING_COUNCIL_MEMBERS}
    | {Group.COMMUNITY_LEADERS, Group.PARTY_LEADERS, Group.COUNCIL_VICE_CHAIRS}
)
"""Groups whose posts several people of one delegation hold."""


class Matching:
    """The rows of one list as they are met, each held against what is known and against others."""

    def __init__(self, known: Known, choices: Choices) -> None:
        self._known = known
        self._choices = choices
        self._met: dict[tuple[UUID | None, Key], JudgedRow] = {}
        self._taken: set[UUID] = set()
        self._joined: dict[int, GuestEntry] = {}

    def matched(self, row: JudgedRow) -> JudgedRow:
        """Return a good row with whom it may be, as far as the rows before it tell."""
        decision = self._choices.decisions.get(row.number)
        entry = row.entry
        if entry is None:
            return row
        keys = tuple(_keys(entry))
        if decision is not Decision.APART:
            found = self._guest(row, entry, keys) or self._twin(row, entry, keys)
            row = found or self._person(row, entry)
        if decision is Decision.SKIP:
            row = replace(row, writes=False)
        for key in keys:
            self._met.setdefault((row.delegation_id if key[0] == "post" else None, key), row)
        return row

    def settled(self, rows: Sequence[JudgedRow]) -> Iterator[JudgedRow]:
        """Yield all rows, the first of two that may be one marked too, joined ones filled up."""
        doubles = {
            row.twin_of: row.number
            for row in rows
            if row.state is State.TWIN and row.twin_of is not None
        }
        for row in rows:
            yield self._first_of(self._filled_up(row), doubles.get(row.number))

    def _filled_up(self, row: JudgedRow) -> JudgedRow:
        """Return a row with what the rows that were joined with it say beside."""
        entry = self._joined.get(row.number)
        if entry is None:
            return row
        whole = replace(row, entry=entry)
        listed = self._known.listed.get(row.attendee_id) if row.attendee_id else None
        if listed is not None:
            return self._update(whole, listed)
        return whole if row.person_id is None else self._person(whole, entry)

    def _first_of(self, row: JudgedRow, other: int | None) -> JudgedRow:
        """Return a row marked where its double, ``other``, stands further down."""
        if other is None or row.state is not State.READY:
            return row
        values = {"row": other}
        return replace(
            row, state=State.TWIN, reason=MAYBE_TWIN, values=values, twin_of=other, asked=other
        )

    def _twin(self, row: JudgedRow, entry: GuestEntry, keys: Sequence[Key]) -> JudgedRow | None:
        """Return a row that says the same as one before it, if it may."""
        for key in keys:
            first = self._met.get((row.delegation_id if key[0] == "post" else None, key))
            if first is not None and first.entry and _may_be_one(key, first.entry, entry):
                return self._doubled(row, first, key)
        return None

    def _doubled(self, row: JudgedRow, first: JudgedRow, key: Key) -> JudgedRow:
        values: dict[str, object] = {"row": first.number}
        decision = self._choices.decisions.get(row.number, self._choices.doubtful)
        if decision is Decision.JOIN and row.entry and first.entry:
            one = self._joined.get(first.number, first.entry)
            self._joined[first.number] = filled_by(one, row.entry)
            return replace(
                row,
                state=State.SAME,
                reason=JOINED,
                values=values,
                writes=False,
                twin_of=first.number,
                asked=row.number,
            )
        return replace(
            row,
            state=State.TWIN,
            reason=_TWINS[key[0]],
            values=values,
            twin_of=first.number,
            asked=row.number,
            known=shown(first.entry),
            writes=decision is not Decision.SKIP,
        )

    def _guest(self, row: JudgedRow, entry: GuestEntry, keys: Sequence[Key]) -> JudgedRow | None:
        """Return a row of a guest who is on a list of the visit already."""
        if not self._known.listed:
            return None
        listed = [one for one in self._known.guests(keys) if self._fits(one, entry)]
        here = [one for one in listed if one.guest.delegation_id == row.delegation_id]
        if not here:
            here = [
                one
                for one in self._known.awaited(entry)
                if one.guest.delegation_id == row.delegation_id and self._fits(one, entry)
            ]
        if here:
            one = min(here, key=lambda one: len(changes_to(entry, one.person, one.guest)))
            self._taken.add(one.guest.id)
            return self._update(row, one)
        if listed:
            return self._elsewhere(row, listed[0])
        return None

    def _fits(self, one: Listed, entry: GuestEntry) -> bool:
        return one.guest.id not in self._taken and may_be(one.person.name, one.person.nip, entry)

    def _update(self, row: JudgedRow, one: Listed) -> JudgedRow:
        assert row.entry is not None
        changes = changes_to(row.entry, one.person, one.guest)
        row = replace(
            row,
            attendee_id=one.guest.id,
            person_id=one.person.id,
            changes=changes,
            known=one.name.full,
        )
        if not changes:
            return replace(row, state=State.SAME, reason=ON_LIST, values={}, writes=False)
        return self._changed(row, UPDATED)

    def _changed(self, row: JudgedRow, reason: str) -> JudgedRow:
        """Return a row that changes what is known; one that may not stays out and says so."""
        fields = Fields(what for what, _, _ in row.changes)
        values = {"fields": fields, "known": row.known}
        decided = self._choices.decisions.get(row.number) is Decision.JOIN
        may = self._choices.overwrite or decided or not _overwrites(row.changes)
        told = reason if may else OVERWRITES
        return replace(
            row, state=State.UPDATE, reason=told, values=values, writes=may, asked=row.number
        )

    def _elsewhere(self, row: JudgedRow, one: Listed) -> JudgedRow:
        """Return a row of a guest who comes with another delegation of the same visit."""
        body = self._known.bodies.get(one.guest.delegation_id or _NOBODY, "")
        said = {"known": one.name.full or one.guest.title_id, "body": body}
        return self._maybe(row, one.person, ELSEWHERE if body else OWN_PARTY, said)

    def _person(self, row: JudgedRow, entry: GuestEntry) -> JudgedRow:
        """Return a row of somebody whom the office may know from elsewhere."""
        found = self._known.somebody(entry, row.delegation_id) if entry.name.plain else None
        person = self._known.person(found[0]) if found else None
        if found is None or person is None or not may_be(person.name, person.nip, entry):
            return row
        listed = self._known.guest_of(person.id, row.delegation_id)
        if listed is not None:
            return self._nearly_listed(row, listed)
        name = name_of(person).full
        if found[1].score < LIKELY:
            return self._maybe(row, person, MAYBE_KNOWN, {"known": name})
        return self._as_known(row, person)

    def _as_known(self, row: JudgedRow, person: Person) -> JudgedRow:
        """Return a row of somebody new to the visit whom the office knows beyond much doubt."""
        assert row.entry is not None
        name, changes = name_of(person).full, changes_to(row.entry, person, None)
        row = replace(row, person_id=person.id, known=name, changes=changes)
        if changes:
            return self._changed(row, KNOWN_UPDATED)
        return replace(row, reason=KNOWN, values={"known": name}, asked=row.number)

    def _nearly_listed(self, row: JudgedRow, one: Listed) -> JudgedRow:
        """Return a row whose name is only like that of a guest of the same delegation."""
        decision = self._choices.decisions.get(row.number, self._choices.doubtful)
        if decision is Decision.JOIN and one.guest.id not in self._taken:
            self._taken.add(one.guest.id)
            return self._update(row, one)
        return replace(
            self._maybe(row, one.person, MAYBE_LISTED, {"known": one.name.full}), person_id=None
        )

    def _maybe(
        self, row: JudgedRow, person: Person, reason: str, values: Mapping[str, object]
    ) -> JudgedRow:
        """Return a row of which a person must say whether it is somebody who is known."""
        decision = self._choices.decisions.get(row.number, self._choices.doubtful)
        if decision is Decision.JOIN:
            return self._as_known(row, person)
        return replace(
            row,
            state=State.TWIN,
            reason=reason,
            values=values,
            known=str(values["known"]),
            asked=row.number,
            writes=decision is not Decision.SKIP,
        )


_NOBODY = UUID(int=0)


class Fields(tuple[GuestField, ...]):
    """Fields of a guest as the values of a sentence; screens put their own words for them."""

    __slots__ = ()


def may_be(name: str, nip: str | None, entry: GuestEntry) -> bool:
    """Say whether a known person may be who an entry tells of: no other NIP, no other name."""
    own = entry.text(F.NIP)
    if nip and own:
        return nip == own
    if not name or not entry.name.plain:
        return True
    one, other = set(name_key(name).split()), set(name_key(entry.name.plain).split())
    return bool(one & other)


def shown(entry: GuestEntry | None) -> str:
    """Return how an entry is called in a sentence: the name, else the post."""
    if entry is None:
        return ""
    return entry.name.full if entry.name.plain else entry.title.id


def _keys(entry: GuestEntry) -> Iterator[Key]:
    """Yield what makes two rows of a list one person; a post only where one can hold it alone."""
    yield from entry_keys(entry)
    sole = entry.is_head or (entry.group is not None and entry.group not in _MANY)
    if sole and not entry.name.plain:
        yield "post", search_key(entry.title.id)


def _may_be_one(key: Key, first: GuestEntry, second: GuestEntry) -> bool:
    if key[0] == "post" and phone_digits(first.text(F.PHONE)) != phone_digits(second.text(F.PHONE)):
        return not (first.text(F.PHONE) and second.text(F.PHONE))
    return may_be(first.name.plain, first.text(F.NIP), second)


def _overwrites(changes: Changes) -> bool:
    return any(old and what is not F.NAME for what, old, _ in changes)
