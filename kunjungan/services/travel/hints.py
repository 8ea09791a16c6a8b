"""Tells what looks wrong or forgotten in how a delegation travels; none of it is refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import islice

from kunjungan.domain.check_lines import CheckLine
from kunjungan.domain.visit_words import TravelWay
from kunjungan.i18n import later
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.travel.lines import DelegationTravel, JourneyLine
from kunjungan.services.travel.twice import Drive, driven_twice
from kunjungan.store.tables import Visit, VisitSession

_DAY, _MOST_NIGHTS = timedelta(days=1), 366
_FAR = later("It comes from far, and no journey is known yet.")
_LEAVES_FIRST = later("It departs on {day} before it has arrived.")
_LATE = later("The pick-up at {pick_up} on {day} is later than the arrival at {at}.")
_MISSED = later("The pick-up at {pick_up} on {day} is later than the departure at {at}.")
_AFTER_START = later("It arrives at {at} on {day}, after its session has begun at {begins}.")
_COUNTS = {
    TravelWay.ARRIVAL: later("{announced} are announced, but {people} arrive."),
    TravelWay.DEPARTURE: later("{announced} are announced, but {people} depart."),
}
_FULL = later("{vehicle} has {seats} seats for {people} people on {day}.")
_NIGHT = later("No lodging is known for the night of {day}.")
_NIGHTS = later("No lodging is known for {count} nights from {day} on.")


@dataclass(frozen=True, slots=True)
class Stay:
    """What the hints of one delegation are told by; ``far`` is another province or abroad.

    ``hours`` is the first session that is held for it by name.
    """

    visit: Visit
    far: bool
    hours: VisitSession | None = None


def hints_of(
    own: DelegationTravel, stay: Stay, drives: Iterable[Drive], minutes: int
) -> Iterator[CheckLine]:
    """Yield what to look at again; ``drives`` are all pick-ups, ``minutes`` those between two."""
    if stay.far and not own.journeys:
        yield CheckLine("warn", _FAR)
    yield from _order(own)
    for line in own.journeys:
        yield from _pick_up(line)
        yield from _seats(line)
    yield from _start(own, stay)
    for way in TravelWay:
        yield from _heads(own.going(way), own.line)
    yield from _nights(own, stay)
    held = list(drives)
    for line in own.journeys:
        yield from driven_twice(line, held, minutes)


def _order(own: DelegationTravel) -> Iterator[CheckLine]:
    """Tell of guests who go before any have come."""
    arrivals, departures = own.going(TravelWay.ARRIVAL), own.going(TravelWay.DEPARTURE)
    if arrivals and departures:
        come, go = arrivals[0], departures[0]
        if (go.on, go.at or time.max) < (come.on, come.at or time.min):
            yield CheckLine("warn", _LEAVES_FIRST, {"day": go.on})


def _pick_up(line: JourneyLine) -> Iterator[CheckLine]:
    if line.pick_up_at and line.at and line.pick_up_at > line.at:
        values = {"pick_up": line.pick_up_at, "at": line.at, "day": line.on}
        yield CheckLine("warn", _LATE if line.arrives else _MISSED, values)


def _seats(line: JourneyLine) -> Iterator[CheckLine]:
    if line.seats is not None and line.people is not None and line.people > line.seats:
        values: dict[str, object] = {"vehicle": line.vehicle, "seats": line.seats}
        yield CheckLine("warn", _FULL, {**values, "people": line.people, "day": line.on})


def _start(own: DelegationTravel, stay: Stay) -> Iterator[CheckLine]:
    """Tell of the first who come after the delegation's own session has begun."""
    first, hours = next(iter(own.going(TravelWay.ARRIVAL)), None), stay.hours
    if first is None or first.at is None or hours is None or hours.starts_at is None:
        return
    if first.on == (hours.on or stay.visit.on.full) and first.at > hours.starts_at:
        values = {"at": first.at, "day": first.on, "begins": hours.starts_at}
        yield CheckLine("warn", _AFTER_START, values)


def _heads(lines: tuple[JourneyLine, ...], line: DelegationLine) -> Iterator[CheckLine]:
    """Tell of another number than was announced, and than is listed; only where all is known."""
    counts = [each.people for each in lines]
    people = sum(each or 0 for each in counts)
    if not counts or None in counts or line.announced is None:
        return
    if people not in {line.announced, line.heads}:
        values: dict[str, object] = {"announced": line.announced, "people": people}
        yield CheckLine("warn", _COUNTS[lines[0].way], values)


def _nights(own: DelegationTravel, stay: Stay) -> Iterator[CheckLine]:
    """Tell of nights without a bed, where any is known or the guests come from far."""
    if not (own.lodgings or stay.far):
        return
    bare = [
        night
        for night in islice(_nights_of(own, stay.visit), _MOST_NIGHTS)
        if not any(lodging.covers(night) for lodging in own.lodgings)
    ]
    if len(bare) == 1:
        yield CheckLine("warn", _NIGHT, {"day": bare[0]})
    elif bare:
        yield CheckLine("warn", _NIGHTS, {"count": len(bare), "day": bare[0]})


def _nights_of(own: DelegationTravel, visit: Visit) -> Iterator[date]:
    """Yield the nights between the first arrival and the last departure, else of the visit."""
    arrivals, departures = own.going(TravelWay.ARRIVAL), own.going(TravelWay.DEPARTURE)
    night = arrivals[0].on if arrivals else visit.on.full
    last = departures[-1].on if departures else (visit.until or visit.on).full
    while night is not None and last is not None and night < last:
        yield night
        night += _DAY
