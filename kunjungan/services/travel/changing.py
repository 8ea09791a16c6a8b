"""Keeps journeys and lodgings of a delegation, each as one change to be undone."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_words import TravelMeans, TravelWay
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import Delegation, Journey, Lodging

MOST = 9999
"""The most people or rooms that can be written down."""
LEFT_EARLY = later("A lodging cannot end before it begins.")
_NO_DAY = later("Say on which day they travel.")
_NO_NIGHT = later("Say from which night on they sleep there.")
_PEOPLE = later("Enter how many people travel as a number from 1 to {most}.")
_ROOMS = later("Enter how many rooms they have as a number from 1 to {most}.")


@dataclass(frozen=True, slots=True)
class JourneyForm:
    """What a person fills in for guests who come or go together, at the visit's local time.

    ``number`` is that of the flight or train; ``vehicle`` leaves with ``driver`` at ``pick_up_at``.
    """

    way: TravelWay = TravelWay.ARRIVAL
    means: TravelMeans = TravelMeans.ROAD
    on: date | None = None
    at: time | None = None
    number: str = ""
    place: str = ""
    who: str = ""
    people: int | None = None
    pick_up_at: time | None = None
    vehicle: str = ""
    driver: str = ""
    met_by: str = ""
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class LodgingForm:
    """What a person fills in for a hotel, from the night of ``on`` until the day of ``until``."""

    hotel: str = ""
    place: str = ""
    phone: str = ""
    on: date | None = None
    until: date | None = None
    rooms: int | None = None
    who: str = ""
    note: str = ""
    version: int = 0


def journey_form(office: Office, journey_id: UUID) -> JourneyForm:
    """Return a journey as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(JourneyForm, found(session, Journey, journey_id))


def lodging_form(office: Office, lodging_id: UUID) -> LodgingForm:
    """Return a lodging as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(LodgingForm, found(session, Lodging, lodging_id))


def add_journey(office: Office, delegation_id: UUID, form: JourneyForm) -> UUID:
    """Add a journey of a delegation and return its id.

    Raises RuleBroken without a day, or where the number of people cannot be.
    """
    day = _checked_journey(form)
    with office.store.change(later("Add journey")) as session:
        found(session, Delegation, delegation_id)
        row = Journey(delegation_id=delegation_id, on=day)
        put(row, form)
        session.add(row)
    return row.id


def edit_journey(office: Office, journey_id: UUID, form: JourneyForm) -> None:
    """Change a journey; raises like ``add_journey``, and Conflict where it changed meanwhile."""
    _checked_journey(form)
    with office.store.change(later("Edit journey")) as session:
        put(found(session, Journey, journey_id, seen=form.version), form)


def remove_journey(office: Office, journey_id: UUID) -> None:
    """Remove a journey."""
    with office.store.change(later("Remove journey")) as session:
        session.delete(found(session, Journey, journey_id))


def add_lodging(office: Office, delegation_id: UUID, form: LodgingForm) -> UUID:
    """Add a lodging of a delegation and return its id.

    Raises RuleBroken without a hotel or a first night, where it ends before it begins, or where
    the number of rooms cannot be.
    """
    night = _checked_lodging(form)
    with office.store.change(later("Add lodging")) as session:
        found(session, Delegation, delegation_id)
        row = Lodging(delegation_id=delegation_id, hotel="", on=night)
        put(row, form)
        session.add(row)
    return row.id


def edit_lodging(office: Office, lodging_id: UUID, form: LodgingForm) -> None:
    """Change a lodging; raises like ``add_lodging``, and Conflict where it changed meanwhile."""
    _checked_lodging(form)
    with office.store.change(later("Edit lodging")) as session:
        put(found(session, Lodging, lodging_id, seen=form.version), form)


def remove_lodging(office: Office, lodging_id: UUID) -> None:
    """Remove a lodging."""
    with office.store.change(later("Remove lodging")) as session:
        session.delete(found(session, Lodging, lodging_id))


def _checked_journey(form: JourneyForm) -> date:
    if form.on is None:
        raise RuleBroken(_NO_DAY)
    _refuse_count(form.people, _PEOPLE)
    return form.on


def _checked_lodging(form: LodgingForm) -> date:
    required(form.hotel, later("A lodging needs the name of the hotel."))
    if form.on is None:
        raise RuleBroken(_NO_NIGHT)
    if form.until is not None and form.until < form.on:
        raise RuleBroken(LEFT_EARLY)
    _refuse_count(form.rooms, _ROOMS)
    return form.on


def _refuse_count(count: int | None, message: str) -> None:
    if count is not None and not 1 <= count <= MOST:
        raise RuleBroken(message, most=MOST)
