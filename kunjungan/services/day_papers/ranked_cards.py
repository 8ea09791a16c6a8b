"""Guests in their order as the cards of a drawn plan, and as the rows of its legend."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from kunjungan.documents.office.seating_sheet import LegendRow, SheetSeat
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.brief_posts import brief_post
from kunjungan.domain.seating_kinds import SeatPlace
from kunjungan.domain.spoken import post_with_body
from kunjungan.services.guests.participants import Participant
from kunjungan.services.guests.standing_in import whole_title
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating.view import called

_SHADES = (1.0, 0.93, 0.86, 0.97, 0.9)
_HOST_SHADE = 0.8

Shades = Mapping[UUID | None, float]


def shades_of(lines: Sequence[RankedGuest]) -> Shades:
    """Return the grey of each body's cards, so that delegations are told apart without colours."""
    bodies = dict.fromkeys(line.guest.body_id for line in lines if not line.guest.host)
    return MappingProxyType(
        {body: _SHADES[number % len(_SHADES)] for number, body in enumerate(bodies)}
    )


def card_of(place: SeatPlace, line: RankedGuest, shades: Shades) -> SheetSeat:
    """Return a guest's card: name as cards spell it, or a blank line; post and body in brief.

    A post that names its body, as that of a mayor does, needs no body.
    """
    guest, title = line.guest, whole_title(line.guest)
    named = post_with_body(title, guest.body) == title
    return SheetSeat(
        place=place,
        number=str(line.number),
        name=guest.card_name or guest.name.plain,
        post=brief_post(title),
        body=Bilingual("", "") if named else guest.body,
        host=guest.host,
        shade=_HOST_SHADE if guest.host else shades.get(guest.body_id, 1.0),
        key=called(line),
    )


def legend_row(line: RankedGuest, seat: Bilingual, note: str = "") -> LegendRow:
    """Return a guest's row: number, name with titles, post, body, seat and what is remarked."""
    return LegendRow(
        number=str(line.number),
        name=full_name(line.guest),
        post=whole_title(line.guest),
        body=line.guest.body,
        seat=seat,
        note=note,
    )


def full_name(guest: Participant) -> str:
    """Return a name with its titles; nothing while it is still to come."""
    return guest.name.full if guest.known else ""
