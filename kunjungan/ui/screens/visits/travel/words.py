"""How journeys and lodgings are spoken of."""

from kunjungan.domain.date_words import clock
from kunjungan.domain.visit_words import TravelWay
from kunjungan.i18n import tr
from kunjungan.services.travel.lines import DelegationTravel, JourneyLine, LodgingLine
from kunjungan.ui.dates import brief_day, told_words
from kunjungan.ui.labels import label
from kunjungan.ui.widgets.cards import Fact


def travel_facts(own: DelegationTravel) -> list[Fact]:
    """Return how a delegation comes, where it sleeps, how it goes, and what looks wrong."""
    parts = {
        label(TravelWay.ARRIVAL): map(journey_words, own.going(TravelWay.ARRIVAL)),
        tr("Lodging"): map(lodging_words, own.lodgings),
        label(TravelWay.DEPARTURE): map(journey_words, own.going(TravelWay.DEPARTURE)),
        tr("To check"): (told_words(hint.text, hint.values) for hint in own.hints),
    }
    facts = [Fact(name, "\n".join(lines)) for name, lines in parts.items()]
    return [fact for fact in facts if fact.value]


def journey_words(line: JourneyLine) -> str:
    """Return a journey on one line: when, which, where, and with what they are picked up."""
    hour = clock(line.at) if line.at else ""
    parts = (f"{brief_day(line.on)} {hour}".strip(), line.number, line.place)
    said = ", ".join(filter(None, parts))
    car = line.car or line.driver
    if not car:
        return said
    met = tr("met by {car}", car=car) if line.arrives else tr("taken by {car}", car=car)
    return f"{said}; {met}"


def lodging_words(line: LodgingLine) -> str:
    """Return a lodging on one line: the hotel, the nights, how many rooms."""
    return ", ".join(filter(None, (line.hotel, nights_words(line), rooms_words(line))))


def nights_words(line: LodgingLine) -> str:
    """Return the days of a lodging, the first alone where no last is known."""
    first = brief_day(line.on)
    return f"{first} \N{EN DASH} {brief_day(line.until)}" if line.until else first


def rooms_words(line: LodgingLine) -> str:
    """Return how many rooms; empty where it is not known."""
    if line.rooms is None:
        return ""
    return tr("1 bedroom") if line.rooms == 1 else tr("{count} bedrooms", count=line.rooms)
