"""What the card of a conflict says, in the screen's language."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kunjungan.domain.free_rooms import RoomOffer
from kunjungan.i18n import later, tr
from kunjungan.services.calendar.conflicts import ConflictLine, ConflictSide
from kunjungan.services.calendar.occasions import Ref
from kunjungan.ui.theme.tokens import Tone

_MANY = 10
_COUNTED = MappingProxyType(
    {
        "clash": (
            later("1 clash {when}"),
            later("{count} clashes {when}"),
            later("{count} clashes"),
        ),
        "short": (
            later("1 too short a pause {when}"),
            later("{count} too short pauses {when}"),
            later("{count} too short pauses"),
        ),
        "left": (
            later("1 left as it is {when}"),
            later("{count} left as they are {when}"),
            later("{count} left as they are"),
        ),
    }
)
"""How many conflicts there are of a sort: one, a few, and many."""


def counted_words(line: ConflictLine, lines: Sequence[ConflictLine], when: str) -> str:
    """Return how many there are of a conflict's sort: left, too short, or overlapping."""
    sort = _sort(line)
    count = sum(_sort(each) == sort for each in lines)
    one, few, many = _COUNTED[sort]
    return tr(one if count == 1 else few if count < _MANY else many, count=count, when=when)


def _sort(line: ConflictLine) -> str:
    return "left" if line.left else "short" if line.missing else "clash"


def left_words(line: ConflictLine) -> str:
    """Return why the office lives with a conflict; without a reason it was put off for today."""
    return tr("Left: {reason}", reason=line.reason) if line.reason else tr("Waits until tomorrow")


def moving_side(line: ConflictLine) -> ConflictSide:
    """Return which of two events had better move: what is not firm yet, else who has guests."""
    first, second = line.first, line.second
    if first.firm != second.firm:
        return second if first.firm else first
    return first if first.need and not second.need else second


def clash_words(line: ConflictLine, titles: Mapping[Ref, str] = MappingProxyType({})) -> str:
    """Return in a sentence what stands against what, by the titles that the calendar shows."""
    moving = moving_side(line)
    sides = (moving, line.first if moving is line.second else line.second)
    first, second = (titles.get(each.ref, each.title) for each in sides)
    if line.missing:
        return tr(
            "Between “{first}” and “{second}” {minutes} minutes are missing.",
            first=first,
            second=second,
            minutes=line.missing,
        )
    return tr("“{first}” overlaps with “{second}”.", first=first, second=second)


def seat_words(offer: RoomOffer, need: int) -> tuple[str, Tone]:
    """Return how many seats a room has for how many guests, and whether that does."""
    if offer.seats is None:
        return tr("seats not counted"), Tone.NEUTRAL
    if offer.enough:
        return tr("{seats} seats, enough", seats=offer.seats), Tone.OK
    return tr("{seats} seats, {need} needed", seats=offer.seats, need=need), Tone.BAD
