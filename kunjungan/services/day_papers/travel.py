"""The travel sheets: who drives when, then how each delegation comes, sleeps and goes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from sqlmodel import Session

from kunjungan.documents.office.both_words import sayer
from kunjungan.documents.office.content import OfficePaper, Table
from kunjungan.documents.office.letter import Letterhead
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock
from kunjungan.domain.days import PartialDate
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.occasion import (
    Facts,
    Occasion,
    head_of,
    made_of_pages,
    occasion_in,
)
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.day_papers.travel_rows import days_of_driving, days_of_travel, heads_words
from kunjungan.services.office import Office
from kunjungan.services.travel.lines import DelegationTravel, drives_of
from kunjungan.services.travel.reading import travel_in

_DRIVES = Bilingual("JADWAL KENDARAAN", "VEHICLE SCHEDULE")
_SHEET = Bilingual("LEMBAR PERJALANAN ROMBONGAN", "TRAVEL SHEET OF A DELEGATION")
_BODY, _HEAD = Bilingual("Rombongan", "Delegation"), Bilingual("Pimpinan", "Head")
_PEOPLE, _CONTACT = Bilingual("Jumlah", "Number"), Bilingual("Narahubung", "Contact")
_CARE = Bilingual(
    "Hanya untuk petugas dan pengemudi; musnahkan setelah acara (UU 27/2022).",
    "For staff and drivers only; to be destroyed after the event (Law 27/2022).",
)
_NOTHING = later("No journey or lodging is known yet. Enter them under Delegations.")


@dataclass(frozen=True, slots=True)
class _Sheets:
    """What every sheet of one making has in common."""

    about: Occasion
    wish: Wish
    head: Letterhead | None

    def sheet(self, title: Bilingual, facts: Facts, tables: tuple[Table, ...]) -> OfficePaper:
        """Return one sheet, its pages counted by themselves."""
        say = sayer(self.wish.language)
        return OfficePaper(
            title=say(title),
            foot=self.about.foot(title, self.wish.language),
            facts=tuple((say(label), say(value)) for label, value in (*self.about.facts, *facts)),
            tables=tables,
            notes=(say(_CARE),),
            paper=self.wish.paper,
            language=self.wish.language,
            author=self.about.author,
            head=self.head,
        )


def make(office: Office, wish: Wish) -> Made:
    """Return the schedule of the vehicles, and a sheet for each delegation of which any is known.

    What looks wrong is warned of, by delegation.
    """
    from kunjungan.documents.office.paper import office_pages  # noqa: PLC0415 - heavy

    with office.store.read() as session:
        sheets = _sheets(office, session, wish)
        travels = [
            own
            for own in travel_in(session, sheets.about.visit)
            if own.known and wish.delegation_id in {None, own.line.id}
        ]
    if not travels:
        return nothing(_NOTHING)
    drives = tuple(days_of_driving(drives_of(travels), wish.language))
    papers = [sheets.sheet(_DRIVES, (), drives)] if drives else []
    papers += [
        sheets.sheet(_SHEET, tuple(_facts(own)), tuple(days_of_travel(own, wish.language)))
        for own in travels
    ]
    return made_of_pages(office_pages(papers), tuple(_warned(travels)))


def _sheets(office: Office, session: Session, wish: Wish) -> _Sheets:
    about = occasion_in(office, session, wish.visit_id, None)
    head = head_of(office, session, about.visit, wish.language, wish.delegation_id)
    return _Sheets(about, wish, head)


def _facts(own: DelegationTravel) -> Iterator[tuple[Bilingual, Bilingual]]:
    line = own.line
    yield _BODY, line.name
    if line.head:
        yield (
            _HEAD,
            Bilingual("{name}, {post}", "{name}, {post}").filled(
                name=line.head, post=line.head_post
            ),
        )
    if line.heads:
        yield _PEOPLE, heads_words(line.heads)
    contact = ", ".join(filter(None, (line.contact, line.contact_phone)))
    if contact:
        yield _CONTACT, Bilingual(contact, contact)


def _warned(travels: Iterable[DelegationTravel]) -> Iterator[Warned]:
    for own in travels:
        for hint in own.hints:
            values = {name: _told(value) for name, value in hint.values.items()}
            yield Warned(own.line.name.id, hint.text, values)


def _told(value: object) -> object:
    """Return days and hours as a paper's warnings say them."""
    if isinstance(value, time):
        return clock(value)
    return PartialDate.of(value).words if isinstance(value, date) else value
