"""The lines of the order of precedence: guests, remarks on equals, and who has no seat yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kunjungan.domain.precedence import Why
from kunjungan.i18n import tr
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.seating.words import (
    guest_body,
    guest_name,
    law_words,
    rank_words,
)
from kunjungan.ui.screens.visits.words import joined


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest with the words for the seat; ``loose`` stands in the list of the unseated."""

    line: RankedGuest
    seat: str
    loose: bool = False


@dataclass(frozen=True, slots=True)
class EqualRow:
    """A remark under guests of equal rank: whose order was decided and why, or is not yet."""

    guests: tuple[RankedGuest, ...]
    reason: str
    decided: bool

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The attendees in their present order."""
        return tuple(line.guest.id for line in self.guests)


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The line over the unseated, with how many they are."""

    title: str
    count: int


Row = GuestRow | EqualRow | HeadRow


def rows_of(
    lines: Sequence[RankedGuest], loose: Sequence[RankedGuest], seats: Mapping[UUID, str]
) -> list[Row]:
    """Return the list: everybody by rank with a remark under equals, then who has no seat."""
    rows: list[Row] = []
    for place, line in enumerate(lines):
        rows.append(GuestRow(line, seats.get(line.guest.id, "")))
        remark = _remark(lines, place)
        if remark is not None:
            rows.append(remark)
    if loose:
        rows.append(HeadRow(tr("Without a seat yet"), len(loose)))
        rows += [GuestRow(line, "", loose=True) for line in loose]
    return rows


def equals_of(lines: Sequence[RankedGuest], guest_id: UUID) -> EqualRow | None:
    """Return the equals that a guest stands among, if there are any."""
    for place in range(len(lines)):
        remark = _remark(lines, place)
        if remark is not None and guest_id in remark.ids:
            return remark
    return None


def remark_words(row: EqualRow) -> tuple[str, str, str]:
    """Return what a remark says: its head, what was decided, and what one can do."""
    first, last = row.guests[0].number, row.guests[-1].number
    group = row.guests[0].group_name
    name = screen_side(group) if group is not None else row.guests[0].article
    head = tr("Equal rank: {group}", group=name) if name else tr("Equal rank")
    if row.decided:
        words = tr(
            "The officer put {first} ahead of {last}: {reason}",
            first=guest_name(row.guests[0].guest),
            last=guest_name(row.guests[-1].guest),
            reason=row.reason or tr("no reason given"),
        )
        return head, words, tr("Change order or reason")
    words = tr("Places {first} to {last} are not decided yet.", first=first, last=last)
    return head, words, tr("Decide the order")


def _remark(lines: Sequence[RankedGuest], place: int) -> EqualRow | None:
    """Return the remark that stands under a line: at the end of a run of equals."""
    kind = _kind(lines, place)
    if kind is None or _kind(lines, place + 1) == kind:
        return None
    first = place
    while _kind(lines, first) == kind:
        first -= 1
    return EqualRow(tuple(lines[first : place + 1]), kind[1], kind[0])


def _kind(lines: Sequence[RankedGuest], place: int) -> tuple[bool, str] | None:
    """Return how a line came behind the one before: by decision and why, or undecided."""
    if not 0 < place < len(lines):
        return None
    line = lines[place]
    if line.why is Why.DECISION:
        return True, line.note
    return (False, "") if line.equal else None


def row_words(row: Row) -> str:
    """Return all that a line of the order says, for screen readers and as its tip."""
    if isinstance(row, HeadRow):
        return joined(row.title, str(row.count))
    if isinstance(row, EqualRow):
        return joined(*remark_words(row))
    line = row.line
    return joined(
        tr("rank {number}", number=line.number),
        guest_name(line.guest),
        rank_words(line.guest),
        guest_body(line.guest) if line.guest.known or line.guest.host else "",
        law_words(line),
        row.seat or tr("no seat"),
    )
