"""Name tents: a sheet for everybody who sits at a table, the same on both faces."""

from kunjungan.documents.cards.content import Card, Said, Tent
from kunjungan.services.day_papers.card_press import Batch, print_cards
from kunjungan.services.day_papers.card_words import (
    Bodies,
    apart,
    card_name,
    guests_for,
    names_body,
    post_of,
    said,
    upper,
    who_is,
)
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import occasion_in
from kunjungan.services.guests.participants import Participant
from kunjungan.services.label_sheets import sheet_named
from kunjungan.services.office import Office

_TITLE = "Papan nama meja"


def make(office: Office, wish: Wish) -> Made:
    """Return the name tents of those who come, as PDF.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such place.
    """
    with office.store.read() as session:
        occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        bodies = Bodies(office, session)
        cards: dict[str, tuple[str, Card]] = {
            str(guest.id): (who_is(guest), _tent(guest, bodies, wish))
            for guest in guests_for(session, wish)
        }
        sheet = sheet_named(session, wish.sheet, "tent", wish.paper)
    return print_cards(Batch(_TITLE, occasion, cards), sheet, wish)


def _tent(guest: Participant, bodies: Bodies, wish: Wish) -> Tent:
    post, name, tongue = post_of(guest, caps=True), card_name(guest, caps=True), wish.language
    body = upper(bodies.name(guest.body_id))
    lines = [post] if names_body(post, body) else [post, body]
    if not name:
        short, _ = apart(post, body)
        return Tent(
            key=str(guest.id),
            name=said(short, tongue) or said(body, tongue),
            post=(said(body, tongue),) if short.id else (),
            emblem=bodies.emblem(guest.body_id),
            known=False,
        )
    return Tent(
        key=str(guest.id),
        name=(Said("en" if tongue == "en" else "id", name),),
        post=tuple(filter(None, (said(line, tongue) for line in lines))),
        emblem=bodies.emblem(guest.body_id),
    )
