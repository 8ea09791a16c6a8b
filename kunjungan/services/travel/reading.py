"""Reads how the delegations of a visit travel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import name_key
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.services.delegation_lines import delegations_in
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import as_form, found
from kunjungan.services.travel.far import far_bodies
from kunjungan.services.travel.hints import Stay, hints_of
from kunjungan.services.travel.lines import (
    DelegationTravel,
    JourneyLine,
    LodgingLine,
    journey_line,
)
from kunjungan.services.travel.twice import Drive, drives_elsewhere
from kunjungan.services.visiting.crew import crew_in
from kunjungan.services.visiting.sessions import own_hours
from kunjungan.store.tables import Delegation, Journey, Lodging, Resource, Visit

_R = TypeVar("_R", JourneyLine, LodgingLine)


@dataclass(frozen=True, slots=True)
class _Known:
    """The office's vehicles and the telephones of the crew, by their names' keys."""

    vehicles: Mapping[str, Resource]
    phones: Mapping[str, str]

    def told(self, line: JourneyLine) -> JourneyLine:
        """Return a journey with what is known of its vehicle and its people."""
        phones = (self._phone(line.driver), self._phone(line.met_by))
        car = self.vehicles.get(name_key(line.vehicle))
        if car is None:
            return replace(line, phones=phones)
        return replace(line, plate=car.plate, seats=car.seats, phones=phones)

    def _phone(self, name: str) -> str:
        return self.phones.get(name_key(name), "")


def travel(office: Office, visit_id: UUID) -> list[DelegationTravel]:
    """Return how each delegation of a visit travels, in their order, with what looks wrong.

    Raises NotFound where the visit is gone.
    """
    with office.store.read() as session:
        return travel_in(session, found(session, Visit, visit_id))


def travel_in(session: Session, visit: Visit) -> list[DelegationTravel]:
    """Return how each delegation of a visit travels as an open session sees it."""
    lines = delegations_in(session, visit.id)
    bodies = {line.id: line.name for line in lines}
    known = _known(session, visit)
    journeys = [known.told(line) for line in _journeys(session, bodies)]
    lodgings = _lodgings(session, bodies)
    travels = [
        DelegationTravel(line, _own(journeys, line.id), _own(lodgings, line.id)) for line in lines
    ]
    return _with_hints(session, visit, travels)


def has_travel(session: Session, visit_id: UUID) -> bool:
    """Say whether any journey or lodging of a visit is known."""
    own = select(Delegation.id).where(Delegation.visit_id == visit_id)
    return any(
        session.exec(select(part.id).where(col(part.delegation_id).in_(own))).first()
        for part in (Journey, Lodging)
    )


def _with_hints(
    session: Session, visit: Visit, travels: list[DelegationTravel]
) -> list[DelegationTravel]:
    every = [journey for one in travels for journey in one.journeys]
    drives = [Drive(line, line.body) for line in every if line.is_driven]
    drives += drives_elsewhere(session, visit.id, drives)
    far, hours = far_bodies(session, visit), own_hours(session, visit.id)
    minutes = settings_in(session).travel_minutes
    stays = [Stay(visit, one.line.id in far, hours.get(one.line.id)) for one in travels]
    return [
        replace(one, hints=tuple(hints_of(one, stay, drives, minutes)))
        for one, stay in zip(travels, stays, strict=True)
    ]


def _journeys(session: Session, bodies: Mapping[UUID, Bilingual]) -> list[JourneyLine]:
    query = select(Journey).where(col(Journey.delegation_id).in_(bodies))
    return sorted(
        (journey_line(row, bodies[row.delegation_id]) for row in session.exec(query)),
        key=lambda line: line.when,
    )


def _lodgings(session: Session, bodies: Iterable[UUID]) -> list[LodgingLine]:
    query = select(Lodging).where(col(Lodging.delegation_id).in_(bodies))
    rows = session.exec(query.order_by(col(Lodging.on), col(Lodging.hotel), col(Lodging.id)))
    return [as_form(LodgingLine, row) for row in rows]


def _own(lines: Iterable[_R], delegation_id: UUID) -> tuple[_R, ...]:
    return tuple(line for line in lines if line.delegation_id == delegation_id)


def _known(session: Session, visit: Visit) -> _Known:
    vehicles = select(Resource).where(Resource.kind == ResourceKind.VEHICLE)
    crew = crew_in(session, visit)
    return _Known(
        {name_key(row.name): row for row in session.exec(vehicles)},
        {name_key(line.name): line.phone for line in crew if line.name and line.phone},
    )
