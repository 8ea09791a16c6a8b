"""What a row would change of a guest or a person who is known; an empty cell changes nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from kunjungan.domain.capacity import title_line
from kunjungan.domain.guest_cells import TO_COME
from kunjungan.domain.guest_entry import GUEST_TEXTS, PERSON_TEXTS, RANKS, GuestEntry
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.likeness import phone_digits
from kunjungan.domain.names import search_key
from kunjungan.domain.posts import read_post
from kunjungan.services.guests.participants import title_of
from kunjungan.services.people import name_of
from kunjungan.services.rank_of_day import rank_holder
from kunjungan.store.tables import Attendee, Person

F = GuestField
Changes = tuple[tuple[GuestField, str, str], ...]
"""Field, old text and new text."""
_ALIKE: Mapping[GuestField, Callable[[str], str]] = MappingProxyType(
    {F.PHONE: phone_digits, F.EMAIL: str.casefold, F.TITLE: search_key, F.TITLE_EN: search_key}
)
"""How texts of a field are compared; all others letter by letter."""

_LASTING = tuple(what for what in PERSON_TEXTS if what not in RANKS)
"""Fields of a person that no list has of its own."""


def changes_to(entry: GuestEntry, person: Person, guest: Attendee | None) -> Changes:
    """Return what an entry would change; ``guest`` is None for a person new to the visit.

    A name that is known stays as it is: the appointment decides its spelling, not a list.
    """
    return tuple(_changes(entry, person, guest))


def filled_by(first: GuestEntry, second: GuestEntry) -> GuestEntry:
    """Return one entry of two rows that are one person: the second fills what the first lacks."""
    named = first if first.name.plain else second
    return replace(
        first,
        name=named.name,
        title=first.title if first.title.id else second.title,
        group=first.group or second.group,
        role=first.role or second.role,
        attendance=first.attendance or second.attendance,
        since=first.since or second.since,
        local_rank=first.local_rank or second.local_rank,
        texts={**second.texts, **first.texts},
    )


def _changes(
    entry: GuestEntry, person: Person, guest: Attendee | None
) -> Iterator[tuple[GuestField, str, str]]:
    if entry.name.plain and not person.name:
        yield F.NAME, TO_COME, entry.name.full
    elif (entry.name.front or entry.name.back) and not (person.titles_front or person.titles_back):
        yield F.NAME, name_of(person).full, replace(entry.name, plain=person.name).full
    yield from _texts(entry, person, _LASTING)
    yield from _texts(entry, rank_holder(guest, person), RANKS)
    if guest is not None:
        yield from _posts(entry, guest)
        yield from _texts(entry, guest, GUEST_TEXTS)


def _posts(entry: GuestEntry, guest: Attendee) -> Iterator[tuple[GuestField, str, str]]:
    old = title_of(guest)
    new = title_line(entry.title, entry.capacity)
    same = guest.capacity is entry.capacity and read_post(guest.title_id).title == entry.title
    if entry.title.id and not same and _differ(F.TITLE, old.id, new.id):
        yield F.TITLE, old.id, new.id
    says = entry.text(F.TITLE_EN) or not guest.title_en
    if says and entry.title.en and _differ(F.TITLE_EN, guest.title_en, entry.title.en):
        yield F.TITLE_EN, guest.title_en, entry.title.en
    since = str(guest.since or "")
    for what, was, now in (
        (F.ROLE, guest.role, entry.role or ""),
        (F.ATTENDANCE, guest.attendance, entry.attendance or ""),
        (F.SINCE, since, str(entry.since or "")),
    ):
        if now and was != now:
            yield what, was, now


def _texts(
    entry: GuestEntry, row: Person | Attendee, fields: tuple[GuestField, ...]
) -> Iterator[tuple[GuestField, str, str]]:
    for what in fields:
        old, new = getattr(row, what.value) or "", entry.text(what)
        if new and _differ(what, old, new):
            yield what, old, new


def _differ(what: GuestField, old: str, new: str) -> bool:
    plain = _ALIKE.get(what)
    return plain(old) != plain(new) if plain else old != new
