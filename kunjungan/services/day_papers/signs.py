"""Signs: one behind the windscreen of every vehicle, one on the door of every room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.cards.content import Band, Card, Sign, Words
from kunjungan.domain.badge_roles import HOST, badge_roles, role_for
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.listing import listed_names
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.day_papers.card_press import Batch, print_cards
from kunjungan.services.day_papers.card_words import Bodies, card_body, guests_for, said
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import Occasion, host_of, occasion_in
from kunjungan.services.label_sheets import sheet_named
from kunjungan.services.letters.facts import guests_of, own_body
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found
from kunjungan.services.visiting.crew import crew_in
from kunjungan.services.visiting.sessions import sessions_in
from kunjungan.store.tables import Delegation, Institution

_VEHICLES, _DOORS = "Tanda kendaraan", "Penunjuk ruang"
_CAR = Bilingual("Kendaraan {number}  ·  {vehicle}", "Vehicle {number}  ·  {vehicle}")
_PARTY = Bilingual("ROMBONGAN TAMU", "OFFICIAL GUESTS")
_OWN = Bilingual("TUAN RUMAH", "HOST")
_ROOM = Bilingual("RUANG ACARA", "VENUE")
_HOURS = Bilingual("{day}, pukul {hours}", "{day}, {hours}")
_NO_VEHICLE = later("No guest has a vehicle and none is assigned to the visit yet.")
_NO_ROOM = later("Neither the visit nor a session of it has a place yet.")


def vehicle_signs(office: Office, wish: Wish) -> Made:
    """Return a sign for every vehicle of the guests and of the visit, numbered in their order.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such place.
    """
    with office.store.read() as session:
        signs = _Signs(office, session, wish)
        batch = Batch(_VEHICLES, signs.occasion, _wanted(signs.vehicles(), wish), _NO_VEHICLE)
        sheet = sheet_named(session, wish.sheet, "vehicle", wish.paper)
    return print_cards(batch, sheet, wish)


def door_signs(office: Office, wish: Wish) -> Made:
    """Return a sign for the door of every session's room, or of the visit's own.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such place.
    """
    with office.store.read() as session:
        signs = _Signs(office, session, wish)
        batch = Batch(_DOORS, signs.occasion, _wanted(signs.doors(), wish), _NO_ROOM)
        sheet = sheet_named(session, wish.sheet, "door", wish.paper)
    return print_cards(batch, sheet, wish)


def _wanted(signs: Iterable[Sign], wish: Wish) -> dict[str, tuple[str, Card]]:
    wanted = (sign for sign in signs if not wish.only or sign.key in wish.only)
    return {sign.key: (sign.big[0].text, sign) for sign in wanted}


@dataclass(frozen=True, slots=True)
class _Vehicle:
    """A vehicle as it is called, and the institutions whose guests it takes."""

    name: str
    bodies: dict[UUID | None, Bilingual] = field(default_factory=dict)


class _Signs:
    """The signs of one visit."""

    def __init__(self, office: Office, session: Session, wish: Wish) -> None:
        self._office = office
        self._session = session
        self._wish = wish
        self.occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        self._host = own_body(session, self.occasion.visit)
        receiver = host_of(session, self.occasion.visit)
        self._receiver = receiver.id if receiver else None
        self._bodies = Bodies(office, session, self.occasion.visit)
        self._emblem = self._bodies.emblem(self._host.id if self._host else None)
        self._roles = badge_roles(settings_in(session).badge_roles)

    def vehicles(self) -> Iterator[Sign]:
        """Yield a sign for each vehicle: those of guests first, in the order of the lists."""
        event = self._said(self.occasion.name, self.occasion.day)
        for number, (key, vehicle) in enumerate(self._vehicles().items(), 1):
            bodies = list(vehicle.bodies.values()) or [self._host_name]
            yield Sign(
                key=key,
                event=event,
                big=said(listed_names(bodies), self._wish.language),
                small=self._said(_CAR.filled(number=number, vehicle=vehicle.name)),
                band=self._vehicle_band(vehicle),
                emblem=self._emblem,
            )

    def doors(self) -> Iterator[Sign]:
        """Yield a sign for each session that has a place, or for the visit where none has."""
        visit = self.occasion.visit
        lines = [
            line
            for line in sessions_in(self._session, visit)
            if line.room or line.place or visit.room or visit.place
        ]
        wanted = [line for line in lines if self._wish.session_id in {None, line.id}]
        for line in wanted:
            own = occasion_in(self._office, self._session, visit.id, line.id)
            yield self._door(str(line.id), line.title, own, line.delegations)
        if not lines and self.occasion.place:
            title = Bilingual(visit.title, visit.title)
            yield self._door(str(visit.id), title, self.occasion, ())

    def _door(self, key: str, title: Bilingual, own: Occasion, delegations: Iterable[UUID]) -> Sign:
        rows = [found(self._session, Delegation, each) for each in delegations]
        guests = [found(self._session, Institution, row.institution_id) for row in rows]
        bodies = guests or guests_of(self._session, own.visit, None)
        who = listed_names([card_body(body) for body in bodies])
        return Sign(
            key=key,
            event=self._said(self._host_name, Bilingual(own.visit.title, own.visit.title)),
            big=said(title, self._wish.language),
            small=self._said(*([] if who.id == title.id else [who]), _when(own)),
            band=self._band(_ROOM, Bilingual(own.place, own.place), HOST),
            emblem=self._emblem,
        )

    def _vehicles(self) -> dict[str, _Vehicle]:
        """Return the vehicles in their order, each with the institutions whose guests it takes.

        "Mobil 1" of one delegation is not that of another, unless the host assigned it.
        """
        crew = crew_in(self._session, self.occasion.visit)
        shared = {_key(line.vehicle) for line in crew}
        taken: dict[str, _Vehicle] = {}
        for guest in guests_for(self._session, self._plain):
            name = _key(guest.vehicle)
            own = name if name in shared else f"{guest.delegation_id or 'host'}:{name}"
            if name:
                vehicle = taken.setdefault(own, _Vehicle(guest.vehicle.strip()))
                vehicle.bodies[guest.body_id] = self._bodies.name(guest.body_id)
        for line in crew:
            if line.vehicle.strip():
                taken.setdefault(_key(line.vehicle), _Vehicle(line.vehicle.strip()))
        return taken

    def _takes_guests(self, vehicle: _Vehicle) -> bool:
        """Say whether somebody else than the host's own party rides in a vehicle."""
        return bool(vehicle.bodies.keys() - {self._receiver})

    @property
    def _plain(self) -> Wish:
        """The wish without its choice of cards, which here are vehicles."""
        return replace(self._wish, only=frozenset())

    @property
    def _host_name(self) -> Bilingual:
        return body_name(self._host) if self._host else Bilingual("", "")

    def _said(self, *lines: Bilingual) -> tuple[Words, ...]:
        return tuple(filter(None, (said(line, self._wish.language) for line in lines)))

    def _vehicle_band(self, vehicle: _Vehicle) -> Band:
        """Return the band of a vehicle: that of heads of delegations, or the host's own."""
        if self._takes_guests(vehicle):
            return self._band(_PARTY, self._host_name, "head")
        return self._band(_OWN, self._host_name, HOST)

    def _band(self, word: Bilingual, body: Bilingual, kind: str) -> Band:
        role, tongue = role_for(self._roles, kind), self._wish.language
        return Band(said(body, tongue), said(word, tongue), role.colour, role.ink)


def _key(vehicle: str) -> str:
    return " ".join(vehicle.split()).casefold()


def _when(own: Occasion) -> Bilingual:
    """Return day and hours."""
    if not own.hours.id:
        return own.day
    return _HOURS.filled(day=own.day, hours=own.hours)
