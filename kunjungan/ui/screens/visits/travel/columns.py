"""The columns of the journeys and of the lodgings of a delegation."""

from kunjungan.domain.date_words import clock
from kunjungan.i18n import tr
from kunjungan.services.travel.lines import JourneyLine, LodgingLine
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import label
from kunjungan.ui.screens.visits.travel.words import nights_words, rooms_words
from kunjungan.ui.screens.visits.words import guests_words, joined
from kunjungan.ui.widgets.rows_model import Align, Cell, Column


def journey_columns() -> list[Column[JourneyLine]]:
    """Return the columns: which way, when, which and where, who, who picks them up."""
    return [
        Column(tr("Journey"), _way, width=104),
        Column(tr("When"), _when, width=104),
        Column(tr("Number, place"), _where),
        Column(tr("Guests"), _who, width=100),
        Column(tr("Pick-up"), _pick_up, width=230),
        Column(tr("Met by"), lambda line: _plain(line.met_by), width=170, hide_below=760),
    ]


def lodging_columns() -> list[Column[LodgingLine]]:
    """Return the columns: the hotel, its nights and rooms, who sleeps there."""
    return [
        Column(tr("Hotel"), _hotel),
        Column(tr("Nights"), lambda line: _plain(nights_words(line)), width=130),
        Column(tr("Bedrooms"), _rooms, width=90, align=Align.RIGHT),
        Column(tr("Guests"), lambda line: _plain(line.who), width=190),
    ]


def _way(line: JourneyLine) -> Cell:
    return Cell(label(line.way), label(line.means), bold=True, tip=line.note)


def _when(line: JourneyLine) -> Cell:
    return Cell(short_day(line.on), clock(line.at) if line.at else tr("hour not known"))


def _where(line: JourneyLine) -> Cell:
    first, *rest = [part for part in (line.number, line.place) if part] or [""]
    return Cell(first, "".join(rest), tip=joined(line.number, line.place))


def _who(line: JourneyLine) -> Cell:
    people = guests_words(line.people) if line.people else ""
    return Cell(people or line.who, line.who if people else "", tip=joined(people, line.who))


def _pick_up(line: JourneyLine) -> Cell:
    hour = clock(line.pick_up_at) if line.pick_up_at else ""
    first, second = joined(hour, line.vehicle), joined(line.plate, line.driver, line.phones[0])
    return Cell(first or second, second if first else "", tip=joined(first, second))


def _hotel(line: LodgingLine) -> Cell:
    return Cell(line.hotel, joined(line.place, line.phone), bold=True, tip=line.note)


def _rooms(line: LodgingLine) -> Cell:
    return Cell("" if line.rooms is None else str(line.rooms), tip=rooms_words(line))


def _plain(text: str) -> Cell:
    return Cell(text, tip=text)
