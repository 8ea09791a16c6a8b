"""Liaison cards: for whoever leads a delegation, whom to call, which vehicle, which hotel."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.cards.content import Card, Label, Said
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.visit_words import Duty
from kunjungan.i18n import later
from kunjungan.services.day_papers.card_press import Batch, print_cards
from kunjungan.services.day_papers.card_words import Bodies, said, who_is
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.occasion import Occasion, occasion_in
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.label_sheets import sheet_named
from kunjungan.services.office import Office
from kunjungan.services.travel.lines import DelegationTravel, JourneyLine
from kunjungan.services.travel.reading import travel_in
from kunjungan.services.visiting.crew import CrewLine, crew_in
from kunjungan.store.tables import Person

_TITLE = "Kartu penghubung"
_FOR = Bilingual("Penghubung {who}", "Liaison officer of {who}")
_PHONE = Bilingual("Telepon {phone}", "Telephone {phone}")
_ALSO = Bilingual("Juga {who}", "Also {who}")
_CAR = Bilingual("Kendaraan: {car}", "Vehicle: {car}")
_DRIVER = Bilingual("Pengemudi: {who}", "Driver: {who}")
_HOTEL = Bilingual("Hotel: {hotel}", "Hotel: {hotel}")
_BLANK = "." * 28
_NOBODY = later("No liaison officer is assigned to this delegation; the card leaves a line for it.")
_NO_PHONE = later("The telephone of {name} is not known; the card leaves a line for it.")
_NONE = later("This visit has no delegation yet, so there is no card to print.")


def make(office: Office, wish: Wish) -> Made:
    """Return a card for the head of every delegation, or for who comes in the head's place.

    Its keys are those of the guests, where none leads a delegation that of the delegation. Without
    a sheet it is on cards of the size of badges.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such card.
    """
    with office.store.read() as session:
        occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        sheet = sheet_named(session, wish.sheet, "badge", wish.paper)
        cards = _Cards(office, session, wish, occasion)
        made: dict[str, tuple[str, Card]] = {
            label.key: (label.over[0][0].text, label) for label in cards.all()
        }
    batch = Batch(_TITLE, occasion, made, _NONE, tuple(cards.warnings))
    return print_cards(batch, sheet, wish)


class _Cards:
    """The liaison cards of one visit; ``warnings`` say what they lack."""

    def __init__(self, office: Office, session: Session, wish: Wish, occasion: Occasion) -> None:
        self._session = session
        self._wish = wish
        self._occasion = occasion
        self._bodies = Bodies(office, session, occasion.visit)
        self._guests = participants_in(session, wish.visit_id, wish.session_id)
        self._crew = crew_in(session, occasion.visit)
        self._event = (occasion.name, occasion.day)
        self.warnings: list[Warned] = []

    def all(self) -> Iterator[Label]:
        """Yield a card for each delegation that is wanted, in their order."""
        for travel in travel_in(self._session, self._occasion.visit):
            if self._wish.delegation_id in {None, travel.line.id}:
                card = self._card(travel, self._head(travel.line.id))
                if not self._wish.only or card.key in self._wish.only:
                    yield card

    def _card(self, travel: DelegationTravel, head: Participant | None) -> Label:
        body = self._bodies.name(travel.line.institution_id)
        who = Bilingual(who_is(head), who_is(head)) if head else body
        officers = self._of_duty(Duty.LIAISON, travel.line.id)
        name = officers[0].name if officers else _BLANK
        phone = self._phone(officers[0]) if officers else ""
        if not officers or not phone:
            told = _NO_PHONE if officers else _NOBODY
            self.warnings.append(Warned(who.id, told, {"name": name}))
        lines = [_PHONE.filled(phone=phone or _BLANK)]
        lines += [_ALSO.filled(who=self._called(line)) for line in officers[1:]]
        lines += [*self._car(travel, head), *_hotels(travel), *self._event]
        tongue = self._wish.language
        return Label(
            key=str(head.id if head else travel.line.id),
            over=(said(_FOR.filled(who=who), tongue),),
            big=(Said("id", name),),
            small=tuple(said(line, tongue) for line in lines),
        )

    def _head(self, delegation_id: UUID) -> Participant | None:
        """Return who leads a delegation on that day: its head, else who comes in that place."""
        own = [one for one in self._guests if one.delegation_id == delegation_id]
        heads = {one.id for one in own if one.role == "head"}
        coming = (one for one in own if one.comes)
        return next((one for one in coming if {one.id, one.represents_id} & heads), None)

    def _of_duty(self, duty: Duty, delegation_id: UUID) -> list[CrewLine]:
        """Return who of the crew does something for a delegation, else for the whole visit."""
        lines = [line for line in self._crew if line.duty is duty and line.name]
        own = [line for line in lines if line.delegation_id == delegation_id]
        return own or [line for line in lines if not line.delegation_id and not line.session_id]

    def _car(self, travel: DelegationTravel, head: Participant | None) -> Iterator[Bilingual]:
        """Yield the vehicle of the head, else of the delegation, and who drives it."""
        drives = [line for line in travel.journeys if line.is_driven]
        drivers = self._of_duty(Duty.DRIVER, travel.line.id)
        car = head.vehicle if head else ""
        car = car or next((line.car for line in drives if line.car), "")
        car = car or next((line.vehicle for line in drivers if line.vehicle), "")
        if car:
            yield _CAR.filled(car=car)
        if driver := _driver(car, drives) or self._driver(car, drivers):
            yield _DRIVER.filled(who=driver)

    def _driver(self, car: str, drivers: Sequence[CrewLine]) -> str:
        fitting = (line for line in drivers if not line.vehicle or line.vehicle == car)
        return next(map(self._called, fitting), "")

    def _called(self, line: CrewLine) -> str:
        return _with_phone(line.name, self._phone(line))

    def _phone(self, line: CrewLine) -> str:
        """Return the telephone given for the day, else the person's own."""
        person = self._session.get(Person, line.person_id) if line.person_id else None
        return line.phone or (person.phone if person else "") or ""


def _driver(car: str, drives: Sequence[JourneyLine]) -> str:
    """Return who drives a vehicle by the journeys, with the telephone."""
    fitting = (line for line in drives if line.driver and car in {line.car, line.vehicle})
    line = next(fitting, None)
    return _with_phone(line.driver, line.phones[0]) if line else ""


def _hotels(travel: DelegationTravel) -> Iterator[Bilingual]:
    """Yield each hotel of a delegation once, with its telephone."""
    hotels = dict.fromkeys(_with_phone(line.hotel, line.phone) for line in travel.lodgings)
    return (_HOTEL.filled(hotel=hotel) for hotel in hotels)


def _with_phone(name: str, phone: str) -> str:
    return f"{name} ({phone})" if phone else name
