"""How delegations come and go and where they sleep, in the JSON form."""

from typing import ClassVar

from kunjungan.domain.visit_words import TravelMeans, TravelWay
from kunjungan.exchange.office_json_types import Clock, Count, Day, Form, Line, Name, Ref, Text


class Journey(Form):
    """Guests who come or go together, and who picks them up."""

    KIND: ClassVar[str] = "journey"

    ref: Ref | None = None
    way: TravelWay = TravelWay.ARRIVAL
    means: TravelMeans = TravelMeans.ROAD
    on: Day
    at: Clock | None = None
    number: Line = ""
    place: Line = ""
    who: Text = ""
    people: Count | None = None
    pick_up_at: Clock | None = None
    vehicle: Line = ""
    driver: Line = ""
    met_by: Line = ""
    note: Text = ""


class Lodging(Form):
    """A hotel in which guests sleep from one day until another."""

    KIND: ClassVar[str] = "lodging"

    ref: Ref | None = None
    hotel: Name
    place: Line = ""
    phone: Line = ""
    on: Day
    until: Day | None = None
    rooms: Count | None = None
    who: Text = ""
    note: Text = ""
