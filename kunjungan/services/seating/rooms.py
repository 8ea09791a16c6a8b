"""Rooms to start a plan from: those that the program brings, and the office's own."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.seating_kinds import Part, PartKind, json_of, part_from
from kunjungan.domain.seating_parts import places
from kunjungan.domain.seating_templates import Occasion, SeatingTemplate, fitting, shipped_rooms
from kunjungan.domain.visit_words import ItemKind, VisitKind
from kunjungan.i18n import later
from kunjungan.services.guests.participants import coming_in
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found, required
from kunjungan.services.rundown.cast import agreements_in
from kunjungan.store.tables import AgendaItem, SeatingPlan, Template, Visit

_DAMAGED = later("This template cannot be read. Nothing was changed; remove it and save it again.")


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A room to choose: its seats; ``fits`` the occasion best, ``own`` the office's.

    ``key`` is the shipped room's code or the own one's id as text.
    """

    key: str
    name: Bilingual
    seats: int
    parts: tuple[Part, ...]
    fits: bool = False
    own: bool = False


def seat_templates(
    office: Office, visit_id: UUID | None = None, session_id: UUID | None = None
) -> list[RoomLine]:
    """Return all rooms to start from; of a visit or a session the one that fits it comes first.

    The office's own come before those that the program brings.
    """
    with office.store.read() as session:
        rooms = [*_own(session), *shipped_rooms()]
        best = ""
        if visit_id is not None:
            best = _fitting(session, found(session, Visit, visit_id), session_id).code
    own = {room.code for room in shipped_rooms()}
    lines = [
        RoomLine(
            room.code,
            room.name,
            sum(1 for place in places(room.parts) if not place.behind),
            room.parts,
            room.code == best,
            room.code not in own,
        )
        for room in rooms
    ]
    return sorted(lines, key=lambda line: (not line.fits, not line.own))


def fitting_room(office: Office, visit_id: UUID, session_id: UUID | None = None) -> str:
    """Return the key of the room that fits a visit or a session: by what its rundown holds."""
    with office.store.read() as session:
        return _fitting(session, found(session, Visit, visit_id), session_id).code


def room_in(session: Session, key: str) -> SeatingTemplate:
    """Return a room by its key, as the office's settings want it.

    Raises:
        NotFound: there is no such room.
        RuleBroken: the office's own room cannot be read.
    """
    settings = settings_in(session)
    room = next((room for room in shipped_rooms() if room.code == key), None)
    if room is None:
        return _own_room(_own_row(session, key))
    parts = [replace(part, guest_right=settings.guest_right) for part in room.parts]
    halves = [replace(part, halves=settings.row_halves and _is_rows(part)) for part in parts]
    return replace(room, parts=tuple(halves))


def save_template(office: Office, plan_id: UUID, name: str) -> str:
    """Keep the room of a plan as the office's own template and return its key.

    An older one of that name is replaced.
    """
    title = required(name, later("A template needs a name."))
    with office.store.change(later("Save seating template")) as session:
        plan = found(session, SeatingPlan, plan_id)
        rows = session.exec(select(Template).where(Template.use == "seating")).all()
        row = next((row for row in rows if row.name_id.casefold() == title.casefold()), None)
        row = row or Template(use="seating", name_id=title)
        row.rows = tuple(json_of(part_from(data)) for data in plan.parts)
        session.add(row)
    return str(row.id)


def remove_template(office: Office, key: str) -> None:
    """Remove one of the office's own rooms; plans made from it stay."""
    with office.store.change(later("Remove seating template")) as session:
        session.delete(_own_row(session, key))


def _own(session: Session) -> list[SeatingTemplate]:
    rows = session.exec(select(Template).where(Template.use == "seating")).all()
    rooms = []
    for row in sorted(rows, key=lambda row: (row.name_id.casefold(), row.id.hex)):
        try:
            rooms.append(_own_room(row))
        except RuleBroken:
            continue
    return rooms


def _own_row(session: Session, key: str) -> Template:
    try:
        return found(session, Template, UUID(key))
    except ValueError as error:
        known = ", ".join(room.code for room in shipped_rooms())
        message = later("There is no room template “{name}”. Known are: {known}.")
        raise NotFound(message, name=key, known=known) from error


def _own_room(row: Template) -> SeatingTemplate:
    parts = tuple(part_from(data) for data in row.rows)
    if not parts:
        raise RuleBroken(_DAMAGED)
    return SeatingTemplate(str(row.id), Bilingual(row.name_id, row.name_en or row.name_id), parts)


def _is_rows(part: Part) -> bool:
    return part.kind is PartKind.ROWS


def _fitting(session: Session, visit: Visit, session_id: UUID | None) -> SeatingTemplate:
    signed = len(agreements_in(session, visit.id))
    occasion = _occasion(_kinds(session, visit.id, session_id), visit, signed)
    parties = {"signing": 1 + (signed or 1) if session_id is None else 2}.get(occasion, 0)
    people = len(coming_in(session, visit.id, session_id))
    return fitting(shipped_rooms(), occasion, parties, people)


def _kinds(session: Session, visit_id: UUID, session_id: UUID | None) -> set[ItemKind]:
    query = select(AgendaItem).where(AgendaItem.visit_id == visit_id)
    items = session.exec(query).all()
    return {item.kind for item in items if session_id is None or item.session_id == session_id}


def _occasion(kinds: set[ItemKind], visit: Visit, signed: int) -> Occasion:
    """Return what a room is for: a signing goes before a meal, a meal before a talk."""
    if ItemKind.SIGNING in kinds or (not kinds and signed):
        return "signing"
    talk = kinds & {ItemKind.DISCUSSION, ItemKind.REPORT, ItemKind.VIDEO}
    if ItemKind.MEAL in kinds or (ItemKind.BREAK in kinds and not talk):
        return "meal"
    talks = visit.kind in {VisitKind.STUDY, VisitKind.COUNCIL, VisitKind.COURTESY}
    return "meeting" if talk or talks else "any"
