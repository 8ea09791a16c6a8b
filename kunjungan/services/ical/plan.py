"""What an import of a calendar would do with each entry of the file, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from kunjungan.i18n import later
from kunjungan.services.calendar.entries import EntryForm
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import Ref

Values = tuple[tuple[str, object], ...]


class Fate(StrEnum):
    """What becomes of an entry of the file, or of an entry here that the file calls off."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    OWN = "own"
    SAME = "same"
    LEFT = "left"
    REFUSED = "refused"


FATES: Mapping[Fate, str] = MappingProxyType(
    {
        Fate.NEW: later("New"),
        Fate.CHANGED: later("Changed"),
        Fate.GONE: later("Called off"),
        Fate.OWN: later("Our own, moved"),
        Fate.SAME: later("The same already"),
        Fate.LEFT: later("Left out"),
        Fate.REFUSED: later("Cannot be read"),
    }
)
"""What each fate is called."""
WRITTEN = (Fate.NEW, Fate.CHANGED, Fate.GONE)
"""What an import writes; the office's own events only when that is asked for."""


@dataclass(frozen=True, slots=True)
class Remark:
    """An untranslated sentence about an entry, with the values of its places."""

    text: str
    values: Values = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """What becomes of one entry.

    ``line`` is where it begins in the file, 0 for one that only stands here. ``form`` is what it
    says; ``entry_id`` the entry here that it meets, ``own`` the office's own event, and ``slot``
    where that stands in the file. ``fields`` are those that differ.
    """

    line: int
    title: str
    fate: Fate
    uid: str = ""
    recurrence: str = ""
    form: EntryForm | None = None
    entry_id: UUID | None = None
    own: Ref | None = None
    slot: Slot | None = None
    fields: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, in the order of the file.

    ``calendar`` is what the file calls itself or is called; ``outside`` counts entries outside
    the days asked for, ``move_own`` tells that the office's own events move as well.
    """

    calendar: str
    lines: tuple[PlanLine, ...]
    outside: int
    move_own: bool = False
    done: bool = False

    @property
    def counts(self) -> dict[Fate, int]:
        """How many entries come to each fate."""
        found = Counter(line.fate for line in self.lines)
        return {fate: found[fate] for fate in Fate}

    @property
    def refused(self) -> tuple[PlanLine, ...]:
        """The entries that cannot be taken."""
        return tuple(line for line in self.lines if line.fate is Fate.REFUSED)

    @property
    def written(self) -> tuple[PlanLine, ...]:
        """What is written."""
        return tuple(written(self.lines, move_own=self.move_own))


def written(lines: Iterable[PlanLine], *, move_own: bool) -> Iterator[PlanLine]:
    """Yield the lines that an import writes."""
    for line in lines:
        if line.fate in WRITTEN or (move_own and line.fate is Fate.OWN):
            yield line


FLOATING = later("It names no time zone; its hours are taken in {zone}.")
UNREAD = later("A line of it could not be read and was passed over.")
TWICE = later("It stands twice in the file; the later one counts.")
CALLED_OFF = later("It is called off there.")
NOT_THERE = later("The file no longer has it.")
OWN_MOVED = later("It is our own, and stands elsewhere there; it moves only when you ask for that.")
OWN_MOVES = later("It is our own, and moves to where it stands there.")
OWN_OFF = later("It is our own and is called off there; here it stays.")
OWN_ITEM = later("It is a line of our rundown; it moves in the rundown only.")
OWN_FIXED = later("It is our own and took whole days or hours; change it here instead.")
