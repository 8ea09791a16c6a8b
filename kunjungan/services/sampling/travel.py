"""How the guests of the sample case come and go: by plane the day before, and by road.

Numbers, hotel, vehicles and crew all say that they are a sample.
"""

from datetime import date, time

from kunjungan.domain.visit_words import TravelMeans, TravelWay
from kunjungan.services.office import Office
from kunjungan.services.sampling.case import SampleCase
from kunjungan.services.sampling.plan import BUS
from kunjungan.services.travel.changing import (
    JourneyForm,
    LodgingForm,
    add_journey,
    add_lodging,
)

_EVE, _DAY = date(2022, 8, 31), date(2022, 9, 1)
_AIRPORT = "Bandara Husein Sastranegara"
_FIRST, _SECOND = "Penghubung 1 (contoh)", "Penghubung 2 (contoh)"
_HIRED = "Bus sewaan (contoh)"
_COACHMAN, _DRIVER = "Pengemudi Bus (contoh)", "Pengemudi (contoh)"


def add_travel(office: Office, case: SampleCase) -> None:
    """Add the flights, the nights and the pick-ups of both delegations."""
    first, second = case.delegations
    out, plane, road = TravelWay.DEPARTURE, TravelMeans.PLANE, TravelMeans.ROAD
    for form in (
        JourneyForm(on=_EVE, at=time(16, 20), means=plane, number="CT 302 (contoh)",
                    place=_AIRPORT, people=18, pick_up_at=time(15, 30), vehicle=BUS,
                    driver=_COACHMAN, met_by=_FIRST),
        JourneyForm(out, on=_DAY, at=time(17, 10), means=plane, number="CT 305 (contoh)",
                    place=_AIRPORT, people=18, pick_up_at=time(14, 45), vehicle=BUS,
                    driver=_COACHMAN, met_by=_FIRST),
    ):  # fmt: skip
        add_journey(office, first, form)
    night = LodgingForm("Hotel Contoh", "Jalan Contoh Nomor 5, Bandung", on=_EVE, until=_DAY,
                        rooms=10)  # fmt: skip
    add_lodging(office, first, night)
    for form in (
        JourneyForm(on=_DAY, at=time(11, 30), means=road, place="Gerbang Tol Pasteur", people=16,
                    pick_up_at=time(10, 45), vehicle=_HIRED, driver=_DRIVER, met_by=_SECOND),
        JourneyForm(out, on=_DAY, at=time(16), means=road, place="Balai Kota Bandung", people=16,
                    pick_up_at=time(15, 45), vehicle=_HIRED, driver=_DRIVER, met_by=_SECOND),
    ):  # fmt: skip
        add_journey(office, second, form)
