"""A seating plan on paper, as content: who sits where, what stands in the room, and a legend."""

from dataclasses import dataclass

from kunjungan.documents.office.letter import Letterhead
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.seating_kinds import RoomObject, SeatPlace, Size
from kunjungan.domain.visit_words import Tongue

_NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class SheetSeat:
    """A seat and who sits there: the number of the order, the name, post and body in brief.

    Without a ``number`` it is free. A name that is still to come is a blank line. ``shade`` is the
    grey of the card, 1 for white; ``key`` names the guest in warnings.
    """

    place: SeatPlace
    number: str = ""
    name: str = ""
    post: Bilingual = _NOTHING
    body: Bilingual = _NOTHING
    host: bool = False
    shade: float = 1.0
    key: str = ""


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A guest in the legend; ``seat`` is empty where there is none."""

    number: str
    name: str
    post: Bilingual
    body: Bilingual
    seat: Bilingual
    note: str


@dataclass(frozen=True, slots=True)
class SeatingSheet:
    """One plan, given as the audience sees it, and its legend if there is one.

    Each of its ``views`` is a page: the first as given, the second from the other side. A seat is
    drawn ``largest_mm`` wide at most.
    """

    title: Bilingual
    views: tuple[Bilingual, ...]
    facts: tuple[tuple[Bilingual, Bilingual], ...]
    seats: tuple[SheetSeat, ...]
    objects: tuple[RoomObject, ...]
    size: Size
    legend: tuple[LegendRow, ...]
    notes: tuple[Bilingual, ...]
    foot: str
    head: Letterhead | None = None
    largest_mm: float = 36


@dataclass(frozen=True, slots=True)
class SeatingPaper:
    """The plans of a visit in one file, across the sheet."""

    sheets: tuple[SeatingSheet, ...]
    language: Tongue
    paper: Paper
    author: str = ""
