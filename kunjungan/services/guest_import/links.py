"""Who comes in whose place, and with whom, as a list says by names: found in the list or the visit.

Whom nobody on the list or at the visit is called is told and left out, and so is a substitute who
would be represented in turn.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.names import PersonName, parse_name, search_key
from kunjungan.i18n import later
from kunjungan.services.guest_import.judged import Choices, JudgedRow, Link, State
from kunjungan.services.guest_import.known import Known, Listed, name_key
from kunjungan.services.guest_import.matching import OVERWRITES, UPDATED, Fields
from kunjungan.services.guests.participants import title_of

F = GuestField
LINKS: Mapping[GuestField, str] = MappingProxyType(
    {F.REPRESENTS: "represents_id", F.COMPANION_OF: "companion_of_id"}
)
"""The fields that name another guest, and the columns of a guest that hold them."""
NOBODY = later("“{text}” names no single other guest; the rest of the row holds.")
CHAIN = later("“{text}” cannot be represented through a third; the rest of the row holds.")


@dataclass(frozen=True, slots=True)
class _One:
    """Somebody whom a list may name: by the row, or as a guest who is listed already."""

    row: int | None
    guest: UUID | None
    delegation_id: UUID | None

    def is_(self, row: JudgedRow) -> bool:
        """Say whether it is who a row tells of."""
        return self.row == row.number if self.row else self.guest == row.attendee_id


def linked(rows: Sequence[JudgedRow], known: Known, choices: Choices) -> tuple[JudgedRow, ...]:
    """Return the rows of a list with those found whom they name."""
    if not any(_says(row) for row in rows):
        return tuple(rows)
    people = _people(rows, known)
    found = [_row(row, people, known, choices) for row in rows]
    return tuple(_unchained(found, known))


def _says(row: JudgedRow) -> bool:
    return row.entry is not None and any(row.entry.text(what) for what in LINKS)


def _people(rows: Sequence[JudgedRow], known: Known) -> Mapping[str, list[_One]]:
    """Return everybody of the list and of the visit, by what one may be called."""
    people: dict[str, list[_One]] = defaultdict(list)
    met = set[UUID]()
    for row in rows:
        if row.entry is not None and (row.writes or row.attendee_id):
            one = _One(row.number, row.attendee_id, row.delegation_id)
            met |= {row.attendee_id} if row.attendee_id else set()
            listed = known.listed.get(row.attendee_id) if row.attendee_id else None
            posts = row.entry.title.id, title_of(listed.guest).id if listed else ""
            for key in _keys(row.entry.name, *posts):
                people[key].append(one)
    for key_id, one_listed in known.listed.items():
        if key_id not in met:
            one = _One(None, key_id, one_listed.guest.delegation_id)
            for key in _keys(one_listed.name, *_posts(one_listed)):
                people[key].append(one)
    return people


def _posts(listed: Listed) -> tuple[str, str]:
    return listed.guest.title_id, title_of(listed.guest).id


def _keys(name: PersonName, *posts: str) -> set[str]:
    names = {f"name {name_key(name.plain)}"} if name.plain else set[str]()
    return names | {f"post {search_key(post)}" for post in posts if post}


def _row(
    row: JudgedRow, people: Mapping[str, list[_One]], known: Known, choices: Choices
) -> JudgedRow:
    """Return a row with whom it names, or with the remark that it names nobody."""
    entry = row.entry
    if entry is None or not _says(row) or not (row.writes or row.attendee_id):
        return row
    links = list[Link]()
    for what in LINKS:
        text = entry.text(what)
        one = _named(text, row, people) if text else None
        if one is not None:
            links.append(Link(what, text, one.row, one.guest))
        elif text:
            row = replace(row, reason=NOBODY, values={"text": text}, column=None)
    new = tuple(link for link in links if not _is_there(row, link, known))
    return _with(row, new, known, choices) if new else row


def _named(text: str, row: JudgedRow, people: Mapping[str, list[_One]]) -> _One | None:
    """Return who alone is called so, before others one of the same delegation."""
    for key in (f"name {name_key(parse_name(text).plain)}", f"post {search_key(text)}"):
        others = [one for one in people.get(key, ()) if not one.is_(row)]
        near = [one for one in others if one.delegation_id == row.delegation_id]
        if len(near or others) == 1:
            return (near or others)[0]
    return None


def _is_there(row: JudgedRow, link: Link, known: Known) -> bool:
    listed = known.listed.get(row.attendee_id) if row.attendee_id else None
    now = getattr(listed.guest, LINKS[link.what]) if listed else None
    return now is not None and now == link.guest


def _with(row: JudgedRow, links: tuple[Link, ...], known: Known, choices: Choices) -> JudgedRow:
    """Return a row with what it says of others; what is known otherwise changes only if it may."""
    listed = known.listed.get(row.attendee_id) if row.attendee_id else None
    if listed is None:
        return replace(row, links=links)
    fields = Fields([*(what for what, _, _ in row.changes), *(link.what for link in links)])
    others = any(getattr(listed.guest, LINKS[link.what]) for link in links)
    may = choices.overwrite or not others
    if row.state is State.UPDATE:
        may = may and row.writes
    values = {"fields": fields, "known": row.known}
    told = UPDATED if may else OVERWRITES
    return replace(
        row, state=State.UPDATE, reason=told, values=values, writes=may, links=links,
        asked=row.number,
    )  # fmt: skip


def _unchained(rows: Sequence[JudgedRow], known: Known) -> Iterator[JudgedRow]:
    """Yield the rows without substitutes who would be represented themselves."""
    places = {row.number: row.attendee_id or row.number for row in rows}
    away: dict[UUID | int, UUID | int | None] = {}
    for one in known.listed.values():
        away[one.guest.id] = one.guest.represents_id
    for row in rows:
        for link in _instead(row):
            away[places[row.number]] = _place(link, places)
    absent = {place for place in away.values() if place is not None}
    for row in rows:
        chained = [link for link in _instead(row) if away.get(_place(link, places)) is not None]
        if chained or (_instead(row) and places[row.number] in absent):
            rest = tuple(link for link in row.links if link.what is not F.REPRESENTS)
            text = next(iter(_instead(row))).text
            yield replace(row, links=rest, reason=CHAIN, values={"text": text})
        else:
            yield row


def _instead(row: JudgedRow) -> list[Link]:
    return [link for link in row.links if link.what is F.REPRESENTS]


def _place(link: Link, places: Mapping[int, UUID | int]) -> UUID | int:
    return link.guest or places[link.row or 0]
