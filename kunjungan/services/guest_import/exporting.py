"""Writes a visit's guests as a list that comes back as it was; personal data only when asked."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.guest_cells import TO_COME
from kunjungan.domain.guest_entry import GUEST_TEXTS, PERSON_TEXTS
from kunjungan.domain.guest_heads import FIELD_HEADS, GuestField
from kunjungan.domain.guest_words import ATTENDANCES, CAPACITIES, ROLES
from kunjungan.exchange.sheet_writer import SheetOut, write_sheet
from kunjungan.i18n import later
from kunjungan.services.guest_import.known import HOST_WORDS, guests_of
from kunjungan.services.guests.participants import (
    Participant,
    host_of,
    participants_in,
    title_of,
)
from kunjungan.services.office import Office
from kunjungan.services.people import name_of
from kunjungan.services.rank_of_day import rank_holder, ranks_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Attendee, Delegation, Institution, LocalRank, Person, Visit

F = GuestField
PERSONAL = frozenset({F.NIP, F.PHONE, F.EMAIL, F.DIET, F.ACCESS})
"""Left out unless asked for (UU 27/2022)."""
_REFUSED = later("Guests are written as .xlsx or .csv, not as “{name}”. Nothing was written.")
_SHEET = Bilingual("Daftar tamu", "Guests")
_Cell = Callable[[Attendee, Person, Language], str]


def export_guests(
    office: Office, visit_id: UUID, path: Path, language: Language = "id", *, personal: bool = False
) -> Path:
    """Write the guests and the host's own party as a workbook or CSV, by the file's suffix.

    Raises:
        NotFound: the visit is gone.
        RuleBroken: the file has another suffix.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    return write_sheet(path, guest_sheet(office, visit_id, language, personal=personal), _REFUSED)


def guest_sheet(
    office: Office, visit_id: UUID, language: Language = "id", *, personal: bool = False
) -> SheetOut:
    """Return everybody who takes part as a table: the host's own party, then each delegation."""
    apart = frozenset({F.FAMILY_NAME}) | (frozenset() if personal else PERSONAL)
    fields = [what for what in F if what not in apart]
    with office.store.read() as session:
        listed = {guest.id: (guest, person) for guest, person in guests_of(session, visit_id)}
        bodies = _bodies(session, visit_id, language)
        local = _local_ranks(session, language)
        rows = []
        for line in participants_in(session, visit_id):
            cells = {F.BODY: bodies[line.delegation_id]} | _cells(*listed[line.id], language)
            cells |= _others(line, listed)
            cells[F.LOCAL_RANK] = local.get(line.local_rank_id, "")
            rows.append(tuple(cells.get(what, "") for what in fields))
    heads = tuple(FIELD_HEADS[what].side(language) for what in fields)
    return SheetOut(_SHEET.side(language), heads, tuple(rows))


def _local_ranks(session: Session, language: Language) -> dict[UUID | None, str]:
    """Return the office's own additions to precedence by name."""
    rows = session.exec(select(LocalRank))
    return {
        row.id: Bilingual(row.name_id, row.name_en or row.name_id).side(language) for row in rows
    }


def _bodies(session: Session, visit_id: UUID, language: Language) -> dict[UUID | None, str]:
    """Return what institution a party is of; a host of no name of its own is called so."""
    query = select(Delegation.id, Institution.name_id).join(Institution)
    rows = session.exec(query.where(Delegation.visit_id == visit_id)).all()
    bodies: dict[UUID | None, str] = dict(rows)
    host = host_of(session, found(session, Visit, visit_id))
    named = host is not None and host.name_id not in bodies.values()
    word = Bilingual(*HOST_WORDS).side(language)
    return bodies | {None: host.name_id if host is not None and named else word}


def _others(line: Participant, listed: Mapping[UUID, tuple[Attendee, Person]]) -> dict[F, str]:
    """Return in whose place and with whom a guest comes: the other's name, else the post."""
    keys = {F.REPRESENTS: line.represents_id, F.COMPANION_OF: line.companion_of_id}
    there = {what: listed[key] for what, key in keys.items() if key is not None and key in listed}
    return {
        what: name_of(person).full if person.name else title_of(guest).id
        for what, (guest, person) in there.items()
    }


def _cells(guest: Attendee, person: Person, language: Language) -> dict[GuestField, str]:
    plain = {what: str(getattr(person, what.value) or "") for what in PERSON_TEXTS}
    plain |= {what: str(getattr(guest, what.value) or "") for what in GUEST_TEXTS}
    return plain | {what: cell(guest, person, language) for what, cell in _CELLS.items()}


def _post(guest: Attendee) -> Bilingual:
    """Return the post without its capacity, which has a column; "Mantan" has none."""
    return title_of(guest) if guest.former else Bilingual(guest.title_id, guest.title_en)


_CELLS: Mapping[GuestField, _Cell] = MappingProxyType(
    {
        F.NAME: lambda _, person, __: person.name or TO_COME,
        F.TITLES_FRONT: lambda _, person, __: " ".join(person.titles_front),
        F.TITLES_BACK: lambda _, person, __: ", ".join(person.titles_back),
        F.TITLE: lambda guest, _, __: _post(guest).id,
        F.TITLE_EN: lambda guest, _, __: _post(guest).en,
        F.CAPACITY: lambda guest, _, __: CAPACITIES.get(guest.capacity, ""),
        F.GROUP: lambda guest, _, __: guest.precedence_group or "",
        F.RANK: lambda guest, person, _: ranks_of(rank_holder(guest, person))[0],
        F.GRADE: lambda guest, person, _: ranks_of(rank_holder(guest, person))[1],
        F.ROLE: lambda guest, _, to: ROLES[guest.role].side(to),
        F.ATTENDANCE: lambda guest, _, to: ATTENDANCES[guest.attendance].side(to),
        F.SINCE: lambda guest, _, __: str(guest.since or ""),
    }
)
