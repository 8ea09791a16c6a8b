"""What is wrong with a rundown, as pure rules; who tells of it words it."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Literal

from kunjungan.domain.precedence import Ordered, Why
from kunjungan.domain.rundown import Point, in_order, overlaps
from kunjungan.domain.visit_words import ItemKind, SpeechState

Severity = Literal["bad", "warn"]
ANTHEM_WORDS = "indonesia raya"
FREE_KINDS = frozenset({ItemKind.BREAK, ItemKind.MEAL, ItemKind.PRAYER})
"""What may be held in prayer times: there is time to pray in it."""
EARLY_KINDS = frozenset({ItemKind.REGISTRATION, ItemKind.ARRIVAL})
"""What may begin ahead of a session's hours."""
READ_KINDS = frozenset({ItemKind.SPEECH, ItemKind.REPORT})
"""What is read from a text, as a rule."""
WRITTEN = frozenset({SpeechState.READY, SpeechState.PRINTED})
"""The states of a text that is ready."""
_TEXT_DUE = timedelta(days=1)
"""So long before its day a text is to be ready (office practice)."""


class Check(StrEnum):
    """What a rundown is looked through for."""

    OVERLAP = "overlap"
    HOURS = "hours"
    QUIET = "quiet"
    SIGNING = "signing"
    CAST = "cast"
    SPEECH = "speech"
    TEXT = "text"
    ARRIVAL = "arrival"
    ANTHEM = "anthem"
    ROOM = "room"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item as the rules see it; ``speaker`` is a key of a guest in precedence, or empty.

    ``guests`` are the delegations that it is for, everybody where there is none.
    """

    point: Point
    session: Hashable | None
    on: date | None
    kind: ItemKind
    title: str = ""
    agreement: Hashable | None = None
    speaker: str = ""
    guests: frozenset[Hashable] = frozenset()

    @property
    def key(self) -> Hashable:
        """The item's key."""
        return self.point.key


def overlapping(entries: Iterable[Entry]) -> list[tuple[Hashable, Hashable, int]]:
    """Return the pairs that share time and guests on one day, with the minutes they share."""
    by_key = {entry.key: entry for entry in entries}
    days: dict[date | None, list[Point]] = {}
    for entry in by_key.values():
        days.setdefault(entry.on, []).append(entry.point)
    return [
        (a.key, b.key, min(a.ends, b.ends) - b.starts)
        for points in days.values()
        for a, b in overlaps(points)
        if _share_guests(by_key[a.key], by_key[b.key])
    ]


def outside(entries: Sequence[Entry], starts: int | None, ends: int | None) -> tuple[int, int]:
    """Return how many minutes a session's items begin early and end late; guests may come early."""
    inside = [e.point.starts for e in entries if e.kind not in EARLY_KINDS]
    early = max(0, starts - min(inside)) if inside and starts is not None else 0
    last = max((e.point.ends for e in entries), default=0)
    return early, max(0, last - ends) if entries and ends is not None else 0


def cutting(entries: Iterable[Entry], starts: int, ends: int) -> list[Entry]:
    """Return the items that take from a quiet time; breaks, meals and prayers do not."""
    return [
        entry
        for entry in entries
        if entry.kind not in FREE_KINDS and entry.point.starts < ends and starts < entry.point.ends
    ]


def out_of_turn(
    entries: Iterable[Entry], kind: ItemKind, order: Ordered
) -> list[tuple[Hashable, Hashable]]:
    """Return neighbours of a kind in one session of whom the higher comes before the lower.

    The highest speaks and enters last (UU 9/2010 and PP 39/2018, elucidation); among equals any
    order will do.
    """
    places = {guest.key: place for place, guest in enumerate(order.guests)}
    spoken = [e for e in entries if e.kind is kind and e.speaker in places]
    sessions = list(dict.fromkeys(entry.session for entry in spoken))
    return [
        (a.key, b.key)
        for session in sessions
        for a, b in pairwise(_by_clock(e for e in spoken if e.session == session))
        if _outranks(places[a.speaker], places[b.speaker], order)
    ]


def without_signing(agreements: Iterable[Hashable], entries: Collection[Entry]) -> list[Hashable]:
    """Return the agreements that no item of signing is for."""
    signed = {entry.agreement for entry in entries if entry.kind is ItemKind.SIGNING}
    return [key for key in agreements if key not in signed]


def text_is_late(state: SpeechState | None, on: date | None, today: date) -> bool:
    """Tell whether a text that is followed is not ready though its day is tomorrow or today.

    >>> text_is_late(SpeechState.DRAFT, date(2022, 9, 1), date(2022, 8, 31))
    True
    """
    awaited = state is not None and state not in WRITTEN
    return awaited and on is not None and timedelta() <= on - today <= _TEXT_DUE


def lacking_anthem(entries: Sequence[Entry]) -> list[date | None]:
    """Return the days with a signing but no national anthem (UU 24/2009 art 59(1)c)."""
    days = dict.fromkeys(e.on for e in entries if e.kind is ItemKind.SIGNING)
    sung = {e.on for e in entries if _is_anthem(e)}
    return [day for day in days if day not in sung]


def _is_anthem(entry: Entry) -> bool:
    return entry.kind is ItemKind.ANTHEM or ANTHEM_WORDS in entry.title.casefold()


def _share_guests(first: Entry, second: Entry) -> bool:
    return not first.guests or not second.guests or bool(first.guests & second.guests)


def _by_clock(entries: Iterable[Entry]) -> list[Entry]:
    by_key = {entry.key: entry for entry in entries}
    return [by_key[point.key] for point in in_order(e.point for e in by_key.values())]


def _outranks(first: int, second: int, order: Ordered) -> bool:
    """Tell whether one goes ahead of another by law or decision, and not only among equals."""
    between = {reason.why for reason in order.reasons[first:second]}
    return first < second and not between.isdisjoint({Why.GROUP, Why.DECISION})
