"""What an event takes up: a span of time, and the rooms, people and vehicles claimed in it.

Spans are half-open instants in UTC, so that events in different zones compare and one that ends
when another starts does not meet it.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Literal, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kunjungan.domain.date_words import clock_hours
from kunjungan.domain.event_times import Zone

Source = Literal["visit", "session", "item", "entry", "assignment"]
"""What kind of record a booking stands for."""
OPEN_END = timedelta(hours=2)
"""How long an event is taken to last whose end is not known (office practice)."""
DAY = timedelta(days=1)


class Span(NamedTuple):
    """Time from ``starts`` up to, but without, ``ends``; both are moments in UTC."""

    starts: datetime
    ends: datetime

    def meets(self, other: "Span") -> bool:
        """Say whether the two share a moment; back to back they do not."""
        return self.starts < other.ends and other.starts < self.ends

    @property
    def hours(self) -> str:
        """The clock times of a span that is told in a local zone: 09.00-11.30."""
        return clock_hours(self.starts.time(), self.ends.time())

    def shifted(self, by: timedelta) -> "Span":
        """Return the same length of time, later by so much."""
        return Span(self.starts + by, self.ends + by)


class ClaimKind(StrEnum):
    """As what something or somebody is needed."""

    ROOM = "room"
    LEADER = "leader"
    SIGNATORY = "signatory"
    CREW = "crew"
    VEHICLE = "vehicle"


@dataclass(frozen=True, slots=True)
class Claim:
    """One room, person or vehicle that is needed; ``key`` tells it from all others of its sort.

    ``one`` is what can be in one place only: a person is the same one in every part.
    """

    kind: ClaimKind
    key: str
    name: str
    one: tuple[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what a scan of all events asks again and again."""
        things = {ClaimKind.ROOM: "room", ClaimKind.VEHICLE: "vehicle"}
        object.__setattr__(self, "one", (things.get(self.kind, "person"), self.key))


@dataclass(frozen=True, slots=True)
class Booking:
    """An event in time with its claims, each thing once; if not ``firm`` it may be dropped yet.

    ``turnaround`` is how many minutes its room or vehicle needs before it, None for the office's
    setting; ``part_of`` is the session to which an item or an assignment belongs, ``zone`` that in
    which its hours are told.
    """

    source: Source
    id: UUID
    visit_id: UUID | None
    title: str
    span: Span
    firm: bool
    place: str
    claims: tuple[Claim, ...]
    turnaround: int | None = None
    part_of: UUID | None = None
    zone: tzinfo = UTC

    @property
    def local(self) -> Span:
        """Its time as the clocks of its own place show it."""
        return Span(self.span.starts.astimezone(self.zone), self.span.ends.astimezone(self.zone))

    def moved(self, by: timedelta) -> "Booking":
        """Return the booking with the same length, later by so much."""
        return replace(self, span=self.span.shifted(by))


def name_key(name: str) -> str:
    """Return a room's, vehicle's or place's name as it is compared: spaces and case aside."""
    return " ".join(name.split()).casefold()


def zone_of(zone: Zone, abroad: str = "") -> tzinfo:
    """Return the zone of a place, abroad by its name in the time zone database.

    A name that the database does not know gives the Indonesian zone.
    """
    if abroad:
        try:
            return ZoneInfo(abroad)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return zone.offset
    return zone.offset


def instant(on: date, at: time, zone: tzinfo) -> datetime:
    """Return the moment of a local day and clock time."""
    return datetime.combine(on, at, tzinfo=zone).astimezone(UTC)


def span_of(
    on: date, until: date, starts_at: time | None, ends_at: time | None, zone: tzinfo
) -> Span:
    """Return the time from an hour of the first day to one of the last; without hours whole days.

    Where only the start is known it lasts ``OPEN_END``, on several days to the end of the last.
    """
    starts = instant(on, starts_at or time.min, zone)
    if ends_at is not None:
        ends = instant(until, ends_at, zone)
    elif starts_at is not None and until == on:
        ends = starts + OPEN_END
    else:
        ends = instant(until + DAY, time.min, zone)
    return Span(starts, max(starts, ends))
