"""What of the calendar is shown: kinds switched on and off, and filters, kept as one text."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.bookings import name_key
from kunjungan.domain.visit_words import EntryKind
from kunjungan.i18n import later
from kunjungan.services.calendar.occasions import Occasion


class Group(StrEnum):
    """The kinds of things that can be shown or hidden; each occasion is of one."""

    INCOMING = "incoming"
    LEADER = "leader"
    OFFICE = "office"
    TENTATIVE = "tentative"
    OUTGOING = "outgoing"
    HOLIDAYS = "holidays"


GROUPS: Mapping[Group, str] = MappingProxyType(
    {
        Group.INCOMING: later("Incoming visits"),
        Group.LEADER: later("Leader's agenda"),
        Group.OFFICE: later("Office's own work"),
        Group.TENTATIVE: later("Tentative"),
        Group.OUTGOING: later("Outgoing visits"),
        Group.HOLIDAYS: later("Holidays & anniversaries"),
    }
)


class View(StrEnum):
    """The ways to look at the calendar."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class Sieve:
    """The view, the kinds hidden and the filters of a desk; an empty filter lets all through."""

    view: View = View.MONTH
    hidden: frozenset[Group] = frozenset()
    room: str = ""
    leader: str = ""
    stage: str = ""
    kind: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether a filter is in force."""
        return bool(self.room or self.leader or self.stage or self.kind)

    def unfiltered(self) -> "Sieve":
        """Return the same view and kinds without a filter."""
        return replace(self, room="", leader="", stage="", kind="")

    def lets(self, occasion: Occasion) -> bool:
        """Tell whether an occasion passes the filters, whatever kinds are hidden."""
        return (
            self.room in {"", _room(occasion)}
            and self.leader in {"", occasion.leader_key}
            and self.stage in {"", occasion.stage or ""}
            and self.kind in {"", occasion.kind}
        )

    def shown(self, occasions: Iterable[Occasion]) -> list[Occasion]:
        """Return the occasions that pass the filters and whose kind is not hidden."""
        return [one for one in occasions if group_of(one) not in self.hidden and self.lets(one)]

    def counts(self, occasions: Iterable[Occasion]) -> Counter[Group]:
        """Return how many of each kind pass the filters, hidden or not."""
        return Counter(group_of(one) for one in occasions if self.lets(one))

    @property
    def text(self) -> str:
        """Everything as one text, to be kept for the next start."""
        return json.dumps(asdict(self) | {"hidden": sorted(self.hidden)})


def read_sieve(text: str) -> Sieve:
    """Return the sieve that a text stands for; what cannot be read is left at its default."""
    try:
        kept = json.loads(text or "{}")
        words = {name: str(kept.get(name, "")) for name in ("room", "leader", "stage", "kind")}
        hidden = frozenset(Group(name) for name in kept.get("hidden", ()))
        return Sieve(View(kept.get("view", View.MONTH)), hidden, **words)
    except (ValueError, AttributeError, TypeError):
        return Sieve()


def group_of(occasion: Occasion) -> Group:
    """Return the kind under which an occasion is shown or hidden."""
    if occasion.tentative:
        return Group.TENTATIVE
    if occasion.kind == EntryKind.LEADER:
        return Group.LEADER
    if occasion.kind == EntryKind.OFFICE:
        return Group.OFFICE
    return Group.OUTGOING if occasion.direction == "outgoing" else Group.INCOMING


def rooms_of(occasions: Iterable[Occasion]) -> list[tuple[str, str]]:
    """Return the rooms that are used, as what the filter compares and what it shows."""
    names = {_room(one): one.room.strip() for one in occasions if one.room.strip()}
    return sorted(names.items())


def leaders_of(occasions: Iterable[Occasion]) -> list[tuple[str, str]]:
    """Return the leaders who take part, as what the filter compares and what it shows."""
    names = {one.leader_key: one.leader for one in occasions if one.leader_key}
    return sorted(names.items(), key=lambda pair: pair[1].casefold())


def _room(occasion: Occasion) -> str:
    return name_key(occasion.room)
