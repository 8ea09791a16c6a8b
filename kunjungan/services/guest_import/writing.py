"""Brings the good rows of a guest list in, all by one change that undo takes back whole."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict
from kunjungan.domain.guest_entry import GUEST_TEXTS, PERSON_TEXTS, RANKS, GuestEntry
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.guest_words import role_of_post
from kunjungan.domain.protocol_groups import Group
from kunjungan.domain.words import Role
from kunjungan.i18n import later
from kunjungan.services.delegations import free_substitutes
from kunjungan.services.guest_import.columns import remember
from kunjungan.services.guest_import.differences import changes_to
from kunjungan.services.guest_import.judged import Brought, Judged, JudgedRow
from kunjungan.services.guest_import.known import guests_of
from kunjungan.services.guest_import.links import LINKS
from kunjungan.services.guest_import.steps import Progress, in_steps
from kunjungan.services.office import Office
from kunjungan.services.rank_of_day import is_over, keep_ranks, rank_holder, ranks_of
from kunjungan.services.rows import found
from kunjungan.store.recorder import add_rows
from kunjungan.store.tables import Attendee, Person, Visit

F = GuestField
_MEANWHILE = later(
    "The visit's guests have changed since the list was looked through. Nothing was written; "
    "look through the list again."
)
_HEADS = frozenset({Group.GOVERNOR, Group.REGION_HEAD})
_NULLS = frozenset({F.NIP, F.RANK, F.GRADE, F.PHONE, F.EMAIL})
"""Columns of a person that hold nothing instead of an empty text."""


def bring_in(office: Office, judged: Judged, progress: Progress | None = None) -> Brought:
    """Write every row that ``writes``, in one undoable change; the others stay out.

    Raises:
        Conflict: the guests have changed since; nothing was written.
        Halted: ``progress`` said so; nothing was written.
    """
    rows = [row for row in judged.rows if row.writes and row.entry is not None]
    if not rows:
        return Brought(skipped=len(judged.left))
    with office.store.change(later("Import guests")) as session:
        writer = _Writer(session, judged, office.today())
        for row in in_steps(rows, progress):
            writer.write(row)
        writer.finish()
    return Brought(tuple(writer.added), tuple(writer.updated), len(judged.left))


class _Writer:
    """The writing of one list inside its change."""

    def __init__(self, session: Session, judged: Judged, today: date) -> None:
        self._session = session
        self._today = today
        self._judged = judged
        visit_id = judged.target.visit_id
        self._over = is_over(found(session, Visit, visit_id), today)
        listed = guests_of(session, visit_id)
        if frozenset(guest.id for guest, _ in listed) != judged.seen:
            raise Conflict(_MEANWHILE)
        self._headed = {guest.delegation_id for guest, _ in listed if guest.role == "head"}
        self._new_person = Person(name="").model_dump()
        self._new_guest = Attendee(person_id=visit_id).model_dump()
        self._people: list[dict[str, Any]] = []
        self._guests: list[dict[str, Any]] = []
        self._ids = {row.number: row.attendee_id for row in judged.rows if row.attendee_id}
        self.added: list[UUID] = []
        self.updated: list[UUID] = []

    def write(self, row: JudgedRow) -> None:
        """Add a guest, or change one who is listed."""
        assert row.entry is not None
        if row.attendee_id is None:
            self._add(row, row.entry)
        else:
            self._update(row, row.entry, row.attendee_id)

    def finish(self) -> None:
        """Write the new rows, and remember what the columns of this institution's lists are."""
        add_rows(self._session, Person, self._people)
        add_rows(self._session, Attendee, self._guests)
        for row in self._judged.rows:
            if row.writes and row.links:
                self._link(row)
        delegation_id = self._judged.target.delegation_id
        if self._judged.choices.remember and delegation_id is not None:
            remember(self._session, delegation_id, self._judged.titles, self._judged.columns)

    def _link(self, row: JudgedRow) -> None:
        """Let a guest come in the place of another, or with another; the other is represented."""
        guest = found(self._session, Attendee, self._ids[row.number])
        for link in row.links:
            other = found(self._session, Attendee, link.guest or self._ids[link.row or 0])
            setattr(guest, LINKS[link.what], other.id)
            if link.what is F.REPRESENTS:
                other.attendance = "represented"

    def _add(self, row: JudgedRow, entry: GuestEntry) -> None:
        own = self._judged.target.visit_id if row.delegation_id is None else None
        guest = {
            **self._new_guest,
            "id": uuid4(),
            "delegation_id": row.delegation_id,
            "visit_id": own,
            **self._person(row, entry),
            "title_id": entry.title.id,
            "title_en": entry.title.en,
            "capacity": entry.capacity,
            "precedence_group": entry.group,
            "local_rank_id": entry.local_rank,
            "former": entry.former,
            "since": entry.since,
            "role": entry.role or self._role(row, entry),
        }
        guest |= _texts(entry, GUEST_TEXTS)
        if entry.attendance:
            guest["attendance"] = entry.attendance
        self._guests.append(guest)
        self._ids[row.number] = guest["id"]
        self.added.append(guest["id"])

    def _role(self, row: JudgedRow, entry: GuestEntry) -> Role:
        """Return what a guest is whom the list does not call anything."""
        leads = entry.group in _HEADS and not entry.former
        if leads and row.delegation_id not in self._headed:
            self._headed.add(row.delegation_id)
            return "head"
        return role_of_post(entry.title.id) or "member"

    def _person(self, row: JudgedRow, entry: GuestEntry) -> dict[str, Any]:
        """Return who a new guest is, one who is known or a new one, with a rank of that day."""
        if row.person_id is not None:
            person = self._session.get(Person, row.person_id)
            if person is None:
                raise Conflict(_MEANWHILE)
            self._refuse_stale(row, entry, person, None)
            of_day = self._change(row, entry, person, None)
            ranks = {"rank": of_day.rank, "grade": of_day.grade} if of_day else {}
            return {"person_id": person.id, **ranks}
        key = uuid4()
        texts, name = _texts(entry, PERSON_TEXTS), entry.name
        titles = {"titles_front": name.front, "titles_back": name.back}
        self._people.append({**self._new_person, **texts, **titles, "id": key, "name": name.plain})
        return {"person_id": key}

    def _update(self, row: JudgedRow, entry: GuestEntry, attendee_id: UUID) -> None:
        guest = self._session.get(Attendee, attendee_id)
        person = self._session.get(Person, row.person_id) if row.person_id else None
        if guest is None or person is None:
            raise Conflict(_MEANWHILE)
        self._refuse_stale(row, entry, person, guest)
        self._change(row, entry, person, guest)
        if any(what is F.ATTENDANCE for what, _, _ in row.changes):
            free_substitutes(self._session, [guest])
        self.updated.append(guest.id)

    def _change(
        self, row: JudgedRow, entry: GuestEntry, person: Person, guest: Attendee | None
    ) -> Attendee | None:
        """Write what was shown; lists of the past keep the rank of the day.

        What a list of the past says of a rank is that of its day: return whose own it is then.
        """
        ranks = [old for what, old, _ in row.changes if what in RANKS]
        if self._over and any(ranks):
            guest = guest or Attendee(person_id=person.id)
            if rank_holder(guest, person) is person:
                guest.rank, guest.grade = ranks_of(person)
        elif ranks and rank_holder(guest, person) is person:
            keep_ranks(self._session, person, self._today, guest.id if guest else None)
        _change(person, guest, row, entry)
        return guest

    def _refuse_stale(
        self, row: JudgedRow, entry: GuestEntry, person: Person, guest: Attendee | None
    ) -> None:
        """Refuse what would now change something else than was shown."""
        if changes_to(entry, person, guest) != row.changes:
            raise Conflict(_MEANWHILE)


def _texts(entry: GuestEntry, fields: Collection[GuestField]) -> dict[str, str]:
    """Return what a row says of some fields, by column; a new record says nothing else."""
    return {what.value: text for what, text in entry.texts.items() if what in fields}


def _change(person: Person, guest: Attendee | None, row: JudgedRow, entry: GuestEntry) -> None:
    """Write the changes that were shown, and nothing else."""
    for what, _, new in row.changes:
        if what is F.NAME:
            person.name = person.name or entry.name.plain
            person.titles_front, person.titles_back = entry.name.front, entry.name.back
        elif what in PERSON_TEXTS:
            holder = rank_holder(guest, person) if what in RANKS else person
            setattr(holder, what.value, _kept(what, new))
        elif guest is not None and what in (F.TITLE, F.TITLE_EN):
            _fill_post(guest, entry)
        elif guest is not None:
            value = PartialDate.parse(new) if what is F.SINCE else new
            setattr(guest, what.value, value)


def _fill_post(guest: Attendee, entry: GuestEntry) -> None:
    guest.title_id, guest.title_en = entry.title.id, entry.title.en
    guest.capacity = entry.capacity
    guest.precedence_group = entry.group or guest.precedence_group
    guest.former = entry.former or guest.former


def _kept(what: GuestField, text: str) -> str | None:
    return text or (None if what in _NULLS else "")
