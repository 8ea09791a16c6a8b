"""Certificates: for every guest who came, signed by the host, whose name has no titles there."""

from dataclasses import replace

from sqlmodel import Session

from kunjungan.documents.cards.content import Card, Certificate
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import title_line
from kunjungan.domain.date_words import long_date
from kunjungan.domain.printed_names import PRINTED, DocumentClass
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import body_in_text, body_name, name_by_matrix
from kunjungan.services.day_papers.card_press import Batch, print_cards
from kunjungan.services.day_papers.card_words import (
    Bodies,
    card_name,
    guests_for,
    names_body,
    post_of,
    said,
    who_is,
)
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.occasion import Occasion, occasion_in
from kunjungan.services.guests.participants import Participant
from kunjungan.services.label_sheets import sheet_named
from kunjungan.services.letters.facts import own_body
from kunjungan.services.office import Office
from kunjungan.services.officials import official_line
from kunjungan.services.rows import found
from kunjungan.store.tables import Institution, Person, Position, Tenure

_TITLE = "Piagam"
_HEAD = Bilingual("Piagam Penghargaan", "Certificate of Appreciation")
_GIVEN = Bilingual("diberikan kepada", "is presented to")
_TEXT = Bilingual(
    "atas partisipasinya dalam kegiatan {event} yang diselenggarakan oleh {host}"
    " pada {day}{place}.",
    "for taking part in {event}, held by {host} on {day}{place}.",
)
_AT = Bilingual(" di {place}", " at {place}")
_NOTHING = Bilingual("", "")
_NO_NAME = later("The name is not known yet; the certificate has a line to write it on.")
_NO_NAMES = later("{count} names are not known yet; the certificates have a line to write on.")
_NO_SIGNER = later("Nobody receives this visit yet; the certificates have lines for the signer.")
_NO_GUEST = later("No guest who comes is on the list yet, so there is no certificate.")


def make(office: Office, wish: Wish) -> Made:
    """Return certificates for the guests who came, or for all who come as long as none has.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such place.
    """
    with office.store.read() as session:
        occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        setter = _Certificates(office, session, wish, occasion)
        guests = _receivers(session, wish)
        cards: dict[str, tuple[str, Card]] = {
            str(guest.id): (who_is(guest), setter.certificate(guest)) for guest in guests
        }
        sheet = sheet_named(session, wish.sheet, "certificate", wish.paper)
    made = print_cards(Batch(_TITLE, occasion, cards, _NO_GUEST), sheet, wish)
    return replace(made, warnings=(*made.warnings, *_warnings(guests, setter)))


def _receivers(session: Session, wish: Wish) -> list[Participant]:
    guests = [guest for guest in guests_for(session, wish) if not guest.host]
    came = [guest for guest in guests if guest.attendance == "present"]
    return came or guests


def _warnings(guests: list[Participant], setter: "_Certificates") -> list[Warned]:
    nameless = [guest for guest in guests if not guest.known]
    found_out = [Warned(who_is(guest), _NO_NAME) for guest in nameless]
    if len(nameless) > 1:
        found_out = [Warned("", _NO_NAMES, {"count": len(nameless)})]
    if guests and not setter.signer:
        found_out.append(Warned("", _NO_SIGNER))
    return found_out


class _Certificates:
    """What all certificates of a visit have in common."""

    def __init__(self, office: Office, session: Session, wish: Wish, occasion: Occasion) -> None:
        self._tongue = wish.language
        self._occasion = occasion
        self._host = own_body(session, occasion.visit)
        self._bodies = Bodies(office, session, occasion.visit)
        self.signer, self._post = _signer(session, occasion)

    def certificate(self, guest: Participant) -> Certificate:
        """Return the certificate of a guest: the name with all titles, the post under it."""
        post = post_of(guest)
        body = self._bodies.name(guest.body_id)
        lines = [post] if names_body(post, body) else [post, body]
        host = body_name(self._host) if self._host else _NOTHING
        return Certificate(
            key=str(guest.id),
            body=said(host, self._tongue),
            title=said(_HEAD, self._tongue),
            number="",
            given=said(_GIVEN, self._tongue),
            name=card_name(guest),
            post=tuple(filter(None, (said(line, self._tongue) for line in lines))),
            text=said(self._text(), self._tongue),
            place=said(self._place(), self._tongue),
            signer_post=said(self._post, self._tongue),
            signer=self.signer,
            emblem=self._bodies.emblem(self._host.id if self._host else None),
        )

    def _text(self) -> Bilingual:
        host = body_in_text(self._host) if self._host else _NOTHING
        own = self._occasion
        place = _AT.filled(place=own.place) if own.place else _NOTHING
        return _TEXT.filled(event=own.visit.title, host=host, day=own.day, place=place)

    def _place(self) -> Bilingual:
        """Return the city and the day of signing."""
        city = self._host.city_id if self._host else ""
        full = self._occasion.visit.on.full
        day = long_date(full) if full else self._occasion.visit.on.words
        form = "{city}, {day}" if city else "{day}"
        return Bilingual(form, form).filled(city=city, day=day)


def _signer(session: Session, occasion: Occasion) -> tuple[str, Bilingual]:
    """Return the host's name as certificates print it, and the post over it; or nothing.

    Permendagri 1/2023 art 44: names on certificates have neither titles nor NIP.
    """
    key = occasion.session.host_tenure_id if occasion.session else None
    key = key or occasion.visit.host_tenure_id
    if key is None:
        return "", _NOTHING
    tenure = found(session, Tenure, key)
    position = found(session, Position, tenure.position_id)
    line = official_line(tenure, position, found(session, Person, tenure.person_id))
    body = found(session, Institution, position.institution_id)
    name = name_by_matrix(line, position, body, DocumentClass.CERTIFICATE, PRINTED)
    post = Bilingual(position.title_id, position.title_en)
    return name, title_line(post, tenure.capacity, caps=True)
