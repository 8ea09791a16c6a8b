"""How a delegation comes and goes, and where it sleeps."""

from datetime import date, time
from uuid import UUID

from sqlmodel import Field

from kunjungan.domain.visit_words import TravelMeans, TravelWay
from kunjungan.store.columns import Choice, link
from kunjungan.store.tables.record import Record


class Journey(Record, table=True):
    """Guests of a delegation who come or go together, at the local time of the visit.

    ``number`` is that of the flight or train, ``place`` the airport, station or gate, ``who`` and
    ``people`` are the travellers in words and in number. ``pick_up_at`` is when ``vehicle`` leaves
    with ``driver`` for them, ``met_by`` who of the own crew meets them or sees them off.
    """

    delegation_id: UUID = Field(sa_column_args=[link("delegation")], index=True)
    way: TravelWay = Field(default=TravelWay.ARRIVAL, sa_type=Choice(TravelWay))
    means: TravelMeans = Field(default=TravelMeans.ROAD, sa_type=Choice(TravelMeans))
    on: date
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


class Lodging(Record, table=True):
    """A hotel in which guests of a delegation sleep, from the night of ``on`` until ``until``.

    ``rooms`` is how many rooms they have, ``who`` who sleeps there, empty for all.
    """

    delegation_id: UUID = Field(sa_column_args=[link("delegation")], index=True)
    hotel: str
    place: str = ""
    phone: str = ""
    on: date
    until: date | None = None
    rooms: int | None = None
    who: str = ""
    note: str = ""
