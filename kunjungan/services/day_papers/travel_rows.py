"""The rows of the travel sheets: what is driven on a day, what a delegation does when."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import groupby

from kunjungan.documents.office.both_words import Sayer, alone, inline, sayer
from kunjungan.documents.office.content import Column, Said, Table
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock, month_name, weekday
from kunjungan.domain.days import PartialDate
from kunjungan.domain.visit_words import Tongue, TravelMeans, TravelWay
from kunjungan.services.travel.lines import DelegationTravel, JourneyLine, LodgingLine

_DRIVEN = (
    (Bilingual("Berangkat", "Leaves"), 11.0),
    (Bilingual("Kendaraan, pengemudi", "Vehicle, driver"), 25.0),
    (Bilingual("Jemput atau antar", "To meet or to take"), 27.0),
    (Bilingual("Rombongan", "Delegation"), 23.0),
    (Bilingual("Petugas", "Met by"), 14.0),
)
_DONE = (
    (Bilingual("Pukul", "Time"), 8.0),
    (Bilingual("Perjalanan", "Journey"), 20.0),
    (Bilingual("Nomor, tempat", "Number, place"), 24.0),
    (Bilingual("Siapa", "Who"), 15.0),
    (Bilingual("Jemputan", "Pick-up"), 19.0),
    (Bilingual("Petugas", "Met by"), 14.0),
)
_MEANS = {
    TravelMeans.PLANE: Bilingual("pesawat", "by plane"),
    TravelMeans.TRAIN: Bilingual("kereta api", "by train"),
    TravelMeans.ROAD: Bilingual("jalan darat", "by road"),
    TravelMeans.SHIP: Bilingual("kapal", "by ship"),
}
_GOING = {
    TravelWay.ARRIVAL: Bilingual("Tiba, {means}", "Arrive {means}"),
    TravelWay.DEPARTURE: Bilingual("Pulang, {means}", "Depart {means}"),
}
_DRIVING = {
    TravelWay.ARRIVAL: Bilingual("Jemput, tiba {at}", "Meet, arriving {at}"),
    TravelWay.DEPARTURE: Bilingual("Antar, berangkat {at}", "Take, departing {at}"),
}
_DRIVING_SOME_TIME = {
    TravelWay.ARRIVAL: Bilingual("Jemput", "Meet"),
    TravelWay.DEPARTURE: Bilingual("Antar", "Take"),
}
_SLEEPS = Bilingual("Menginap", "Lodging")
_SLEEPS_UNTIL = Bilingual(
    "Menginap s.d. {weekday}, {day} {month}", "Lodging until {weekday}, {day} {month}"
)
_ROOMS, _ONE_ROOM = Bilingual("{count} kamar", "{count} rooms"), Bilingual("1 kamar", "1 room")
_HEADS, _ONE_HEAD = Bilingual("{count} orang", "{count} people"), Bilingual("1 orang", "1 person")
_PHONE = Bilingual("telp. {number}", "tel. {number}")
_NO_HOUR = "\N{HORIZONTAL ELLIPSIS}"


Dated = tuple[date, tuple[Said, ...]]
"""A row of a day."""


def days_of_driving(drives: Sequence[JourneyLine], tongue: Tongue) -> Iterator[Table]:
    """Yield a table for each day: when which vehicle leaves with whom, for whom, to where."""
    say = sayer(tongue)
    yield from _tables(_DRIVEN, [(line.on, _driven(line, say, tongue)) for line in drives], say)


def days_of_travel(own: DelegationTravel, tongue: Tongue) -> Iterator[Table]:
    """Yield a table for each day: how a delegation comes, where it sleeps, how it goes."""
    say = sayer(tongue)
    journeys = [(line.when, _done(line, say)) for line in own.journeys]
    nights = [((bed.on, time.max, bed.id.hex), _slept(bed, say)) for bed in own.lodgings]
    done = sorted([*journeys, *nights], key=lambda pair: pair[0])
    yield from _tables(_DONE, [(when[0], row) for when, row in done], say)


def _tables(
    heads: Sequence[tuple[Bilingual, float]], rows: Sequence[Dated], say: Sayer
) -> Iterator[Table]:
    """Yield rows that are in the order of time, those of each day under it."""
    columns = tuple(Column(say(head), share) for head, share in heads)
    for day, own in groupby(rows, key=lambda row: row[0]):
        yield Table(columns, tuple(row for _, row in own), say(PartialDate.of(day).words))


def heads_words(count: int) -> Bilingual:
    """Return how many people, in words."""
    return _ONE_HEAD if count == 1 else _HEADS.filled(count=count)


def _driven(line: JourneyLine, say: Sayer, tongue: Tongue) -> tuple[Said, ...]:
    hour = clock(line.pick_up_at) if line.pick_up_at else _NO_HOUR
    return (
        hour,
        _lines(*_driver(line, say)),
        _lines(inline(say(_errand(line))), line.number, line.place),
        _lines(alone(line.body, tongue), _heads(line, say), line.who, line.note),
        _lines(line.met_by, _phone(line.phones[1], say)),
    )


def _errand(line: JourneyLine) -> Bilingual:
    if line.at is None:
        return _DRIVING_SOME_TIME[line.way]
    return _DRIVING[line.way].filled(at=clock(line.at))


def _done(line: JourneyLine, say: Sayer) -> tuple[Said, ...]:
    pick_up = clock(line.pick_up_at) if line.pick_up_at else ""
    return (
        clock(line.at) if line.at else _NO_HOUR,
        say(_GOING[line.way].filled(means=_MEANS[line.means])),
        _lines(line.number, line.place),
        _lines(_heads(line, say), line.who, line.note),
        _lines(pick_up, *_driver(line, say)),
        _lines(line.met_by, _phone(line.phones[1], say)),
    )


def _slept(bed: LodgingLine, say: Sayer) -> tuple[Said, ...]:
    rooms = "" if bed.rooms is None else inline(say(_rooms(bed.rooms)))
    where = _lines(bed.hotel, bed.place, _phone(bed.phone, say))
    return "", say(_nights(bed)), where, _lines(rooms, bed.who, bed.note), "", ""


def _nights(bed: LodgingLine) -> Bilingual:
    if bed.until is None:
        return _SLEEPS
    day, month = bed.until.day, month_name(bed.until.month)
    return _SLEEPS_UNTIL.filled(weekday=weekday(bed.until), day=day, month=month)


def _driver(line: JourneyLine, say: Sayer) -> tuple[str, ...]:
    return line.vehicle, line.plate, line.driver, _phone(line.phones[0], say)


def _rooms(count: int) -> Bilingual:
    return _ONE_ROOM if count == 1 else _ROOMS.filled(count=count)


def _heads(line: JourneyLine, say: Sayer) -> str:
    return "" if line.people is None else inline(say(heads_words(line.people)))


def _phone(number: str, say: Sayer) -> str:
    return inline(say(_PHONE.filled(number=number))) if number else ""


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
