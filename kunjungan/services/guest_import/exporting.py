"""Writes a visit's guests as a list that comes back as it was; personal data only when asked."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.guest_cells import TO_COME
from kunjungan.domain.guest_entry import GUEST_TEXTS, PERSON_TEXTS
from kunjungan.domain.guest_heads import FIELD_HEADS, GuestField
from kunjungan.domain.guest_words import ATTENDANCES, CAPACITIES, ROLES
from kunjungan.exchange.sheet_writer import SheetOut, write_sheet
from kunjungan.i18n import later
from kunjungan.services.guest_import.known import guests_of
from kunjungan.services.guests.participants import participants_in
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Attendee, Delegation, Institution, Person

F = GuestField
PERSONAL = frozenset({F.NIP, F.PHONE, F.EMAIL, F.DIET, F.ACCESS})
"""Left out unless asked for (UU 27/2022)."""
_REFUSED = later("Guests are written as .xlsx or .csv, not as “{name}”. Nothing was written.")
_SHEET = Bilingual("Daftar tamu", "Guests")
_Cell = Callable[[Attendee, Person, Language], str]


def export_guests(
    office: Office, visit_id: UUID, path: Path, language: Language = "id", *, personal: bool = False
) -> Path:
    """Write the guests of all delegations as a workbook or CSV, by the file's suffix.

    Raises:
        NotFound: the visit is gone.
        RuleBroken: the file has another suffix.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    return write_sheet(path, guest_sheet(office, visit_id, language, personal=personal), _REFUSED)


def guest_sheet(
    office: Office, visit_id: UUID, language: Language = "id", *, personal: bool = False
) -> SheetOut:
    """Return the guests of all delegations as a table, in the order of the screen."""
    apart = frozenset({F.FAMILY_NAME}) | (frozenset() if personal else PERSONAL)
    fields = [what for what in F if what not in apart]
    with office.store.read() as session:
        listed = {guest.id: (guest, person) for guest, person in guests_of(session, visit_id)}
        bodies: dict[UUID, str] = {}
        rows = []
        for line in participants_in(session, visit_id):
            if line.delegation_id is None:
                continue
            if line.delegation_id not in bodies:
                home = found(session, Delegation, line.delegation_id).institution_id
                bodies[line.delegation_id] = found(session, Institution, home).name_id
            cells = {F.BODY: bodies[line.delegation_id]} | _cells(*listed[line.id], language)
            rows.append(tuple(cells.get(what, "") for what in fields))
    heads = tuple(FIELD_HEADS[what].side(language) for what in fields)
    return SheetOut(_SHEET.side(language), heads, tuple(rows))


def _cells(guest: Attendee, person: Person, language: Language) -> dict[GuestField, str]:
    plain = {what: str(getattr(person, what.value) or "") for what in PERSON_TEXTS}
    plain |= {what: str(getattr(guest, what.value) or "") for what in GUEST_TEXTS}
    return plain | {what: cell(guest, person, language) for what, cell in _CELLS.items()}


_CELLS: Mapping[GuestField, _Cell] = MappingProxyType(
    {
        F.NAME: lambda _, person, __: person.name or TO_COME,
        F.TITLES_FRONT: lambda _, person, __: " ".join(person.titles_front),
        F.TITLES_BACK: lambda _, person, __: ", ".join(person.titles_back),
        F.TITLE: lambda guest, _, __: guest.title_id,
        F.TITLE_EN: lambda guest, _, __: guest.title_en,
        F.CAPACITY: lambda guest, _, __: CAPACITIES.get(guest.capacity, ""),
        F.GROUP: lambda guest, _, __: guest.precedence_group or "",
        F.ROLE: lambda guest, _, to: ROLES[guest.role].side(to),
        F.ATTENDANCE: lambda guest, _, to: ATTENDANCES[guest.attendance].side(to),
        F.SINCE: lambda guest, _, __: str(guest.since or ""),
    }
)
