"""How the delegations of a visit travel, as lists and papers show it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, time
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.check_lines import CheckLine
from kunjungan.domain.visit_words import TravelMeans, TravelWay
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.store.tables import Journey

When = tuple[date, time, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyLine:
    """Guests of a delegation who come or go together; the fields are those of ``Journey``.

    ``plate`` and ``seats`` are those of the vehicle where the office knows it, ``phones`` are the
    telephones of the driver and of who meets them, from the visit's crew; empty where not known.
    """

    id: UUID
    delegation_id: UUID
    body: Bilingual
    way: TravelWay
    means: TravelMeans
    on: date
    at: time | None
    number: str
    place: str
    who: str
    people: int | None
    pick_up_at: time | None
    vehicle: str
    driver: str
    met_by: str
    note: str
    plate: str = ""
    seats: int | None = None
    phones: tuple[str, str] = ("", "")

    @property
    def arrives(self) -> bool:
        """Whether they come; else they go."""
        return self.way is TravelWay.ARRIVAL

    @property
    def is_driven(self) -> bool:
        """Whether anything is known of who picks them up."""
        return bool(self.pick_up_at or self.vehicle or self.driver)

    @property
    def car(self) -> str:
        """The vehicle with its plate."""
        return ", ".join(dict.fromkeys(filter(None, (self.vehicle, self.plate))))

    @property
    def when(self) -> When:
        """What it is sorted by: its day, its hour, at last those whose hour is not known."""
        return self.on, self.at or self.pick_up_at or time.max, self.id.hex

    @property
    def leaves(self) -> When:
        """What drives are sorted by: the day, when the vehicle leaves, else the hour of travel."""
        return self.on, self.pick_up_at or self.at or time.max, self.id.hex


@dataclass(frozen=True, slots=True, kw_only=True)
class LodgingLine:
    """Where guests of a delegation sleep; without ``until`` nobody knows yet when they leave."""

    id: UUID
    delegation_id: UUID
    hotel: str
    place: str
    phone: str
    on: date
    until: date | None
    rooms: int | None
    who: str
    note: str

    def covers(self, night: date) -> bool:
        """Say whether they sleep there in the night that begins on a day."""
        return self.on <= night and (self.until is None or night < self.until)


@dataclass(frozen=True, slots=True)
class DelegationTravel:
    """A delegation with its journeys and lodgings in the order of time, and what looks wrong."""

    line: DelegationLine
    journeys: tuple[JourneyLine, ...]
    lodgings: tuple[LodgingLine, ...]
    hints: tuple[CheckLine, ...] = ()

    def going(self, way: TravelWay) -> tuple[JourneyLine, ...]:
        """Return the journeys of one way, in the order of time."""
        return tuple(line for line in self.journeys if line.way is way)

    @property
    def known(self) -> bool:
        """Whether any journey or lodging is."""
        return bool(self.journeys or self.lodgings)


def drives_of(travels: Iterable[DelegationTravel]) -> list[JourneyLine]:
    """Return every pick-up of all delegations, in the order in which the vehicles leave."""
    driven = (line for one in travels for line in one.journeys if line.is_driven)
    return sorted(driven, key=lambda line: line.leaves)


def journey_line(row: Journey, body: Bilingual) -> JourneyLine:
    """Return a journey of a delegation of this body."""
    return JourneyLine(body=body, **{name: getattr(row, name) for name in _SAME})


_SAME = [each.name for each in fields(JourneyLine) if each.name in Journey.model_fields]
"""The fields that a journey's row has by the same name."""
