"""Rooms and vehicles of the office, each known by its name wherever it is used."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bookings import name_key
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    CalendarEntry,
    Journey,
    Resource,
    Visit,
    VisitSession,
)

_USED = {
    ResourceKind.ROOM: (
        (Visit, "room"),
        (VisitSession, "room"),
        (CalendarEntry, "room"),
        (AgendaItem, "place"),
    ),
    ResourceKind.VEHICLE: ((Assignment, "vehicle"), (Journey, "vehicle")),
}
"""Where a room or a vehicle is named."""


@dataclass(frozen=True, slots=True)
class ResourceForm:
    """What a person fills in for a room or a vehicle; ``version`` 0 means a new one.

    ``turnaround`` is in minutes, None for the office's setting.
    """

    kind: ResourceKind
    name: str
    place: str = ""
    seats: int | None = None
    turnaround: int | None = None
    plate: str = ""
    note: str = ""
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """A room or vehicle in a list; one that is not ``active`` is offered no longer."""

    id: UUID
    kind: ResourceKind
    name: str
    place: str
    seats: int | None
    turnaround: int | None
    plate: str
    note: str
    active: bool


def list_resources(office: Office) -> list[ResourceLine]:
    """Return the rooms and vehicles by kind: those in use first, by name."""
    with office.store.read() as session:
        lines = [_line(row) for row in session.exec(select(Resource))]
    return sorted(lines, key=lambda line: (line.kind, not line.active, name_key(line.name)))


def resource_form(office: Office, resource_id: UUID) -> ResourceForm:
    """Return a room or vehicle as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(ResourceForm, found(session, Resource, resource_id))


def add_resource(office: Office, form: ResourceForm) -> UUID:
    """Add a room or a vehicle and return its id; RuleBroken when its name is taken."""
    with office.store.change(_named(form.kind, later("Add room"), later("Add vehicle"))) as session:
        _check(session, form, None)
        row = Resource(kind=form.kind, name="")
        put(row, replace(form, name=form.name.strip()))
        session.add(row)
    return row.id


def edit_resource(office: Office, resource_id: UUID, form: ResourceForm) -> None:
    """Change a room or a vehicle; another name is written wherever the old one stands."""
    words = _named(form.kind, later("Edit room"), later("Edit vehicle"))
    with office.store.change(words) as session:
        row = found(session, Resource, resource_id, seen=form.version)
        _check(session, form, resource_id)
        wanted = replace(form, name=form.name.strip())
        if wanted.name != row.name:
            _rename(session, row, wanted.name)
        put(row, wanted)


def retire_resource(office: Office, resource_id: UUID, *, active: bool = False) -> None:
    """Offer a room or a vehicle no longer, or again; what it was used for stays."""
    with office.store.change(later("Bring back") if active else later("Retire")) as session:
        found(session, Resource, resource_id).active = active


def remove_resource(office: Office, resource_id: UUID) -> None:
    """Remove a room or vehicle that nothing names; RuleBroken where something does."""
    with office.store.change(later("Remove room or vehicle")) as session:
        row = found(session, Resource, resource_id)
        if any(_using(session, row)):
            raise RuleBroken(
                later("“{name}” is used in the calendar, so it stays. Retire it instead."),
                name=row.name,
            )
        session.delete(row)


def _check(session: Session, form: ResourceForm, own: UUID | None) -> None:
    name = required(form.name, later("A room or vehicle needs a name."))
    rows = session.exec(select(Resource).where(col(Resource.kind) == form.kind))
    if any(row.id != own and name_key(row.name) == name_key(name) for row in rows):
        raise RuleBroken(later("There is a “{name}” already."), name=name)
    if any(value is not None and value < 0 for value in (form.seats, form.turnaround)):
        raise RuleBroken(later("Seats and minutes cannot be fewer than none."))


def _rename(session: Session, row: Resource, name: str) -> None:
    for user, column in list(_using(session, row)):
        setattr(user, column, name)


def _using(session: Session, row: Resource) -> Iterable[tuple[Any, str]]:
    """Yield the records that name a room or vehicle, with the column that does."""
    for table, column in _USED[row.kind]:
        named: Any = getattr(table, column)
        spelled = {name for name in session.exec(select(named).distinct()) if name}
        same = [name for name in spelled if name_key(name) == name_key(row.name)]
        for user in session.exec(select(table).where(named.in_(same))):
            yield user, column


def _named(kind: ResourceKind, room: str, vehicle: str) -> str:
    return room if kind is ResourceKind.ROOM else vehicle


def _line(row: Resource) -> ResourceLine:
    return ResourceLine(
        row.id,
        row.kind,
        row.name,
        row.place,
        row.seats,
        row.turnaround,
        row.plate,
        row.note,
        row.active,
    )
