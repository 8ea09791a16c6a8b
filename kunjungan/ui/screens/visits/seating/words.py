"""How guests and seats are spoken of on the seating plan."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kunjungan.domain.seating_kinds import OBJECT_NAMES, ObjectKind, Part, PartKind
from kunjungan.i18n import tr
from kunjungan.services.guests.participants import Participant
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import SeatView
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.words import brief_title, joined, region_name

_BRIEF = (
    ("Pasal ", "Ps. "),
    (" ayat (1) huruf ", "(1) "),
    ("Article ", "Art. "),
    (", letter ", " "),
)
_NUMBERED: Mapping[PartKind, ObjectKind] = MappingProxyType(
    {
        PartKind.ROWS: ObjectKind.ROW_NAME,
        PartKind.ROUND: ObjectKind.ROUND_TABLE,
        PartKind.BANQUET: ObjectKind.ROUND_TABLE,
    }
)
"""Parts whose rows or tables are told by number."""


def guest_name(guest: Participant) -> str:
    """Return what a guest is called: the name, or the post while the name is still to come."""
    name = guest.card_name or guest.name.plain
    return name or screen_side(guest.title) or tr("(name to follow)")


def brief_name(guest: Participant) -> str:
    """Return what a small card calls a guest: the name, or the post as offices shorten it."""
    return guest_name(guest) if guest.known else brief_title(guest.title) or "…"


def guest_body(guest: Participant) -> str:
    """Return the institution of a guest as briefly as one says it: "Kota Prabumulih"."""
    return region_name(screen_side(guest.body))


def under_name(guest: Participant) -> str:
    """Return what stands under a guest's name: the post, or the body where the post is above."""
    post = brief_title(guest.title) if guest.known else ""
    return post or guest_body(guest)


def seat_words(seat: SeatView) -> str:
    """Return everything a seat says to who does not see it."""
    if seat.guest is None:
        return joined(screen_side(seat.where), tr("Empty"))
    who = seat.guest
    return joined(
        screen_side(seat.where),
        tr("rank {number}", number=who.number),
        guest_name(who.guest),
        under_name(who.guest),
        guest_body(who.guest) if who.guest.known else "",
        tr("locked") if seat.locked else "",
        tr("not in order") if seat.deviates else "",
        seat.reason,
    )


def brief_place(seat: SeatView, parts: Sequence[Part]) -> str:
    """Return a seat for a narrow column: "Row 2 · 4", "Table · 1"."""
    place = seat.place
    part = next((part for part in parts if part.key == place.part), None)
    word = OBJECT_NAMES[_NUMBERED.get(part.kind, ObjectKind.TABLE) if part else ObjectKind.TABLE]
    return joined(screen_side(word.filled(number=place.row)), str(place.number))


def law_words(line: RankedGuest) -> str:
    """Return the article that ranks a guest, or that none does."""
    return screen_side(line.cited) or tr("not in the law")


def brief_law(line: RankedGuest) -> str:
    """Return the article as briefly as one cites it: "Ps. 10(1) j"."""
    cited = law_words(line)
    for long, short in _BRIEF:
        cited = cited.replace(long, short)
    return cited


def rank_words(guest: Participant) -> str:
    """Return the second line of a guest in the order: the post or the body; the host as such.

    Who is of the host need not be told whose: "Wali Kota · tuan rumah", "tuan rumah".
    """
    if not guest.host:
        return under_name(guest)
    region = guest_body(guest).partition(" ")[2]
    post = under_name(guest) if guest.known else ""
    bare = post.removesuffix(f" of {region}").removesuffix(f" {region}") if region else post
    return joined(bare, tr("host"))
