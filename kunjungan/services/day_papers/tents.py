"""Name tents: a sheet for everybody who sits at a table, the same on both faces."""

from kunjungan.documents.cards.content import Card, Said, Tent
from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.day_papers.card_press import Batch, print_cards
from kunjungan.services.day_papers.card_words import (
    Bodies,
    apart,
    card_name,
    guests_for,
    names_body,
    post_of,
    said,
    twice,
    upper,
    who_is,
)
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import occasion_in
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.guests.standing_in import StandingIn
from kunjungan.services.label_sheets import sheet_named
from kunjungan.services.office import Office

_TITLE, _NONE = "Papan nama meja", Bilingual("", "")


def make(office: Office, wish: Wish) -> Made:
    """Return the name tents of those who come, as PDF.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such place.
    """
    with office.store.read() as session:
        occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        standing = StandingIn(participants_in(session, wish.visit_id))
        guests = guests_for(session, wish)
        bodies = Bodies(office, session, occasion.visit)
        cards: dict[str, tuple[str, Card]] = {
            str(guest.id): (who_is(guest), _tent(guest, bodies, wish, standing.words(guest)))
            for guest in guests
        }
        sheet = sheet_named(session, wish.sheet, "tent", wish.paper)
    return print_cards(Batch(_TITLE, occasion, cards, warnings=twice(guests)), sheet, wish)


def _tent(guest: Participant, bodies: Bodies, wish: Wish, place: Bilingual) -> Tent:
    """Return a guest's tent; ``place`` says whose place is taken, if it is another's."""
    post, name, tongue = post_of(guest, caps=True), card_name(guest, caps=True), wish.language
    body = upper(bodies.name(guest.body_id))
    lines = [post] if names_body(post, body) else [post, body]
    if not name:
        short, _ = apart(post, body)
        return Tent(
            key=str(guest.id),
            name=said(short, tongue) or said(body, tongue),
            post=tuple(
                filter(
                    None, (said(body if short.id else _NONE, tongue), said(upper(place), tongue))
                )
            ),
            emblem=bodies.emblem(guest.body_id),
            known=False,
        )
    return Tent(
        key=str(guest.id),
        name=(Said("en" if tongue == "en" else "id", name),),
        post=tuple(filter(None, (said(line, tongue) for line in (*lines, upper(place))))),
        emblem=bodies.emblem(guest.body_id),
    )
