"""Badges: everybody who comes and the own crew, with role word, colour and a code to scan."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.cards.content import Badge, Band, Said, Words
from kunjungan.domain.badge_roles import CREW, ENVOY, HOST, badge_roles, role_for
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.paper import Paper
from kunjungan.domain.precedence import Group
from kunjungan.domain.visit_words import Duty
from kunjungan.services.day_papers.card_press import Batch, print_cards
from kunjungan.services.day_papers.card_words import (
    Bodies,
    apart,
    card_name,
    guests_for,
    post_of,
    said,
    twice,
    who_is,
)
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import Occasion, occasion_in
from kunjungan.services.guests.participants import Participant
from kunjungan.services.label_sheets import sheet_named
from kunjungan.services.letters.facts import own_body
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.pictures import picture_of
from kunjungan.services.visiting.crew import CrewLine, crew_in

_TITLE = "Tanda pengenal"
_CODE = "KJG{key}"
_DUTIES: Mapping[Duty, Bilingual] = MappingProxyType(
    {
        Duty.LIAISON: Bilingual("Penghubung", "Liaison officer"),
        Duty.PROTOCOL: Bilingual("Petugas protokol", "Protocol officer"),
        Duty.MC: Bilingual("Pembawa acara", "Master of ceremonies"),
        Duty.USHER: Bilingual("Penerima tamu", "Usher"),
        Duty.DRIVER: Bilingual("Pengemudi", "Driver"),
        Duty.PHOTOGRAPHER: Bilingual("Juru foto", "Photographer"),
        Duty.INTERPRETER: Bilingual("Juru bahasa", "Interpreter"),
        Duty.SECURITY: Bilingual("Petugas keamanan", "Security officer"),
        Duty.CATERING: Bilingual("Petugas konsumsi", "Catering"),
        Duty.MEDICAL: Bilingual("Petugas kesehatan", "Medical officer"),
        Duty.OTHER: Bilingual("Petugas", "Crew"),
    }
)
_OWN_ONLY = frozenset({"staff", "liaison"})
"""Roles that make crew of the host's own people; a guest's staff are guests."""
_ENVOYS = frozenset({Group.AMBASSADORS, Group.CONSULS})
_PLAIN = frozenset({"member", "companion", "paraf"})
"""Roles with which the host's own people are hosts."""


def make(office: Office, wish: Wish) -> Made:
    """Return the badges of those who come and of the own crew, as PDF.

    Without a sheet they are on the office's own, or on one of the paper wished for.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such label, or the settings' badge roles cannot be read.
    """
    with office.store.read() as session:
        occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        usual = settings_in(session).badge_sheet if wish.paper is Paper.A4 else ""
        sheet = sheet_named(session, wish.sheet or usual, "badge", wish.paper)
        setter = _Badges(office, session, wish, occasion)
        setter.photos = sheet.height > sheet.width
        guests = guests_for(session, wish)
        cards = {str(guest.id): (who_is(guest), setter.of_guest(guest)) for guest in guests}
        cards |= _crew_cards(session, setter, wish, occasion)
    return print_cards(Batch(_TITLE, occasion, cards, warnings=twice(guests)), sheet, wish)


def badge_code(key: UUID) -> str:
    """Return what the code of a badge says: no name, only which guest of which office's list."""
    return _CODE.format(key=key.hex.upper())


def _crew_cards(
    session: Session, setter: "_Badges", wish: Wish, occasion: Occasion
) -> dict[str, tuple[str, Badge]]:
    if wish.delegation_id is not None:
        return {}
    crew = _crew(session, wish, occasion)
    return {str(line.id): (line.name, setter.of_crew(line)) for line in crew}


class _Badges:
    """What all badges of a visit have in common."""

    def __init__(self, office: Office, session: Session, wish: Wish, occasion: Occasion) -> None:
        self._office = office
        self._wish = wish
        self.photos = False
        """Whether the sheet has room for photos."""
        self._roles = badge_roles(settings_in(session).badge_roles)
        self._bodies = Bodies(office, session, occasion.visit)
        host = own_body(session, occasion.visit)
        self._host_id = host.id if host else None
        event = (said(occasion.name, wish.language), said(occasion.day, wish.language))
        self._event = tuple(filter(None, event))

    def of_guest(self, guest: Participant) -> Badge:
        """Return the badge of a guest; without a name the post is the large line."""
        tongue, name, post = self._wish.language, card_name(guest), post_of(guest)
        body = self._bodies.name(guest.body_id)
        short, _ = apart(post, body)
        small = post if name else body
        return Badge(
            key=str(guest.id),
            event=self._event,
            big=_named(name, self._wish) or said(short, tongue) or said(body, tongue),
            small=tuple(filter(None, (said(small, tongue),))),
            band=self._band(body, *_kinds(guest)),
            code=badge_code(guest.id),
            emblem=self._bodies.emblem(self._host_id),
            photo=picture_of(self._office, guest.photo_sha) if self.photos else None,
        )

    def of_crew(self, line: CrewLine) -> Badge:
        """Return the badge of somebody of the own crew."""
        kind = "security" if line.duty is Duty.SECURITY else CREW
        return Badge(
            key=str(line.id),
            event=self._event,
            big=_named(line.name, self._wish),
            small=(said(_DUTIES[line.duty], self._wish.language),),
            band=self._band(self._bodies.name(self._host_id), kind),
            code=badge_code(line.person_id or line.id),
            emblem=self._bodies.emblem(self._host_id),
        )

    def _band(self, body: Bilingual, *kinds: str) -> Band:
        role, tongue = role_for(self._roles, *kinds), self._wish.language
        return Band(said(body, tongue), said(role.word, tongue), role.colour, role.ink)


def _named(name: str, wish: Wish) -> Words:
    language: Language = "en" if wish.language == "en" else "id"
    return (Said(language, name),) if name else ()


def _kinds(guest: Participant) -> tuple[str, ...]:
    """Return what a guest's badge role goes by, the first that has a role."""
    if guest.role in _OWN_ONLY:
        return (guest.role if guest.host else "member",)
    if guest.host and guest.role in _PLAIN:
        return (HOST,)
    return (ENVOY, guest.role) if guest.group in _ENVOYS else (guest.role,)


def _crew(session: Session, wish: Wish, occasion: Occasion) -> list[CrewLine]:
    """Return the crew that has names, everybody once."""
    lines = dict[str, CrewLine]()
    for line in crew_in(session, occasion.visit):
        mine = wish.session_id is None or line.session_id in {None, wish.session_id}
        if line.name and mine and (not wish.only or str(line.id) in wish.only):
            lines.setdefault(str(line.person_id or line.name.casefold()), line)
    return list(lines.values())
