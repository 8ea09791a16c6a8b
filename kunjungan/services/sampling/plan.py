"""The rooms and vehicles of the sample office."""

from datetime import date

from kunjungan.domain.visit_words import ResourceKind
from kunjungan.domain.workdays import HolidayKind
from kunjungan.services.calendar.holidays import HolidayForm, add_holiday
from kunjungan.services.calendar.resources import ResourceForm, add_resource
from kunjungan.services.office import Office
from kunjungan.services.sampling.case import SAMPLE, SampleCase

_TOWN_HALL = "Balai Kota Bandung"
ROOMS = (
    ("Auditorium (contoh)", _TOWN_HALL, 120),
    ("Ruang Tengah (contoh)", _TOWN_HALL, 30),
    ("Bandung Command Center (contoh)", _TOWN_HALL, 45),
)
VEHICLES = (
    ("Bus tamu (contoh)", 25, "D 7001 CONTOH"),
    ("Minibus protokol (contoh)", 12, "D 7002 CONTOH"),
)
AUDITORIUM, MIDDLE_ROOM, COMMAND_CENTER = (name for name, _, _ in ROOMS)
BUS, MINIBUS = (name for name, _, _ in VEHICLES)


def add_plan(office: Office, _case: SampleCase) -> None:
    """Add the rooms and vehicles that the case uses, and the city's anniversary of that year."""
    for name, place, seats in ROOMS:
        add_resource(office, ResourceForm(ResourceKind.ROOM, name, place, seats, note=SAMPLE))
    for name, seats, plate in VEHICLES:
        form = ResourceForm(ResourceKind.VEHICLE, name, "", seats, plate=plate, note=SAMPLE)
        add_resource(office, form)
    day = HolidayForm(
        date(2022, 9, 25), HolidayKind.OBSERVANCE, "Hari Jadi Kota Bandung", "Bandung City Day"
    )
    add_holiday(office, day)
