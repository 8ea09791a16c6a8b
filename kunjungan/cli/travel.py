"""The list of how a visit's delegations come, sleep and go."""

from collections.abc import Mapping
from datetime import time
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.i18n import later

if TYPE_CHECKING:
    from kunjungan.services.office import Office
    from kunjungan.services.travel.lines import JourneyLine, LodgingLine

Rows = list[dict[str, object]]
TRAVEL: Mapping[str, str] = MappingProxyType(
    {
        "delegation": later("Delegation"),
        "what": later("Journey"),
        "on": later("Date"),
        "at": later("Time"),
        "number": later("Flight or train"),
        "place": later("Place"),
        "people": later("People"),
        "pick_up_at": later("Leaves at"),
        "vehicle": later("Vehicle"),
        "driver": later("Driver"),
    }
)


def travel_rows(office: "Office", visit: str) -> Rows:
    """Return the journeys and lodgings of a visit by delegation, each in the order of time.

    Telephones stay out (UU 27/2022); the travel sheets have them.
    """
    from kunjungan.cli.rundown import visit_typed  # noqa: PLC0415 (quick --help)
    from kunjungan.services.travel.reading import travel  # noqa: PLC0415 (quick --help)

    return [
        {"delegation": own.line.name, **row}
        for own in travel(office, visit_typed(office, visit))
        for row in (*map(_journey, own.journeys), *map(_lodging, own.lodgings))
    ]


def _journey(line: "JourneyLine") -> dict[str, object]:
    return {
        "id": line.id,
        "what": line.way,
        "means": line.means,
        "on": line.on,
        "at": _hour(line.at),
        "number": line.number,
        "place": line.place,
        "people": line.people,
        "who": line.who,
        "pick_up_at": _hour(line.pick_up_at),
        "vehicle": line.vehicle,
        "driver": line.driver,
        "met_by": line.met_by,
        "note": line.note,
    }


def _lodging(line: "LodgingLine") -> dict[str, object]:
    return {
        "id": line.id,
        "what": "lodging",
        "on": line.on,
        "until": line.until,
        "at": None,
        "number": "",
        "place": ", ".join(filter(None, (line.hotel, line.place))),
        "people": None,
        "rooms": line.rooms,
        "who": line.who,
        "pick_up_at": None,
        "vehicle": "",
        "driver": "",
        "note": line.note,
    }


def _hour(at: time | None) -> str | None:
    return None if at is None else at.isoformat("minutes")
